// SPDX-License-Identifier: Apache-2.0
// Two of Scotland's arrangements side by side: what differs between them, and what that does to two measures.
#include <concordat/concordat.hpp>

#include <iostream>

int main(int argc, char** argv) {
    const std::string models = argc > 1 ? argv[1] : "models";
    const auto none = concordat::load_model(models + "/scotland/none.toml").value();
    const auto full = concordat::load_model(models + "/scotland/full.toml").value();

    for (const auto& change : concordat::diff(none, full))
        if (change.layer == concordat::layer::delegation) std::cout << change << '\n';

    for (const auto* key : {"top_level_bodies", "reach_efficiency"}) {
        const auto measure = concordat::make_measure(key, {}).value();
        std::cout << key << ": " << concordat::rounded(measure(none).value.value(), 3) << " without delegation, "
                  << concordat::rounded(measure(full).value.value(), 3) << " with\n";
    }
}

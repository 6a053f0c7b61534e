// SPDX-License-Identifier: Apache-2.0
// A what-if: the same reform on two baselines, and the steps that had nothing left to do.
#include <concordat/concordat.hpp>

#include <algorithm>
#include <iostream>

int main(int argc, char** argv) {
    const std::string models = argc > 1 ? argv[1] : "models";
    const auto reform = concordat::load_reform(models + "/reforms/ncs/o10.toml").value();

    for (const auto* area : {"full", "none"}) {
        const auto before = concordat::load_model(models + "/scotland/" + area + ".toml").value();
        const auto applied = concordat::apply_recorded({&reform, 1}, before).value();

        const auto already = std::ranges::count_if(applied.steps, &concordat::applied_step::already_so);
        std::cout << before.key() << ": " << concordat::diff(before, applied).size() << " changes; " << already
                  << " of " << applied.steps.size() << " steps were already so\n";
    }
}

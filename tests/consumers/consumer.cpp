// SPDX-License-Identifier: Apache-2.0
// What somebody who embeds the library writes first. Built four ways by the tests.
// A host's own headers come first: std::quoted and its like must not be taken for the library's.
#include <algorithm>
#include <filesystem>
#include <iomanip>

#include <concordat/concordat.hpp>

#include <cstdio>

int main(int, char** argv) {
    const auto model = concordat::load_model(argv[1]).value();
    const auto measure = concordat::make_measure("top_level_bodies", {}).value();
    std::printf("%s: %zu actors, %s\n", model.key().c_str(), model.actors().size(),
                concordat::rounded(measure(model).value.value(), 3).c_str());
}

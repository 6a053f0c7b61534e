// SPDX-License-Identifier: Apache-2.0
/// Small random models, drawn: bodies, an officer, teams and a family, with relations of every layer. Model k is the
/// same in every run. Amounts are multiples of 12, so that dividing them among up to four services is exact.
#pragma once

#include "../draw.hpp"
#include "concordat/core/random.hpp"

#include <set>
#include <string>

namespace concordat::testing {

inline std::size_t below(stream& random, std::size_t count) {
    return static_cast<std::size_t>(random.uniform() * static_cast<double>(count));
}

inline std::string random_drawing(stream& random) {
    const std::vector<std::string> actors{"b0", "b1", "b2", "b3", "chief", "t0", "t1", "t2", "t3", "family"};
    std::string drawing =
        "actors: b0(mandate) b1 b2 b3(national) chief(kind officer, of b1) t0(frontline, of b1) t1(frontline, of b2)\n"
        "        t2(frontline, of b1) t3(frontline) family(public)\n"
        "universal: s0 s1 s2\n";
    std::set<std::string> drawn;
    for (const auto type : words<relation_type>()) {
        const auto kind = *word<relation_type>(type);
        const std::size_t count = 2 + below(random, 5);
        for (std::size_t i = 0; i < count; ++i) {
            std::size_t from = below(random, actors.size() - 1);
            std::size_t to = kind == relation_type::delivers ? actors.size() - 1 : below(random, actors.size());
            if (from == to) continue;
            if (is_symmetric(kind) && to < from) std::swap(from, to);
            std::string line = actors[from] + " -> " + actors[to] + " [s" + std::to_string(below(random, 3)) + "]";
            if (!drawn.insert(std::string(type) + line).second) continue;
            if (kind == relation_type::funds) line += ' ' + std::to_string(12 * (1 + below(random, 9)));
            if (below(random, 8) == 0) line += " prospective";
            drawing += std::string(type) + ": " + line + '\n';
        }
    }
    drawing += "personas: child(age 10, needs s0 s1, entry t0)\nrights: decide(b1, for s0 s1) plan(b2, for s2)\n";
    return drawing;
}

inline model random_model(std::uint64_t k) {
    stream random(1, purpose::test, k);
    return draw(random_drawing(random));
}

}  // namespace concordat::testing

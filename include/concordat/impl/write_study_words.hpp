// SPDX-License-Identifier: Apache-2.0
/// What the writers of results share about a study: what it decided, and what must be said of it. Internal.
#pragma once

#include "concordat/study/study.hpp"

#include <optional>
#include <string>

namespace concordat::detail::writing {

/// Which way is better, as the study takes it.
inline sense decided_sense(const study& s, const criterion& c) {
    const auto chosen = s.contested.find(c.key);
    return chosen == s.contested.end() ? c.better : chosen->second;
}

/// What must be printed beside every ranking by these weights; nothing where somebody gave them. Of any type that says
/// whose weights they are as `weight_set` does.
template <class Weights>
std::optional<std::string> watermark_of(const Weights& w) {
    if (w.how == elicitation::none) return "nobody was asked for weights; every weighting counts as equally likely";
    if (w.illustrative) return "illustrative; nobody was asked, it shows how a viewpoint works";
    return std::nullopt;
}

/// How an option stands at a gate: what was stated, else unknown.
inline gate_state state_at(const study& s, const std::string& option, const std::string& gate_key) {
    for (const auto& g : s.gates)
        if (g.option == option && g.gate == gate_key) return g.state;
    return gate_state::unknown;
}

}  // namespace concordat::detail::writing

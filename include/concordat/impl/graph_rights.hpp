// SPDX-License-Identifier: Apache-2.0
/// Which decision rights are over which services. Internal to `impl/graph_*.ipp`.
#pragma once

#include "concordat/model/model.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace concordat::detail {

/// A general right is over every service; no services asked for means any right.
[[nodiscard]] inline bool is_over_one_of(const decision_right& right, std::span<const std::string> services) {
    if (services.empty() || right.services.empty()) return true;
    return std::any_of(services.begin(), services.end(), [&](const auto& s) {
        return std::find(right.services.begin(), right.services.end(), s) != right.services.end();
    });
}

/// The rights over one of these services whose holder is one of these actors, ascending.
[[nodiscard]] inline std::vector<std::uint32_t> rights_of(const model& m, std::span<const actor_index> holders,
                                                          std::span<const std::string> services) {
    std::vector<std::uint32_t> found;
    const auto rights = m.decision_rights();
    for (std::uint32_t at = 0; at < rights.size(); ++at) {
        const auto holder = m.index_of(rights[at].holder);
        if (holder && is_over_one_of(rights[at], services) &&
            std::find(holders.begin(), holders.end(), *holder) != holders.end())
            found.push_back(at);
    }
    return found;
}

}  // namespace concordat::detail

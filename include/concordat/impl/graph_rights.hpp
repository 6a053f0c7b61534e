// SPDX-License-Identifier: Apache-2.0
/// Which decision rights are over which services. Internal to `impl/graph_*.ipp`.
#pragma once

#include "concordat/model/model.hpp"

#include <algorithm>
#include <span>
#include <string>

namespace concordat::detail {

/// A general right is over every service; no services asked for means any right.
[[nodiscard]] inline bool is_over_one_of(const decision_right& right, std::span<const std::string> services) {
    if (services.empty() || right.services.empty()) return true;
    return std::any_of(services.begin(), services.end(), [&](const auto& s) {
        return std::find(right.services.begin(), right.services.end(), s) != right.services.end();
    });
}

}  // namespace concordat::detail

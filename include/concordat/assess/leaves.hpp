// SPDX-License-Identifier: Apache-2.0
/// Checks of a criteria tree against the options it is used on: leaves that say the same thing twice, that do not tell
/// the options apart, or that nobody's source asks for. Double counting is the commonest fault of a multi-criteria
/// analysis.
#pragma once

#include "concordat/assess/assess.hpp"

#include <string>
#include <vector>

namespace concordat {

/// Two leaves whose values correlate over the options.
struct correlated_pair {
    std::string first;
    std::string second;
    double correlation = 0;  ///< Pearson's, of values between 0 and 1
};

struct leaf_report {
    std::vector<correlated_pair> correlated;  ///< above 0.8 in size, strongest first
    std::vector<std::string> not_separating;  ///< the same value for every option
    std::vector<std::string> without_values;  ///< missing for every option
    std::vector<std::string> without_source;
    std::vector<std::string> without_mechanism;  ///< no stated theory of change
};

/// O(leaves² · options).
[[nodiscard]] leaf_report inspect_leaves(const criteria_tree&, const assessment&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/assess_leaves.ipp"
#endif

// SPDX-License-Identifier: Apache-2.0
/// Words that tables, pictures and pages of a result share. Internal.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/decide/rank_probability.hpp"
#include "concordat/report/style.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace concordat::detail::wording {

/// `On scotland.full`, or `Each on its own model`.
inline std::string place_words(const baseline_result& b) {
    return b.baseline.empty() ? "Each on its own model" : "On " + b.baseline;
}

/// A baseline in a column of its own.
inline std::string baseline_words(const baseline_result& b) { return b.baseline.empty() ? "own models" : b.baseline; }

/// All digits asked for, so that a column of probabilities is even.
inline std::string fixed(double value, int digits) {
    std::string text = rounded(value, digits);
    auto point = text.find('.');
    if (point == std::string::npos) {
        point = text.size();
        text += '.';
    }
    text.resize(std::max(text.size(), point + 1 + static_cast<std::size_t>(digits)), '0');
    return text;
}

inline std::string estimate_words(const estimate& e, const report_style& style) {
    return fixed(e.value, style.digits) + " +- " + rounded(e.standard_error, style.digits + 2);
}

inline std::vector<std::string> keys_of(const study& s, const std::vector<std::size_t>& options) {
    std::vector<std::string> keys;
    for (const auto option : options) keys.push_back(s.options[option].key);
    return keys;
}

}  // namespace concordat::detail::wording

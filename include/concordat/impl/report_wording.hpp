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

/// What every model was brought to before it was measured.
inline std::string comparable_words(const comparability& by) {
    std::vector<std::string> words;
    if (by.resolution) words.push_back("drawn by " + std::string(name(*by.resolution)));
    if (!by.services.empty()) words.push_back("for " + joined(by.services, ", "));
    if (by.families) words.push_back("asked about the families of " + by.families->key);
    return joined(words, "; ");
}

/// How many graphs were drawn, and by which odds.
inline std::string structure_words(const study& s) {
    if (!s.structure) return "as stated; no tie is taken to be uncertain";
    std::vector<std::string> odds;
    for (const auto& p : s.presence) odds.push_back(rounded(p.odds.value, 2) + " at level " + std::to_string(p.level));
    return std::to_string(s.graphs) + " graphs; a tie is there with odds of " + listed(odds) +
           ". Values and sums below are as stated, probabilities are over graphs, values and weights";
}

}  // namespace concordat::detail::wording

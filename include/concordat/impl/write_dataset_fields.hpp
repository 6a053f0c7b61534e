// SPDX-License-Identifier: Apache-2.0
/// How the columns of a data set are described, and those that several tables share: one meaning, wherever they stand.
/// Internal.
#pragma once

#include "concordat/io/dataset.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat::detail::tabulating {

inline data_field field(std::string called, field_type type, std::string meaning, std::string unit = {}) {
    data_field made;
    made.name = std::move(called);
    made.type = type;
    made.meaning = std::move(meaning);
    made.unit = std::move(unit);
    return made;
}

inline data_field text_field(std::string called, std::string meaning) {
    return field(std::move(called), field_type::text, std::move(meaning));
}
inline data_field number_field(std::string called, std::string meaning, std::string unit = {}) {
    return field(std::move(called), field_type::number, std::move(meaning), std::move(unit));
}
inline data_field truth_field(std::string called, std::string meaning) {
    return field(std::move(called), field_type::truth, std::move(meaning));
}
inline data_field day_field(std::string called, std::string meaning) {
    return field(std::move(called), field_type::day, std::move(meaning));
}

/// A whole number, none of which is below `lowest`.
inline data_field whole_field(std::string called, std::string meaning, std::string unit = {}, double lowest = 0) {
    auto made = field(std::move(called), field_type::whole, std::move(meaning), std::move(unit));
    made.lowest = lowest;
    return made;
}

/// A share of counts, which cannot leave 0 to 1.
inline data_field probability_field(std::string called, std::string meaning) {
    auto made = number_field(std::move(called), std::move(meaning), "probability");
    made.lowest = 0;
    made.highest = 1;
    return made;
}

/// A Monte Carlo standard error, in the unit of what it is the error of.
inline data_field error_field(std::string called, std::string unit, std::string meaning) {
    auto made = number_field(std::move(called), std::move(meaning), std::move(unit));
    made.lowest = 0;
    return made;
}

/// `level` of evidence, 0 to 4.
inline data_field level_field(std::string called, std::string meaning) {
    auto made = whole_field(std::move(called), std::move(meaning), "level of evidence");
    made.highest = 4;
    return made;
}

template <class Words>
data_field one_of(std::string called, std::string meaning, const Words& words) {
    auto made = text_field(std::move(called), std::move(meaning));
    for (const auto& word : words) made.allowed.emplace_back(word);
    return made;
}

inline data_field or_unknown(data_field described, std::string means) {
    described.empty = absence::unknown;
    described.empty_means = std::move(means);
    return described;
}
inline data_field or_none(data_field described, std::string means) {
    described.empty = absence::not_applicable;
    described.empty_means = std::move(means);
    return described;
}

inline data_field baseline_field() {
    return text_field("baseline", "Key of the baseline: the arrangement that an option is put on; " +
                                      std::string(own_models) + " where each option stands on a model of its own.");
}
inline data_field option_field() { return text_field("option", "Key of the option."); }
inline data_field criterion_field() { return text_field("criterion", "Key of the criterion."); }
inline data_field weights_field() {
    return text_field("weights", "Key of the weight set: whose priorities these are.");
}
inline data_field position_field(const char* within) {
    return whole_field("position", "Place " + std::string(within) + ", from 1.", {}, 1);
}

/// What became of criteria of which a value is missing.
inline constexpr std::string_view with_missing_words = "as each criterion says";
inline constexpr std::string_view without_missing_words = "criteria left out";
inline data_field treatment_field() {
    const std::vector<std::string_view> both{with_missing_words, without_missing_words};
    return one_of("missing_values",
                  "How missing values count: as each criterion says, or with every criterion left out of which a value "
                  "is missing.",
                  both);
}

inline data_reference names_baseline() { return {{"baseline"}, "baseline"}; }
inline data_reference names_option() { return {{"option"}, "option"}; }
inline data_reference names_criterion() { return {{"criterion"}, "criterion"}; }
inline data_reference names_weights() { return {{"weights"}, "weight_set"}; }
inline data_reference names_cell() { return {{"baseline", "option", "criterion"}, "performance"}; }

inline std::string baseline_key(const baseline_result& b) {
    return b.baseline.empty() ? std::string(own_models) : b.baseline;
}

/// An empty text is one that was not stated.
inline document stated(const std::string& text) { return text.empty() ? document() : document(text); }

}  // namespace concordat::detail::tabulating

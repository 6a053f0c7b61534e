// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/matrix.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/core/text.hpp"
#include "concordat/impl/decide_check.hpp"
#include "concordat/impl/decide_too_large.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace concordat {

namespace detail {

inline void check_matrix_criterion(const matrix_criterion& criterion, std::vector<error>& problems) {
    const std::string name = "criterion \"" + criterion.key + "\"";
    if (criterion.better == sense::contested)
        problems.push_back({errc::bad_parameter,
                            name + " is contested, so no end of its scale is the good one",
                            "choose higher or lower",
                            {},
                            {}});
    auto mistake = unless_finite("the weight", criterion.weight);
    if (!mistake && criterion.weight < 0)
        mistake = error{errc::out_of_range, "the weight " + shortest(criterion.weight) + " is below 0", {}, {}, {}};
    if (!mistake) return;
    mistake->message = name + ": " + mistake->message;
    problems.push_back(std::move(*mistake));
}

/// Weights over their sum, which is taken in order of key, so that the order of a file changes no bit.
inline std::optional<error> share_out(std::vector<matrix_criterion>& criteria) {
    std::vector<const matrix_criterion*> by_key;
    for (const auto& criterion : criteria) by_key.push_back(&criterion);
    std::sort(by_key.begin(), by_key.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
    double sum = 0;
    for (const auto* criterion : by_key) sum += criterion->weight;
    if (!(sum > 0) || !std::isfinite(sum))
        return error{errc::weights_do_not_sum,
                     std::string("the weights sum to ") + (sum > 0 ? "more than a number can hold" : "0") +
                         ", so they cannot be shared out",
                     "give at least one criterion a weight above 0",
                     {},
                     {}};
    for (auto& criterion : criteria) criterion.weight /= sum;
    return std::nullopt;
}

inline void check_matrix_values(std::span<const double> values, const std::vector<std::string>& options,
                                const std::vector<matrix_criterion>& criteria, std::vector<error>& problems) {
    for (std::size_t at = 0; at < values.size(); ++at) {
        auto mistake = unless_finite("the value", values[at]);
        if (!mistake) continue;
        mistake->message = "option \"" + options[at / criteria.size()] + "\", criterion \"" +
                           criteria[at % criteria.size()].key + "\": " + mistake->message;
        problems.push_back(std::move(*mistake));
    }
}

}  // namespace detail

CONCORDAT_INLINE result<decision_matrix> decision_matrix::make(std::vector<std::string> options,
                                                               std::vector<matrix_criterion> criteria,
                                                               std::span<const double> values) {
    const standard_arithmetic scope;
    if (options.size() > most_options || criteria.size() > most_criteria)
        return fail(detail::too_large(options.size(), criteria.size()));
    if (values.size() != options.size() * criteria.size())
        return fail(errc::bad_parameter, std::to_string(values.size()) + " values; " + std::to_string(options.size()) +
                                             " options by " + std::to_string(criteria.size()) + " criteria have " +
                                             std::to_string(options.size() * criteria.size()));
    std::vector<error> problems;
    if (values.empty())
        problems.push_back(
            {errc::missing_value, "no options or no criteria; at least one of each was expected", {}, {}, {}});
    std::vector<std::string> keys;
    for (const auto& criterion : criteria) keys.push_back(criterion.key);
    detail::check_keys("option", options, problems);
    detail::check_keys("criterion", keys, problems);
    for (const auto& criterion : criteria) detail::check_matrix_criterion(criterion, problems);
    detail::check_matrix_values(values, options, criteria, problems);
    if (problems.empty())
        if (auto mistake = detail::share_out(criteria)) problems.push_back(std::move(*mistake));
    if (!problems.empty()) return fail(gather(std::move(problems)));

    decision_matrix made;
    made.columns_.resize(values.size());
    for (std::size_t i = 0; i < options.size(); ++i)
        for (std::size_t j = 0; j < criteria.size(); ++j)
            made.columns_[j * options.size() + i] = values[i * criteria.size() + j];
    made.options_ = std::move(options);
    made.criteria_ = std::move(criteria);
    return made;
}

CONCORDAT_INLINE result<decision_matrix> matrix_of(const performance_table& given, const weight_set& set) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto table, check(given));
    CONCORDAT_TRY(const auto weights, central_weights(set, tree_of(table)));
    auto counted = tree_of(table).counted_criteria();
    std::sort(counted.begin(), counted.end());

    std::vector<std::string> options;
    std::vector<matrix_criterion> criteria;
    std::vector<double> values;
    std::vector<error> problems;
    for (const std::size_t j : counted)
        criteria.push_back({table.criteria[j].key, table.criteria[j].better, weights[j]});
    for (std::size_t i = 0; i < table.options.size(); ++i) {
        options.push_back(table.options[i].key);
        for (const std::size_t j : counted) {
            const bool missing = is_missing(table.cell(i, j));
            values.push_back(missing ? 0 : mean(table.cell(i, j)));
            if (missing)
                problems.push_back({errc::missing_value,
                                    "option \"" + options.back() + "\", criterion \"" + table.criteria[j].key +
                                        "\" has no value, and this method has no place for what is not known",
                                    "give one, or leave the criterion out",
                                    {},
                                    {}});
        }
    }
    if (!problems.empty()) return fail(gather(std::move(problems)));
    return decision_matrix::make(std::move(options), std::move(criteria), values);
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_ranking.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/write_expected_order.hpp"

#include <algorithm>
#include <variant>

namespace concordat {

namespace detail::writing {

inline document estimate_document(const estimate& e) {
    return document::object{{"value", e.value}, {"standard_error", e.standard_error}};
}

inline document quantity_parts(const missing_value&) { return {}; }
inline document quantity_parts(const exact_value& q) { return q.value; }
inline document quantity_parts(const interval_value& q) { return document::object{{"low", q.low}, {"high", q.high}}; }
inline document quantity_parts(const triangular_value& q) {
    return document::object{{"low", q.low}, {"mode", q.mode}, {"high", q.high}};
}
inline document quantity_parts(const normal_value& q) { return document::object{{"mean", q.mean}, {"sd", q.sd}}; }
inline document quantity_parts(const discrete_value& q) {
    const auto each = [](const outcome& o) {
        return document::object{{"value", o.value}, {"probability", o.probability}};
    };
    return document::object{{"outcomes", document::list(q.outcomes, each)}};
}
inline document quantity_parts(const empirical_value& q) {
    return document::object{{"observations", document::list(q.observations)}};
}

inline document option_document(const performance_table& table, const rank_probabilities& ranks, std::size_t option) {
    document counts = document::array{};
    for (std::size_t rank = 1; rank <= ranks.option_count(); ++rank) counts.push(ranks.rank_count(option, rank));
    document wins = document::empty_object();
    for (std::size_t other = 0; other < ranks.option_count(); ++other)
        if (other != option) wins.set(table.options[other].key, ranks.win_count(option, other));
    document favouring = document::empty_object();
    const auto weights = ranks.central_weights(option);
    for (std::size_t i = 0; i < weights.size(); ++i) favouring.set(table.criteria[i].key, weights[i]);
    return document::object{{"option", table.options[option].key},
                            {"first", estimate_document(ranks.first(option))},
                            {"among_worst_three", estimate_document(ranks.among_worst_three(option))},
                            {"expected_rank", estimate_document(ranks.expected_rank(option))},
                            {"rank_counts", std::move(counts)},
                            {"win_counts", std::move(wins)},
                            {"favouring_weights", weights.empty() ? document() : std::move(favouring)}};
}

inline document keys_document(const performance_table& table, const std::vector<std::size_t>& options) {
    return document::list(options, [&](std::size_t option) { return table.options[option].key; });
}

inline document score_document(const performance_table& table, const additive_score& score, std::size_t option) {
    const auto line = [&](const contribution& c) {
        return document::object{{"criterion", table.criteria[c.criterion].key},
                                {"weight", c.weight},
                                {"value", c.value},
                                {"product", c.product}};
    };
    return document::object{{"option", table.options[option].key},
                            {"overall", score.overall},
                            {"lines", document::list(score.lines, line)}};
}

inline document table_criterion_document(const table_criterion& c) {
    return document::object{{"key", c.key}, {"unit", c.unit}, {"better", name(c.better)}};
}

/// A cell's quantity in few characters: `-`, `0.62`, `2 to 4`, `2 to 4 (mean 3)`, `3 (sd 0.5)`.
inline cell quantity_cell(const quantity& q, int digits) {
    if (is_missing(q)) return "-";
    if (const auto* exact = std::get_if<exact_value>(&q)) return number_cell(exact->value, digits);
    if (const auto* normal = std::get_if<normal_value>(&q))
        return rounded(normal->mean, digits) + " (sd " + rounded(normal->sd, digits) + ")";
    const std::string range = rounded(lowest(q), digits) + " to " + rounded(highest(q), digits);
    return std::holds_alternative<interval_value>(q) ? range : range + " (mean " + rounded(mean(q), digits) + ")";
}

}  // namespace detail::writing

CONCORDAT_INLINE std::vector<std::vector<std::size_t>> unseparated_groups(const rank_probabilities& ranks) {
    const auto order = detail::writing::in_expected_order(ranks);
    const auto at = [&](std::size_t position) { return order.begin() + static_cast<std::ptrdiff_t>(position); };
    const auto alike = [&](std::size_t i, std::size_t j) { return !ranks.separated(order[i], order[j]); };

    // Runs of neighbours first: they are how a reader sees a group. What is left of the last run is a run for its next
    // start too, and says something new only where it grows.
    std::vector<std::vector<std::size_t>> groups;
    std::size_t end = 0;
    for (std::size_t start = 0; start < order.size(); ++start) {
        const std::size_t reached = end;
        const auto like_all = [&](std::size_t candidate) {
            for (std::size_t i = start; i < candidate; ++i)
                if (!alike(i, candidate)) return false;
            return true;
        };
        end = std::max(end, start + 1);
        while (end < order.size() && like_all(end)) ++end;
        if (end - start > 1 && end > reached) groups.emplace_back(at(start), at(end));
        for (std::size_t other = end; other < order.size(); ++other)
            if (alike(start, other)) groups.push_back({order[start], order[other]});
    }
    return groups;
}

CONCORDAT_INLINE document to_document(const quantity& q) {
    return std::visit([](const auto& held) { return detail::writing::quantity_parts(held); }, q);
}

CONCORDAT_INLINE document to_document(const performance_table& table, const rank_probabilities& ranks) {
    document options = document::array{};
    for (std::size_t option = 0; option < ranks.option_count(); ++option)
        options.push(detail::writing::option_document(table, ranks, option));
    const auto keys = [&](const auto& group) { return detail::writing::keys_document(table, group); };
    return document::object{{"samples", ranks.samples()},
                            {"uncertain", ranks.uncertain()},
                            {"options", std::move(options)},
                            {"not_separated", document::list(unseparated_groups(ranks), keys)}};
}

CONCORDAT_INLINE document to_document(const performance_table& table, const additive_result& central) {
    document scores = document::array{};
    for (std::size_t option = 0; option < central.options.size(); ++option)
        scores.push(detail::writing::score_document(table, central.options[option], option));
    return scores;
}

CONCORDAT_INLINE document to_document(const ranked_table& ranked) {
    const auto& table = ranked.table;
    document options = document::array{};
    for (std::size_t option = 0; option < table.options.size(); ++option) {
        document values = document::empty_object();
        for (std::size_t i = 0; i < table.criteria.size(); ++i)
            values.set(table.criteria[i].key, to_document(table.cell(option, i)));
        options.push(document::object{{"key", table.options[option].key}, {"values", std::move(values)}});
    }
    return document::object{{"format", "concordat/rank@1"},
                            {"table", document::object{{"key", ranked.key}, {"title", ranked.title}}},
                            {"seed", ranked.seed},
                            {"criteria", document::list(table.criteria, detail::writing::table_criterion_document)},
                            {"options", std::move(options)},
                            {"pareto_front", detail::writing::keys_document(table, pareto_front(ranked.dominates))},
                            {"central", to_document(table, ranked.central)},
                            {"ranking", to_document(table, ranked.probabilities)}};
}

CONCORDAT_INLINE std::vector<sheet> to_sheets(const ranked_table& ranked) {
    const auto& table = ranked.table;
    const auto& ranks = ranked.probabilities;
    sheet values{ranked.title, {{"option"}}, {}};
    for (std::size_t i = 0; i < table.criteria.size(); ++i)
        values.columns.push_back({table.criteria[i].key, alignment::right, table.criteria[i].unit});
    for (std::size_t option = 0; option < table.options.size(); ++option) {
        values.rows.push_back({table.options[option].key});
        for (std::size_t i = 0; i < table.criteria.size(); ++i)
            values.rows.back().push_back(detail::writing::quantity_cell(table.cell(option, i), 4));
    }

    sheet standing{"Ranking", {{"option"}}, {}};
    for (const auto* heading : {"first", "+-", "worst three", "+-", "expected rank", "+-", "central value"})
        standing.columns.push_back({heading, alignment::right});
    for (std::size_t option = 0; option < table.options.size(); ++option) {
        auto& row = standing.rows.emplace_back();
        row.emplace_back(table.options[option].key);
        for (const auto& e : {ranks.first(option), ranks.among_worst_three(option), ranks.expected_rank(option)}) {
            row.push_back(number_cell(e.value));
            row.push_back(number_cell(e.standard_error));
        }
        row.push_back(number_cell(ranked.central.options[option].overall));
    }
    standing.notes.push_back("+- is one standard error of sampling; " + std::to_string(ranks.samples()) +
                             " samples, seed " + std::to_string(ranked.seed));
    for (const auto& group : unseparated_groups(ranks)) {
        std::vector<std::string> keys;
        for (const auto option : group) keys.push_back(table.options[option].key);
        standing.notes.push_back("Not separated: " + listed(keys));
    }
    return {std::move(values), std::move(standing)};
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
// The tables of what was measured, before any weight: values, the witnesses and figures behind them, what options rest
// on, and what criteria say twice or not at all.
#pragma once

#include "concordat/io/dataset.hpp"

#include "concordat/impl/write_dataset_fields.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::tabulating {

inline std::vector<data_field> performance_fields() {
    const std::string because = "Nobody knows the value; the column missing says why.";
    return {
        baseline_field(),
        option_field(),
        criterion_field(),
        text_field("unit", "The unit of the value and its bounds."),
        or_unknown(number_field("value", "The expected value, in the criterion's own unit."), because),
        or_unknown(number_field("low", "The lowest that it can be."), because),
        or_unknown(number_field("high", "The highest that it can be."), because),
        or_unknown(number_field("worth", "What it is worth from 0 to 1, expected, by the criterion's value function.",
                                "value"),
                   because),
        or_none(text_field("missing", "Why there is no value."), "There is one."),
        or_none(level_field("weakest_level", "Level of the weakest fact that the value rests on."),
                "There is no value, or it rests on no fact that has a level."),
        whole_field("facts_at_assumption", "Facts behind it at level 0, or unsourced.", "facts"),
        or_none(text_field("given_by", "Who gave the value."), "It was measured, or nobody gave one."),
        or_none(text_field("witness",
                           "The first piece of evidence for it: a path, a cut, a body. The table witness "
                           "has all of them."),
                "There is none to show.")};
}

/// Every cell of every baseline, in order: `each(baseline, option, criterion, cell)`.
template <class Each>
void for_each_cell(const study_result& found, Each each) {
    for (const auto& b : found.baselines)
        for (std::size_t o = 0; o < b.assessment.table.options.size(); ++o)
            for (std::size_t c = 0; c < b.assessment.table.criteria.size(); ++c) each(b, o, c, b.assessment.at(o, c));
}

inline data_table figure_data(const study_result& found) {
    data_table out{"figure",
                   "Parts of values",
                   "A named part of a measured value: one family's, one provider's, a variant's.",
                   {},
                   {"baseline", "option", "criterion", "position"},
                   {names_cell()}};
    out.fields = {baseline_field(),
                  option_field(),
                  criterion_field(),
                  position_field("within the value"),
                  text_field("name", "Which part."),
                  number_field("value", "Its value, by the definition of the criterion's measure.")};
    for_each_cell(found, [&](const auto& b, std::size_t o, std::size_t c, const assessed_cell& one) {
        std::size_t position = 0;
        for (const auto& each : one.found.figures)
            out.rows.push_back({baseline_key(b), b.assessment.table.options[o].key, b.assessment.table.criteria[c].key,
                                ++position, each.name, each.value});
    });
    return out;
}

inline data_table witness_data(const study_result& found) {
    data_table out{"witness",
                   "Witnesses",
                   "A piece of the evidence for a measured value, so that a reader can check it by eye.",
                   {},
                   {"baseline", "option", "criterion", "position"},
                   {names_cell()}};
    out.fields = {baseline_field(), option_field(), criterion_field(), position_field("within the value"),
                  text_field("text", "The path, cut, gatekeeper, shared body or relation, with actors by key.")};
    for_each_cell(found, [&](const auto& b, std::size_t o, std::size_t c, const assessed_cell& one) {
        std::size_t position = 0;
        for (const auto& each : one.found.witnesses)
            out.rows.push_back({baseline_key(b), b.assessment.table.options[o].key, b.assessment.table.criteria[c].key,
                                ++position, each.text});
    });
    return out;
}

inline data_table option_on_baseline_data(const study& s, const study_result& found) {
    data_table out{"option_on_baseline",
                   "Options on baselines",
                   "An option as it was put on a baseline and measured.",
                   {},
                   {"baseline", "option"},
                   {names_baseline(), names_option()}};
    out.fields = {baseline_field(),
                  option_field(),
                  text_field("model", "Key of the model that was measured."),
                  whole_field("steps", "Steps of its reforms.", "steps"),
                  whole_field("steps_already_so", "Of those, steps that had nothing left to do here.", "steps"),
                  truth_field("on_pareto_front",
                              "Whether no other option is at least as good on every criterion and "
                              "better on one, by expected worth and before any weight."),
                  whole_field("facts", "Facts that the measured model states.", "facts"),
                  whole_field("unsourced", "Of those, facts that name neither source nor assumption.", "facts"),
                  whole_field("resting_on_assumptions", "Of those, facts that name an assumption.", "facts"),
                  whole_field("conflicts", "Conflicts of sources that it declares.", "conflicts")};
    for (const auto& b : found.baselines) {
        const auto front = pareto_front(b.dominates);
        for (std::size_t o = 0; o < s.options.size(); ++o) {
            const auto& steps = b.options[o].steps;
            const auto idle =
                std::count_if(steps.begin(), steps.end(), [](const auto& each) { return each.already_so(); });
            const bool on_front = std::find(front.begin(), front.end(), o) != front.end();
            const auto& count = b.evidence[o];
            out.rows.push_back({baseline_key(b), s.options[o].key, b.options[o].after.key(), steps.size(), idle,
                                on_front, count.facts(), count.unsourced, count.resting_on_assumptions,
                                count.conflicts});
        }
    }
    return out;
}

inline data_table facts_by_level_data(const study& s, const study_result& found) {
    data_table out{"facts_by_level",
                   "How well options are evidenced",
                   "How many facts of a measured model stand at one level of evidence.",
                   {},
                   {"baseline", "option", "level"},
                   {{{"baseline", "option"}, "option_on_baseline"}}};
    out.fields = {baseline_field(), option_field(),
                  level_field("level",
                              "4 in force and in primary text, 3 official guidance or scheme, 2 local document "
                              "or secondary, 1 inferred, prospective or background, 0 assumed."),
                  whole_field("facts", "How many.", "facts")};
    for (const auto& b : found.baselines)
        for (std::size_t o = 0; o < s.options.size(); ++o)
            for (std::size_t level = 0; level < b.evidence[o].by_level.size(); ++level)
                out.rows.push_back({baseline_key(b), s.options[o].key, level, b.evidence[o].by_level[level]});
    return out;
}

inline data_table correlated_criteria_data(const study_result& found) {
    data_table out{
        "correlated_criteria",
        "Criteria that say nearly the same",
        "Two criteria whose values correlate above 0.8 in size over the options, so that counting both counts "
        "twice.",
        {},
        {"baseline", "first", "second"},
        {names_baseline(), {{"first"}, "criterion"}, {{"second"}, "criterion"}}};
    out.fields = {baseline_field(), text_field("first", "Key of one criterion."),
                  text_field("second", "Key of the other."),
                  number_field("correlation", "Pearson's, of worths, from -1 to 1.", "correlation")};
    for (const auto& b : found.baselines)
        for (const auto& pair : b.leaves.correlated)
            out.rows.push_back({baseline_key(b), pair.first, pair.second, pair.correlation});
    return out;
}

inline data_table criterion_remark_data(const study_result& found) {
    const std::array<std::string_view, 4> remarks{"without any value", "the same for every option", "without a source",
                                                  "without a stated mechanism"};
    data_table out{"criterion_remark",
                   "Remarks on criteria",
                   "Something that a reader should know of a criterion before trusting it.",
                   {},
                   {"baseline", "criterion", "remark"},
                   {names_baseline(), names_criterion()}};
    out.fields = {baseline_field(), criterion_field(), one_of("remark", "What.", remarks)};
    for (const auto& b : found.baselines) {
        const std::array<const std::vector<std::string>*, 4> lists{
            &b.leaves.without_values, &b.leaves.not_separating, &b.leaves.without_source, &b.leaves.without_mechanism};
        for (std::size_t which = 0; which < lists.size(); ++which)
            for (const auto& key : *lists[which]) out.rows.push_back({baseline_key(b), key, remarks[which]});
    }
    return out;
}

}  // namespace detail::tabulating

CONCORDAT_INLINE data_table performance_data(const study_result& found) {
    using namespace detail::tabulating;
    data_table out{"performance",
                   "Performance in raw units",
                   "An option on a criterion and baseline: the value, what it is worth, and what it rests on.",
                   performance_fields(),
                   {"baseline", "option", "criterion"},
                   {names_baseline(), names_option(), names_criterion()}};
    const auto bound = [](const quantity& q, double (*of)(const quantity&)) {
        return is_missing(q) ? document() : document(of(q));
    };
    for (const auto& b : found.baselines) {
        const auto& table = b.assessment.table;
        const auto worths = worths_of(table);
        for (std::size_t o = 0; o < table.options.size(); ++o)
            for (std::size_t c = 0; c < table.criteria.size(); ++c) {
                const auto& one = b.assessment.at(o, c);
                const auto& worth_of_it = worths[o * table.criteria.size() + c];
                const auto& witnesses = one.found.witnesses;
                out.rows.push_back({baseline_key(b), table.options[o].key, table.criteria[c].key,
                                    table.criteria[c].unit, bound(one.value, mean), bound(one.value, lowest),
                                    bound(one.value, highest),
                                    is_missing(one.value) ? document() : document(worth_of_it.expected),
                                    stated(one.missing), one.level, one.facts_at_assumption, stated(one.by),
                                    witnesses.empty() ? document() : document(witnesses.front().text)});
            }
    }
    return out;
}

}  // namespace concordat

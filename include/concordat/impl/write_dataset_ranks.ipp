// SPDX-License-Identifier: Apache-2.0
// The tables of what weights make of the values: sums line by line, ranks with their probabilities, who beats whom, and
// the same area by area.
#pragma once

#include "concordat/io/dataset.hpp"

// The header before its body: a header-only build finds the bodies in the right order from there.
#include "concordat/io/show_areas.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/io_show_areas.ipp"
#include "concordat/impl/write_dataset_fields.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::tabulating {

/// One weight set on one baseline under one treatment of missing values.
struct ranked {
    std::string baseline;
    const baseline_result& on;
    const weight_set& weights;
    std::string_view treatment;
    const rank_probabilities& ranks;

    [[nodiscard]] const std::string& option(std::size_t at) const { return on.assessment.table.options[at].key; }
};

template <class Each>
void for_each_ranking(const study& s, const study_result& found, Each each) {
    for (const auto& b : found.baselines)
        for (const auto& ranking : b.rankings) {
            const auto& weights = s.weights[ranking.weights];
            each(ranked{baseline_key(b), b, weights, with_missing_words, ranking.with_missing});
            each(ranked{baseline_key(b), b, weights, without_missing_words, ranking.without_missing});
        }
}

inline std::vector<data_reference> ranking_references() { return {names_baseline(), names_weights(), names_option()}; }

inline std::string unseparated_from(const ranked& r, std::size_t option) {
    std::vector<std::string> keys;
    for (std::size_t other = 0; other < r.ranks.option_count(); ++other)
        if (other != option && !r.ranks.separated(option, other)) keys.push_back(r.option(other));
    return joined(keys, " ");
}

inline std::vector<data_field> ranking_fields() {
    return {
        baseline_field(),
        weights_field(),
        one_of("elicitation", "How the weights were asked for; with none, nobody was.", elicitation_words),
        truth_field("illustrative", "Whether nobody was asked for these weights, and they show how a viewpoint works."),
        treatment_field(),
        option_field(),
        probability_field("probability_first", "Probability of being first, or sharing the first rank."),
        error_field("probability_first_standard_error", "probability", "Its standard error of sampling."),
        probability_field("probability_worst_three", "Probability that fewer than three options are worse."),
        error_field("probability_worst_three_standard_error", "probability", "Its standard error of sampling."),
        number_field("expected_rank", "Mean rank over the samples. It is no rank by itself: see not_separated_from.",
                     "rank"),
        error_field("expected_rank_standard_error", "rank", "Its standard error of sampling."),
        whole_field("samples", "Samples drawn.", "samples"),
        or_none(text_field("not_separated_from",
                           "Keys of the options whose order with this one the samples do not settle, parted by "
                           "blanks. No order of the two may be printed."),
                "Every other option is better or worse than this one beyond the error of sampling.")};
}

inline data_table rank_probability_data(const study& s, const study_result& found) {
    data_table out{"rank_probability",
                   "Probability of each rank",
                   "How probable it is that an option has one rank. Options of equal value share the better rank.",
                   {},
                   {"baseline", "weights", "missing_values", "option", "rank"},
                   ranking_references()};
    out.fields = {baseline_field(),
                  weights_field(),
                  treatment_field(),
                  option_field(),
                  whole_field("rank", "The rank; 1 is first.", "rank", 1),
                  probability_field("probability", "How probable it is."),
                  error_field("standard_error", "probability", "Its standard error of sampling.")};
    for_each_ranking(s, found, [&](const ranked& r) {
        for (std::size_t o = 0; o < r.ranks.option_count(); ++o)
            for (std::size_t rank = 1; rank <= r.ranks.option_count(); ++rank) {
                const auto e = r.ranks.acceptability(o, rank);
                out.rows.push_back(
                    {r.baseline, r.weights.key, r.treatment, r.option(o), rank, e.value, e.standard_error});
            }
    });
    return out;
}

inline data_table pairwise_data(const study& s, const study_result& found) {
    data_table out{"pairwise",
                   "Who beats whom",
                   "How probable it is that an option is better than another one, ties counted half.",
                   {},
                   {"baseline", "weights", "missing_values", "option", "other"},
                   ranking_references()};
    out.references.push_back({{"other"}, "option"});
    out.fields = {baseline_field(),
                  weights_field(),
                  treatment_field(),
                  option_field(),
                  text_field("other", "Key of the option that it is held against."),
                  probability_field("probability_better", "How probable it is that the first is better."),
                  error_field("standard_error", "probability", "Its standard error of sampling."),
                  truth_field("separated",
                              "Whether it differs from one half by more than two standard errors. If not, no "
                              "order of the two may be printed.")};
    for_each_ranking(s, found, [&](const ranked& r) {
        for (std::size_t o = 0; o < r.ranks.option_count(); ++o)
            for (std::size_t other = 0; other < r.ranks.option_count(); ++other) {
                if (o == other) continue;
                const auto e = r.ranks.beats(o, other);
                out.rows.push_back({r.baseline, r.weights.key, r.treatment, r.option(o), r.option(other), e.value,
                                    e.standard_error, r.ranks.separated(o, other)});
            }
    });
    return out;
}

inline data_table favouring_weight_data(const study& s, const study_result& found) {
    data_table out{
        "favouring_weight",
        "Whose view favours an option",
        "The mean weight of a criterion in the samples in which an option was first; no rows for an option that "
        "never was.",
        {},
        {"baseline", "weights", "missing_values", "option", "criterion"},
        ranking_references()};
    out.references.push_back(names_criterion());
    out.fields = {baseline_field(),
                  weights_field(),
                  treatment_field(),
                  option_field(),
                  criterion_field(),
                  number_field("weight", "The mean weight.", "share of weight"),
                  error_field("standard_error", "share of weight", "Its standard error of sampling.")};
    for_each_ranking(s, found, [&](const ranked& r) {
        for (std::size_t o = 0; o < r.ranks.option_count(); ++o) {
            const auto weights = r.ranks.central_weights(o), errors = r.ranks.central_weight_errors(o);
            for (std::size_t c = 0; c < weights.size(); ++c)
                out.rows.push_back({r.baseline, r.weights.key, r.treatment, r.option(o),
                                    r.on.assessment.table.criteria[c].key, weights[c], errors[c]});
        }
    });
    return out;
}

/// Every option under every weight set of every baseline: `each(baseline, weights, option, score)`.
template <class Each>
void for_each_score(const study& s, const study_result& found, Each each) {
    for (const auto& b : found.baselines)
        for (const auto& ranking : b.rankings)
            for (std::size_t o = 0; o < ranking.central.options.size(); ++o)
                each(baseline_key(b), s.weights[ranking.weights].key, o, ranking.central.options[o]);
}

inline data_table expected_value_data(const study& s, const study_result& found) {
    data_table out{
        "expected_value",
        "Expected values",
        "The value of an option at central weights and expected worths, as stated. It is not a rank: how sure "
        "an order is stands in ranking and pairwise.",
        {},
        {"baseline", "weights", "option"},
        ranking_references()};
    out.fields = {baseline_field(), weights_field(), option_field(),
                  number_field("value", "The sum of its contributions, from 0 to 1.", "value")};
    for_each_score(s, found,
                   [&](const auto& baseline, const auto& weights, std::size_t o, const additive_score& score) {
                       out.rows.push_back({baseline, weights, s.options[o].key, score.overall});
                   });
    return out;
}

inline data_table contribution_data(const study& s, const study_result& found) {
    data_table out{
        "contribution",
        "Contributions to expected values",
        "One line of the sum: a criterion that counts, its weight, what the value is worth, and their product.",
        {},
        {"baseline", "weights", "option", "criterion"},
        {{{"baseline", "weights", "option"}, "expected_value"}, names_criterion()}};
    out.fields = {baseline_field(),
                  weights_field(),
                  option_field(),
                  criterion_field(),
                  number_field("weight", "The criterion's central weight.", "share of weight"),
                  number_field("worth",
                               "What the option's value on it is worth, expected; of a missing value one half, as "
                               "anything from 0 to 1 is equally likely.",
                               "value"),
                  number_field("product", "Weight times worth.", "value")};
    for_each_score(
        s, found, [&](const auto& baseline, const auto& weights, std::size_t o, const additive_score& score) {
            for (const auto& line : score.lines)
                out.rows.push_back({baseline, weights, s.options[o].key, s.criteria.criteria[line.criterion].key,
                                    line.weight, line.value, line.product});
        });
    return out;
}

inline std::vector<data_field> area_fields() {
    const std::string people = "Not known; or all areas together, of which no number is given.";
    return {
        text_field("area",
                   "Key of the area; all-by-population and all-by-under-18 are means over all areas, by how "
                   "many people or people under 18 live there."),
        text_field("name", "Its name."),
        text_field("arrangement",
                   "The models that its arrangement may be, each with its probability; a certain one "
                   "without."),
        truth_field("certain", "Whether its arrangement is known for certain."),
        or_unknown(number_field("population", "How many people live there.", "persons"), people),
        or_unknown(number_field("population_under_18", "How many people under 18 live there.", "persons"), people),
        weights_field(),
        option_field(),
        number_field("probability_first", "Probability of being first; missing values as each criterion says.",
                     "probability"),
        error_field("probability_first_standard_error_at_most", "probability", "The most that its standard error is."),
        number_field("probability_first_without_missing",
                     "The same with every criterion left out of which a value is missing.", "probability"),
        error_field("probability_first_without_missing_standard_error_at_most", "probability",
                    "The most that its standard error is."),
        number_field("expected_value", "Value at central weights and expected worths, from 0 to 1.", "value")};
}

inline void append_mixed(data_table& out, const study& s, std::size_t w, std::size_t o,
                         const std::vector<document>& head, const mixed_option& m) {
    auto& row = out.rows.emplace_back(head);
    for (document each : {document(s.weights[w].key), document(s.options[o].key), document(m.first.value),
                          document(m.first.standard_error), document(m.first_without_missing.value),
                          document(m.first_without_missing.standard_error), document(m.value)})
        row.push_back(std::move(each));
}

}  // namespace detail::tabulating

CONCORDAT_INLINE data_table ranking_data(const study& s, const study_result& found) {
    using namespace detail::tabulating;
    data_table out{
        "ranking",
        "Ranking",
        "An option under one weight set and one treatment of missing values: how probably it is first, and what "
        "it cannot be told apart from.",
        ranking_fields(),
        {"baseline", "weights", "missing_values", "option"},
        ranking_references()};
    for_each_ranking(s, found, [&](const ranked& r) {
        for (std::size_t o = 0; o < r.ranks.option_count(); ++o) {
            const auto first = r.ranks.first(o), worst = r.ranks.among_worst_three(o), rank = r.ranks.expected_rank(o);
            out.rows.push_back({r.baseline, r.weights.key, name(r.weights.how), r.weights.illustrative, r.treatment,
                                r.option(o), first.value, first.standard_error, worst.value, worst.standard_error,
                                rank.value, rank.standard_error, r.ranks.samples(), stated(unseparated_from(r, o))});
        }
    });
    return out;
}

CONCORDAT_INLINE data_table area_data(const study& s, const study_result& found) {
    using namespace detail::tabulating;
    data_table out{"area",
                   "Areas",
                   "An option in one area, or over all areas, under one weight set.",
                   area_fields(),
                   {"area", "weights", "option"},
                   {names_weights(), names_option()}};
    if (!found.areas) return out;
    const auto& areas = *found.areas;
    const auto people = [](const std::optional<area_figure>& figure) {
        return figure ? document(figure->value) : document();
    };
    const auto for_each_option = [&](auto each) {
        for (std::size_t w = 0; w < s.weights.size(); ++w)
            for (std::size_t o = 0; o < s.options.size(); ++o) each(w, o);
    };
    for (const auto& one : areas.areas) {
        const auto& a = s.areas->areas[one.area];
        const std::vector<document> head{a.key,
                                         a.name,
                                         detail::writing::arrangement_words(one.arrangements),
                                         one.arrangements.size() == 1,
                                         people(a.population),
                                         people(a.population_under_18)};
        for_each_option([&](std::size_t w, std::size_t o) { append_mixed(out, s, w, o, head, areas.at(one, w, o)); });
    }
    const auto append_mean = [&](const char* key, const char* words, auto mean) {
        const std::vector<document> head{key, words, "mean over areas", areas.on_odds == 0, document(), document()};
        for_each_option([&](std::size_t w, std::size_t o) {
            if (const auto& m = areas.at(w, o).*mean) append_mixed(out, s, w, o, head, *m);
        });
    };
    append_mean("all-by-population", "all areas, by people", &option_over_areas::by_population);
    append_mean("all-by-under-18", "all areas, by people under 18", &option_over_areas::by_under_18);
    return out;
}

}  // namespace concordat

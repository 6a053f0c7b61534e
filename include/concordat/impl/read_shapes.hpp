// SPDX-License-Identifier: Apache-2.0
/// What stands in one file, before anything it names is opened. Each function asks for every key of its format.
#pragma once

#include "concordat/decide/surrogate_weights.hpp"
#include "concordat/impl/read_files.hpp"
#include "concordat/model/area.hpp"
#include "concordat/model/case_study.hpp"
#include "concordat/model/claim.hpp"
#include "concordat/model/indicator.hpp"
#include "concordat/model/model.hpp"
#include "concordat/model/reform.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat::detail::input {

template <>
[[nodiscard]] inline std::span<const std::string_view> words_of<elicitation>() noexcept {
    return detail::elicitation_words;
}
template <>
[[nodiscard]] inline std::span<const std::string_view> words_of<decision_method>() noexcept {
    return decision_method_words;
}
inline constexpr std::string_view preference_words[] = {"usual", "u-shape", "v-shape", "level", "linear", "gaussian"};
template <>
[[nodiscard]] inline std::span<const std::string_view> words_of<preference_function>() noexcept {
    return preference_words;
}
inline constexpr std::string_view surrogate_words[] = {"roc", "rank_sum", "rank_reciprocal"};
template <>
[[nodiscard]] inline std::span<const std::string_view> words_of<surrogate_rule>() noexcept {
    return surrogate_words;
}
inline constexpr std::string_view discordance_words[] = {"own_range", "largest_range"};
template <>
[[nodiscard]] inline std::span<const std::string_view> words_of<discordance_scale>() noexcept {
    return discordance_words;
}
inline constexpr std::string_view normalisation_words[] = {"minmax", "max", "sum", "vector", "none"};
template <>
[[nodiscard]] inline std::span<const std::string_view> words_of<normalisation>() noexcept {
    return normalisation_words;
}

// --- parts that several formats have

/// Told of every card it reads (see `file_scope::cards`).
bool read_cell(const cell& c, evidence& into);
void read_sources(table_reader& in, std::vector<source>& into);
void read_assumptions(table_reader& in, std::vector<assumption>& into);
void read_conflicts(table_reader& in, std::vector<conflict_of_sources>& into);
/// `[[actor]]`, or the actor that a step makes.
void read_actor(table_reader& in, actor& into);
/// Everything of a relation but its ends.
void read_relation(table_reader& in, relation& into);
bool read_cell(const cell& c, amount& into);
bool read_cell(const cell& c, lundy_elements& into);
bool read_cell(const cell& c, period& into);  ///< a text, as "2021-07"
/// `[[evaluation]]` of a reform.
void read_evaluation(table_reader& in, evaluation& into);

/// Cards whose sources or assumptions are not there (E301), or that rest on background alone and claim a level above 1
/// (E401). `model::make` does the same for models.
void check_cards(file_scope& file, const std::vector<source>& sources, const std::vector<assumption>& assumptions);

// --- whole files

/// `[[kind]]` and `[[service]]`, which stand in vocabularies and may stand in models.
void read_kinds(table_reader& in, std::vector<actor_kind>& into);
void read_services(table_reader& in, std::vector<service>& into, std::vector<ontology_term>& terms);
void read_vocabulary(opened_file& file, vocabulary& into);

/// A model's own part of a chain of `extends`.
struct model_file {
    std::vector<reference> extends;
    std::optional<reference> vocabulary;
    std::vector<reference> sources;
    std::optional<date> as_of;
    std::optional<concordat::resolution> resolution;
    bool abstract = false;
    /// Where the three that a chain states once are stated.
    source_pos vocabulary_at, as_of_at, resolution_at;
    model_parts parts;
};
[[nodiscard]] model_file read_model(opened_file& file);

struct reform_file {
    std::vector<reference> sources;
    concordat::reform reform;
};
[[nodiscard]] reform_file read_reform(opened_file& file);
/// One `[[step]]`; nothing when its `op` is not known or its action could not be read.
void read_step(table_reader& in, std::vector<step>& into);
/// An actor's key, or `{ holder = service, role = … }`.
bool read_cell(const cell& c, endpoint& into);

struct transition_file {
    std::vector<reference> sources;
    reference baseline;
    concordat::transition transition;
};
[[nodiscard]] transition_file read_transition(opened_file& file);

/// A `[[persona]]` without its entries, which models and families give in their own ways.
void read_persona(table_reader& in, persona& into);

struct families_file {
    std::vector<reference> sources;
    concordat::families families;
};
[[nodiscard]] families_file read_families(opened_file& file);

struct criteria_file {
    std::vector<reference> sources;
    criteria_tree tree;
};
[[nodiscard]] criteria_file read_criteria(opened_file& file);

struct weights_file {
    reference criteria;
    weight_set set;
    bool ranges_read = true;  ///< false: what was said of some range could not be read
};
[[nodiscard]] weights_file read_weights(opened_file& file);

struct areas_file {
    std::vector<reference> sources, models;
    reference vocabulary;
    std::optional<reference> indicators;
    area_table table;
};
[[nodiscard]] areas_file read_areas(opened_file& file);

struct indicators_file {
    std::vector<reference> sources;
    reference data;         ///< a plain file name
    indicator_parts parts;  ///< without rows
};
[[nodiscard]] indicators_file read_indicators(opened_file& file);
struct case_file {
    std::vector<reference> sources, models;
    case_study content;
};
[[nodiscard]] case_file read_case(opened_file& file);

struct claims_file {
    std::vector<reference> sources, about;
    claim_set content;
};
[[nodiscard]] claims_file read_claims(opened_file& file);

struct study_file {
    std::vector<reference> sources, baselines, weights, reforms, models, transitions, claims;
    reference criteria;
    std::optional<reference> areas, families;
    concordat::study study;
};
[[nodiscard]] study_file read_study(opened_file& file);

/// A number, `{ low, high }`, `{ low, mode, high }`, `{ mean, sd }`, `{ values, probabilities }` or `{ observations }`.
bool read_cell(const cell& c, quantity& into);
/// `{ shape = …, … }`. A threshold's good side is the criterion's. False when it is not even a table.
bool read_value_function(const cell& c, sense better, value_function& into);

/// The weight on one criterion or branch of a table, where it has one.
struct stated_weight {
    std::string key;
    std::string parent;
    std::optional<double> low, high;  ///< the same number twice, unless it has bounds
    bool bounds = false;              ///< `[low, high]`, as shares of the branch
};
/// All that a table says of weights.
struct table_weights {
    std::vector<stated_weight> given;
    std::vector<std::string> order;
    std::vector<share_constraint> constraints;
    std::optional<surrogate_rule> surrogate;
    source_pos said_at;  ///< of the order or the constraints
};
/// Two numbers in a list; what else was expected, `expected` says.
bool read_pair(const cell& c, std::string_view expected, double& first, double& second);
/// A list of `{ of = { C1 = 1, C2 = -2 }, at_least = 0 }`.
void read_constraints(const cell& c, std::vector<share_constraint>& into);
void read_stated_weight(table_reader& in, const std::string& key, const std::string& parent, table_weights& into);
/// What `[method]` says of weights.
void read_said_of_weights(table_reader& in, table_weights& into);
/// Weights on some criteria and not on others are E202. Whether they fit the tree, `check` says.
void complete_weights(table_reader& in, const table_weights& all, ranking_table& into);
void read_criterion_settings(table_reader& in, criterion_settings& into);
void read_method(table_reader& in, const performance_table& table, table_weights& weights, method_settings& into);
bool read_cell(const cell& c, threshold& into);

// --- with what they name

[[nodiscard]] std::optional<std::vector<source>> assemble_sources(opened_file& file);
/// Those of every file named, each file once; a key that two files have is E206.
[[nodiscard]] std::vector<source> gather_sources(reading& files, const std::vector<reference>& named);
/// The sources that a file names go before its own; then `check_cards`. False when one could not be opened.
bool complete_sources(reading& files, opened_file& file, const std::vector<reference>& named,
                      std::vector<source>& sources, const std::vector<assumption>& assumptions);
/// E301 for conflicts of sources that are not there.
void check_conflicts(file_scope& file, const std::vector<conflict_of_sources>& conflicts,
                     const std::vector<source>& sources);
/// Being checked, the file may be a part marked abstract; its facts are told as far as it goes.
[[nodiscard]] std::optional<model> assemble_model(reading& files, opened_file& file, checked_file* checked = nullptr);
[[nodiscard]] std::optional<reform> assemble_reform(reading& files, opened_file& file);
/// With its sources, and checked; the model that it starts from is whoever's who needs it.
[[nodiscard]] std::optional<transition> assemble_transition(reading& files, opened_file& file);
[[nodiscard]] std::optional<families> assemble_families(reading& files, opened_file& file);
[[nodiscard]] std::optional<criteria_tree> assemble_criteria(reading& files, opened_file& file);
/// Whether a weight set fits a tree, and was asked for over its ranges; the latter only where these could be read.
void check_weights(reading& files, const weights_file& read, const criteria_tree& tree);
/// Checked against the criteria that it names.
[[nodiscard]] std::optional<weights_of_criteria> assemble_weights(reading& files, opened_file& file);
[[nodiscard]] std::optional<case_study> assemble_case(reading& files, opened_file& file);
[[nodiscard]] std::optional<claim_set> assemble_claims(reading& files, opened_file& file);
[[nodiscard]] std::optional<study> assemble_study(reading& files, opened_file& file);
/// Checked by `check(area_table)`, with its indicators, whose areas must be its own. Its models must be there; whether
/// they are sound is asked where they are baselines.
[[nodiscard]] std::optional<area_table> assemble_areas(reading& files, opened_file& file);
/// With the rows in the file of data beside it.
[[nodiscard]] std::optional<indicator_table> assemble_indicators(reading& files, opened_file& file);
[[nodiscard]] std::optional<ranking_table> assemble_table(reading& files, opened_file& file);

}  // namespace concordat::detail::input

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/read_actor.ipp"
#include "concordat/impl/read_areas.ipp"
#include "concordat/impl/read_case.ipp"
#include "concordat/impl/read_chain.ipp"
#include "concordat/impl/read_criteria.ipp"
#include "concordat/impl/read_evaluation.ipp"
#include "concordat/impl/read_evidence.ipp"
#include "concordat/impl/read_families.ipp"
#include "concordat/impl/read_formats.ipp"
#include "concordat/impl/read_indicators.ipp"
#include "concordat/impl/read_method.ipp"
#include "concordat/impl/read_model.ipp"
#include "concordat/impl/read_quantity.ipp"
#include "concordat/impl/read_ranking_table.ipp"
#include "concordat/impl/read_reform.ipp"
#include "concordat/impl/read_step.ipp"
#include "concordat/impl/read_study.ipp"
#include "concordat/impl/read_study_named.ipp"
#include "concordat/impl/read_table_weights.ipp"
#include "concordat/impl/read_transition.ipp"
#include "concordat/impl/read_vocabulary.ipp"
#include "concordat/impl/read_weights.ipp"
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/graph/catalogue.hpp"
#include "concordat/impl/graph_parameters.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace concordat {

namespace detail {

template <measure... Measures>
struct measure_list {
    static constexpr std::array<measure_info, sizeof...(Measures)> cards{Measures::info...};
};

/// In the order of the study's numbers; what has no number comes last.
using built_in_measures =
    measure_list<reach_efficiency, coverage, named_person_continuity, gatekeepers, disjoint_routes, failure_impact,
                 practitioner_multiplicity, top_level_bodies, accountability_paths, single_accountable_body,
                 common_accountable_body, least_upper_bounds, hierarchy, governance_distance, span_of_control,
                 effective_funders, funding_layers, funding_accountability_alignment, team_information_density,
                 referral_information_coverage, planning_clustering, planning_congruence, local_discretion,
                 articulation_points, hub_centralisation, transition_discontinuity, voice_reach, independent_advocacy,
                 scrutiny_independence, disruption, worst_off_reach>;

/// The names of a measure's parameters.
template <measure Measure>
[[nodiscard]] std::vector<std::string> parameter_names() {
    std::vector<std::string> names;
    std::apply([&](const auto&... p) { (names.emplace_back(p.name), ...); }, parameters::of<Measure>);
    return names;
}

[[nodiscard]] inline error unknown_parameter(std::string_view measure, const std::string& name,
                                             const std::vector<std::string>& known) {
    const auto text = std::string(measure) + " has no parameter \"" + printable(name) + '"';
    if (known.empty()) return {errc::unknown_key, text, "it takes no parameters", {}, {}};
    return {errc::unknown_key, text + "; expected " + joined(known, ", "), suggest(name, known), {}, {}};
}

/// Sets the member of that name, if the measure has one; says what is wrong with the value.
template <measure Measure>
[[nodiscard]] std::optional<error> set_parameter(Measure& m, const std::string& name, const parameter_value& value) {
    std::optional<error> wrong;
    bool known = false;
    const auto try_one = [&](const auto& p) {
        if (known || p.name != name) return;
        known = true;
        wrong = parameters::set(p, value, m);
    };
    std::apply([&](const auto&... p) { (try_one(p), ...); }, parameters::of<Measure>);
    if (!known) return unknown_parameter(Measure::info.key, name, parameter_names<Measure>());
    if (wrong)
        wrong->message = std::string(Measure::info.key) + "." + name + " = " + parameters::shown(value) +
                         ", but expected " + wrong->message;
    return wrong;
}

/// Of measures that are told which layers to read.
template <measure Measure>
[[nodiscard]] layer_set layers_read_by(const Measure& made) {
    layer_set reads = Measure::info.reads;
    if constexpr (requires(std::vector<layer> l) { l = made.layers; })
        for (const auto one : made.layers) reads.insert(one);
    return reads;
}

template <measure Measure>
[[nodiscard]] result<any_measure> make_one(const parameter_set& stated, const model* baseline) {
    Measure made;
    std::vector<error> problems;
    for (const auto& [name, value] : stated)
        if (auto wrong = set_parameter(made, name, value)) problems.push_back(std::move(*wrong));
    if (!problems.empty()) return fail(gather(std::move(problems)));
    if constexpr (std::is_same_v<Measure, disruption>) made.before = baseline;
    any_measure any;
    any.info = Measure::info;
    any.info.reads = layers_read_by(made);
    std::apply([&](const auto&... p) { (any.parameters.emplace(p.name, parameters::stated(made.*p.member)), ...); },
               parameters::of<Measure>);
    any.evaluate = std::move(made);
    return any;
}

/// Tries each measure of the list in turn.
template <measure... Measures>
[[nodiscard]] std::optional<result<any_measure>> make_named(measure_list<Measures...>, std::string_view key,
                                                            const parameter_set& stated, const model* baseline) {
    std::optional<result<any_measure>> made;
    const auto try_one = [&]<class Measure>(std::type_identity<Measure>) {
        constexpr auto card = Measure::info;
        if (!made && !key.empty() && (card.key == key || card.id == key)) made = make_one<Measure>(stated, baseline);
    };
    (try_one(std::type_identity<Measures>{}), ...);
    return made;
}

}  // namespace detail

CONCORDAT_INLINE finding any_measure::operator()(const model& m) const {
    layer_set lacking;
    for (const auto one : common(info.reads, m.incomplete())) lacking.insert(one);
    if (lacking.empty()) return evaluate(m);
    finding none;
    none.missing = "the facts do not allow this layer of the model to be drawn in full: " + text_of(lacking);
    return none;
}

CONCORDAT_INLINE std::span<const measure_info> catalogue() noexcept { return detail::built_in_measures::cards; }

CONCORDAT_INLINE result<any_measure> make_measure(std::string_view key, const parameter_set& parameters,
                                                  const model* baseline) {
    if (auto made = detail::make_named(detail::built_in_measures{}, key, parameters, baseline)) return *std::move(made);
    std::vector<std::string_view> known;
    for (const auto& card : catalogue()) known.push_back(card.key);
    return fail(errc::dangling_reference, "no built-in measure has the key or number \"" + printable(key) + '"',
                suggest(key, known));
}

}  // namespace concordat

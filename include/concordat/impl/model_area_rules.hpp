// SPDX-License-Identifier: Apache-2.0
/// Internal: the combinations that an area can be in, with their probabilities, and the rule that names each.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/model/area.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::arranging {

/// One way the deciding services can stand, none of them unknown.
struct combination {
    unsigned handed = 0;  ///< a bit for each deciding service: delegated or with a lead agency
    bool lead = false;    ///< one of them with a lead agency
    friend auto operator<=>(const combination&, const combination&) = default;
};

struct weighed_combination {
    combination combined;
    double probability = 0;
};

[[nodiscard]] inline bool decides(const area_table& table, std::string_view service) {
    return std::find(table.services.begin(), table.services.end(), service) != table.services.end();
}

/// What is said of a service in a year; null when nothing is.
[[nodiscard]] inline const delegation* stated(const area& of, std::string_view service, int year) {
    for (const auto& d : of.delegations)
        if (d.service == service && d.holds_in(year)) return &d;
    return nullptr;
}

/// A state that a service can have, and with what probability.
struct possible_state {
    delegation_state state;
    double probability;
};

/// The states of one service, none of them unknown and none of probability 0.
[[nodiscard]] inline std::vector<possible_state> states_of(const area_table& table, const delegation* said) {
    using enum delegation_state;
    std::vector<possible_state> states;
    if (said == nullptr || said->state == unknown) {
        states = {{delegated, table.unknown.value}, {not_delegated, 1 - table.unknown.value}};
    } else {
        const auto level = level_of(said->evidence, table.assumptions);
        constexpr int background_at_most = 1;
        if (level && *level > background_at_most) return {{said->state, 1}};
        states = {{said->state, table.background.value},
                  {said->state == not_delegated ? delegated : not_delegated, 1 - table.background.value}};
    }
    std::erase_if(states, [](const possible_state& s) { return s.probability <= 0; });
    return states;
}

/// Every combination of positive probability, in a fixed order: the first service varies slowest.
[[nodiscard]] inline std::vector<weighed_combination> combinations_of(const area_table& table, const area& of,
                                                                      int year) {
    std::vector<weighed_combination> all{{{}, 1}};
    for (std::size_t i = 0; i < table.services.size(); ++i) {
        const auto states = states_of(table, stated(of, table.services[i], year));
        std::vector<weighed_combination> longer;
        for (const auto& begun : all)
            for (const auto& [state, probability] : states) {
                auto next = begun;
                if (state != delegation_state::not_delegated) next.combined.handed |= 1u << i;
                next.combined.lead = next.combined.lead || state == delegation_state::lead_agency;
                next.probability *= probability;
                longer.push_back(next);
            }
        all = std::move(longer);
    }
    return all;
}

/// The combination that a rule names. Services that decide nothing are the check's business.
[[nodiscard]] inline combination named_by(const area_table& table, const arrangement_rule& rule) {
    combination made{0, rule.lead};
    for (std::size_t i = 0; i < table.services.size(); ++i)
        if (std::find(rule.delegated.begin(), rule.delegated.end(), table.services[i]) != rule.delegated.end())
            made.handed |= 1u << i;
    return made;
}

/// The rules by what they name; of two that name the same, the first.
[[nodiscard]] inline std::map<combination, const arrangement_rule*> rules_of(const area_table& table) {
    std::map<combination, const arrangement_rule*> rules;
    for (const auto& rule : table.arrangements) rules.emplace(named_by(table, rule), &rule);
    return rules;
}

/// `delegated = ["a"], lead = true`, as the file would have it.
[[nodiscard]] inline std::string written(const area_table& table, const combination& combined) {
    std::vector<std::string> handed;
    for (std::size_t i = 0; i < table.services.size(); ++i)
        if ((combined.handed >> i & 1u) != 0) handed.push_back('"' + table.services[i] + '"');
    return "delegated = [" + joined(handed, ", ") + "]" + (combined.lead ? ", lead = true" : "");
}

[[nodiscard]] inline std::string no_rule_text(const area_table& table, const combination& combined) {
    return "no arrangement has " + written(table, combined) + ", but every combination that can be needs one";
}

}  // namespace concordat::detail::arranging

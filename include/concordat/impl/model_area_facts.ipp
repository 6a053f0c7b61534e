// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/area.hpp"

namespace concordat {

namespace detail::arranging {

inline std::string named_span(const area& a, const delegation& d) {
    std::string text = a.key + ", " + d.service;
    if (d.from) text += ", from " + std::to_string(*d.from);
    if (d.to) text += ", until " + std::to_string(*d.to);
    return text;
}

inline void add_facts_of(fact_list& list, const area& a) {
    const auto add = [&](const char* what, const evidence& card) {
        list.add("area", a.key + (what[0] == '\0' ? "" : ", ") + what, card, a.where);
    };
    const auto add_stated = [&](const char* what, const auto& fact) {
        if (fact) add(what, fact->evidence);
    };
    add("", a.evidence);
    if (!a.partnership_code.empty() || a.partnership_evidence.stated()) add("partnership", a.partnership_evidence);
    add_stated("integration", a.integration);
    add_stated("established", a.established);
    add_stated("population", a.population);
    add_stated("population under 18", a.population_under_18);
    add_stated("most deprived fifth", a.most_deprived_fifth);
    add_stated("most deprived fifth, children", a.most_deprived_fifth_children);
    add_stated("rurality", a.rurality);
    add_stated("islands", a.islands);
    for (const auto& d : a.delegations) list.add("delegation", named_span(a, d), d.evidence, d.where);
}

}  // namespace detail::arranging

CONCORDAT_INLINE fact_list facts_of(const area_table& table) {
    fact_list list{{}, table.sources, table.assumptions, table.conflicts};
    for (const auto& rule : table.arrangements)
        if (rule.evidence.stated()) list.add("arrangement", rule.model, rule.evidence, rule.where);
    list.add("odds", "unknown", table.unknown.evidence, table.where);
    list.add("odds", "background", table.background.evidence, table.where);
    for (const auto& a : table.areas) detail::arranging::add_facts_of(list, a);
    return list;
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/assess/assess.hpp"
#include "concordat/core/text.hpp"
#include "concordat/impl/assess_columns.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace concordat {

namespace detail {

/// Grades a cell that the graph answers by its weakest fact. An unsourced fact is as weak as an assumed one.
inline void grade(const model& m, assessed_cell& cell) {
    std::set<std::uint32_t> relations, rights;
    for (const auto& w : cell.found.witnesses) {
        relations.insert(w.relations.begin(), w.relations.end());
        rights.insert(w.rights.begin(), w.rights.end());
    }
    const auto count = [&](const evidence& card) {
        const auto stated = m.level_of(card);
        const int level = stated ? *stated : 0;
        if (level == 0) ++cell.facts_at_assumption;
        cell.level = cell.level ? std::min(*cell.level, level) : level;
    };
    for (const auto at : relations) count(m.relations()[at].evidence);
    for (const auto at : rights) count(m.decision_rights()[at].evidence);
}

[[nodiscard]] inline assessed_cell measured_cell(const any_measure& measure, const model& after) {
    assessed_cell cell;
    cell.found = measure(after);
    if (!cell.found.value) {
        cell.missing = cell.found.missing;
        return cell;
    }
    cell.value = exact_value{*cell.found.value};
    grade(after, cell);
    return cell;
}

[[nodiscard]] inline result<std::vector<any_measure>> measures_of(const criteria_tree& tree, const model* before) {
    std::vector<any_measure> measures;
    for (const auto& c : tree.criteria) {
        if (c.measure.empty()) {
            measures.emplace_back();
            continue;
        }
        CONCORDAT_TRY(auto made, make_measure(c.measure, c.parameters, before));
        measures.push_back(std::move(made));
    }
    return measures;
}

}  // namespace detail

CONCORDAT_INLINE result<assessment> assess(const criteria_tree& tree,
                                           const std::map<std::string, sense, std::less<>>& decided,
                                           std::span<const candidate> candidates, std::span<const given_value> given) {
    assessment out;
    out.table = detail::empty_table(tree, decided);
    for (const auto& option : candidates) {
        CONCORDAT_ASSERT(option.after != nullptr);
        out.table.options.push_back({option.key, option.title});
        CONCORDAT_TRY(const auto measures, detail::measures_of(tree, option.before));
        for (std::size_t i = 0; i < tree.criteria.size(); ++i) {
            const auto& c = tree.criteria[i];
            out.cells.push_back(c.measure.empty() ? detail::given_cell(c, option.key, given)
                                                  : detail::measured_cell(measures[i], *option.after));
            out.table.cells.push_back(out.cells.back().value);
        }
    }
    CONCORDAT_TRY(out.table, check(std::move(out.table)));
    return out;
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/graph/scrutiny.hpp"
#include "concordat/impl/graph_independence.hpp"
#include "concordat/impl/graph_payments.hpp"
#include "concordat/impl/graph_showing.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

namespace concordat {

namespace detail::inspection {

/// One `inspects` relation, and what was found about it.
struct tie {
    actor_index inspector = 0;
    actor_index inspected = 0;
    std::uint32_t relation = 0;
    bool strict = false;
    bool lenient = false;
};

[[nodiscard]] inline std::vector<tie> ties_of(const model& m, const independence_of_lines& lines) {
    std::vector<tie> ties;
    for (const auto& r : m.relations(relation_type::inspects)) {
        if (!m.holds(r)) continue;
        const auto [from, to] = m.ends_of(r);
        ties.push_back({from, to, showing::position(m, r), lines.are_independent(from, to, independence::strict),
                        lines.are_independent(from, to, independence::lenient)});
    }
    return ties;
}

/// Who delivers anything to the public, at any age, ascending.
[[nodiscard]] inline std::vector<actor_index> delivering(const model& m) {
    std::set<actor_index> found;
    for (const auto& r : m.relations(relation_type::delivers))
        if (m.holds(r) && m.actors()[m.ends_of(r).to].level == level::public_) found.insert(m.ends_of(r).from);
    return {found.begin(), found.end()};
}

/// By what one actor delivers to the public, ascending.
[[nodiscard]] inline std::vector<std::uint32_t> deliveries_by(const model& m, actor_index provider) {
    std::vector<std::uint32_t> found;
    for (const auto& r : m.relations(relation_type::delivers))
        if (m.holds(r) && m.ends_of(r).from == provider && m.actors()[m.ends_of(r).to].level == level::public_)
            found.push_back(showing::position(m, r));
    return found;
}

/// The first reason against independence, or that there is none.
[[nodiscard]] inline std::string told(const model& m, const independence_of_lines& lines, const tie& t) {
    const auto text = showing::key(m, t.inspector) + " -> " + showing::key(m, t.inspected) + ": ";
    for (const auto a : {t.inspector, t.inspected})
        if (!lines.has_line(a)) return text + showing::key(m, a) + " has no line at all";
    const auto shared = lines.shared(t.inspector, t.inspected, independence::strict);
    return text + (shared ? "both answer to " + showing::key(m, *shared) : "no superior in common");
}

/// How one delivering actor is inspected, itself or as part of its legal entity.
struct cover {
    std::set<actor_index> inspectors;
    std::vector<std::uint32_t> relations;
    bool strict = false;
    bool lenient = false;
};

[[nodiscard]] inline cover cover_of(const model& m, const independence_of_lines& lines, const std::vector<tie>& ties,
                                    actor_index provider) {
    cover c;
    for (const auto& t : ties) {
        const bool itself = t.inspected == provider;
        if (!itself && t.inspected != m.legal_entity_of(provider)) continue;
        if (t.inspector == provider) continue;
        c.inspectors.insert(t.inspector);
        c.relations.push_back(t.relation);
        const bool look_at_team = !itself && lines.has_line(provider);
        const auto holds_for_team = [&](independence how) {
            return !look_at_team || lines.are_independent(t.inspector, provider, how);
        };
        c.strict = c.strict || (t.strict && holds_for_team(independence::strict));
        c.lenient = c.lenient || (t.lenient && holds_for_team(independence::lenient));
    }
    return c;
}

/// Mean over inspections of the share of the inspector's money that the inspected, or those it answers to, give.
/// Nothing where an amount that matters is not known; an inspector whom nobody funds takes none of it from them.
[[nodiscard]] inline std::optional<double> income_from_inspected(const model& m, const independence_of_lines& lines,
                                                                 const std::vector<tie>& ties) {
    const auto found = money::flows_of(m, {}, {});
    if (!found.missing.empty() || ties.empty()) return std::nullopt;
    double sum = 0;
    for (const auto& t : ties) {
        double total = 0, from_them = 0;
        const auto income = found.into(t.inspector);
        for (const auto& f : income) {
            if (!f.amount && income.size() > 1) return std::nullopt;
            const double amount = income.size() == 1 ? 1.0 : *f.amount;
            total += amount;
            if (lines.above().reaches(t.inspected, f.between.from)) from_them += amount;
        }
        if (total > 0) sum += from_them / total;
    }
    return showing::mean(sum, ties.size());
}

/// The figures over inspections as they are drawn.
inline void tell_inspections(const model& m, const independence_of_lines& lines, const std::vector<tie>& ties,
                             finding& f) {
    std::size_t strict = 0, lenient = 0, without_line = 0;
    for (const auto& t : ties) {
        if (t.strict) ++strict;
        if (t.lenient) ++lenient;
        if (!lines.has_line(t.inspector) || !lines.has_line(t.inspected)) ++without_line;
        witness w{told(m, lines, t), {t.relation}, {t.inspector, t.inspected}};
        const auto followed = showing::relations_from(lines.lines(), w.actors);
        w.relations.insert(w.relations.end(), followed.begin(), followed.end());
        f.witnesses.push_back(std::move(w));
    }
    if (!ties.empty()) {
        f.figures.push_back({"strict", showing::mean(static_cast<double>(strict), ties.size())});
        f.figures.push_back({"lenient", showing::mean(static_cast<double>(lenient), ties.size())});
    }
    f.figures.push_back({"without a line", static_cast<double>(without_line)});
    if (const auto share = income_from_inspected(m, lines, ties))
        f.figures.push_back({"income from the inspected", *share});
}

}  // namespace detail::inspection

CONCORDAT_INLINE finding scrutiny_independence::operator()(const model& m) const {
    const auto providers = detail::inspection::delivering(m);
    if (providers.empty()) return detail::showing::lacking("no actor delivers anything to an actor of level public");
    const detail::independence_of_lines lines(m, exempt);
    const auto ties = detail::inspection::ties_of(m, lines);
    finding f;
    detail::inspection::tell_inspections(m, lines, ties, f);
    std::size_t strict = 0, lenient = 0, covered = 0, inspectors = 0;
    for (const auto p : providers) {
        auto c = detail::inspection::cover_of(m, lines, ties, p);
        inspectors += c.inspectors.size();
        if (!c.inspectors.empty()) ++covered;
        if (c.strict) ++strict;
        if (c.lenient) ++lenient;
        if (c.strict) continue;
        if (c.relations.empty()) c.relations = detail::inspection::deliveries_by(m, p);
        f.witnesses.push_back({detail::showing::key(m, p) +
                                   (c.inspectors.empty() ? ": nobody inspects it" : ": no independent inspector"),
                               std::move(c.relations),
                               {p}});
    }
    const auto share = [&](std::size_t n) { return detail::showing::mean(static_cast<double>(n), providers.size()); };
    f.figures.push_back({"lenient coverage", share(lenient)});
    f.figures.push_back({"coverage", share(covered)});
    f.figures.push_back({"burden", share(inspectors)});
    f.value = share(strict);
    return f;
}

}  // namespace concordat

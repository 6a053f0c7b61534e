// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/graph/disruption.hpp"
#include "concordat/impl/graph_showing.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace concordat {

namespace detail::breaking {

/// What makes a tie the same in two models: a relation for one of its services, or a general one. Ends of types that
/// hold both ways are in order.
struct label {
    relation_type type;
    std::string_view from, to, service;
    const relation* of;

    [[nodiscard]] auto tied() const { return std::tie(type, from, to, service, of->ages.from, of->ages.to, of->role); }
    friend bool operator<(const label& a, const label& b) { return a.tied() < b.tied(); }
};

[[nodiscard]] inline std::vector<label> labels(const model& m) {
    std::vector<label> all;
    for (const auto& r : m.relations()) {
        if (!m.holds(r)) continue;
        const bool turned = is_symmetric(r.type) && r.to < r.from;
        const std::string_view from = turned ? r.to : r.from, to = turned ? r.from : r.to;
        if (r.services.empty()) all.push_back({r.type, from, to, {}, &r});
        for (const auto& service : r.services) all.push_back({r.type, from, to, service, &r});
    }
    if (!std::is_sorted(all.begin(), all.end())) std::stable_sort(all.begin(), all.end());
    // Two relations may both be for one service among others: one tie.
    const auto same = [](const label& a, const label& b) { return a.tied() == b.tied(); };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    return all;
}

/// The relation as it is for the one service.
[[nodiscard]] inline std::string told(const label& l) {
    if (l.of->services.size() < 2) return identity(*l.of);
    relation alone = *l.of;
    alone.services = {std::string(l.service)};
    return identity(alone);
}

/// How many ties of a layer are kept, gone and new.
struct tally {
    std::size_t kept = 0, lost = 0, made = 0;
    [[nodiscard]] std::size_t all() const { return kept + lost + made; }
    tally& operator+=(const tally& other) {
        kept += other.kept;
        lost += other.lost;
        made += other.made;
        return *this;
    }
};
using tallies = std::array<tally, layer_count>;

/// Walks both lists together, telling the changes in the layers that count. Positions in a witness are those of the
/// model measured, so a relation that is gone is told by its text and the actors that are still there.
[[nodiscard]] inline tallies compare(const model& before, const model& after,
                                     const std::array<bool, layer_count>& counts, finding& f) {
    const auto old_ties = labels(before), new_ties = labels(after);
    tallies t{};
    const auto tell = [&](const label& l, bool made) {
        auto& here = t[static_cast<std::size_t>(layer_of(l.type))];
        ++(made ? here.made : here.lost);
        if (!counts[static_cast<std::size_t>(layer_of(l.type))]) return;
        witness w{(made ? "+ " : "- ") + told(l), {}, {}};
        if (made) w.relations.push_back(showing::position(after, *l.of));
        for (const auto end : {l.from, l.to})
            if (const auto a = after.index_of(end)) w.actors.push_back(*a);
        f.witnesses.push_back(std::move(w));
    };
    auto o = old_ties.begin();
    auto n = new_ties.begin();
    while (o != old_ties.end() || n != new_ties.end()) {
        if (n == new_ties.end() || (o != old_ties.end() && *o < *n)) {
            tell(*o++, false);
        } else if (o == old_ties.end() || *n < *o) {
            tell(*n++, true);
        } else {
            ++t[static_cast<std::size_t>(layer_of(o->type))].kept;
            ++o, ++n;
        }
    }
    return t;
}

/// Who employs an actor: whoever has an `employs` relation to it; and its legal entity.
[[nodiscard]] inline std::vector<std::set<std::string_view>> employers(const model& m) {
    std::vector<std::set<std::string_view>> of(m.actors().size());
    for (const auto& r : m.relations(relation_type::employs))
        if (m.holds(r)) of[m.ends_of(r).to].insert(r.from);
    return of;
}

/// Counts and tells the actors of both models that change hands.
[[nodiscard]] inline std::size_t employer_changes(const model& before, const model& after, finding& f) {
    const auto old_employers = employers(before), new_employers = employers(after);
    std::size_t changes = 0;
    for (actor_index a = 0; a < after.actors().size(); ++a) {
        const auto& actor = after.actors()[a];
        const auto was = before.index_of(actor.key);
        if (!was) continue;
        const auto& entity_before = showing::key(before, before.legal_entity_of(*was));
        const auto& entity_after = showing::key(after, after.legal_entity_of(a));
        if (entity_before == entity_after && old_employers[*was] == new_employers[a]) continue;
        ++changes;
        witness w{showing::text({"employer of ", actor.key, ": ", entity_before, " -> ", entity_after}), {}, {a}};
        for (const auto& r : after.relations(relation_type::employs))
            if (after.holds(r) && after.ends_of(r).to == a) w.relations.push_back(showing::position(after, r));
        f.witnesses.push_back(std::move(w));
    }
    return changes;
}

inline constexpr std::array working_layers{layer::accountability, layer::money,       layer::referral,
                                           layer::delivery,       layer::information, layer::planning};

/// Which layers count; nothing, and the reason, where a name is no layer.
[[nodiscard]] inline std::optional<std::array<bool, layer_count>> counted(const std::vector<std::string>& names,
                                                                          std::string& missing) {
    std::array<bool, layer_count> counts{};
    for (const auto& one : names) {
        const auto found = word<layer>(one);
        if (!found) {
            missing = "\"" + one + "\" is no layer; " + suggest(one, words<layer>());
            return std::nullopt;
        }
        counts[static_cast<std::size_t>(*found)] = true;
    }
    if (names.empty())
        for (const auto l : working_layers) counts[static_cast<std::size_t>(l)] = true;
    return counts;
}

}  // namespace detail::breaking

CONCORDAT_INLINE finding disruption::operator()(const model& m) const {
    if (before == nullptr) return detail::showing::lacking("no model to measure from: disruption needs a baseline");
    finding f;
    const auto counts = detail::breaking::counted(layers, f.missing);
    if (!counts) return f;
    const auto tallies = detail::breaking::compare(*before, m, *counts, f);
    detail::breaking::tally total;
    for (std::size_t l = 0; l < layer_count; ++l) {
        const auto& t = tallies[l];
        if ((*counts)[l]) total += t;
        if (t.all() > 0)
            f.figures.push_back({std::string(name(static_cast<layer>(l))),
                                 detail::showing::mean(static_cast<double>(t.lost + t.made), t.all())});
    }
    const auto changes = detail::breaking::employer_changes(*before, m, f);
    if (total.kept + total.lost > 0)
        f.figures.push_back({"lost", detail::showing::mean(static_cast<double>(total.lost), total.kept + total.lost)});
    f.figures.push_back({"employer changes", static_cast<double>(changes)});
    layer_set read;
    for (std::size_t l = 0; l < layer_count; ++l)
        if ((*counts)[l]) read.insert(static_cast<layer>(l));
    layer_set partly = before->incomplete();
    partly.insert(m.incomplete());
    for (const auto one : common(read, partly))
        f.witnesses.push_back(
            {detail::showing::text({"not drawn in full, so more may change than is counted: ", name(one)}), {}, {}});
    if (total.all() == 0)
        f.missing = "neither model has a relation that holds in the layers that count";
    else
        f.value = detail::showing::mean(static_cast<double>(total.lost + total.made), total.all());
    return f;
}

}  // namespace concordat

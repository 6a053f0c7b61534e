// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/graph/network.hpp"
#include "concordat/graph/transitions.hpp"
#include "concordat/impl/graph_showing.hpp"
#include "concordat/impl/graph_team.ipp"
#include "concordat/impl/model_holding.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace concordat {

namespace detail {

inline constexpr std::array<std::string_view, 3> need_owner_words{"organisation", "legal_entity", "accountable_body"};

/// The largest age below: with it half-open spans need no second rule for the eve of a birthday. `age` is above 0.
[[nodiscard]] inline double eve_of(double age) { return std::bit_cast<double>(std::bit_cast<std::uint64_t>(age) - 1); }

/// Who owns a need at an age, ascending, and the relations that say so: deliveries, and where a body owns it the
/// delegations or the lines of accountability that lead to it.
struct need_owners {
    std::vector<actor_index> actors;
    std::vector<std::uint32_t> relations;
};

/// Makes the bodies to which a service is delegated for that age and who delegate it no further its owners.
inline void own_by_delegation(const model& m, const std::string& service, double age, need_owners& owners) {
    std::vector<actor_index> passing_on;
    for (const auto& r : m.relations(relation_type::delegates_to)) {
        if (!m.holds(r) || !r.covers(service) || !r.ages.contains(age)) continue;
        owners.actors.push_back(m.ends_of(r).to);
        owners.relations.push_back(showing::position(m, r));
        passing_on.push_back(m.ends_of(r).from);
    }
    sort_and_unify(owners.actors);
    sort_and_unify(passing_on);
    std::erase_if(owners.actors,
                  [&](actor_index a) { return std::binary_search(passing_on.begin(), passing_on.end(), a); });
}

/// Appends the nearest bodies at or above one who delivers, all that stand equally near: neither officers nor front
/// line.
inline void append_bodies_above(const model& m, const network& lines, actor_index deliverer, need_owners& owners) {
    std::vector<bool> seen(m.actors().size(), false);
    std::vector<actor_index> here{deliverer}, above;
    seen[deliverer] = true;
    for (bool found = false; !here.empty() && !found; here.swap(above)) {
        above.clear();
        for (const auto a : here) {
            if (holding_of::is_body(m.actors()[a])) {
                owners.actors.push_back(a);
                found = true;
                continue;
            }
            for (const auto& line : lines.out(a)) {
                owners.relations.push_back(line.relation);
                if (seen[line.to]) continue;
                seen[line.to] = true;
                above.push_back(line.to);
            }
        }
    }
}

[[nodiscard]] inline need_owners owners_at(const model& m, const need& n, double age, need_owner owner) {
    need_owners owners;
    std::vector<actor_index> delivering;
    for (const auto& [deliverer, relation] : deliveries_for(m, n, age)) {
        delivering.push_back(deliverer);
        owners.relations.push_back(relation);
    }
    if (owner == need_owner::organisation || delivering.empty()) {
        owners.actors = std::move(delivering);
    } else if (owner == need_owner::legal_entity) {
        for (const auto a : delivering) owners.actors.push_back(m.legal_entity_of(a));
    } else {
        own_by_delegation(m, n.service, age, owners);
        if (!owners.actors.empty()) return owners;
        const auto lines = select(m, {{relation_type::accountable_to}, {n.service}, age});
        for (const auto a : delivering) append_bodies_above(m, lines, a, owners);
    }
    sort_and_unify(owners.actors);
    return owners;
}

/// Appends what two ages rest on, each relation once.
inline void append_grounds_of(const need_owners& before, const need_owners& after, std::vector<std::uint32_t>& to) {
    to.insert(to.end(), before.relations.begin(), before.relations.end());
    to.insert(to.end(), after.relations.begin(), after.relations.end());
    sort_and_unify(to);
}

[[nodiscard]] inline bool have_one_in_common(const std::vector<actor_index>& a, const std::vector<actor_index>& b) {
    return std::any_of(a.begin(), a.end(), [&](actor_index v) { return std::binary_search(b.begin(), b.end(), v); });
}

/// What one birthday does to one family.
struct birthday {
    std::size_t continuing = 0;  ///< needs with an owner on both sides
    std::size_t changed = 0;
    std::size_t covered = 0;  ///< of the changed
    std::size_t lasting = 0;  ///< needs after
    std::size_t ended = 0;
};

/// Counts one need, and tells what happened to it; where nothing did, keeps what that rests on.
inline void pass_birthday(const model& m, const persona& family, const need& n, double age,
                          const transition_discontinuity& asked, birthday& day, finding& f,
                          std::vector<std::uint32_t>& unchanged) {
    if (n.recipient_age || !n.ages.contains(age)) return;
    ++day.lasting;
    if (!n.ages.contains(eve_of(age))) return;
    const auto before = owners_at(m, n, eve_of(age), asked.owner);
    if (before.actors.empty()) return;
    const auto after = owners_at(m, n, age, asked.owner);
    if (!after.actors.empty()) ++day.continuing;
    if (std::includes(after.actors.begin(), after.actors.end(), before.actors.begin(), before.actors.end())) {
        append_grounds_of(before, after, unchanged);
        return;
    }
    witness w;
    w.text = family.key + ", " + n.service + " at " + shortest(age) + ": " + showing::keys(m, before.actors) + " -> " +
             (after.actors.empty() ? "nobody" : showing::keys(m, after.actors));
    w.actors = before.actors;
    w.actors.insert(w.actors.end(), after.actors.begin(), after.actors.end());
    sort_and_unify(w.actors);
    append_grounds_of(before, after, w.relations);
    f.witnesses.push_back(std::move(w));
    if (after.actors.empty()) {
        ++day.ended;
        return;
    }
    ++day.changed;
    const double earlier = age - asked.overlap_months / 12;
    if (earlier < 0) return;
    const auto prepared = owners_at(m, n, std::min(earlier, eve_of(age)), asked.owner);
    if (have_one_in_common(prepared.actors, after.actors)) ++day.covered;
}

/// Weighted sums over personas and birthdays.
struct transition_sums {
    double changed_shares = 0, with_continuing = 0;
    double ended_shares = 0, with_lasting = 0;

    void add(double weight, const birthday& day) {
        if (day.continuing > 0) {
            changed_shares += weight * (static_cast<double>(day.changed) / static_cast<double>(day.continuing));
            with_continuing += weight;
        }
        if (day.lasting > 0) {
            ended_shares += weight * (static_cast<double>(day.ended) / static_cast<double>(day.lasting));
            with_lasting += weight;
        }
    }
    void show(const std::string& when, finding& f) const {
        if (with_continuing > 0) f.figures.push_back({"changed" + when, changed_shares / with_continuing});
        if (with_lasting > 0) f.figures.push_back({"ended" + when, ended_shares / with_lasting});
    }
};

}  // namespace detail

CONCORDAT_INLINE std::string_view name(need_owner o) noexcept {
    return detail::need_owner_words[static_cast<std::size_t>(o)];
}

template <>
CONCORDAT_INLINE std::span<const std::string_view> words<need_owner>() noexcept {
    return detail::need_owner_words;
}

CONCORDAT_INLINE finding transition_discontinuity::operator()(const model& m) const {
    auto birthdays = ages;
    std::sort(birthdays.begin(), birthdays.end());
    birthdays.erase(std::unique(birthdays.begin(), birthdays.end()), birthdays.end());
    std::vector<detail::transition_sums> at(birthdays.size());
    detail::transition_sums all;
    std::size_t cliff = 0, changes = 0, covered = 0;
    std::vector<std::uint32_t> unchanged;
    finding f;
    for (const auto& family : m.personas()) {
        detail::transition_sums own;
        for (std::size_t b = 0; b < birthdays.size(); ++b) {
            CONCORDAT_ASSERT(birthdays[b] > 0);
            if (birthdays[b] <= family.age) continue;
            detail::birthday day;
            for (const auto& n : family.needs)
                detail::pass_birthday(m, family, n, birthdays[b], *this, day, f, unchanged);
            at[b].add(family.weight, day);
            own.add(1, day);
            cliff = std::max(cliff, day.changed + day.ended);
            changes += day.changed;
            covered += day.covered;
        }
        if (own.with_continuing > 0) {
            all.changed_shares += family.weight * (own.changed_shares / own.with_continuing);
            all.with_continuing += family.weight;
        }
        if (own.with_lasting > 0) {
            all.ended_shares += family.weight * (own.ended_shares / own.with_lasting);
            all.with_lasting += family.weight;
        }
    }
    all.show("", f);
    for (std::size_t b = 0; b < birthdays.size(); ++b) at[b].show(" at " + shortest(birthdays[b]), f);
    f.figures.push_back({"cliff", static_cast<double>(cliff)});
    if (changes > 0)
        f.figures.push_back({"transition cover", static_cast<double>(covered) / static_cast<double>(changes)});
    if (all.with_continuing > 0)
        f.value = all.changed_shares / all.with_continuing;
    else
        f.missing = "no persona has a need with an owner before and after one of its coming birthdays";
    if (f.value && !unchanged.empty())
        f.witnesses.push_back({f.witnesses.empty() ? "no need changes hands or ends at a birthday"
                                                   : "whatever else goes on past a birthday stays in the same hands",
                               std::move(unchanged),
                               {}});
    return f;
}

}  // namespace concordat

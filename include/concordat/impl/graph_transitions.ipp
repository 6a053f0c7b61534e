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

/// The bodies to which a service is delegated for that age and who delegate it no further.
[[nodiscard]] inline std::vector<actor_index> last_delegates_at(const model& m, const std::string& service,
                                                                double age) {
    std::vector<actor_index> last, passing_on;
    for (const auto& r : m.relations(relation_type::delegates_to)) {
        if (!m.holds(r) || !r.covers(service) || !r.ages.contains(age)) continue;
        last.push_back(m.ends_of(r).to);
        passing_on.push_back(m.ends_of(r).from);
    }
    sort_and_unify(last);
    sort_and_unify(passing_on);
    std::erase_if(last, [&](actor_index a) { return std::binary_search(passing_on.begin(), passing_on.end(), a); });
    return last;
}

/// Appends the nearest bodies at or above one who delivers, all that stand equally near: neither officers nor front
/// line.
inline void append_bodies_above(const model& m, const network& lines, actor_index deliverer,
                                std::vector<actor_index>& bodies) {
    std::vector<bool> seen(m.actors().size(), false);
    std::vector<actor_index> here{deliverer}, above;
    seen[deliverer] = true;
    for (bool found = false; !here.empty() && !found; here.swap(above)) {
        above.clear();
        for (const auto a : here) {
            if (holding_of::is_body(m.actors()[a])) {
                bodies.push_back(a);
                found = true;
                continue;
            }
            for (const auto& line : lines.out(a))
                if (!seen[line.to]) {
                    seen[line.to] = true;
                    above.push_back(line.to);
                }
        }
    }
}

[[nodiscard]] inline std::vector<actor_index> owners_at(const model& m, const need& n, double age, need_owner owner) {
    auto delivering = deliverers(m, n, age);
    if (owner == need_owner::organisation || delivering.empty()) return delivering;
    std::vector<actor_index> owners;
    if (owner == need_owner::legal_entity) {
        for (const auto a : delivering) owners.push_back(m.legal_entity_of(a));
    } else {
        owners = last_delegates_at(m, n.service, age);
        if (!owners.empty()) return owners;
        const auto lines = select(m, {{relation_type::accountable_to}, {n.service}, age});
        for (const auto a : delivering) append_bodies_above(m, lines, a, owners);
    }
    sort_and_unify(owners);
    return owners;
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

/// Counts one need, and tells what happened to it.
inline void pass_birthday(const model& m, const persona& family, const need& n, double age,
                          const transition_discontinuity& asked, birthday& day, finding& f) {
    if (n.recipient_age || !n.ages.contains(age)) return;
    ++day.lasting;
    if (!n.ages.contains(eve_of(age))) return;
    const auto before = owners_at(m, n, eve_of(age), asked.owner);
    if (before.empty()) return;
    const auto after = owners_at(m, n, age, asked.owner);
    const auto start = family.key + ", " + n.service + " at " + shortest(age) + ": " + showing::keys(m, before);
    auto actors = before;
    actors.insert(actors.end(), after.begin(), after.end());
    sort_and_unify(actors);
    if (after.empty()) {
        ++day.ended;
        f.witnesses.push_back({start + " -> nobody", {}, std::move(actors)});
        return;
    }
    ++day.continuing;
    if (std::includes(after.begin(), after.end(), before.begin(), before.end())) return;
    ++day.changed;
    const double earlier = age - asked.overlap_months / 12;
    if (earlier >= 0 && have_one_in_common(owners_at(m, n, std::min(earlier, eve_of(age)), asked.owner), after))
        ++day.covered;
    f.witnesses.push_back({start + " -> " + showing::keys(m, after), {}, std::move(actors)});
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
    finding f;
    for (const auto& family : m.personas()) {
        detail::transition_sums own;
        for (std::size_t b = 0; b < birthdays.size(); ++b) {
            CONCORDAT_ASSERT(birthdays[b] > 0);
            if (birthdays[b] <= family.age) continue;
            detail::birthday day;
            for (const auto& n : family.needs) detail::pass_birthday(m, family, n, birthdays[b], *this, day, f);
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
    if (f.value && f.witnesses.empty()) f.witnesses.push_back({"no need changes hands or ends at a birthday", {}, {}});
    return f;
}

}  // namespace concordat

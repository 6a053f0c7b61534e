// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/model_bench.hpp"

#include <algorithm>

namespace concordat::detail::reforming {

using modelling::in_quotes;
using modelling::nearest_of;

CONCORDAT_INLINE shares divide(const relation& r, std::string_view service, const std::vector<std::string>& whole) {
    const auto& all = r.services.empty() ? whole : r.services;
    std::vector<std::string> others;
    std::copy_if(all.begin(), all.end(), std::back_inserter(others), [&](const auto& s) { return s != service; });
    if (others.empty()) return {r, std::nullopt};
    shares divided{r, r};
    divided.part.services = {std::string(service)};
    divided.rest->services = std::move(others);
    if (r.amount) {
        divided.part.amount->value = r.amount->value / static_cast<double>(divided.rest->services.size() + 1);
        divided.rest->amount->value = r.amount->value - divided.part.amount->value;
    }
    return divided;
}

CONCORDAT_INLINE void bench::put(relation r) {
    sign(r);
    added_.push_back(std::move(r));
}

CONCORDAT_INLINE void bench::ensure(relation_type type, const std::string& from, const std::string& to,
                                    const std::string& service) {
    const auto serves = [&](const relation& r) {
        return r.type == type && r.from == from && r.to == to && r.covers(service) && r.ages.is_all() &&
               r.holds_on(before.as_of());
    };
    for (const auto& r : before.relations(type))
        if (!is_gone(r) && serves(r)) return;
    if (from == to || std::any_of(added_.begin(), added_.end(), serves)) return;
    relation plain;
    plain.type = type;
    plain.from = from;
    plain.to = to;
    plain.services = {service};
    put(std::move(plain));
}

CONCORDAT_INLINE relation bench::take(const relation& r, std::string_view service,
                                      const std::vector<std::string>& whole) {
    auto divided = divide(r, service, whole);
    drop(r);
    if (divided.rest) put(*std::move(divided.rest));
    return std::move(divided.part);
}

CONCORDAT_INLINE std::vector<std::string> bench::all_services() const {
    std::vector<std::string> all;
    for (const auto& s : before.services()) all.push_back(s.key);
    return all;
}

CONCORDAT_INLINE std::vector<std::string> bench::services_below(std::string_view key) const {
    const auto start = before.index_of(key);
    CONCORDAT_ASSERT(start.has_value());
    std::vector<actor_index> reached{*start};
    holding_of::actor_set seen(before.actors().size());
    seen.add(*start);
    for (std::size_t i = 0; i < reached.size(); ++i)
        for (const auto& r : before.relations(relation_type::accountable_to)) {
            const auto [from, to] = before.ends_of(r);
            if (to != reached[i] || !before.holds(r) || before.actors()[from].level != level::frontline) continue;
            if (seen.add(from)) reached.push_back(from);
        }
    std::vector<std::string> services;
    for (const auto& r : before.relations(relation_type::delivers)) {
        if (!before.holds(r) || !seen.has(before.ends_of(r).from)) continue;
        if (before.actors()[before.ends_of(r).to].level != level::public_) continue;
        if (r.services.empty()) return all_services();
        services.insert(services.end(), r.services.begin(), r.services.end());
    }
    std::sort(services.begin(), services.end());
    services.erase(std::unique(services.begin(), services.end()), services.end());
    return services;
}

CONCORDAT_INLINE status bench::needs_actor(std::string_view field, std::string_view key) const {
    if (before.find_actor(key) != nullptr) return {};
    return cannot(std::string(field) + " = " + in_quotes(key) + ", but no actor of " + before.key() + " has this key",
                  nearest_of(key, before.actors()));
}

CONCORDAT_INLINE status bench::needs_service(std::string_view key) const {
    if (modelling::find_by_key(before.parts().services, key) != nullptr) return {};
    return cannot("service = " + in_quotes(key) + ", but the vocabulary of " + before.key() + " has no such service",
                  nearest_of(key, before.services()));
}

CONCORDAT_INLINE result<std::vector<std::string>> bench::resolve(std::string_view field, const endpoint& end) const {
    if (const auto* key = std::get_if<std::string>(&end)) {
        if (auto known = needs_actor(field, *key); !known) return fail(std::move(known).error());
        return std::vector<std::string>{*key};
    }
    const auto& [service, role] = std::get<holder_of>(end);
    if (auto known = needs_service(service); !known) return fail(std::move(known).error());
    auto found = holders(before, service, role);
    if (found.empty())
        return cannot("nobody " + std::string(verb_of(role)) + ' ' + in_quotes(service) + " in " + before.key() +
                      ", so `" + std::string(field) + "` means no actor");
    return found;
}

/// Equal relations become one. What holds today stands for what does not; of two that hold, the amounts add, and an
/// amount that is not known makes the sum unknown.
CONCORDAT_INLINE status bench::unite(relation& standing, const relation& incoming) const {
    const bool stands = standing.holds_on(before.as_of());
    if (stands != incoming.holds_on(before.as_of())) {
        if (!stands) standing = incoming;
        return {};
    }
    if (standing.amount && incoming.amount) {
        if (standing.amount->unit != incoming.amount->unit || standing.amount->year != incoming.amount->year)
            return cannot("relation " + identity(standing) + " would join " + modelling::amount_text(*standing.amount) +
                              " and " + modelling::amount_text(*incoming.amount) + ", expected one unit and year",
                          "amounts are never converted; revise one of them first");
        standing.amount->value += incoming.amount->value;
    } else {
        standing.amount.reset();
    }
    standing.where = now.where;
    if (!standing.evidence.stated()) standing.evidence = incoming.evidence;
    return {};
}

CONCORDAT_INLINE relation* bench::twin_of(const relation& r) {
    const auto same = [&](const relation& other) { return modelling::same_identity(other, r); };
    const auto put_aside = std::find_if(edited_.added.begin(), edited_.added.end(), same);
    if (put_aside != edited_.added.end()) return &*put_aside;
    for (const auto& standing : before.relations(r.type)) {
        if (is_gone(standing) || !same(standing)) continue;
        drop(standing);
        return &edited_.added.emplace_back(standing);
    }
    return nullptr;
}

CONCORDAT_INLINE result<step_outcome> bench::finish() {
    for (auto& r : added_) {
        std::sort(r.services.begin(), r.services.end());
        auto* twin = twin_of(r);
        if (twin == nullptr) {
            edited_.added.push_back(std::move(r));
        } else if (auto united = unite(*twin, r); !united) {
            return fail(std::move(united).error());
        }
    }
    std::stable_sort(edited_.added.begin(), edited_.added.end(), modelling::stands_earlier);
    return std::move(edited_);
}

CONCORDAT_INLINE std::string_view verb_of(holding role) noexcept {
    constexpr std::array<std::string_view, 5> verbs{"holds", "delivers", "funds", "commissions", "decides about"};
    return verbs[static_cast<std::size_t>(role)];
}

CONCORDAT_INLINE std::string_view passive_of(holding role) noexcept {
    constexpr std::array<std::string_view, 5> verbs{"held", "delivered", "funded", "commissioned", "decided"};
    return verbs[static_cast<std::size_t>(role)];
}

}  // namespace concordat::detail::reforming

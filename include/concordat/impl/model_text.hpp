// SPDX-License-Identifier: Apache-2.0
/// Internal: how the parts of a model are put into words, for errors, edits and changes. All of it is for people;
/// nothing reads it back.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/model/model.hpp"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::modelling {

inline std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

/// Also of what `shortest` may not be given: a wrong number is shown as it is.
inline std::string number_text(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    return shortest(value);
}

/// `models/x.toml:12:3`, or `line 12` where the file is not known.
inline std::string place_text(const origin& where) {
    const auto& at = where.at;
    if (at.path.empty() && at.line == 0) return "another place";
    if (at.path.empty()) return "line " + std::to_string(at.line);
    std::string text = at.path;
    if (at.line != 0) text += ':' + std::to_string(at.line);
    if (at.line != 0 && at.column != 0) text += ':' + std::to_string(at.column);
    return text;
}

/// `from 2015-04-01 until 2020-01-01`; `always` without either.
inline std::string span_text(const date_span& span) {
    std::string text = span.from ? "from " + to_string(*span.from) : std::string();
    if (span.to) text += (text.empty() ? "until " : " until ") + to_string(*span.to);
    return text.empty() ? "always" : text;
}

/// `0-18`; the end is left out above everybody's age.
inline std::string ages_text(const age_span& ages) {
    if (ages.is_all()) return "all ages";
    return number_text(ages.from) + (ages.to == 200 ? "+" : '-' + number_text(ages.to));
}

inline std::string amount_text(const amount& money) {
    return number_text(money.value) + ' ' + money.unit + (money.year != 0 ? " of " + std::to_string(money.year) : "");
}

/// The keys of a list, in its order: what a misspelt one may have meant.
template <class Things>
std::vector<std::string_view> keys_of(const Things& things) {
    std::vector<std::string_view> keys;
    keys.reserve(things.size());
    for (const auto& thing : things) keys.push_back(thing.key);
    return keys;
}

template <class Things>
std::string nearest_of(std::string_view seen, const Things& things) {
    const auto known = keys_of(things);
    return suggest(seen, std::span<const std::string_view>(known));
}

/// The element of a list in order of key, or null.
template <class Things>
auto find_by_key(Things& things, std::string_view key) noexcept -> decltype(things.data()) {
    auto first = things.data();
    std::size_t count = things.size();
    while (count > 0) {
        const std::size_t half = count / 2;
        if (std::string_view(first[half].key) < key) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first != things.data() + things.size() && first->key == key ? first : nullptr;
}

/// The fields that make a relation the same relation, ready to compare. The ends of symmetric types are ordered.
struct identity_view {
    relation_type type;
    std::string_view from;
    std::string_view to;
    const std::vector<std::string>* services;
    double age_from;
    double age_to;
    std::optional<practice_role> role;
};

/// As written, or with the ends of symmetric types in order. Ages that are no numbers stand before all others, so that
/// sorting what is not checked yet has a total order.
inline identity_view identity_view_of(const relation& r, bool order_ends) {
    const auto number = [](double age) { return std::isnan(age) ? -1e300 : age; };
    const bool turned = order_ends && is_symmetric(r.type) && r.to < r.from;
    return {r.type, turned ? r.to : r.from, turned ? r.from : r.to, &r.services, number(r.ages.from), number(r.ages.to),
            r.role};
}

inline int compare(const identity_view& a, const identity_view& b) {
    if (a.type != b.type) return a.type < b.type ? -1 : 1;
    if (const int order = a.from.compare(b.from)) return order;
    if (const int order = a.to.compare(b.to)) return order;
    if (*a.services != *b.services) return *a.services < *b.services ? -1 : 1;
    if (a.age_from != b.age_from) return a.age_from < b.age_from ? -1 : 1;
    if (a.age_to != b.age_to) return a.age_to < b.age_to ? -1 : 1;
    if (a.role != b.role) return a.role < b.role ? -1 : 1;
    return 0;
}

/// The order of a model's relations: as written, so that a symmetric one keeps the ends that it was given.
inline bool stands_earlier(const relation& a, const relation& b) {
    return compare(identity_view_of(a, false), identity_view_of(b, false)) < 0;
}

inline bool same_identity(const relation& a, const relation& b) {
    return compare(identity_view_of(a, true), identity_view_of(b, true)) == 0;
}

}  // namespace concordat::detail::modelling

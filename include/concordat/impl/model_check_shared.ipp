// SPDX-License-Identifier: Apache-2.0
// The checks that actors, relations, personas and decision rights share.
#pragma once

#include "concordat/impl/model_card.hpp"
#include "concordat/impl/model_check.hpp"

#include <algorithm>
#include <cmath>

namespace concordat::detail::checking {

using modelling::find_by_key;
using modelling::in_quotes;
using modelling::nearest_of;
using modelling::number_text;

CONCORDAT_INLINE void inspection::report(errc code, std::string message, std::string hint, const origin& where) {
    found.push_back({code, std::move(message), std::move(hint), where.at, {}});
}

CONCORDAT_INLINE void inspection::identifier(const label& whose, std::string_view seen, const origin& where) {
    if (is_identifier(seen)) return;
    report(errc::bad_identifier,
           whose.text() + " is " + in_quotes(seen) +
               ", expected a lower-case letter or digit, then at most 63 of those and . _ -",
           {}, where);
}

CONCORDAT_INLINE void inspection::actor(const label& whose, std::string_view key, const origin& where) {
    if (find_by_key(parts.actors, key) != nullptr) return;
    report(errc::dangling_reference, whose.text() + " = " + in_quotes(key) + ", but no actor has this key",
           nearest_of(key, parts.actors), where);
}

CONCORDAT_INLINE void inspection::service(const label& whose, std::string_view key, const origin& where) {
    if (find_by_key(parts.services, key) != nullptr) return;
    report(errc::not_in_vocabulary, whose.text() + " = " + in_quotes(key) + ", but the vocabulary has no such service",
           nearest_of(key, parts.services), where);
}

CONCORDAT_INLINE void inspection::services(const label& whose, const std::vector<std::string>& sorted,
                                           const origin& where) {
    for (const auto& key : sorted) service(whose, key, where);
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    if (twice != sorted.end())
        report(errc::duplicate_key, whose.text() + " names " + in_quotes(*twice) + " twice, expected each service once",
               {}, where);
}

CONCORDAT_INLINE void inspection::age(const label& whose, double age, const origin& where) {
    if (age >= 0 && age <= 200) return;
    report(std::isfinite(age) ? errc::out_of_range : errc::not_a_number,
           whose.text() + " is " + number_text(age) + ", expected years from 0 to 200", {}, where);
}

CONCORDAT_INLINE void inspection::ages(const label& whose, const age_span& span, const origin& where) {
    const auto before = found.size();
    age(whose, span.from, where);
    age(whose, span.to, where);
    if (found.size() != before || span.from < span.to) return;
    report(errc::bad_interval,
           whose.text() + " go from " + number_text(span.from) + " to " + number_text(span.to) +
               ", expected an end above the start",
           "spans are half-open: [5, 18] are the years from the fifth birthday to the day before the eighteenth",
           where);
}

CONCORDAT_INLINE void inspection::not_negative(const label& whose, double value, std::string_view unit,
                                               const origin& where) {
    if (value >= 0 && std::isfinite(value)) return;
    report(std::isfinite(value) ? errc::out_of_range : errc::not_a_number,
           whose.text() + " is " + number_text(value) + ", expected " + std::string(unit) + " of at least 0", {},
           where);
}

CONCORDAT_INLINE void inspection::card(const label& whose, const concordat::evidence& card, const origin& where) {
    carding::check_card(
        card, parts.sources, parts.assumptions,
        [&](std::string_view part) { return whose.of("evidence." + std::string(part)).text(); },
        [&](errc code, std::string message, std::string hint) {
            report(code, std::move(message), std::move(hint), where);
        });
    if (!card.level) {
        if (!card.sources.empty() && card.assumption.empty())
            report(errc::missing_value,
                   whose.of("the evidence").text() + " names a source and no level, expected a level from 0 to 4", {},
                   where);
        return;
    }
    const auto seen = [&] { return whose.of("the evidence level").text() + " is " + std::to_string(*card.level); };
    if (*card.level < 0 || *card.level > 4)
        report(errc::out_of_range, seen() + ", expected 0 to 4", {}, where);
    else if (card.sources.empty() && !card.assumption.empty())
        report(errc::conflicting_keys, seen() + ", but what rests on an assumption has the assumption's level",
               "leave `level` out, or name a source", where);
    else if (card.sources.empty())
        report(errc::missing_value, seen() + " and no source is named, expected what the level rests on",
               "name a `source` or an `assumption`", where);
}

}  // namespace concordat::detail::checking

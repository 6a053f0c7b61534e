// SPDX-License-Identifier: Apache-2.0
// Actors and relations, as models list them and as the steps of reforms make them.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>

namespace concordat::detail::input {

CONCORDAT_INLINE void read_actor(table_reader& in, actor& into) {
    into.where = in.where();
    in.required("key", identifier_in{into.key});
    in.required("name", not_blank{into.name});
    in.required("kind", identifier_in{into.kind});
    in.required("level", into.level);
    // Without the key, an actor is its own legal entity and its own team (models/README.md).
    if (!in.has("legal_entity")) into.legal_entity = into.key;
    in.optional("legal_entity", identifier_in{into.legal_entity});
    if (!in.has("team")) into.team = into.key;
    in.optional("team", identifier_in{into.team});
    in.optional("sector", identifier_in{into.sector});
    in.optional("locality", identifier_in{into.locality});
    in.optional("act", not_blank{into.act});
    in.optional("statutory", into.statutory);
    in.optional("mandate", into.mandate);
    in.optional("count", between{into.count, 1, 1e6});
    in.optional("evidence", into.evidence);
}

CONCORDAT_INLINE bool read_cell(const cell& c, amount& into) {
    return read_inline(c, [&](table_reader& in) {
        in.required("value", between{into.value, 0, 1e15});
        in.required("unit", not_blank{into.unit});
        in.required("year", between{into.year, 1900, 2200});
    });
}

CONCORDAT_INLINE bool read_cell(const cell& c, lundy_elements& into) {
    static constexpr std::string_view elements[] = {"space", "voice", "audience", "influence"};
    return read_list(c, [&](const cell& item) {
        const auto element = read_word(item, elements);
        if (!element) return;
        bool* const all[] = {&into.space, &into.voice, &into.audience, &into.influence};
        if (std::exchange(*all[*element], true))
            item.report(errc::duplicate_key, item.name + " names " + shown(item.value) + " twice");
    });
}

/// Keys that only say something about relations of some types.
inline void check_keys_of_type(table_reader& in, relation_type type) {
    const auto only_on = [&](std::string_view key, bool fits, std::string_view where) {
        if (!fits && in.has(key))
            in.report_at(key, errc::conflicting_keys,
                         in.name() + "." + std::string(key) + " stands on a relation of type \"" +
                             std::string(name(type)) + "\", but it belongs on " + std::string(where) + " only");
    };
    const bool money = layer_of(type) == layer::money;
    const bool taking_part = type == relation_type::participates_in;
    only_on("amount", type == relation_type::funds, "\"funds\"");
    only_on("term", money, "\"funds\" and \"commissions\"");
    only_on("ring_fenced", money, "\"funds\" and \"commissions\"");
    only_on("standing", taking_part, "\"participates_in\"");
    only_on("lundy", taking_part, "\"participates_in\"");
}

CONCORDAT_INLINE void read_relation(table_reader& in, relation& into) {
    into.where = in.where();
    const bool typed = in.required("type", into.type);
    in.optional("services", into.services);
    std::sort(into.services.begin(), into.services.end());
    in.optional("ages", into.ages);
    in.optional("in_force", into.in_force);
    in.optional("status", into.status);
    in.optional("basis", into.basis);
    in.optional("role", into.role);
    in.optional("amount", into.amount);
    in.optional("term", between{into.term, 0, 200});
    in.optional("ring_fenced", into.ring_fenced);
    in.optional("standing", into.standing_route);
    in.optional("lundy", into.lundy);
    in.optional("evidence", into.evidence);
    if (typed) check_keys_of_type(in, into.type);
}

}  // namespace concordat::detail::input

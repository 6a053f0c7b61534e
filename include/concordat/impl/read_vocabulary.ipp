// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <algorithm>

namespace concordat::detail::input {

/// Kinds and services carry no place, so a key that stands twice is told here; the second is left out.
template <class Thing>
void refuse_repeated_word(table_reader& in, std::vector<Thing>& things) {
    const auto last = things.end() - 1;
    const auto same = [&](const Thing& other) { return other.key == last->key; };
    if (last->key.empty() || std::none_of(things.begin(), last, same)) return;
    in.report(errc::duplicate_key, in.name() + " \"" + last->key + "\" stands twice");
    things.pop_back();
}

CONCORDAT_INLINE void read_kinds(table_reader& in, std::vector<actor_kind>& into) {
    in.each("kind", [&](table_reader& one) {
        auto& kind = into.emplace_back();
        one.required("key", identifier_in{kind.key});
        one.required("title", not_blank{kind.title});
        one.optional("org", not_blank{kind.org});
        refuse_repeated_word(one, into);
    });
}

CONCORDAT_INLINE void read_services(table_reader& in, std::vector<service>& into, std::vector<ontology_term>& terms) {
    in.each("service", [&](table_reader& one) {
        auto& read = into.emplace_back();
        one.required("key", identifier_in{read.key});
        one.required("title", not_blank{read.title});
        one.optional("universal", read.universal);
        std::string term;
        if (one.optional("cpsv", not_blank{term})) terms.push_back({read.key, term});
        refuse_repeated_word(one, into);
    });
}

CONCORDAT_INLINE void read_vocabulary(opened_file& file, vocabulary& into) {
    into.key = file.key;
    into.title = file.title;
    auto in = file.reader();
    read_kinds(in, into.kinds);
    read_services(in, into.services, into.service_terms);
    in.each("relation_type", [&](table_reader& one) {
        relation_type type{};
        std::string term;
        const bool read = one.required("key", type);
        if (!one.required("org", not_blank{term}) || !read) return;
        const std::string key(name(type));
        const auto same = [&](const ontology_term& other) { return other.key == key; };
        if (std::any_of(into.relation_terms.begin(), into.relation_terms.end(), same))
            one.report(errc::duplicate_key, "relation_type \"" + key + "\" stands twice");
        else
            into.relation_terms.push_back({key, term});
    });
    in.finish();
}

}  // namespace concordat::detail::input

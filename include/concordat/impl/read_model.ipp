// SPDX-License-Identifier: Apache-2.0
// One model file by itself.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <algorithm>
#include <variant>

namespace concordat::detail::input {

/// `"education"`, or a table for a need that is not everybody's or not of all ages.
inline bool read_cell(const cell& c, need& into) {
    if (std::holds_alternative<std::string>(c.value.content)) return read_cell(c, identifier_in{into.service});
    if (!std::holds_alternative<tree_table>(c.value.content)) return c.wrong_type("a service or a table with one");
    return read_inline(c, [&](table_reader& in) {
        in.required("service", identifier_in{into.service});
        in.optional("ages", into.ages);
        in.optional("recipient_age", between{into.recipient_age, 0, 200});
    });
}

CONCORDAT_INLINE void read_persona(table_reader& in, persona& into) {
    into.where = in.where();
    in.required("key", identifier_in{into.key});
    in.required("title", not_blank{into.title});
    in.required("weight", between{into.weight, 0, 1});
    in.required("age", between{into.age, 0, 200});
    if (!in.has("needs")) in.report(errc::missing_key, in.name() + " lacks the key \"needs\"");
    in.with("needs", [&](const cell& c) {
        read_list(c, [&](const cell& item) {
            need one;
            if (read_cell(item, one)) into.needs.push_back(std::move(one));
        });
    });
    in.optional("evidence", into.evidence);
}

inline void read_right(table_reader& in, decision_right& into) {
    into.where = in.where();
    in.required("key", identifier_in{into.key});
    in.required("title", not_blank{into.title});
    in.required("holder", identifier_in{into.holder});
    in.required("weight", between{into.weight, 0, 1e9});
    in.optional("services", into.services);
    std::sort(into.services.begin(), into.services.end());
    in.optional("evidence", into.evidence);
}

/// One relation for each actor that `to` names.
inline void read_relations(table_reader& in, std::vector<relation>& into) {
    relation one;
    std::vector<std::string> targets;
    read_relation(in, one);
    in.required("from", identifier_in{one.from});
    in.required("to", one_or_more{targets});
    if (targets.empty()) targets.emplace_back();  // a problem already, which later checks are not to repeat
    for (auto& target : targets) {
        into.push_back(one);
        into.back().to = std::move(target);
    }
}

CONCORDAT_INLINE model_file read_model(opened_file& file) {
    model_file read;
    auto& parts = read.parts;
    parts.key = file.key;
    parts.title = file.title;
    auto in = file.reader();
    const auto stated = [&](std::string_view key, auto& value) {
        source_pos at;
        in.with(key, [&](const cell& c) {
            at = c.file.at(c.value.at);
            read_cell(c, value);
        });
        return at;
    };
    in.optional("extends", read.extends);
    in.optional("sources", read.sources);
    in.optional("abstract", read.abstract);
    in.with("incomplete", [&](const cell& c) {
        read_list(c, [&](const cell& item) {
            if (const auto found = read_word(item, words<layer>())) parts.incomplete.insert(static_cast<layer>(*found));
        });
    });
    read.vocabulary_at = stated("vocabulary", read.vocabulary);
    read.as_of_at = stated("as_of", read.as_of);
    read.resolution_at = stated("resolution", read.resolution);
    std::vector<ontology_term> terms;  // a model carries no terms of ontologies
    read_kinds(in, parts.kinds);
    read_services(in, parts.services, terms);
    read_sources(in, parts.sources);
    read_assumptions(in, parts.assumptions);
    read_conflicts(in, parts.conflicts);
    in.each("actor", [&](table_reader& one) { read_actor(one, parts.actors.emplace_back()); });
    in.each("relation", [&](table_reader& one) { read_relations(one, parts.relations); });
    in.each("persona", [&](table_reader& one) {
        auto& family = parts.personas.emplace_back();
        read_persona(one, family);
        one.required("entries", family.entries);
    });
    in.each("decision_right", [&](table_reader& one) { read_right(one, parts.decision_rights.emplace_back()); });
    in.finish();
    return read;
}

}  // namespace concordat::detail::input

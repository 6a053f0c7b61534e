// SPDX-License-Identifier: Apache-2.0
// The steps of a reform, one function an op.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <variant>

namespace concordat::detail::input {

CONCORDAT_INLINE bool read_cell(const cell& c, endpoint& into) {
    if (std::holds_alternative<std::string>(c.value.content)) {
        std::string key;
        const bool read = read_cell(c, identifier_in{key});
        into = key;
        return read;
    }
    if (!std::holds_alternative<tree_table>(c.value.content))
        return c.wrong_type("an actor's key or { holder = \"…\", role = \"…\" }");
    holder_of whoever;
    read_inline(c, [&](table_reader& in) {
        in.required("holder", identifier_in{whoever.service});
        in.required("role", whoever.role);
    });
    into = whoever;
    return true;
}

/// `relation = { … }` of steps that look for relations.
inline bool read_cell(const cell& c, relation_match& into) {
    return read_inline(c, [&](table_reader& in) {
        in.optional("type", into.type);
        in.optional("from", into.from);
        in.optional("to", into.to);
        in.optional("service", identifier_in{into.service});
        if (in.entries().empty()) in.report(errc::missing_key, in.name() + " = {} would match every relation");
    });
}

inline actor read_inner_actor(const cell& c) {
    actor read;
    read_inline(c, [&](table_reader& in) { read_actor(in, read); });
    return read;
}

inline bool read_create(table_reader& in, step_action& into) {
    create_step step;
    const bool there = in.requires_key("actor");
    in.with("actor", [&](const cell& c) { step.actor = read_inner_actor(c); });
    in.optional("if_absent", step.if_absent);
    into = std::move(step);
    return there;
}

inline bool read_abolish(table_reader& in, step_action& into) {
    abolish_step step;
    in.required("actor", identifier_in{step.actor});
    in.optional("if_present", step.if_present);
    into = std::move(step);
    return true;
}

inline bool read_merge(table_reader& in, step_action& into) {
    merge_step step;
    if (in.required("actors", step.actors) && step.actors.size() < 2)
        in.report_at("actors", errc::missing_value,
                     in.name() + ".actors names fewer than two actors, so there is nothing to merge");
    in.requires_key("into");
    in.with("into", [&](const cell& c) {
        if (std::holds_alternative<tree_table>(c.value.content))
            step.into = read_inner_actor(c);
        else if (!std::holds_alternative<std::string>(c.value.content))
            c.wrong_type("an actor's key or a table with a new actor");
        else
            read_cell(c, identifier_in{step.into.key});
    });
    into = std::move(step);
    return true;
}

inline bool read_split(table_reader& in, step_action& into) {
    split_step step;
    in.required("actor", identifier_in{step.actor});
    in.requires_key("into");
    in.each("into", [&](table_reader& part) {
        auto& one = step.into.emplace_back();
        read_actor(part, one.actor);
        part.required("services", one.services);
    });
    into = std::move(step);
    return true;
}

inline bool read_rename(table_reader& in, step_action& into) {
    rename_step step;
    in.required("actor", identifier_in{step.actor});
    in.optional("to", identifier_in{step.to});
    in.optional("name", not_blank{step.name});
    if (!in.has("to") && !in.has("name"))
        in.report(errc::missing_key, in.name() + " has neither \"to\" nor \"name\", so nothing is renamed");
    into = std::move(step);
    return true;
}

inline bool read_transfer(table_reader& in, step_action& into) {
    transfer_step step;
    in.required("service", identifier_in{step.service});
    in.required("role", step.role);
    in.required("from", identifier_in{step.from});
    in.required("to", identifier_in{step.to});
    into = std::move(step);
    return true;
}

inline bool read_delegate(table_reader& in, step_action& into) {
    delegate_step step;
    in.required("service", identifier_in{step.service});
    in.required("from", identifier_in{step.from});
    in.required("to", identifier_in{step.to});
    into = std::move(step);
    return true;
}

inline bool read_return(table_reader& in, step_action& into) {
    return_step step;
    in.required("service", identifier_in{step.service});
    in.required("from", identifier_in{step.from});
    in.optional("if_present", step.if_present);
    into = std::move(step);
    return true;
}

inline bool read_relate(table_reader& in, step_action& into) {
    relate_step step;
    in.requires_key("relation");
    in.with("relation", [&](const cell& c) {
        read_inline(c, [&](table_reader& inner) {
            read_relation(inner, step.relation);
            inner.required("from", step.from);
            inner.required("to", step.to);
        });
    });
    into = std::move(step);
    return true;
}

inline bool read_unrelate(table_reader& in, step_action& into) {
    unrelate_step step;
    in.required("relation", step.match);
    in.optional("if_present", step.if_present);
    into = std::move(step);
    return true;
}

inline bool read_cell(const cell& c, actor_changes& into) {
    return read_inline(c, [&](table_reader& in) {
        in.optional("name", into.name);
        in.optional("kind", into.kind);
        in.optional("legal_entity", into.legal_entity);
        in.optional("team", into.team);
        in.optional("sector", into.sector);
        in.optional("locality", into.locality);
        in.optional("act", into.act);
        in.optional("level", into.level);
        in.optional("mandate", into.mandate);
        in.optional("statutory", into.statutory);
    });
}

inline bool read_cell(const cell& c, right_changes& into) {
    return read_inline(c, [&](table_reader& in) {
        in.optional("title", into.title);
        in.optional("holder", into.holder);
        in.optional("weight", between{into.weight, 0, 1e9});
    });
}

inline bool read_cell(const cell& c, relation_changes& into) {
    return read_inline(c, [&](table_reader& in) {
        in.optional("ages", into.ages);
        in.optional("in_force", into.in_force);
        in.optional("status", into.status);
        in.optional("basis", into.basis);
        in.optional("amount", into.amount);
        in.optional("term", between{into.term, 0, 200});
        in.optional("ring_fenced", into.ring_fenced);
        in.optional("standing", into.standing_route);
        in.optional("lundy", into.lundy);
    });
}

/// `set`, which has to set something.
template <class Step>
void read_set(table_reader& in, Step& step) {
    in.required("set", step.set);
    in.with("set", [&](const cell& c) {
        const auto* table = std::get_if<tree_table>(&c.value.content);
        if (table != nullptr && table->empty()) c.report(errc::missing_value, c.name + " = {} sets nothing");
    });
}

inline bool read_revise(table_reader& in, step_action& into) {
    const int subjects = int{in.has("actor")} + int{in.has("decision_right")} + int{in.has("relation")};
    if (subjects != 1) {
        in.report(subjects == 0 ? errc::missing_key : errc::conflicting_keys,
                  in.name() + " revises " + (subjects == 0 ? "nothing" : "several things") +
                      ", but exactly one of \"actor\", \"decision_right\" and \"relation\" was expected");
        static_cast<void>(in.has("set"));
        return false;
    }
    if (in.has("actor")) {
        revise_actor_step step;
        in.required("actor", identifier_in{step.actor});
        read_set(in, step);
        into = std::move(step);
    } else if (in.has("decision_right")) {
        revise_right_step step;
        in.required("decision_right", identifier_in{step.decision_right});
        read_set(in, step);
        into = std::move(step);
    } else {
        revise_relation_step step;
        in.required("relation", step.match);
        read_set(in, step);
        into = std::move(step);
    }
    return true;
}

CONCORDAT_INLINE void read_step(table_reader& in, std::vector<step>& into) {
    static constexpr std::string_view ops[] = {"create",   "abolish", "merge",  "split",    "rename", "transfer",
                                               "delegate", "return",  "relate", "unrelate", "revise"};
    static constexpr bool (*readers[])(table_reader&, step_action&) = {
        read_create,   read_abolish, read_merge,  read_split,    read_rename, read_transfer,
        read_delegate, read_return,  read_relate, read_unrelate, read_revise};
    step one;
    one.where = in.where();
    std::optional<std::size_t> op;
    in.requires_key("op");
    in.with("op", [&](const cell& c) { op = read_word(c, ops); });
    in.required("reason", not_blank{one.reason});
    in.optional("part", not_blank{one.part});
    in.optional("evidence", one.evidence);
    static constexpr std::string_view keys_of_ops[] = {
        "actor", "actors",   "into",           "to",  "name",      "service",   "role",
        "from",  "relation", "decision_right", "set", "if_absent", "if_present"};
    if (!op) return in.ignore(keys_of_ops);
    if (readers[*op](in, one.action)) into.push_back(std::move(one));
}

}  // namespace concordat::detail::input

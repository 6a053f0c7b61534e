// SPDX-License-Identifier: Apache-2.0
/// A reform: a short ordered list of edits to a governance model (`org:ChangeEvent`). It names services and "whoever
/// holds them" rather than bodies, so that one file applies to any baseline. `models/README.md` gives each step's
/// effect on every layer; `apply` follows it to the letter.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/evaluation.hpp"
#include "concordat/model/holder.hpp"
#include "concordat/model/model.hpp"

#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace concordat {

/// An end of a relation in a step: an actor's key, or whoever holds something.
struct holder_of {
    std::string service;
    holding role = holding::accountable;
    friend bool operator==(const holder_of&, const holder_of&) = default;
};
using endpoint = std::variant<std::string, holder_of>;

/// Which relations a step means: those that agree with everything stated.
struct relation_match {
    std::optional<relation_type> type;
    std::optional<endpoint> from;
    std::optional<endpoint> to;
    std::string service;  ///< empty: any
    friend bool operator==(const relation_match&, const relation_match&) = default;
};

struct create_step {
    concordat::actor actor;
    bool if_absent = false;
    friend bool operator==(const create_step&, const create_step&) = default;
};
struct abolish_step {
    std::string actor;
    bool if_present = false;
    friend bool operator==(const abolish_step&, const abolish_step&) = default;
};
struct merge_step {
    std::vector<std::string> actors;
    actor into;  ///< with an empty name: the key of one that stands
    friend bool operator==(const merge_step&, const merge_step&) = default;
};
struct split_part {
    concordat::actor actor;
    std::vector<std::string> services;
    friend bool operator==(const split_part&, const split_part&) = default;
};
struct split_step {
    std::string actor;
    std::vector<split_part> into;
    friend bool operator==(const split_step&, const split_step&) = default;
};
struct rename_step {
    std::string actor;
    std::string to;    ///< new key, or empty
    std::string name;  ///< new name, or empty
    friend bool operator==(const rename_step&, const rename_step&) = default;
};
struct transfer_step {
    std::string service;
    holding role = holding::accountable;
    std::string from;  ///< "holder", or an actor's key
    std::string to;
    friend bool operator==(const transfer_step&, const transfer_step&) = default;
};
struct delegate_step {
    std::string service;
    std::string from;
    std::string to;
    friend bool operator==(const delegate_step&, const delegate_step&) = default;
};
struct return_step {
    std::string service;
    std::string from;
    bool if_present = false;  ///< a named delegate may be absent: then nothing is delegated to it
    friend bool operator==(const return_step&, const return_step&) = default;
};
struct relate_step {
    concordat::relation relation;  ///< its own ends are unused
    endpoint from;
    endpoint to;
    friend bool operator==(const relate_step&, const relate_step&) = default;
};
struct unrelate_step {
    relation_match match;
    bool if_present = false;
    friend bool operator==(const unrelate_step&, const unrelate_step&) = default;
};
/// Attributes to set; those not stated stay.
struct actor_changes {
    std::optional<std::string> name, kind, legal_entity, team, sector, locality, act;
    std::optional<concordat::level> level;
    std::optional<bool> mandate, statutory;
    friend bool operator==(const actor_changes&, const actor_changes&) = default;
};
struct right_changes {
    std::optional<std::string> title, holder;
    std::optional<double> weight;
    friend bool operator==(const right_changes&, const right_changes&) = default;
};
struct relation_changes {
    std::optional<age_span> ages;
    std::optional<date_span> in_force;
    std::optional<concordat::standing> status;
    std::optional<concordat::basis> basis;
    std::optional<concordat::amount> amount;
    std::optional<double> term;
    std::optional<bool> ring_fenced, standing_route;
    std::optional<lundy_elements> lundy;
    friend bool operator==(const relation_changes&, const relation_changes&) = default;
};
struct revise_actor_step {
    std::string actor;
    actor_changes set;
    friend bool operator==(const revise_actor_step&, const revise_actor_step&) = default;
};
struct revise_right_step {
    std::string decision_right;
    right_changes set;
    friend bool operator==(const revise_right_step&, const revise_right_step&) = default;
};
struct revise_relation_step {
    relation_match match;
    relation_changes set;
    friend bool operator==(const revise_relation_step&, const revise_relation_step&) = default;
};

using step_action =
    std::variant<create_step, abolish_step, merge_step, split_step, rename_step, transfer_step, delegate_step,
                 return_step, relate_step, unrelate_step, revise_actor_step, revise_right_step, revise_relation_step>;

/// The word in TOML: create, abolish, …, revise.
[[nodiscard]] std::string_view name(const step_action&) noexcept;

struct step {
    step_action action;
    std::string reason;
    concordat::evidence evidence;
    origin where;
    std::string part{};  ///< what it is a part of, in a few words; steps of one part need not be neighbours. Or empty
    friend bool operator==(const step&, const step&) = default;
};

struct reform {
    std::string key;
    std::string title;
    std::optional<standing> status;
    std::string period;
    std::vector<source> sources;
    std::vector<assumption> assumptions;
    std::vector<conflict_of_sources> conflicts;
    std::vector<step> steps;
    std::vector<evaluation> evaluations;  ///< of the same done elsewhere; they change nothing that `apply` does
    origin where;
    friend bool operator==(const reform&, const reform&) = default;
};

/// What a step did to one thing. `subject` names it ("actor ijb", "relation funds council -> ijb", "right start-help",
/// "holding children_social_work accountable"); `after` is its content as text, empty when it is gone.
struct edit {
    std::string subject;
    std::string before;
    std::string after;
    friend bool operator==(const edit&, const edit&) = default;
};

/// A step as it went on one baseline. No edits: what it asks for was already so.
struct applied_step {
    std::string reform;
    std::size_t step = 0;  ///< position in the reform
    std::vector<edit> edits;
    origin where;
    std::string part{};  ///< the step's own word for what it is a part of, or empty
    [[nodiscard]] bool already_so() const noexcept { return edits.empty(); }
};

/// A reform, or a stack of them, on one baseline.
struct application {
    model after;
    std::vector<applied_step> steps;
};

/// The model after the reform; `before` stays as it is. A step that cannot apply is an error with its line (E501), and
/// nothing is half applied. The result's key is `<model>+<last part of the reform's key>`. O(steps · relations).
[[nodiscard]] result<model> apply(const reform&, const model& before);
/// A stack, in order. Two reforms that leave one subject different are a conflict (E502), whichever comes first.
[[nodiscard]] result<model> apply(std::span<const reform>, const model& before);
/// The same, with what each step did.
[[nodiscard]] result<application> apply_recorded(std::span<const reform>, const model& before);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_reform.ipp"
#endif

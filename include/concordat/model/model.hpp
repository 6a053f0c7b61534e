// SPDX-License-Identifier: Apache-2.0
/// A delivery model: actors, typed relations, family types and decision rights, each with its evidence. A model is a
/// value: no back-pointers, no caches, no I/O; equal when its content is equal; frozen once made, so that any number of
/// threads may read it. It says who does what to whom. It knows no weights, and says nothing about whether people get
/// on.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/date.hpp"
#include "concordat/model/evidence.hpp"
#include "concordat/model/vocabulary.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

namespace detail::reforming {
class workpiece;
}

/// A body, officer, team, role or public. `org:Organization`, `org:Post` or `foaf:Group`, by its kind.
struct actor {
    std::string key;
    std::string name;
    std::string kind;  ///< of the vocabulary
    concordat::level level = concordat::level::local;
    std::string legal_entity;  ///< an actor's key; its own where it is its own legal entity
    std::string team;          ///< unit of hand-offs at team level; its own key by default
    std::string sector;        ///< unit at sector level; empty: that of the legal entity
    std::string locality;
    std::string act;  ///< enabling Act
    std::optional<bool> statutory;
    bool mandate = false;  ///< a democratically accountable top
    int count = 1;         ///< real bodies that it stands for, at least 1: 21 counties drawn as one actor
    concordat::evidence evidence;
    origin where;
    friend bool operator==(const actor&, const actor&) = default;
};

/// An amount of money a year. `unit` keeps kinds of money apart; nothing is converted.
struct amount {
    double value = 0;
    std::string unit;
    int year = 0;
    friend bool operator==(const amount&, const amount&) = default;
};

/// The four elements of the Lundy model of participation (2007). A voice relation counts only with all four.
struct lundy_elements {
    bool space = false;
    bool voice = false;
    bool audience = false;
    bool influence = false;
    friend bool operator==(const lundy_elements&, const lundy_elements&) = default;
    [[nodiscard]] bool all() const noexcept { return space && voice && audience && influence; }
};

/// One typed tie between two actors.
struct relation {
    relation_type type = relation_type::accountable_to;
    std::string from;
    std::string to;
    std::vector<std::string> services;  ///< sorted; empty: general, for everything
    age_span ages;                      ///< of the person helped
    date_span in_force;
    concordat::standing status = concordat::standing::current;
    std::optional<concordat::basis> basis;
    std::optional<practice_role> role;
    std::optional<concordat::amount> amount;  ///< on `funds` only
    std::optional<double> term;               ///< years the money is promised for
    bool ring_fenced = false;
    bool standing_route = false;  ///< on `participates_in`: not a one-off
    lundy_elements lundy;         ///< on `participates_in`
    concordat::evidence evidence;
    origin where;
    friend bool operator==(const relation&, const relation&) = default;

    /// True when it holds for this service: named, or general.
    [[nodiscard]] bool covers(std::string_view service) const noexcept;
    /// True when it is in force on that day and `current`, `pilot`, or `former` with a known end.
    [[nodiscard]] bool holds_on(date day) const noexcept;
};

/// What makes a relation the same relation: type, ends, services, ages and role. Ends of symmetric types are ordered.
/// Printed as `accountable_to ijb -> council [children_social_work]`, symmetric ones as `plans_jointly_with a -- b`.
[[nodiscard]] std::string identity(const relation&);

/// One kind of help a family needs.
struct need {
    std::string service;
    age_span ages;                        ///< of the child, while the need lasts
    std::optional<double> recipient_age;  ///< for somebody else in the family
    friend bool operator==(const need&, const need&) = default;
};

/// A family type. Weights of a model's personas sum to 1.
struct persona {
    std::string key;
    std::string title;
    double weight = 0;
    double age = 0;
    std::vector<need> needs;
    std::vector<std::string> entries;  ///< actors where this family can walk in
    concordat::evidence evidence;
    origin where;
    friend bool operator==(const persona&, const persona&) = default;
};

/// A right to decide, and who has it.
struct decision_right {
    std::string key;
    std::string title;
    std::string holder;
    double weight = 1;
    std::vector<std::string> services;  ///< empty: general
    concordat::evidence evidence;
    origin where;
    friend bool operator==(const decision_right&, const decision_right&) = default;
};

/// A right as it is told: `decision right start-help: council`.
[[nodiscard]] std::string identity_of(const decision_right&);

/// What a model is made of, in any order; open to editing. `model::make` checks and freezes it.
struct model_parts {
    std::string key;
    std::string title;
    date as_of;
    concordat::resolution resolution = concordat::resolution::team;
    layer_set incomplete;  ///< layers that the facts do not allow to be drawn in full
    std::vector<actor_kind> kinds;
    std::vector<service> services;
    std::vector<source> sources;
    std::vector<assumption> assumptions;
    std::vector<conflict_of_sources> conflicts;
    std::vector<actor> actors;
    std::vector<relation> relations;
    std::vector<persona> personas;
    std::vector<decision_right> decision_rights;
    friend bool operator==(const model_parts&, const model_parts&) = default;
};

/// Position of an actor among a model's actors, which stand in order of key.
using actor_index = std::uint32_t;

/// The two ends of a relation as positions.
struct ends {
    actor_index from = 0;
    actor_index to = 0;
};

class relation_switch;

class model {
public:
    /// Checks everything that one model can be wrong about (keys, dangling references, duplicates, ranges, weights,
    /// evidence levels against sourcing) and gathers all mistakes; then sorts and freezes. O(n log n).
    [[nodiscard]] static result<model> make(model_parts);

    [[nodiscard]] const std::string& key() const noexcept { return parts_.key; }
    [[nodiscard]] const std::string& title() const noexcept { return parts_.title; }
    [[nodiscard]] date as_of() const noexcept { return parts_.as_of; }
    [[nodiscard]] concordat::resolution resolution() const noexcept { return parts_.resolution; }
    /// Layers of which the facts say too little to draw them in full. What a measure would read there is absence of
    /// facts and not absence of ties, so one that needs such a layer is missing on this model.
    [[nodiscard]] layer_set incomplete() const noexcept { return parts_.incomplete; }

    /// In order of key.
    [[nodiscard]] std::span<const actor> actors() const noexcept { return parts_.actors; }
    /// In order of type, from, to, services, ages, role.
    [[nodiscard]] std::span<const relation> relations() const noexcept { return parts_.relations; }
    /// Those of one type: a part of `relations()`.
    [[nodiscard]] std::span<const relation> relations(relation_type) const noexcept;
    /// In the order written.
    [[nodiscard]] std::span<const persona> personas() const noexcept { return parts_.personas; }
    [[nodiscard]] std::span<const decision_right> decision_rights() const noexcept { return parts_.decision_rights; }
    [[nodiscard]] std::span<const service> services() const noexcept { return parts_.services; }
    [[nodiscard]] std::span<const actor_kind> kinds() const noexcept { return parts_.kinds; }
    [[nodiscard]] std::span<const source> sources() const noexcept { return parts_.sources; }
    [[nodiscard]] std::span<const assumption> assumptions() const noexcept { return parts_.assumptions; }
    [[nodiscard]] std::span<const conflict_of_sources> conflicts() const noexcept { return parts_.conflicts; }

    /// Null when there is none. O(log n).
    [[nodiscard]] const actor* find_actor(std::string_view key) const noexcept;
    [[nodiscard]] std::optional<actor_index> index_of(std::string_view key) const noexcept;
    [[nodiscard]] const source* find_source(std::string_view key) const noexcept;
    [[nodiscard]] const assumption* find_assumption(std::string_view key) const noexcept;
    /// The ends of a relation of this model. O(1). `r` must be an element of `relations()`.
    [[nodiscard]] ends ends_of(const relation& r) const noexcept {
        return ends_[static_cast<std::size_t>(&r - parts_.relations.data())];
    }
    /// Whether it counts on `as_of()`. O(1).
    [[nodiscard]] bool holds(const relation& r) const noexcept {
        return holds_[static_cast<std::size_t>(&r - parts_.relations.data())];
    }
    /// The legal entity of an actor, as a position.
    [[nodiscard]] actor_index legal_entity_of(actor_index a) const noexcept { return legal_entities_[a]; }

    /// The same model on another day: which dated relations count is all that differs. O(relations).
    [[nodiscard]] model dated(date day) const;

    /// The level that a card stands for: its own, or its assumption's. Nothing when unsourced.
    [[nodiscard]] std::optional<int> level_of(const evidence&) const noexcept;

    /// A copy that can be edited and made into another model.
    [[nodiscard]] const model_parts& parts() const noexcept { return parts_; }

    friend bool operator==(const model& a, const model& b) { return a.parts_ == b.parts_; }

private:
    friend class relation_switch;
    friend class detail::reforming::workpiece;  // edits it in place between the steps of a reform
    model() = default;
    [[nodiscard]] actor_index position_of(std::string_view key) const;
    /// Where each type begins and whose legal entity each actor is and, where the actors are others, the ends.
    void index(bool ends_too);

    model_parts parts_;
    std::vector<ends> ends_;
    std::vector<bool> holds_;
    std::vector<actor_index> legal_entities_;
    std::array<std::uint32_t, relation_type_count + 1> first_of_type_{};
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_make.ipp"
#include "concordat/impl/model_model.ipp"
#endif

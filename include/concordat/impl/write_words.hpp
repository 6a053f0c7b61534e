// SPDX-License-Identifier: Apache-2.0
/// What the writers of several formats share: days as text, and the attributes of an actor and a relation by name.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/impl/model_text.hpp"
#include "concordat/io/hash.hpp"
#include "concordat/model/model.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::writing {

/// ISO 8601, as TOML and JSON Schema want it.
inline std::string day_text(date day) { return to_string(day); }

inline std::optional<std::string> day_text(const std::optional<date>& day) {
    return day ? std::optional(day_text(*day)) : std::nullopt;
}

/// `1 relation`, `2 relations`.
inline std::string counted(std::size_t count, std::string_view one, std::string_view several) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : several);
}

/// `asp-2014-9 s.9, level 4`; `unsourced` without sources and assumption.
inline std::string card_words(const evidence& e, std::optional<int> level) {
    if (!e.stated()) return "unsourced";
    std::string card = joined(e.sources, ", ");
    if (!e.at.empty()) card += " " + e.at;
    if (!e.assumption.empty()) card += (card.empty() ? "assumption " : ", assumption ") + e.assumption;
    if (level) card += ", level " + std::to_string(*level);
    if (e.sunset) card += ", to be checked after " + day_text(*e.sunset);
    return card;
}

/// The elements that are there, in the words of the format.
inline std::vector<std::string> layer_words(layer_set set) {
    std::vector<std::string> all;
    for (const auto one : common(set, set)) all.emplace_back(name(one));
    return all;
}

inline std::vector<std::string> lundy_words(const lundy_elements& lundy) {
    std::vector<std::string> words_there;
    if (lundy.space) words_there.emplace_back("space");
    if (lundy.voice) words_there.emplace_back("voice");
    if (lundy.audience) words_there.emplace_back("audience");
    if (lundy.influence) words_there.emplace_back("influence");
    return words_there;
}

/// An identifier of a relation that is the same in every model that has it, and a name token of XML: half of the
/// SHA-256 of its identity. Two relations of one model share it with odds of about 2^-100.
inline std::string relation_id(const relation& r) { return "r-" + sha256(identity(r)).substr(0, 32); }

enum class attribute_type { boolean, whole, number, text };

/// A named property as text. Without `value`: not stated.
struct attribute {
    std::string_view name;
    attribute_type type = attribute_type::text;
    std::optional<std::string> value;
};

/// Collects attributes; empty texts count as not stated.
class attribute_list {
public:
    void text(std::string_view name, std::string_view value) {
        add(name, attribute_type::text, value.empty() ? std::nullopt : std::optional<std::string>(value));
    }
    void texts(std::string_view name, const std::vector<std::string>& values) { text(name, joined(values, " ")); }
    void truth(std::string_view name, std::optional<bool> value) {
        add(name, attribute_type::boolean,
            value ? std::optional<std::string>(*value ? "true" : "false") : std::nullopt);
    }
    void whole(std::string_view name, std::optional<int> value) {
        add(name, attribute_type::whole, value ? std::optional(std::to_string(*value)) : std::nullopt);
    }
    void number(std::string_view name, std::optional<double> value) {
        add(name, attribute_type::number, value ? std::optional(shortest(*value)) : std::nullopt);
    }
    void day(std::string_view name, const std::optional<date>& value) {
        add(name, attribute_type::text, day_text(value));
    }
    template <class Word>
    void word_of(std::string_view attribute_name, const std::optional<Word>& value) {
        text(attribute_name, value ? name(*value) : std::string_view());
    }
    void evidence_of(const model& m, const evidence& e) {
        texts("sources", e.sources);
        text("at", e.at);
        whole("evidence_level", m.level_of(e));
        text("assumption", e.assumption);
        text("note", e.note);
        day("sunset", e.sunset);
    }
    [[nodiscard]] std::vector<attribute> take() && { return std::move(attributes_); }

private:
    void add(std::string_view name, attribute_type type, std::optional<std::string> value) {
        attributes_.push_back({name, type, std::move(value)});
    }
    std::vector<attribute> attributes_;
};

/// Always the same names in the same order, so that a format can declare them from any actor.
inline std::vector<attribute> attributes_of(const model& m, const actor& a) {
    attribute_list list;
    list.text("name", a.name);
    list.text("kind", a.kind);
    list.text("level", name(a.level));
    list.text("legal_entity", a.legal_entity);
    list.text("team", a.team);
    list.text("sector", a.sector);
    list.text("locality", a.locality);
    list.text("act", a.act);
    list.truth("statutory", a.statutory);
    list.truth("mandate", a.mandate);
    list.whole("count", std::optional(a.count));
    list.evidence_of(m, a.evidence);
    return std::move(list).take();
}

/// Likewise for relations. `holds`: whether it counts on the model's day.
inline std::vector<attribute> attributes_of(const model& m, const relation& r, bool holds) {
    attribute_list list;
    list.text("identity", identity(r));
    list.text("type", name(r.type));
    list.text("layer", name(layer_of(r.type)));
    list.truth("symmetric", is_symmetric(r.type));
    list.texts("services", r.services);
    list.number("ages_from", r.ages.is_all() ? std::nullopt : std::optional(r.ages.from));
    list.number("ages_to", r.ages.is_all() ? std::nullopt : std::optional(r.ages.to));
    list.day("in_force_from", r.in_force.from);
    list.day("in_force_to", r.in_force.to);
    list.text("status", name(r.status));
    list.truth("holds", holds);
    list.word_of("basis", r.basis);
    list.word_of("role", r.role);
    list.number("amount", r.amount ? std::optional(r.amount->value) : std::nullopt);
    list.text("amount_unit", r.amount ? r.amount->unit : std::string());
    list.whole("amount_year", r.amount ? std::optional(r.amount->year) : std::nullopt);
    list.number("term", r.term);
    list.truth("ring_fenced", r.ring_fenced);
    list.truth("standing", r.standing_route);
    list.texts("lundy", lundy_words(r.lundy));
    list.evidence_of(m, r.evidence);
    return std::move(list).take();
}

}  // namespace concordat::detail::writing

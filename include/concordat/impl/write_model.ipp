// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_model.hpp"

#include "concordat/core/text.hpp"
#include "concordat/core/utf8.hpp"
#include "concordat/impl/write_words.hpp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::writing {

/// A basic string. Control and direction characters go in as escapes, which read back as what they were.
inline std::string toml_text(std::string_view text) {
    std::string out = "\"";
    while (!text.empty()) {
        const auto point = first_code_point(text);
        text.remove_prefix(point.bytes);
        if (point.value == '"' || point.value == '\\')
            (out += '\\') += static_cast<char>(point.value);
        else if (is_control_or_direction(point.value))
            out += escaped_code_point(point.value);
        else
            append_utf8(out, point.value);
    }
    return out + '"';
}

/// Whole numbers as such where TOML's 64-bit integers surely hold them.
inline std::string toml_number(double value) {
    std::string text = shortest(value);
    constexpr std::size_t digits_of_any_integer = 15;
    if (text.size() > digits_of_any_integer && text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

inline std::string toml_list(const std::vector<std::string>& texts) {
    std::vector<std::string> quoted;
    quoted.reserve(texts.size());
    for (const auto& text : texts) quoted.push_back(toml_text(text));
    return "[" + joined(quoted, ", ") + "]";
}

inline std::string toml_ages(const age_span& ages) {
    return "[" + toml_number(ages.from) + ", " + toml_number(ages.to) + "]";
}

/// Keys and values that are stated, in order; inline or one a line.
class toml_table {
public:
    void raw(std::string_view key, const std::string& value) { entries_.push_back(std::string(key) + " = " + value); }
    void text(std::string_view key, std::string_view value) { raw(key, toml_text(value)); }
    void text_if_stated(std::string_view key, std::string_view value) {
        if (!value.empty()) text(key, value);
    }
    void list_if_stated(std::string_view key, const std::vector<std::string>& values) {
        if (!values.empty()) raw(key, toml_list(values));
    }
    void number(std::string_view key, double value) { raw(key, toml_number(value)); }
    void truth(std::string_view key, bool value) { raw(key, value ? "true" : "false"); }
    void day_if_stated(std::string_view key, const std::optional<date>& value) {
        if (value) raw(key, day_text(*value));
    }
    void ages_if_stated(const age_span& ages) {
        if (!ages.is_all()) raw("ages", toml_ages(ages));
    }
    void inline_if_any(std::string_view key, const toml_table& table) {
        if (!table.entries_.empty()) raw(key, table.on_one_line());
    }
    void evidence_if_any(const evidence& e) {
        toml_table card;
        if (e.sources.size() == 1)
            card.text("source", e.sources.front());
        else
            card.list_if_stated("source", e.sources);
        card.text_if_stated("at", e.at);
        if (e.level) card.number("level", *e.level);
        card.text_if_stated("assumption", e.assumption);
        card.text_if_stated("note", e.note);
        card.day_if_stated("sunset", e.sunset);
        inline_if_any("evidence", card);
    }

    [[nodiscard]] std::string on_one_line() const { return "{ " + joined(entries_, ", ") + " }"; }
    [[nodiscard]] std::string on_lines() const { return joined(entries_, "\n") + "\n"; }

private:
    std::vector<std::string> entries_;
};

inline toml_table toml_of(const actor_kind& kind) {
    toml_table table;
    table.text("key", kind.key);
    table.text("title", kind.title);
    table.text_if_stated("org", kind.org);
    return table;
}

inline toml_table toml_of(const service& s) {
    toml_table table;
    table.text("key", s.key);
    table.text("title", s.title);
    if (s.universal) table.truth("universal", true);
    return table;
}

inline toml_table toml_of(const source& s) {
    toml_table table;
    table.text("key", s.key);
    table.text("title", s.title);
    table.text_if_stated("url", s.url);
    table.day_if_stated("date", s.dated);
    table.day_if_stated("read", s.read);
    table.text("sourcing", name(s.quality));
    table.day_if_stated("sunset", s.sunset);
    return table;
}

inline toml_table toml_of(const assumption& a) {
    toml_table table;
    table.text("key", a.key);
    table.text("text", a.text);
    table.text("why", a.why);
    table.number("level", a.level);
    return table;
}

inline toml_table toml_of(const conflict_of_sources& c) {
    toml_table table;
    table.text("about", c.about);
    table.raw("sources", toml_list(c.sources));
    table.text("text", c.text);
    return table;
}

inline toml_table toml_of(const actor& a) {
    toml_table table;
    table.text("key", a.key);
    table.text("name", a.name);
    table.text("kind", a.kind);
    table.text("level", name(a.level));
    if (a.legal_entity != a.key) table.text_if_stated("legal_entity", a.legal_entity);
    if (a.mandate) table.truth("mandate", true);
    if (a.team != a.key) table.text_if_stated("team", a.team);
    table.text_if_stated("sector", a.sector);
    table.text_if_stated("locality", a.locality);
    table.text_if_stated("act", a.act);
    if (a.statutory) table.truth("statutory", *a.statutory);
    if (a.count != 1) table.number("count", a.count);
    table.evidence_if_any(a.evidence);
    return table;
}

inline toml_table toml_of(const relation& r) {
    toml_table table;
    table.text("type", name(r.type));
    table.text("from", r.from);
    table.text("to", r.to);
    table.list_if_stated("services", r.services);
    table.ages_if_stated(r.ages);
    toml_table in_force;
    in_force.day_if_stated("from", r.in_force.from);
    in_force.day_if_stated("to", r.in_force.to);
    table.inline_if_any("in_force", in_force);
    if (r.status != standing::current) table.text("status", name(r.status));
    if (r.basis) table.text("basis", name(*r.basis));
    if (r.role) table.text("role", name(*r.role));
    if (r.amount) {
        toml_table amount;
        amount.number("value", r.amount->value);
        amount.text("unit", r.amount->unit);
        amount.number("year", r.amount->year);
        table.inline_if_any("amount", amount);
    }
    if (r.term) table.number("term", *r.term);
    if (r.ring_fenced) table.truth("ring_fenced", true);
    if (r.standing_route) table.truth("standing", true);
    table.list_if_stated("lundy", lundy_words(r.lundy));
    table.evidence_if_any(r.evidence);
    return table;
}

inline std::string toml_need(const need& n) {
    if (n.ages.is_all() && !n.recipient_age) return toml_text(n.service);
    toml_table table;
    table.text("service", n.service);
    table.ages_if_stated(n.ages);
    if (n.recipient_age) table.number("recipient_age", *n.recipient_age);
    return table.on_one_line();
}

inline toml_table toml_of(const persona& p) {
    toml_table table;
    table.text("key", p.key);
    table.text("title", p.title);
    table.number("weight", p.weight);
    table.number("age", p.age);
    std::vector<std::string> needs;
    for (const auto& n : p.needs) needs.push_back("\n  " + toml_need(n) + ",");
    table.raw("needs", needs.empty() ? "[]" : "[" + joined(needs, "") + "\n]");
    table.raw("entries", toml_list(p.entries));
    table.evidence_if_any(p.evidence);
    return table;
}

inline toml_table toml_of(const decision_right& d) {
    toml_table table;
    table.text("key", d.key);
    table.text("title", d.title);
    table.text("holder", d.holder);
    table.number("weight", d.weight);
    table.list_if_stated("services", d.services);
    table.evidence_if_any(d.evidence);
    return table;
}

template <class Things>
void append_toml(std::string& out, std::string_view head, const Things& things) {
    for (const auto& thing : things) out += "\n[[" + std::string(head) + "]]\n" + toml_of(thing).on_lines();
}

}  // namespace detail::writing

CONCORDAT_INLINE std::string to_toml(const model& m, std::string_view key) {
    detail::writing::toml_table head;
    head.text("format", "concordat/model@1");
    head.text("key", key.empty() ? m.key() : key);
    head.text("title", m.title());
    head.raw("as_of", detail::writing::day_text(m.as_of()));
    head.text("resolution", name(m.resolution()));
    if (!m.incomplete().empty())
        head.raw("incomplete", detail::writing::toml_list(detail::writing::layer_words(m.incomplete())));
    std::string out = head.on_lines();
    detail::writing::append_toml(out, "kind", m.kinds());
    detail::writing::append_toml(out, "service", m.services());
    detail::writing::append_toml(out, "source", m.sources());
    detail::writing::append_toml(out, "assumption", m.assumptions());
    detail::writing::append_toml(out, "conflict", m.conflicts());
    detail::writing::append_toml(out, "actor", m.actors());
    detail::writing::append_toml(out, "relation", m.relations());
    detail::writing::append_toml(out, "persona", m.personas());
    detail::writing::append_toml(out, "decision_right", m.decision_rights());
    return out;
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/show.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/io_show.ipp"
#include "concordat/impl/write_cards.hpp"
#include "concordat/impl/write_words.hpp"

#include <algorithm>

namespace concordat {

namespace detail::writing {

/// `models/x.toml:12:3`, shorter by what is not known.
inline std::string place_words(const source_pos& at) {
    std::string text = at.path;
    if (at.line != 0) text += ":" + std::to_string(at.line);
    if (at.line != 0 && at.column != 0) text += ":" + std::to_string(at.column);
    return text;
}

/// What every output says about the facts it rests on.
inline std::string evidence_words(const evidence_count& count) {
    std::string text = counted(count.facts(), "fact", "facts") + ": ";
    for (std::size_t level = count.by_level.size(); level-- > 0;)
        text += std::to_string(count.by_level[level]) + " of level " + std::to_string(level) + ", ";
    text += std::to_string(count.unsourced) + " unsourced; ";
    text += counted(count.resting_on_assumptions, "rests", "rest") + " on assumptions; ";
    return text + counted(count.conflicts, "conflict", "conflicts") + " between sources";
}

/// Before and after in one cell: what was added has no before, what was removed no after.
inline std::string turned_words(const std::string& before, const std::string& after) {
    if (before.empty()) return after;
    return before + (after.empty() ? " -> (gone)" : " -> " + after);
}

/// `reforms.o1, step 3 (The board)`.
inline std::string step_words(const std::string& reform, std::size_t step, const std::string& part) {
    return reform + ", step " + std::to_string(step + 1) + (part.empty() ? part : " (" + part + ')');
}

inline std::string parameter_words(const parameter_value& value) {
    if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "true" : "false";
    if (const auto* number = std::get_if<double>(&value)) return shortest(*number);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    std::vector<std::string> items;
    if (const auto* numbers = std::get_if<std::vector<double>>(&value))
        for (const double number : *numbers) items.push_back(shortest(number));
    else
        items = std::get<std::vector<std::string>>(value);
    return "[" + joined(items, ", ") + "]";
}

/// `asp-2014-9 s.9, level 4`; `unsourced` without sources and assumption.
inline std::string evidence_card_words(const model& m, const evidence& e) { return card_words(e, m.level_of(e)); }

}  // namespace detail::writing

CONCORDAT_INLINE sheet to_sheet(std::span<const change> changes, const model& before, const model& after) {
    sheet out{"From " + before.key() + " to " + after.key(),
              {{"change"}, {"part"}, {"layer"}, {"what"}, {"how"}, {"by"}},
              {},
              {detail::writing::counted(changes.size(), "change", "changes")}};
    for (const auto& c : changes)
        out.rows.push_back({name(c.kind), name(c.part), c.layer ? name(*c.layer) : std::string_view(), c.subject,
                            detail::writing::turned_words(c.before, c.after),
                            c.by_step ? detail::writing::step_words(c.by_reform, *c.by_step, c.by_part) : c.by_reform});
    return out;
}

CONCORDAT_INLINE sheet to_sheet(const application& applied, const model& before) {
    sheet out{"What the steps did to " + before.key(), {{"step"}, {"what"}, {"how"}}, {}};
    for (const auto& s : applied.steps) {
        const std::string step = detail::writing::step_words(s.reform, s.step, s.part);
        if (s.already_so()) out.rows.push_back({step, "", "already so"});
        for (const auto& e : s.edits)
            out.rows.push_back({step, e.subject, detail::writing::turned_words(e.before, e.after)});
    }
    const auto idle =
        std::count_if(applied.steps.begin(), applied.steps.end(), [](const applied_step& s) { return s.already_so(); });
    out.notes = {detail::writing::counted(applied.steps.size(), "step", "steps") + ", " + std::to_string(idle) +
                 " of them already so; the result is " + applied.after.key()};
    return out;
}

CONCORDAT_INLINE sheet to_sheet(std::span<const measured> measures, const model& m) {
    sheet out{"Measures of " + m.key(),
              {{"id"}, {"measure"}, {"value", alignment::right}, {"unit"}, {"better"}, {"missing"}},
              {}};
    for (const auto& one : measures) {
        out.rows.push_back({one.info.id, one.info.key, number_or_missing(one.found.value), one.info.unit,
                            name(one.info.better), one.found.missing});
        if (!one.info.criticism.empty())
            out.notes.push_back(std::string(one.info.key) + ": " + std::string(one.info.criticism));
    }
    out.notes.push_back(detail::writing::evidence_words(count_evidence(m)));
    return out;
}

CONCORDAT_INLINE sheet to_sheet(const measured& one, const model& m) {
    sheet out{std::string(one.info.title.empty() ? one.info.key : one.info.title) + ", in " + m.key(),
              {{"what"}, {"value", alignment::right, std::string(one.info.unit)}, {"shown by"}},
              {}};
    out.rows.push_back({one.info.key, number_or_missing(one.found.value), one.found.missing});
    for (const auto& f : one.found.figures) out.rows.push_back({f.name, number_cell(f.value), ""});
    for (const auto& w : one.found.witnesses) {
        out.rows.push_back({"witness", "", w.text});
        const auto rests_on = [&](const std::string& what, const evidence& card) {
            out.rows.push_back({"rests on", "", what + " (" + detail::writing::evidence_card_words(m, card) + ")"});
        };
        for (const auto at : w.relations) rests_on(identity(m.relations()[at]), m.relations()[at].evidence);
        for (const auto at : w.rights) rests_on(identity_of(m.decision_rights()[at]), m.decision_rights()[at].evidence);
    }
    for (const auto& [key, value] : one.parameters)
        out.notes.push_back(key + " = " + detail::writing::parameter_words(value));
    const auto note = [&](std::string_view head, std::string_view text) {
        if (!text.empty()) out.notes.push_back(std::string(head) + std::string(text));
    };
    note("How: ", one.info.formula);
    note("Said against it: ", one.info.criticism);
    note("Source: ", one.info.source);
    return out;
}

CONCORDAT_INLINE sheet to_sheet(const check_summary& sum) {
    using detail::writing::counted;
    sheet out{counted(sum.files, "file", "files") + " together",
              {{"level"}, {"facts", alignment::right}, {"share", alignment::right, "%"}},
              {}};
    const auto facts = sum.evidence.facts();
    const auto add = [&](std::string level, std::size_t count) {
        const double share = facts == 0 ? 0 : 100 * static_cast<double>(count) / static_cast<double>(facts);
        out.rows.push_back({std::move(level), count_cell(count), number_cell(share, 1)});
    };
    for (std::size_t level = 5; level-- > 0;) add(std::to_string(level), sum.evidence.by_level[level]);
    add("unsourced", sum.evidence.unsourced);
    out.rows.push_back({"all", count_cell(facts), facts == 0 ? cell("-") : number_cell(100, 1)});
    out.notes = {counted(sum.models, "model", "models") + " and " + counted(sum.parts, "part", "parts") +
                 " that others extend; " + counted(sum.actors, "actor", "actors") + ", " +
                 counted(sum.relations, "relation", "relations") + " and " + counted(sum.sources, "source", "sources") +
                 ", each counted once, by where it is written."};
    if (sum.refused != 0)
        out.notes.push_back(counted(sum.refused, "file was", "files were") +
                            " refused; what they state is not counted.");
    return out;
}

CONCORDAT_INLINE sheet to_sheet(const check_outcome& outcome) {
    sheet out{"", {{"where"}, {"gravity"}, {"code"}, {"what"}, {"way out"}}, {}};
    const auto add = [&](const std::vector<error>& problems, std::string_view gravity) {
        const auto flat = detail::writing::flat_problems(problems);
        for (const auto* e : flat)
            out.rows.push_back({detail::writing::place_words(e->where), gravity, detail::writing::code_text(e->code),
                                e->message, e->hint});
        return flat.size();
    };
    const std::size_t errors = add(outcome.errors, "error");
    const std::size_t warnings = add(outcome.warnings, "warning");
    out.notes.push_back(detail::writing::counted(errors, "error", "errors") + ", " +
                        detail::writing::counted(warnings, "warning", "warnings"));
    if (outcome.evidence) out.notes.push_back(detail::writing::evidence_words(*outcome.evidence));
    return out;
}

}  // namespace concordat

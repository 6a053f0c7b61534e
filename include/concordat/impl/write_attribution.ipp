// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_attribution.hpp"

// The header before its bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/show.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/io_show_sheet.ipp"
#include "concordat/impl/write_cards.hpp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::writing {

inline std::vector<std::size_t> step_numbers(const attribution_player& p) {
    auto numbers = p.steps;
    for (auto& one : numbers) ++one;
    return numbers;
}

inline document player_document(const attribution_player& p) {
    return document::object{{"reform", p.reform},
                            {"part", text_or_null(p.part)},
                            {"steps", document::list(step_numbers(p))},
                            {"at_work", p.at_work}};
}

inline document added_document(const attributed_share& s) {
    return document::object{{"value", s.raw},
                            {"worth", s.worth},
                            {"appear", document::list(s.appear)},
                            {"vanish", document::list(s.vanish)}};
}

inline document split_document(const attributed_change& c) {
    return document::object{{"criterion", c.criterion},
                            {"unit", c.unit},
                            {"from", c.from},
                            {"to", c.to},
                            {"from_worth", c.from_worth},
                            {"to_worth", c.to_worth},
                            {"missing", text_or_null(c.missing)},
                            {"shares", document::list(c.shares, added_document)}};
}

/// `reforms.o1: The board`, or the step alone.
inline std::string player_words(const attribution_player& p) {
    return p.part.empty() ? step_words(p.reform, p.steps.front(), p.part) : p.reform + ": " + p.part;
}

inline sheet split_sheet(const attribution_on_baseline& on, const attributed_change& c) {
    sheet out{"On " + on.baseline + ": what each part adds to " + c.criterion,
              {{"part"},
               {"steps", alignment::right},
               {"at work", alignment::right},
               {"adds", alignment::right, c.unit},
               {"worth", alignment::right}},
              {}};
    std::size_t steps = 0, at_work = 0;
    for (std::size_t i = 0; i < c.shares.size(); ++i) {
        const auto& p = on.players[i];
        steps += p.steps.size();
        at_work += p.at_work;
        out.rows.push_back({player_words(p), count_cell(p.steps.size()), count_cell(p.at_work),
                            number_cell(c.shares[i].raw), number_cell(c.shares[i].worth)});
    }
    if (!c.missing.empty()) {
        out.notes.push_back("The change is not split: " + c.missing);
    } else if (c.shares.empty()) {
        out.notes.emplace_back("The option has no step here.");
    } else {
        out.rows.push_back({"all", count_cell(steps), count_cell(at_work), number_cell(*c.to - *c.from),
                            number_cell(*c.to_worth - *c.from_worth)});
        out.notes.push_back("Shapley values: what a part adds to those before it, averaged over all orders. " +
                            std::to_string(on.measured) + " of " + std::to_string(on.sets) +
                            " sets of parts differ and were measured; a step that needs another part does nothing "
                            "without it.");
    }
    return out;
}

inline sheet appearing_sheet(const attribution_on_baseline& on, const attributed_change& c) {
    constexpr std::size_t most = 3;
    sheet out{"On " + on.baseline + ": what each part makes appear and vanish in " + c.criterion,
              {{"part"}, {"shown"}, {"witness"}},
              {}};
    for (std::size_t i = 0; i < c.shares.size(); ++i) {
        const auto add = [&](const std::vector<std::string>& lines, const char* when) {
            for (std::size_t line = 0; line < std::min(most, lines.size()); ++line)
                out.rows.push_back({player_words(on.players[i]), when, lines[line]});
            if (lines.size() > most)
                out.rows.push_back(
                    {player_words(on.players[i]), when, "and " + std::to_string(lines.size() - most) + " more"});
        };
        add(c.shares[i].appear, "with it");
        add(c.shares[i].vanish, "without it");
    }
    return out;
}

}  // namespace detail::writing

CONCORDAT_INLINE document to_document(const attribution& a) {
    const auto on_baseline = [](const attribution_on_baseline& on) {
        return document::object{{"baseline", on.baseline},
                                {"players", document::list(on.players, detail::writing::player_document)},
                                {"sets", on.sets},
                                {"measured", on.measured},
                                {"criteria", document::list(on.criteria, detail::writing::split_document)}};
    };
    return document::list(a.baselines, on_baseline);
}

CONCORDAT_INLINE std::vector<sheet> to_sheets(const attribution& a) {
    std::vector<sheet> sheets;
    for (const auto& on : a.baselines)
        for (const auto& c : on.criteria) {
            sheets.push_back(detail::writing::split_sheet(on, c));
            auto appearing = detail::writing::appearing_sheet(on, c);
            if (!appearing.rows.empty()) sheets.push_back(std::move(appearing));
        }
    return sheets;
}

}  // namespace concordat

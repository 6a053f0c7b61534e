// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_run_diff.hpp"

#include "concordat/impl/io_show_sheet.ipp"
#include "concordat/impl/write_ranking.ipp"
#include "concordat/impl/write_run_diff_parts.hpp"
#include "concordat/impl/write_run_diff_tidy.ipp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace concordat {

namespace detail::writing {

/// A fingerprint by its first digits; the rest is in the other formats.
inline std::string short_mark(const std::string& mark) {
    constexpr std::size_t shown = 12, whole = 64;
    if (mark.empty()) return "not there";
    return mark.size() <= whole ? mark : mark.substr(0, shown) + "…" + mark.substr(whole);
}

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// Warnings that one of the runs has alone, a row each.
inline void append_warnings(sheet& out, const record_difference& d) {
    const auto before = lines_of(d.first), after = lines_of(d.second);
    const auto only_in = [](const auto& these, const auto& those, auto tell) {
        for (const auto& line : these)
            if (std::find(those.begin(), those.end(), line) == those.end()) tell(line);
    };
    only_in(before, after, [&](const auto& line) { out.rows.push_back({name(d.part), "warning", line, "gone"}); });
    only_in(after, before, [&](const auto& line) { out.rows.push_back({name(d.part), "warning", "not yet", line}); });
}

inline sheet went_in_sheet(const run_comparison& c) {
    sheet out{"What is not the same in the two runs", {{"part"}, {"what"}, {"before"}, {"after"}}, {}};
    std::size_t outputs = 0;
    for (const auto& d : differences_of(c)) {
        if (d.part == record_part::outputs)
            ++outputs;
        else if (d.part == record_part::warnings)
            append_warnings(out, d);
        else if (d.part == record_part::inputs)
            out.rows.push_back({name(d.part), d.what, short_mark(d.first), short_mark(d.second)});
        else
            out.rows.push_back({name(d.part), d.what, d.first, d.second});
    }
    if (out.rows.empty()) out.notes.emplace_back("Nothing went in that differs.");
    out.notes.push_back(outputs == 0 ? "Every output file is the same, byte for byte."
                                     : counted(outputs, "output file is", "output files are") + " not the same.");
    return out;
}

inline std::string place_text(const moved_value& v) {
    return v.option + " under " + v.weights + (v.baseline.empty() ? "" : " on " + v.baseline);
}

/// `weights: a.toml, b.toml` where a kind was taken as one.
inline std::string player_text(const run_comparison& c, const change_player& player) {
    const auto kinds = kinds_of(c, player);
    return (kinds.empty() ? "" : listed(kinds) + ": ") + joined(files_of(c, player), ", ");
}

inline void append_share_notes(sheet& out, const run_comparison& c) {
    const auto& shares = *c.shares;
    const auto any = [&](auto asked) { return std::any_of(shares.players.begin(), shares.players.end(), asked); };
    if (shares.values.empty())
        out.notes.emplace_back("The runs have no ranking in common, so there is no change to share out.");
    else if (!shares.moved)
        out.notes.emplace_back("No option's expected value differs, so there is no change to share out.");
    else
        out.notes.push_back(
            "The change is that of " + counted(shares.values.size(), "expected value", "expected values") +
            " from 0 to 1: of each option, on each baseline and under each weight set that both runs have, at central "
            "weights. A share is a Shapley value: what a change adds to those before it, averaged over all orders. "
            "It says which edit moved numbers, not whether the edit is right.");
    if (any([](const auto& p) { return p.share < 0; }))
        out.notes.emplace_back("A share below 0: that change pulled the other way, and the others outweighed it.");
    if (any([](const auto& p) { return !p.moves_values; }) && !shares.values.empty())
        out.notes.emplace_back(
            "What moves no value changed in its text alone, as a title or a source does, or in what no value rests "
            "on.");
    if (!changed_settings_of(c).empty())
        out.notes.emplace_back(
            "Settings have no part in an expected value. Seed and samples move probabilities, by about their standard "
            "errors.");
    for (const auto& player : shares.players)
        for (const auto& why : player.together)
            out.notes.push_back(player_text(c, player) +
                                " stand together, for with some of them alone there is no such study: " +
                                to_string(error{why.code, why.message, {}, why.where, {}}));
}

/// Where an engine had a hand in it.
inline void append_engine_note(sheet& out, const run_comparison& c) {
    const auto ours = record_of_this_engine();
    const auto same = [&](const run_record& r) { return r.engine == ours.engine && r.numerics == ours.numerics; };
    if (same(c.before.record) && same(c.after.record)) return;
    out.notes.push_back("Both ends of the change are worked out by this engine (" + ours.engine + ", arithmetic " +
                        std::to_string(ours.numerics) + "), so what another engine changed is no part of it.");
}

inline sheet shares_sheet(const run_comparison& c) {
    sheet out{"How much of the change each explains",
              {{"what"}, {"share", alignment::right}, {"moves values"}, {"moves most"}, {"by", alignment::right}},
              {}};
    if (!c.shares) {
        for (const auto& d : differences_of(c))
            if (d.part == record_part::inputs) out.rows.push_back({d.what, "missing", "missing", "missing", "missing"});
        out.notes.push_back("There are no shares: " + c.no_shares);
        return out;
    }
    const auto row = [&](std::string what, double share, bool moves_values, const std::vector<double>& moves) {
        const auto most = most_moved(moves);
        out.rows.push_back({std::move(what), number_cell(share, 3), moves_values ? "yes" : "no",
                            most ? cell(place_text(c.shares->values[*most])) : cell("-"),
                            most ? number_cell(moves[*most]) : cell("-")});
    };
    std::vector<double> whole;
    for (const auto& value : c.shares->values) whole.push_back(value.change());
    for (const auto& player : c.shares->players)
        row(player_text(c, player), player.share, player.moves_values, player.moves);
    for (const auto& setting : changed_settings_of(c)) row(setting.what, 0, false, {});
    if (c.shares->moved) row("all together", 1, true, whole);
    append_share_notes(out, c);
    append_engine_note(out, c);
    return out;
}

inline std::string baseline_text(const std::string& baseline) { return baseline.empty() ? "own models" : baseline; }

inline std::string leader_text(const most_often_first& m) {
    return listed(m.options) + " " + rounded(m.first.value, 4) + " +- " + rounded(m.first.standard_error, 4) +
           (m.not_separated_from.empty() ? "" : ", not separated from " + listed(m.not_separated_from));
}

inline sheet alone_sheet(const run_difference& d) {
    sheet out{"What one of the runs has alone", {{"part"}, {"key"}, {"in the run"}}, {}};
    for (const auto& one : d.alone) out.rows.push_back({name(one.part), one.key, one.was ? "before" : "after"});
    return out;
}

inline sheet leaders_sheet(const run_difference& d) {
    sheet out{
        "Which option comes first most often", {{"baseline"}, {"weights"}, {"before"}, {"after"}, {"same option"}}, {}};
    std::size_t without = 0, other = 0;
    for (const auto& l : d.leaders) {
        if (l.missing == missing_treatment::left_out) {
            ++without;
            if (!l.same_options()) ++other;
            continue;
        }
        out.rows.push_back({baseline_text(l.baseline), l.weights, leader_text(l.before), leader_text(l.after),
                            l.same_options() ? "yes" : "no"});
    }
    if (out.rows.empty()) out.notes.emplace_back("The runs have no ranking in common.");
    if (without != 0)
        out.notes.push_back(
            "With criteria that have missing values left out, another option comes first most often "
            "in " +
            std::to_string(other) + " of " + std::to_string(without) + ".");
    return out;
}

inline sheet first_sheet(const run_difference& d) {
    sheet out{"Probabilities of coming first that moved by more than two standard errors",
              {{"baseline"}, {"weights"}, {"option"}},
              {}};
    for (const auto* heading : {"before", "+-", "after", "+-", "difference", "+-"})
        out.columns.push_back({heading, alignment::right});
    std::size_t compared = 0, differ = 0;
    for (const auto& f : d.first) {
        if (f.missing == missing_treatment::left_out) continue;
        ++compared;
        if (f.difference.value != 0) ++differ;
        if (!f.beyond_sampling) continue;
        auto& row = out.rows.emplace_back();
        row = {baseline_text(f.baseline), f.weights, f.option};
        for (const auto& e : {f.before, f.after, f.difference}) {
            row.push_back(number_cell(e.value));
            row.push_back(number_cell(e.standard_error));
        }
    }
    out.notes.push_back(
        counted(compared, "probability was", "probabilities were") + " compared; " + std::to_string(out.rows.size()) +
        " moved by more than two standard errors of the difference, " + std::to_string(differ - out.rows.size()) +
        " by less, which sampling alone explains. Of runs that differ in nothing but the seed, "
        "about one probability in twenty passes two standard errors by chance.");
    return out;
}

inline sheet moved_values_sheet(const run_difference& d) {
    sheet out{
        "Values that are not the same, in raw units",
        {{"baseline"}, {"option"}, {"criterion"}, {"before", alignment::right}, {"after", alignment::right}, {"unit"}},
        {},
        {counted(d.values_compared, "value was", "values were") + " compared, " + std::to_string(d.values.size()) +
         " of them differ"}};
    for (const auto& v : d.values)
        out.rows.push_back({baseline_text(v.baseline), v.option, v.criterion, quantity_or_missing(v.before),
                            quantity_or_missing(v.after), unit_text(v)});
    return out;
}

}  // namespace detail::writing

CONCORDAT_INLINE std::vector<sheet> to_sheets(const run_comparison& c) {
    std::vector<sheet> sheets{detail::writing::went_in_sheet(c), detail::writing::shares_sheet(c)};
    if (const auto results = detail::writing::result_difference_of(c)) {
        if (!results->alone.empty()) sheets.push_back(detail::writing::alone_sheet(*results));
        sheets.push_back(detail::writing::leaders_sheet(*results));
        sheets.push_back(detail::writing::first_sheet(*results));
        sheets.push_back(detail::writing::moved_values_sheet(*results));
    }
    auto& notes = sheets.back().notes;
    for (auto& mark : detail::writing::watermarks_of(c)) notes.push_back(std::move(mark));
    const auto limits = standing_limitation();
    notes.push_back(std::string(limits.text) + " (" + std::string(limits.source) + ")");
    return sheets;
}

}  // namespace concordat

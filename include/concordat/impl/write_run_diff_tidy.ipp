// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_run_diff.hpp"

#include "concordat/impl/write_ranking.ipp"
#include "concordat/impl/write_run_diff_parts.hpp"

#include <map>
#include <string_view>
#include <utility>

namespace concordat {

namespace detail::writing {

/// Fills rows by the name of a column, so that what does not apply stays empty.
class tidy_rows {
public:
    explicit tidy_rows(sheet& into) : into_(into) {
        for (std::size_t i = 0; i < into.columns.size(); ++i) at_.emplace(into.columns[i].name, i);
    }

    void add(std::string_view part) {
        into_.rows.emplace_back(into_.columns.size());
        set("part", part);
    }
    void set(std::string_view column, cell value) { into_.rows.back()[at_.find(column)->second] = std::move(value); }
    void set(std::string_view column, const estimate& e) {
        set(column, number_cell(e.value));
        set(std::string(column) + "_standard_error", number_cell(e.standard_error));
    }
    void place(const std::string& baseline, const std::string& weights, const std::string& option) {
        set("baseline", baseline);
        set("weights", weights);
        set("option", option);
    }

private:
    sheet& into_;
    std::map<std::string, std::size_t, std::less<>> at_;
};

inline void append_shares(tidy_rows& rows, const run_comparison& c) {
    if (!c.shares) return;
    for (const auto& player : c.shares->players) {
        rows.add("share");
        rows.set("what", joined(files_of(c, player), " "));
        rows.set("share", number_cell(player.share));
        const auto most = most_moved(player.moves);
        if (!most) continue;
        const auto& value = c.shares->values[*most];
        rows.place(value.baseline, value.weights, value.option);
        rows.set("difference", number_cell(player.moves[*most]));
    }
    for (const auto& setting : changed_settings_of(c)) {
        rows.add("share");
        rows.set("what", setting.what);
        rows.set("share", number_cell(0));
    }
    for (const auto& value : c.shares->values) {
        rows.add("expected value");
        rows.place(value.baseline, value.weights, value.option);
        rows.set("before", number_cell(value.before));
        rows.set("after", number_cell(value.after));
        rows.set("difference", number_cell(value.change()));
    }
}

inline cell quantity_or_missing(const quantity& q, int digits = 4) {
    return is_missing(q) ? cell("missing") : quantity_cell(q, digits);
}

inline void append_results(tidy_rows& rows, const run_difference& d) {
    for (const auto& one : d.alone) {
        rows.add("in one run alone");
        rows.set("what", std::string(name(one.part)) + " " + one.key);
        rows.set(one.was ? "before" : "after", one.key);
    }
    for (const auto& f : d.first) {
        rows.add("first");
        rows.place(f.baseline, f.weights, f.option);
        rows.set("missing_values", name(f.missing));
        rows.set("before", f.before);
        rows.set("after", f.after);
        rows.set("difference", f.difference);
        rows.set("beyond_two_standard_errors", f.beyond_sampling ? "true" : "false");
    }
    for (const auto& v : d.values) {
        rows.add("value");
        rows.place(v.baseline, {}, v.option);
        rows.set("criterion", v.criterion);
        rows.set("unit", unit_text(v));
        rows.set("before", quantity_or_missing(v.before));
        rows.set("after", quantity_or_missing(v.after));
    }
}

/// Whose weights a row rests on, where it rests on any.
inline void mark_weights(sheet& out, const run_comparison& c) {
    constexpr std::size_t weights = 3, elicitation = 4, illustrative = 5;
    for (auto& row : out.rows)
        for (const auto* run : {&c.before, &c.after}) {
            if (!run->result) continue;
            for (const auto& w : run->result->weights) {
                if (row[weights].text != w.key) continue;
                row[elicitation] = name(w.how);
                row[illustrative] = w.illustrative ? "true" : "false";
            }
        }
}

}  // namespace detail::writing

CONCORDAT_INLINE sheet differences_sheet(const run_comparison& c) {
    sheet out{"What differs between two runs", {}, {}};
    for (const auto* heading :
         {"part", "what", "baseline", "weights", "elicitation", "illustrative", "missing_values", "option", "criterion",
          "unit", "before", "before_standard_error", "after", "after_standard_error", "difference",
          "difference_standard_error", "beyond_two_standard_errors", "share"})
        out.columns.push_back({heading});
    detail::writing::tidy_rows rows(out);
    for (const auto& d : detail::writing::differences_of(c)) {
        rows.add(name(d.part));
        rows.set("what", d.what);
        rows.set("before", d.first);
        rows.set("after", d.second);
    }
    detail::writing::append_shares(rows, c);
    if (const auto results = detail::writing::result_difference_of(c)) detail::writing::append_results(rows, *results);
    detail::writing::mark_weights(out, c);
    out.notes = detail::writing::watermarks_of(c);
    out.notes.emplace_back(standing_limitation().text);
    return out;
}

}  // namespace concordat

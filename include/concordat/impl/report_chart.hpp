// SPDX-License-Identifier: Apache-2.0
// What the charts of a run share: the words that say what is drawn and how far to trust it, and the specification that
// draws the same table elsewhere.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/impl/report_scale.hpp"
#include "concordat/impl/report_svg.hpp"
#include "concordat/io/write_result.hpp"
#include "concordat/report/ranking_choice.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat::detail::drawing {

/// 12,500: as people read large counts.
inline std::string grouped(std::uint64_t count) {
    std::string text = std::to_string(count);
    for (std::size_t at = text.size(); at > 3;) text.insert(at -= 3, ",");
    return text;
}

/// "1 option", "3 options".
inline std::string counted(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

inline std::string keyed_title(const std::string& key, const std::string& title) {
    return title.empty() || title == key ? key : key + " " + title;
}

inline std::string quoted(const std::string& words) { return "\u201c" + words + "\u201d"; }

inline std::string baseline_words(const study& s, const std::string& key) {
    if (key.empty()) return "each option on a model of its own";
    for (const auto& m : s.baselines)
        if (m.key() == key && !m.title().empty()) return "on " + quoted(m.title());
    return "on " + quoted(key);
}

inline std::string weights_words(const weight_set& w) {
    const bool asked = w.how != elicitation::none && !w.illustrative;
    return "weights " + quoted(w.title.empty() ? w.key : w.title) + (asked ? "" : " (nobody was asked)");
}

inline std::string draws_words(const study& s, std::uint64_t samples) {
    return grouped(samples) + " draws of " + (s.structure ? "graph, values and weights" : "values and weights");
}

inline std::string gaps_words(gaps_count gaps) {
    return gaps == gaps_count::as_stated ? "missing values count as their criterion says"
                                         : "criteria with missing values are left out";
}

inline std::string limitation_note() {
    const auto limits = standing_limitation();
    return std::string(limits.text) + " (" + std::string(limits.source) + ")";
}

/// What must stand under a chart of one weight set: the watermark, and what no chart can say.
inline std::vector<std::string> notes_of(const study& s, const weight_set& w) {
    std::vector<std::string> notes;
    for (auto& mark : watermarks(s))
        if (mark.starts_with(w.key + ":")) notes.push_back(std::move(mark));
    notes.push_back(limitation_note());
    return notes;
}

inline const weighed_ranking& chosen_ranking(const study_result& found, const ranking_choice& which) {
    CONCORDAT_ASSERT(which.baseline < found.baselines.size() &&
                     which.ranking < found.baselines[which.baseline].rankings.size());
    return found.baselines[which.baseline].rankings[which.ranking];
}

inline const rank_probabilities& chosen_ranks(const weighed_ranking& ranking, gaps_count gaps) {
    return gaps == gaps_count::as_stated ? ranking.with_missing : ranking.without_missing;
}

/// Most often first before the others; equals by expected rank, then as the study has them.
inline std::vector<std::size_t> by_first(const rank_probabilities& ranks) {
    std::vector<std::pair<std::uint64_t, double>> merit;
    for (std::size_t o = 0; o < ranks.option_count(); ++o)
        merit.emplace_back(ranks.rank_count(o, 1), ranks.expected_rank(o).value);
    std::vector<std::size_t> order(ranks.option_count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return merit[a].first != merit[b].first ? merit[a].first > merit[b].first : merit[a].second < merit[b].second;
    });
    return order;
}

/// A list of at most `most` items for a sentence, and how many more there are.
inline std::string some_of(std::vector<std::string> items, std::size_t most) {
    if (items.size() > most) {
        const std::size_t more = items.size() - most;
        items.resize(most);
        items.push_back(std::to_string(more) + " more");
    }
    return listed(items);
}

/// Every row of the table as an object, for a specification: what is drawn elsewhere is what stands in the table. A
/// number that is missing becomes null.
inline document rows_of(const sheet& table) {
    document rows = document::array{};
    for (const auto& row : table.rows) {
        document one = document::empty_object();
        for (std::size_t c = 0; c < row.size(); ++c) {
            const auto number = row[c].is_number() ? parse_number(row[c].exact) : std::nullopt;
            const bool missing = table.columns[c].align == alignment::right && row[c].text == "missing";
            one.set(table.columns[c].name, number ? document(*number) : missing ? document() : document(row[c].text));
        }
        rows.push(std::move(one));
    }
    return rows;
}

/// One channel of a Vega-Lite chart. `type`: quantitative, ordinal or nominal.
inline document channel(std::string_view field, std::string_view type, document::object more = {}) {
    document::object made{{"field", field}, {"type", type}};
    std::move(more.begin(), more.end(), std::back_inserter(made));
    return made;
}

/// A specification that has the picture's words, `values` for data, and what `body` adds: mark and encoding, or layers.
inline document vega_lite(const picture& p, document values, document::object body) {
    document::object made{
        {"$schema", "https://vega.github.io/schema/vega-lite/v5.json"},
        {"description", p.alternative},
        {"title", document::object{{"text", p.headline}, {"subtitle", p.subtitle}, {"anchor", "start"}}},
        {"data", document::object{{"values", std::move(values)}}},
        {"width", narrow_width}};
    std::move(body.begin(), body.end(), std::back_inserter(made));
    return made;
}

/// The same with the picture's table for data.
inline document vega_lite(const picture& p, document::object body) {
    return vega_lite(p, rows_of(p.table), std::move(body));
}

}  // namespace concordat::detail::drawing

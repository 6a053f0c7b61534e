// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/show_claims.hpp"

// The headers before their bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/write_model.hpp"

#include "concordat/impl/write_cards.hpp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::writing {

inline document claim_document(const claim& c, const std::vector<assumption>& assumptions) {
    return document::object{{"key", c.key},
                            {"side", name(c.side)},
                            {"about", document::list(c.about)},
                            {"who", c.who},
                            {"when", when_document(c.when)},
                            {"text", c.text},
                            {"evidence", card_document(c.evidence, assumptions)},
                            {"where", place_document(c.where)}};
}

inline std::vector<source> sources_of(const claim_set& set) {
    used_sources used(set.sources);
    used.add_all(set.claims);
    used.add_all(set.events);
    used.add_all(set.conflicts);
    return used.list();
}

inline std::string counts_by_side(const claim_set& set) {
    std::vector<std::string> parts;
    for (const auto word : words<claim_side>()) {
        const auto count =
            std::count_if(set.claims.begin(), set.claims.end(), [&](const claim& c) { return name(c.side) == word; });
        parts.push_back(std::to_string(count) + " " + std::string(word));
    }
    return joined(parts, ", ");
}

/// For, then against, then mixed, each in order of time.
inline sheet all_claims_sheet(const claim_set& set) {
    sheet out{"Claims", {{"side"}, {"who"}, {"when"}, {"claim"}, {"about"}, {"evidence"}}, {}};
    auto claims = set.claims;
    std::stable_sort(claims.begin(), claims.end(), [](const claim& a, const claim& b) {
        return a.side != b.side ? a.side < b.side : a.when < b.when;
    });
    for (const auto& c : claims)
        out.rows.push_back({name(c.side), c.who, c.when.text, c.text, joined(c.about, ", "),
                            card_words(c.evidence, level_of(c.evidence, set.assumptions))});
    out.notes = {"A claim says that somebody said so. Claims are counted, and never weighed."};
    return out;
}

}  // namespace detail::writing

CONCORDAT_INLINE document to_document(const claim_set& set) {
    const auto with_cards = [&](auto convert) {
        return [&set, convert](const auto& fact) { return convert(fact, set.assumptions); };
    };
    document out = document::object{{"format", "concordat/show_claims@1"}, {"key", set.key}, {"title", set.title}};
    out.set("claims", document::list(set.claims, with_cards(detail::writing::claim_document)));
    out.set("history", document::list(in_order_of_time(set.events), with_cards(detail::writing::event_document)));
    out.set("sources", document::list(detail::writing::sources_of(set), detail::writing::source_document));
    out.set("assumptions", document::list(set.assumptions, detail::writing::assumption_document));
    out.set("conflicts", document::list(set.conflicts, detail::writing::conflict_document));
    return out;
}

CONCORDAT_INLINE std::vector<sheet> to_sheets(const claim_set& set) {
    std::vector<sheet> sheets{
        detail::writing::heading_sheet(set.title, {{"key", set.key}, {"claims", detail::writing::counts_by_side(set)}},
                                       set.assumptions, set.conflicts),
        detail::writing::all_claims_sheet(set),
        detail::writing::timeline_sheet("History of the decision", set.events, set.assumptions),
        detail::writing::sources_sheet(detail::writing::sources_of(set))};
    std::erase_if(sheets, [](const sheet& each) { return each.rows.empty(); });
    return sheets;
}

CONCORDAT_INLINE sheet to_sheet(const claim_set& set) {
    sheet out{set.title, {}, {}};
    for (const auto* heading : {"kind", "key", "side", "who", "when", "text", "about", "level", "evidence"})
        out.columns.push_back({heading});
    const auto add = [&](std::vector<cell> row, const evidence& e) {
        const auto level = level_of(e, set.assumptions);
        row.push_back(detail::writing::level_cell(level));
        row.emplace_back(detail::writing::card_words(e, level));
        out.rows.push_back(std::move(row));
    };
    for (const auto& c : set.claims)
        add({"claim", c.key, name(c.side), c.who, c.when.text, c.text, joined(c.about, " ")}, c.evidence);
    for (const auto& e : in_order_of_time(set.events)) add({"event", "", "", "", e.when.text, e.text, ""}, e.evidence);
    return out;
}

}  // namespace concordat

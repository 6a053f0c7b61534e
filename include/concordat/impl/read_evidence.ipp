// SPDX-License-Identifier: Apache-2.0
// Sources, assumptions, conflicts, and the evidence on everything else.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include "concordat/impl/model_card.hpp"

#include <algorithm>

namespace concordat::detail::input {

CONCORDAT_INLINE bool read_cell(const cell& c, evidence& into) {
    evidence card;
    const bool is_table = read_inline(c, [&](table_reader& in) {
        in.optional("source", one_or_more{card.sources});
        in.optional("at", not_blank{card.at});
        in.optional("level", between{card.level, 0, 4});
        in.optional("assumption", identifier_in{card.assumption});
        in.optional("note", not_blank{card.note});
        in.optional("sunset", card.sunset);
        if (in.has("assumption") && in.has("level"))
            in.report_at("level", errc::conflicting_keys,
                         c.name + ".level stands beside an assumption, whose own level holds", "leave out the level");
        if (!in.has("assumption") && !in.has("source"))
            in.report(errc::missing_key, c.name + " names neither a source nor an assumption",
                      "without evidence the object is unsourced: leave out the key");
        else if (!in.has("assumption") && !in.has("level"))
            in.report(errc::missing_key, c.name + " lacks the key \"level\"",
                      "0 to 4: how strongly the source backs it");
    });
    if (!is_table) return false;
    c.file.remember(card, c);
    into = std::move(card);
    return true;
}

inline void read_source(table_reader& in, source& into) {
    into.where = in.where();
    in.required("key", identifier_in{into.key});
    in.required("title", not_blank{into.title});
    in.required("sourcing", into.quality);
    in.optional("date", into.dated);
    const bool background = into.quality == sourcing::background;
    if (in.has("sourcing") && background) {
        in.optional("url", not_blank{into.url});
        in.optional("read", into.read);
    } else {
        in.required("url", not_blank{into.url});
        in.required("read", into.read);
    }
    in.with("sunset", [&](const cell& c) {
        if (read_cell(c, into.sunset) && into.read && *into.sunset < *into.read)
            c.refuse(errc::bad_interval, "it is no earlier than the day on which the source was read",
                     "after its sunset a source should be checked again, and this one has been");
    });
}

CONCORDAT_INLINE void read_sources(table_reader& in, std::vector<source>& into) {
    in.each("source", [&](table_reader& one) { read_source(one, into.emplace_back()); });
}

CONCORDAT_INLINE void read_assumptions(table_reader& in, std::vector<assumption>& into) {
    in.each("assumption", [&](table_reader& one) {
        auto& a = into.emplace_back();
        a.where = one.where();
        one.required("key", identifier_in{a.key});
        one.required("text", not_blank{a.text});
        one.required("why", not_blank{a.why});
        one.required("level", between{a.level, 0, 1});
    });
}

CONCORDAT_INLINE void read_conflicts(table_reader& in, std::vector<conflict_of_sources>& into) {
    in.each("conflict", [&](table_reader& one) {
        auto& conflict = into.emplace_back();
        conflict.where = one.where();
        one.required("about", not_blank{conflict.about});
        one.required("text", not_blank{conflict.text});
        if (one.required("sources", conflict.sources) && conflict.sources.size() < 2)
            one.report_at("sources", errc::missing_value,
                          one.name() + ".sources names fewer than two sources, which cannot disagree");
    });
}

CONCORDAT_INLINE void check_cards(file_scope& file, const std::vector<source>& sources,
                                  const std::vector<assumption>& assumptions) {
    for (const auto& card : file.cards())
        carding::check_card(
            card.content, sources, assumptions,
            [&](std::string_view part) { return card.name + "." + std::string(part); },
            [&](errc code, std::string message, std::string hint) {
                // Nothing is unset by a level that is too high, so it explains no later problem of the element.
                const auto element = code == errc::out_of_range ? tree_place{} : card.element;
                file.report_in(element, code, card.at, std::move(message), std::move(hint));
            });
}

CONCORDAT_INLINE std::optional<std::vector<source>> assemble_sources(opened_file& file) {
    std::vector<source> sources;
    auto in = file.reader();
    read_sources(in, sources);
    in.finish();
    check_unique(file.scope, sources, "source");
    return sources;
}

inline error source_in_two_files(const source& second, const source& first) {
    return {errc::duplicate_key,
            "source \"" + second.key + "\" stands in two files, the other time in " + place_of(first.where.at),
            {},
            second.where.at,
            {}};
}

CONCORDAT_INLINE std::vector<source> gather_sources(reading& files, const std::vector<reference>& named) {
    std::vector<source> gathered;
    for (const auto& name : named) {
        auto* const file = files.follow(name, file_format::sources);
        if (file == nullptr) continue;
        auto read = assemble_sources(*file);
        for (auto& one : *read) {
            const auto same = [&](const source& s) { return s.key == one.key && s.where.at.path != one.where.at.path; };
            const auto earlier = std::find_if(gathered.begin(), gathered.end(), same);
            if (earlier == gathered.end())
                gathered.push_back(std::move(one));
            else
                files.add(source_in_two_files(one, *earlier));
        }
    }
    return gathered;
}

CONCORDAT_INLINE bool complete_sources(reading& files, opened_file& file, const std::vector<reference>& named,
                                       std::vector<source>& sources, const std::vector<assumption>& assumptions) {
    check_unique(file.scope, sources, "source");
    auto all = gather_sources(files, named);
    for (auto& own : sources) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const source& s) { return s.key == own.key; });
        if (same != all.end() && same->where.at.path != own.where.at.path)
            files.add(source_in_two_files(own, *same));
        else
            all.push_back(std::move(own));
    }
    sources = std::move(all);
    const auto there = [&](const reference& name) { return files.follow(name, file_format::sources) != nullptr; };
    if (!std::all_of(named.begin(), named.end(), there)) return false;
    check_cards(file.scope, sources, assumptions);
    return true;
}

CONCORDAT_INLINE void check_conflicts(file_scope& file, const std::vector<conflict_of_sources>& conflicts,
                                      const std::vector<source>& sources) {
    for (const auto& conflict : conflicts) {
        const tree_place at{conflict.where.at.line, conflict.where.at.column};
        carding::check_references(
            {conflict.sources, {}, {}, {}, {}}, sources, {},
            [](std::string_view part) { return "conflict." + std::string(part); },
            [&](errc code, std::string message, std::string hint) {
                file.report_in(at, code, at, std::move(message), std::move(hint));
            });
    }
}

}  // namespace concordat::detail::input

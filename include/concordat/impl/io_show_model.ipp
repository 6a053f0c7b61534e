// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/show.hpp"

#include "concordat/impl/io_show_sheet.ipp"
#include "concordat/impl/write_words.hpp"

#include <utility>

namespace concordat {

namespace detail::writing {

inline sheet settings_sheet(const model& m) {
    sheet out{m.title(), {{"what"}, {"value"}}, {}};
    out.rows = {{"key", m.key()},
                {"as of", day_text(m.as_of())},
                {"resolution", name(m.resolution())},
                {"not drawn in full", m.incomplete().empty() ? std::string("no layer") : text_of(m.incomplete())},
                {"actors", count_cell(m.actors().size())},
                {"relations", count_cell(m.relations().size())},
                {"family types", count_cell(m.personas().size())},
                {"decision rights", count_cell(m.decision_rights().size())},
                {"services", count_cell(m.services().size())},
                {"sources", count_cell(m.sources().size())},
                {"assumptions", count_cell(m.assumptions().size())}};
    out.notes = {evidence_words(count_evidence(m))};
    return out;
}

inline sheet actors_sheet(const model& m) {
    sheet out{
        "Actors",
        {{"key"}, {"name"}, {"kind"}, {"level"}, {"legal entity"}, {"stands for", alignment::right}, {"evidence"}},
        {}};
    for (const auto& a : m.actors())
        out.rows.push_back({a.key, a.name, a.kind, name(a.level), a.legal_entity,
                            count_cell(static_cast<std::size_t>(a.count)), evidence_card_words(m, a.evidence)});
    return out;
}

inline sheet relations_sheet(const model& m) {
    sheet out{"Relations", {{"layer"}, {"relation"}, {"state"}, {"evidence"}}, {}};
    std::size_t idle = 0;
    for (std::size_t i = 0; i < layer_count; ++i) {
        const auto l = static_cast<layer>(i);
        for (const auto type : types_of(l))
            for (const auto& r : m.relations(type)) {
                const std::string state(name(r.status));
                out.rows.push_back({name(l), identity(r), m.holds(r) ? state : state + ", not measured",
                                    evidence_card_words(m, r.evidence)});
                idle += m.holds(r) ? 0u : 1u;
            }
    }
    out.notes = {counted(idle, "relation does", "relations do") + " not hold on " + day_text(m.as_of())};
    return out;
}

}  // namespace detail::writing

CONCORDAT_INLINE std::vector<sheet> to_sheets(const model& m) {
    return {detail::writing::settings_sheet(m), detail::writing::actors_sheet(m), detail::writing::relations_sheet(m)};
}

}  // namespace concordat

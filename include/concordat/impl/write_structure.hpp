// SPDX-License-Identifier: Apache-2.0
/// What the writers of results share about graphs that may not be as drawn. Internal.
#pragma once

#include "concordat/impl/write_model_document.ipp"
#include "concordat/io/document.hpp"
#include "concordat/study/structure.hpp"

#include <optional>

namespace concordat::detail::writing {

inline document uncertain_fact_document(const uncertain_fact& fact) {
    return document::object{{"name", fact.name},
                            {"assumption", text_or_null(fact.assumption)},
                            {"level", fact.level},
                            {"odds", fact.odds},
                            {"sources", document::list(fact.evidence.sources)},
                            {"where", place_document(fact.where)},
                            {"relations", document::list(fact.relations)}};
}

/// What was drawn; null where everything is taken as stated.
inline document structure_document(const std::optional<measured_graphs>& drawn) {
    if (!drawn) return {};
    return document::object{{"graphs", drawn->graphs.size()},
                            {"evaluations", drawn->evaluations},
                            {"facts", document::list(drawn->facts, uncertain_fact_document)}};
}

/// The odds that a study states, by level of evidence.
inline document presence_document(const study& s) {
    const auto each = [](const presence_odds& p) {
        return document::object{{"level", p.level}, {"odds", p.odds.value}};
    };
    return document::list(s.presence, each);
}

}  // namespace concordat::detail::writing

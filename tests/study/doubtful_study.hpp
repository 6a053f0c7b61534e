// SPDX-License-Identifier: Apache-2.0
/// The small study on a baseline that is not certain: some of its relations rest on one assumption, others are weak by
/// themselves, the rest are well sourced.
#pragma once

#include "study/small_study.hpp"

#include <utility>

namespace concordat::testing {

[[nodiscard]] inline study doubtful_study() {
    auto s = small_study();
    auto parts = s.baselines.front().parts();
    parts.assumptions.push_back({"information-is-shared", "Teams tell each other.", "Nobody says.", 1, {}});
    parts.sources.push_back({"notes", "Notes", "https://example.org", {}, date{2023, 1, 1}, sourcing::secondary, {}});
    for (auto& r : parts.relations) {
        r.where = {};
        r.evidence = {};
        if (r.type == relation_type::shares_information_with) {
            r.evidence.assumption = "information-is-shared";
            continue;
        }
        const bool weak = r.type == relation_type::refers_to || r.type == relation_type::accountable_to;
        r.evidence.level = weak ? 2 : 3;
        r.evidence.sources = {"notes"};
    }
    s.baselines = {model::make(std::move(parts)).value()};
    s.structure = true;
    s.graphs = 50;
    s.presence = {{2, {0.75, {}}, {}}, {1, {0.5, {}}, {}}};
    s.samples = 2000;
    return s;
}

}  // namespace concordat::testing

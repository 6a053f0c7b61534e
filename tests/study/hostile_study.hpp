// SPDX-License-Identifier: Apache-2.0
/// The small study with texts that an attacker, or an unlucky copy, would put there: markup, formulas, SQL, what acts
/// on a terminal or turns the reading direction, what XML cannot hold, what spreadsheets take for an escape, and too
/// much.
#pragma once

#include "study/small_study.hpp"

#include <string>
#include <utility>

namespace concordat::testing {

inline constexpr const char* hostile_text =
    "=cmd|' /C calc'!A1 ]]>\"'<script>alert(1)</script>&amp; '); DROP TABLE option; -- _x0041_ \x1b[2J\x07 \xe2\x80\xae"
    "evil \xef\xbf\xbe\tx\ny";

[[nodiscard]] inline study hostile_study() {
    auto s = small_study();
    const std::string text = hostile_text;
    s.title = s.question = s.commissioner = text;
    s.options[0].title = text;
    s.options[1].title = text + std::string(40'000, 'o');
    s.reforms.at("reforms.option-x").title = text;
    for (auto& c : s.criteria.criteria) c.title = c.unit = c.theory_of_change = text;
    for (auto& b : s.criteria.branches) b.title = text;
    s.criteria.gates.push_back({"rights", text, {}, {}});
    for (auto& w : s.weights) w.title = w.whose = w.note = text;
    s.judgements.push_back({"base", "H2", exact_value{3}, text, {}, {}});
    s.assumptions.push_back({"guess", text, text, 0, {}});
    s.sources.push_back({"paper", text, "javascript:alert(1)", {}, {}, sourcing::official, {}});

    auto parts = s.baselines.front().parts();
    parts.title = text;
    parts.sources = s.sources;
    parts.conflicts.push_back({text, {"paper"}, text, {}});
    for (auto& a : parts.actors) a.name = text;
    for (auto& r : parts.relations) r.evidence = {{"paper"}, text, 4, "", text};
    s.baselines = {model::make(std::move(parts)).value()};
    return s;
}

}  // namespace concordat::testing

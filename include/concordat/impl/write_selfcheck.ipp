// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_selfcheck.hpp"

// The headers before their bodies: a header-only build finds the bodies in the right order from there.
#include "concordat/io/write_model.hpp"

#include "concordat/impl/write_model_document.ipp"

#include <algorithm>
#include <string>

namespace concordat {

CONCORDAT_INLINE document to_document(const study& s, const std::vector<study_check>& found) {
    const auto rule = [](const rule_check& r) {
        return document::object{{"rule", r.rule},
                                {"says", r.says},
                                {"cases", r.cases},
                                {"passed", r.passed()},
                                {"broken", detail::writing::text_or_null(r.broken)}};
    };
    const auto each = [&](const study_check& c) {
        return document::object{{"baseline", detail::writing::text_or_null(c.baseline)},
                                {"weights", c.weights},
                                {"rules", document::list(c.rules, rule)}};
    };
    return document::object{{"format", "concordat/selfcheck@1"},
                            {"study", s.key},
                            {"numerics", CONCORDAT_NUMERICS},
                            {"passed", all_passed(found)},
                            {"checks", document::list(found, each)}};
}

CONCORDAT_INLINE sheet to_sheet(const std::vector<study_check>& found) {
    sheet out{"What has to hold of this ranking", {{"rule"}, {"cases", alignment::right}, {"held"}, {"what"}}, {}};
    for (std::size_t at = 0; !found.empty() && at < found.front().rules.size(); ++at) {
        std::size_t cases = 0;
        std::string broken;
        for (const auto& check : found) {
            cases += check.rules[at].cases;
            if (broken.empty() && !check.rules[at].passed())
                broken = "on " + check.baseline + ", weights " + check.weights + ": " + check.rules[at].broken;
        }
        const auto& rule = found.front().rules[at];
        out.rows.push_back({rule.rule, count_cell(cases), broken.empty() ? "yes" : "no",
                            broken.empty() ? cell(rule.says) : cell(broken)});
    }
    out.notes.push_back("On " + std::to_string(found.size()) + " pairs of a baseline and a weight set.");
    return out;
}

CONCORDAT_INLINE bool all_passed(const std::vector<study_check>& found) noexcept {
    return std::all_of(found.begin(), found.end(), [](const study_check& c) {
        return std::all_of(c.rules.begin(), c.rules.end(), [](const rule_check& r) { return r.passed(); });
    });
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/decision_sheet.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/report_wording.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace concordat {

namespace detail::decision_work {

inline std::string shape_words(const linear_shape& f) {
    return "straight, from " + shortest(f.worst) + " (worst) to " + shortest(f.best) + " (best)";
}
inline std::string shape_words(const piecewise_shape& f) {
    std::vector<std::string> points;
    for (const auto& p : f.points) points.push_back(shortest(p.x) + " is worth " + shortest(p.value));
    return "straight between points: " + joined(points, ", ");
}
inline std::string shape_words(const peaked_shape& f) {
    return "best at " + shortest(f.peak) + ", worth nothing at " + shortest(f.low) + " and " + shortest(f.high);
}
inline std::string shape_words(const threshold_shape& f) {
    return "all or nothing at " + shortest(f.at) + ", " + std::string(name(f.good_side)) + " is good";
}

inline std::string missing_words(gap_rule rule) {
    switch (rule) {
        case gap_rule::whole_scale:
            return "anything on its scale, equally likely";
        case gap_rule::leave_out:
            return "the criterion is left out for all options";
        case gap_rule::refuse:
            break;
    }
    return "the study is refused";
}

}  // namespace detail::decision_work

CONCORDAT_INLINE sheet decision_sheet(const study& s, const study_result& found) {
    sheet out{"Decisions", {{"decision"}, {"chosen"}, {"why"}}, {}};
    const auto line = [&](std::string what, std::string chosen, std::string why = {}) {
        out.rows.push_back({std::move(what), std::move(chosen), std::move(why)});
    };
    line("The day that models are read as of", s.as_of ? to_string(*s.as_of) : std::string("each model's own"));
    if (!s.comparable.empty()) line("What models are brought to", detail::wording::comparable_words(s.comparable));
    for (const auto& [key, direction] : s.contested)
        line(key + ": which way is better", std::string(name(direction)) + " counts as better",
             "The criterion is contested: people disagree, and the study had to choose.");
    for (const auto& c : s.criteria.criteria) {
        line(c.key + ": its scale",
             std::visit([](const auto& f) { return detail::decision_work::shape_words(f); }, c.value));
        if (c.missing) line(c.key + ": a missing value counts as", detail::decision_work::missing_words(*c.missing));
    }
    line("Weak facts", detail::wording::structure_words(s));
    line("Samples and seed", std::to_string(found.samples) + ", " + std::to_string(found.seed));
    for (const auto* assumptions : {&s.assumptions, &s.criteria.assumptions})
        for (const auto& a : *assumptions)
            line("Assumption " + a.key + ", level " + std::to_string(a.level), a.text, a.why);
    return out;
}

}  // namespace concordat

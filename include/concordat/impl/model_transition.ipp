// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/transition.hpp"

#include "concordat/impl/model_text.hpp"

#include <utility>

namespace concordat {

CONCORDAT_INLINE result<transition> check(transition checked) {
    std::vector<error> problems;
    if (checked.steps.empty())
        problems.push_back({errc::missing_value,
                            "transition \"" + checked.key + "\" has no steps, so it leads nowhere",
                            {},
                            checked.where.at,
                            {}});
    for (std::size_t i = 1; i < checked.steps.size(); ++i) {
        const auto& earlier = checked.steps[i - 1].from;
        const auto& here = checked.steps[i];
        if (here.from < earlier)
            problems.push_back({errc::bad_interval,
                                "step " + std::to_string(i + 1) + " is dated " + to_string(here.from) +
                                    ", but the step before it " + to_string(earlier),
                                "steps stand in order of date, which is the order of applying",
                                here.step.where.at,
                                {}});
    }
    if (!problems.empty()) return fail(gather(std::move(problems)));
    return checked;
}

CONCORDAT_INLINE std::vector<date> days_of_change(const transition& t) {
    std::vector<date> days;
    for (const auto& each : t.steps)
        if (days.empty() || days.back() != each.from) days.push_back(each.from);
    return days;
}

CONCORDAT_INLINE reform reform_by(const transition& t, date day) {
    reform by;
    by.key = t.key;
    by.title = t.title;
    by.sources = t.sources;
    by.assumptions = t.assumptions;
    by.conflicts = t.conflicts;
    by.where = t.where;
    for (const auto& each : t.steps)
        if (each.from <= day) by.steps.push_back(each.step);
    return by;
}

CONCORDAT_INLINE fact_list facts_of(const transition& t) {
    return t.steps.empty() ? fact_list{{}, t.sources, t.assumptions, t.conflicts}
                           : facts_of(reform_by(t, t.steps.back().from));
}

CONCORDAT_INLINE result<application> state_on(const transition& t, const model& before, date day) {
    const reform by = reform_by(t, day);
    return apply_recorded(std::span(&by, 1), before.dated(day));
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/run_diff.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace concordat {

namespace detail::between_runs {

/// In the order of first coming.
inline void add_once(std::vector<std::string>& keys, const std::string& key) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
}

/// The keys of every part, in the order of `run_part`. A run without names for its baseline has none.
inline std::array<std::vector<std::string>, 4> parts_of(const run_summary& run) {
    std::array<std::vector<std::string>, 4> parts;
    auto& [baselines, weights, options, criteria] = parts;
    for (const auto& w : run.weights) weights.push_back(w.key);
    std::set<std::string_view> known;  // values are many, and name the same few
    for (const auto& v : run.values) {
        if (!v.baseline.empty()) add_once(baselines, v.baseline);
        if (known.insert(v.option).second) add_once(options, v.option);
        add_once(criteria, v.criterion);
    }
    return parts;
}

inline std::vector<lone_part> lone_parts(const run_summary& before, const run_summary& after) {
    const auto was = parts_of(before), is = parts_of(after);
    std::vector<lone_part> alone;
    for (std::size_t p = 0; p < was.size(); ++p) {
        const auto add = [&](const auto& these, const auto& those, bool in_first) {
            for (const auto& key : these)
                if (std::find(those.begin(), those.end(), key) == those.end())
                    alone.push_back({static_cast<run_part>(p), key, in_first});
        };
        add(was[p], is[p], true);
        add(is[p], was[p], false);
    }
    return alone;
}

inline most_often_first leader_of(const summarised_ranking& ranking) {
    most_often_first out;
    double highest = 0;
    for (const auto& one : ranking.options) highest = std::max(highest, one.first.value);
    for (const auto& one : ranking.options) {
        if (one.first.value != highest) continue;
        out.options.push_back(one.option);
        out.first = one.first;
        for (const auto& other : one.not_separated_from) add_once(out.not_separated_from, other);
    }
    // Those that tie are told already.
    std::erase_if(out.not_separated_from, [&](const std::string& key) {
        return std::find(out.options.begin(), out.options.end(), key) != out.options.end();
    });
    return out;
}

inline first_change change_of(const summarised_ranking& ranking, const option_standing& was,
                              const option_standing& is) {
    first_change out{ranking.baseline, ranking.weights, ranking.missing, was.option, was.first, is.first, {}, false};
    const double a = was.first.standard_error, b = is.first.standard_error;
    out.difference = {is.first.value - was.first.value, std::sqrt(a * a + b * b)};
    out.beyond_sampling = std::fabs(out.difference.value) > 2 * out.difference.standard_error;
    return out;
}

inline auto name_of(const summarised_ranking& r) { return std::tie(r.baseline, r.weights, r.missing); }
inline auto name_of(const summarised_value& v) { return std::tie(v.baseline, v.option, v.criterion); }

/// The things of a run by name.
template <class Thing>
auto by_name(const std::vector<Thing>& things) {
    std::map<decltype(name_of(things.front())), const Thing*> all;
    for (const auto& thing : things) all.emplace(name_of(thing), &thing);
    return all;
}

inline void compare_rankings(const run_summary& before, const run_summary& after, run_difference& into) {
    const auto those = by_name(after.rankings);
    for (const auto& was : before.rankings) {
        const auto found = those.find(name_of(was));
        if (found == those.end()) continue;
        const auto& is = *found->second;
        into.leaders.push_back({was.baseline, was.weights, was.missing, leader_of(was), leader_of(is)});
        for (const auto& one : was.options)
            for (const auto& other : is.options)
                if (one.option == other.option) into.first.push_back(change_of(was, one, other));
    }
}

inline void compare_values(const run_summary& before, const run_summary& after, run_difference& into) {
    const auto those = by_name(after.values);
    for (const auto& was : before.values) {
        const auto found = those.find(name_of(was));
        if (found == those.end()) continue;
        const auto& is = *found->second;
        ++into.values_compared;
        if (was.value == is.value && was.unit == is.unit) continue;
        into.values.push_back({was.baseline, was.option, was.criterion, was.unit, is.unit, was.value, is.value});
    }
}

}  // namespace detail::between_runs

CONCORDAT_INLINE std::string_view name(run_part part) noexcept {
    constexpr std::array<std::string_view, 4> names = {"baseline", "weights", "option", "criterion"};
    return names[static_cast<std::size_t>(part)];
}

CONCORDAT_INLINE run_difference diff(const run_summary& before, const run_summary& after) {
    namespace own = detail::between_runs;
    run_difference out{own::lone_parts(before, after), {}, {}, {}, 0};
    own::compare_rankings(before, after, out);
    own::compare_values(before, after, out);
    return out;
}

}  // namespace concordat

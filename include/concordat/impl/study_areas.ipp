// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/areas.hpp"

#include "concordat/study/run.hpp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail {

/// Adds a part of a mixture. Parts are added in a fixed order, so that the sum is the same everywhere.
inline void add_share(mixed_option& into, const mixed_option& part, double share) {
    const auto add = [share](estimate& sum, const estimate& one) {
        sum.value += share * one.value;
        sum.standard_error += share * one.standard_error;
    };
    add(into.first, part.first);
    add(into.first_without_missing, part.first_without_missing);
    into.value += share * part.value;
}

[[nodiscard]] inline mixed_option mixed_of(const weighed_ranking& ranking, std::size_t option) {
    return {ranking.with_missing.first(option), ranking.without_missing.first(option),
            ranking.central.options[option].overall};
}

/// Numbers that differ by less are alike: a sum over arrangements is rounded otherwise than another.
inline constexpr double alike_within = 1e-12;

/// Mixes the results of one run; one method a step.
class area_mixer {
public:
    area_mixer(const study& s, const std::vector<baseline_result>& baselines)
        : table_(*s.areas), baselines_(baselines), weights_(s.weights.size()) {
        found_.year = year_of(table_, *s.as_of);
        found_.option_count = s.options.size();
    }

    [[nodiscard]] result<area_results> run() {
        for (std::size_t a = 0; a < table_.areas.size(); ++a) {
            auto& one = found_.areas.emplace_back();
            one.area = a;
            CONCORDAT_TRY(one.arrangements, arrangement_of(table_, table_.areas[a], found_.year));
            mix(one);
            if (one.arrangements.size() > 1) ++found_.on_odds;
        }
        found_.options.resize(weights_ * found_.option_count);
        for (std::size_t i = 0; i < found_.options.size(); ++i) {
            auto& option = found_.options[i];
            option.by_population = mean(i, &area::population);
            option.by_under_18 = mean(i, &area::population_under_18);
            option.lowest_value = lowest(i, [](const mixed_option& m) { return m.value; });
            option.lowest_first = lowest(i, [](const mixed_option& m) { return m.first.value; });
            lead(i, option);
        }
        found_.population_on_odds = share_on_odds(&area::population);
        found_.under_18_on_odds = share_on_odds(&area::population_under_18);
        return std::move(found_);
    }

private:
    using people = std::optional<area_figure> area::*;

    void mix(area_result& one) const {
        one.options.resize(weights_ * found_.option_count);
        for (const auto& [key, probability] : one.arrangements) {
            const std::string& model = key;
            const auto at = std::find_if(baselines_.begin(), baselines_.end(),
                                         [&](const baseline_result& b) { return b.baseline == model; });
            CONCORDAT_ASSERT(at != baselines_.end());
            for (std::size_t w = 0; w < weights_; ++w)
                for (std::size_t o = 0; o < found_.option_count; ++o)
                    add_share(one.options[w * found_.option_count + o], mixed_of(at->rankings[w], o), probability);
        }
    }

    /// How many people live in all areas; nothing where it is not known of one, or nobody does.
    [[nodiscard]] std::optional<double> everybody(people who) const {
        double sum = 0;
        for (const auto& each : table_.areas) {
            if (!(each.*who)) return std::nullopt;
            sum += (each.*who)->value;
        }
        return sum > 0 ? std::optional(sum) : std::nullopt;
    }

    [[nodiscard]] std::optional<mixed_option> mean(std::size_t option, people who) const {
        const auto all = everybody(who);
        if (!all) return std::nullopt;
        mixed_option sum;
        for (const auto& one : found_.areas)
            add_share(sum, one.options[option], (table_.areas[one.area].*who)->value / *all);
        return sum;
    }

    [[nodiscard]] std::optional<double> share_on_odds(people who) const {
        const auto all = everybody(who);
        if (!all) return std::nullopt;
        double sum = 0;
        for (const auto& one : found_.areas)
            if (one.arrangements.size() > 1) sum += (table_.areas[one.area].*who)->value;
        return sum / *all;
    }

    [[nodiscard]] worst_off lowest(std::size_t option, auto number_of) const {
        worst_off worst;
        for (const auto& one : found_.areas) {
            const double number = number_of(one.options[option]);
            if (worst.areas.empty() || number < worst.value - alike_within) worst = {number, {}};
            if (number <= worst.value + alike_within) worst.areas.push_back(one.area);
        }
        return worst;
    }

    void lead(std::size_t option, option_over_areas& into) const {
        const std::size_t first = option / found_.option_count * found_.option_count;
        for (const auto& one : found_.areas) {
            const auto& mine = one.options[option].first;
            bool leads = true, separate = true;
            for (std::size_t other = first; other < first + found_.option_count; ++other) {
                if (other == option) continue;
                const auto& its = one.options[other].first;
                leads = leads && its.value <= mine.value + alike_within;
                separate =
                    separate && mine.value - its.value > alike_within + 2 * (mine.standard_error + its.standard_error);
            }
            if (!leads) continue;
            into.lead_lowest = into.leads == 0 ? mine.value : std::min(into.lead_lowest, mine.value);
            into.lead_highest = std::max(into.lead_highest, mine.value);
            ++into.leads;
            into.separate += separate ? 1u : 0u;
        }
    }

    const area_table& table_;
    const std::vector<baseline_result>& baselines_;
    std::size_t weights_;
    area_results found_;
};

}  // namespace detail

CONCORDAT_INLINE result<area_results> mix_areas(const study& s, const std::vector<baseline_result>& baselines) {
    CONCORDAT_ASSERT(s.areas.has_value() && s.as_of.has_value());
    return detail::area_mixer(s, baselines).run();
}

}  // namespace concordat

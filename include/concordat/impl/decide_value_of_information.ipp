// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/value_of_information.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_information_plan.hpp"

#include <cmath>
#include <mutex>
#include <optional>
#include <span>
#include <string>

namespace concordat {

namespace detail::information {

/// Integers, in steps of 2^-32 of a value: 2^30 samples of a value of 1 stay below 2^62.
struct sums {
    sums(std::size_t options, std::size_t parts) : total(options, 0), part(parts, 0) {}

    std::vector<std::int64_t> total;  ///< by option
    std::vector<std::int64_t> part;   ///< by question, choice and option: of the samples in which that is the choice
    std::int64_t best = 0;            ///< of each sample's best option

    void add(const sums& other) {
        for (std::size_t i = 0; i < total.size(); ++i) total[i] += other.total[i];
        for (std::size_t i = 0; i < part.size(); ++i) part[i] += other.part[i];
        best += other.best;
    }
};

/// What knowing gains over the choice made without, by question and last of all by knowing everything: sums over the
/// units of a block, for the standard errors alone.
struct gains {
    explicit gains(std::size_t questions) : sum(questions + 1, 0), squares(questions + 1, 0) {}
    std::vector<double> sum;
    std::vector<double> squares;
};

/// How the samples are taken: units are scenarios, or the samples themselves where there is one scenario.
struct schedule {
    std::uint64_t units = 0;
    std::uint64_t draws = 0;  ///< samples in a unit
    bool by_scenario = false;
};

inline schedule schedule_of(const plan& how, std::uint64_t samples) {
    const std::uint64_t scenarios = how.draws.scenarios->count();
    const bool drawn = !how.draws.drawn.empty();
    if (scenarios == 1) return {drawn ? samples : 1, 1, false};
    return {scenarios, drawn ? (samples + scenarios - 1) / scenarios : 1, true};
}

class sampler {
public:
    sampler(const plan& how, const schedule& when)
        : how_(how),
          when_(when),
          uniforms_(how.draws.drawn.size()),
          worths_(how.expected.size()),
          values_(how.draws.options),
          steps_(how.draws.options),
          gained_(how.questions.size() + 1) {}

    void add_unit(std::uint64_t unit, sums& to, gains& gained) {
        std::fill(gained_.begin(), gained_.end(), 0);
        const auto scenario = static_cast<std::size_t>(when_.by_scenario ? unit : 0);
        for (std::uint64_t k = unit * when_.draws; k < (unit + 1) * when_.draws; ++k) {
            draw_values(scenario, k);
            std::int64_t best = 0;
            for (std::size_t i = 0; i < steps_.size(); ++i) {
                to.total[i] += steps_[i];
                best = std::max(best, steps_[i]);
            }
            to.best += best;
            gained_.back() += best - steps_[how_.choice];
            for (std::size_t q = 0; q < how_.questions.size(); ++q) ask(q, scenario, to);
        }
        for (std::size_t q = 0; q < gained_.size(); ++q) {
            const double gain = static_cast<double>(gained_[q]) * 0x1p-32 / static_cast<double>(when_.draws);
            gained.sum[q] += gain;
            gained.squares[q] += gain * gain;
        }
    }

private:
    void draw_values(std::size_t scenario, std::uint64_t sample) {
        scenario_draws::draw_uniforms({how_.seed, purpose::ratings, sample}, uniforms_);
        scenario_draws::worths_at(how_.draws, scenario, uniforms_, worths_);
        scenario_draws::values_of(how_.draws, how_.weights, worths_, values_);
        for (std::size_t i = 0; i < values_.size(); ++i)
            steps_[i] = static_cast<std::int64_t>(values_[i] * 0x1p32 + 0.5);
    }

    /// What an option is expected to be worth by one who knows this cell of its.
    [[nodiscard]] double knowing(std::size_t option, std::size_t cell) const {
        return how_.base[option] + how_.slope[cell] * (worths_[cell] - how_.expected[cell]);
    }

    [[nodiscard]] std::size_t choice_by_cell(std::size_t cell) const {
        const std::size_t option = cell / how_.draws.criteria;
        const double known = knowing(option, cell);
        if (option == how_.choice) return known < how_.base[how_.runner_up] ? how_.runner_up : option;
        return known > how_.base[how_.choice] ? option : how_.choice;
    }

    [[nodiscard]] std::size_t choice_by(const question& part, std::size_t scenario) const {
        if (part.what == question::about::group) return how_.told[part.which][scenario];
        if (part.what == question::about::cell) return choice_by_cell(part.which);
        return best_by(how_, [&](std::size_t i) { return knowing(i, i * how_.draws.criteria + part.which); });
    }

    /// Samples that are chosen in as without knowing need no sums: they are what the others leave of the total.
    void ask(std::size_t q, std::size_t scenario, sums& to) {
        const auto& part = how_.questions[q];
        const std::size_t choice = choice_by(part, scenario);
        if (choice == how_.choice) return;
        const std::size_t at = part.offset + (part.choices == 1 ? 0 : choice * steps_.size());
        for (std::size_t i = 0; i < steps_.size(); ++i) to.part[at + i] += steps_[i];
        gained_[q] += steps_[choice] - steps_[how_.choice];
    }

    const plan& how_;
    const schedule& when_;
    std::vector<double> uniforms_;
    std::vector<double> worths_;
    std::vector<double> values_;
    std::vector<std::int64_t> steps_;
    std::vector<std::int64_t> gained_;  ///< in this unit, by question and last of all by knowing everything
};

/// Sums over all samples, and gains by block. Nothing when progress asked to stop.
inline std::optional<std::pair<sums, std::vector<gains>>> sample(const plan& how, const schedule& when,
                                                                 const rank_sampling& sampling) {
    const std::size_t blocks = scenario_draws::block_count(when.units);
    std::pair made{sums(how.draws.options, how.sums), std::vector(blocks, gains(how.questions.size()))};
    std::mutex adding;
    const auto run_block = [&](std::size_t block) {
        sums mine(how.draws.options, how.sums);
        sampler units(how, when);
        const std::uint64_t end = scenario_draws::block_begin(block + 1, blocks, when.units);
        for (std::uint64_t unit = scenario_draws::block_begin(block, blocks, when.units); unit < end; ++unit)
            units.add_unit(unit, mine, made.second[block]);
        const std::lock_guard lock(adding);
        made.first.add(mine);
    };
    if (!for_each_block(blocks, sampling.threads, run_block, sampling.progress)) return std::nullopt;
    return made;
}

inline std::int64_t highest_of(std::span<const std::int64_t> sums) {
    return *std::max_element(sums.begin(), sums.end());
}

/// The best sum of each part of the samples, added up.
inline std::int64_t best_knowing(const plan& how, const sums& all, const question& part) {
    auto rest = all.total;
    std::int64_t best = 0;
    for (std::size_t choice = 0; choice < part.choices; ++choice) {
        const auto mine = std::span(all.part).subspan(part.offset + choice * how.draws.options, how.draws.options);
        best += highest_of(mine);
        for (std::size_t i = 0; i < rest.size(); ++i) rest[i] -= mine[i];
    }
    return best + highest_of(rest);
}

/// The standard error of the mean gain over units that are as good as independent.
inline double error_of(std::span<const gains> blocks, std::size_t question, std::uint64_t units) {
    if (units < 2) return 0;
    const auto count = static_cast<double>(units);
    double sum = 0;
    double squares = 0;
    for (const auto& block : blocks) {
        sum += block.sum[question];
        squares += block.squares[question];
    }
    const double variance = (squares - sum * (sum / count)) / (count - 1);
    return std::sqrt(std::max(variance, 0.0) / count);
}

inline value_of_information result_of(const plan& how, const schedule& when, const sums& all,
                                      std::span<const gains> blocks) {
    const double samples = static_cast<double>(when.units) * static_cast<double>(when.draws);
    const std::int64_t now = highest_of(all.total);
    const auto gain = [&](std::int64_t knowing, std::size_t question) {
        return estimate{static_cast<double>(knowing - now) / samples * 0x1p-32, error_of(blocks, question, when.units)};
    };
    value_of_information found;
    found.choice = how.choice;
    found.expected = how.base[how.choice];
    found.evpi = gain(all.best, how.questions.size());
    found.criteria.resize(how.draws.criteria);
    found.groups.resize(how.told.size());
    for (std::size_t q = 0; q < how.questions.size(); ++q) {
        const auto& part = how.questions[q];
        const auto worth = gain(best_knowing(how, all, part), q);
        if (part.what == question::about::criterion) found.criteria[part.which] = worth;
        if (part.what == question::about::group) found.groups[part.which] = worth;
        if (part.what == question::about::cell)
            found.cells.push_back({part.which / how.draws.criteria, part.which % how.draws.criteria, worth});
    }
    return found;
}

inline status check_markers(const scenario_markers& markers, std::size_t scenarios) {
    std::vector<error> problems;
    const auto refuse = [&](errc code, std::string message) {
        problems.push_back({code, std::move(message), {}, {}, {}});
    };
    if (markers.present.size() != scenarios * markers.count)
        refuse(errc::bad_parameter, std::to_string(markers.present.size()) + " markers are given; " +
                                        std::to_string(scenarios) + " scenarios with " + std::to_string(markers.count) +
                                        " markers each have " + std::to_string(scenarios * markers.count));
    for (std::size_t g = 0; g < markers.groups.size(); ++g) {
        const std::string name = "group " + std::to_string(g + 1);
        const auto& group = markers.groups[g];
        if (group.empty()) refuse(errc::missing_value, name + " has no markers; at least one was expected");
        if (group.size() > most_grouped_markers)
            refuse(errc::limit_exceeded, name + " has " + std::to_string(group.size()) + " markers; at most " +
                                             std::to_string(most_grouped_markers) + " are known together");
        for (const std::size_t marker : group)
            if (marker >= markers.count)
                refuse(errc::dangling_reference, name + " names marker " + std::to_string(marker) +
                                                     " counted from 0; there are " + std::to_string(markers.count));
    }
    if (!problems.empty()) return fail(gather(std::move(problems)));
    return {};
}

inline constexpr std::size_t most_sums = std::size_t{1} << 22;

}  // namespace detail::information

CONCORDAT_INLINE result<value_of_information> value_of_information_of(const table_scenarios& given,
                                                                      const weight_set& set,
                                                                      const scenario_markers& markers,
                                                                      const rank_sampling& sampling) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto scenarios, check(given));
    CONCORDAT_TRY(const auto weights, weighting::make(set, tree_of(scenarios.table)));
    if (auto checked = detail::check_sampling(sampling, scenarios.table.options.size(), 1); !checked)
        return fail(std::move(checked).error());
    if (auto checked = detail::information::check_markers(markers, scenarios.count()); !checked)
        return fail(std::move(checked).error());
    const auto how = detail::information::plan_of(scenarios, weights, markers, sampling.seed);
    if (how.sums > detail::information::most_sums)
        return fail(errc::limit_exceeded,
                    std::to_string(how.sums) + " sums to keep for what could be known; at most " +
                        std::to_string(detail::information::most_sums) + " are kept",
                    "leave out options that cannot be first, or ask for fewer groups");
    const auto when = detail::information::schedule_of(how, sampling.samples);
    const auto sampled = detail::information::sample(how, when, sampling);
    if (!sampled) return fail(errc::interrupted, "stopped before all samples were drawn, as progress asked");
    return detail::information::result_of(how, when, sampled->first, sampled->second);
}

}  // namespace concordat

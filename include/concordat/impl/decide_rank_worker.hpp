// SPDX-License-Identifier: Apache-2.0
/// What a thread does with its samples: draw, rank, count, and close each scenario's account. Internal to
/// `impl/decide_rank_probability.ipp`.
#pragma once

#include "concordat/impl/decide_instructions.hpp"
#include "concordat/impl/decide_rank_counts.hpp"

namespace concordat::detail {

class rank_worker {
public:
    rank_worker(const sampling_plan& plan, const sample_schedule& schedule, const weighting& weights,
                instruction_set set)
        : values_(plan),
          schedule_(schedule),
          set_(set),
          options_(plan.options),
          criteria_(plan.counted.size()),
          weights_(plan, weights),
          better_(plan.options),
          block_(options_, criteria_),
          here_(options_, criteria_),
          here_squares_(options_ * criteria_),
          total(options_, criteria_),
          groups(options_, criteria_) {}

    template <class Body>
    void run(Body&& body) {
        run_with(set_, std::forward<Body>(body));
    }
    void begin_scenario(std::size_t scenario) { values_.use_scenario(scenario); }
    void begin_scenarios(std::size_t first) { values_.use_scenarios(first); }

    template <class Set>
    void sample(const sample_batch& batch, Set set) {
        weights_.draw(batch, set);
        values_.draw(batch, set);
        values_.add_up(weights_);
        count_better(values_, better_);
        block_.put(batch.place, better_, weights_);
    }

    void count_together(std::size_t samples) {
        block_.look(samples);
        count_block(block_, samples, options_, here_);
        for (std::size_t s = 0; s < samples; ++s)
            block_.for_each_first(s, [&](std::size_t i) {
                add_weights(i, s);
                if (schedule_.scenarios == 1) add_squares(i, s);
            });
    }

    /// There is one scenario, so each sample is a group of its own: of use to weights, whose number is random.
    void end_alone() {
        for (std::size_t at = 0; at < here_squares_.size(); ++at) {
            groups.weights.squares[at] += wide_integer{here_squares_[at]};
            groups.weights.crossed[at] += wide_integer{here_.weights[at] >> coarser};
        }
        std::fill(here_squares_.begin(), here_squares_.end(), std::uint64_t{0});
        close();
    }

    void end_scenario(std::uint64_t samples) {
        const auto size = static_cast<std::int64_t>(samples);
        for (std::size_t at = 0; at < here_.ranks.size(); ++at)
            groups.ranks.add(at, static_cast<std::int64_t>(here_.ranks[at]), size);
        for (std::size_t i = 0; i < options_; ++i) {
            for (std::size_t k = i + 1; k < options_; ++k)
                groups.duels.add(i * options_ + k,
                                 static_cast<std::int64_t>(here_.wins[i * options_ + k]) -
                                     static_cast<std::int64_t>(here_.wins[k * options_ + i]),
                                 size);
            groups.worst.add(i, static_cast<std::int64_t>(here_.worst[i]), size);
            wide_integer ranks = 0;
            for (std::size_t r = 0; r < options_; ++r)
                ranks += wide_integer{here_.ranks[i * options_ + r]} * wide_integer(r + 1);
            groups.rank_totals.add(i, ranks, size);
            for (std::size_t c = 0; c < criteria_; ++c)
                groups.weights.add(i * criteria_ + c, wide_integer{here_.weights[i * criteria_ + c] >> coarser},
                                   wide_integer{here_.ranks[i * options_]});
        }
        close();
    }

    /// Lanes are the scenarios from `first` on, of `turns` samples each, or one fewer.
    void count_lanes(std::size_t first, std::size_t width, std::size_t turns) {
        lanes<std::uint16_t> sizes;
        for (std::size_t s = 0; s < sample_lanes; ++s)
            sizes[s] = s < width ? static_cast<std::uint16_t>(schedule_.samples_of(first + s)) : 0;
        block_.look(turns * sample_lanes);
        for (std::size_t i = 0; i < options_; ++i) {
            for (std::size_t k = i + 1; k < options_; ++k) duel_lanes(i, k, sizes, turns);
            rank_lanes(i, sizes, turns);
        }
        for (std::size_t s = 0; s < width; ++s) weights_of_lane(s, sizes[s]);
    }

private:
    using small_lanes = lanes<std::uint16_t>;

    void close() {
        total.add(here_);
        here_.clear();
    }

    void add_weights(std::size_t option, std::size_t sample) {
        for (std::size_t c = 0; c < criteria_; ++c) here_.weights[option * criteria_ + c] += block_.steps(c)[sample];
    }
    void add_squares(std::size_t option, std::size_t sample) {
        for (std::size_t c = 0; c < criteria_; ++c) {
            const std::uint64_t coarse = block_.steps(c)[sample] >> coarser;
            here_squares_[option * criteria_ + c] += coarse * coarse;
        }
    }

    void duel_lanes(std::size_t i, std::size_t k, const small_lanes& sizes, std::size_t turns) {
        small_lanes won{};
        small_lanes lost{};
        for (std::size_t turn = 0; turn < turns; ++turn) {
            const std::uint16_t* mine = block_.better(i) + turn * sample_lanes;
            const std::uint16_t* theirs = block_.better(k) + turn * sample_lanes;
            for (std::size_t s = 0; s < sample_lanes; ++s) {
                const bool counts = turn < sizes[s];
                won[s] = static_cast<std::uint16_t>(won[s] + (counts && mine[s] < theirs[s] ? 1 : 0));
                lost[s] = static_cast<std::uint16_t>(lost[s] + (counts && mine[s] > theirs[s] ? 1 : 0));
            }
        }
        std::int64_t squares = 0;
        std::int64_t crossed = 0;
        for (std::size_t s = 0; s < sample_lanes; ++s) {
            const std::int64_t lead = std::int64_t{won[s]} - lost[s];
            squares += lead * lead;
            crossed += lead * sizes[s];
            total.wins[i * options_ + k] += won[s];
            total.wins[k * options_ + i] += lost[s];
        }
        groups.duels.squares[i * options_ + k] += squares;
        groups.duels.crossed[i * options_ + k] += crossed;
    }

    void add_lanes(const small_lanes& counts, const small_lanes& sizes, group_sums<std::int64_t>& into, std::size_t at,
                   std::uint64_t& sum) {
        for (std::size_t s = 0; s < sample_lanes; ++s) {
            into.squares[at] += std::int64_t{counts[s]} * counts[s];
            into.crossed[at] += std::int64_t{counts[s]} * sizes[s];
            sum += counts[s];
        }
    }

    /// How often each lane has the option at each rank, and among the worst three.
    void rank_lanes(std::size_t i, const small_lanes& sizes, std::size_t turns) {
        const std::uint16_t* mine = block_.better(i);
        lanes<std::int64_t> rank_total{};
        small_lanes worst{};
        for (std::size_t r = 0; r < options_; ++r) {
            small_lanes counts{};
            for (std::size_t turn = 0; turn < turns; ++turn)
                for (std::size_t s = 0; s < sample_lanes; ++s)
                    counts[s] = static_cast<std::uint16_t>(
                        counts[s] + (turn < sizes[s] && mine[turn * sample_lanes + s] == r ? 1 : 0));
            add_lanes(counts, sizes, groups.ranks, i * options_ + r, total.ranks[i * options_ + r]);
            for (std::size_t s = 0; s < sample_lanes; ++s) {
                rank_total[s] += static_cast<std::int64_t>(counts[s] * (r + 1));
                if (r >= block_.worst_from()) worst[s] = static_cast<std::uint16_t>(worst[s] + counts[s]);
            }
        }
        for (std::size_t s = 0; s < sample_lanes; ++s)
            for (std::size_t turn = 0; turn < sizes[s]; ++turn)
                if (block_.tied(turn * sample_lanes + s)) correct_worst(i, turn * sample_lanes + s, worst[s]);
        add_lanes(worst, sizes, groups.worst, i, total.worst[i]);
        for (std::size_t s = 0; s < sample_lanes; ++s)
            groups.rank_totals.add(i, wide_integer{rank_total[s]}, wide_integer{sizes[s]});
    }

    /// Where options tie, the rank does not say how many are worse.
    void correct_worst(std::size_t option, std::size_t sample, std::uint16_t& worst) {
        block_.for_each_tied(sample, [&](std::size_t i, bool is_worst) {
            if (i != option) return;
            const bool taken_for = block_.better(i)[sample] >= block_.worst_from();
            worst = static_cast<std::uint16_t>(worst + (is_worst ? 1 : 0) - (taken_for ? 1 : 0));
        });
    }

    void weights_of_lane(std::size_t s, std::size_t turns) {
        for (std::size_t turn = 0; turn < turns; ++turn)
            block_.for_each_first(turn * sample_lanes + s, [&](std::size_t i) {
                ++here_.ranks[i * options_];
                add_weights(i, turn * sample_lanes + s);
            });
        for (std::size_t i = 0; i < options_; ++i) {
            auto& firsts = here_.ranks[i * options_];
            if (firsts == 0) continue;
            for (std::size_t c = 0; c < criteria_; ++c) {
                auto& sum = here_.weights[i * criteria_ + c];
                groups.weights.add(i * criteria_ + c, wide_integer{sum >> coarser}, wide_integer{firsts});
                total.weights[i * criteria_ + c] += sum;
                sum = 0;
            }
            firsts = 0;
        }
    }

    value_lanes values_;  // first, for it stands at whole cache lines
    const sample_schedule& schedule_;
    instruction_set set_;
    std::size_t options_;
    std::size_t criteria_;
    weight_lanes weights_;
    std::vector<tally_lanes> better_;
    sample_block block_;
    rank_sums here_;                           ///< of the scenario at hand
    std::vector<std::uint64_t> here_squares_;  ///< of a job's weights; 4096 squares of 24 bits stay below 2^60

public:
    rank_sums total;
    rank_groups groups;
};

}  // namespace concordat::detail

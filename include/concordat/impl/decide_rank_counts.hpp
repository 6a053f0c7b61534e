// SPDX-License-Identifier: Apache-2.0
/// Counting ranks and duels over samples, together and by scenario, in integers alone: so the order in which threads
/// finish changes nothing. Internal to `impl/decide_rank_probability.ipp`.
#pragma once

#include "concordat/impl/decide_rank_sampler.hpp"

#include <numeric>

namespace concordat::detail {

/// Squares of sums over up to 10^9 samples need more than 64 bits.
__extension__ using wide_integer = __int128;

/// Over a set of samples. 10^9 samples of a weight of 1 stay below 2^61.
struct rank_sums {
    rank_sums(std::size_t options, std::size_t criteria)
        : ranks(options * options), wins(options * options), worst(options), weights(options * criteria) {}

    std::vector<std::uint64_t> ranks;    ///< option by rank
    std::vector<std::uint64_t> wins;     ///< option by other
    std::vector<std::uint64_t> worst;    ///< option
    std::vector<std::uint64_t> weights;  ///< option by counted criterion, in 2^-31, of samples where it was first

    void add(const rank_sums& other) {
        plus(ranks, other.ranks);
        plus(wins, other.wins);
        plus(worst, other.worst);
        plus(weights, other.weights);
    }
    void clear() {
        for (auto* each : {&ranks, &wins, &worst, &weights}) std::fill(each->begin(), each->end(), std::uint64_t{0});
    }
    template <class Number>
    static void plus(std::vector<Number>& to, const std::vector<Number>& from) {
        for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
    }
};

/// Over groups of samples: the sum of the squares of a group's total, and of its products with the group's size.
template <class Number>
struct group_sums {
    explicit group_sums(std::size_t count) : squares(count), crossed(count) {}
    std::vector<Number> squares;
    std::vector<Number> crossed;

    void add(std::size_t at, Number total, Number size) {
        squares[at] += total * total;
        crossed[at] += total * size;
    }
    void add(const group_sums& other) {
        rank_sums::plus(squares, other.squares);
        rank_sums::plus(crossed, other.crossed);
    }
};

/// A group is a scenario; where there is but one, only weights have groups, and each sample is one.
struct rank_groups {
    rank_groups(std::size_t options, std::size_t criteria)
        : ranks(options * options),
          duels(options * options),
          worst(options),
          rank_totals(options),
          weights(options * criteria) {}

    group_sums<std::int64_t> ranks;
    group_sums<std::int64_t> duels;  ///< wins less losses, of the earlier option against the later
    group_sums<std::int64_t> worst;
    group_sums<wide_integer> rank_totals;  ///< the sum of an option's ranks
    group_sums<wide_integer> weights;      ///< in 2^-24; the size is how often the option was first

    void add(const rank_groups& other) {
        ranks.add(other.ranks);
        duels.add(other.duels);
        worst.add(other.worst);
        rank_totals.add(other.rank_totals);
        weights.add(other.weights);
    }
};

inline constexpr unsigned coarser = 7;  ///< bits by which weights are coarser in squares than in sums

/// A block of samples: how many options were better than each, and the weights.
class sample_block {
public:
    sample_block(std::size_t options, std::size_t criteria)
        : options_(options), better_(options * row), steps_(criteria * row), tied_(row), first_(row) {}

    /// Rows are a cache line longer than the block, so that neighbours do not compete for one place in the cache.
    static constexpr std::size_t row = samples_in_block + sample_lanes;

    [[nodiscard]] const std::uint16_t* better(std::size_t option) const { return better_.data() + option * row; }
    [[nodiscard]] const std::uint32_t* steps(std::size_t criterion) const { return steps_.data() + criterion * row; }

    void put(std::size_t place, const std::vector<tally_lanes>& better, const weight_lanes& weights) {
        for (std::size_t i = 0; i < options_; ++i) {
            std::uint16_t* into = better_.data() + i * row + place;
            for (std::size_t s = 0; s < sample_lanes; ++s) into[s] = static_cast<std::uint16_t>(better[i][s]);
        }
        // 2^52 more, and the last bits of the number are those of the nearest integer.
        for (std::size_t c = 0; c * row < steps_.size(); ++c) {
            const real_lanes& weight = weights.of(c);
            std::uint32_t* into = steps_.data() + c * row + place;
            for (std::size_t s = 0; s < sample_lanes; ++s)
                into[s] = static_cast<std::uint32_t>(std::bit_cast<std::uint64_t>(weight[s] * 0x1p31 + 0x1p52));
        }
    }

    /// Once the block is full: where options tie, and who is first. Ranks without ties sum to 0 + 1 + … + (n - 1), with
    /// ties to less.
    void look(std::size_t samples) {
        std::fill(tied_.begin(), tied_.end(), std::uint32_t{0});
        std::fill(first_.begin(), first_.end(), std::uint16_t{0});
        for (std::size_t i = 0; i < options_; ++i) {
            const std::uint16_t* mine = better(i);
            for (std::size_t s = 0; s < samples; ++s) tied_[s] += mine[s];
            const auto name = static_cast<std::uint16_t>(i);
            for (std::size_t s = 0; s < samples; ++s) first_[s] = mine[s] == 0 ? name : first_[s];
        }
        const auto untied = static_cast<std::uint32_t>(options_ * (options_ - 1) / 2);
        for (std::size_t s = 0; s < samples; ++s) tied_[s] = tied_[s] != untied ? 1 : 0;
    }
    [[nodiscard]] bool tied(std::size_t s) const { return tied_[s] != 0; }

    /// Calls with each option that is first in the sample.
    template <class Call>
    void for_each_first(std::size_t s, const Call& call) const {
        if (!tied(s)) return call(std::size_t{first_[s]});
        for (std::size_t i = 0; i < options_; ++i)
            if (better(i)[s] == 0) call(i);
    }

    /// Calls with each option of a tied sample and whether fewer than three are worse than it.
    template <class Call>
    [[gnu::noinline]] void for_each_tied(std::size_t s, const Call& call) const {
        std::vector<std::size_t> sharing(options_);
        for (std::size_t i = 0; i < options_; ++i) ++sharing[better(i)[s]];
        for (std::size_t i = 0; i < options_; ++i) {
            const std::size_t rank = better(i)[s];
            call(i, options_ - rank - sharing[rank] < 3);
        }
    }
    /// The rank from 0 from which fewer than three are worse, where none tie.
    [[nodiscard]] std::size_t worst_from() const { return options_ < 3 ? 0 : options_ - 3; }

private:
    std::size_t options_;
    std::vector<std::uint16_t> better_;
    std::vector<std::uint32_t> steps_;
    std::vector<std::uint32_t> tied_;
    std::vector<std::uint16_t> first_;
};

/// How often the first number is the smaller, and how often the larger.
struct duel {
    std::uint32_t won = 0;
    std::uint32_t lost = 0;
};
inline duel duel_of(const std::uint16_t* a, const std::uint16_t* b, std::size_t samples) {
    std::uint16_t won = 0;
    std::uint16_t lost = 0;
    for (std::size_t s = 0; s < samples; ++s) {
        won = static_cast<std::uint16_t>(won + (a[s] < b[s] ? 1 : 0));
        lost = static_cast<std::uint16_t>(lost + (a[s] > b[s] ? 1 : 0));
    }
    return {won, lost};
}

/// A block whose samples are of one scenario.
inline void count_block(const sample_block& block, std::size_t samples, std::size_t options, rank_sums& into) {
    for (std::size_t i = 0; i < options; ++i)
        for (std::size_t k = i + 1; k < options; ++k) {
            const duel counted = duel_of(block.better(i), block.better(k), samples);
            into.wins[i * options + k] += counted.won;
            into.wins[k * options + i] += counted.lost;
        }
    std::vector<std::uint64_t> ranks(options * options);
    for (std::size_t s = 0; s < samples; ++s)
        for (std::size_t i = 0; i < options; ++i) ++ranks[i * options + block.better(i)[s]];
    rank_sums::plus(into.ranks, ranks);
    for (std::size_t i = 0; i < options; ++i)
        for (std::size_t r = block.worst_from(); r < options; ++r) into.worst[i] += ranks[i * options + r];
    for (std::size_t s = 0; s < samples; ++s)
        if (block.tied(s))
            block.for_each_tied(s, [&](std::size_t i, bool is_worst) {
                into.worst[i] += is_worst ? 1 : 0;
                into.worst[i] -= block.better(i)[s] >= block.worst_from() ? 1 : 0;
            });
}

}  // namespace concordat::detail

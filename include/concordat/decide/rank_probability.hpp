// SPDX-License-Identifier: Apache-2.0
/// Which option stands where, and how sure that is: stochastic multicriteria acceptability analysis (Lahdelma and
/// Salminen, "SMAA-2", Operations Research 49, 2001) by plain Monte Carlo. One sample draws all weights and all
/// uncertain cells, each independently of the others, and ranks the options by additive value.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/executor.hpp"
#include "concordat/decide/dominance.hpp"
#include "concordat/decide/table.hpp"
#include "concordat/decide/weights.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace concordat {

/// The largest number of samples of one run (E701).
inline constexpr std::uint64_t most_samples = 1'000'000'000;

struct rank_sampling {
    std::uint64_t samples = 100'000;
    std::uint64_t seed = 1;
    unsigned threads = 0;  ///< 0: as many as the machine has; the result is the same for any number
    progress_callback progress{};
};

/// A Monte Carlo estimate and its standard error, which is 0 where every sample agreed.
struct estimate {
    double value = 0;
    double standard_error = 0;
    friend bool operator==(const estimate&, const estimate&) = default;
};

/// Counts over samples, and what follows from them. Options and criteria are named by their position in the table. The
/// rank of an option in a sample is 1 + the number of options of strictly more value: equals share the better rank, and
/// the ranks after it stay empty. So an option's acceptabilities sum to 1 over ranks, while those of a rank sum to 1
/// over options only where no values tie.
class rank_probabilities {
public:
    [[nodiscard]] std::uint64_t samples() const noexcept { return samples_; }
    [[nodiscard]] std::size_t option_count() const noexcept { return options_; }
    /// Whether anything was drawn. If not, every sample is the same and the result is exact.
    [[nodiscard]] bool uncertain() const noexcept { return uncertain_; }

    /// In how many samples the option had that rank (from 1); was strictly better than the other.
    [[nodiscard]] std::uint64_t rank_count(std::size_t option, std::size_t rank) const;
    [[nodiscard]] std::uint64_t win_count(std::size_t option, std::size_t other) const;

    /// Rank acceptability: the probability of that rank (from 1).
    [[nodiscard]] estimate acceptability(std::size_t option, std::size_t rank) const;
    [[nodiscard]] estimate first(std::size_t option) const { return acceptability(option, 1); }
    [[nodiscard]] estimate expected_rank(std::size_t option) const;
    /// The probability that fewer than three options are strictly worse. With three options or fewer it is 1.
    [[nodiscard]] estimate among_worst_three(std::size_t option) const;
    /// Pairwise winning index: the probability that the option is better than the other, ties counted half (Leskinen
    /// and others, "Comparison of alternatives in SMAA", 2006). An option against itself: 1/2.
    [[nodiscard]] estimate beats(std::size_t option, std::size_t other) const;
    /// Whether that probability differs from 1/2 by more than two standard errors, taken as they would be were the two
    /// equally good (so that a handful of agreeing samples does not pass for certainty). If not, no order of the two
    /// may be printed. Where nothing was drawn: whether the two differ at all.
    [[nodiscard]] bool separated(std::size_t option, std::size_t other) const;
    /// The mean weighting, by criterion, of the samples in which the option was first: whose view favours it. Sums to 1
    /// (to 1e-9: it is summed in steps of 2^-32). Empty if it was never first.
    [[nodiscard]] std::vector<double> central_weights(std::size_t option) const;

    friend bool operator==(const rank_probabilities&, const rank_probabilities&) = default;

private:
    friend result<rank_probabilities> rank_probability(const performance_table&, const weight_set&,
                                                       const rank_sampling&);
    std::uint64_t samples_ = 0;
    std::size_t options_ = 0;
    std::size_t criteria_ = 0;
    bool uncertain_ = false;
    std::vector<std::uint64_t> ranks_;          ///< option by rank
    std::vector<std::uint64_t> wins_;           ///< option by other
    std::vector<std::uint64_t> worst_;          ///< option
    std::vector<std::uint64_t> first_weights_;  ///< option by criterion, in 2^-32
};

/// Sample k reads its weights from the stream (seed, purpose::weights, k) as `weighting::draw` does, and its uncertain
/// cells from (seed, purpose::ratings, k), one uniform each, by criterion and then option in order of key: so the order
/// of a file changes nothing, and several weight sets see the same cells. A missing cell is a uniform on the value
/// scale. Counts are integers: exact in whatever order threads add them up.
///
/// Errors: those of `check` for the table and of `weighting::make`; no samples (E401); too many samples, or more
/// options than `most_compared` (E701); progress asked to stop (E801). O(samples × options × (criteria + options)) time
/// and O(options² + uncertain cells) memory a thread; progress is told of blocks of 4,096 samples.
[[nodiscard]] result<rank_probabilities> rank_probability(const performance_table&, const weight_set&,
                                                          const rank_sampling& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_rank_probability.ipp"
#endif

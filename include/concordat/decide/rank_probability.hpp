// SPDX-License-Identifier: Apache-2.0
/// Which option stands where, and how sure that is: stochastic multicriteria acceptability analysis (Lahdelma and
/// Salminen, "SMAA-2", Operations Research 49, 2001) by plain Monte Carlo. One sample draws all weights and all
/// uncertain cells, each independently of the others, and ranks the options by additive value. Where the table is one
/// of several, samples take turns with them.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/executor.hpp"
#include "concordat/decide/dominance.hpp"
#include "concordat/decide/scenarios.hpp"
#include "concordat/decide/table.hpp"
#include "concordat/decide/weights.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace concordat {

/// The largest number of samples of one run (E701).
inline constexpr std::uint64_t most_samples = 1'000'000'000;

/// Which of a processor's instructions may be used. It changes the time that sampling takes and no bit of a result;
/// those that the processor lacks are not used. For tests, and for who does not trust one of them.
enum class instruction_set : std::uint8_t { best, baseline, avx2, avx512 };

struct rank_sampling {
    std::uint64_t samples = 100'000;
    std::uint64_t seed = 1;
    unsigned threads = 0;  ///< 0: as many as the machine has; the result is the same for any number
    progress_callback progress{};
    instruction_set instructions = instruction_set::best;
};

/// A Monte Carlo estimate and its standard error, which is 0 where every sample agreed. Where there are several
/// scenarios, samples of one are not independent: the standard error is then that of a sample of scenarios, each of
/// them sampled in turn (clusters, in the words of surveys), and says little if there are but few.
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
    [[nodiscard]] std::size_t criterion_count() const noexcept { return criteria_; }
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
    /// equally good (so that a handful of agreeing samples, or scenarios, does not pass for certainty). If not, no
    /// order of the two may be printed. Where nothing was drawn: whether the two differ at all.
    [[nodiscard]] bool separated(std::size_t option, std::size_t other) const;
    /// The mean weighting, by criterion, of the samples in which the option was first: whose view favours it. Sums to 1
    /// (to 1e-9: it is summed in steps of 2^-31). Empty if it was never first.
    [[nodiscard]] std::vector<double> central_weights(std::size_t option) const;
    /// Their standard errors, in the same order (to 1e-6 of themselves: squares are summed in steps of 2^-24).
    [[nodiscard]] std::vector<double> central_weight_errors(std::size_t option) const;

    friend bool operator==(const rank_probabilities&, const rank_probabilities&) = default;

private:
    friend result<rank_probabilities> rank_probability(const table_scenarios&, const weight_set&, const rank_sampling&);

    /// Sums over scenarios: of squared totals, and of totals times sizes. Integers, rounded once.
    struct spread {
        std::vector<double> squares;
        std::vector<double> crossed;
        friend bool operator==(const spread&, const spread&) = default;
    };
    [[nodiscard]] double error_of(const spread&, std::size_t at, double mean_of_sample) const;
    [[nodiscard]] estimate share_of(std::uint64_t count, const spread&, std::size_t at) const;

    std::uint64_t samples_ = 0;
    std::size_t options_ = 0;
    std::size_t criteria_ = 0;
    bool uncertain_ = false;
    std::vector<std::uint64_t> ranks_;          ///< option by rank
    std::vector<std::uint64_t> wins_;           ///< option by other
    std::vector<std::uint64_t> worst_;          ///< option
    std::vector<std::uint64_t> first_weights_;  ///< option by criterion, in 2^-31
    std::size_t scenarios_ = 1;                 ///< that were sampled
    double squared_sizes_ = 0;                  ///< of scenarios, in samples
    spread rank_spread_;
    spread duel_spread_;  ///< wins less losses, of the earlier option against the later
    spread worst_spread_;
    spread total_spread_;   ///< an option's ranks, added up
    spread weight_spread_;  ///< in 2^-24
};

/// Sample k reads its weights from the stream (seed, purpose::weights, k) as `weighting::draw` does, and its uncertain
/// cells from (seed, purpose::ratings, k), one short uniform each, by criterion and then option in order of key: so the
/// order of a file changes nothing, and several weight sets see the same cells. A missing cell is a uniform on the
/// value scale; a normal one is drawn by the shorter of Wichura's two algorithms, good to 10^-7 of itself. Counts are
/// integers: exact in whatever order threads add them up.
///
/// Errors: those of `check` for the table and of `weighting::make`; no samples (E401); too many samples, or more
/// options than `most_compared` (E701); progress asked to stop (E801). O(samples × options × (criteria + options)) time
/// and O(options² + cells) memory a thread, however many samples; progress is told of jobs of 4,096 samples.
[[nodiscard]] result<rank_probabilities> rank_probability(const performance_table&, const weight_set&,
                                                          const rank_sampling& = {});

/// The same where the table is one of several equally likely ones: sample k has scenario k mod their number. Where the
/// number of samples is no multiple of it, the first scenarios have one sample more than the others; where it is
/// smaller, the rest have none. A cell that is uncertain in some scenario takes its uniform in all of them. Besides the
/// above, O(cells × scenarios) time and memory; a job is of whole scenarios.
[[nodiscard]] result<rank_probabilities> rank_probability(const table_scenarios&, const weight_set&,
                                                          const rank_sampling& = {});

/// The confidence factor of each option: the probability that it is first (or shares the first rank) where weights are
/// its central weights, in `found`, and only cells and scenarios are sampled, as `rank_probability` samples them
/// (Lahdelma and Salminen, 2001). A low one says that what is known of the cells does not tell the option apart even
/// for those who favour it. Empty for an option that was never first, which has no central weights.
///
/// `found` is of these scenarios' options and criteria (E411 else); the other errors are those of `rank_probability`.
/// O(samples × options² × criteria).
[[nodiscard]] result<std::vector<std::optional<estimate>>> confidence_factors(const table_scenarios&,
                                                                              const rank_probabilities& found,
                                                                              const rank_sampling& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_confidence_factors.ipp"
#include "concordat/impl/decide_rank_probability.ipp"
#endif

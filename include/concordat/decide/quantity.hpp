// SPDX-License-Identifier: Apache-2.0
/// The value of one option on one criterion, in the criterion's own unit and as well as it is known: exactly, within
/// bounds, by a small distribution, by observations, or not at all. It knows nothing of better or worse.
#pragma once

#include "concordat/core/error.hpp"

#include <variant>
#include <vector>

namespace concordat {

/// Nobody knows. What that counts as is the criterion's business (`gap_rule`), never zero.
struct missing_value {
    friend bool operator==(const missing_value&, const missing_value&) = default;
};

struct exact_value {
    double value = 0;
    friend bool operator==(const exact_value&, const exact_value&) = default;
};

/// Anywhere from low to high, equally likely. low <= high.
struct interval_value {
    double low = 0;
    double high = 0;
    friend bool operator==(const interval_value&, const interval_value&) = default;
};

/// Most likely `mode`, never outside low and high, straight lines between. low <= mode <= high.
struct triangular_value {
    double low = 0;
    double mode = 0;
    double high = 0;
    friend bool operator==(const triangular_value&, const triangular_value&) = default;
};

/// The normal distribution of that mean and standard deviation. `sd` > 0. Uniforms lie on a grid, so the tails end:
/// draws lie within 8.21 standard deviations of the mean.
struct normal_value {
    double mean = 0;
    double sd = 1;
    friend bool operator==(const normal_value&, const normal_value&) = default;
};

struct outcome {
    double value = 0;
    double probability = 0;  ///< in [0, 1]
    friend bool operator==(const outcome&, const outcome&) = default;
};

/// One of several values; the probabilities sum to 1 within 1e-9.
struct discrete_value {
    std::vector<outcome> outcomes;
    friend bool operator==(const discrete_value&, const discrete_value&) = default;
};

/// One of the observations, each equally likely, as the answers to a survey question.
struct empirical_value {
    std::vector<double> observations;
    friend bool operator==(const empirical_value&, const empirical_value&) = default;
};

using quantity = std::variant<missing_value, exact_value, interval_value, triangular_value, discrete_value,
                              empirical_value, normal_value>;

/// The quantity, with outcomes and observations in rising order so that their order in a file changes no draw; or what
/// is wrong with it: a number that is not finite (E402), bounds out of order or further apart than a double can tell
/// (E405), a standard deviation that is not above 0 or probabilities outside [0, 1] (E401) or that do not sum to 1
/// (E404), an empty list (E410).
[[nodiscard]] result<quantity> check(quantity);

[[nodiscard]] bool is_missing(const quantity&) noexcept;
/// Whether two draws can differ. A missing value is not a distribution: false.
[[nodiscard]] bool is_uncertain(const quantity&) noexcept;

/// Of a checked quantity that is not missing. `mean` is the expected value of the distribution. The lowest and highest
/// of a normal distribution are the draws at the ends of the grid, 2^-53 from 0 and from 1.
[[nodiscard]] double mean(const quantity&);
[[nodiscard]] double lowest(const quantity&);
[[nodiscard]] double highest(const quantity&);

/// The quantity at the share `u` in [0, 1) of its distribution: the inverse of the cumulative distribution function, so
/// a uniform `u` gives a draw. Never below `lowest` or above `highest`, and never falling in `u` (but for a unit or two
/// in the last place of a normal draw). A normal distribution is read at u + 2^-53 by Wichura's algorithm AS 241
/// (Applied Statistics 37, 1988), to about one part in 10^15. O(number of outcomes).
[[nodiscard]] double draw(const quantity&, double u);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_quantity.ipp"
#endif

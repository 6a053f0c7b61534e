// SPDX-License-Identifier: Apache-2.0
/// Value functions taken from the table itself, for plain tables that come without. Convenient and, as everywhere in
/// the literature, with a price: adding or removing an option can then change how the others stand (rank reversal).
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/table.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace concordat {

/// How the scale of a criterion is read off the mean values x of its cells. Values beyond a scale's ends, as a draw can
/// be, are held at the ends.
enum class normalisation : std::uint8_t {
    minmax,  ///< (x - min) / (max - min); where less is better (max - x) / (max - min)
    max,     ///< x / max; where less is better 1 - x / max
    sum,     ///< x / sum; where less is better 1 - x / sum, so that differences count the same both ways
    vector,  ///< x / sqrt(sum of x²); where less is better 1 - x / sqrt(sum of x²)
    none,    ///< x itself, which must lie in [0, 1]; where less is better 1 - x
};
[[nodiscard]] std::string_view name(normalisation) noexcept;

/// The table with its value functions replaced, but for the criteria at the positions `kept`. A criterion whose means
/// are all equal does not separate the options and is worth 1 to each of them. Or all that is wrong: what `check` says
/// of the rest of the table, a criterion of contested sense (E411), means below 0 with max, sum or vector, anything
/// outside [0, 1] with none (E401).
[[nodiscard]] result<performance_table> normalise(performance_table, normalisation,
                                                  std::span<const std::size_t> kept = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_normalisation.ipp"
#endif

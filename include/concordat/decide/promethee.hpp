// SPDX-License-Identifier: Apache-2.0
/// PROMETHEE I and II (Brans and Vincke, "A preference ranking organisation method", Management Science 31, 1985): on
/// every criterion the difference of two options becomes a preference from 0 to 1, by one of six functions; an option's
/// flows are how much it is preferred to the others and they to it.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/dominance.hpp"
#include "concordat/decide/matrix.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace concordat {

/// The preference for the better of two options by their difference d > 0 on one criterion, in its own unit.
enum class preference_function : std::uint8_t {
    usual,     ///< 1
    u_shape,   ///< 0 up to q, 1 above
    v_shape,   ///< d / p up to p, 1 above
    level,     ///< 0 up to q, 1/2 up to p, 1 above
    linear,    ///< 0 up to q, (d - q) / (p - q) up to p, 1 above
    gaussian,  ///< 1 - exp(-d² / 2s²)
};
/// "usual", "u-shape", "v-shape", "level", "linear", "gaussian".
[[nodiscard]] std::string_view name(preference_function) noexcept;

/// One criterion's function, with the thresholds that it takes and no others: q with u_shape, p with v_shape, q and p
/// with level and linear, s with gaussian.
struct criterion_preference {
    preference_function function = preference_function::usual;
    std::optional<double> q{};  ///< indifference, 0 or more
    std::optional<double> p{};  ///< preference, not below q
    std::optional<double> s{};  ///< where the Gaussian bends, above 0
    friend bool operator==(const criterion_preference&, const criterion_preference&) = default;
};

/// Flows are means over the other options, so they lie in [0, 1], and net flows in [-1, 1]. One option has flows of 0.
struct promethee_flow_result {
    std::vector<double> phi_plus;   ///< by option: how much it is preferred to the others
    std::vector<double> phi_minus;  ///< by option: how much the others are preferred to it
    std::vector<double> phi;        ///< by option: phi_plus - phi_minus
    std::vector<double>
        unicriterion_net_flows;     ///< `[option * criterion_count + criterion]`: phi of that criterion alone
    std::vector<std::size_t> rank;  ///< by phi (PROMETHEE II): 1 is the best; equals share the better rank
};

/// What PROMETHEE I says of two options.
enum class flow_relation : std::uint8_t {
    indifferent,   ///< both flows are equal
    preferred,     ///< the first is nowhere worse by phi_plus and phi_minus, and better by one of them
    outranked,     ///< the other way round
    incomparable,  ///< one is better by phi_plus, the other by phi_minus
};
[[nodiscard]] std::string_view name(flow_relation) noexcept;

struct promethee_result : promethee_flow_result {
    std::vector<double> pi;               ///< `[a * option_count + b]`: the weighted preference for a over b, in [0, 1]
    std::vector<flow_relation> relation;  ///< `[a * option_count + b]`, by the flows as computed
};

/// At most so many options with a `gaussian` function in `promethee_flows` (E701): it knows no shorter way than every
/// pair, about a second a criterion for so many.
inline constexpr std::size_t most_gaussian = std::size_t{1} << 14;

/// Flows without comparing two by two: each criterion is sorted once, and sums over its order do the rest. Permuting
/// the options permutes the result, bit by bit, and equal options have equal flows. All mistakes at once: another
/// number of preferences than of criteria (E411), thresholds that are missing (E202), out of place (E207), negative or
/// an s of 0 (E401), not finite (E402), a q above p (E405). O(criteria · options · log options), but O(options²) for a
/// criterion with a `gaussian` function.
[[nodiscard]] result<promethee_flow_result> promethee_flows(const decision_matrix&,
                                                            std::span<const criterion_preference>);

/// The flows, and every two options compared. The mistakes of `promethee_flows`, and more than `most_compared` options
/// (E701). O(options² · criteria).
[[nodiscard]] result<promethee_result> promethee(const decision_matrix&, std::span<const criterion_preference>);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_promethee.ipp"
#endif

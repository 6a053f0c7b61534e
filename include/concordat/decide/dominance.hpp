// SPDX-License-Identifier: Apache-2.0
/// What can be said before any weight: an option that is nowhere worse and somewhere better than another beats it under
/// every weighting. Only criteria that count are compared, by what their cells are worth.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/table.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace concordat {

/// Relations between every two options are kept for at most so many options (E701).
inline constexpr std::size_t most_compared = 1024;

enum class dominance_basis : std::uint8_t {
    expected,  ///< the expected worth of one against that of the other
    robust,    ///< the worst one can be against the best the other can be: it holds whatever the uncertain values are
};

/// Who dominates whom: irreflexive, asymmetric and transitive. Equal options do not dominate each other.
class dominance_relation {
public:
    [[nodiscard]] std::size_t option_count() const noexcept { return options_; }
    [[nodiscard]] bool dominates(std::size_t winner, std::size_t loser) const {
        CONCORDAT_ASSERT(winner < options_ && loser < options_);
        return pairs_[winner * options_ + loser];
    }

private:
    friend result<dominance_relation> dominance(const performance_table&, dominance_basis);
    std::size_t options_ = 0;
    std::vector<bool> pairs_;
};

/// The mistakes are those of `check` for the table, and more options than `most_compared`. O(options² × criteria).
[[nodiscard]] result<dominance_relation> dominance(const performance_table&, dominance_basis);

/// The options that nothing dominates, in the table's order: the Pareto front. Never empty.
[[nodiscard]] std::vector<std::size_t> pareto_front(const dominance_relation&);

/// By option: 1 on the front, 2 on the front of what is left without it, and so on. O(options² × layers).
[[nodiscard]] std::vector<std::size_t> pareto_layers(const dominance_relation&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_dominance.ipp"
#endif

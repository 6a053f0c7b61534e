// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/electre2.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/decide/ranks.hpp"
#include "concordat/impl/decide_outranking.hpp"

#include <algorithm>
#include <numeric>

namespace concordat {

namespace detail::electre2_work {

inline void check_order(const std::string& higher, double high, const std::string& lower, double low,
                        std::vector<error>& problems) {
    if (!(high < low)) return;
    problems.push_back({errc::bad_interval,
                        higher + " " + shortest(high) + " is below " + lower + " " + shortest(low),
                        "concordance falls from strong over middle to weak, and the loose discordance is the larger",
                        {},
                        {}});
}

inline void check_levels(const electre2_levels& levels, std::vector<error>& problems) {
    outranking::check_between("the strong concordance", levels.strong_concordance, 0, problems);
    outranking::check_between("the middle concordance", levels.middle_concordance, 0, problems);
    outranking::check_between("the weak concordance", levels.weak_concordance, 0, problems);
    outranking::check_between("the loose discordance", levels.loose_discordance, 0, problems);
    outranking::check_between("the tight discordance", levels.tight_discordance, 0, problems);
    check_order("the strong concordance", levels.strong_concordance, "the middle one", levels.middle_concordance,
                problems);
    check_order("the middle concordance", levels.middle_concordance, "the weak one", levels.weak_concordance, problems);
    check_order("the loose discordance", levels.loose_discordance, "the tight one", levels.tight_discordance, problems);
}

/// W+ and W- differ by what the concordances differ by: criteria on which both are equal count in both of these.
inline void outrank(electre2_result& made, const electre2_levels& levels, std::size_t count) {
    made.strong.resize(count * count);
    made.weak.resize(count * count);
    for (std::size_t a = 0; a < count; ++a)
        for (std::size_t b = 0; b < count; ++b) {
            const double agreed = made.concordance[a * count + b];
            const double objected = made.discordance[a * count + b];
            const auto holds = [&](double concordance, double discordance) {
                return outranking::reaches(agreed, concordance) && !outranking::exceeds(objected, discordance);
            };
            if (a == b || !outranking::reaches(agreed, made.concordance[b * count + a])) continue;
            made.strong[a * count + b] = holds(levels.strong_concordance, levels.loose_discordance) ||
                                         holds(levels.middle_concordance, levels.tight_discordance);
            made.weak[a * count + b] = holds(levels.weak_concordance, levels.loose_discordance);
        }
}

/// Those of the options that no option outranks but from their own circuit.
template <class Outranks>
std::vector<std::size_t> unbeaten(const std::vector<std::size_t>& options, const Outranks& outranks) {
    std::vector<std::size_t> found;
    std::vector<std::size_t> before;
    for (const auto& circuit : outranking::circuits(options, outranks)) {
        if (!outranking::any_outranks(before, circuit, outranks))
            found.insert(found.end(), circuit.begin(), circuit.end());
        before.insert(before.end(), circuit.begin(), circuit.end());
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// Class by class off the top. Weak relations hold strong ones, so no strong circuit is ever torn apart.
template <class Strong, class Weak>
std::vector<std::size_t> classes(std::size_t count, const Strong& strong, const Weak& weak) {
    std::vector<std::size_t> left(count);
    std::iota(left.begin(), left.end(), std::size_t{0});
    std::vector<std::size_t> found(count, 0);
    for (std::size_t number = 1; !left.empty(); ++number) {
        for (const std::size_t option : unbeaten(unbeaten(left, strong), weak)) found[option] = number;
        left.erase(std::remove_if(left.begin(), left.end(), [&](std::size_t option) { return found[option] != 0; }),
                   left.end());
    }
    return found;
}

inline void rank(electre2_result& made, std::size_t count) {
    const auto strong = [&](std::size_t a, std::size_t b) { return made.strong[a * count + b]; };
    const auto weak = [&](std::size_t a, std::size_t b) { return made.weak[a * count + b]; };
    made.forward = classes(count, strong, weak);
    made.reverse = classes(
        count, [&](std::size_t a, std::size_t b) { return strong(b, a); },
        [&](std::size_t a, std::size_t b) { return weak(b, a); });
    const std::size_t last = *std::max_element(made.reverse.begin(), made.reverse.end());
    for (std::size_t& number : made.reverse) number = last + 1 - number;
    for (std::size_t i = 0; i < count; ++i)
        made.median.push_back(static_cast<double>(made.forward[i] + made.reverse[i]) / 2);
    made.ranks = ranks_of(made.median, sense::lower);
}

}  // namespace detail::electre2_work

CONCORDAT_INLINE result<electre2_result> electre2(const decision_matrix& matrix, const electre2_levels& levels) {
    const standard_arithmetic scope;
    std::vector<error> problems;
    detail::electre2_work::check_levels(levels, problems);
    // The levels of ELECTRE I are checked above under the names they have here; its matrices are the same.
    auto base = electre1(matrix, {.concordance = 1, .discordance = 0, .scale = levels.scale});
    if (!base) problems.push_back(base.error());
    if (!problems.empty()) return fail(gather(std::move(problems)));

    const std::size_t count = matrix.option_count();
    electre2_result made;
    made.concordance = std::move(base->concordance);
    made.discordance = std::move(base->discordance);
    detail::electre2_work::outrank(made, levels, count);
    detail::electre2_work::rank(made, count);
    return made;
}

}  // namespace concordat

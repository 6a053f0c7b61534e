// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/potential_optimality.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_value_space.hpp"
#include "concordat/impl/decide_weight_constraints.hpp"

#include <algorithm>
#include <string>

namespace concordat {

namespace detail::programming {

/// The options' values over the weights of the criteria that count.
struct weight_space {
    value_space space;
    std::vector<std::size_t> counted;  ///< by column: its criterion in the table
    std::size_t criteria = 0;
};

inline result<weight_space> weight_space_of(const performance_table& given, const weight_set& set) {
    CONCORDAT_TRY(const auto table, check(given));
    if (table.options.size() > most_programmed)
        return fail(errc::limit_exceeded,
                    std::to_string(table.options.size()) + " options; linear programmes are solved for at most " +
                        std::to_string(most_programmed),
                    "leave out those that others dominate");
    CONCORDAT_TRY(const auto weights, weighting::make(set, tree_of(table)));
    if (auto mistake = unless_linear(weights.tree(), set)) return fail(*std::move(mistake));
    weight_space made{{}, weights.tree().counted_criteria(), table.criteria.size()};
    const auto worths = worths_of(table);
    for (std::size_t i = 0; i < table.options.size(); ++i) {
        made.space.options.emplace_back();
        for (const std::size_t j : made.counted)
            made.space.options.back().push_back(worths[i * made.criteria + j].expected);
    }
    for (const auto& row : linear_constraints_of(weights, set)) {
        made.space.rows.push_back({{}, row.low, row.high});
        for (const std::size_t j : made.counted) made.space.rows.back().coefficients.push_back(row.coefficients[j]);
    }
    return made;
}

/// Maximise the margin, a column behind the weights, that lies below the lead over every other option.
inline linear_program margin_program(const value_space& space, std::size_t option) {
    auto program = program_over(space, 1);
    const std::size_t margin = space.width();
    program.objective[margin] = 1;
    program.lower[margin] = -2;
    program.upper[margin] = 2;
    for (std::size_t k = 0; k < space.options.size(); ++k) {
        if (k == option) continue;
        program.rows.push_back({difference_of(space, option, k), 0, unlimited});
        program.rows.back().coefficients.push_back(-1);
    }
    return program;
}

inline double margin_at(const value_space& space, std::size_t option, const std::vector<double>& shares) {
    double margin = space.options.size() == 1 ? 0 : 2;
    for (std::size_t k = 0; k < space.options.size(); ++k)
        if (k != option) margin = std::min(margin, product_of(difference_of(space, option, k), shares));
    return margin;
}

inline error no_weighting() {
    return {errc::internal, "no weighting keeps to the weight set, though it was checked", {}, {}, {}};
}

}  // namespace detail::programming

CONCORDAT_INLINE result<std::vector<potential_optimum>> potential_optimality(const performance_table& table,
                                                                             const weight_set& set) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto made, detail::programming::weight_space_of(table, set));
    std::vector<potential_optimum> options;
    for (std::size_t i = 0; i < made.space.options.size(); ++i) {
        CONCORDAT_TRY(const auto solution,
                      detail::programming::solve(detail::programming::margin_program(made.space, i)));
        if (!solution) return fail(detail::programming::no_weighting());
        const auto shares = detail::programming::shares_of(made.space, *solution);
        potential_optimum option;
        option.max_margin = detail::programming::margin_at(made.space, i, shares);
        option.potentially_optimal = option.max_margin >= -detail::programming::value_tolerance;
        option.weights.assign(made.criteria, 0);
        for (std::size_t at = 0; at < shares.size(); ++at) option.weights[made.counted[at]] = shares[at];
        options.push_back(std::move(option));
    }
    return options;
}

CONCORDAT_INLINE result<dominance_over_weights> dominance_over(const performance_table& table, const weight_set& set) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto made, detail::programming::weight_space_of(table, set));
    CONCORDAT_TRY(auto leads, detail::programming::greatest_leads(made.space));
    if (!leads) return fail(detail::programming::no_weighting());
    dominance_over_weights relation{made.space.options.size(), *std::move(leads), {}};
    const auto lead = [&](std::size_t a, std::size_t b) {
        return relation.greatest_lead[a * relation.option_count + b];
    };
    for (std::size_t a = 0; a < relation.option_count; ++a)
        for (std::size_t b = 0; b < relation.option_count; ++b)
            relation.dominates.push_back(lead(b, a) <= detail::programming::value_tolerance &&
                                         lead(a, b) > detail::programming::value_tolerance);
    return relation;
}

}  // namespace concordat

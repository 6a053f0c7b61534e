// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/ordinal_regression.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/decide_extreme_rank.hpp"
#include "concordat/impl/decide_value_space.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

namespace concordat {

namespace detail::programming {

/// A value function is made of steps: on each criterion, what every value adds to the next worse one. Steps are not
/// negative and sum to 1, so they are shares; an option has those up to its own values.
inline value_space step_space(const decision_matrix& matrix) {
    value_space space;
    space.options.resize(matrix.option_count());
    for (std::size_t j = 0; j < matrix.criterion_count(); ++j) {
        const auto values = matrix.column(j);
        std::vector<double> levels(values.begin(), values.end());
        const auto add_steps = [&](auto worse) {
            std::sort(levels.begin(), levels.end(), worse);
            levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
            for (std::size_t i = 0; i < values.size(); ++i)
                for (std::size_t step = 1; step < levels.size(); ++step)
                    space.options[i].push_back(worse(values[i], levels[step]) ? 0 : 1);
        };
        if (matrix.more_is_better(j))
            add_steps(std::less{});
        else
            add_steps(std::greater{});
    }
    // Where all options are equal on all criteria there is no step, and the shares still need one.
    if (space.width() == 0)
        for (auto& option : space.options) option.push_back(0);
    return space;
}

inline void add_statements(value_space& space, std::span<const reference_statement> statements, double least) {
    for (const auto& [first, second, judgement] : statements) {
        const bool indifferent = judgement == reference_judgement::indifferent;
        space.rows.push_back(
            {difference_of(space, first, second), indifferent ? 0 : least, indifferent ? 0 : unlimited});
    }
}

/// The greatest difference that all preferences can have at once; nothing if the indifferences contradict.
inline result<std::optional<double>> greatest_epsilon(const value_space& steps,
                                                      std::span<const reference_statement> statements) {
    value_space space = steps;
    add_statements(space, statements, 0);
    auto program = program_over(space, 1);
    const std::size_t epsilon = space.width();
    program.objective[epsilon] = 1;
    for (std::size_t k = 0; k < statements.size(); ++k)
        if (statements[k].judgement == reference_judgement::preferred) program.rows[k].coefficients[epsilon] = -1;
    CONCORDAT_TRY(const auto solution, solve(program));
    if (!solution) return std::nullopt;
    return solution->objective;
}

inline bool agrees(const std::optional<double>& epsilon) { return epsilon && *epsilon >= least_preference; }

inline std::string told(const decision_matrix& matrix, const reference_statement& statement) {
    const bool indifferent = statement.judgement == reference_judgement::indifferent;
    return "\"" + matrix.options()[statement.first] + (indifferent ? "\" is as good as \"" : "\" is better than \"") +
           matrix.options()[statement.second] + "\"";
}

/// What is left of the statements when each is left out that is not needed for the conflict.
inline result<error> conflict_among(const decision_matrix& matrix, const value_space& steps,
                                    std::span<const reference_statement> statements) {
    std::vector<reference_statement> conflicting(statements.begin(), statements.end());
    for (std::size_t k = conflicting.size(); k-- > 0;) {
        auto fewer = conflicting;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(k));
        CONCORDAT_TRY(const auto epsilon, greatest_epsilon(steps, fewer));
        if (!agrees(epsilon)) conflicting = std::move(fewer);
    }
    std::string all;
    for (const auto& statement : conflicting) all += (all.empty() ? "" : ", ") + told(matrix, statement);
    return error{errc::conflicting_keys,
                 "no additive value function agrees with: " + all,
                 "take one of these statements back; without it, the others of them agree",
                 {},
                 {}};
}

inline std::vector<error> mistakes_in(const decision_matrix& matrix, std::span<const reference_statement> statements) {
    std::vector<error> problems;
    const auto over = [&](std::size_t seen, std::size_t most, const std::string& what) {
        if (seen > most)
            problems.push_back(
                {errc::limit_exceeded,
                 std::to_string(seen) + " " + what + "; ordinal regression takes at most " + std::to_string(most),
                 {},
                 {},
                 {}});
    };
    over(matrix.option_count(), most_regressed, "options");
    over(statements.size(), most_statements, "statements");
    for (std::size_t k = 0; k < statements.size(); ++k)
        for (const std::size_t option : {statements[k].first, statements[k].second})
            if (option >= matrix.option_count())
                problems.push_back({errc::dangling_reference,
                                    "statement " + std::to_string(k) + " speaks of option " + std::to_string(option) +
                                        ", but there are " + std::to_string(matrix.option_count()),
                                    "options are counted from 0",
                                    {},
                                    {}});
    return problems;
}

/// The functions that agree, with what is needed to speak of pairs.
struct regression {
    value_space space;
    double epsilon = 1;
    std::vector<double> leads;

    [[nodiscard]] double lead(std::size_t a, std::size_t b) const { return leads[a * space.options.size() + b]; }
};

inline result<regression> regression_of(const decision_matrix& matrix,
                                        std::span<const reference_statement> statements) {
    if (auto problems = mistakes_in(matrix, statements); !problems.empty()) return fail(gather(std::move(problems)));
    regression made{step_space(matrix), 1, {}};
    CONCORDAT_TRY(const auto epsilon, greatest_epsilon(made.space, statements));
    if (!agrees(epsilon)) {
        CONCORDAT_TRY(auto conflict, conflict_among(matrix, made.space, statements));
        return fail(std::move(conflict));
    }
    made.epsilon = *epsilon;
    add_statements(made.space, statements, least_preference);
    CONCORDAT_TRY(auto leads, greatest_leads(made.space));
    if (!leads) return fail(errc::internal, "no value function agrees with statements that were found to agree");
    made.leads = *std::move(leads);
    return made;
}

/// The fewest others that have to be better than the option or, with `behind`, worse.
inline result<std::size_t> fewest_apart(const regression& made, std::size_t option, bool behind) {
    std::size_t always = 0;
    std::vector<breakable_row> rows;
    for (std::size_t k = 0; k < made.space.options.size(); ++k) {
        const std::size_t upper = behind ? option : k;
        const std::size_t lower = behind ? k : option;
        if (made.lead(upper, lower) <= value_tolerance) continue;
        if (made.lead(lower, upper) < -value_tolerance)
            ++always;
        else
            rows.push_back(
                {difference_of(made.space, lower, upper), std::max(made.lead(upper, lower), least_preference)});
    }
    CONCORDAT_TRY(const std::size_t fewest, fewest_broken(made.space, rows));
    return always + fewest;
}

}  // namespace detail::programming

CONCORDAT_INLINE result<preference_relations> ordinal_regression(const decision_matrix& matrix,
                                                                 std::span<const reference_statement> statements) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto made, detail::programming::regression_of(matrix, statements));
    preference_relations relations{matrix.option_count(), made.epsilon, {}, {}};
    for (std::size_t a = 0; a < relations.option_count; ++a)
        for (std::size_t b = 0; b < relations.option_count; ++b) {
            relations.necessary.push_back(made.lead(b, a) <= detail::programming::value_tolerance);
            relations.possible.push_back(made.lead(a, b) >= -detail::programming::value_tolerance);
        }
    return relations;
}

CONCORDAT_INLINE result<std::vector<extreme_rank>> extreme_ranks(const decision_matrix& matrix,
                                                                 std::span<const reference_statement> statements) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto made, detail::programming::regression_of(matrix, statements));
    std::vector<extreme_rank> ranks;
    for (std::size_t i = 0; i < matrix.option_count(); ++i) {
        CONCORDAT_TRY(const std::size_t better, detail::programming::fewest_apart(made, i, false));
        CONCORDAT_TRY(const std::size_t worse, detail::programming::fewest_apart(made, i, true));
        ranks.push_back({1 + better, matrix.option_count() - worse});
    }
    return ranks;
}

}  // namespace concordat

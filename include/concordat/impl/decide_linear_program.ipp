// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/decide_linear_program.hpp"

#include <ClpSimplex.hpp>
#include <CoinError.hpp>

#include <string>

namespace concordat {

namespace detail::programming {

/// The rows by columns, as CLP takes them; zeros are not in them.
struct packed_columns {
    std::vector<CoinBigIndex> starts;
    std::vector<int> rows;
    std::vector<double> values;
};

inline packed_columns packed(const linear_program& program) {
    packed_columns columns;
    for (std::size_t j = 0; j < program.objective.size(); ++j) {
        columns.starts.push_back(static_cast<CoinBigIndex>(columns.rows.size()));
        for (std::size_t i = 0; i < program.rows.size(); ++i) {
            const double value = program.rows[i].coefficients[j];
            if (value == 0) continue;
            columns.rows.push_back(static_cast<int>(i));
            columns.values.push_back(value);
        }
    }
    columns.starts.push_back(static_cast<CoinBigIndex>(columns.rows.size()));
    return columns;
}

inline void load(ClpSimplex& solver, const linear_program& program) {
    const auto columns = packed(program);
    std::vector<double> low;
    std::vector<double> high;
    for (const auto& row : program.rows) {
        low.push_back(row.low);
        high.push_back(row.high == unlimited ? COIN_DBL_MAX : row.high);
    }
    solver.setLogLevel(0);
    solver.loadProblem(static_cast<int>(program.objective.size()), static_cast<int>(program.rows.size()),
                       columns.starts.data(), columns.rows.data(), columns.values.data(), program.lower.data(),
                       program.upper.data(), program.objective.data(), low.data(), high.data());
    solver.setOptimizationDirection(-1);
    solver.scaling(0);
    solver.setPrimalTolerance(1e-10);
    solver.setDualTolerance(1e-10);
}

}  // namespace detail::programming

CONCORDAT_INLINE result<std::optional<detail::programming::program_solution>> detail::programming::solve(
    const linear_program& program) {
    int ended = -1;
    try {
        ClpSimplex solver;
        load(solver, program);
        // Not `initialSolve`, which would take over the host's signals; not `primal`, which calls a row without
        // coefficients an error where there is merely no point.
        solver.dual();
        ended = solver.status();
        if (ended == 0) {
            const double* found = solver.primalColumnSolution();
            return program_solution{solver.objectiveValue(), {found, found + program.objective.size()}};
        }
        if (ended == 1) return std::nullopt;
    } catch (const CoinError& stopped) {
        return fail(errc::internal,
                    "the linear programme stopped in " + stopped.methodName() + ": " + stopped.message(),
                    "report it with the input that led here");
    }
    return fail(errc::internal,
                "a linear programme of " + std::to_string(program.rows.size()) + " rows and " +
                    std::to_string(program.objective.size()) + " columns ended with status " + std::to_string(ended) +
                    " instead of an answer",
                "report it with the input that led here");
}

}  // namespace concordat

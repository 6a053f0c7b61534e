// SPDX-License-Identifier: Apache-2.0
/// Internal: linear programmes, for those who state them. Who solves them is known to one body alone.
#pragma once

#include "concordat/core/error.hpp"

#include <limits>
#include <optional>
#include <vector>

namespace concordat::detail::programming {

inline constexpr double unlimited = std::numeric_limits<double>::infinity();

/// `low <= coefficients · x <= high`, with a coefficient for each column; `high` may be unlimited.
struct program_row {
    std::vector<double> coefficients;
    double low = 0;
    double high = unlimited;
};

/// Maximise `objective · x` over `lower <= x <= upper`, which are finite, and the rows: so there is a greatest value
/// wherever there is a point.
struct linear_program {
    std::vector<double> objective;
    std::vector<double> lower;
    std::vector<double> upper;
    std::vector<program_row> rows;
};

struct program_solution {
    double objective = 0;
    std::vector<double> values;
};

/// The best point, or nothing where the rows leave none. Rows hold within 1e-10; data are of the size of 1. By COIN-OR
/// CLP's dual simplex from the slack basis, without presolve and scaling: so the same programme takes the same steps,
/// and shares nothing with another thread. It prints nothing, and reads neither files nor the environment. A programme
/// that it gives up on is the engine's fault (E901).
[[nodiscard]] result<std::optional<program_solution>> solve(const linear_program&);

}  // namespace concordat::detail::programming

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_linear_program.ipp"
#endif

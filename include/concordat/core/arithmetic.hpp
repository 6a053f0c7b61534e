// SPDX-License-Identifier: Apache-2.0
/// The floating-point environment that every result of this library is computed in, whatever the host program has set.
#pragma once

#include <cfenv>

namespace concordat {

/// While one lives, its thread rounds to nearest, keeps subnormal numbers and traps nothing; then the thread's own
/// environment stands again, flags included. Functions whose results are published hold one. About 50 ns.
class standard_arithmetic {
public:
    standard_arithmetic() noexcept {
        std::fegetenv(&saved_);
        std::fesetenv(FE_DFL_ENV);
    }
    ~standard_arithmetic() { std::fesetenv(&saved_); }
    standard_arithmetic(const standard_arithmetic&) = delete;
    standard_arithmetic& operator=(const standard_arithmetic&) = delete;

private:
    std::fenv_t saved_{};
};

}  // namespace concordat

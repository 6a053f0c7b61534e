// SPDX-License-Identifier: Apache-2.0
#include "concordat/core/arithmetic.hpp"

#include <catch2/catch.hpp>
#include <cfenv>
#if defined(__SSE2__)
#include <xmmintrin.h>
#endif

namespace {

double third() {
    volatile double one = 1;
    volatile double three = 3;
    return one / three;
}

}  // namespace

TEST_CASE("results are rounded to nearest whatever the host has set, and the host's setting comes back", "[core]") {
    const double nearest = third();
    REQUIRE(std::fesetround(FE_UPWARD) == 0);
    const double upward = third();
    double inside = 0;
    {
        const concordat::standard_arithmetic scope;
        inside = third();
    }
    const int after = std::fegetround();
    std::fesetround(FE_TONEAREST);
    CHECK(upward > nearest);
    CHECK(inside == nearest);
    CHECK(after == FE_UPWARD);
}

TEST_CASE("exceptions that were raised inside do not show in the host's flags", "[core]") {
    std::feclearexcept(FE_ALL_EXCEPT);
    {
        const concordat::standard_arithmetic scope;
        CHECK(third() > 0);
        CHECK(std::fetestexcept(FE_INEXACT) != 0);
    }
    CHECK(std::fetestexcept(FE_INEXACT) == 0);
}

#if defined(__SSE2__)
TEST_CASE("subnormal numbers are kept although the host flushes them to zero", "[core]") {
    constexpr unsigned flush_to_zero = 0x8000;
    constexpr unsigned denormals_are_zero = 0x0040;
    const unsigned before = _mm_getcsr();
    _mm_setcsr(before | flush_to_zero | denormals_are_zero);
    volatile double smallest_normal = 0x1p-1022;
    const double flushed = smallest_normal / 2;
    double inside = 0;
    {
        const concordat::standard_arithmetic scope;
        inside = smallest_normal / 2;
    }
    const unsigned after = _mm_getcsr();
    _mm_setcsr(before);
    CHECK(flushed == 0);
    CHECK(inside == 0x1p-1023);
    CHECK((after & (flush_to_zero | denormals_are_zero)) == (flush_to_zero | denormals_are_zero));
}
#endif

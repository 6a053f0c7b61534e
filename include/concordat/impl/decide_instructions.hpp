// SPDX-License-Identifier: Apache-2.0
/// The same source compiled for several instruction sets, one of which is taken while the program runs. No function is
/// resolved before `main`, which the sanitizers would not survive, and no inline function of the standard library is
/// left behind compiled for instructions that a processor may lack: all that a body calls is inlined into it or is the
/// program's plain copy. Internal.
#pragma once

#include "concordat/decide/rank_probability.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#define CONCORDAT_X86_SETS 1
#include <immintrin.h>
#else
#define CONCORDAT_X86_SETS 0
#endif

#include <type_traits>

namespace concordat::detail {

/// Tells a body which set it is being compiled for.
template <instruction_set Set>
using compiled_for = std::integral_constant<instruction_set, Set>;

#if CONCORDAT_X86_SETS
template <class Body>
[[gnu::flatten, gnu::target("avx2")]] inline void run_avx2(Body& body) {
    body(compiled_for<instruction_set::avx2>{});
}
#if defined(__clang__)
template <class Body>
[[gnu::flatten, gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] inline void run_avx512(Body& body) {
    body(compiled_for<instruction_set::avx512>{});
}
#else
template <class Body>
[[gnu::flatten, gnu::target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512")]] inline void run_avx512(
    Body& body) {
    body(compiled_for<instruction_set::avx512>{});
}
#endif
#endif

template <class Body>
#if defined(__GNUC__)
[[gnu::flatten]]
#endif
inline void
run_baseline(Body& body) {
    body(compiled_for<instruction_set::baseline>{});
}

/// The widest of the sets that is allowed and that this processor has.
[[nodiscard]] inline instruction_set usable(instruction_set allowed) {
#if CONCORDAT_X86_SETS
    const bool wide = allowed == instruction_set::best || allowed == instruction_set::avx512;
    if (wide && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        return instruction_set::avx512;
    if (allowed != instruction_set::baseline && __builtin_cpu_supports("avx2")) return instruction_set::avx2;
#endif
    (void)allowed;
    return instruction_set::baseline;
}

/// Calls the body, compiled for the set, which is one that `usable` gave.
template <class Body>
void run_with([[maybe_unused]] instruction_set set, Body&& body) {
#if CONCORDAT_X86_SETS
    if (set == instruction_set::avx512) return run_avx512(body);
    if (set == instruction_set::avx2) return run_avx2(body);
#endif
    run_baseline(body);
}

}  // namespace concordat::detail

// SPDX-License-Identifier: Apache-2.0
/// How this build is put together: compiled library (the default) or header-only, and the one assertion macro.
#pragma once

/// The version of the engine, and of its arithmetic: a change of any bit of any result is a new `numerics`.
#define CONCORDAT_VERSION_MAJOR 0
#define CONCORDAT_VERSION_MINOR 1
#define CONCORDAT_VERSION_PATCH 0
#define CONCORDAT_NUMERICS 3

#ifndef CONCORDAT_HEADER_ONLY
#define CONCORDAT_HEADER_ONLY 0
#endif

/// Marks the functions of `impl/*.ipp`, which a header-only build sees in every file that includes them.
#if CONCORDAT_HEADER_ONLY
#define CONCORDAT_INLINE inline
#else
#define CONCORDAT_INLINE
#endif

/// A programmer's mistake, never a user's: no file that somebody wrote may trip it. On unless NDEBUG.
#ifndef CONCORDAT_ASSERT
#include <cassert>
#define CONCORDAT_ASSERT(condition) assert(condition)
#endif

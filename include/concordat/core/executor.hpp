// SPDX-License-Identifier: Apache-2.0
/// Work in blocks over threads, with results that do not depend on how many there are: the caller gives each block its
/// own place to write, and combines them in block order.
#pragma once

#include "concordat/core/config.hpp"

#include <cstddef>
#include <functional>

namespace concordat {

/// Told of progress, and asked whether to go on. Called from one thread at a time.
/// `done` of `total` blocks are finished; returning false stops the work soon after.
using progress_callback = std::function<bool(std::size_t done, std::size_t total)>;

/// Runs `block(i)` for i in [0, blocks) on at most `threads` threads, the caller's among them (0: as many as the
/// machine has). Every block runs with round-to-nearest and without flush-to-zero, whatever the caller's floating-point
/// environment, which is restored. Returns false when `progress` asked to stop; then some blocks may not have run, and
/// it is not called again. An exception from a block or from `progress` stops the work and is rethrown here.
[[nodiscard]] bool for_each_block(std::size_t blocks, unsigned threads, const std::function<void(std::size_t)>& block,
                                  const progress_callback& progress = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/core_executor.ipp"
#endif

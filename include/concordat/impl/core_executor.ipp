// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/executor.hpp"

#include "concordat/core/arithmetic.hpp"

#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>
#include <oneapi/tbb/task_group.h>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace concordat {

CONCORDAT_INLINE bool for_each_block(std::size_t blocks, unsigned threads,
                                     const std::function<void(std::size_t)>& block, const progress_callback& progress) {
    std::atomic<bool> stopped = false;
    std::mutex reporting;
    std::size_t done = 0;
    // Isolated: a block of an outer loop that is being stopped still gets all of its own inner blocks.
    tbb::task_group_context group(tbb::task_group_context::isolated);

    const auto run_one = [&](std::size_t i) {
        if (stopped.load(std::memory_order_relaxed)) return;
        {
            const standard_arithmetic scope;
            block(i);
        }
        if (!progress) return;
        const std::lock_guard lock(reporting);
        if (stopped.load(std::memory_order_relaxed)) return;  // nobody is asked again after saying no
        if (progress(++done, blocks)) return;
        stopped.store(true, std::memory_order_relaxed);
        group.cancel_group_execution();
    };

    // Asking for more than the host allows would make the library print a warning.
    const std::size_t allowed = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
    const std::size_t wanted = threads == 0 ? allowed : std::min<std::size_t>(threads, allowed);
    tbb::task_arena arena(static_cast<int>(wanted));
    arena.execute([&] { tbb::parallel_for(std::size_t{0}, blocks, run_one, tbb::simple_partitioner{}, group); });
    return !stopped.load(std::memory_order_relaxed);
}

}  // namespace concordat

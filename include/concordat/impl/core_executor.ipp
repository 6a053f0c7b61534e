// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/arithmetic.hpp"
#include "concordat/core/executor.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace concordat {

namespace detail {

/// Blocks are handed out one by one in order; whoever is free takes the next. Plain threads, so that the thread
/// sanitizer sees every step of it.
class block_queue {
public:
    block_queue(std::size_t blocks, const std::function<void(std::size_t)>& block, const progress_callback& progress)
        : blocks_(blocks), block_(block), progress_(progress) {}

    /// Takes blocks until there are none or somebody asked to stop. Any number of threads may be in here.
    void work() noexcept {
        while (!stopped_.load(std::memory_order_relaxed)) {
            const auto i = next_.fetch_add(1, std::memory_order_relaxed);
            if (i >= blocks_) return;
            try {
                run_one(i);
            } catch (...) {
                const std::lock_guard lock(reporting_);
                if (!broken_) broken_ = std::current_exception();
                stopped_.store(true, std::memory_order_relaxed);
            }
        }
    }

    /// Once every thread has left `work`.
    [[nodiscard]] bool finished() const {
        if (broken_) std::rethrow_exception(broken_);
        return !stopped_.load(std::memory_order_relaxed);
    }

private:
    void run_one(std::size_t i) {
        {
            const standard_arithmetic scope;
            block_(i);
        }
        if (!progress_) return;
        const std::lock_guard lock(reporting_);
        if (stopped_.load(std::memory_order_relaxed)) return;  // nobody is asked again after saying no
        if (!progress_(++done_, blocks_)) stopped_.store(true, std::memory_order_relaxed);
    }

    std::size_t blocks_;
    const std::function<void(std::size_t)>& block_;
    const progress_callback& progress_;
    std::atomic<std::size_t> next_ = 0;
    std::atomic<bool> stopped_ = false;
    std::mutex reporting_;
    std::size_t done_ = 0;
    std::exception_ptr broken_;
};

}  // namespace detail

CONCORDAT_INLINE bool for_each_block(std::size_t blocks, unsigned threads,
                                     const std::function<void(std::size_t)>& block, const progress_callback& progress) {
    const std::size_t wanted = threads == 0 ? std::max(1u, std::thread::hardware_concurrency()) : threads;
    detail::block_queue queue(blocks, block, progress);
    {
        // The caller's thread works too, and carries on alone where the system has no more threads to give.
        std::vector<std::jthread> helpers;
        try {
            while (helpers.size() + 1 < std::min(wanted, blocks)) helpers.emplace_back([&queue] { queue.work(); });
        } catch (const std::system_error&) {
        }
        queue.work();
    }
    return queue.finished();
}

}  // namespace concordat

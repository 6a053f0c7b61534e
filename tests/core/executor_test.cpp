// SPDX-License-Identifier: Apache-2.0
#include "concordat/core/executor.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <cfenv>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using concordat::for_each_block;

TEST_CASE("every block runs exactly once, for any number of threads", "[core]") {
    const auto threads = GENERATE(0u, 1u, 2u, 3u, 7u, 16u);
    const auto blocks = GENERATE(std::size_t{1}, std::size_t{2}, std::size_t{1000});
    std::vector<std::atomic<int>> runs(blocks);
    CHECK(for_each_block(blocks, threads, [&](std::size_t i) { ++runs[i]; }));
    CHECK(std::all_of(runs.begin(), runs.end(), [](const auto& n) { return n == 1; }));
}

TEST_CASE("no blocks are done at once", "[core]") {
    CHECK(for_each_block(0, 2, [](std::size_t) { FAIL("there is no block"); }));
}

TEST_CASE("with one thread the caller's thread does the work alone", "[core]") {
    std::set<std::thread::id> seen;
    CHECK(for_each_block(100, 1, [&](std::size_t) { seen.insert(std::this_thread::get_id()); }));
    CHECK(seen == std::set{std::this_thread::get_id()});
}

TEST_CASE("no more blocks run at a time than there are threads", "[core]") {
    std::atomic<int> running = 0;
    std::atomic<int> most = 0;
    CHECK(for_each_block(200, 2, [&](std::size_t) {
        const int now = ++running;
        int seen = most;
        while (seen < now && !most.compare_exchange_weak(seen, now)) {
        }
        std::this_thread::yield();
        --running;
    }));
    CHECK(most <= 2);
}

TEST_CASE("progress rises by one block at a time to the total", "[core]") {
    const auto threads = GENERATE(1u, 2u, 7u);
    std::vector<std::size_t> reports;
    const auto progress = [&](std::size_t done, std::size_t total) {
        reports.push_back(done);
        return total == 50;
    };
    CHECK(for_each_block(
        50, threads, [](std::size_t) {}, progress));
    REQUIRE(reports.size() == 50);
    for (std::size_t i = 0; i < reports.size(); ++i) CHECK(reports[i] == i + 1);
}

TEST_CASE("work stops when progress says so, and progress is not asked again", "[core]") {
    const auto threads = GENERATE(1u, 2u, 16u);
    std::atomic<int> runs = 0;
    int asked = 0;
    const auto stop_at_five = [&](std::size_t done, std::size_t) {
        ++asked;
        return done < 5;
    };
    CHECK_FALSE(for_each_block(
        100'000, threads, [&](std::size_t) { ++runs; }, stop_at_five));
    CHECK(asked == 5);
    CHECK(runs >= 5);
    CHECK(runs < 100'000);
}

TEST_CASE("an exception of a block or of progress reaches the caller", "[core]") {
    const auto threads = GENERATE(1u, 2u, 16u);
    const auto fail_at_three = [](std::size_t i) {
        if (i == 3) throw std::out_of_range("block 3");
    };
    CHECK_THROWS_AS((void)for_each_block(10, threads, fail_at_three), std::out_of_range);
    const auto failing = [](std::size_t, std::size_t) -> bool { throw std::length_error("no"); };
    CHECK_THROWS_AS((void)for_each_block(
                        10, threads, [](std::size_t) {}, failing),
                    std::length_error);
}

TEST_CASE("blocks may hand out blocks of their own", "[core]") {
    std::atomic<int> runs = 0;
    std::atomic<int> unfinished = 0;
    const auto inner = [&](std::size_t) { ++runs; };
    CHECK(for_each_block(8, 2, [&](std::size_t) { unfinished += for_each_block(8, 2, inner) ? 0 : 1; }));
    CHECK(runs == 64);
    CHECK(unfinished == 0);
}

TEST_CASE("blocks round to nearest, and the caller's rounding comes back", "[core]") {
    const auto third = [] {
        volatile double one = 1;
        volatile double three = 3;
        return one / three;
    };
    const double nearest = third();
    std::vector<double> inside(64);
    REQUIRE(std::fesetround(FE_UPWARD) == 0);
    const bool finished = for_each_block(inside.size(), 2, [&](std::size_t i) { inside[i] = third(); });
    const int after = std::fegetround();
    std::fesetround(FE_TONEAREST);
    CHECK(finished);
    CHECK(after == FE_UPWARD);
    CHECK(std::all_of(inside.begin(), inside.end(), [&](double x) { return x == nearest; }));
}

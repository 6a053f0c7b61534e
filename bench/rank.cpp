// SPDX-License-Identifier: Apache-2.0
// Rank probabilities of tables of a study's size, beside the loop of a textbook. Before anything is timed, both must
// estimate the same probabilities, to within what so many samples can tell.
#include "peers/textbook_ranks.hpp"
#include "tables.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <iostream>
#include <string>

namespace {

using concordat::performance_table;
using concordat::bench::samples;
using concordat::bench::table_size;

concordat::rank_probabilities engine_ranks(const performance_table& table, unsigned threads) {
    return concordat::rank_probability(table, concordat::bench::nobody_was_asked(),
                                       {.samples = samples, .seed = 1, .threads = threads, .progress = {}})
        .value();
}

/// Two independent estimates of one probability from so many samples each: five standard errors of their difference,
/// and as many samples for probabilities so small that the normal law is no guide.
bool agree(std::uint64_t a, std::uint64_t b) {
    const double n = static_cast<double>(samples), p = static_cast<double>(a) / n, q = static_cast<double>(b) / n;
    return std::fabs(p - q) <= 5 * std::sqrt((p * (1 - p) + q * (1 - q)) / n) + 5 / n;
}

bool same_probabilities(const table_size& size) {
    const auto table = concordat::bench::table_of(size);
    const auto own = engine_ranks(table, 1);
    const auto theirs = concordat::bench::textbook_ranks(table, samples, 1);
    bool same = true;
    for (std::size_t o = 0; o < size.options; ++o)
        for (std::size_t i = 0; i < size.options; ++i) {
            const auto at = o * size.options + i;
            if (agree(own.rank_count(o, i + 1), theirs.ranks[at]) &&
                (o == i || agree(own.win_count(o, i), theirs.wins[at])))
                continue;
            std::cerr << size.name() << ": option " << o << " and rank or option " << i << ": the engine counts "
                      << own.rank_count(o, i + 1) << " and " << own.win_count(o, i) << ", the textbook "
                      << theirs.ranks[at] << " and " << theirs.wins[at] << '\n';
            same = false;
        }
    return same;
}

void engine(benchmark::State& state, const table_size& size, unsigned threads) {
    const auto table = concordat::bench::table_of(size);
    for (auto _ : state) benchmark::DoNotOptimize(engine_ranks(table, threads));
}

void textbook(benchmark::State& state, const table_size& size) {
    const auto table = concordat::bench::table_of(size);
    for (auto _ : state) benchmark::DoNotOptimize(concordat::bench::textbook_ranks(table, samples, 1));
}

void add(const std::string& name, void (*run)(benchmark::State&, const table_size&), const table_size& size) {
    benchmark::RegisterBenchmark((size.name() + "/" + name).c_str(), run, size)
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    for (const auto& size : concordat::bench::table_sizes) {
        if (!same_probabilities(size)) return 1;
        add(
            "engine", [](auto& state, const auto& s) { engine(state, s, 1); }, size);
        add(
            "engine, two threads", [](auto& state, const auto& s) { engine(state, s, 2); }, size);
        add("textbook", textbook, size);
    }
    benchmark::RunSpecifiedBenchmarks();
}

// SPDX-License-Identifier: Apache-2.0
// Reading: from the files to a model that is checked and frozen, with its vocabulary, its sources and all that it
// extends. The files stay in the system's cache; what is timed is opening, parsing, checking and freezing.
#include "support.hpp"

#include <benchmark/benchmark.h>

#include <string>
#include <utility>

namespace {

void load_baseline(benchmark::State& state, std::string_view area) {
    const auto path = concordat::bench::path_of_model(area);
    for (auto _ : state) benchmark::DoNotOptimize(concordat::load_model(path).value());
    const auto loaded = concordat::load_model(path).value();
    state.counters["actors"] = static_cast<double>(loaded.actors().size());
    state.counters["relations"] = static_cast<double>(loaded.relations().size());
}

/// The part of it that checks and freezes; the copy of the parts that it consumes is not timed.
void freeze(benchmark::State& state) {
    const auto parts = concordat::bench::scotland("full").parts();
    for (auto _ : state) {
        state.PauseTiming();
        auto copy = parts;
        state.ResumeTiming();
        benchmark::DoNotOptimize(concordat::model::make(std::move(copy)).value());
    }
}

void load_reform_o6(benchmark::State& state) {
    const auto path = concordat::bench::path_of_reform("o6");
    for (auto _ : state) benchmark::DoNotOptimize(concordat::load_reform(path).value());
}

}  // namespace

int main(int argc, char** argv) {
    for (const auto area : concordat::bench::baselines)
        benchmark::RegisterBenchmark(("load scotland." + std::string(area)).c_str(), load_baseline, area)
            ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("check and freeze scotland.full", freeze)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("load reforms.ncs.o6", load_reform_o6)->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
}

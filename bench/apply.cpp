// SPDX-License-Identifier: Apache-2.0
// What-if: the draft amendments of June 2024 (O6), whose one file applies to each of the four arrangements, and what
// they change there.
#include "support.hpp"

#include <benchmark/benchmark.h>

#include <span>
#include <string>

namespace {

concordat::reform o6() { return concordat::load_reform(concordat::bench::path_of_reform("o6")).value(); }

void apply(benchmark::State& state, std::string_view area) {
    const auto before = concordat::bench::scotland(area);
    const auto reform = o6();
    for (auto _ : state) benchmark::DoNotOptimize(concordat::apply(reform, before).value());
    state.counters["steps"] = static_cast<double>(reform.steps.size());
}

void diff(benchmark::State& state, std::string_view area) {
    const auto before = concordat::bench::scotland(area);
    const auto after = concordat::apply(o6(), before).value();
    std::size_t changes = 0;
    for (auto _ : state) changes = concordat::diff(before, after).size();
    state.counters["changes"] = static_cast<double>(changes);
}

/// As a person at a screen has it: the model after the reform, and each change with the step that made it.
void apply_and_diff(benchmark::State& state, std::string_view area) {
    const auto before = concordat::bench::scotland(area);
    const auto reform = o6();
    for (auto _ : state) {
        const auto applied = concordat::apply_recorded(std::span(&reform, 1), before).value();
        benchmark::DoNotOptimize(concordat::diff(before, applied));
    }
}

}  // namespace

int main(int argc, char** argv) {
    for (const auto area : concordat::bench::baselines) {
        const auto on = " scotland." + std::string(area);
        benchmark::RegisterBenchmark(("apply" + on).c_str(), apply, area)->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark(("diff" + on).c_str(), diff, area)->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark(("both" + on).c_str(), apply_and_diff, area)->Unit(benchmark::kMillisecond);
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
}

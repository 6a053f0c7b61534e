// SPDX-License-Identifier: Apache-2.0
// The thirty measures on scotland.full, each alone and all together; beside those that Boost.Graph has an algorithm
// for, that algorithm. Before anything is timed, both must give the same value.
#include "peers/boost_measures.hpp"
#include "support.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <string>
#include <vector>

namespace {

using concordat::any_measure;
using concordat::model;
using concordat::bench::boost_measure;

/// Sums over families run in another order on the two sides.
constexpr double tolerance = 1e-12;

std::vector<any_measure> thirty(const model& baseline) {
    std::vector<any_measure> measures;
    for (const auto& info : concordat::catalogue())
        if (!info.id.empty()) measures.push_back(concordat::make_measure(info.key, {}, &baseline).value());
    return measures;
}

std::vector<boost_measure> boost_measures() {
    auto all = concordat::bench::boost_access_measures();
    for (const auto& more :
         {concordat::bench::boost_accountability_measures(), concordat::bench::boost_structure_measures()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

/// Says which peers disagree on any of Scotland's arrangements.
bool same_values(const std::vector<any_measure>& measures, const std::vector<boost_measure>& peers) {
    bool same = true;
    for (const auto area : concordat::bench::baselines) {
        const auto m = concordat::bench::scotland(area);
        for (const auto& peer : peers) {
            const auto of_that_key = [&](const any_measure& own) { return own.info.key == peer.measure; };
            const auto own = std::find_if(measures.begin(), measures.end(), of_that_key);
            if (own == measures.end()) {
                std::cerr << peer.measure << ": no measure of that key\n";
                return false;
            }
            const auto found = own->evaluate(m);
            const double theirs = peer.value(m);
            if (found.value && std::fabs(*found.value - theirs) <= tolerance) continue;
            std::cerr << peer.measure << " on scotland." << area << ": the engine says "
                      << (found.value ? concordat::shortest(*found.value) : found.missing) << ", Boost.Graph "
                      << concordat::shortest(theirs) << '\n';
            same = false;
        }
    }
    return same;
}

void measure_alone(benchmark::State& state, const model& m, const any_measure& measure) {
    for (auto _ : state) benchmark::DoNotOptimize(measure(m));
    if (const auto found = measure(m); found.value) state.counters["value"] = *found.value;
}

void measure_all(benchmark::State& state, const model& m, const std::vector<any_measure>& measures) {
    for (auto _ : state)
        for (const auto& measure : measures) benchmark::DoNotOptimize(measure(m));
    state.counters["measures"] = static_cast<double>(measures.size());
}

void boost_alone(benchmark::State& state, const model& m, const boost_measure& peer) {
    for (auto _ : state) benchmark::DoNotOptimize(peer.value(m));
    state.counters["value"] = peer.value(m);
    state.SetLabel(std::string(peer.algorithm));
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;

    const auto m = concordat::bench::scotland("full");
    const auto baseline = concordat::bench::scotland("none");  // what disruption is measured from
    const auto measures = thirty(baseline);
    const auto peers = boost_measures();
    if (!same_values(measures, peers)) return 1;

    for (const auto& measure : measures) {
        const auto name = std::string(measure.info.id) + " " + std::string(measure.info.key);
        benchmark::RegisterBenchmark((name + "/engine").c_str(), [&](auto& state) {
            measure_alone(state, m, measure);
        })->Unit(benchmark::kMicrosecond);
        for (const auto& peer : peers)
            if (peer.measure == measure.info.key)
                benchmark::RegisterBenchmark((name + "/boost").c_str(), [&](auto& state) {
                    boost_alone(state, m, peer);
                })->Unit(benchmark::kMicrosecond);
    }
    benchmark::RegisterBenchmark("all together/engine", [&](auto& state) {
        measure_all(state, m, measures);
    })->Unit(benchmark::kMicrosecond);
    benchmark::RunSpecifiedBenchmarks();
}

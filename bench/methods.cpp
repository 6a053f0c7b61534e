// SPDX-License-Identifier: Apache-2.0
// The classical methods on tables from a handful of options to ten thousand. `bench_methods FILE` writes the tables and
// what the engine makes of them, which the peer reads and checks; without a file it times.
#include <concordat/concordat.hpp>

#include <benchmark/benchmark.h>

#include <array>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using concordat::criterion_preference;
using concordat::decision_matrix;
using concordat::document;

struct matrix_size {
    std::size_t options = 0;
    std::size_t criteria = 0;
    [[nodiscard]] std::string name() const { return std::to_string(options) + " x " + std::to_string(criteria); }
};

constexpr std::array<matrix_size, 2> matrix_sizes{{{10, 6}, {10'000, 20}}};
/// The peer compares every two options, which it can do for a few thousand.
constexpr std::array<matrix_size, 3> flow_sizes{{{1'000, 20}, {2'000, 20}, {10'000, 20}}};
constexpr std::size_t most_written = 2'000;

/// Values in [0, 1), every third criterion a cost.
decision_matrix matrix_of(const matrix_size& size) {
    concordat::stream draws(1, concordat::purpose::test, size.options);
    std::vector<std::string> options;
    for (std::size_t i = 0; i < size.options; ++i) options.push_back("o" + std::to_string(i));
    std::vector<concordat::matrix_criterion> criteria;
    for (std::size_t j = 0; j < size.criteria; ++j)
        criteria.push_back({"c" + std::to_string(j), j % 3 == 2 ? concordat::sense::lower : concordat::sense::higher,
                            static_cast<double>(1 + j % 5)});
    std::vector<double> values(size.options * size.criteria);
    draws.fill(values);
    return decision_matrix::make(std::move(options), std::move(criteria), values).value();
}

/// The five functions that need no pairs, in turn.
std::vector<criterion_preference> preferences_for(std::size_t criteria) {
    using enum concordat::preference_function;
    constexpr auto none = std::nullopt;
    const std::array<criterion_preference, 5> functions{{{usual, none, none, none},
                                                         {u_shape, 0.125, none, none},
                                                         {v_shape, none, 0.5, none},
                                                         {level, 0.125, 0.375, none},
                                                         {linear, 0.0625, 0.375, none}}};
    std::vector<criterion_preference> preferences;
    for (std::size_t j = 0; j < criteria; ++j) preferences.push_back(functions[j % functions.size()]);
    return preferences;
}

template <class Numbers>
document list_of(const Numbers& numbers) {
    return document::list(numbers, [](const auto& number) { return document(number); });
}

document described(const matrix_size& size) {
    const auto matrix = matrix_of(size);
    auto values = document::array{}, weights = values, benefits = values;
    for (std::size_t j = 0; j < size.criteria; ++j) {
        for (const double x : matrix.column(j)) values.emplace_back(x);
        weights.emplace_back(matrix.weight(j));
        benefits.emplace_back(matrix.more_is_better(j));
    }
    auto d = document::empty_object();
    d.set("name", size.name()).set("options", size.options).set("criteria", size.criteria);
    d.set("columns", std::move(values)).set("weights", std::move(weights)).set("benefits", std::move(benefits));
    return d;
}

document matrix_described(const matrix_size& size) {
    auto d = described(size);
    const auto matrix = matrix_of(size);
    const auto near = concordat::topsis(matrix).value();
    d.set("topsis", list_of(near.closeness)).set("topsis ranks", list_of(near.rank));
    const auto compromise = concordat::vikor(matrix).value();
    d.set("vikor", list_of(compromise.compromise)).set("vikor ranks", list_of(compromise.rank));
    const auto sums = concordat::additive_totals(matrix).value();
    d.set("additive", list_of(sums.totals)).set("additive ranks", list_of(sums.rank));
    return d;
}

document flows_described(const matrix_size& size) {
    auto d = described(size);
    const auto given = preferences_for(size.criteria);
    d.set("functions", document::list(given, [](const auto& each) {
              auto f = document::empty_object();
              f.set("function", std::string(name(each.function)));
              if (each.q) f.set("q", *each.q);
              if (each.p) f.set("p", *each.p);
              return f;
          }));
    const auto flows = concordat::promethee_flows(matrix_of(size), given).value();
    d.set("phi", list_of(flows.phi)).set("phi ranks", list_of(flows.rank));
    return d;
}

int write(const char* path) {
    std::vector<matrix_size> flows;
    for (const auto& size : flow_sizes)
        if (size.options <= most_written) flows.push_back(size);
    auto d = document::empty_object();
    d.set("matrices", document::list(matrix_sizes, matrix_described))
        .set("flows", document::list(flows, flows_described));
    std::ofstream out(path);
    out << concordat::to_json(d).value();
    return out.flush() ? 0 : 1;
}

template <class Method>
void add(const std::string& method, const matrix_size& size, Method run) {
    const auto timed = [size, run](benchmark::State& state) {
        const auto matrix = matrix_of(size);
        for (auto _ : state) benchmark::DoNotOptimize(run(matrix));
    };
    benchmark::RegisterBenchmark((method + " " + size.name() + "/engine").c_str(), timed)
        ->Unit(benchmark::kMicrosecond);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && argv[1][0] != '-') return write(argv[1]);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    for (const auto& size : matrix_sizes) {
        add("TOPSIS with its tables", size, [](const auto& matrix) { return concordat::topsis(matrix).value(); });
        add("TOPSIS", size, [](const auto& matrix) {
            return concordat::topsis(matrix, concordat::column_scale::vector, concordat::working_tables::left_out)
                .value();
        });
        add("VIKOR", size, [](const auto& matrix) { return concordat::vikor(matrix).value(); });
        add("additive", size, [](const auto& matrix) { return concordat::additive_totals(matrix).value(); });
    }
    for (const auto& size : flow_sizes)
        add("PROMETHEE flows", size, [functions = preferences_for(size.criteria)](const auto& matrix) {
            return concordat::promethee_flows(matrix, functions).value();
        });
    benchmark::RunSpecifiedBenchmarks();
}

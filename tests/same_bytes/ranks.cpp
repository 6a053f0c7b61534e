// SPDX-License-Identifier: Apache-2.0
// Ranks tables that have every kind of cell and of weights, and prints each result to its last bit. Built several times
// for several processors: all must print the same.
#include "concordat/decide/additive.hpp"
#include "concordat/decide/rank_probability.hpp"
#include "concordat/decide/uncertainty_split.hpp"
#include "concordat/decide/value_of_information.hpp"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace concordat;

namespace {

quantity random_cell(stream& s) {
    const double a = s.uniform(), b = a + s.uniform(), c = b + s.uniform();
    switch (s.bits32() % 6) {
        case 0:
            return interval_value{a, b};
        case 1:
            return triangular_value{a, b, c};
        case 2:
            return discrete_value{{{a, 0.25}, {b, 0.75}}};
        case 3:
            return empirical_value{{a, b, c}};
        case 4:
            return normal_value{b, 0.25 + a};
        default:
            return exact_value{b};
    }
}

table_scenarios random_scenarios(std::uint64_t seed, std::size_t options, std::size_t criteria) {
    stream s(seed, purpose::test, 0);
    table_scenarios made;
    made.table.branches = {{"B", "", ""}};
    for (std::size_t j = 0; j < criteria; ++j) {
        table_criterion criterion;
        criterion.key = "C" + std::to_string(j);
        criterion.value = linear_shape{0, 2.5};
        if (j % 3 == 1) criterion.value = peaked_shape{-0.5, 1, 3};
        if (j % 2 == 1) criterion.parent = "B";
        criterion.gaps = gap_rule::whole_scale;
        made.table.criteria.push_back(criterion);
    }
    for (std::size_t i = 0; i < options; ++i) made.table.options.push_back({"O" + std::to_string(i), ""});
    for (std::size_t k = 0; k < options * criteria; ++k) made.table.cells.push_back(random_cell(s));
    made.table.cells.back() = missing_value{};
    for (int graph = 0; graph < 5; ++graph) {
        made.cells.push_back(made.table.cells);
        for (std::size_t k = 0; k < options * criteria; k += 3) made.cells.back()[k] = exact_value{s.uniform()};
    }
    return made;
}

void print(const char* what, const estimate& e) { std::printf("%s %a %a\n", what, e.value, e.standard_error); }

void print_ranks(const rank_probabilities& found) {
    for (std::size_t i = 0; i < found.option_count(); ++i) {
        for (std::size_t rank = 1; rank <= found.option_count(); ++rank)
            std::printf("%llu ", static_cast<unsigned long long>(found.rank_count(i, rank)));
        print("first", found.first(i));
        print("expected rank", found.expected_rank(i));
        for (std::size_t k = 0; k < found.option_count(); ++k) print("beats", found.beats(i, k));
        for (const double weight : found.central_weights(i)) std::printf("%a ", weight);
        std::printf("\n");
    }
}

void print_all(const table_scenarios& scenarios, const weight_set& weights, const rank_sampling& sampling) {
    const auto sum = additive(scenarios.table, weights).value();
    for (const auto& option : sum.options) std::printf("%a\n", option.overall);
    print_ranks(rank_probability(scenarios, weights, sampling).value());
    print_ranks(rank_probability(scenarios.table, weights, sampling).value());
    const auto known = value_of_information_of(scenarios, weights, {}, sampling).value();
    print("evpi", known.evpi);
    for (const auto& criterion : known.criteria) print("evppi", criterion);
    const auto split = uncertainty_split_of(scenarios, weights, sampling).value().overall;
    print("weights", split.weights);
    print("ratings", split.ratings);
    print("scenarios", split.scenarios);
}

}  // namespace

int main(int count, char** words) {
    rank_sampling sampling;
    sampling.samples = 1201;
    sampling.threads = count > 1 ? static_cast<unsigned>(std::strtoul(words[1], nullptr, 10)) : 1;
    for (const std::size_t options : {2U, 7U, 12U})
        for (std::uint64_t seed = 0; seed < 2; ++seed) {
            sampling.seed = seed;
            const auto scenarios = random_scenarios(seed, options, 6);
            print_all(scenarios, {}, sampling);
            weight_set order;
            order.how = elicitation::ordinal;
            order.preferences = {{"", {"C2", "B", "C0", "C4"}, {}, {}}, {"B", {"C3", "C1", "C5"}, {}, {}}};
            print_all(scenarios, order, sampling);
        }
    return 0;
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/run_diff.hpp"

#include <catch2/catch.hpp>

#include <cmath>

using namespace concordat;

namespace {

/// One baseline, one weight set, two options and a criterion.
run_summary small_run() {
    run_summary run;
    run.study = "studies.small";
    run.weights = {{"weights.w", elicitation::none, false}};
    run.rankings = {
        {"north", "weights.w", missing_treatment::as_stated, {{"a", {0.6, 0.01}, {}}, {"b", {0.4, 0.01}, {}}}}};
    run.values = {{"north", "a", "reach", "index", exact_value{0.5}},
                  {"north", "b", "reach", "index", missing_value{}}};
    return run;
}

}  // namespace

TEST_CASE("a run does not differ from itself") {
    const auto d = diff(small_run(), small_run());
    CHECK(d.alone.empty());
    REQUIRE(d.leaders.size() == 1);
    CHECK(d.leaders[0].same_options());
    REQUIRE(d.first.size() == 2);
    CHECK(d.first[0].difference.value == 0);
    CHECK_FALSE(d.first[0].beyond_sampling);
    CHECK(d.values.empty());
    CHECK(d.values_compared == 2);
}

TEST_CASE("a difference is beyond sampling when it passes two standard errors of both runs together") {
    auto after = small_run();
    // Errors of 0.03 and 0.04 make 0.05 together; two of them are 0.1.
    auto before = small_run();
    before.rankings[0].options = {{"a", {0.5, 0.03}, {}}, {"b", {0.5, 0.03}, {}}};
    after.rankings[0].options = {{"a", {0.59, 0.04}, {}}, {"b", {0.39, 0.04}, {}}};
    const auto d = diff(before, after);
    CHECK(d.first[0].difference.value == Approx(0.09).margin(1e-15));
    CHECK(d.first[0].difference.standard_error == Approx(0.05).margin(1e-15));
    CHECK_FALSE(d.first[0].beyond_sampling);
    CHECK(d.first[1].difference.value == Approx(-0.11).margin(1e-15));
    CHECK(d.first[1].beyond_sampling);
}

TEST_CASE("where nothing was drawn any difference is one") {
    auto before = small_run(), after = small_run();
    before.rankings[0].options = {{"a", {1, 0}, {}}, {"b", {0, 0}, {}}};
    after.rankings[0].options = {{"a", {1, 0}, {}}, {"b", {1, 0}, {}}};
    const auto d = diff(before, after);
    CHECK_FALSE(d.first[0].beyond_sampling);
    CHECK(d.first[1].beyond_sampling);
    CHECK(d.leaders[0].before.options == std::vector<std::string>{"a"});
    CHECK(d.leaders[0].after.options == std::vector<std::string>{"a", "b"});
    CHECK_FALSE(d.leaders[0].same_options());
}

TEST_CASE("who comes first is told with whom it is not separated from, and a tie with all of its options") {
    auto before = small_run();
    before.rankings[0].options = {{"a", {0.5, 0.01}, {"b"}}, {"b", {0.3, 0.01}, {"a", "c"}}, {"c", {0.2, 0.01}, {"b"}}};
    auto after = before;
    after.rankings[0].options = {
        {"a", {0.4, 0.01}, {"b", "c"}}, {"b", {0.4, 0.01}, {"a", "c"}}, {"c", {0.2, 0.01}, {"a", "b"}}};
    const auto d = diff(before, after);
    CHECK(d.leaders[0].before == most_often_first{{"a"}, {0.5, 0.01}, {"b"}});
    CHECK(d.leaders[0].after == most_often_first{{"a", "b"}, {0.4, 0.01}, {"c"}});
}

TEST_CASE("values differ by value, by being missing, by their spread and by their unit") {
    auto before = small_run(), after = small_run();
    before.values = {{"", "a", "v", "index", exact_value{0.5}},
                     {"", "a", "gone", "index", exact_value{0.5}},
                     {"", "a", "spread", "index", interval_value{0, 1}},
                     {"", "a", "unit", "days", exact_value{2}},
                     {"", "a", "same", "index", missing_value{}}};
    after.values = {{"", "a", "v", "index", exact_value{std::nextafter(0.5, 1)}},
                    {"", "a", "gone", "index", missing_value{}},
                    {"", "a", "spread", "index", interval_value{0, 0.9}},
                    {"", "a", "unit", "weeks", exact_value{2}},
                    {"", "a", "same", "index", missing_value{}}};
    const auto d = diff(before, after);
    CHECK(d.values_compared == 5);
    REQUIRE(d.values.size() == 4);
    CHECK(d.values[0].criterion == "v");
    CHECK(is_missing(d.values[1].after));
    CHECK(d.values[3].unit_before == "days");
    CHECK(d.values[3].unit_after == "weeks");
}

TEST_CASE("what one run has alone is told, and not compared") {
    auto before = small_run(), after = small_run();
    after.weights = {{"weights.other", elicitation::direct, false}};
    after.rankings[0].weights = "weights.other";
    after.values[1].option = "c";
    after.values.push_back({"south", "a", "cost", "GBP", exact_value{3}});
    const auto d = diff(before, after);
    CHECK(d.alone == std::vector<lone_part>{{run_part::baseline, "south", false},
                                            {run_part::weights, "weights.w", true},
                                            {run_part::weights, "weights.other", false},
                                            {run_part::option, "b", true},
                                            {run_part::option, "c", false},
                                            {run_part::criterion, "cost", false}});
    CHECK(d.leaders.empty());
    CHECK(d.first.empty());
    CHECK(d.values_compared == 1);
    CHECK(name(run_part::criterion) == "criterion");
}

TEST_CASE("an option that one ranking lacks is not set beside anything") {
    auto after = small_run();
    after.rankings[0].options.erase(after.rankings[0].options.begin());
    const auto d = diff(small_run(), after);
    REQUIRE(d.first.size() == 1);
    CHECK(d.first[0].option == "b");
    CHECK(d.leaders[0].after.options == std::vector<std::string>{"b"});
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/decision_sheet.hpp"

#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

const std::vector<cell>* line(const sheet& table, std::string_view what) {
    for (const auto& row : table.rows)
        if (row[0].text == what) return &row;
    return nullptr;
}

}  // namespace

TEST_CASE("every choice that could have been another is in the log") {
    auto s = small_study();
    s.assumptions = {{"all-open", "Every school is open.", "Nobody counted.", 0, {}}};
    const study_result found{.samples = 500, .seed = 3, .baselines = {}, .areas = {}};
    const auto table = decision_sheet(s, found);
    CHECK((*line(table, "The day that models are read as of"))[1].text == "each model's own");
    CHECK((*line(table, "D2: which way is better"))[1].text == "lower counts as better");
    CHECK((*line(table, "D2: its scale"))[1].text == "straight, from 1 (worst) to 3 (best)");
    CHECK((*line(table, "H2: a missing value counts as"))[1].text == "anything on its scale, equally likely");
    CHECK((*line(table, "Weak facts"))[1].text == "as stated; no tie is taken to be uncertain");
    CHECK((*line(table, "Samples and seed"))[1].text == "500, 3");
    const auto& assumed = *line(table, "Assumption all-open, level 0");
    CHECK(assumed[1].text == "Every school is open.");
    CHECK(assumed[2].text == "Nobody counted.");
}

TEST_CASE("a scale is told by its shape") {
    auto s = small_study();
    s.criteria.criteria[0].value = peaked_shape{0, 2, 9};
    s.criteria.criteria[1].value = threshold_shape{0.5, sense::lower};
    s.criteria.criteria[2].value = piecewise_shape{{{0, 0}, {3, 0.5}, {4, 1}}};
    const auto table = decision_sheet(s, {});
    CHECK((*line(table, "A1: its scale"))[1].text == "best at 2, worth nothing at 0 and 9");
    CHECK((*line(table, "D1: its scale"))[1].text == "all or nothing at 0.5, lower is good");
    CHECK((*line(table, "D2: its scale"))[1].text ==
          "straight between points: 0 is worth 0, 3 is worth 0.5, 4 is worth 1");
}

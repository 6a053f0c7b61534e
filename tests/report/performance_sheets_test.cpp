// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/performance_sheets.hpp"

#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("values stand in raw units, a missing one as a dash, and below them how weak their facts are") {
    const auto s = small_study();
    const auto found = run(s).value();
    const auto table = performance_by_option(s, found.baselines[0], {});
    REQUIRE(table.columns.size() == s.criteria.criteria.size() + 1);
    REQUIRE(table.rows.size() == s.options.size() + 1);
    CHECK(table.rows.back()[0].text == "weakest");
    for (std::size_t c = 0; c < s.criteria.criteria.size(); ++c) {
        const bool missing = s.criteria.criteria[c].key == "H2";
        CHECK((table.rows[0][c + 1].text == "-") == missing);
        if (!missing)
            CHECK(table.rows[0][c + 1].text == number_cell(mean(found.baselines[0].assessment.at(0, c).value), 2).text);
    }
}

TEST_CASE("a value too small for the digits gets as many as show it") {
    const auto s = small_study();
    auto found = run(s).value();
    found.baselines[0].assessment.cells[0].value = exact_value{0.00042};
    CHECK(performance_by_option(s, found.baselines[0], {}).rows[0][1].text == "0.0004");
    found.baselines[0].assessment.cells[0].value = exact_value{0.0};
    CHECK(performance_by_option(s, found.baselines[0], {}).rows[0][1].text == "0");
    found.baselines[0].assessment.cells[0].value = interval_value{0.25, 0.5};
    CHECK(performance_by_option(s, found.baselines[0], {}).rows[0][1].text == "0.25..0.5");
}

TEST_CASE("what is missing is listed with its reason, what it counts as, and how often") {
    const auto s = small_study();
    const auto table = missing_sheet(s, run(s).value());
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0][0].text.find("H2 ") == 0);
    CHECK(table.rows[0][1].text == "no judgement was given");
    CHECK(table.rows[0][3].text == "2");
}

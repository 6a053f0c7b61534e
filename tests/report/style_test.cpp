// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/style.hpp"

#include "concordat/report/performance_sheets.hpp"
#include "concordat/report/result_sheets.hpp"
#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("without a style a table is as wide as it takes; a width splits it and repeats the options") {
    const auto s = small_study();
    const auto found = run(s).value();
    const auto whole = result_sheets(s, found, {});
    report_style narrow;
    narrow.width = 20;
    const auto split = result_sheets(s, found, narrow);
    CHECK(split.size() > whole.size());
    for (const auto& each : split)
        if (each.columns.front().name == "option") CHECK(each.rows.front().front().text == "base");
}

TEST_CASE("digits are those after the point, at most") {
    const auto s = small_study();
    auto found = run(s).value();
    found.baselines[0].assessment.cells[0].value = exact_value{0.123456};
    report_style exact;
    exact.digits = 4;
    CHECK(performance_by_option(s, found.baselines[0], {}).rows[0][1].text == "0.12");
    CHECK(performance_by_option(s, found.baselines[0], exact).rows[0][1].text == "0.1235");
}

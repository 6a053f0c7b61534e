// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/case_study.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

using namespace concordat;

namespace {

event on(const char* when, const char* text) { return {parse_period(when).value(), text, {}, {}}; }

reported_figure figure(const char* key, const char* definition, double value, const char* unit, const char* when) {
    return {key, "Children in care", definition, value, unit, parse_period(when).value(), {}, {}};
}

case_study a_case(const char* key, std::vector<reported_figure> figures) {
    case_study c;
    c.key = key;
    c.title = key;
    c.figures = std::move(figures);
    return c;
}

const std::vector<case_study> three{
    a_case("ni", {figure("care-2024", "care.on-a-day", 3999, "children", "2024-03-31"),
                  figure("care-2023", "care.on-a-day", 3801, "children", "2023-03-31"),
                  figure("share", "care.share", 83, "percent", "2023-03-31")}),
    a_case("ie", {figure("care", "care.in-a-year", 5755, "children", "2022")}),
    a_case("fi", {figure("care", "care.on-a-day", 11300, "children", "2023"),
                  figure("taken", "care.in-a-year", 0.7, "percent", "2022")}),
};

}  // namespace

TEST_CASE("a timeline stands in order of time, and events of one time in theirs") {
    const auto events = in_order_of_time({on("2023", "c"), on("2021-07", "b"), on("2023", "d"), on("2016/2018", "a")});
    std::string order;
    for (const auto& e : events) order += e.text;
    CHECK(order == "abcd");
}

TEST_CASE("figures share a column only where definition and unit are the same in two cases") {
    const auto found = compare_figures(three);
    REQUIRE(found.shared.size() == 1);
    const auto& column = found.shared.front();
    CHECK(column.definition == "care.on-a-day");
    CHECK(column.unit == "children");
    std::vector<std::string> rows;
    for (const auto& f : column.figures) rows.push_back(f.case_key + " " + f.figure.key);
    CHECK(rows == std::vector<std::string>{"ni care-2023", "ni care-2024", "fi care"});
    std::vector<std::string> alone;
    for (const auto& f : found.alone) alone.push_back(f.case_key + " " + f.figure.key);
    CHECK(alone == std::vector<std::string>{"ni share", "ie care", "fi taken"});
}

TEST_CASE("every figure stands in one place, against counting by hand") {
    const auto found = compare_figures(three);
    std::map<std::pair<std::string, std::string>, std::set<std::string>> cases_of;
    std::size_t all = 0;
    for (const auto& c : three)
        for (const auto& f : c.figures) {
            cases_of[{f.definition, f.unit}].insert(c.key);
            ++all;
        }
    std::size_t placed = found.alone.size();
    for (const auto& column : found.shared) {
        CHECK(cases_of[{column.definition, column.unit}].size() >= 2);
        placed += column.figures.size();
        for (const auto& f : column.figures) CHECK(f.figure.definition == column.definition);
    }
    for (const auto& f : found.alone) CHECK(cases_of[{f.figure.definition, f.figure.unit}].size() == 1);
    CHECK(placed == all);
}

TEST_CASE("one case alone, and no case, share nothing") {
    CHECK(compare_figures({}).alone.empty());
    const auto alone = compare_figures({three.data(), 1});
    CHECK(alone.shared.empty());
    CHECK(alone.alone.size() == 3);
}

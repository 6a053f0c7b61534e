// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/indicator.hpp"

#include "concordat/core/random.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <tuple>

using namespace concordat;

namespace {

indicator_value row(std::string area, int year, std::string key, double value) {
    indicator_value v;
    v.area = std::move(area);
    v.year = year;
    v.indicator = std::move(key);
    v.value = value;
    v.unit = "%";
    v.source = "statistics";
    v.level = 3;
    return v;
}

indicator_parts small() {
    indicator_parts p;
    p.key = "indicators.small";
    p.title = "Two indicators";
    p.sources = {{"statistics", "Statistics", "https://example.org", {}, date{2026, 11, 22}, sourcing::official, {}},
                 {"background", "Background", {}, {}, {}, sourcing::background, {}}};
    p.catalogue = {{"attendance", "Attendance", "%", indicator_sense::higher, {}, {"statistics"}, {}, {}},
                   {"poverty", "Poverty", "%", indicator_sense::context, {}, {"statistics"}, {}, {}}};
    p.rows = {row("south", 2020, "attendance", 90), row("north", 2021, "attendance", 93),
              row("north", 2020, "attendance", 92), row("north", 2020, "poverty", 20)};
    return p;
}

std::string complaint(const indicator_parts& p) {
    const auto made = indicator_table::make(p);
    REQUIRE_FALSE(made.has_value());
    return to_string(made.error());
}

}  // namespace

TEST_CASE("a cell is found by area, year and indicator, and a missing one is not made up") {
    const auto t = indicator_table::make(small()).value();
    REQUIRE(t.find("north", 2020, "attendance") != nullptr);
    CHECK(t.find("north", 2020, "attendance")->value == 92);
    CHECK(t.find("south", 2021, "attendance") == nullptr);
    CHECK(t.find("south", 2020, "poverty") == nullptr);
    CHECK(t.find("west", 2020, "attendance") == nullptr);
    CHECK(t.of("attendance").size() == 3);
    CHECK(t.of("attendance", "north").size() == 2);
    CHECK(t.of("attendance", "north")[0].year == 2020);
    CHECK(t.of("none").empty());
    CHECK(t.find_indicator("poverty")->title == "Poverty");
    CHECK(t.find_indicator("none") == nullptr);
    CHECK(t.areas().size() == 2);
}

TEST_CASE("coverage counts the cells that are missing among all areas and the years there are") {
    const auto t = indicator_table::make(small()).value();
    const auto attendance = t.coverage("attendance");
    CHECK(attendance.areas == 2);
    CHECK(attendance.years == std::vector<int>{2020, 2021});
    CHECK(attendance.cells == 3);
    CHECK(attendance.missing == 1);
    CHECK(attendance.lowest == 90);
    CHECK(attendance.highest == 93);
    CHECK(t.coverage("poverty").missing == 1);
    CHECK(t.coverage("none") == indicator_coverage{});
}

TEST_CASE("every row of a large table is found again, whatever the order it came in") {
    stream random(5, purpose::test, 0);
    auto p = small();
    p.rows.clear();
    std::map<std::tuple<std::string, int, std::string>, double> kept;
    for (int i = 0; i < 4000; ++i) {
        auto r = row("a" + std::to_string(static_cast<int>(random.uniform() * 40)),
                     2000 + static_cast<int>(random.uniform() * 30), random.uniform() < 0.5 ? "attendance" : "poverty",
                     random.uniform());
        if (kept.emplace(std::tuple(r.area, r.year, r.indicator), r.value).second) p.rows.push_back(std::move(r));
    }
    const auto t = indicator_table::make(p).value();
    CHECK(t.rows().size() == kept.size());
    std::size_t wrong = 0;
    for (const auto& [cell, value] : kept) {
        const auto* found = t.find(std::get<0>(cell), std::get<1>(cell), std::get<2>(cell));
        wrong += found == nullptr || found->value != value ? 1u : 0u;
    }
    CHECK(wrong == 0);
}

TEST_CASE("every row is a fact with its level") {
    auto p = small();
    p.rows[3].level = 1;
    const auto count = count_evidence(facts_of(indicator_table::make(p).value()));
    CHECK(count.by_level[3] == 3);
    CHECK(count.by_level[1] == 1);
    CHECK(count.facts() == 4);
}

TEST_CASE("what is wrong with the rows is told") {
    auto p = small();
    SECTION("a cell twice") {
        p.rows.push_back(row("north", 2020, "poverty", 21));
        CHECK_THAT(complaint(p),
                   Catch::Contains("E206") && Catch::Contains("a second value for \"poverty\" in \"north\" in 2020"));
    }
    SECTION("an indicator that the catalogue lacks") {
        p.rows[0].indicator = "atendance";
        CHECK_THAT(complaint(p), Catch::Contains("did you mean \"attendance\"?"));
    }
    SECTION("another unit") {
        p.rows[0].unit = "children";
        CHECK_THAT(complaint(p), Catch::Contains("unit = \"children\", but \"attendance\" is counted in \"%\""));
    }
    SECTION("a source that is not there") {
        p.rows[0].source = "statistic";
        CHECK_THAT(complaint(p), Catch::Contains("did you mean \"statistics\"?"));
    }
    SECTION("background that claims more than level 1") {
        p.rows[0].source = "background";
        CHECK_THAT(complaint(p), Catch::Contains("E401"));
        p.rows[0].level = 1;
        CHECK(indicator_table::make(p).has_value());
    }
    SECTION("an indicator twice, or from nowhere") {
        p.catalogue.push_back(p.catalogue[0]);
        p.catalogue.back().sources = {"nowhere"};
        CHECK_THAT(complaint(p), Catch::Contains("E206") && Catch::Contains("E301"));
    }
}

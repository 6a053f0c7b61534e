// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/family_table.hpp"

#include "told_studies.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace concordat;
using namespace concordat::testing;

namespace {

/// The worked example with a second family, which has nowhere to walk in.
study two_families() {
    auto s = small_study();
    auto parts = s.baselines.front().parts();
    parts.personas.front().weight = 0.5;
    auto second = parts.personas.front();
    second.key = "family-without-entry";
    second.title = "A family without a door to knock on";
    second.entries.clear();
    parts.personas.push_back(second);
    s.baselines = {model::make(std::move(parts)).value()};
    return s;
}

}  // namespace

TEST_CASE("each family has its own row for what is told by family, the worst off first") {
    const auto each = told("", two_families());
    const auto table = family_table(each.study, each.result);
    std::map<std::string, std::vector<std::string>> families;  // by criterion, in order
    for (const auto& row : table.rows) {
        REQUIRE(row.size() == 4 + each.study.options.size());
        families[row[1].text].push_back(row[2].text);
    }
    REQUIRE(families.count("Criterion A1") == 1);
    CHECK(families["Criterion A1"].size() == 2);
    CHECK(families["Criterion A1"].front() == "A family without a door to knock on");
    CHECK(families.count("Criterion D2") == 0);  // contested: nobody is worse off before somebody has chosen
    CHECK(families.count("Criterion H2") == 0);  // nothing by family
    const auto& found = each.result.baselines[0].assessment.at(0, 0).found;
    for (const auto& row : table.rows)
        for (const auto& figure : found.figures)
            if (row[1].text == "Criterion A1" && figure.name == "reach of family-without-entry" &&
                row[2].text == "A family without a door to knock on")
                CHECK(row[4].exact == shortest(figure.value));
}

TEST_CASE("the worked example's one family reaches help as its golden value says") {
    const auto each = told("", small_study());
    const auto table = family_table(each.study, each.result);
    REQUIRE_FALSE(table.rows.empty());
    CHECK(table.rows[0][1].text == "Criterion A1");
    CHECK(std::stod(table.rows[0][4].exact) == Approx(0.583333).epsilon(1e-6));
    CHECK(table.notes.back() == standing_limitation().text);
}

TEST_CASE("a study that tells no families apart has an empty table") {
    const auto each = told("", unknown_study());
    CHECK(family_table(each.study, each.result).rows.empty());
}

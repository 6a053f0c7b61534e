// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/show_case.hpp"

#include "concordat/io/json.hpp"
#include "concordat/io/load.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace concordat;

namespace {

case_study case_of(const std::string& name) {
    return load_case(std::string(CONCORDAT_TEST_DATA) + "/cli/world/cases/" + name + ".toml").value();
}

std::string all_text(const std::vector<sheet>& sheets) {
    std::string text;
    for (const auto& each : sheets) text += to_text(each, 0) + "\n";
    return text;
}

/// How many cells of a column hold a number.
std::size_t numbers_in(const sheet& table, std::size_t column) {
    std::size_t count = 0;
    for (const auto& row : table.rows) count += row[column].is_number() ? 1u : 0u;
    return count;
}

}  // namespace

TEST_CASE("a case is read with everything it says, in the order of its file") {
    const auto north = case_of("north");
    CHECK(north.models == std::vector<std::string>{"areas.north", "reforms.direct"});
    REQUIRE(north.events.size() == 2);
    CHECK(north.events[0].when.text == "2022/2023");
    CHECK(north.events[0].evidence.level == 3);
    REQUIRE(north.findings.size() == 2);
    CHECK(north.findings[0].theme == "waiting");
    CHECK(north.findings[1].direction == effect_direction::none);
    REQUIRE(north.figures.size() == 3);
    CHECK(north.figures[0].definition == "pupils-sent.school-year");
    CHECK(north.figures[0].value == 40);
    CHECK(north.figures[0].where.at.line > 0);
    CHECK(case_of("south").models == std::vector<std::string>{"reforms.direct"});
}

TEST_CASE("a case is shown with its timeline in order, its findings, and each figure as a sentence") {
    const auto text = all_text(to_sheets(case_of("north")));
    CHECK(text.find("The charity opens.") < text.find("The school counts"));
    CHECK(text.find("No effect on attendance was found.") != std::string::npos);
    CHECK(text.find("Budget of the charity: 1250000 GBP") != std::string::npos);
    CHECK(text.find("Yearbook of the north") != std::string::npos);
    CHECK(text.find("yearbook page 9, level 3") != std::string::npos);
}

TEST_CASE("no table of one case has a column with figures of two definitions") {
    const auto north = case_of("north");
    for (const auto& table : to_sheets(north))
        for (std::size_t column = 0; column < table.columns.size(); ++column) CHECK(numbers_in(table, column) == 0);
    const auto tidy = to_sheet(north);
    REQUIRE(tidy.columns.size() == 10);
    CHECK(tidy.columns[8].name == "charity-budget.gross");
    CHECK(numbers_in(tidy, 8) == 1);
    CHECK(tidy.columns[9].name == "pupils-sent.school-year");
    CHECK(numbers_in(tidy, 9) == 2);
    CHECK(tidy.rows.size() == 7);
}

TEST_CASE("several cases share a table for each definition that two have, and the rest is listed apart") {
    const std::vector<case_study> both{case_of("north"), case_of("south")};
    const auto sheets = to_sheets(both);
    REQUIRE(sheets.size() == 3);
    CHECK(sheets[1].title == "pupils-sent.school-year");
    CHECK(numbers_in(sheets[1], 3) == 3);
    CHECK(to_text(sheets[1], 0).find("31.5") != std::string::npos);
    CHECK(sheets[2].rows.size() == 2);
    for (std::size_t column = 0; column < sheets[2].columns.size(); ++column) CHECK(numbers_in(sheets[2], column) == 0);
    // Two figures with the same title, counted in two ways, never meet.
    CHECK(to_text(sheets[1], 0).find("2023-03-31") == std::string::npos);

    const auto tidy = to_sheet(both);
    std::size_t numbers = 0;
    for (std::size_t column = 0; column < tidy.columns.size(); ++column) numbers += numbers_in(tidy, column);
    CHECK(numbers == 5);
    for (const auto& row : tidy.rows) {
        std::size_t in_row = 0;
        for (const auto& each : row) in_row += each.is_number() ? 1u : 0u;
        CHECK(in_row == 1);
    }
}

TEST_CASE("the documents of cases hold what the files say, and the days that a time may be about") {
    const auto north = case_of("north");
    const auto one = to_document(north);
    written::keep_sample("north.show_case.json", one);
    const auto& first = one.find("timeline")->as_array()->front();
    CHECK(*first.find("when")->find("text")->as_string() == "2021");
    CHECK(*first.find("when")->find("last")->as_string() == "2021-12-31");
    CHECK(first.find("evidence")->is_null());
    CHECK(one.find("figures")->as_array()->size() == 3);

    const std::vector<case_study> both{north, case_of("south")};
    const auto several = to_document(both);
    written::keep_sample("both.show_cases.json", several);
    REQUIRE(several.find("shared")->as_array()->size() == 1);
    CHECK(several.find("shared")->as_array()->front().find("figures")->as_array()->size() == 3);
    CHECK(several.find("alone")->as_array()->size() == 2);
}

TEST_CASE("assumptions and conflicts of a case stand below its title") {
    case_study c;
    c.key = "cases.x";
    c.title = "X";
    c.models = {"m"};
    c.assumptions = {{"guess", "It is so.", "Nobody says.", 0, {}}};
    c.conflicts = {{"the date", {"a", "b"}, "A day apart.", {}}};
    const auto text = all_text(to_sheets(c));
    CHECK(text.find("Assumption guess, level 0: It is so.") != std::string::npos);
    CHECK(text.find("Sources disagree, a and b, about the date: A day apart.") != std::string::npos);
}

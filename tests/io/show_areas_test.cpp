// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/show_areas.hpp"

#include "concordat/io/json.hpp"
#include "concordat/io/load.hpp"
#include "model/small_areas.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace concordat;
using namespace concordat::testing;
using enum concordat::delegation_state;

namespace {

std::string letters_of(const std::vector<cell>& row) {
    std::string text;
    for (std::size_t i = 1; i < row.size(); ++i) text += row[i].text;
    return text;
}

}  // namespace

TEST_CASE("each model has a letter of its own, the first of its name that is free") {
    area_table t;
    for (const auto* model : {"scotland.full", "scotland.health-only", "scotland.none", "scotland.lead-agency",
                              "scotland.full", "scotland.former", "7-8"})
        t.arrangements.push_back({model, {}, false, {}, {}, {}});
    std::string letters;
    for (const auto& mark : marks_of(t)) letters += mark.letter;
    CHECK(letters == "FHNLOA");  // "former" has its second letter, a name without letters the alphabet's first
}

TEST_CASE("a letter says what an arrangement is, and its case how sure that is") {
    const auto marks = marks_of(small_areas());  // N none, W whole
    CHECK(letter_of(marks, {{"none", 1}}) == 'N');
    CHECK(letter_of(marks, {{"none", 0.8}, {"whole", 0.2}}) == 'n');
    CHECK(letter_of(marks, {{"none", 0.5}, {"whole", 0.5}}) == '?');
    CHECK(letter_of(marks, {}) == '.');
}

TEST_CASE("the map has every tile in its place, and the years a letter each") {
    auto t = small_areas();
    t.areas[0].tile = tile_place{1, 3, "NTH"};
    t.areas[2].tile = tile_place{2, 1, "ISL"};
    t.areas[0].delegations.push_back(span_of("social_work", not_delegated, 3, std::nullopt, 2015));
    const auto sheets = area_sheets(t, 2016).value();
    const auto& map = written::titled(sheets, "Map of 2016");
    REQUIRE(map.rows.size() == 2);
    CHECK(map.rows[0][3].text == "NTH W");
    CHECK(map.rows[1][1].text == "ISL ?");
    CHECK(map.rows[0][1].text.empty());
    const auto& years = written::titled(sheets, "Arrangements over the years");
    CHECK(years.columns[1].name == "15");
    CHECK(letters_of(years.rows[0]) == ".W");
    CHECK(letters_of(years.rows[1]) == ".n");
    CHECK_FALSE(to_text(map, 80).empty());

    t.areas[0].tile = t.areas[2].tile = std::nullopt;
    CHECK(area_sheets(t, 2016).value().size() == 3);  // without tiles there is no map
}

TEST_CASE("what is not known of an area is called missing") {
    auto t = small_areas();
    t.areas[0].population.reset();
    const auto sheets = area_sheets(t, 2016).value();
    const auto& row = written::titled(sheets, "Areas in 2016").rows[0];
    CHECK(row[2].text == "whole");
    CHECK(row[3].text == "missing");
    CHECK(row[6].text == "missing");
}

TEST_CASE("the history has a row for each area, year and possible model") {
    const auto history = area_history_sheet(small_areas()).value();
    CHECK(history.rows.size() == 1 + 2 + 2);
    CHECK(history.rows[1][3].text == "none");
    CHECK(history.rows[1][4].exact == "0.8");
}

TEST_CASE("the document of a table says everything, and a year without a rule is refused") {
    const auto loaded = load_areas(std::string(CONCORDAT_TEST_DATA) + "/cli/patchwork/areas/three.toml").value();
    const auto written = area_document(loaded, 2023).value();
    CHECK(to_json(written).has_value());
    const auto& north = written.find("areas")->as_array()->front();
    CHECK(*north.find("established")->find("date")->as_string() == "2016-02-06");
    CHECK(north.find("delegations")->as_array()->size() == 4);
    CHECK(*north.find("arrangement")->as_array()->front().find("probability")->as_double() == 1);
    CHECK(north.find("partnership")->is_null());

    auto t = small_areas();
    t.arrangements.pop_back();
    CHECK(area_document(t, 2016).error().code == errc::missing_value);
    CHECK(area_sheets(t, 2016).error().code == errc::missing_value);
    CHECK(area_history_sheet(t).error().code == errc::missing_value);
}

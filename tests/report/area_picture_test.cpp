// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/area_picture.hpp"

#include "drawn_study.hpp"
#include "study/small_patchwork.hpp"
#include "svg_faults.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/load.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("every area says which option is most often first there, with its probability") {
    const auto s = small_patchwork();
    const auto found = run(s).value();
    const auto p = area_picture("areas", s, found);
    REQUIRE(p.table.rows.size() == 3);
    for (std::size_t a = 0; a < 3; ++a) {
        const auto& one = found.areas->areas[a];
        const double base = found.areas->at(one, 0, 0).first.value, x = found.areas->at(one, 0, 1).first.value;
        CHECK(*parse_number(p.table.rows[a][3].exact) == std::max(base, x));
    }
    CHECK(svg::faults_of(p) == svg::faults{});
    const auto chosen = area_picture("areas", s, found, 0, 0);
    for (std::size_t a = 0; a < 3; ++a)
        CHECK(*parse_number(chosen.table.rows[a][3].exact) == found.areas->at(found.areas->areas[a], 0, 0).first.value);
    CHECK(svg::faults_of(chosen) == svg::faults{});
}

TEST_CASE("where no option is ahead of all others an area is open") {
    auto s = small_patchwork();
    s.options = {{"a", "As it stands", {}, {}, {}}, {"b", "The same again", {}, {}, {}}};
    const auto p = area_picture("areas", s, run(s).value());
    CHECK(p.headline == "In none of 3 areas is any option clearly ahead of the others.");
    for (const auto& row : p.table.rows) CHECK(row.back().text == "no");
}

TEST_CASE("a study without areas says so") {
    const auto s = study_of(2);
    const auto p = area_picture("areas", s, run(s).value());
    CHECK(p.headline == "The study has no areas: it was asked for the country as a whole.");
    CHECK(svg::faults_of(p) == svg::faults{});
}

TEST_CASE("areas without a tile are listed, and hostile names act nowhere") {
    auto s = small_patchwork();
    for (auto& a : s.areas->areas) a.name = hostile_label;
    s.areas->areas[1].tile = tile_place{1, 1, hostile_label};
    s.areas->areas[2].tile = tile_place{2, 9, "ISL"};
    const auto p = area_picture("areas", s, run(s).value());
    CHECK(svg::faults_of(p) == svg::faults{});
    CHECK_THAT(p.svg, Catch::Contains("Without a place on the map"));
}

TEST_CASE("Scotland's council areas stand each on a tile of its own") {
    auto s = load_study(CONCORDAT_MODELS "/studies/areas.toml").value().study;
    s.samples = 100;
    s.structure = false;
    s.graphs = 0;
    s.presence.clear();
    const auto found = run(s).value();
    const auto p = area_picture("areas", s, found);
    CHECK(svg::faults_of(p) == svg::faults{});
    CHECK_FALSE(p.wide());
    // An option is ahead on as many tiles as the study counted areas for it.
    std::size_t ahead = 0, counted = 0;
    for (const auto& row : p.table.rows) ahead += row.back().text == "yes" ? 1u : 0u;
    for (std::size_t o = 0; o < s.options.size(); ++o) counted += found.areas->at(0, o).separate;
    CHECK(ahead == counted);
    std::set<std::string> tiles;
    for (const auto& e : svg::read(p.svg))
        if (e.name == "rect" && e.number("width") >= 48 && e.number("height") >= 46 && e.number("height") <= 48)
            tiles.insert(e.get("x") + "," + e.get("y"));
    CHECK(tiles.size() == 32);
    CHECK(p.table.rows.size() == 32);
}

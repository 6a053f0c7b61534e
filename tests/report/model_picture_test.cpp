// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/model_picture.hpp"

#include "concordat/io/load.hpp"

#include "draw.hpp"
#include "svg_faults.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace concordat;
using concordat::testing::draw;
using concordat::testing::draw_parts;

namespace {

std::string cells_of(const sheet& table, std::size_t at) {
    std::string all;
    for (const auto& row : table.rows) all += row[at].text + ";";
    return all;
}

model encoded(const std::string& path) { return load_model(CONCORDAT_MODELS "/" + path).value(); }

constexpr const char* small_service = R"(
    sources: act
    actors: ministers(national, mandate, {act 4}) council(local, mandate, {act 4}) ijb(local, {act 4})
    actors: team(frontline, {act 4}) school(frontline, {act 2}) family(public, {act 4})
    accountable_to: council -> ministers {act 4}; ijb -> council {act 4}
    accountable_to: team -> council {act 4}
    accountable_to: team -> ijb {act 2}
    directs: council -> team {act 1}
    delegates_to: council -> ijb {act 4}
    delivers: team -> family
    accountable_to: school -> council proposed
)";

}  // namespace

TEST_CASE("a model is drawn by who answers to whom, with what it says in words and in numbers") {
    const auto p = model_picture(draw(small_service));
    CHECK(svg::faults_of(p) == svg::faults{});
    CHECK(p.headline == "Of 4 bodies, 2 are directly accountable to council; 1 is accountable to more than one body.");
    CHECK(p.subtitle ==
          "Drawn for a test, as of 2023-10-01. Drawn: accountability and delegation, 6 relations, of which 2 on "
          "evidence below level 3 or none. Not drawn here: money, referral, delivery, information, planning, scrutiny "
          "and voice.");
    CHECK(p.alternative ==
          "Boxes in lanes by level, from above: National 1, Local 2 and Frontline 1. 4 lines join them, most of all "
          "council, with 3 others. The table lists every relation.");
    CHECK(cells_of(p.table, 1) == "council;ijb;team;team;council;council;");
    CHECK(cells_of(p.table, 2) == "accountable to;accountable to;accountable to;accountable to;directs;delegates to;");
    CHECK(cells_of(p.table, 3) == "ministers;council;council;ijb;team;ijb;");
    CHECK(cells_of(p.table, 5) == "4;4;4;2;1;4;");
    CHECK(p.table.notes.at(0) == "Not drawn, for want of a relation of accountability and delegation: family; school.");
    CHECK(p.table.notes.at(1) ==
          "1 relation of accountability and delegation does not hold on 2023-10-01 and is not drawn.");
    CHECK(p.table.notes.at(2).starts_with("Structure alone does not determine outcomes."));
}

TEST_CASE("relations between two actors are one line that lists its types, and the commonest needs no words") {
    const auto p = model_picture(draw(small_service));
    CHECK(svg::shows(p.svg, "line without words: accountable to"));
    CHECK(svg::shows(p.svg, "\u2191 accountable to"));  // of the team, which the council directs on weak evidence
    CHECK(svg::shows(p.svg, "\u2193 directs?"));
    CHECK(svg::shows(p.svg, "\u2193 delegates to"));
    CHECK(svg::shows(p.svg, "word with ?: that part has weak evidence"));
}

TEST_CASE("what rests on weak evidence is dotted, a democratic mandate has a thick frame") {
    const auto p = model_picture(draw(small_service));
    const auto all = svg::read(p.svg);
    const auto count = [&](const char* name, const char* attribute, const char* value) {
        return std::count_if(all.begin(), all.end(), [&](const auto& e) {
            return e.name == name && e.get(attribute) == value && e.get("class") != "ground";
        });
    };
    CHECK(count("path", "stroke-dasharray", "2 3") == 2);  // the line from team to ijb, and the sample of the legend
    CHECK(count("rect", "stroke-width", "3") == 3);        // ministers, council, and the sample
    CHECK(svg::shows(p.svg, "dotted: weak evidence, below level 3 or none"));
    CHECK(svg::shows(p.svg, "thick frame: has a democratic mandate"));
    CHECK_FALSE(svg::shows(p.svg, "dotted frame: weak evidence"));  // the school is not drawn
}

TEST_CASE("a view may ask another question") {
    const auto p = model_picture(draw(small_service), {"who-helps", {layer::delivery}});
    CHECK(svg::faults_of(p) == svg::faults{});
    CHECK(p.key == "who-helps");
    CHECK(p.headline == "1 relation of delivery joins 2 bodies; family has to do with 1 of them.");
    CHECK(cells_of(p.table, 5) == "unsourced;");
}

TEST_CASE("what the facts do not draw in full is said first") {
    auto parts = draw_parts(small_service);
    parts.incomplete = {layer::delegation, layer::money};
    CHECK(model_picture(model::make(parts).value())
              .headline.starts_with("As far as the facts go, which do not draw delegation in full: of 4 bodies, "));
}

TEST_CASE("a model without such relations gives a picture that says so") {
    for (const auto* drawing : {"", "actors: alone"}) {
        const auto p = model_picture(draw(drawing));
        CHECK(svg::faults_of(p) == svg::faults{});
        CHECK(p.headline == "No relation of accountability and delegation holds on 2023-10-01.");
        CHECK(svg::words_in(p.svg) == std::vector<std::string>{"Nothing to draw."});
        CHECK(p.table.rows.empty());
        CHECK_FALSE(p.wide());
    }
}

TEST_CASE("an actor that stands for several says how many") {
    auto parts = draw_parts("actors: boards forces; accountable_to: forces -> boards");
    parts.actors[0].count = 6;
    CHECK(svg::shows(model_picture(model::make(parts).value()).svg, "boards (\u00d76)"));
}

TEST_CASE("names show what they hold and do nothing, however long") {
    auto parts = draw_parts("actors: a b c d(frontline); accountable_to: a -> b; b -> c; d -> c");
    parts.actors[0].name = "</text><script>alert(1)</script>&amp;\"' onload=x";
    parts.actors[1].name = "=cmd|' /C calc'!A0 \u202egnp.exe\x1b[31m\xff";
    parts.actors[2].name = std::string(3000, 'W');
    parts.actors[3].name = "";
    parts.title = "<b>&\u202e";
    const auto p = model_picture(model::make(parts).value());
    CHECK(svg::faults_of(p) == svg::faults{});
    CHECK(p.svg.find("<script") == std::string::npos);
    CHECK(p.svg.find("\u202e") == std::string::npos);
    CHECK(p.width < 1000);
}

TEST_CASE("every kind of relation can be drawn, and all at once") {
    const auto m = encoded("scotland/full.toml");
    for (std::size_t i = 0; i < layer_count; ++i) {
        CAPTURE(name(static_cast<layer>(i)));
        CHECK(svg::faults_of(model_picture(m, {"v", {static_cast<layer>(i)}})) == svg::faults{});
    }
    const auto all = model_picture(m, {"v", every_layer()});
    CHECK(svg::faults_of(all) == svg::faults{});
    CHECK(all.table.rows.size() == m.relations().size());
}

TEST_CASE("models of the world are drawn without a fault, and the same each time") {
    for (const auto* path : {"scotland/none.toml", "scotland/lead-agency.toml", "countries/finland/after.toml",
                             "countries/ireland/before.toml", "countries/new-zealand/before.toml",
                             "england/baseline.toml", "police-and-fire/police-before.toml"}) {
        CAPTURE(path);
        const auto p = model_picture(encoded(path));
        CHECK(svg::faults_of(p) == svg::faults{});
        CHECK(model_picture(encoded(path)).svg == p.svg);
    }
}

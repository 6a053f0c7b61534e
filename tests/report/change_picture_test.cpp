// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/change_picture.hpp"

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

/// Looks of words, by the words.
std::string colour_of(const picture& p, const std::string& words) {
    for (const auto& e : svg::read(p.svg))
        if (e.name == "text" && e.words == words) return e.get("fill");
    return "not shown";
}

model before() {
    return draw(R"(
        sources: act
        actors: ministers(national) council ijb team(frontline) school(frontline) elsewhere(frontline)
        accountable_to: council -> ministers {act 4}; team -> council {act 4}; school -> council {act 4}
        directs: council -> team {act 4}
        plans_jointly_with: council -- ijb {act 4}
        funds: ministers -> council 5 {act 4}
        accountable_to: elsewhere -> ministers {act 4}
    )");
}

/// The team goes from the council to the board, which is new to accountability; the money grows; a body is created.
model after() {
    return draw(R"(
        sources: act
        actors: ministers(national) council ijb(mandate) team(frontline) school(frontline) elsewhere(frontline)
        actors: agency(national)
        accountable_to: council -> ministers {act 4}; team -> ijb {act 4}; school -> council {act 4}
        directs: ijb -> team
        plans_jointly_with: council -- ijb {act 4}
        funds: ministers -> council 7 {act 4}
        accountable_to: elsewhere -> ministers {act 4}
        accountable_to: agency -> ministers proposed {act 4}
    )");
}

application o(const char* number, const model& baseline) {
    const std::vector<reform> reforms{
        load_reform(std::string(CONCORDAT_MODELS "/reforms/ncs/o") + number + ".toml").value()};
    return apply_recorded(reforms, baseline).value();
}

model loaded(const std::string& path) { return load_model(CONCORDAT_MODELS "/" + path).value(); }

}  // namespace

TEST_CASE("what is added, ends, changes and stays is told apart in words, strokes and colour") {
    const auto p = change_picture(before(), after(), {"c", "The team moves"});
    CHECK(svg::faults_of(p) == svg::faults{});
    CHECK(p.headline ==
          "The team moves: added 3 relations and 1 body; ended 2 relations; changed 1 relation and 1 "
          "body; 1 of these relations is not in force on 2023-10-01.");
    CHECK(svg::shows(p.svg, "+ agency"));
    CHECK(svg::shows(p.svg, "~ ijb"));
    CHECK(svg::shows(p.svg, "council"));
    CHECK(svg::shows(p.svg, "+ \u2191 accountable to"));
    CHECK(svg::shows(p.svg, "+ \u2193 directs?"));
    CHECK(svg::shows(p.svg, "\u2212 \u2191 accountable to"));
    CHECK(svg::shows(p.svg, "\u2212 \u2193 directs"));
    CHECK(svg::shows(p.svg, "~ \u2193 funds"));
    CHECK(svg::shows(p.svg, "(not\u00a0in\u00a0force)"));
    CHECK_FALSE(svg::shows(p.svg, "elsewhere"));  // nothing changes there
    CHECK_FALSE(svg::shows(p.svg, "school"));
    CHECK(colour_of(p, "+ agency") != colour_of(p, "~ ijb"));
    for (const auto* words : {"+ added: bold", "\u2212 ended: dashed", "~ changed: dashes and dots",
                              "as before: thin, without words", "word with ?: weak evidence, below level 3 or none"})
        CHECK(svg::shows(p.svg, words));
}

TEST_CASE("the table has every change with the step that made it, and the notes keep the limitation") {
    const auto baseline = loaded("scotland/none.toml");
    const auto p = change_picture(baseline, o("10", baseline));
    CHECK(p.table.rows.size() == diff(baseline, o("10", baseline)).size());
    CHECK(p.table.columns.back().name == "by");
    CHECK(p.table.rows.front().back().text.starts_with("reforms.ncs.o10, step "));
    CHECK(p.table.notes.back().starts_with("Structure alone does not determine outcomes."));
    CHECK(p.headline == "scotland.none+o10: added 24 relations; ended 5 relations.");
    CHECK(p.subtitle.find("In the table alone: 4 changes of decision rights, family types or settings.") !=
          std::string::npos);
}

TEST_CASE("a typical reform is small enough for a page that holds many") {
    const auto baseline = loaded("scotland/none.toml");
    for (const auto* number : {"2", "3", "4", "7", "10", "11"}) {
        CAPTURE(number);
        const auto p = change_picture(baseline, o(number, baseline));
        CHECK(svg::faults_of(p) == svg::faults{});
        CHECK(p.svg.size() < 10'000);
    }
}

TEST_CASE("the whole of both models is drawn with the same boxes wherever they stand") {
    change_view whole;
    whole.extent = change_extent::whole;
    const auto p = change_picture(before(), after(), whole);
    CHECK(svg::faults_of(p) == svg::faults{});
    CHECK(svg::shows(p.svg, "elsewhere"));
    CHECK(svg::shows(p.svg, "school"));
    const auto baseline = loaded("scotland/full.toml");
    CHECK(svg::faults_of(change_picture(baseline, o("9", baseline), whole)) == svg::faults{});
}

TEST_CASE("turned round, what was added has ended, and nothing has moved") {
    const auto there = change_picture(before(), after());
    const auto back = change_picture(after(), before());
    CHECK(svg::shows(there.svg, "+ agency"));
    CHECK(svg::shows(back.svg, "\u2212 agency"));
    CHECK(there.width == back.width);
    CHECK(there.height == back.height);
}

TEST_CASE("a view may leave layers out") {
    change_view money;
    money.layers = {layer::money};
    const auto p = change_picture(before(), after(), money);
    CHECK(svg::faults_of(p) == svg::faults{});
    CHECK(svg::shows(p.svg, "~ \u2193 funds"));
    CHECK_FALSE(svg::shows(p.svg, "+ \u2191 accountable to"));
    CHECK(p.subtitle.find("changes of money;") != std::string::npos);
}

TEST_CASE("equal models give a picture that says so, and changes without a drawing are counted") {
    const auto same = change_picture(before(), before());
    CHECK(svg::faults_of(same) == svg::faults{});
    CHECK(same.headline == "drawn: nothing that can be drawn changes.");
    CHECK(svg::words_in(same.svg) == std::vector<std::string>{"Nothing to draw."});

    auto parts = draw_parts("actors: a b; accountable_to: a -> b; rights: say(a)");
    const auto was = model::make(parts).value();
    parts.decision_rights[0].holder = "b";
    const auto p = change_picture(was, model::make(parts).value());
    CHECK(p.table.rows.size() == 1);
    CHECK(p.subtitle.find("In the table alone: 1 change of a decision right, family type or setting.") !=
          std::string::npos);
}

TEST_CASE("names show what they hold and do nothing") {
    auto parts = draw_parts("actors: a b; accountable_to: a -> b");
    auto named = parts;
    named.actors[0].name = "</text><script>alert(1)</script> \u202e\x1b[31m";
    named.actors[1].name = std::string(2000, 'x');
    named.relations.clear();
    const auto p = change_picture(model::make(parts).value(), model::make(named).value(), {"c", "<i>\"&'\u202e"});
    CHECK(svg::faults_of(p) == svg::faults{});
    CHECK(p.svg.find("<script") == std::string::npos);
    CHECK(p.svg.find("\u202e") == std::string::npos);
}

TEST_CASE("countries before and after are drawn without a fault, and the same each time") {
    for (const auto* country : {"finland", "ireland", "netherlands", "new-zealand", "northern-ireland"}) {
        CAPTURE(country);
        const auto was = loaded(std::string("countries/") + country + "/before.toml");
        const auto is = loaded(std::string("countries/") + country + "/after.toml");
        const auto p = change_picture(was, is);
        CHECK(svg::faults_of(p) == svg::faults{});
        CHECK(change_picture(was, is).svg == p.svg);
    }
}

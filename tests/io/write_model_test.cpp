// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_model.hpp"

#include "concordat/core/utf8.hpp"
#include "concordat/io/json.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/write_gexf.hpp"
#include "tests/draw.hpp"
#include "tests/worked_example.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace concordat;
using concordat::testing::draw_parts;

namespace {

/// Every attribute that a model can have, stated somewhere and left out elsewhere.
model everything() {
    auto parts = draw_parts(R"(
        model: example.everything
        as_of: 2023-10-01
        resolution: body
        universal: education
        sources: act(official) report(secondary) gossip(background)
        assumptions: ages(0) likely(1)
        actors: council(local, mandate, {act 4}) ijb(local, kind joint_board, {assuming ages}) family(public)
                team(frontline, of council, team field, sector care, locality north, statutory, {report act 2})
                field(frontline)
        accountable_to: ijb -> council {act 4}; team -> ijb [children] 0-18 from 2015-04-01 until 2030-01-01
        accountable_to: team -> council [children] 18+ former
        shares_information_with: council -- ijb law; team -- council pilot practice
        funds: council -> ijb 60.5 term 3 ring_fenced {report 2}
        delivers: team -> family [education] 5-18 as named_person
                  team -> family [children] as lead_professional guidance
        participates_in: family -> council standing lundy(space voice)
        participates_in: family -> ijb lundy
        personas: teenager(age 15.5, weight 1, needs education children 0-26 adult of 38, entry team field)
        rights: start-help(ijb, weight 2, for children) set-budget(council)
    )");
    parts.title = "Everything at once";
    parts.conflicts.push_back({"the section", {"act", "report"}, "One says 25, the other 27.", {}});
    for (auto& s : parts.sources) {
        s.title = "The " + s.key;
        s.url = "https://example.org/?a=1&b=<" + s.key + ">";
        s.dated = date{2014, 4, 1};
        s.read = date{2026, 11, 22};
        if (s.key == "act") s.sunset = date{2027, 6, 30};
    }
    for (auto& k : parts.kinds) k = {k.key, "A " + k.key, "org:Organization"};
    for (auto& s : parts.services) s.title = "Help: " + s.key;
    for (auto& a : parts.assumptions) a.why = "Nobody says.";
    for (auto& a : parts.actors)
        if (a.key == "council") {
            a.act = "1994 Act s.2";
            a.evidence.at = "s.2(1)";
            a.evidence.note = "In force.";
            a.evidence.sunset = date{2028, 1, 1};
        }
    return model::make(std::move(parts)).value();
}

/// A model whose texts are what an attacker, or an unlucky copy, would put there.
model hostile() {
    auto parts = everything().parts();
    parts.key = "example.hostile";
    parts.title =
        "]]>\"'<script>alert(1)</script>&amp; \\N \\\" \x1b[2J\x07\x7f \xe2\x80\xae"
        "evil \xef\xbf\xbe\tx\ny";
    for (auto& a : parts.actors) a.name = parts.title;
    for (auto& s : parts.sources) s.title = parts.title;
    parts.conflicts.front().text = parts.title;
    parts.decision_rights.front().title = parts.title;
    for (auto& r : parts.relations)
        if (r.evidence.stated()) r.evidence.note = parts.title;
    return model::make(std::move(parts)).value();
}

/// Every code point is whole, and none acts on a terminal but those allowed.
bool shows_all(std::string_view text, std::u32string_view allowed) {
    while (!text.empty()) {
        const auto point = first_code_point(text);
        if (!point.whole) return false;
        if (is_control_or_direction(point.value) && allowed.find(point.value) == std::u32string_view::npos)
            return false;
        text.remove_prefix(point.bytes);
    }
    return true;
}

/// What the reader makes of the written file.
result<model> read_back(const model& m) {
    const std::string key = m.key();
    const std::size_t dot = key.find('.');
    const std::string name = key.substr(dot + 1) + ".toml";
    written::keep("written/" + key.substr(0, dot), name, to_toml(m));
    return load_model(CONCORDAT_TEST_OUT "/written/" + key.substr(0, dot) + "/" + name);
}

}  // namespace

TEST_CASE("a written model reads back as an equal model") {
    for (const auto& m : {everything(), hostile()}) {
        const auto back = read_back(m);
        INFO((back ? std::string() : to_string(back.error())));
        REQUIRE(back);
        CHECK(back.value() == m);
        CHECK(to_toml(back.value()) == to_toml(m));
    }
}

TEST_CASE("the models of the repository survive being written as one file") {
    const auto name = GENERATE(as<std::string>{}, "full", "none", "lead-agency");
    const auto m = load_model(CONCORDAT_MODELS "/scotland/" + name + ".toml");
    INFO((m ? std::string() : to_string(m.error())));
    REQUIRE(m);
    CHECK(read_back(m.value()).value() == m.value());
}

TEST_CASE("a written model names everything itself, and takes the key it is to be read by") {
    const std::string text = to_toml(everything());
    for (const auto* key : {"extends", "vocabulary"})
        CHECK(text.find(std::string("\n") + key + " =") == std::string::npos);
    CHECK(text.substr(0, 64) == "format = \"concordat/model@1\"\nkey = \"example.everything\"\ntitle = ");
    CHECK(to_toml(everything(), "other.name").find("\nkey = \"other.name\"\n") != std::string::npos);
    CHECK(text.find(R"(amount = { value = 60.5, unit = "GBP_m/year", year = 2022 })") != std::string::npos);
    CHECK(text.find("in_force = { from = 2015-04-01, to = 2030-01-01 }") != std::string::npos);
    CHECK(
        text.find(
            R"-(evidence = { source = "act", at = "s.2(1)", level = 4, note = "In force.", sunset = 2028-01-01 })-") !=
        std::string::npos);
}

TEST_CASE("TOML, GraphML, DOT and JSON show hostile texts and pass on nothing that acts") {
    const model m = hostile();
    const std::string graphml = to_graphml(m);
    const std::string dot = to_dot(m);
    const std::string json = to_json(to_document(m)).value();
    CHECK(shows_all(to_toml(m), U"\n"));
    CHECK(shows_all(graphml, U"\n"));
    CHECK(shows_all(dot, U"\n"));
    CHECK(shows_all(json, U"\n"));
    CHECK(graphml.find("<script") == std::string::npos);
    CHECK(graphml.find("]]>") == std::string::npos);
    CHECK(json.find('<') == std::string::npos);
    CHECK(graphml.find("\\u001b[2J\\u0007\\u007f \\u202eevil \\ufffe&#9;x&#10;y") != std::string::npos);
    written::keep("samples", "hostile.graphml", graphml);
    written::keep("samples", "hostile.dot", dot);
    written::keep("samples", "hostile.show.json", json);
}

TEST_CASE("a graph has a node for each actor, an edge for each relation, and the names stay the same between models") {
    const model m = everything();
    const std::string graphml = to_graphml(m);
    CHECK(written::occurrences(graphml, "<node id=") == m.actors().size());
    CHECK(written::occurrences(graphml, "<edge id=\"r-") == m.relations().size());
    written::keep("samples", "everything.graphml", graphml);
    written::keep("samples", "everything.gexf", to_gexf(m));
    written::keep("samples", "everything.dot", to_dot(m));
    written::keep("samples", "everything.show.json", to_json(to_document(m)).value());

    auto parts = m.parts();
    std::erase_if(parts.relations, [](const relation& r) { return r.type == relation_type::accountable_to; });
    const std::string fewer = to_graphml(model::make(std::move(parts)).value());
    std::set<std::string> identifiers;
    for (const auto& r : m.relations()) {
        const std::string id = *to_document(m, r).find("id")->as_string();
        identifiers.insert(id);
        CHECK((fewer.find(id) != std::string::npos) == (r.type != relation_type::accountable_to));
    }
    CHECK(identifiers.size() == m.relations().size());
}

TEST_CASE("the drawing can be read without colour: no two layers share line and head") {
    const model m = everything();
    const std::string dot = to_dot(m);
    std::set<std::string> legend;
    for (std::size_t i = 0; i < layer_count; ++i) {
        const std::string head = "\\l" + std::string(name(static_cast<layer>(i))) + ": ";
        const auto at = dot.find(head);
        REQUIRE(at != std::string::npos);
        legend.insert(dot.substr(at + head.size(), dot.find("\\l", at + 1) - at - head.size()));
    }
    CHECK(legend.size() == layer_count);
    CHECK(legend.contains("solid, head normal"));
}

TEST_CASE("the document of a model states everything, and null where nothing was stated") {
    const model m = testing::worked_example();
    const document d = to_document(m);
    CHECK(*d.find("format")->as_string() == "concordat/show@1");
    CHECK(d.find("actors")->as_array()->size() == 15);
    CHECK(d.find("relations")->as_array()->size() == m.relations().size());
    const document& first = d.find("relations")->as_array()->front();
    CHECK(*first.find("identity")->as_string() == identity(m.relations().front()));
    CHECK(first.find("ages")->is_null());
    CHECK(first.find("evidence")->is_null());
    CHECK(*d.find("evidence")->find("unsourced") == *d.find("evidence")->find("facts"));
}

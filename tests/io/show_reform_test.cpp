// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/show_reform.hpp"

#include "concordat/io/json.hpp"
#include "concordat/io/load.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <vector>

using namespace concordat;

namespace {

reform direct() { return load_reform(std::string(CONCORDAT_TEST_DATA) + "/cli/world/reforms/direct.toml").value(); }

reform with_evaluation(const std::string& more) {
    return load_reform_text(
               "format = \"concordat/reform@1\"\nkey = \"x\"\ntitle = \"X\"\n[[evaluation]]\ntitle = \"T\"\n"
               "design = \"not_seen\"\noutcome = \"o\"\ndirection = \"none\"\nstatus = \"stopped\"\n"
               "grade = 1\n" +
                   more,
               "x.toml")
        .value();
}

actor named(const char* key, const char* full_name) {
    actor a;
    a.key = key;
    a.name = full_name;
    return a;
}

}  // namespace

TEST_CASE("an evaluation is read with design, effect, interval and the two groups") {
    const auto r = direct();
    REQUIRE(r.evaluations.size() == 2);
    const auto& trial = r.evaluations[0];
    CHECK(trial.design == evaluation_design::randomised_trial);
    CHECK(trial.direction == effect_direction::positive);
    CHECK(trial.sample == "240 pupils");
    CHECK(trial.effect ==
          published_effect{12.5, "percentage points", effect_interval{3, 22}, compared_groups{61.5, 49}});
    CHECK(trial.grade == 4);
    CHECK(trial.evidence.level == 1);
    CHECK_FALSE(r.evaluations[1].effect.has_value());
    CHECK(r.evaluations[1].status == evaluation_status::running);
}

TEST_CASE("an effect may be two groups alone, or a bound that the value stands on") {
    CHECK(with_evaluation("effect = { with = 37, without = 25, unit = \"percent\" }\n").evaluations[0].effect ==
          published_effect{{}, "percent", {}, compared_groups{37, 25}});
    const auto on_bound = with_evaluation("effect = { value = 3, unit = \"days\", interval = [3, 3] }\n");
    CHECK(on_bound.evaluations[0].effect->interval == effect_interval{3, 3});
}

TEST_CASE("evaluations are a part of what a reform says, and none of what it does") {
    auto r = direct();
    const auto with = r;
    r.evaluations.clear();
    CHECK_FALSE(r == with);
    const auto north = load_model(std::string(CONCORDAT_TEST_DATA) + "/cli/world/areas/north.toml").value();
    CHECK(apply(r, north).value() == apply(with, north).value());
}

TEST_CASE("a reform is shown with its steps in words and its evaluations beside them") {
    const auto sheets = to_sheets(direct());
    REQUIRE(sheets.size() == 4);
    CHECK(to_text(sheets[0], 0).find("published evaluations  2") != std::string::npos);
    CHECK(sheets[1].rows[1][2].text == "refers_to school -> charity [counselling]");
    const auto evaluations = to_text(sheets[2], 0);
    CHECK(evaluations.find("12.5 percentage points, 3 to 22; with 61.5, without 49") != std::string::npos);
    CHECK(evaluations.find("None of it enters a value.") != std::string::npos);
    CHECK(evaluations.find("no figure") != std::string::npos);
    CHECK(to_sheet(direct()).rows.size() == 4);
}

TEST_CASE("the document of a reform has a number for each step and the effect in its parts") {
    const auto d = to_document(direct());
    written::keep_sample("direct.show_reform.json", d);
    CHECK(d.find("steps")->as_array()->back().find("number")->as_signed() == 2);
    const auto& effect = *d.find("evaluations")->as_array()->front().find("effect");
    CHECK(*effect.find("value")->as_double() == 12.5);
    CHECK(*effect.find("interval")->as_array()->front().as_double() == 3);
    CHECK(*effect.find("without")->as_double() == 49);
    CHECK(d.find("evaluations")->as_array()->back().find("effect")->is_null());
}

TEST_CASE("each kind of step has words of its own") {
    const holder_of whoever{"camhs", holding::delivers};
    relation_match match;
    match.type = relation_type::funds;
    match.from = std::string("council");
    match.to = whoever;
    match.service = "camhs";
    relate_step relate;
    relate.relation.type = relation_type::refers_to;
    relate.relation.services = {"camhs", "education"};
    relate.from = whoever;
    relate.to = std::string("court");
    actor_changes changes;
    changes.name = "N";
    changes.mandate = true;
    relation_changes money;
    money.term = 3;
    right_changes right;
    right.holder = "council";

    CHECK(describe(step_action{create_step{named("a", "A body"), false}}) == "a (A body)");
    CHECK(describe(step_action{abolish_step{"a", false}}) == "a");
    CHECK(describe(step_action{merge_step{{"a", "b"}, named("c", "")}}) == "a and b into c");
    CHECK(describe(step_action{split_step{"a", {{named("b", "B"), {"camhs"}}, {named("c", ""), {}}}}}) ==
          "a into b (B) [camhs] and c");
    CHECK(describe(step_action{rename_step{"a", "b", "The B"}}) == "a to b, named The B");
    CHECK(describe(step_action{transfer_step{"camhs", holding::accountable, "holder", "board"}}) ==
          "camhs accountable, from holder to board");
    CHECK(describe(step_action{delegate_step{"camhs", "board", "ijb"}}) == "camhs, from board to ijb");
    CHECK(describe(step_action{return_step{"camhs", "ijb", false}}) == "camhs, from ijb");
    CHECK(describe(step_action{relate}) == "refers_to whoever holds camhs (delivers) -> court [camhs, education]");
    CHECK(describe(step_action{unrelate_step{match, false}}) ==
          "relations funds from council to whoever holds camhs (delivers) for camhs");
    CHECK(describe(step_action{revise_actor_step{"a", changes}}) == "a gets another name and mandate");
    CHECK(describe(step_action{revise_right_step{"start", right}}) == "decision right start gets another holder");
    CHECK(describe(step_action{revise_relation_step{match, money}}) ==
          "relations funds from council to whoever holds camhs (delivers) for camhs gets another term");
}

TEST_CASE("what a step is a part of is read, and shown where any step says it") {
    const std::string text =
        "format = \"concordat/reform@1\"\nkey = \"x\"\ntitle = \"X\"\n"
        "[[step]]\nop = \"abolish\"\nactor = \"a\"\nreason = \"r\"\npart = \"The end of a\"\n"
        "[[step]]\nop = \"abolish\"\nactor = \"b\"\nreason = \"r\"\n";
    const auto r = load_reform_text(text, "x.toml").value();
    CHECK(r.steps[0].part == "The end of a");
    CHECK(r.steps[1].part.empty());
    const auto written = to_document(r);
    const auto& steps = *written.find("steps")->as_array();
    CHECK(*steps[0].find("part")->as_string() == "The end of a");
    CHECK(steps[1].find("part")->is_null());
    const auto table = to_sheets(r).at(1);
    CHECK(table.columns[1].name == "part of");
    CHECK(table.rows[0][1].text == "The end of a");
    CHECK(to_sheet(r).rows[0][1].text == "The end of a");
    CHECK(to_sheets(direct()).at(1).columns[1].name == "op");
}

TEST_CASE("every encoded reform can be shown") {
    std::size_t shown = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(CONCORDAT_MODELS) + "/reforms/ncs")) {
        const auto r = load_reform(entry.path().string()).value();
        CHECK(to_json(to_document(r)).has_value());
        for (const auto& table : to_sheets(r))
            for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
        ++shown;
    }
    CHECK(shown >= 15);
}

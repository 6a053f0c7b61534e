// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/show.hpp"

#include "concordat/io/json.hpp"
#include "tests/draw.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace concordat;

namespace {

model before() {
    return testing::draw(R"(
        model: example.before
        sources: act(official)
        actors: council(local, mandate) ijb(local) team(frontline, of council)
        accountable_to: ijb -> council {act 4}; team -> ijb [children] 0-18
    )");
}

model after() {
    return testing::draw(R"(
        model: example.before+children-in
        sources: act(official)
        actors: council(local, mandate) ijb(local) team(frontline, of council)
        accountable_to: ijb -> council {act 4}; team -> council [children] 0-18
    )");
}

std::vector<change> changes() {
    change removed{change_kind::removed,       changed_part::relation,
                   layer::accountability,      "relation accountable_to team -> ijb",
                   "status current",           "",
                   "example.children-in",      1,
                   {{"reforms/x.toml", 12, 1}}};
    change added{change_kind::added, changed_part::setting, {}, "title", "", "A <b>title</b>", "", {}, {}};
    return {removed, added};
}

measured one_finding() {
    measured m;
    m.info = {"gatekeepers",           "share", sense::lower, "GM04", "Gatekeepers", "Cuts over needs.",
              "Few may be by design.", "Burt"};
    m.parameters = {{"ages", std::vector<double>{0, 18}},
                    {"lenient", true},
                    {"services", std::vector<std::string>{"children"}},
                    {"within", 2.0},
                    {"level", std::string("team")}};
    m.found.value = 1.0 / 3;
    m.found.figures = {{"persona a", 0.25}, {"persona b", 1}};
    m.found.witnesses = {{"team -> ijb", {0, 1}, {1, 2}}};
    return m;
}

measured missing_finding() {
    measured m;
    m.info = {"disruption", "share", sense::contested};
    m.found.missing = "no baseline to measure from";
    return m;
}

check_outcome outcome() {
    error first{
        errc::unknown_key, "\"naem\" is no key of an actor", "did you mean \"name\"?", {"models/x.toml", 3, 1}, {}};
    first.more = {{errc::missing_key, "actor \"\x1b[2J\" lacks \"kind\"", "", {"models/x.toml", 9, 1}, {}}};
    return {{first}, {{errc::accountability_cycle, "a -> b -> a", "", {}, {}}}, count_evidence(before())};
}

}  // namespace

TEST_CASE("a comparison names both models, and each change with the step that made it") {
    const document d = to_document(changes(), before(), after());
    written::keep_sample("example.diff.json", d);
    CHECK(*d.find("after")->find("key")->as_string() == "example.before+children-in");
    const auto& list = *d.find("changes")->as_array();
    REQUIRE(list.size() == 2);
    CHECK(list[0].find("step")->as_signed() == 2);  // counted from 1
    CHECK(list[0].find("after")->is_null());
    CHECK(list[1].find("layer")->is_null());
    const auto table = to_sheet(changes(), before(), after());
    CHECK(to_text(table, 0).find("removed  relation  accountability  relation accountable_to team -> ijb") !=
          std::string::npos);
    CHECK(to_text(table, 0).find("status current -> (gone)") != std::string::npos);
    CHECK(to_text(table, 0).find("example.children-in, step 2") != std::string::npos);
}

TEST_CASE("applied steps say what they did, and which were already so") {
    const application applied{after(),
                              {{"example.children-in", 0, {}, {}},
                               {"example.children-in", 1, {{"relation x", "", "status current"}}, {{"r.toml", 4, 1}}}}};
    const document d = to_document(applied, before());
    written::keep_sample("example.apply.json", d);
    const auto& steps = *d.find("steps")->as_array();
    CHECK(*steps[0].find("already_so")->as_bool());
    CHECK(steps[1].find("step")->as_signed() == 2);
    const auto text = to_text(to_sheet(applied, before()), 0);
    CHECK(text.find("example.children-in, step 1              already so") != std::string::npos);
    CHECK(text.find("2 steps, 1 of them already so; the result is example.before+children-in") != std::string::npos);
}

TEST_CASE("a finding comes with unit, figures, and witnesses whose relations are named and sourced") {
    const std::vector<measured> both = {one_finding(), missing_finding()};
    const document d = to_document(both, before());
    written::keep_sample("example.measure.json", d);
    const auto& first = d.find("measures")->as_array()->front();
    CHECK(*first.find("value")->as_double() == 1.0 / 3);
    CHECK(*first.find("unit")->as_string() == "share");
    const auto& relation = first.find("witnesses")->as_array()->front().find("relations")->as_array()->front();
    CHECK(*relation.find("identity")->as_string() == identity(before().relations()[0]));
    CHECK(relation.find("evidence")->find("level")->as_signed() == 4);
    const auto& second = d.find("measures")->as_array()->back();
    CHECK(second.find("value")->is_null());
    CHECK(*second.find("missing")->as_string() == "no baseline to measure from");
}

TEST_CASE("a table of findings shows missing as missing and prints the criticism of each") {
    const auto text = to_text(to_sheet(std::vector<measured>{one_finding(), missing_finding()}, before()), 0);
    CHECK(text.find("0.3333") != std::string::npos);
    CHECK(text.find("missing  share") != std::string::npos);
    CHECK(text.find("gatekeepers: Few may be by design.") != std::string::npos);
    CHECK(text.find("unsourced") != std::string::npos);
    const auto detail = to_text(to_sheet(one_finding(), before()), 0);
    CHECK(detail.find(identity(before().relations()[0]) + " (act, level 4)") != std::string::npos);
    CHECK(detail.find(identity(before().relations()[1]) + " (unsourced)") != std::string::npos);
    CHECK(detail.find("Said against it: Few may be by design.") != std::string::npos);
    CHECK(detail.find("ages = [0, 18]") != std::string::npos);
}

TEST_CASE("a check lists every problem with code, place and way out") {
    const document d = to_document(outcome());
    written::keep_sample("example.check.json", d);
    CHECK_FALSE(*d.find("sound")->as_bool());
    CHECK(d.find("errors")->as_array()->size() == 2);
    CHECK(*d.find("errors")->as_array()->front().find("code")->as_string() == "E201");
    CHECK(d.find("warnings")->as_array()->front().find("where")->is_null());
    const auto text = to_text(to_sheet(outcome()), 0);
    CHECK(text.find("models/x.toml:3:1  error    E201  \"naem\" is no key of an actor") != std::string::npos);
    CHECK(text.find("2 errors, 1 warning") != std::string::npos);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(*to_document(check_outcome{}).find("sound")->as_bool());
    written::keep_sample("sound.check.json", to_document(check_outcome{}));
}

TEST_CASE("a model is shown with its settings, actors and relations by layer") {
    const auto sheets = to_sheets(before());
    REQUIRE(sheets.size() == 3);
    CHECK(to_text(sheets[0], 0).find("actors             3") != std::string::npos);
    CHECK(sheets[1].rows.size() == 3);
    CHECK(sheets[2].rows.size() == 2);
    CHECK(sheets[2].rows[0].back().text == "act, level 4");
}

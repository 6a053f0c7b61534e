// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_run_diff.hpp"

#include "concordat/io/json.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace concordat;

namespace {

const std::string hostile_label = "<b>=1+1\u202e\x1b[31m|`x`";

run_record record_of(const std::string& seed_file) {
    auto r = record_of_this_engine();
    r.seed = 7;
    r.samples = 2000;
    r.options = document::object{{"command", "run"}, {"study", "studies.small"}};
    r.inputs = {mark_of("models/north.toml", "north"), mark_of("weights/" + seed_file + ".toml", seed_file)};
    r.outputs = {mark_of("result.json", seed_file)};
    r.warnings = {"weights.w: nobody was asked for weights; every weighting counts as equally likely"};
    return r;
}

run_summary summary_of(double a, double error) {
    run_summary s;
    s.study = "studies.small";
    s.weights = {{"weights.w", elicitation::none, false}};
    for (const auto treatment : {missing_treatment::as_stated, missing_treatment::left_out})
        s.rankings.push_back(
            {"north", "weights.w", treatment, {{"a", {a, error}, {"b"}}, {"b", {1 - a, error}, {"a"}}}});
    s.values = {{"north", "a", "reach", "index", exact_value{a}}, {"north", "b", "reach", "index", missing_value{}}};
    return s;
}

/// Weights and a model changed, and the seed; a comes first no longer.
run_comparison small_comparison() {
    run_comparison c;
    c.before = {record_of("w"), summary_of(0.75, 0.01), false};
    c.after = {record_of("w"), summary_of(0.25, 0.01), true};
    c.after.record.seed = 8;
    c.after.record.inputs = {mark_of("models/north.toml", "north, changed"), mark_of("weights/w.toml", "w, changed"),
                             mark_of("sources/s.toml", "s")};
    c.after.record.outputs = {mark_of("result.json", "other")};
    c.after.record.warnings.push_back("north: a new warning");
    c.changes = {{{"models/north.toml"}, {}}, {{"sources/s.toml"}, {}}, {{"weights/w.toml"}, {}}};
    change_shares shares;
    shares.values = {{"north", "weights.w", "a", 0.5, 0.2}, {"north", "weights.w", "b", 0.4, 0.5}};
    shares.players = {{{0, 1},
                       {{errc::dangling_reference, "no source \"s\"", {}, {"models/north.toml", 3, 4}, {}}},
                       true,
                       1.25,
                       {-0.4, 0.05}},
                      {{2}, {}, true, -0.25, {0.1, 0.05}}};
    shares.moved = true;
    shares.sets = 4;
    shares.evaluated = 6;
    c.shares = std::move(shares);
    return c;
}

bool notes_say(const sheet& s, const std::string& words) {
    return std::any_of(s.notes.begin(), s.notes.end(),
                       [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("what went in comes first, then its shares, then what came out") {
    const auto sheets = to_sheets(small_comparison());
    REQUIRE(sheets.size() == 5);
    CHECK(sheets[0].title == "What is not the same in the two runs");
    CHECK(sheets[1].title == "How much of the change each explains");
    CHECK(sheets[2].title == "Which option comes first most often");
    CHECK(notes_say(sheets.back(), "Structure alone does not determine outcomes."));
    CHECK(notes_say(sheets.back(), "nobody was asked for weights"));
}

TEST_CASE("what went in is told by its fingerprint, and warnings line by line") {
    const auto rows = to_sheets(small_comparison())[0].rows;
    REQUIRE(rows.size() == 5);
    CHECK(rows[0][1].text == "seed");
    CHECK(rows[0][2].text == "7");
    CHECK(rows[1][1].text == "models/north.toml");
    CHECK(rows[1][2].text == mark_of("", "north").sha256.substr(0, 12) + "…, 5 bytes");
    CHECK(rows[2][1].text == "sources/s.toml");
    CHECK(rows[2][2].text == "not there");
    CHECK(rows[4][3].text == "north: a new warning");
    CHECK(notes_say(to_sheets(small_comparison())[0], "1 output file is not the same"));
}

TEST_CASE("shares stand with what they move most, and say what cannot be told apart and why") {
    const auto shares = to_sheets(small_comparison())[1];
    REQUIRE(shares.rows.size() == 4);
    CHECK(shares.rows[0][0].text == "models/north.toml, sources/s.toml");
    CHECK(shares.rows[0][1].text == "1.25");
    CHECK(shares.rows[0][3].text == "a under weights.w on north");
    CHECK(shares.rows[0][4].text == "-0.4");
    CHECK(shares.rows[2][0].text == "seed");
    CHECK(shares.rows[2][1].text == "0");
    CHECK(shares.rows[3][0].text == "all together");
    CHECK(shares.rows[3][4].text == "-0.3");
    CHECK(notes_say(shares, "A share below 0"));
    CHECK(notes_say(shares,
                    "stand together, for with some of them alone there is no such study: "
                    "models/north.toml:3:4: error[E301]: no source \"s\""));
    CHECK(notes_say(shares, "Settings have no part in an expected value"));
    CHECK_FALSE(notes_say(shares, "arithmetic"));
}

TEST_CASE("what an engine changed is said to be no part of the shares") {
    auto c = small_comparison();
    c.before.record.numerics = 1;
    const auto sheets = to_sheets(c);
    CHECK(sheets[0].rows[0][1].text == "numerics");
    CHECK(notes_say(sheets[1], "what another engine changed is no part of it"));
}

TEST_CASE("without a change of any value there is nothing to share, and it says so") {
    auto c = small_comparison();
    for (auto& value : c.shares->values) value.after = value.before;
    c.shares->moved = false;
    c.shares->players = {{{2}, {}, false, 0, {0, 0}}};
    const auto shares = to_sheets(c)[1];
    CHECK(notes_say(shares, "No option's expected value differs"));
    CHECK(notes_say(shares, "changed in its text alone"));
    CHECK(shares.rows[0][2].text == "no");
    CHECK(shares.rows[0][3].text == "-");
    CHECK(shares.rows.back()[0].text == "seed");

    c.shares->values.clear();
    c.shares->players = {{{2}, {}, false, 0, {}}};
    CHECK(notes_say(to_sheets(c)[1], "no ranking in common"));
}

TEST_CASE("shares that cannot be had are missing, with the reason") {
    auto c = small_comparison();
    c.shares.reset();
    c.changes.clear();
    c.no_shares = "the inputs are gone.";
    const auto shares = to_sheets(c)[1];
    REQUIRE(shares.rows.size() == 3);
    CHECK(shares.rows[0][1].text == "missing");
    CHECK(shares.notes == std::vector<std::string>{"There are no shares: the inputs are gone."});
    const auto written = to_document(c);
    CHECK(written.find("shares")->is_null());
    CHECK(*written.find("why_no_shares")->as_string() == "the inputs are gone.");
}

TEST_CASE("no rank stands without its probability, and who is not separated is named") {
    const auto sheets = to_sheets(small_comparison());
    const auto& leaders = written::titled(sheets, "Which option");
    REQUIRE(leaders.rows.size() == 1);
    CHECK(leaders.rows[0][2].text == "a 0.75 +- 0.01, not separated from b");
    CHECK(leaders.rows[0][3].text == "b 0.75 +- 0.01, not separated from a");
    CHECK(leaders.rows[0][4].text == "no");
    CHECK(notes_say(leaders, "in 1 of 1."));

    const auto& first = written::titled(sheets, "Probabilities");
    REQUIRE(first.rows.size() == 2);
    CHECK(first.rows[0][7].text == "-0.5");
    CHECK(first.rows[0][8].text == "0.0141");
    CHECK(notes_say(first, "2 probabilities were compared; 2 moved by more than two standard errors"));

    const auto& values = written::titled(sheets, "Values");
    REQUIRE(values.rows.size() == 1);
    CHECK(values.rows[0][5].text == "index");
}

TEST_CASE("a small difference is left to sampling, and one run's own options are named") {
    auto c = small_comparison();
    c.after.result = summary_of(0.76, 0.01);
    c.after.result->values.push_back({"north", "c", "reach", "index", exact_value{1}});
    const auto sheets = to_sheets(c);
    CHECK(written::titled(sheets, "Probabilities").rows.empty());
    CHECK(notes_say(written::titled(sheets, "Probabilities"), "2 by less, which sampling alone explains"));
    CHECK(written::titled(sheets, "What one of the runs has alone").rows[0][1].text == "c");
}

TEST_CASE("without a result only what went in is told") {
    auto c = small_comparison();
    c.before.result.reset();
    const auto sheets = to_sheets(c);
    REQUIRE(sheets.size() == 2);
    CHECK(notes_say(sheets.back(), "Structure alone does not determine outcomes."));
    CHECK(to_document(c).find("result")->is_null());
    CHECK(to_document(c).find("before")->find("result")->is_null());
}

TEST_CASE("the tidy table has a row for everything, of one width") {
    const auto tidy = differences_sheet(small_comparison());
    std::vector<std::string> parts;
    for (const auto& row : tidy.rows) {
        CHECK(row.size() == tidy.columns.size());
        if (parts.empty() || parts.back() != row[0].text) parts.push_back(row[0].text);
    }
    CHECK(parts == std::vector<std::string>{"options", "inputs", "warnings", "outputs", "share", "expected value",
                                            "first", "value"});
    const auto first =
        std::find_if(tidy.rows.begin(), tidy.rows.end(), [](const auto& r) { return r[0].text == "first"; });
    CHECK((*first)[4].text == "none");
    CHECK((*first)[5].text == "false");
    CHECK((*first)[10].exact == "0.75");
    CHECK((*first)[16].text == "true");
    const auto share =
        std::find_if(tidy.rows.begin(), tidy.rows.end(), [](const auto& r) { return r[0].text == "share"; });
    CHECK((*share)[1].text == "models/north.toml sources/s.toml");
    CHECK(share->back().exact == "1.25");
}

TEST_CASE("hostile names stay text in every form, and the longest and the empty ones do no harm") {
    auto c = small_comparison();
    const std::string long_name(5000, 'x');
    c.before.record.engine = hostile_label;
    c.before.record.inputs[0].name = hostile_label;
    c.changes[0].files = {hostile_label, long_name, ""};
    c.changes[2].kind = hostile_label;
    c.shares->values[0].option = hostile_label;
    c.shares->players[0].together[0].message = hostile_label;
    c.before.result->rankings[0].options[0].option = c.after.result->rankings[0].options[0].option = hostile_label;
    c.before.result->values[0].criterion = c.after.result->values[0].criterion = hostile_label;
    c.before.result->values[0].unit = "";
    c.before.result->weights[0].key = hostile_label;

    const auto json = to_json(to_document(c)).value();
    std::string shown = to_csv(differences_sheet(c));
    for (const auto& sheet : to_sheets(c)) shown += to_text(sheet, 100) + to_markdown(sheet);
    for (const auto& text : {json, shown}) {
        CHECK(text.find('\x1b') == std::string::npos);
        CHECK(text.find("\u202e") == std::string::npos);
    }
    CHECK(json.find("<b>") == std::string::npos);
    CHECK(to_csv(differences_sheet(c)).find(",=") == std::string::npos);
    written::keep("samples", "hostile.run-diff.json", json);
}

TEST_CASE("the document holds both runs, and keeps its form for the schema") {
    const auto written = to_document(small_comparison());
    CHECK(*written.find("format")->as_string() == "concordat/run-diff@1");
    CHECK(*written.find("before")->find("result")->as_string() == "recorded");
    CHECK(*written.find("after")->find("result")->as_string() == "run again");
    CHECK(written.find("differences")->as_array()->size() == 6);
    CHECK(written.find("shares")->find("inputs")->as_array()->size() == 2);
    CHECK(*written.find("shares")->find("settings_without_part")->as_array()->front().as_string() == "seed");
    CHECK(written.find("result")->find("first")->as_array()->size() == 4);
    written::keep_sample("example.run-diff.json", written);
}

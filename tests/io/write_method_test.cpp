// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_method.hpp"

#include "concordat/io/ranking_table.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace concordat;

namespace {

ranking_table cars(const std::string& method, const std::string& weights = ", weight = 1") {
    return load_table_text(
               "format = \"concordat/table@1\"\nkey = \"cars\"\ntitle = \"Cars\"\n"
               "criteria = [{ key = \"price\", sense = \"lower\"" +
                   weights + " }, { key = \"range\", sense = \"higher\"" + weights +
                   " }]\n"
                   "options = [{ key = \"a\", values = [20, 300] }, { key = \"b\", values = [30, 500] }]\n"
                   "[method]\n" +
                   method,
               "cars.toml")
        .value();
}

const document& result_of(const method_report& report, const char* key) {
    const auto* found = report.content.find("results")->find(key);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("every method has a word, and answers by it") {
    const auto table = cars(
        "order = [\"price\", \"range\"]\nsamples = 100\nconcordance = 0.7\ndiscordance = 0.5\n"
        "strong_concordance = 0.8\nmiddle_concordance = 0.7\nweak_concordance = 0.6\n"
        "loose_discordance = 0.5\ntight_discordance = 0.3\ncut = 0.75\n"
        "profiles = [{ key = \"fair\", values = [25, 400] }]\n");
    for (std::size_t at = 0; at < decision_method_words.size(); ++at) {
        INFO(decision_method_words[at]);
        const auto report = report_of(static_cast<decision_method>(at), table);
        REQUIRE(report.has_value());
        CHECK(*report->content.find("method") == document(decision_method_words[at]));
        CHECK_FALSE(report->sheets.empty());
        CHECK_FALSE(report->sheets.front().notes.empty());
        for (const auto& sheet : report->sheets)
            for (const auto& row : sheet.rows) CHECK(row.size() == sheet.columns.size());
    }
}

TEST_CASE("what a table states and what stands in for the rest are told apart") {
    const auto stated = report_of(decision_method::vikor, cars("v = 0.25\n")).value();
    CHECK(*stated.content.find("parameters") == document(document::object{{"v", 0.25}}));
    CHECK(stated.content.find("defaults")->as_object()->empty());
    const auto usual = report_of(decision_method::vikor, cars("")).value();
    CHECK(usual.content.find("parameters")->as_object()->empty());
    CHECK(*usual.content.find("defaults")->find("v") == document(0.5));
}

TEST_CASE("vectors follow the options, and matrices are rows") {
    const auto report = report_of(decision_method::topsis, cars("")).value();
    CHECK(*report.content.find("options") == document(document::array{"a", "b"}));
    CHECK(*report.content.find("weights") == document(document::array{0.5, 0.5}));
    CHECK(result_of(report, "closeness").as_array()->size() == 2);
    CHECK(result_of(report, "normalized").as_array()->size() == 2);
    CHECK(result_of(report, "normalized").as_array()->front().as_array()->size() == 2);
    CHECK(result_of(report, "ideal").as_array()->size() == 2);
}

TEST_CASE("truth values are truth values, and options are named by key") {
    const auto dominance = report_of(decision_method::dominance, cars("")).value();
    CHECK(result_of(dominance, "pareto_front") == document(document::array{"a", "b"}));
    CHECK(result_of(dominance, "potentially_optimal") == document(document::array{true, true}));
    CHECK(result_of(dominance, "pareto_layers") == document(document::array{1, 1}));
    const auto vikor = report_of(decision_method::vikor, cars("")).value();
    CHECK(result_of(vikor, "acceptable_advantage").as_bool() != nullptr);
}

TEST_CASE("what a method needs is asked for where the file would say it") {
    const auto refused = report_of(decision_method::electre1, cars("concordance = 0.5\n"));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == errc::missing_key);
    CHECK(refused.error().message == "method lacks the key \"discordance\", which electre1 needs");
    CHECK(refused.error().where.path == "cars.toml");
    CHECK(refused.error().where.line == 6);
}

TEST_CASE("an option that never came first has no central weights") {
    const auto report = report_of(decision_method::smaa, cars("samples = 100\nnormalisation = \"max\"\n"));
    REQUIRE(report.has_value());
    const auto& rows = *result_of(*report, "central_weight").as_array();
    REQUIRE(rows.size() == 2);
    CHECK((rows[0].is_null() != rows[1].is_null()));
}

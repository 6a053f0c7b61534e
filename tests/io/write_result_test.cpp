// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_result.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/json.hpp"
#include "study/small_study.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace concordat;
using namespace concordat::testing;

namespace {

const document& member(const document& d, std::string_view key) {
    const auto* found = d.find(key);
    REQUIRE(found != nullptr);
    return *found;
}

}  // namespace

TEST_CASE("the document of a result has a cell for every option and criterion, and says why one is missing") {
    const auto s = small_study();
    const auto found = run(s).value();
    const auto written = to_document(s, found);
    CHECK(to_json(written).has_value());
    CHECK(*member(member(written, "limitation"), "text").as_string() == standing_limitation().text);

    const auto& baselines = *member(written, "baselines").as_array();
    REQUIRE(baselines.size() == s.baselines.size());
    const auto& options = *member(baselines[0], "options").as_array();
    REQUIRE(options.size() == s.options.size());
    std::size_t missing = 0;
    for (const auto& option : options) {
        const auto& cells = *member(option, "cells").as_array();
        REQUIRE(cells.size() == s.criteria.criteria.size());
        for (const auto& each : cells) {
            const bool without = member(each, "value").is_null();
            CHECK(without == member(each, "worth").is_null());
            CHECK(without == !member(each, "missing").is_null());
            missing += without ? 1u : 0u;
        }
    }
    CHECK(missing == 2);  // nobody gave H2 for either option
}

TEST_CASE("what stands beside the values is written with the values that somebody gave") {
    auto s = small_study();
    s.criteria.axes.push_back({"COST", "Running cost", "GBP", sense::lower, value_source::indicator, {}, {}});
    s.judgements.push_back({"x", "COST", interval_value{3, 4}, "a panel", {}, {}});
    const auto written = to_document(s, run(s).value());
    const auto& axes = *member(written, "axes").as_array();
    REQUIRE(axes.size() == 1);
    CHECK(*member(axes[0], "unit").as_string() == "GBP");
    const auto& values = *member(axes[0], "values").as_array();
    REQUIRE(values.size() == 1);
    CHECK(*member(values[0], "option").as_string() == "x");
    CHECK(member(values[0], "value") == document(document::object{{"low", 3.0}, {"high", 4.0}}));
    CHECK(*member(values[0], "given_by").as_string() == "a panel");
}

TEST_CASE("weights that nobody gave carry their watermark, and weights that somebody gave carry none") {
    auto s = small_study();
    REQUIRE(watermarks(s).size() == 1);
    CHECK(watermarks(s)[0].find("every weighting counts as equally likely") != std::string::npos);
    s.weights[0].how = elicitation::direct;
    CHECK(watermarks(s)[0].find("illustrative") != std::string::npos);
    s.weights[0].illustrative = false;
    CHECK(watermarks(s).empty());
}

TEST_CASE("the table of performance has one row for each baseline, option and criterion") {
    const auto s = small_study();
    const auto table = performance_sheet(run(s).value());
    std::set<std::string> cells;
    for (const auto& row : table.rows) cells.insert(row[0].text + "|" + row[1].text + "|" + row[2].text);
    CHECK(cells.size() == table.rows.size());
    CHECK(cells.size() == s.baselines.size() * s.options.size() * s.criteria.criteria.size());
    for (const auto& row : table.rows) CHECK(row[4].is_number() == row[8].text.empty());
}

TEST_CASE("the table of ranks has the known and the whole, each with its standard errors") {
    const auto s = small_study();
    const auto found = run(s).value();
    const auto table = ranking_sheet(s, found);
    CHECK(table.rows.size() == 2 * s.baselines.size() * s.weights.size() * s.options.size());
    for (const auto& row : table.rows) {
        REQUIRE(row.size() == table.columns.size());
        for (const std::size_t number : {6u, 7u, 8u, 9u, 10u, 11u}) CHECK(row[number].is_number());
    }
    CHECK(table.rows[0][6].exact == shortest(found.baselines[0].rankings[0].with_missing.first(0).value));
}

TEST_CASE("the same result is the same bytes whatever the threads") {
    const auto s = small_study();
    const auto written = [&](unsigned threads) {
        run_options options;
        options.threads = threads;
        return to_json(to_document(s, run(s, options).value())).value();
    };
    CHECK(written(7) == written(1));
}

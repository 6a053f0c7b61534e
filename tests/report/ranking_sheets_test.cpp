// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/ranking_sheets.hpp"

#include "concordat/core/text.hpp"
#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

bool notes_say(const sheet& table, std::string_view what) {
    return std::any_of(table.notes.begin(), table.notes.end(),
                       [&](const auto& note) { return note.find(what) != std::string::npos; });
}

}  // namespace

TEST_CASE("a rank never stands without its probability and the error of that") {
    const auto s = small_study();
    const auto found = run(s).value();
    const auto& ranks = found.baselines[0].rankings[0].with_missing;
    const auto plain = ranking_sheets(s, found.baselines[0], {});
    REQUIRE(plain.size() == 1);
    CHECK(plain[0].columns[1].name == "1 first");
    CHECK(plain[0].rows[1][1].exact == shortest(ranks.first(1).value));
    CHECK(notes_say(plain[0], "One standard error of sampling is at most"));
    CHECK(notes_say(plain[0], "criteria with missing values left out, first with probability: x 1.00 +- 0."));
    CHECK(notes_say(plain[0], "Not dominated by another option"));

    report_style with_errors;
    with_errors.errors = true;
    const auto full = ranking_sheets(s, found.baselines[0], with_errors);
    CHECK(full[0].rows[1][1].text.find(" +- ") != std::string::npos);
    CHECK_FALSE(notes_say(full[0], "One standard error"));
}

TEST_CASE("options that cannot be told apart are named so") {
    auto s = small_study();
    s.options[1].reforms.clear();
    const auto found = run(s).value();
    CHECK(notes_say(ranking_sheets(s, found.baselines[0], {})[0], "Weights 1, not separated: base and x."));
}

TEST_CASE("weight sets share tables as the width allows, and keep their numbers") {
    auto s = small_study();
    for (const auto* key : {"weights.second", "weights.third"}) s.weights.push_back(weights_of(key, elicitation::none));
    const auto found = run(s).value();
    report_style narrow;
    narrow.width = 62;
    const auto tables = ranking_sheets(s, found.baselines[0], narrow);
    REQUIRE(tables.size() == 2);
    CHECK(tables[0].columns.size() == 7);
    CHECK(tables[1].columns[1].name == "3 first");
}

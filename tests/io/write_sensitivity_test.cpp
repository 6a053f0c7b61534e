// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_sensitivity.hpp"

#include "study/doubtful_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace concordat;
using namespace concordat::testing;

namespace {

sensitivity found_in(const study& s) { return sensitivities(s, {{.samples = 500}, {}, {}}).value(); }

}  // namespace

TEST_CASE("people are shown five tables for each weight set, each with its place in the title, and what is alike") {
    const auto s = doubtful_study();
    const auto sheets = to_sheets(s, found_in(s));
    REQUIRE(sheets.size() == 6);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(sheets[i].title.find("weights weights.unknown") != std::string::npos);
        for (const auto& row : sheets[i].rows) CHECK(row.size() == sheets[i].columns.size());
    }
    CHECK(sheets[4].rows[2][0].text == "structure");
}

TEST_CASE("a long table is cut for people, and says so") {
    auto s = doubtful_study();
    auto found = found_in(s);
    auto& switches = found.baselines.front().weights.front().value_switches;
    REQUIRE_FALSE(switches.empty());
    switches.assign(40, switching_value{1, 0, 0, 0.5, {{0.5, 0.25}}});
    const auto table = to_sheets(s, found)[1];
    CHECK(table.rows.size() == 12);
    CHECK(table.notes.back() == "The first 12 of 40; --format json has all.");
    switches.clear();
    CHECK(to_sheets(s, found)[1].rows.front().front().text == "none");
}

TEST_CASE("the research agenda is one tidy table, the most worthwhile first") {
    const auto s = doubtful_study();
    const auto found = found_in(s);
    const auto agenda = agenda_sheet(s, found);
    const auto& on = found.baselines.front();
    REQUIRE(agenda.rows.size() == on.table.criteria.size() + on.inquiries.size());
    const auto number = [](const std::vector<cell>& row) { return std::stod(row[4].exact); };
    CHECK(std::is_sorted(agenda.rows.begin(), agenda.rows.end(),
                         [&](const auto& a, const auto& b) { return number(a) > number(b); }));
}

TEST_CASE("the document names every fact with its odds, and what is without it") {
    const auto s = doubtful_study();
    const auto whole = to_document(s, found_in(s));
    const auto& on = whole.find("baselines")->as_array()->front();
    const auto& facts = *on.find("facts")->as_array();
    CHECK(std::any_of(facts.begin(), facts.end(), [](const document& fact) {
        return *fact.find("name")->as_string() == "information-is-shared" && *fact.find("odds")->as_double() == 0.5;
    }));
    const auto& under = on.find("weights")->as_array()->front();
    CHECK(under.find("facts")->as_array()->size() == facts.size());
    CHECK(under.find("rank_reversal")->as_array()->size() == 2);
}

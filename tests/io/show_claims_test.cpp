// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/show_claims.hpp"

#include "concordat/io/json.hpp"
#include "concordat/io/load.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace concordat;

namespace {

claim_set said() { return load_claims(std::string(CONCORDAT_TEST_DATA) + "/cli/world/claims/said.toml").value(); }

}  // namespace

TEST_CASE("claims are read with who said what about which reforms, and when") {
    const auto set = said();
    REQUIRE(set.claims.size() == 4);
    CHECK(set.claims[0].side == claim_side::in_favour);
    CHECK(set.claims[1].about == std::vector<std::string>{"reforms.direct", "reforms.away"});
    CHECK(set.claims[1].when.first == date{2023, 2, 14});
    CHECK(set.claims[2].evidence.assumption == "meeting-was-meant");
    CHECK_FALSE(set.claims[3].evidence.stated());
    CHECK(set.events.size() == 2);
}

TEST_CASE("claims are shown for, against and mixed, each in order of time, with the history after them") {
    const auto sheets = to_sheets(said());
    REQUIRE(sheets.size() == 4);
    CHECK(to_text(sheets[0], 0).find("2 for, 1 against, 1 mixed") != std::string::npos);
    std::vector<std::string> who;
    for (const auto& row : sheets[1].rows) who.push_back(row[1].text);
    CHECK(who == std::vector<std::string>{"A former councillor", "The charity", "A parents' group", "The school"});
    CHECK(sheets[1].rows[0].back().text == "unsourced");
    CHECK(sheets[2].rows[0][0].text == "2023-01");
    CHECK(to_sheet(said()).rows.size() == 6);
}

TEST_CASE("the document of claims says the level that an assumption gives") {
    const auto d = to_document(said());
    written::keep_sample("said.show_claims.json", d);
    const auto& third = (*d.find("claims")->as_array())[2];
    CHECK(third.find("evidence")->find("level")->as_signed() == 1);
    CHECK(*d.find("history")->as_array()->front().find("text")->as_string() == "The plans are published.");
}

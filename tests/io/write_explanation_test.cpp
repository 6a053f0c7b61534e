// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_explanation.hpp"

#include "concordat/io/json.hpp"
#include "study/small_study.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace concordat;
using namespace concordat::testing;

namespace {}  // namespace

TEST_CASE("an explanation leads from the value to the relations it rests on") {
    const auto s = small_study();
    const auto why = explain(s, "x", "D1").value();
    const auto written = to_document(why);
    CHECK(to_json(written).has_value());
    CHECK(*written.find("format")->as_string() == "concordat/explain@1");
    const auto& baseline = written.find("baselines")->as_array()->front();
    CHECK(baseline.find("value")->as_double() != nullptr);
    CHECK(baseline.find("relations")->as_array()->size() == why.baselines[0].relations.size());
    CHECK(baseline.find("steps")->as_array()->size() == 3);

    const auto grounds = grounds_sheet(why);
    CHECK(grounds.rows.size() == why.baselines[0].relations.size());
    for (const auto& g : why.baselines[0].relations) CHECK(written::cells_say(grounds, g.identity));
}

TEST_CASE("the criticism of a measure stands beside its value") {
    const auto why = explain(small_study(), "x", "D1").value();
    const auto sheets = to_sheets(why);
    CHECK(written::cells_say(sheets.front(), why.measure->criticism));
    CHECK(written::cells_say(sheets.front(), why.measure->formula));
}

TEST_CASE("a criterion that somebody judges shows who did and what it is worth, or that nobody did") {
    auto s = small_study();
    CHECK(written::cells_say(to_sheets(explain(s, "x", "H2").value()).front(), "none was given"));

    judgement given;
    given.option = "x";
    given.criterion = "H2";
    given.value = interval_value{2, 4};
    given.by = "A panel of three";
    s.judgements = {given};
    const auto sheets = to_sheets(explain(s, "x", "H2").value());
    CHECK(written::cells_say(sheets.front(), "2 to 4 by A panel of three, worth"));
    CHECK(sheets.size() == 1);
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_study_diff.hpp"

#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

struct compared {
    study before = small_study();
    study after = small_study();
    study_difference found;

    compared() {
        auto parts = before.baselines[0].parts();
        for (auto& r : parts.relations)
            if (r.type == relation_type::accountable_to && r.from == "camhs") r.in_force.to = date{2025, 1, 1};
        before.baselines = after.baselines = {model::make(parts).value()};
        before.as_of = date{2023, 10, 1};
        after.as_of = date{2026, 1, 1};
        found = diff(before, after).value();
    }
};

}  // namespace

TEST_CASE("two studies side by side: what is asked, what counts no longer, and the values that moved") {
    const compared c;
    const auto sheets = to_sheets(c.found, c.before, c.after);
    REQUIRE(sheets.size() == 3);
    CHECK(sheets[0].rows.size() == 1);
    CHECK(sheets[0].rows[0][1].text == "setting as_of");
    CHECK(sheets[1].rows.size() == 2);  // the day, and the line that ended
    CHECK(sheets[1].rows[1][4].text == "all baselines");
    REQUIRE(sheets[2].rows.size() == c.found.values.size());
    CHECK(sheets[2].rows[0][2].text == "D2");
    CHECK(sheets[2].notes[0] == "6 values were compared, 1 of them differ");
}

TEST_CASE("the document of two studies says the same") {
    const compared c;
    const auto document = to_document(c.found, c.before, c.after);
    CHECK(*document.find("format")->as_string() == "concordat/study-diff@1");
    CHECK(*document.find("before")->find("as_of")->as_string() == "2023-10-01");
    CHECK(document.find("values")->as_array()->size() == c.found.values.size());
    CHECK(document.find("baselines")->as_array()->size() == 1);
}

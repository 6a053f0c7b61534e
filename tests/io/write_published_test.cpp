// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_published.hpp"

#include "concordat/io/json.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/write_explanation.hpp"
#include "concordat/io/write_result.hpp"
#include "concordat/study/explain.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace concordat;

namespace {

const study& small() {
    static const study s = load_study(std::string(CONCORDAT_TEST_DATA) + "/cli/world/studies/small.toml").value().study;
    return s;
}

std::string text_of(const sheet& table) { return to_text(table, 0); }

}  // namespace

TEST_CASE("a study reads its claims and the day it looks from") {
    REQUIRE(small().claims.size() == 1);
    CHECK(small().claims[0].claims.size() == 4);
    CHECK(small().as_of == date{2023, 10, 1});
}

TEST_CASE("each option has its counts, the status quo among them") {
    const auto table = published_count_sheet(small(), published_on(small()));
    REQUIRE(table.rows.size() == 3);
    const auto row = [&](std::size_t at) {
        std::string text;
        for (const auto& c : table.rows[at]) text += c.text + " ";
        return text;
    };
    CHECK(row(0) == "now 0 0 0 0 ");
    CHECK(row(1) == "direct 1 1 1 2 ");
    CHECK(row(2) == "away 0 1 0 0 ");
    CHECK(published_count_sheet(small(), {}).rows.empty());
}

TEST_CASE("claims stand with their level and source, and those about no option are counted") {
    const auto text = text_of(claims_sheet(published_on(small())));
    CHECK(text.find("Letters to the council, 2023, letter 2, https://example.org/letters") != std::string::npos);
    CHECK(text.find("assumption: The letter means the school's plan") != std::string::npos);
    CHECK(text.find("One board") == std::string::npos);
    CHECK(text.find("1 claim is about reforms that no option of this study uses") != std::string::npos);
    const auto none = claims_sheet(published_on(small(), small().options[0]));
    CHECK(text_of(none).find("none about what is shown here") != std::string::npos);
    CHECK(claims_sheet({}).rows.empty());
}

TEST_CASE("evaluations stand as they were published, with what they may not be used for") {
    const auto text = text_of(evaluations_sheet(published_on(small())));
    CHECK(text.find("12.5 percentage points, 3 to 22; with 61.5, without 49") != std::string::npos);
    CHECK(text.find("None of it enters a value.") != std::string::npos);
    CHECK(text.find("who was studied: 240 pupils") != std::string::npos);
    CHECK(evaluations_sheet({}).notes.empty());
}

TEST_CASE("the history is cut at the study's day and says so") {
    const auto table = history_sheet(history(small(), small().as_of), small().as_of);
    REQUIRE(table.rows.size() == 1);
    CHECK(table.notes.front() == "Up to 2023-10-01, the day that the study looks from.");
    CHECK(history_sheet(history(small(), {}), {}).rows.size() == 2);
    CHECK(history_sheet({}, date{2023, 10, 1}).notes.empty());
}

TEST_CASE("a result and an explanation carry what was published, apart from every value") {
    run_options quick;
    quick.samples = 200;
    const auto result = to_document(small(), run(small(), quick).value());
    const auto* published = result.find("published");
    REQUIRE(published != nullptr);
    CHECK(published->find("claims")->as_array()->size() == 3);
    CHECK(published->find("claims_on_no_option")->as_unsigned() == 1);
    CHECK(published->find("evaluations")->as_array()->size() == 2);
    CHECK(published->find("history")->as_array()->size() == 1);

    const auto why = explain(small(), "away", "reach").value();
    const auto written = to_document(why);
    CHECK(written.find("published")->find("claims")->as_array()->size() == 1);
    CHECK(written.find("published")->find("evaluations")->as_array()->empty());
    CHECK(to_sheets(why).back().title == "Claims for and against");
    CHECK(to_json(written).has_value());
}

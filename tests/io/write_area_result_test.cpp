// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_area_result.hpp"

#include "concordat/io/load.hpp"
#include "concordat/io/write_result.hpp"
#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;

namespace {

loaded_study loaded_patchwork() {
    return load_study(std::string(CONCORDAT_TEST_DATA) + "/cli/patchwork/studies/patchwork.toml").value();
}

}  // namespace

TEST_CASE("a study with areas runs on the models that its areas stand for, and its inputs hold the data") {
    const auto loaded = loaded_patchwork();
    REQUIRE(loaded.study.baselines.size() == 2);
    CHECK(loaded.study.baselines[0].key() == "models.apart");
    CHECK(loaded.study.baselines[1].key() == "models.joined");
    std::size_t data = 0;
    for (const auto& input : loaded.inputs) data += input.name == "indicators/three.csv" ? 1u : 0u;
    CHECK(data == 1);
}

TEST_CASE("the document has every area with its mixture, and the areas where each option does worst") {
    const auto loaded = loaded_patchwork();
    const auto written = area_result_document(loaded.study, run(loaded.study).value());
    const auto& areas = *written.find("areas")->as_array();
    REQUIRE(areas.size() == 3);
    CHECK(*areas[1].find("area")->as_string() == "south");
    const auto& join = areas[1].find("results")->as_array()->front().find("options")->as_array()->at(1);
    CHECK(*join.find("probability_first")->find("value")->as_double() == Approx(0.8));
    const auto& over = written.find("all")->as_array()->front().find("options")->as_array()->at(0);
    CHECK(*over.find("by_population")->find("probability_first")->find("value")->as_double() == Approx(0.42));
    CHECK(over.find("lowest_probability_first")->find("areas")->as_array()->size() == 1);
}

TEST_CASE("the table has a row for each area, weight set and option, and the means below") {
    auto loaded = loaded_patchwork();
    const auto table = area_sheet(loaded.study, run(loaded.study).value());
    CHECK(table.rows.size() == 3 * 2 + 2 * 2);
    for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
    CHECK(table.rows[2][2].text == "models.apart 0.8, models.joined 0.2");
    loaded.study.areas->areas[0].population.reset();
    CHECK(area_sheet(loaded.study, run(loaded.study).value()).rows.size() == 3 * 2 + 2);
}

TEST_CASE("a study without areas says so") {
    const auto s = testing::small_study();
    const auto found = run(s).value();
    CHECK(area_result_document(s, found).is_null());
    CHECK(area_sheet(s, found).rows.empty());
    CHECK(to_document(s, found).find("areas")->is_null());
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/ranking_choice.hpp"

#include "concordat/report/first_place_picture.hpp"

#include "drawn_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("a picture shows the baseline, weights and treatment of gaps that were chosen") {
    auto s = judged_study({{exact_value{0.2}, missing_value{}}, {exact_value{0.7}, missing_value{}}});
    s.weights.push_back(weights_of("weights.second", elicitation::none));
    const auto found = run(s).value();
    const auto stated = first_place_picture("p", s, found);
    const auto without = first_place_picture("p", s, found, {0, 1, gaps_count::not_at_all});
    CHECK_THAT(stated.subtitle, Catch::Contains("weights.unknown"));
    CHECK_THAT(without.subtitle, Catch::Contains("weights.second") && Catch::Contains("are left out"));
    // With the gap left out, the one criterion that is known decides.
    CHECK(without.headline == "O2 comes first in 100% of the draws; next is O1 0%.");
    CHECK(stated.headline != without.headline);
}

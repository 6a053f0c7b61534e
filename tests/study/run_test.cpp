// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/run.hpp"

#include "study/small_study.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

TEST_CASE("a run measures every option on every baseline, and ranks them under every weight set") {
    auto s = small_study();
    s.baselines.push_back(worked_example_option_x());
    s.weights.push_back(weights_of("weights.second", elicitation::none));
    // The reform takes away lines that Option X does not have any more, so on that baseline it must not be required.
    for (auto& step : s.reforms.begin()->second.steps)
        if (auto* gone = std::get_if<unrelate_step>(&step.action)) gone->if_present = true;

    const auto result = run(s).value();
    REQUIRE(result.baselines.size() == 2);
    CHECK(result.baselines[0].options.size() == 2);
    CHECK(result.baselines[0].rankings.size() == 2);
    CHECK(result.samples == 20'000);
    // On a baseline where Option X is already so, it equals the status quo in everything, so both are always first.
    const auto& settled = result.baselines[1].rankings[0].with_missing;
    CHECK(result.baselines[1].options[1].steps.front().already_so());
    CHECK_FALSE(settled.separated(0, 1));
}

TEST_CASE("probabilities of a two-option study agree with the closed form") {
    // Known criteria: A1 equal, D1 equal or better, D2 better for X. Leaving the missing H2 out, X is never worse than
    // the status quo and strictly better whenever D2 or D1 has any weight: it is first in every sample.
    const auto result = run(small_study()).value();
    const auto& known = result.baselines[0].rankings[0].without_missing;
    CHECK(known.first(1).value == 1.0);
    CHECK(known.beats(1, 0).value == 1.0);
    // With H2 anywhere on its scale for each option alone, nobody is certain of anything.
    const auto& all = result.baselines[0].rankings[0].with_missing;
    CHECK(all.first(1).value < 1.0);
    CHECK(all.first(1).value > 0.5);
    CHECK(all.first(1).standard_error > 0);
}

TEST_CASE("the same seed gives the same result for any number of threads, another seed another one") {
    const auto s = small_study();
    const auto once = run(s, {.threads = 1}).value();
    for (const unsigned threads : {2u, 3u, 7u, 16u}) {
        const auto again = run(s, {.threads = threads}).value();
        CHECK(again.baselines[0].rankings[0].with_missing == once.baselines[0].rankings[0].with_missing);
    }
    const auto other = run(s, {.seed = 2}).value();
    CHECK_FALSE(other.baselines[0].rankings[0].with_missing == once.baselines[0].rankings[0].with_missing);
}

TEST_CASE("shares of the weight say what it rests on, and what of it is missing") {
    const auto result = run(small_study()).value();
    const auto& shares = result.baselines[0].rankings[0].shares;
    // Half the weight is accountability's, a third of which is the panel's.
    REQUIRE(shares.size() == 5);
    CHECK(shares[0].what == "graph");
    CHECK(shares[0].share == Approx(5.0 / 6));
    CHECK(shares[3].what == "judgement");
    CHECK(shares[3].share == Approx(1.0 / 6));
    CHECK(shares[4].what == "missing");
    CHECK(shares[4].share == Approx(1.0 / 6));
}

TEST_CASE("a reform that cannot apply says which option and baseline") {
    auto s = small_study();
    auto& step = std::get<unrelate_step>(s.reforms.begin()->second.steps[0].action);
    step.match.from = std::string("hvt");
    const auto result = run(s);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == errc::step_cannot_apply);
    CHECK_THAT(result.error().message, Catch::StartsWith("option \"x\" on \"worked.base\": "));
}

TEST_CASE("a run can be stopped, and says so") {
    std::size_t asked = 0;
    const auto result = run(small_study(), {.progress = [&](std::size_t, std::size_t) { return ++asked < 3; }});
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().code == errc::interrupted);
}

TEST_CASE("progress rises from nothing to all over the whole run") {
    std::size_t last = 0, all = 0;
    bool rising = true;
    const auto result = run(small_study(), {.threads = 1, .progress = [&](std::size_t done, std::size_t total) {
                                                rising = rising && done >= last;
                                                last = done;
                                                all = total;
                                                return true;
                                            }});
    REQUIRE(result.has_value());
    CHECK(rising);
    CHECK(last == all);
}

TEST_CASE("the standing limitation has its source") {
    CHECK(standing_limitation().text == "Structure alone does not determine outcomes.");
    CHECK_THAT(std::string(standing_limitation().source), Catch::Contains("CELCIS"));
}

TEST_CASE("sampling of structure is refused while it is not there, rather than ignored") {
    auto s = small_study();
    s.structure = true;
    REQUIRE_FALSE(run(s).has_value());
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/catalogue.hpp"

#include "concordat/graph/access.hpp"
#include "concordat/model/relation_switch.hpp"

#include "tests/graph/brute_force.hpp"
#include "tests/graph/random_model.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace concordat {

using Catch::Matchers::WithinAbs;

namespace {

error refusal(std::string_view key, const parameter_set& parameters = {}) {
    const auto made = make_measure(key, parameters);
    REQUIRE_FALSE(made.has_value());
    return made.error();
}

using words_list = std::vector<std::string>;

}  // namespace

TEST_CASE("the catalogue is the study's thirty in order, and the worst-off reach after them") {
    const auto cards = catalogue();
    REQUIRE(cards.size() == 31);
    for (std::size_t i = 0; i < 30; ++i) {
        const std::string number = std::to_string(i + 1);
        CHECK(cards[i].id == (i < 9 ? "GM0" : "GM") + number);
    }
    CHECK(cards[30].key == "worst_off_reach");
    CHECK(cards[30].id.empty());
    std::set<std::string_view> keys;
    for (const auto& card : cards) {
        INFO(card.key);
        CHECK(keys.insert(card.key).second);
        for (const auto text : {card.key, card.unit, card.title, card.formula, card.criticism, card.source})
            CHECK_FALSE(text.empty());
    }
}

TEST_CASE("a measure goes by its key or its number, and not by an empty text") {
    CHECK(make_measure("reach_efficiency", {}).value().info.id == "GM01");
    CHECK(make_measure("GM01", {}).value().info.key == "reach_efficiency");
    CHECK(make_measure("worst_off_reach", {}).has_value());
    CHECK(refusal("").code == errc::dangling_reference);
}

TEST_CASE("an unknown measure names the nearest") {
    const auto e = refusal("reach_eficiency");
    CHECK(e.code == errc::dangling_reference);
    CHECK(e.message == "no built-in measure has the key or number \"reach_eficiency\"");
    CHECK(e.hint == "did you mean \"reach_efficiency\"?");
}

TEST_CASE("an unknown parameter names the nearest, or says that there are none") {
    const auto e = refusal("coverage", {{"handofs", 2.0}});
    CHECK(e.code == errc::unknown_key);
    CHECK(e.message == "coverage has no parameter \"handofs\"; expected boundary, handoffs");
    CHECK(e.hint == "did you mean \"handoffs\"?");
    const auto none = refusal("gatekeepers", {{"boundary", std::string("team")}});
    CHECK(none.code == errc::unknown_key);
    CHECK(none.hint == "it takes no parameters");
}

TEST_CASE("a parameter of another type or out of range says what was seen and what was expected") {
    const auto says = [](std::string_view key, const parameter_set& parameters, errc code, const std::string& message) {
        const auto e = refusal(key, parameters);
        CHECK(e.code == code);
        CHECK(e.message == message);
    };
    says("coverage", {{"handoffs", true}}, errc::wrong_type,
         "coverage.handoffs = true, but expected a number, or \"any\"");
    says("coverage", {{"handoffs", -1.0}}, errc::out_of_range, "coverage.handoffs = -1, but expected 0 or more");
    says("coverage", {{"handoffs", 1.5}}, errc::bad_parameter, "coverage.handoffs = 1.5, but expected a whole number");
    says("coverage", {{"handoffs", std::string("all")}}, errc::bad_parameter,
         "coverage.handoffs = \"all\", but expected a number, or \"any\"");
    says("coverage", {{"handoffs", std::numeric_limits<double>::quiet_NaN()}}, errc::out_of_range,
         "coverage.handoffs = nan, but expected 0 or more");
    says("reach_efficiency", {{"boundary", 1.0}}, errc::wrong_type,
         "reach_efficiency.boundary = 1, but expected one of team, organisation, sector");
    says("hub_centralisation", {{"high", 1.5}}, errc::out_of_range,
         "hub_centralisation.high = 1.5, but expected from 0 to 1");
    says("hub_centralisation", {{"layers", words_list{}}}, errc::bad_parameter,
         "hub_centralisation.layers = [], but expected at least one layer");
    says("transition_discontinuity", {{"ages", std::vector<double>{5, 0}}}, errc::out_of_range,
         "transition_discontinuity.ages = [5, 0], but expected each above 0 to 200");
    says("transition_discontinuity", {{"ages", words_list{"five"}}}, errc::wrong_type,
         "transition_discontinuity.ages = [\"five\"], but expected a list of numbers");
    says("voice_reach", {{"standing_only", 1.0}}, errc::wrong_type,
         "voice_reach.standing_only = 1, but expected true or false");
    says("effective_funders", {{"unit", 1.0}}, errc::wrong_type, "effective_funders.unit = 1, but expected text");
    says("top_level_bodies", {{"services", std::string("help")}}, errc::wrong_type,
         "top_level_bodies.services = \"help\", but expected a list of keys");
}

TEST_CASE("a word that is near to a known one is suggested, and control characters are shown") {
    const auto e = refusal("reach_efficiency", {{"boundary", std::string("teem\x1b")}});
    CHECK(e.code == errc::bad_parameter);
    CHECK(e.message == "reach_efficiency.boundary = \"teem\\u001b\", but expected one of team, organisation, sector");
    CHECK(refusal("reach_efficiency", {{"boundary", std::string("teem")}}).hint == "did you mean \"team\"?");
    CHECK(refusal("disruption", {{"layers", words_list{"monney"}}}).hint == "did you mean \"money\"?");
}

TEST_CASE("all mistakes of one measure are told at once") {
    const auto e = refusal("coverage", {{"boundary", std::string("x")}, {"handoffs", -1.0}, {"zeal", true}});
    CHECK(e.more.size() == 2);
}

TEST_CASE("parameters reach the measure, and infinity is the word any") {
    const auto m = testing::worked_example();
    CHECK(*make_measure("coverage", {{"handoffs", 1.0}}).value()(m).value == 0.75);
    CHECK(*make_measure("coverage", {{"handoffs", std::string("any")}}).value()(m).value == 1.0);
    const auto any = make_measure("coverage", {{"handoffs", std::numeric_limits<double>::infinity()}}).value();
    CHECK(any.parameters.at("handoffs") == parameter_value(std::string("any")));
    const auto by_organisation = make_measure("GM01", {{"boundary", std::string("organisation")}}).value()(m);
    CHECK(testing::figure_of(by_organisation, "mean hand-offs") == 0.5);
    const auto at_eighteen = make_measure("GM26", {{"ages", std::vector<double>{18}}}).value()(m);
    CHECK(*at_eighteen.value == 1);
}

TEST_CASE("every parameter is stated, and what is stated makes the same measure again") {
    for (const auto& card : catalogue()) {
        INFO(card.key);
        const auto made = make_measure(card.key, {}).value();
        const auto again = make_measure(card.key, made.parameters).value();
        CHECK(again.parameters == made.parameters);
        CHECK(again.info.key == card.key);
    }
    CHECK(make_measure("transition_discontinuity", {}).value().parameters ==
          parameter_set{{"ages", std::vector<double>{5, 16, 18, 21, 26}},
                        {"overlap_months", 6.0},
                        {"owner", std::string("organisation")}});
}

TEST_CASE("disruption measures from the baseline, and without one says that it lacks it") {
    const auto before = testing::worked_example(), after = testing::worked_example_option_x();
    const auto lacking = make_measure("disruption", {}).value()(after);
    CHECK_FALSE(lacking.value.has_value());
    CHECK_FALSE(lacking.missing.empty());
    const auto f = make_measure("disruption", {{"layers", words_list{"accountability"}}}, &before).value()(after);
    CHECK_THAT(*f.value, WithinAbs(3.0 / 14, 1e-15));
}

TEST_CASE("every measure of every random model is finite, within the model, and the same twice") {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const auto m =
            testing::random_model(seed, {.actors = 3 + seed % 10, .ties = 0.2 * static_cast<double>(seed % 8)});
        const auto other = testing::random_model(seed + 1, {.actors = 3 + seed % 10});
        for (const auto& card : catalogue()) {
            INFO("seed " << seed << ", " << card.key);
            const auto measured = make_measure(card.key, {}, &other).value();
            const auto once = measured(m), twice = measured(m);
            CHECK(testing::is_sound(once, m));
            CHECK(once.value == twice.value);
            CHECK(once.figures == twice.figures);
            CHECK(once.witnesses.size() == twice.witnesses.size());
        }
    }
}

TEST_CASE("a tie of a layer that does not move a measure changes nothing of its value") {
    // Whoever samples graphs leaves a measure as it is when no tie of its layers has changed.
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const auto m =
            testing::random_model(seed, {.actors = 3 + seed % 10, .ties = 0.2 * static_cast<double>(seed % 8)});
        const auto before = testing::random_model(seed + 1, {.actors = 3 + seed % 10});
        for (const auto& card : catalogue()) {
            const auto measured = make_measure(card.key, {}, &before).value();
            const auto value = measured(m).value;
            relation_switch ties(m);
            for (std::uint32_t r = 0; r < m.relations().size(); ++r)
                if (!card.moved_by().contains(layer_of(m.relations()[r].type))) ties.set(r, false);
            INFO("seed " << seed << ", " << card.key);
            CHECK(measured(ties.now()).value == value);
        }
    }
}

}  // namespace concordat

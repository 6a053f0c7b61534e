// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/attribution.hpp"

#include "concordat/core/text.hpp"
#include "concordat/graph/catalogue.hpp"
#include "concordat/study/explain.hpp"
#include "tests/study/all_orders.hpp"
#include "tests/study/small_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace concordat;

namespace {

step relate(relation_type type, std::string from, std::string to, std::vector<std::string> services = {},
            std::string part = {}) {
    relate_step line;
    line.relation.type = type;
    line.relation.services = std::move(services);
    line.from = std::move(from);
    line.to = std::move(to);
    return {line, "a line", {}, {}, std::move(part)};
}

step create_board(std::string part = {}) {
    create_step board;
    board.actor.key = board.actor.legal_entity = board.actor.team = board.actor.name = "board";
    board.actor.kind = "body";
    board.if_absent = true;
    return {board, "a board", {}, {}, std::move(part)};
}

reform reform_of(std::string key, std::vector<step> steps) {
    reform r;
    r.key = std::move(key);
    r.title = r.key;
    r.steps = std::move(steps);
    return r;
}

/// A child can walk into a school and needs a help that a team gives, whom nobody sends anyone to. The one criterion is
/// how well the child gets there: 0 as it stands, 1/2 when the school refers to the team, 1/3 over somebody else.
study helping_study(std::vector<step> steps) {
    study s;
    s.key = "studies.helping";
    s.baselines = {testing::draw(R"(
        model: helping
        actors: school(frontline) team(frontline) other(frontline) family(public)
        delivers: team -> family [help]
        shares_information_with: school -- team
        personas: child(age 5, weight 1, needs help, entry school)
    )")};
    s.options = {{"now", "As it stands", {}, {}, {}}, {"new", "New", {"reforms.new"}, {}, {}}};
    s.reforms.emplace("reforms.new", reform_of("reforms.new", std::move(steps)));
    s.criteria.key = "criteria.small";
    s.criteria.title = "One criterion";
    s.criteria.criteria = {testing::graph_criterion("A1", "", "reach_efficiency", sense::higher, {0, 2})};
    return s;
}

const step school_to_team = relate(relation_type::refers_to, "school", "team", {"help"});
const step school_to_board = relate(relation_type::refers_to, "school", "board", {"help"});
const step board_to_team = relate(relation_type::refers_to, "board", "team", {"help"});

attribution_on_baseline split_of(const study& s, std::string_view option = "new") {
    return attribute(s, option).value().baselines.at(0);
}

std::vector<double> raw_shares(const attributed_change& c) {
    std::vector<double> all;
    for (const auto& share : c.shares) all.push_back(share.raw);
    return all;
}

/// What a measure comes to after those steps of a reform, each as a reform of its own: one that cannot apply is left.
std::optional<double> measured_after(const reform& r, std::size_t set, const model& start, const criterion& c) {
    model now = start;
    for (std::size_t i = 0; i < r.steps.size(); ++i) {
        if ((set >> i & 1) == 0) continue;
        reform one = r;
        one.steps = {r.steps[i]};
        auto after = apply(one, now);
        if (after) now = *std::move(after);
    }
    return make_measure(c.measure, c.parameters, &start).value()(now).value;
}

}  // namespace

TEST_CASE("steps that only work together share the change, and say what they make appear") {
    const auto on = split_of(helping_study({create_board(), school_to_board, board_to_team}));
    CHECK(on.baseline == "helping");
    CHECK(on.sets == 8);
    CHECK(on.measured == 5);  // without the board, neither line can be drawn
    REQUIRE(on.players.size() == 3);
    CHECK(on.players[1].reform == "reforms.new");
    CHECK(on.players[1].part.empty());
    CHECK(on.players[1].steps == std::vector<std::size_t>{1});
    CHECK(on.players[1].at_work == 1);

    REQUIRE(on.criteria.size() == 1);
    const auto& change = on.criteria[0];
    CHECK(change.criterion == "A1");
    CHECK(change.from == 0.0);
    CHECK(change.to == 1.0 / 3);
    CHECK(change.from_worth == 0.0);
    CHECK(change.to_worth == 1.0 / 6);
    for (const auto& share : change.shares) {
        CHECK(share.raw == Approx(1.0 / 9).margin(1e-15));
        CHECK(share.worth == Approx(1.0 / 18).margin(1e-15));
        CHECK(share.raw == change.shares[0].raw);
        REQUIRE(share.appear.size() == 1);
        CHECK(share.appear[0].find("school -> board -> team") != std::string::npos);
        CHECK(share.vanish.size() == 1);
    }
}

TEST_CASE("steps of one part are one player, wherever they stand, and what does nothing has exactly nothing") {
    auto idle = relate(relation_type::advises, "other", "team", {}, "Advice");
    auto already = relate(relation_type::shares_information_with, "school", "team", {}, "Information");
    const auto on = split_of(helping_study({create_board("The board"), already, idle,
                                            relate(relation_type::refers_to, "school", "board", {"help"}, "The board"),
                                            relate(relation_type::refers_to, "board", "team", {"help"}, "The board")}));
    REQUIRE(on.players.size() == 3);
    CHECK(on.players[0].part == "The board");
    CHECK(on.players[0].steps == std::vector<std::size_t>{0, 3, 4});
    CHECK(on.players[0].at_work == 3);
    CHECK(on.players[1].at_work == 0);
    CHECK(on.players[2].at_work == 1);
    CHECK(raw_shares(on.criteria[0]) == std::vector<double>{1.0 / 3, 0, 0});
    CHECK(on.criteria[0].shares[2].appear.empty());
    CHECK(on.measured == 4);  // the step that is already so makes no other model
}

TEST_CASE("two ways to the same end share it, and the longer one adds nothing once the shorter is there") {
    const auto on = split_of(helping_study({create_board(), school_to_board, board_to_team, school_to_team}));
    const auto shares = raw_shares(on.criteria[0]);
    CHECK(on.criteria[0].to == 0.5);
    CHECK(shares[0] == shares[1]);
    CHECK(shares[1] == shares[2]);
    // Alone it adds 1/2, and 1/6 when the way over the board is there, which is so in a quarter of the orders.
    CHECK(shares[3] == Approx(0.5 * 3 / 4 + 1.0 / 6 / 4).margin(1e-15));
    CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == Approx(0.5).margin(1e-12));
}

TEST_CASE("players of different reforms of a stack are different, whatever they call their parts") {
    auto s =
        helping_study({create_board("Ways"), relate(relation_type::refers_to, "school", "board", {"help"}, "Ways")});
    s.reforms.emplace("reforms.more",
                      reform_of("reforms.more", {relate(relation_type::refers_to, "board", "team", {"help"}, "Ways")}));
    s.options[1].reforms.push_back("reforms.more");
    const auto on = split_of(s);
    REQUIRE(on.players.size() == 2);
    CHECK(on.players[0].reform == "reforms.new");
    CHECK(on.players[1].reform == "reforms.more");
    CHECK(on.players[1].steps == std::vector<std::size_t>{0});
    CHECK(raw_shares(on.criteria[0]) == std::vector<double>{1.0 / 6, 1.0 / 6});
}

TEST_CASE("an attribution is the average over all orders of carrying out the steps one by one") {
    auto s = testing::small_study();
    s.options[1].key = "new";
    auto& x = s.reforms.at("reforms.option-x");
    x.steps.push_back(relate(relation_type::refers_to, "sch", "ts"));
    x.steps.push_back(relate(relation_type::accountable_to, "camhs", "min"));
    auto disruption = testing::graph_criterion("C1", "D", "disruption", sense::lower, {1, 0});
    s.criteria.criteria.push_back(disruption);
    const auto on = split_of(s);
    REQUIRE(on.criteria.size() == 4);  // the judgement of a panel is not split
    for (const auto& change : on.criteria) {
        const auto& all = s.criteria.criteria;
        const auto at = std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.key == change.criterion; });
        std::vector<double> worth;
        for (std::size_t set = 0; set < 32; ++set) worth.push_back(*measured_after(x, set, s.baselines[0], *at));
        const auto expected = testing::over_all_orders(worth, 5);
        double sum = 0, sum_of_worth = 0;
        for (std::size_t i = 0; i < 5; ++i) {
            CHECK(change.shares[i].raw == Approx(expected[i]).margin(1e-12));
            sum += change.shares[i].raw;
            sum_of_worth += change.shares[i].worth;
        }
        const auto why = explain(s, "new", change.criterion).value().baselines[0];
        CHECK(change.from == why.status_quo.value);
        CHECK(change.to == why.found.value);
        CHECK(change.to_worth == why.value);
        CHECK(std::fabs(sum - (*change.to - *change.from)) <= 1e-12);
        CHECK(std::fabs(sum_of_worth - (*change.to_worth - *change.from_worth)) <= 1e-12);
    }
}

TEST_CASE("a criterion that some of the parts leave without a value is not split, and says why") {
    auto s = helping_study({school_to_team, create_board()});
    s.criteria.criteria[0].measure = "referral_information_coverage";
    const auto on = split_of(s);
    CHECK(on.criteria[0].shares.empty());
    CHECK_FALSE(on.criteria[0].from);
    CHECK(on.criteria[0].to);
    CHECK(on.criteria[0].missing ==
          "with no step: no relation refers_to that holds crosses from one organisation to another");
}

TEST_CASE("an option without steps has nothing to split") {
    const auto on = split_of(helping_study({create_board()}), "now");
    CHECK(on.players.empty());
    CHECK(on.sets == 1);
    CHECK(on.criteria[0].from == on.criteria[0].to);
    CHECK(on.criteria[0].shares.empty());
    CHECK(on.criteria[0].missing.empty());
}

TEST_CASE("the steps of a transition are players as far as it has gone") {
    auto s = helping_study({create_board()});
    transition t;
    t.key = "transitions.slow";
    t.baseline = "helping";
    t.steps = {
        {{2020, 1, 1}, create_board("The board")}, {{2021, 1, 1}, school_to_board}, {{2022, 1, 1}, board_to_team}};
    s.transitions.emplace(t.key, t);
    s.options[1].reforms.clear();
    s.options[1].transitions = {t.key};
    s.options[1].at = {2021, 6, 1};
    CHECK(split_of(s).players.size() == 2);
    s.options[1].at = {2022, 6, 1};
    const auto on = split_of(s);
    REQUIRE(on.players.size() == 3);
    CHECK(on.players[0].reform == "transitions.slow");
    CHECK(on.criteria[0].shares[2].raw == Approx(1.0 / 9).margin(1e-15));
}

TEST_CASE("more players than can be evaluated are refused with the way out, and unknown keys name the nearest") {
    std::vector<step> steps{create_board()};
    for (int i = 0; i < 12; ++i) steps.push_back(school_to_board);
    const auto refused = attribute(helping_study(steps), "new");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::limit_exceeded);
    CHECK(refused.error().message ==
          "option \"new\" on \"helping\" has 13 parts, expected at most 12, for every set of them is evaluated");
    CHECK(refused.error().hint == "steps that have the same `part` are one");
    for (auto& s : steps) s.part = "All";
    CHECK(split_of(helping_study(steps)).players.size() == 1);

    const auto s = helping_study({create_board()});
    CHECK(attribute(s, "nwe").error().code == errc::dangling_reference);
    CHECK(attribute(s, "new", {.criterion = "A2"}).error().code == errc::dangling_reference);
    CHECK(attribute(s, "new", {.criterion = "A1"}).value().baselines[0].criteria.size() == 1);
}

TEST_CASE("an attribution is the same for any number of threads, tells how far it is, and stops when asked to") {
    auto s = testing::small_study();
    const auto told = [&](attribution_options asked) {
        std::vector<std::string> all;
        const auto on = attribute(s, "x", asked).value().baselines.at(0);
        for (const auto& change : on.criteria)
            for (const auto& share : change.shares) {
                all.push_back(shortest(share.raw) + ' ' + shortest(share.worth));
                all.insert(all.end(), share.appear.begin(), share.appear.end());
            }
        return all;
    };
    std::size_t last = 0, of = 0;
    const auto alone = told({.criterion = {}, .threads = 1, .progress = [&](std::size_t done, std::size_t total) {
                                 last = done;
                                 of = total;
                                 return true;
                             }});
    CHECK(last == 8 + 4);
    CHECK(of == last);
    CHECK(told({.criterion = {}, .threads = 4, .progress = {}}) == alone);
    const auto stopped =
        attribute(s, "x", {.criterion = {}, .threads = 2, .progress = [](std::size_t, std::size_t) { return false; }});
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == errc::interrupted);
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/change_shares.hpp"

#include "concordat/study/expected_value.hpp"
#include "small_study.hpp"
#include "tests/study/all_orders.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

using namespace concordat;
using namespace concordat::testing;

namespace {

/// Two options and two criteria that nobody measures, so that every value is written by hand; all weightings alike, so
/// that an option is worth the mean of its two values. Both scales run from 0 to 1.
study judged(double a_trust, double a_speed, double b_trust = 0.5, double b_speed = 0.5) {
    auto s = small_study();
    s.criteria.branches = {};
    s.criteria.criteria = {judged_criterion("trust", "", gap_rule::whole_scale),
                           judged_criterion("speed", "", gap_rule::whole_scale)};
    for (auto& c : s.criteria.criteria) c.value = linear_shape{0, 1};
    s.contested.clear();
    s.options = {{"a", "A", {}, {}, {}}, {"b", "B", {}, {}, {}}};
    s.reforms.clear();
    const auto say = [&](const char* option, const char* criterion, double value) {
        s.judgements.push_back({option, criterion, exact_value{value}, "A test", {}, {}});
    };
    say("a", "trust", a_trust);
    say("a", "speed", a_speed);
    say("b", "trust", b_trust);
    say("b", "speed", b_speed);
    return s;
}

std::vector<double> shares_of(const change_shares& found) {
    std::vector<double> all;
    for (const auto& player : found.players) all.push_back(player.share);
    return all;
}

model with_one_referral_less() {
    auto parts = worked_example().parts();
    const auto one = std::find_if(parts.relations.begin(), parts.relations.end(),
                                  [](const relation& r) { return r.type == relation_type::refers_to; });
    parts.relations.erase(one);
    return model::make(std::move(parts)).value();
}

bool has(std::uint32_t set, int change) { return (set >> change & 1) != 0; }

}  // namespace

TEST_CASE("two changes that touch different options share by the squares of what they moved") {
    // a gains 0.3 in trust, so its value 0.15; b loses 0.4 in speed, so 0.2: 0.0225 and 0.04 of 0.0625.
    const auto found = share_change(2, [](std::uint32_t set) -> result<study> {
        return judged(has(set, 0) ? 0.5 : 0.2, 0.5, 0.5, has(set, 1) ? 0.1 : 0.5);
    });
    REQUIRE(found);
    CHECK(found->moved);
    CHECK(found->sets == 4);
    CHECK(found->evaluated == 4);
    REQUIRE(found->values.size() == 2);
    CHECK(found->values[0].option == "a");
    CHECK(found->values[0].change() == Approx(0.15).margin(1e-15));
    CHECK(found->values[1].change() == Approx(-0.2).margin(1e-15));
    CHECK(found->players[0].share == Approx(0.36).margin(1e-14));
    CHECK(found->players[1].share == Approx(0.64).margin(1e-14));
    CHECK(found->players[0].moves[0] == Approx(0.15).margin(1e-15));
    CHECK(found->players[0].moves[1] == 0);
    CHECK(found->players[0].moves_values);
    CHECK(found->players[0].together.empty());
}

TEST_CASE("a change that pulled the other way has a share below 0, and one of nothing exactly 0") {
    // All on one option: +0.2, -0.05 and nothing, of +0.15 in all: 4/3, -1/3 and 0.
    const auto found = share_change(3, [](std::uint32_t set) -> result<study> {
        auto s = judged(has(set, 0) ? 0.6 : 0.2, has(set, 1) ? 0.4 : 0.5);
        if (has(set, 2)) s.title = s.sources.empty() ? "Another title" : "";
        return s;
    });
    REQUIRE(found);
    CHECK(found->players[0].share == Approx(4.0 / 3).margin(1e-13));
    CHECK(found->players[1].share == Approx(-1.0 / 3).margin(1e-13));
    CHECK(found->players[2].share == 0);
    CHECK_FALSE(found->players[2].moves_values);
}

TEST_CASE("shares are the average over all orders of what each change adds, and sum to 1") {
    std::mt19937_64 random(11);
    const auto draw = [&] { return static_cast<double>(random() % 1000) / 1000; };
    for (int round = 0; round < 20; ++round) {
        // Every set of four changes has values of its own.
        std::vector<std::array<double, 4>> cells(16);
        for (auto& one : cells)
            for (auto& cell : one) cell = draw();
        const auto make = [&](std::uint32_t set) -> result<study> {
            return judged(cells[set][0], cells[set][1], cells[set][2], cells[set][3]);
        };
        const auto found = share_change(4, make).value();
        std::vector<double> expected(4, 0);
        double square = 0;
        for (std::size_t v = 0; v < 2; ++v) {
            std::vector<double> worth;
            for (const auto& c : cells) worth.push_back((c[2 * v] + c[2 * v + 1]) / 2);
            const double change = worth.back() - worth.front();
            square += change * change;
            const auto added = over_all_orders(worth, 4);
            for (std::size_t i = 0; i < 4; ++i) {
                CHECK(found.players[i].moves[v] == Approx(added[i]).margin(1e-13));
                expected[i] += added[i] * change;
            }
        }
        const auto shares = shares_of(found);
        for (std::size_t i = 0; i < 4; ++i) CHECK(shares[i] == Approx(expected[i] / square).margin(1e-9));
        CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == Approx(1).margin(1e-9));
    }
}

TEST_CASE("changes that make no study without each other are one player, and say why") {
    // 1 needs 3, and 3 needs 1: a model that quotes a source which only the other file has. 0 and 2 are free.
    const auto make = [](std::uint32_t set) -> result<study> {
        if (has(set, 1) != has(set, 3))
            return fail(errc::dangling_reference, has(set, 1) ? "no source \"new\"" : "nobody quotes \"new\"");
        return judged(has(set, 0) ? 0.6 : 0.2, has(set, 1) ? 0.7 : 0.5, 0.5, has(set, 2) ? 0.4 : 0.5);
    };
    const auto found = share_change(4, make).value();
    REQUIRE(found.players.size() == 3);
    CHECK(found.players[0].changes == std::vector<std::size_t>{0});
    CHECK(found.players[1].changes == std::vector<std::size_t>{1, 3});
    CHECK(found.players[2].changes == std::vector<std::size_t>{2});
    REQUIRE(found.players[1].together.size() == 1);
    CHECK(found.players[1].together[0].message == "no source \"new\"");
    CHECK(found.sets == 8);
    // +0.2 and +0.1 on a, -0.05 on b: 0.06, 0.03 and 0.0025 of 0.0925.
    CHECK(found.players[0].share == Approx(0.06 / 0.0925).margin(1e-12));
    CHECK(found.players[1].share == Approx(0.03 / 0.0925).margin(1e-12));
    CHECK(found.players[2].share == Approx(0.0025 / 0.0925).margin(1e-12));
}

TEST_CASE("a change that needs one of two others merges with what it cannot do without") {
    // 0 needs 1 and 2 both; 3 is free.
    const auto make = [](std::uint32_t set) -> result<study> {
        if (has(set, 0) && !(has(set, 1) && has(set, 2))) return fail(errc::no_such_file, "a file is not there");
        return judged(has(set, 0) ? 0.6 : 0.2, has(set, 3) ? 0.4 : 0.5);
    };
    const auto found = share_change(4, make).value();
    REQUIRE(found.players.size() == 2);
    CHECK(found.players[0].changes == std::vector<std::size_t>{0, 1, 2});
    CHECK(found.players[0].together.size() == 2);
    CHECK(found.players[1].changes == std::vector<std::size_t>{3});
}

TEST_CASE("any pattern of refusals ends in players of which every set is a study") {
    std::mt19937_64 random(12);
    for (int round = 0; round < 60; ++round) {
        const std::size_t changes = 2 + random() % 4;
        const std::uint32_t full = (std::uint32_t{1} << changes) - 1;
        std::vector<bool> refused(full + 1);
        for (std::uint32_t set = 1; set < full; ++set) refused[set] = random() % 3 == 0;
        std::vector<std::atomic<int>> asked(full + 1);
        const auto make = [&](std::uint32_t set) -> result<study> {
            ++asked[set];
            if (refused[set]) return fail(errc::dangling_reference, "no");
            return judged(0.1 * std::popcount(set), 0.5);
        };
        const auto found = share_change(changes, make).value();
        std::vector<bool> seen(changes, false);
        for (const auto& player : found.players) {
            CHECK(player.together.size() == player.changes.size() - 1);
            for (const auto change : player.changes) {
                CHECK_FALSE(seen[change]);
                seen[change] = true;
            }
        }
        CHECK(std::all_of(seen.begin(), seen.end(), [](bool one) { return one; }));
        for (std::uint32_t set = 0; set < std::uint32_t{1} << found.players.size(); ++set) {
            std::uint32_t of_changes = 0;
            for (std::size_t i = 0; i < found.players.size(); ++i)
                if (has(set, static_cast<int>(i)))
                    for (const auto change : found.players[i].changes) of_changes |= std::uint32_t{1} << change;
            CHECK_FALSE(refused[of_changes]);
        }
        for (const auto& times : asked) CHECK(times <= 1);
        // Every value rises by the number of changes.
        for (const auto& player : found.players)
            CHECK(player.share ==
                  Approx(static_cast<double>(player.changes.size()) / static_cast<double>(changes)).margin(1e-12));
    }
}

TEST_CASE("a mixture that lacks an option which both ends have is no study to compare") {
    const auto make = [](std::uint32_t set) -> result<study> {
        auto s = judged(has(set, 0) ? 0.6 : 0.2, has(set, 1) ? 0.4 : 0.5);
        if (set == 1) {
            s.options.pop_back();
            s.judgements.resize(2);
        }
        return s;
    };
    const auto found = share_change(2, make).value();
    REQUIRE(found.players.size() == 1);
    CHECK(found.players[0].share == Approx(1).margin(1e-12));
    CHECK(found.players[0].together[0].message.find("there is no value of option \"b\" under \"weights.unknown\"") ==
          0);
}

TEST_CASE("what only one end has is not compared") {
    const auto make = [](std::uint32_t set) -> result<study> {
        auto s = judged(has(set, 0) ? 0.6 : 0.2, 0.5);
        if (has(set, 0)) s.weights.push_back(weights_of("weights.new", elicitation::none));
        if (!has(set, 0)) s.options.push_back({"c", "C", {}, {}, {}});
        return s;
    };
    const auto found = share_change(1, make).value();
    REQUIRE(found.values.size() == 2);
    CHECK(found.values[1].option == "b");
    CHECK(found.values[1].weights == "weights.unknown");
    CHECK(found.players[0].share == Approx(1).margin(1e-14));
}

TEST_CASE("without a change of any value, or without a ranking, there is nothing to share") {
    const auto same = share_change(2, [](std::uint32_t) -> result<study> { return judged(0.2, 0.5); }).value();
    CHECK_FALSE(same.moved);
    CHECK(shares_of(same) == std::vector<double>{0, 0});

    const auto unranked = [](std::uint32_t set) -> result<study> {
        auto s = judged(has(set, 0) ? 0.6 : 0.2, 0.5);
        s.weights.clear();
        return s;
    };
    const auto without = share_change(2, unranked).value();
    CHECK(without.values.empty());
    CHECK_FALSE(without.moved);
    CHECK(without.evaluated == 2);

    const auto none = share_change(0, [](std::uint32_t) -> result<study> { return judged(0.2, 0.5); }).value();
    CHECK(none.players.empty());
    CHECK(none.values.size() == 2);
    CHECK(none.evaluated == 1);
}

TEST_CASE("changes to models, reforms, criteria and weights are measured anew only where they must be, and right") {
    // Each mixture is evaluated by itself too.
    const auto make = [](std::uint32_t set) -> result<study> {
        auto s = small_study();
        if (has(set, 0)) s.baselines = {with_one_referral_less()};
        if (has(set, 1)) s.reforms.begin()->second.steps.pop_back();
        if (has(set, 2)) s.criteria.criteria[0].value = linear_shape{0, 0.5};
        if (has(set, 3)) s.contested["D2"] = sense::higher;
        if (has(set, 4)) s.judgements = {{"x", "H2", exact_value{4}, "A test", {}, {}}};
        return s;
    };
    const auto found = share_change(5, make).value();
    REQUIRE(found.players.size() == 5);
    for (std::size_t v = 0; v < found.values.size(); ++v) {
        std::vector<double> worth;
        for (std::uint32_t set = 0; set < 32; ++set)
            worth.push_back(expected_values(make(set).value()).value()[v].value);
        const auto added = over_all_orders(worth, 5);
        for (std::size_t i = 0; i < 5; ++i) CHECK(found.players[i].moves[v] == Approx(added[i]).margin(1e-13));
    }
    const auto shares = shares_of(found);
    CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) == Approx(1).margin(1e-9));
}

TEST_CASE("an end that is no study, and more changes than can be evaluated, are refused") {
    const auto broken = [](std::uint32_t set) -> result<study> {
        if (has(set, 1)) return fail(errc::bad_syntax, "no TOML");
        return judged(0.2, 0.5);
    };
    CHECK(share_change(2, broken).error().code == errc::bad_syntax);
    const auto many = share_change(13, broken);
    REQUIRE_FALSE(many);
    CHECK(many.error().code == errc::limit_exceeded);
    CHECK(many.error().message == "13 changes, expected at most 12, for every set of them is evaluated");
}

TEST_CASE("shares are the same for any number of threads, tell how far they are, and stop when asked to") {
    const auto make = [](std::uint32_t set) -> result<study> {
        if (set == 1) return fail(errc::dangling_reference, "no");
        return judged(0.05 * std::popcount(set), has(set, 3) ? 0.1 : 0.5, has(set, 2) ? 0.9 : 0.5);
    };
    change_share_options alone;
    alone.threads = 1;
    const auto first = share_change(5, make, alone).value();
    for (const unsigned threads : {2U, 7U}) {
        change_share_options several;
        several.threads = threads;
        std::size_t told = 0;
        several.progress = [&](std::size_t done, std::size_t total) {
            CHECK(done <= total);
            ++told;
            return true;
        };
        const auto found = share_change(5, make, several).value();
        CHECK(told > 10);
        REQUIRE(found.players.size() == first.players.size());
        for (std::size_t i = 0; i < first.players.size(); ++i) {
            CHECK(found.players[i].share == first.players[i].share);
            CHECK(found.players[i].moves == first.players[i].moves);
        }
    }
    for (const std::size_t last : {1, 2, 5, 12}) {
        change_share_options stopping;
        stopping.threads = 1;
        std::size_t asked = 0;
        stopping.progress = [&](std::size_t, std::size_t) { return ++asked < last; };
        CHECK(share_change(5, make, stopping).error().code == errc::interrupted);
        CHECK(asked == last);
    }
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/money.hpp"

#include "tests/graph/brute_force.hpp"
#include "tests/graph/random_model.hpp"
#include "tests/near.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace concordat;
using concordat::testing::draw;
using concordat::testing::figure_of;
using concordat::testing::golden;
using concordat::testing::has_figure;
using concordat::testing::near;
using concordat::testing::tells;

namespace {

/// Every way of the money from a primary source to an actor: its share of the actor's money, and its hops.
void walk_back(const std::map<std::pair<std::size_t, std::size_t>, double>& flows, std::size_t at, double share,
               double hops, double& mean) {
    double total = 0;
    for (const auto& [pair, amount] : flows)
        if (pair.second == at) total += amount;
    if (total == 0) mean += share * hops;
    for (const auto& [pair, amount] : flows)
        if (pair.second == at && total > 0) walk_back(flows, pair.first, share * amount / total, hops + 1, mean);
}

std::map<std::pair<std::size_t, std::size_t>, double> flows_of(const model& m) {
    std::map<std::pair<std::size_t, std::size_t>, double> flows;
    for (const auto& r : m.relations(relation_type::funds))
        if (m.holds(r)) flows[{m.ends_of(r).from, m.ends_of(r).to}] += r.amount->value;
    return flows;
}

/// A random model whose money all has amounts, and flows from lower to higher keys so that none goes round.
model random_money(std::uint64_t seed, bool round) {
    auto parts = testing::random_parts(seed, {.actors = 4 + seed % 7, .ties = 1.5});
    std::map<std::string, int> seen;
    std::vector<relation> kept;
    for (auto& r : parts.relations) {
        if (r.type == relation_type::funds) {
            if (!round && r.to < r.from) std::swap(r.from, r.to);
            if (!r.amount) r.amount = amount{double(1 + seed % 5), "GBP_m/year", 2022};
            if (seen[identity(r)]++ > 0) continue;
        }
        kept.push_back(r);
    }
    parts.relations = kept;
    return model::make(parts).value();
}

}  // namespace

TEST_CASE("the worked example's money, the same under both options") {
    for (const auto& m : {testing::worked_example(), testing::worked_example_option_x()}) {
        const auto funders = effective_funders{}(m);
        CHECK_THAT(figure_of(funders, "ts: HHI"), golden(0.388889));
        CHECK_THAT(figure_of(funders, "ts: effective funders"), golden(2.571429));
        CHECK_THAT(figure_of(funders, "ts: normalised HHI"), golden(0.083333));
        CHECK_THAT(figure_of(funders, "ts: entropy"), golden(0.920620));
        CHECK_THAT(*funders.value, near((5 + 18.0 / 7) / 6));  // hvt is funded by nobody, five have one funder
        CHECK(tells(funders, "ts: ijb 20, min 10, sw 30 GBP_m/year"));
        CHECK(figure_of(funders, "share promised long") == 0);
        CHECK(figure_of(funders, "edu: effective providers") == 1);
        const auto layers = funding_layers{}(m);
        CHECK(figure_of(layers, "sch") == 3);
        CHECK(figure_of(layers, "sw") == 2);
        CHECK(figure_of(layers, "camhs") == 3);
        CHECK_THAT(figure_of(layers, "ts"), golden(2.666667));
        CHECK(figure_of(layers, "asc") == 3);
        CHECK(figure_of(layers, "adv") == 2);
        CHECK_THAT(*layers.value, near((400 * 3 + 200 * 2 + 70 * 3 + 160 + 60 * 3 + 5 * 2) / 795.0));
        CHECK(figure_of(layers, "netted") == 0);
    }
}

TEST_CASE("who pays can call to account: the worked example") {
    const auto base = funding_accountability_alignment{}(testing::worked_example());
    CHECK_THAT(*base.value, golden(0.701018));
    CHECK_THAT(figure_of(base, "by count"), golden(0.866667));
    CHECK(tells(base, "funds min -> cou: the paid does not answer to the payer"));
    const auto x = funding_accountability_alignment{}(testing::worked_example_option_x());
    CHECK_THAT(*x.value, golden(0.658609));
    const funding_accountability_alignment by_count{{}, {}, true};
    CHECK_THAT(*by_count(testing::worked_example_option_x()).value, golden(0.666667));
}

TEST_CASE("amounts of one funder add, and a long promise is one of the years asked for") {
    const auto m = draw(R"(
        actors: cou hb ts(frontline) other(frontline)
        funds: cou -> ts [a] 3 term 3; cou -> ts [b] 1 term 1; hb -> ts 4 term 5; cou -> other 2
    )");
    const auto f = effective_funders{}(m);
    CHECK(figure_of(f, "ts: effective funders") == 2);
    CHECK(*f.value == 1.5);
    CHECK(figure_of(f, "share promised long") == 0.7);
    CHECK(figure_of(effective_funders{{}, {}, 4}(m), "share promised long") == 0.4);
    CHECK_THAT(figure_of(f, "cou: effective providers"), near(1 / (4.0 / 9 + 1.0 / 9)));
    CHECK(*effective_funders{{"a"}}(m).value == Approx((1 / (9.0 / 49 + 16.0 / 49) + 1) / 2));
    CHECK(figure_of(f, "other: normalised HHI") == 1);
    CHECK(figure_of(f, "other: entropy") == 0);
}

TEST_CASE("an amount that is not known leaves no value where it would decide it") {
    const auto m = draw(R"(
        actors: min cou hb ts(frontline) school(frontline)
        funds: min -> cou 10; cou -> ts 3; hb -> ts; cou -> school
    )");
    const auto f = effective_funders{}(m);
    CHECK_FALSE(f.value);
    CHECK(f.missing == "funds hb -> ts has no amount");
    CHECK(figure_of(f, "school: effective funders") == 1);
    CHECK_FALSE(has_figure(f, "ts: HHI"));
    CHECK(tells(f, "hb an unknown amount"));
    const auto layers = funding_layers{}(m);
    CHECK(layers.missing == "the money of school cannot be traced: funds cou -> school has no amount");
    const auto alignment = funding_accountability_alignment{}(m);
    CHECK(alignment.missing == "funds cou -> school has no amount, nor have 1 more");
    CHECK(figure_of(alignment, "by count") == 0);
    CHECK(*funding_accountability_alignment{{}, {}, true}(m).value == 0);

    const auto one_funder_each = draw("actors: cou ts(frontline)\nfunds: cou -> ts");
    CHECK(*effective_funders{}(one_funder_each).value == 1);
}

TEST_CASE("an unknown amount upstream reaches those whom it funds") {
    const auto f = funding_layers{}(draw(R"(
        actors: min cou hb ijb ts(frontline) school(frontline)
        funds: min -> cou 10; hb -> ijb; cou -> ijb 4; ijb -> ts 5; cou -> school 5
    )"));
    CHECK(f.missing == "the money of ts cannot be traced: funds hb -> ijb has no amount");
    CHECK(figure_of(f, "school") == 2);
    CHECK_FALSE(has_figure(f, "ts"));
}

TEST_CASE("money that goes round between council and joint board is netted") {
    const auto m = draw(R"(
        actors: min cou ijb team(frontline) ts(frontline)
        funds: min -> cou 100; cou -> ijb 60; ijb -> cou 50; cou -> team 80; ijb -> ts 10
    )");
    const auto f = funding_layers{}(m);
    CHECK(figure_of(f, "netted") == 50);
    CHECK(tells(f, "cou -> ijb -> cou: 50 goes round and is netted"));
    CHECK(figure_of(f, "team") == 2);
    CHECK(figure_of(f, "ts") == 3);
    CHECK_THAT(*f.value, near((80 * 2 + 10 * 3) / 90.0));
}

TEST_CASE("a team all of whose money goes round receives none") {
    const auto f = funding_layers{}(draw("actors: a team(frontline)\nfunds: a -> team 5; team -> a 5"));
    CHECK(f.missing == "no actor of level frontline receives money");
    CHECK(figure_of(f, "netted") == 5);
}

TEST_CASE("amounts of different units are never added") {
    const auto m = draw(R"(
        actors: a b ts(frontline)
        funds: a -> ts 3 unit GBP_m/year; b -> ts 1 unit EUR_m/year
    )");
    CHECK(effective_funders{}(m).missing ==
          "amounts in EUR_m/year and GBP_m/year cannot be added; choose one with the parameter unit");
    CHECK(*effective_funders{{}, "GBP_m/year"}(m).value == 1);
    CHECK(*funding_layers{{}, "EUR_m/year"}(m).value == 1);
    CHECK(effective_funders{{}, "USD/year"}(m).missing == "no relation funds that holds has an amount in USD/year");
}

TEST_CASE("a model without money lacks it, and says so") {
    const auto m = draw("actors: cou team(frontline)");
    for (const auto& f : {effective_funders{}(m), funding_layers{}(m), funding_accountability_alignment{}(m)})
        CHECK(f.missing == "no relation funds holds for the services asked for");
    CHECK(effective_funders{}(draw("actors: a b\nfunds: a -> b 1")).missing == "no actor of level frontline is funded");
    CHECK(effective_funders{}(draw("actors: a b t(frontline)\nfunds: a, b -> t 0")).missing ==
          "all amounts that fund t are 0");
}

TEST_CASE("effective funders agree with the formula") {
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
        CAPTURE(seed);
        const auto m = random_money(seed, true);
        const auto flows = flows_of(m);
        double sum = 0, providers = 0;
        for (std::size_t p = 0; p < m.actors().size(); ++p) {
            double total = 0, squares = 0;
            for (const auto& [pair, amount] : flows)
                if (pair.second == p) total += amount, squares += amount * amount;
            if (m.actors()[p].level == level::frontline && total > 0) sum += total * total / squares, ++providers;
        }
        const auto f = effective_funders{}(m);
        CHECK(testing::is_sound(f, m));
        CHECK(f.value.has_value() == (providers > 0));
        if (f.value) CHECK_THAT(*f.value, near(sum / providers));
    }
}

TEST_CASE("layers are the mean length of all ways back to a source") {
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
        CAPTURE(seed);
        const auto m = random_money(seed, false);
        const auto flows = flows_of(m);
        const auto f = funding_layers{}(m);
        double hops = 0, received = 0;
        for (std::size_t p = 0; p < m.actors().size(); ++p) {
            double total = 0, mean = 0;
            for (const auto& [pair, amount] : flows)
                if (pair.second == p) total += amount;
            if (m.actors()[p].level != level::frontline || total == 0) continue;
            walk_back(flows, p, 1, 0, mean);
            CHECK_THAT(figure_of(f, m.actors()[p].key), near(mean));
            hops += mean * total, received += total;
        }
        CHECK(testing::is_sound(f, m));
        CHECK(f.value.has_value() == (received > 0));
        if (f.value) CHECK_THAT(*f.value, near(hops / received));
    }
}

TEST_CASE("whatever goes round, money is traced to an end") {
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
        CAPTURE(seed);
        const auto m = random_money(seed, true);
        const auto f = funding_layers{}(m);
        CHECK(testing::is_sound(f, m));
        if (f.value) CHECK(*f.value >= 1);
        if (f.value) CHECK(*f.value < double(m.actors().size()));
    }
}

TEST_CASE("alignment is the share of money that flows down the lines of account") {
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
        CAPTURE(seed);
        const auto m = random_money(seed, true);
        const testing::all_ways ways(m);
        double total = 0, aligned = 0, count = 0, aligned_count = 0;
        for (const auto& r : m.relations(relation_type::funds)) {
            if (!m.holds(r)) continue;
            const bool answers = ways.reaches(m.ends_of(r).to, m.ends_of(r).from);
            total += r.amount->value, ++count;
            if (answers) aligned += r.amount->value, ++aligned_count;
        }
        const auto f = funding_accountability_alignment{}(m);
        CHECK(f.value.has_value() == (count > 0));
        if (f.value) CHECK_THAT(*f.value, near(aligned / total));
        if (f.value) CHECK(figure_of(f, "by count") == aligned_count / count);
    }
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/disruption.hpp"

#include "tests/graph/brute_force.hpp"
#include "tests/graph/random_model.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace concordat;
using concordat::testing::draw;
using concordat::testing::figure_of;
using concordat::testing::has_figure;
using concordat::testing::tells;

namespace {

std::set<std::string> held(const model& m, layer of) {
    std::set<std::string> all;
    for (const auto& r : m.relations())
        if (m.holds(r) && layer_of(r.type) == of) {
            relation tie = r;
            if (r.services.empty()) all.insert(identity(tie));
            for (const auto& service : r.services) {
                tie.services = {service};
                all.insert(identity(tie));
            }
        }
    return all;
}

}  // namespace

TEST_CASE("Option X breaks three of fourteen lines of accountability") {
    const auto base = testing::worked_example(), x = testing::worked_example_option_x();
    const auto f = disruption{&base}(x);
    CHECK_THAT(figure_of(f, "accountability"), Catch::WithinAbs(0.214286, 5e-7));
    CHECK(*disruption{&base, {"accountability"}}(x).value == 3.0 / 14);
    CHECK(figure_of(f, "money") == 0);
    CHECK(figure_of(f, "employer changes") == 0);
    CHECK(*f.value == 3.0 / 53);  // with 15 of money, 7 of referral, 8 of delivery, 4 of information and 5 of planning
    CHECK(figure_of(f, "lost") == 2.0 / 52);
    CHECK(tells(f, "+ accountable_to camhs -> cou"));
    CHECK(tells(f, "- accountable_to ts -> ijb"));
}

TEST_CASE("nothing is broken where nothing changes, and all of it where nothing is kept") {
    const auto base = testing::worked_example();
    CHECK(*disruption{&base}(base).value == 0);
    CHECK(disruption{&base}(base).witnesses.empty());
    const auto other = draw("actors: min cou\naccountable_to: min -> cou");
    CHECK(*disruption{&base, {"accountability"}}(other).value == 1);
    CHECK(figure_of(disruption{&base}(other), "lost") == 1);
}

TEST_CASE("a new inspector or a new say breaks up no working tie") {
    const auto before = draw("actors: a b c fam(public)\nrefers_to: a -> b");
    const auto after = draw(R"(
        actors: a b c fam(public)
        refers_to: a -> b
        inspects: c -> a
        participates_in: fam -> a lundy
    )");
    const auto f = disruption{&before}(after);
    CHECK(*f.value == 0);
    CHECK(figure_of(f, "scrutiny") == 1);
    CHECK(figure_of(f, "voice") == 1);
    CHECK(*disruption{&before, {"scrutiny", "referral"}}(after).value == 0.5);
}

TEST_CASE("how a file bundles services into relations breaks up nothing") {
    const auto bundled = draw("actors: a b\nrefers_to: a -> b [care health school]");
    const auto apart = draw("actors: a b\nrefers_to: a -> b [care]; a -> b [health school]");
    CHECK(*disruption{&bundled}(apart).value == 0);
    const auto fewer = draw("actors: a b\nrefers_to: a -> b [care health]");
    const auto f = disruption{&bundled}(fewer);
    CHECK(*f.value == 1.0 / 3);
    CHECK(tells(f, "- refers_to a -> b [school]"));
}

TEST_CASE("a layer that one of the models does not draw in full is named") {
    auto parts = draw("actors: a b\nrefers_to: a -> b").parts();
    const auto whole = model::make(parts).value();
    parts.incomplete = {layer::money, layer::voice};
    const auto partly = model::make(parts).value();
    CHECK(tells(disruption{&partly}(whole), "not drawn in full, so more may change than is counted: money"));
    CHECK(disruption{&whole}(whole).witnesses.empty());
}

TEST_CASE("a tie that holds both ways is the same from either end, and one that no longer holds is lost") {
    const auto before = draw("actors: a b\nplans_jointly_with: a -- b\nrefers_to: a -> b");
    const auto after = draw("actors: a b\nplans_jointly_with: b -- a\nrefers_to: a -> b former");
    const auto f = disruption{&before}(after);
    CHECK(figure_of(f, "planning") == 0);
    CHECK(figure_of(f, "referral") == 1);
    CHECK(*f.value == 0.5);
}

TEST_CASE("staff change employer with their legal entity or with who employs them") {
    const auto before = draw("actors: cou hb x(of cou) y(of cou) z(of cou) gone(of cou)\nemploys: cou -> y");
    const auto after = draw("actors: cou hb x(of hb) y(of cou) z(of cou) new(of hb)\nemploys: hb -> y");
    const auto f = disruption{&before}(after);
    CHECK(figure_of(f, "employer changes") == 2);
    CHECK(tells(f, "employer of x: cou -> hb"));
}

TEST_CASE("without a baseline, ties or a layer of that name there is no value, and the reason is told") {
    const auto bare = draw("actors: a");
    CHECK(disruption{}(bare).missing == "no model to measure from: disruption needs a baseline");
    CHECK(disruption{&bare}(bare).missing == "neither model has a relation that holds in the layers that count");
    CHECK(disruption{&bare, {"mony"}}(bare).missing == "\"mony\" is no layer; did you mean \"money\"?");
}

TEST_CASE("disruption agrees with sets of names") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        const auto before = testing::random_model(seed), after = testing::random_model(seed / 2 * 2);
        const auto f = disruption{&before}(after);
        CHECK(testing::is_sound(f, after));
        double changed = 0, either = 0;
        for (const auto l : {layer::accountability, layer::money, layer::referral, layer::delivery, layer::information,
                             layer::planning}) {
            const auto old_ties = held(before, l), new_ties = held(after, l);
            auto all = old_ties;
            all.insert(new_ties.begin(), new_ties.end());
            double here = 0;
            for (const auto& one : all) here += old_ties.count(one) != new_ties.count(one);
            if (!all.empty()) CHECK(figure_of(f, name(l)) == here / double(all.size()));
            changed += here, either += double(all.size());
        }
        CHECK(*f.value == changed / either);
    }
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/scrutiny.hpp"

#include "tests/graph/brute_force.hpp"
#include "tests/graph/random_model.hpp"
#include "tests/near.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace concordat;
using concordat::testing::draw;
using concordat::testing::figure_of;
using concordat::testing::has_figure;
using concordat::testing::near;
using concordat::testing::tells;

namespace {

using sets = std::vector<std::set<std::size_t>>;

/// No shared superior but the exempt; nobody without one, since each with a line is its own.
bool apart(const sets& superiors, std::size_t a, std::size_t b, const std::set<std::size_t>& exempt) {
    if (superiors[a].empty() || superiors[b].empty()) return false;
    for (const auto s : superiors[a])
        if (superiors[b].count(s) && !exempt.count(s)) return false;
    return true;
}

struct shares {
    double over_inspections = 0;
    double over_providers = 0;
};

shares by_definition(const model& m, const sets& superiors, const std::set<std::size_t>& exempt) {
    shares s;
    double inspections = 0, providers = 0;
    for (const auto& r : m.relations(relation_type::inspects))
        if (m.holds(r))
            ++inspections, s.over_inspections += apart(superiors, m.ends_of(r).from, m.ends_of(r).to, exempt);
    for (actor_index p = 0; p < m.actors().size(); ++p) {
        bool delivers = false, covered = false;
        for (const auto& r : m.relations(relation_type::delivers))
            if (m.holds(r) && m.ends_of(r).from == p && m.actors()[m.ends_of(r).to].level == level::public_)
                delivers = true;
        if (!delivers) continue;
        ++providers;
        for (const auto& r : m.relations(relation_type::inspects)) {
            const auto [i, b] = m.ends_of(r);
            if (!m.holds(r) || i == p || !apart(superiors, i, b, exempt)) continue;
            if (b == p) covered = true;
            if (b == m.legal_entity_of(p) && (superiors[p].empty() || apart(superiors, i, p, exempt))) covered = true;
        }
        s.over_providers += covered;
    }
    if (inspections > 0) s.over_inspections /= inspections;
    if (providers > 0) s.over_providers /= providers;
    return s;
}

}  // namespace

TEST_CASE("the worked example's inspections: two of four are strictly independent, three under Option X") {
    const auto base = scrutiny_independence{}(testing::worked_example());
    CHECK(figure_of(base, "lenient") == 1);
    CHECK(figure_of(base, "strict") == 0.5);
    CHECK(tells(base, "ci -> ts: both answer to min"));
    CHECK(tells(base, "ci -> asc: both answer to min"));
    CHECK(tells(base, "ci -> sw: no superior in common"));
    CHECK_THAT(*base.value, near(2.0 / 7));  // of asc, camhs, hb, hvt, sch, sw and ts
    CHECK_THAT(figure_of(base, "lenient coverage"), near(4.0 / 7));
    CHECK_THAT(figure_of(base, "coverage"), near(4.0 / 7));
    CHECK_THAT(figure_of(base, "burden"), near(4.0 / 7));
    CHECK(figure_of(base, "income from the inspected") == 0.5);  // Ministers pay for ci, and stand above ts and asc
    CHECK(tells(base, "hvt: nobody inspects it"));
    CHECK(tells(base, "ts: no independent inspector"));
    const auto x = scrutiny_independence{}(testing::worked_example_option_x());
    CHECK(figure_of(x, "lenient") == 1);
    CHECK(figure_of(x, "strict") == 0.75);
    CHECK_THAT(*x.value, near(3.0 / 7));
    CHECK(figure_of(scrutiny_independence{{"min"}}(testing::worked_example()), "strict") == 1);
}

TEST_CASE("who inspects a council covers its teams, but for a team with another master") {
    const auto m = draw(R"(
        actors: min(national, mandate) cou(mandate) ijb ci sw(frontline, of cou) asc(frontline, of cou)
                loose(frontline, of cou) fam(public)
        accountable_to: ci -> min; ijb -> min; ijb -> cou; sw -> cou; asc -> ijb
        delivers: sw, asc, loose -> fam [help]
        inspects: ci -> cou
    )");
    const auto f = scrutiny_independence{}(m);
    CHECK_THAT(*f.value, near(2.0 / 3));
    CHECK(figure_of(f, "coverage") == 1);
    CHECK(figure_of(f, "lenient coverage") == 1);
    CHECK(tells(f, "asc: no independent inspector"));
    CHECK_FALSE(has_figure(f, "income from the inspected"));
}

TEST_CASE("an inspector answers to whom it inspects, or to nobody: neither is independent") {
    const auto m = draw(R"(
        actors: cou(mandate) own stray sw(frontline) fam(public)
        accountable_to: own -> cou; sw -> cou
        delivers: cou, sw -> fam [help]
        inspects: own -> cou; stray -> sw
    )");
    const auto f = scrutiny_independence{}(m);
    CHECK(*f.value == 0);
    CHECK(figure_of(f, "strict") == 0);
    CHECK(figure_of(f, "lenient") == 0);
    CHECK(figure_of(f, "without a line") == 1);
    CHECK(tells(f, "own -> cou: both answer to cou"));
    CHECK(tells(f, "stray -> sw: stray has no line at all"));
}

TEST_CASE("an inspector who answers to an exempt parliament alone has a line, and is independent") {
    const auto m = draw(R"(
        actors: parliament(national) min(national, mandate) sw(frontline) ombudsman fam(public)
        accountable_to: min, ombudsman -> parliament; sw -> min
        delivers: sw -> fam [help]
        inspects: ombudsman -> sw
    )");
    const auto f = scrutiny_independence{{"parliament"}}(m);
    CHECK(*f.value == 1);
    CHECK(figure_of(f, "without a line") == 0);
    CHECK(figure_of(scrutiny_independence{}(m), "without a line") == 1);
}

TEST_CASE("what is not inspected rests on what it delivers, and an inspection on the lines above both") {
    const auto m = draw(R"(
        actors: cou(mandate) ci(mandate) sw(frontline) loose(frontline) fam(public)
        accountable_to: sw -> cou
        delivers: sw, loose -> fam [help]
        inspects: ci -> sw
    )");
    const auto f = scrutiny_independence{}(m);
    REQUIRE(f.witnesses.size() == 2);
    CHECK(f.witnesses[0].relations.size() == 2);
    REQUIRE(f.witnesses[1].relations.size() == 1);
    CHECK(identity(m.relations()[f.witnesses[1].relations[0]]) == "delivers loose -> fam [help]");
}

TEST_CASE("where nobody inspects, nobody is covered; where nobody delivers, there is nothing to cover") {
    const auto f = scrutiny_independence{}(draw("actors: cou(mandate) fam(public)\ndelivers: cou -> fam [help]"));
    CHECK(*f.value == 0);
    CHECK(figure_of(f, "coverage") == 0);
    CHECK_FALSE(has_figure(f, "strict"));
    CHECK(scrutiny_independence{}(draw("actors: cou(mandate)")).missing ==
          "no actor delivers anything to an actor of level public");
}

TEST_CASE("scrutiny agrees with its definition") {
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        CAPTURE(seed);
        const auto m = testing::random_model(seed, {.actors = 5 + seed % 8, .ties = 0.6 + 0.2 * double(seed % 4)});
        const testing::all_ways ways(m);
        const auto lines = testing::have_lines(m, testing::nowhere, {1});
        sets ancestors(ways.size()), dominators;
        for (std::size_t a = 0; a < ways.size(); ++a)
            for (std::size_t b = 0; b < ways.size(); ++b)
                if (lines[a] && ways.reaches(a, b)) ancestors[a].insert(b);
        for (const auto& one : testing::dominators(m, testing::without_mandate(m, {1})))
            dominators.emplace_back(one.begin(), one.end());
        const auto f = scrutiny_independence{{m.actors()[1].key}}(m);
        CHECK(testing::is_sound(f, m));
        if (!f.value) continue;
        const auto strict = by_definition(m, ancestors, {1}), lenient = by_definition(m, dominators, {1});
        CHECK_THAT(*f.value, near(strict.over_providers));
        CHECK_THAT(figure_of(f, "lenient coverage"), near(lenient.over_providers));
        if (has_figure(f, "strict")) CHECK_THAT(figure_of(f, "strict"), near(strict.over_inspections));
        if (has_figure(f, "strict")) CHECK_THAT(figure_of(f, "lenient"), near(lenient.over_inspections));
    }
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/access.hpp"

#include "concordat/graph/team.hpp"

#include "tests/draw.hpp"
#include "tests/graph/brute_access.hpp"
#include "tests/graph/random_model.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace concordat {

using Catch::Matchers::WithinAbs;
using testing::draw, testing::figure_of, testing::texts_of;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::string unit_of(const model& m, unit_boundary boundary, const std::string& key) {
    const auto& a = *m.find_actor(key);
    if (boundary == unit_boundary::team) return a.team.empty() ? a.key : a.team;
    const auto& entity = *m.find_actor(a.legal_entity.empty() ? a.key : a.legal_entity);
    if (boundary == unit_boundary::organisation) return entity.key;
    return !a.sector.empty() ? a.sector : !entity.sector.empty() ? entity.sector : entity.key;
}

/// The model, with one family of a child of ten.
model with_child(const std::string& drawing) { return draw("actors: council(mandate) family(public)\n" + drawing); }

}  // namespace

TEST_CASE("the worked example has its golden hand-offs, coverage, gatekeepers and team, with and without Option X") {
    for (const auto& m : {testing::worked_example(), testing::worked_example_option_x()}) {
        const auto by_team = reach_efficiency{}(m);
        CHECK_THAT(*by_team.value, WithinAbs(0.583333, 5e-7));
        CHECK(figure_of(by_team, "mean hand-offs") == 1.0);
        const auto by_organisation = reach_efficiency{unit_boundary::organisation}(m);
        CHECK(figure_of(by_organisation, "mean hand-offs") == 0.5);
        CHECK(*coverage{.handoffs = 1}(m).value == 0.75);
        CHECK(*coverage{}(m).value == 1.0);
        const auto gates = gatekeepers{}(m);
        CHECK(texts_of(gates) == std::vector<std::string>{"school-age-child, family_support: only through sw"});
        CHECK(*gates.value == 0.25);
        CHECK(*practitioner_multiplicity{}(m).value == 4.0);
        CHECK(texts_of(practitioner_multiplicity{}(m)) ==
              std::vector<std::string>{"school-age-child: camhs, sch, sw, ts"});
    }
}

TEST_CASE("the witness of a hand-off is the way itself, relation by relation") {
    const auto m = testing::worked_example();
    const auto f = reach_efficiency{}(m);
    REQUIRE(f.witnesses.size() == 4);
    const auto& to_support = f.witnesses[3];
    CHECK(to_support.text == "school-age-child, family_support: sch -> sw -> ts (2 hand-offs)");
    REQUIRE(to_support.relations.size() == 3);
    CHECK(identity(m.relations()[to_support.relations[0]]) == "refers_to sch -> sw");
    CHECK(identity(m.relations()[to_support.relations[1]]) == "refers_to sw -> ts");
    CHECK(identity(m.relations()[to_support.relations[2]]).starts_with("delivers ts -> fam"));
    CHECK(m.actors()[to_support.actors.back()].key == "ts");
}

TEST_CASE("coverage, gatekeepers and teams rest on the ways and deliveries behind them") {
    const auto m = testing::worked_example();
    for (const auto& f : {coverage{}(m), gatekeepers{}(m), practitioner_multiplicity{}(m)})
        for (const auto& w : f.witnesses) {
            INFO(w.text);
            CHECK_FALSE(w.relations.empty());
        }
}

TEST_CASE("of ways with equal hand-offs the shorter is told") {
    const auto m = with_child(R"(
        actors: door(team one) near(team one) helper
        refers_to: door -> near; near -> helper; door -> helper
        delivers: helper -> family [help]
        personas: child(age 10, weight 1, needs help, entry door)
    )");
    CHECK(texts_of(reach_efficiency{}(m)) == std::vector<std::string>{"child, help: door -> helper (1 hand-off)"});
}

TEST_CASE("what a hand-off crosses is the asker's choice: team, organisation or sector") {
    const auto m = with_child(R"(
        actors: board(sector health) trust(sector health) school(of council) nurse(of board) clinic(of trust)
        refers_to: school -> nurse; nurse -> clinic
        delivers: clinic -> family [help]
        personas: child(age 10, weight 1, needs help, entry school)
    )");
    CHECK(figure_of(reach_efficiency{unit_boundary::team}(m), "mean hand-offs") == 2);
    CHECK(figure_of(reach_efficiency{unit_boundary::organisation}(m), "mean hand-offs") == 2);
    CHECK(figure_of(reach_efficiency{unit_boundary::sector}(m), "mean hand-offs") == 1);
}

TEST_CASE("a need that cannot be reached counts nothing, and the witness says why") {
    const auto m = with_child(R"(
        actors: school clinic
        delivers: clinic -> family [help]
        personas: child(age 10, weight 1, needs help rest, entry school)
    )");
    const auto f = reach_efficiency{}(m);
    CHECK(*f.value == 0);
    CHECK(figure_of(f, "share out of reach") == 1);
    CHECK_THROWS(figure_of(f, "mean hand-offs"));
    CHECK(texts_of(f) ==
          std::vector<std::string>{"child, help: no way of referrals to clinic", "child, rest: nobody delivers it"});
    CHECK(*coverage{.handoffs = infinity}(m).value == 0);
    CHECK_FALSE(gatekeepers{}(m).value.has_value());
}

TEST_CASE("everybody of an age comes in by the universal service of that age") {
    const auto m = with_child(R"(
        universal: education
        actors: school nursery clinic
        refers_to: school -> clinic
        delivers: school -> family [education] 5-18; nursery -> family [education] 3-5; clinic -> family [help]
        personas: pupil(age 10, weight 0.5, needs help, entry council)
                  infant(age 3, weight 0.5, needs help, entry council)
    )");
    const auto f = reach_efficiency{}(m);
    CHECK(figure_of(f, "hand-offs of pupil to help") == 1);
    CHECK(figure_of(f, "reach of infant") == 0);
    CHECK(*f.value == 0.25);
}

TEST_CASE("only needs of the persona's age count, and a parent's need is met at the parent's age") {
    const auto m = with_child(R"(
        actors: school clinic adult_clinic
        refers_to: school -> clinic 5-18; school -> adult_clinic 18+
        delivers: clinic -> family [help] 0-18; adult_clinic -> family [help] 18+
        personas: child(age 10, weight 1, needs help of 38 rest 16-26, entry school)
    )");
    const auto f = reach_efficiency{}(m);
    CHECK(*f.value == 0.5);
    CHECK(texts_of(f) == std::vector<std::string>{"child, help: school -> adult_clinic (1 hand-off)"});
}

TEST_CASE("a model without a need at any persona's age says so") {
    const auto m = with_child("personas: child(age 10, weight 1, needs help 16-26, entry council)");
    for (const auto& f : {reach_efficiency{}(m), worst_off_reach{}(m), coverage{}(m), gatekeepers{}(m),
                          practitioner_multiplicity{}(m)}) {
        CHECK_FALSE(f.value.has_value());
        CHECK(f.missing == "no persona of the model has a need at its age");
    }
}

TEST_CASE("the worst-off family type decides, whatever its weight") {
    const auto m = with_child(R"(
        actors: school clinic
        refers_to: school -> clinic
        delivers: clinic -> family [help]
        personas: near(age 10, weight 0.98, needs help, entry clinic) far(age 10, weight 0.01, needs help, entry school)
                  lost(age 10, weight 0.01, needs help, entry council)
    )");
    const auto f = worst_off_reach{}(m);
    CHECK(*f.value == 0);
    CHECK(figure_of(f, "reach of far") == 0.5);
    CHECK(texts_of(f) == std::vector<std::string>{"lost, help: no way of referrals to clinic"});
}

TEST_CASE("one named person from birth to five and two from sixteen make gaps and duplicates") {
    const auto m = with_child(R"(
        actors: visitor school worker
        delivers: visitor -> family [health] 0-5 as named_person
                  school -> family [education] 6-18 as named_person
                  school -> family [guidance] 6-18 as named_person
                  worker -> family [social_work] 16-26 as named_person
        personas: child(age 10, weight 1, needs education, entry school)
    )");
    const auto f = named_person_continuity{}(m);
    CHECK_THAT(*f.value, WithinAbs(15.0 / 18, 1e-15));
    CHECK_THAT(figure_of(f, "gap share"), WithinAbs(1.0 / 18, 1e-15));
    CHECK_THAT(figure_of(f, "duplicate share"), WithinAbs(2.0 / 18, 1e-15));
    CHECK(texts_of(f) == std::vector<std::string>{"from 0 to 5: visitor", "from 5 to 6: nobody", "from 6 to 16: school",
                                                  "from 16 to 18: school and worker"});
}

TEST_CASE("the lead-professional rate looks at ages with two organisations and wants exactly one lead") {
    const auto m = with_child(R"(
        actors: school worker clinic
        delivers: school -> family [education] 5-18
                  worker -> family [social_work] 0-18 as lead_professional
                  clinic -> family [health] 12-18 as lead_professional
                  clinic -> family [dentistry] as lead_professional
        personas: child(age 10, weight 1, needs education social_work health, entry school)
    )");
    // From 5 to 12 school and worker help, and the worker leads; from 12 the clinic leads too.
    CHECK_THAT(figure_of(named_person_continuity{}(m), "lead-professional rate"), WithinAbs(7.0 / 13, 1e-15));
}

TEST_CASE("hand-offs, coverage, gatekeepers and teams agree with brute force on random models") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto m = testing::random_model(seed, {.actors = 9, .ties = 1.6});
        INFO("seed " << seed);
        const auto boundary = static_cast<unit_boundary>(seed % 3);
        const auto unit = [&](const std::string& key) { return unit_of(m, boundary, key); };
        double reach = 0, within_one = 0, at_all = 0, gates = 0;
        std::map<std::string, double> of_family;
        for (const auto& n : testing::brute_needs(m)) {
            const auto doors = testing::brute_entries(m, *n.family);
            const auto helpers = testing::brute_deliverers(m, *n.what, n.family->age);
            const auto links = testing::brute_links(m, *n.family, *n.what);
            const auto handoffs = testing::brute_handoffs(doors, helpers, links, unit);
            of_family[n.family->key] += 0;
            if (!handoffs) continue;
            reach += n.weight / (1 + *handoffs);
            of_family[n.family->key] += 1.0 / (1 + *handoffs);
            if (*handoffs <= 1) within_one += n.weight;
            at_all += n.weight;
            for (const auto& a : m.actors())
                if (!doors.contains(a.key) && !helpers.contains(a.key) &&
                    !testing::brute_reaches(doors, helpers, links, a.key))
                    gates += n.weight;
        }
        if (of_family.empty()) {
            CHECK_FALSE(reach_efficiency{boundary}(m).value.has_value());
            continue;
        }
        CHECK_THAT(*reach_efficiency{boundary}(m).value, WithinAbs(reach, 1e-12));
        CHECK_THAT(*(coverage{1, boundary}(m).value), WithinAbs(within_one, 1e-12));
        CHECK_THAT(*(coverage{infinity, boundary}(m).value), WithinAbs(at_all, 1e-12));
        if (at_all > 0) CHECK_THAT(*gatekeepers{}(m).value, WithinAbs(gates / at_all, 1e-12));
        double worst = 2;
        for (const auto& p : m.personas()) {
            const auto lasting =
                std::count_if(p.needs.begin(), p.needs.end(), [&](const need& n) { return n.ages.contains(p.age); });
            if (lasting > 0) worst = std::min(worst, of_family[p.key] / static_cast<double>(lasting));
        }
        CHECK_THAT(*worst_off_reach{boundary}(m).value, WithinAbs(worst, 1e-12));
    }
}

TEST_CASE("named persons and leads agree with a walk through childhood, year by year") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto m = testing::random_model(seed, {.ties = 1.5});
        INFO("seed " << seed);
        int one = 0, none = 0, several = 0;
        double rate = 0, weight = 0;
        const auto in_role = [&](practice_role role, int year, const persona* of) {
            std::set<std::string> found;
            for (const auto& r : m.relations(relation_type::delivers)) {
                if (!m.holds(r) || r.role != role || !r.ages.contains(year + 0.5)) continue;
                if (m.find_actor(r.to)->level != level::public_) continue;
                if (of && std::none_of(of->needs.begin(), of->needs.end(), [&](const need& n) {
                        return n.ages.contains(year + 0.5) && r.covers(n.service);
                    }))
                    continue;
                found.insert(r.from);
            }
            return found.size();
        };
        for (int year = 0; year < 18; ++year) {
            const auto named = in_role(practice_role::named_person, year, nullptr);
            ++(named == 0 ? none : named == 1 ? one : several);
        }
        for (const auto& p : m.personas()) {
            int led = 0, helped_by_several = 0;
            for (int year = 0; year < 18; ++year) {
                std::set<std::string> organisations;
                for (const auto a : team_around(m, p, year + 0.5)) organisations.insert(m.actors()[a].legal_entity);
                if (organisations.size() < 2) continue;
                ++helped_by_several;
                if (in_role(practice_role::lead_professional, year, &p) == 1) ++led;
            }
            if (helped_by_several == 0) continue;
            rate += p.weight * led / helped_by_several;
            weight += p.weight;
        }
        const auto f = named_person_continuity{}(m);
        const auto all = m.relations(relation_type::delivers);
        const bool drawn = std::any_of(all.begin(), all.end(),
                                       [](const relation& r) { return r.role == practice_role::named_person; });
        REQUIRE(f.value.has_value() == drawn);
        if (drawn) CHECK_THAT(*f.value, WithinAbs(one / 18.0, 1e-12));
        CHECK_THAT(figure_of(f, "gap share"), WithinAbs(none / 18.0, 1e-12));
        CHECK_THAT(figure_of(f, "duplicate share"), WithinAbs(several / 18.0, 1e-12));
        if (weight > 0)
            CHECK_THAT(figure_of(f, "lead-professional rate"), WithinAbs(rate / weight, 1e-12));
        else
            CHECK_THROWS(figure_of(f, "lead-professional rate"));
    }
}

}  // namespace concordat

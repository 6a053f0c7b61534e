// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/collaboration.hpp"

#include "concordat/graph/team.hpp"
#include "tests/graph/brute_force.hpp"
#include "tests/graph/random_model.hpp"
#include "tests/near.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <utility>

using namespace concordat;
using concordat::testing::draw;
using concordat::testing::figure_of;
using concordat::testing::golden;
using concordat::testing::near;
using concordat::testing::tells;

namespace {

/// Whether a tie of this type that holds joins two actors, for a child of that age if one is given.
bool tied(const model& m, relation_type type, std::size_t a, std::size_t b, std::optional<double> age = {}) {
    for (const auto& r : m.relations(type)) {
        const auto [from, to] = m.ends_of(r);
        if (m.holds(r) && (!age || r.ages.contains(*age)) && ((from == a && to == b) || (from == b && to == a)))
            return true;
    }
    return false;
}

/// Whether information ties of this model make up for one referral.
bool informed(const model& m, const relation& referral) {
    const auto [from, to] = m.ends_of(referral);
    const std::set<std::size_t> left{from, m.legal_entity_of(from)}, right{to, m.legal_entity_of(to)};
    for (const auto& tie : m.relations(relation_type::shares_information_with)) {
        const auto [a, b] = m.ends_of(tie);
        const bool ends = (left.count(a) && right.count(b)) || (left.count(b) && right.count(a));
        bool service = tie.services.empty() || referral.services.empty();
        for (const auto& s : tie.services) service = service || referral.covers(s);
        bool age = false;
        for (const double x : {0, 5, 12, 16, 18, 21, 26})
            age = age || (tie.ages.contains(x) && referral.ages.contains(x));
        if (m.holds(tie) && ends && service && age) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("the worked example's ways of working together, the same under both options") {
    for (const auto& m : {testing::worked_example(), testing::worked_example_option_x()}) {
        const auto density = team_information_density{}(m);
        CHECK(*density.value == 0.5);
        CHECK(figure_of(density, "team") == 4);
        CHECK(tells(density, "school-age-child: camhs -- sw; sch -- sw; sw -- ts share information"));
        const auto coverage = referral_information_coverage{}(m);
        CHECK(*coverage.value == 0.75);
        CHECK_THAT(figure_of(coverage, "all referrals"), golden(0.571429));
        CHECK(figure_of(coverage, "referrals between organisations") == 4);
        CHECK(tells(coverage, "sch -> camhs: no information tie"));
        const auto clustering = planning_clustering{}(m);
        CHECK_THAT(*clustering.value, near(0.6));
        CHECK_THAT(figure_of(clustering, "mean local"), golden(0.388889));
        CHECK(tells(clustering, "cou -- hb -- ijb"));
        const auto congruence = planning_congruence{}(m);
        CHECK(*congruence.value == 0.4);
        CHECK(figure_of(congruence, "pairs that depend on each other") == 10);
        CHECK(tells(congruence, "hb -- ijb plan jointly"));
        CHECK(tells(congruence, "ci -- min do not plan together"));
    }
}

TEST_CASE("a team of one has no pairs, and counts for nobody") {
    const auto m = draw(R"(
        actors: a(frontline) b(frontline) fam(public)
        delivers: a -> fam [x]; b -> fam [y]
        shares_information_with: a -- b 0-12
        personas: one(age 5, weight 0.5, needs x) small(age 5, weight 0.25, needs x y)
                  big(age 15, weight 0.25, needs x y)
    )");
    const auto f = team_information_density{}(m);
    CHECK(*f.value == 0.5);
    CHECK(figure_of(f, "small") == 1);
    CHECK(figure_of(f, "big") == 0);
    CHECK(tells(f, "one: a team of 1 has no pairs"));
    CHECK(tells(f, "big: no pair shares information"));
}

TEST_CASE("an organisation's agreement covers its teams, for the services and ages it names") {
    const auto coverage = [](const std::string& tie) {
        return *referral_information_coverage{}(draw("actors: cou hb sch(of cou) camhs(of hb)\n"
                                                     "refers_to: sch -> camhs [mental_health] 5-18\n"
                                                     "shares_information_with: " +
                                                     tie))
                    .value;
    };
    CHECK(coverage("cou -- hb") == 1);
    CHECK(coverage("cou -- camhs") == 1);
    CHECK(coverage("sch -- hb [mental_health justice]") == 1);
    CHECK(coverage("sch -- camhs [justice]") == 0);
    CHECK(coverage("sch -- camhs 18+") == 0);
    CHECK(coverage("sch -- camhs 17+") == 1);
    CHECK(coverage("sch -- cou") == 0);
}

TEST_CASE("those who sit on a common body plan together, and so do a body and its members") {
    const auto f = planning_congruence{}(draw(R"(
        actors: cou hb cspp charity sw(of cou) hvt(of hb)
        funds: cou -> hb 1; cou -> cspp 1; cou -> charity 1
        member_of: sw, hvt -> cspp
    )"));
    CHECK_THAT(*f.value, near(2.0 / 3));
    CHECK(tells(f, "cou -- hb sit on cspp"));
    CHECK(tells(f, "cou -- cspp sit on cspp"));
    CHECK(tells(f, "charity -- cou do not plan together"));
}

TEST_CASE("planning in pairs alone has no clusters") {
    const auto f = planning_clustering{}(draw("actors: a b c d\nplans_jointly_with: a -- b; c -- d"));
    CHECK(*f.value == 0);
    CHECK(figure_of(f, "mean local") == 0);
}

TEST_CASE("an empty model lacks what working together needs, and says what") {
    const auto m = draw("actors: a");
    CHECK(team_information_density{}(m).missing == "the model has no personas");
    CHECK(referral_information_coverage{}(m).missing ==
          "no relation refers_to that holds crosses from one organisation to another");
    CHECK(planning_clustering{}(m).missing == "no relation plans_jointly_with holds");
    CHECK(planning_congruence{}(m).missing ==
          "no relation refers_to, funds or commissions that holds joins two organisations");
    const auto helpless = draw("actors: a fam(public)\npersonas: p(age 1, weight 1, needs x, entry a)");
    CHECK(team_information_density{}(helpless).missing == "no family has a team of two or more around it");
}

TEST_CASE("information measures agree with counting pairs and referrals") {
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
        CAPTURE(seed);
        const auto m = testing::random_model(seed, {.actors = 5 + seed % 6, .ties = 2});
        double weight = 0, density = 0;
        for (const auto& p : m.personas()) {
            const auto team = team_around(m, p);
            double pairs = 0, joined = 0;
            for (const auto a : team)
                for (const auto b : team)
                    if (a < b) ++pairs, joined += tied(m, relation_type::shares_information_with, a, b, p.age);
            if (pairs > 0) weight += p.weight, density += p.weight * joined / pairs;
        }
        const auto f = team_information_density{}(m);
        CHECK(testing::is_sound(f, m));
        CHECK(f.value.has_value() == (weight > 0));
        if (f.value) CHECK_THAT(*f.value, near(density / weight));

        double across = 0, covered = 0;
        for (const auto& r : m.relations(relation_type::refers_to)) {
            if (!m.holds(r) || m.legal_entity_of(m.ends_of(r).from) == m.legal_entity_of(m.ends_of(r).to)) continue;
            ++across, covered += informed(m, r);
        }
        const auto coverage = referral_information_coverage{}(m);
        CHECK(testing::is_sound(coverage, m));
        CHECK(coverage.value.has_value() == (across > 0));
        if (coverage.value) CHECK(*coverage.value == covered / across);
    }
}

TEST_CASE("planning measures agree with counting triples and pairs") {
    for (std::uint64_t seed = 0; seed < 80; ++seed) {
        CAPTURE(seed);
        const auto m = testing::random_model(seed, {.actors = 5 + seed % 6, .ties = 1});
        const auto n = m.actors().size();
        using enum relation_type;
        double triples = 0, closed = 0;
        bool any = false;
        for (std::size_t v = 0; v < n; ++v)
            for (std::size_t a = 0; a < n; ++a)
                for (std::size_t b = 0; b < n; ++b) {
                    any = any || tied(m, plans_jointly_with, a, b);
                    if (a >= b || a == v || b == v || !tied(m, plans_jointly_with, v, a) ||
                        !tied(m, plans_jointly_with, v, b))
                        continue;
                    ++triples, closed += tied(m, plans_jointly_with, a, b);
                }
        const auto clustering = planning_clustering{}(m);
        CHECK(testing::is_sound(clustering, m));
        CHECK(clustering.value.has_value() == any);
        if (any) CHECK_THAT(*clustering.value, near(triples > 0 ? closed / triples : 0));

        std::set<std::pair<std::size_t, std::size_t>> dependent, together;
        std::set<std::pair<std::size_t, std::size_t>> seats;
        for (std::size_t a = 0; a < n; ++a) seats.insert({a, a});
        for (const auto& r : m.relations()) {
            if (!m.holds(r)) continue;
            const std::size_t a = m.legal_entity_of(m.ends_of(r).from), b = m.legal_entity_of(m.ends_of(r).to);
            const std::pair pair{std::min(a, b), std::max(a, b)};
            if (r.type == member_of) seats.insert({a, m.ends_of(r).to});
            if (a != b && (r.type == refers_to || r.type == funds || r.type == commissions)) dependent.insert(pair);
            if (r.type == plans_jointly_with) together.insert(pair);
        }
        for (const auto& [a, table] : seats)
            for (const auto& [b, other] : seats)
                if (table == other) together.insert({std::min(a, b), std::max(a, b)});
        double both = 0;
        for (const auto& pair : dependent) both += double(together.count(pair));
        const auto congruence = planning_congruence{}(m);
        CHECK(testing::is_sound(congruence, m));
        CHECK(congruence.value.has_value() == !dependent.empty());
        if (congruence.value) CHECK(*congruence.value == both / double(dependent.size()));
    }
}

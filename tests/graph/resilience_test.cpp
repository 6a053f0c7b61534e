// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/resilience.hpp"

#include "concordat/graph/boost.hpp"

#include "tests/draw.hpp"
#include "tests/graph/brute_access.hpp"
#include "tests/graph/random_model.hpp"
#include "tests/worked_example.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace concordat {

using Catch::Matchers::WithinAbs;
using testing::draw, testing::figure_of, testing::texts_of;

namespace {

/// Without direction, parallels or loops.
std::map<std::string, testing::key_set> neighbours(const model& m, const std::vector<relation_type>& types) {
    std::map<std::string, testing::key_set> of;
    for (const auto& r : m.relations())
        if (m.holds(r) && std::find(types.begin(), types.end(), r.type) != types.end()) {
            of[r.from].insert(r.to);
            of[r.to].insert(r.from);
        }
    return of;
}

using ties = std::map<std::string, testing::key_set>;

testing::key_set joined_to(const ties& of, const std::string& start, const std::string& gone = {}) {
    testing::key_set seen{start};
    std::vector<std::string> open{start};
    while (!open.empty()) {
        const auto at = open.back();
        open.pop_back();
        for (const auto& next : of.at(at))
            if (next != gone && seen.insert(next).second) open.push_back(next);
    }
    return seen;
}

const std::vector<relation_type> working_ties{relation_type::accountable_to, relation_type::shares_information_with,
                                              relation_type::plans_jointly_with};

/// The number of shortest ways between all pairs and through each, by Floyd and Warshall and counting.
double brute_centralisation(const ties& of, const testing::key_set& members) {
    std::map<std::string, std::map<std::string, double>> away, ways;
    for (const auto& a : members)
        for (const auto& b : members) {
            away[a][b] = a == b ? 0 : of.at(a).contains(b) ? 1 : 1e6;
            ways[a][b] = 0;
        }
    for (const auto& k : members)
        for (const auto& a : members)
            for (const auto& b : members) away[a][b] = std::min(away[a][b], away[a][k] + away[k][b]);
    const std::function<double(const std::string&, const std::string&)> count = [&](const auto& a, const auto& b) {
        if (a == b) return 1.0;
        double sum = 0;
        for (const auto& next : of.at(a))
            if (away[next][b] == away[a][b] - 1) sum += count(next, b);
        return sum;
    };
    for (const auto& a : members)
        for (const auto& b : members) ways[a][b] = count(a, b);
    const auto n = static_cast<double>(members.size());
    std::map<std::string, double> relative;
    double most = 0;
    for (const auto& v : members) {
        for (const auto& a : members)
            for (const auto& b : members)
                if (a < b && a != v && b != v && away[a][v] + away[v][b] == away[a][b])
                    relative[v] += ways[a][v] * ways[v][b] / ways[a][b] * 2 / ((n - 1) * (n - 2));
        most = std::max(most, relative[v]);
    }
    double difference = 0;
    for (const auto& v : members) difference += most - relative[v];
    return difference / (n - 1);
}

/// The same flow by Boost.Graph, on a graph built for it.
long boost_flow(const testing::key_set& doors, const testing::key_set& helpers, const std::set<testing::link>& links) {
    using traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
    using graph = boost::adjacency_list<
        boost::vecS, boost::vecS, boost::directedS, boost::no_property,
        boost::property<boost::edge_capacity_t, long,
                        boost::property<boost::edge_residual_capacity_t, long,
                                        boost::property<boost::edge_reverse_t, traits::edge_descriptor>>>>;
    graph g(2);
    std::map<std::string, std::size_t> at;
    const auto vertex = [&](const std::string& key) {
        if (!at.contains(key)) at[key] = boost::add_vertex(g);
        return at[key];
    };
    const auto add = [&](std::size_t from, std::size_t to, long capacity) {
        const auto forth = boost::add_edge(from, to, g).first, back = boost::add_edge(to, from, g).first;
        boost::put(boost::edge_capacity, g, forth, capacity);
        boost::put(boost::edge_capacity, g, back, 0);
        boost::put(boost::edge_reverse, g, forth, back);
        boost::put(boost::edge_reverse, g, back, forth);
    };
    for (const auto& d : doors) add(0, vertex(d), 1000);
    for (const auto& h : helpers) add(vertex(h), 1, 1000);
    for (const auto& [from, to] : links) add(vertex(from), vertex(to), 1);
    return boost::edmonds_karp_max_flow(g, 0, 1);
}

}  // namespace

TEST_CASE("the worked example has its golden routes, failures, points and hubs") {
    const auto base = testing::worked_example(), option_x = testing::worked_example_option_x();
    for (const auto& m : {base, option_x}) {
        const auto routes = disjoint_routes{}(m);
        CHECK(figure_of(routes, "routes of school-age-child to social_work") == 1);
        CHECK(figure_of(routes, "routes of school-age-child to mental_health") == 2);
        CHECK(figure_of(routes, "routes of school-age-child to family_support") == 1);
        CHECK(figure_of(routes, "share met at an entry") == 0.25);
        CHECK_THAT(*routes.value, WithinAbs(4.0 / 3, 1e-15));
        CHECK_THAT(figure_of(routes, "share with two or more"), WithinAbs(1.0 / 3, 1e-15));

        const auto failure = failure_impact{}(m);
        CHECK(*failure.value == 1);
        CHECK(failure.figures == std::vector<figure>{{"sch", 1}, {"sw", 0.5}, {"camhs", 0.25}, {"ts", 0.25}});

        const auto points = articulation_points{}(m);
        CHECK(*points.value == 3.0 / 14);
        std::vector<std::string> found;
        for (const auto& w : points.witnesses) found.push_back(m.actors()[w.actors.front()].key);
        CHECK(found == std::vector<std::string>{"hb", "ijb", "min"});
    }
    CHECK(texts_of(articulation_points{}(base)) == std::vector<std::string>{"hb: joins ci, min to the rest",
                                                                            "ijb: joins asc to the rest",
                                                                            "min: joins ci to the rest"});
    CHECK_THAT(*hub_centralisation{}(base).value, WithinAbs(0.277686, 5e-7));
    CHECK_THAT(*hub_centralisation{}(option_x).value, WithinAbs(0.342149, 5e-7));
    CHECK(figure_of(hub_centralisation{}(base), "actors in the largest component") == 12);
    CHECK(texts_of(hub_centralisation{}(base)) == std::vector<std::string>{"shared governance: hub hb"});
    CHECK(texts_of(hub_centralisation{}(option_x)) == std::vector<std::string>{"shared governance: hub cou"});
}

TEST_CASE("a least cut names the links, and each is a relation of the model") {
    const auto m = testing::worked_example();
    const auto f = disjoint_routes{}(m);
    REQUIRE(f.witnesses.size() == 3);
    CHECK(f.witnesses[1].text == "school-age-child, mental_health: 2 routes, cut at sch -> camhs, sch -> sw");
    REQUIRE(f.witnesses[1].relations.size() == 2);
    CHECK(identity(m.relations()[f.witnesses[1].relations[1]]) == "refers_to sch -> sw");
}

TEST_CASE("two relations between the same actors are one link") {
    const auto m = draw(R"(
        actors: school(mandate) clinic family(public)
        refers_to: school -> clinic [help]; school -> clinic [rest]
        delivers: clinic -> family [help]
        personas: child(age 10, weight 1, needs help, entry school)
    )");
    CHECK(*disjoint_routes{}(m).value == 1);
}

TEST_CASE("where help is at every door, no route can be lost, and the measure says so") {
    const auto m = draw(R"(
        actors: school(mandate) family(public)
        delivers: school -> family [help]
        personas: child(age 10, weight 1, needs help, entry school)
    )");
    const auto f = disjoint_routes{}(m);
    CHECK_FALSE(f.value.has_value());
    CHECK(f.missing == "every need is met where the family comes in, so there is no referral to lose");
    CHECK(*failure_impact{}(m).value == 1);
    CHECK(texts_of(failure_impact{}(m)) == std::vector<std::string>{"without school: child help out of reach"});
}

TEST_CASE("a loss rests on what the actor delivers and on the referrals by it") {
    const auto m = draw(R"(
        actors: door gate helper fam(public)
        refers_to: door -> gate; gate -> helper
        delivers: helper -> fam [help]
        personas: child(age 10, weight 1, needs help, entry door)
    )");
    const auto f = failure_impact{}(m);
    REQUIRE(f.witnesses.size() == 3);
    const auto rest_of = [&](std::size_t at) {
        std::vector<std::string> relations;
        for (const auto r : f.witnesses[at].relations) relations.push_back(identity(m.relations()[r]));
        return relations;
    };
    CHECK(rest_of(0) == std::vector<std::string>{"refers_to door -> gate"});
    CHECK(rest_of(1) == std::vector<std::string>{"refers_to door -> gate", "refers_to gate -> helper"});
    CHECK(rest_of(2) == std::vector<std::string>{"refers_to gate -> helper", "delivers helper -> fam [help]"});
}

TEST_CASE("with two doors to two helpers nobody is missed alone") {
    const auto m = draw(R"(
        actors: school(mandate) nursery clinic centre family(public)
        refers_to: school -> clinic; nursery -> centre
        delivers: clinic -> family [help]; centre -> family [help]
        personas: child(age 10, weight 1, needs help, entry school, entry nursery)
    )");
    CHECK(*failure_impact{}(m).value == 0);
    CHECK(texts_of(failure_impact{}(m)) == std::vector<std::string>{"no need hangs on one actor alone"});
    CHECK(*disjoint_routes{}(m).value == 2);
}

TEST_CASE("a star is as central as can be, and whether its hub helps families makes its mode") {
    const std::string star = R"(
        actors: hub(mandate) a b c d family(public)
        accountable_to: a -> hub; b -> hub; c -> hub; d -> hub
    )";
    const auto administering = hub_centralisation{}(draw(star));
    CHECK(*administering.value == 1);
    CHECK(texts_of(administering) == std::vector<std::string>{"network administrative organisation: hub hub"});
    const auto leading = hub_centralisation{}(draw(star + "delivers: hub -> family [help]"));
    CHECK(texts_of(leading) == std::vector<std::string>{"lead organisation: hub hub"});
    const auto circle = hub_centralisation{}(draw(R"(
        actors: a(mandate) b c d
        plans_jointly_with: a -- b; b -- c; c -- d; d -- a
    )"));
    CHECK(*circle.value == 0);
    CHECK(texts_of(circle) == std::vector<std::string>{"shared governance: hub a"});
}

TEST_CASE("a pair has no centre, and without a tie there is no network") {
    const auto pair = draw("actors: a(mandate) b\naccountable_to: b -> a");
    CHECK(hub_centralisation{}(pair).missing ==
          "the ties of accountability, information and planning join no three actors");
    CHECK(*articulation_points{}(pair).value == 0);
    const auto f = articulation_points{.layers = {layer::money}}(pair);
    CHECK_FALSE(f.value.has_value());
    CHECK(f.missing == "the ties of money are none on the model's day");
}

TEST_CASE("routes agree with every way to cut them and with Boost's flow on random models") {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const auto m = testing::random_model(seed, {.actors = 8, .ties = 1.4});
        INFO("seed " << seed);
        double routes = 0, by_referral = 0, several = 0;
        for (const auto& n : testing::brute_needs(m)) {
            const auto doors = testing::brute_entries(m, *n.family);
            const auto helpers = testing::brute_deliverers(m, *n.what, n.family->age);
            const auto links = testing::brute_links(m, *n.family, *n.what);
            if (std::any_of(helpers.begin(), helpers.end(), [&](const auto& h) { return doors.contains(h); })) continue;
            const int cut = testing::brute_cut(doors, helpers, links);
            CHECK(boost_flow(doors, helpers, links) == cut);
            routes += n.weight * cut;
            by_referral += n.weight;
            if (cut >= 2) several += n.weight;
        }
        const auto f = disjoint_routes{}(m);
        CHECK(testing::is_sound(f, m));
        if (by_referral > 0) {
            CHECK_THAT(*f.value, WithinAbs(routes / by_referral, 1e-12));
            CHECK_THAT(figure_of(f, "share with two or more"), WithinAbs(several / by_referral, 1e-12));
        } else
            CHECK_FALSE(f.value.has_value());
    }
}

TEST_CASE("the loss of an actor agrees with taking it out on random models") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto m = testing::random_model(seed, {.actors = 9, .ties = 1.6});
        INFO("seed " << seed);
        std::map<std::string, double> lost;
        double worst = 0;
        const auto needs = testing::brute_needs(m);
        for (const auto& a : m.actors())
            for (const auto& n : needs) {
                const auto doors = testing::brute_entries(m, *n.family);
                auto helpers = testing::brute_deliverers(m, *n.what, n.family->age);
                const auto links = testing::brute_links(m, *n.family, *n.what);
                if (!testing::brute_reaches(doors, helpers, links)) continue;
                helpers.erase(a.key);
                if (!testing::brute_reaches(doors, helpers, links, a.key))
                    worst = std::max(worst, lost[a.key] += n.weight);
            }
        const auto f = failure_impact{}(m);
        CHECK(testing::is_sound(f, m));
        if (needs.empty()) {
            CHECK_FALSE(f.value.has_value());
            continue;
        }
        CHECK_THAT(*f.value, WithinAbs(worst, 1e-12));
        CHECK(f.figures.size() == lost.size());
        for (const auto& [key, share] : lost) CHECK_THAT(figure_of(f, key), WithinAbs(share, 1e-12));
    }
}

TEST_CASE("articulation points and centralisation agree with brute force on random models") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto m = testing::random_model(seed, {.actors = 10, .ties = 0.3 + 0.1 * static_cast<double>(seed % 5)});
        INFO("seed " << seed);
        const auto of = neighbours(m, working_ties);
        const auto points = articulation_points{}(m);
        const auto hubs = hub_centralisation{}(m);
        CHECK(testing::is_sound(points, m));
        CHECK(testing::is_sound(hubs, m));
        std::vector<std::string> expected;
        testing::key_set largest;
        for (const auto& [key, around] : of) {
            const auto with = joined_to(of, key);
            if (with.size() > largest.size()) largest = with;
            if (joined_to(of, *around.begin(), key).size() + 1 < with.size()) expected.push_back(key);
        }
        if (of.empty()) {
            CHECK_FALSE(points.value.has_value());
            continue;
        }
        CHECK(*points.value == static_cast<double>(expected.size()) / static_cast<double>(of.size()));
        std::vector<std::string> found;
        for (const auto& w : points.witnesses)
            if (!w.actors.empty()) found.push_back(m.actors()[w.actors.front()].key);
        CHECK(found == expected);
        if (largest.size() < 3)
            CHECK_FALSE(hubs.value.has_value());
        else
            CHECK_THAT(*hubs.value, WithinAbs(brute_centralisation(of, largest), 1e-9));
    }
}

}  // namespace concordat

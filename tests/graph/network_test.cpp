// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/network.hpp"

#include "tests/draw.hpp"
#include "tests/graph/random_model.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace concordat {

namespace {

using arc_set = std::multiset<std::tuple<actor_index, actor_index, std::uint32_t>>;

arc_set arcs_out(const network& g) {
    arc_set found;
    for (actor_index v = 0; v < g.vertex_count(); ++v)
        for (const auto& a : g.out(v)) found.emplace(v, a.to, a.relation);
    return found;
}

arc_set arcs_in(const network& g) {
    arc_set found;
    for (actor_index v = 0; v < g.vertex_count(); ++v)
        for (const auto& a : g.in(v)) found.emplace(a.to, v, a.relation);
    return found;
}

bool rows_are_in_order(const network& g) {
    const auto before = [](const arc& a, const arc& b) {
        return std::pair(a.to, a.relation) < std::pair(b.to, b.relation);
    };
    for (actor_index v = 0; v < g.vertex_count(); ++v)
        if (!std::is_sorted(g.out(v).begin(), g.out(v).end(), before) ||
            !std::is_sorted(g.in(v).begin(), g.in(v).end(), before))
            return false;
    return true;
}

}  // namespace

TEST_CASE("the accountability of the worked example is thirteen lines over fifteen actors") {
    const auto m = testing::worked_example();
    const auto g = select(m, {{relation_type::accountable_to}});
    CHECK(g.vertex_count() == 15);
    CHECK(g.edge_count() == 13);
    const auto ijb = *m.index_of("ijb");
    std::set<std::string> above;
    for (const auto& a : g.out(ijb)) above.insert(m.actors()[a.to].key);
    CHECK(above == std::set<std::string>{"cou", "hb"});
    CHECK(g.in(ijb).size() == 3);
}

TEST_CASE("a selection keeps to its services, its age and what holds on the day") {
    const auto m = testing::draw(R"(
        as_of: 2023-10-01
        actors: a(mandate) b c d e f
        refers_to: a -> b [help]; a -> c; a -> d 16+; a -> e proposed; a -> f until 2020-01-01; b -> c [rest]
    )");
    const auto targets = [&](const selection& chosen) {
        std::string found;
        for (const auto& [from, to, relation] : arcs_out(select(m, chosen)))
            found += m.actors()[from].key + m.actors()[to].key + ' ';
        return found;
    };
    CHECK(targets({{relation_type::refers_to}}) == "ab ac ad bc ");
    CHECK(targets({{relation_type::refers_to}, {"help"}}) == "ab ac ad ");
    CHECK(targets({{relation_type::refers_to}, {"help", "rest"}}) == "ab ac ad bc ");
    CHECK(targets({{relation_type::refers_to}, {}, 15.9}) == "ab ac bc ");
    CHECK(targets({{relation_type::refers_to}, {}, 16}) == "ab ac ad bc ");
    CHECK(targets({{relation_type::funds}}).empty());
    CHECK(targets({{}}).empty());
}

TEST_CASE("an empty network has no vertices") {
    CHECK(network().vertex_count() == 0);
    CHECK(network(0, {}).edge_count() == 0);
    CHECK(simple_undirected(network(0, {})).vertex_count() == 0);
}

TEST_CASE("loops and parallel lines vanish from a simple network, and the first relation stays") {
    const std::vector<std::pair<ends, std::uint32_t>> list{{{1, 0}, 4}, {{0, 1}, 7}, {{0, 0}, 1}, {{2, 1}, 2}};
    const auto g = simple_undirected(network(3, list));
    CHECK(arcs_out(g) == arc_set{{0, 1, 4}, {1, 0, 4}, {1, 2, 2}, {2, 1, 2}});
}

TEST_CASE("rows out and rows in are the chosen relations, each once, in order") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const auto m = testing::random_model(seed, {.ties = 2});
        const std::vector<relation_type> types{relation_type::accountable_to, relation_type::refers_to,
                                               relation_type::plans_jointly_with};
        arc_set expected;
        for (std::uint32_t r = 0; r < m.relations().size(); ++r) {
            const auto& one = m.relations()[r];
            if (std::find(types.begin(), types.end(), one.type) != types.end() && one.holds_on(m.as_of()) &&
                one.covers("service01") && one.ages.contains(10))
                expected.emplace(*m.index_of(one.from), *m.index_of(one.to), r);
        }
        const auto g = select(m, {types, {"service01"}, 10});
        CHECK(arcs_out(g) == expected);
        CHECK(arcs_in(g) == expected);
        CHECK(rows_are_in_order(g));

        const auto simple = simple_undirected(g);
        CHECK(arcs_out(simple) == arcs_in(simple));
        CHECK(rows_are_in_order(simple));
        std::set<std::pair<actor_index, actor_index>> pairs;
        for (const auto& [from, to, relation] : expected) {
            pairs.emplace(from, to);
            pairs.emplace(to, from);
        }
        CHECK(simple.edge_count() == pairs.size());
    }
}

}  // namespace concordat

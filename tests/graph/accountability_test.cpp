// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/accountability.hpp"

#include "brute_force.hpp"
#include "concordat/graph/team.hpp"
#include "random_model.hpp"
#include "tests/near.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace concordat;
using concordat::testing::draw;
using concordat::testing::figure_of;
using concordat::testing::golden;
using concordat::testing::tells;

namespace {

std::string common_body(const model& m, std::initializer_list<const char*> keys) {
    std::vector<actor_index> actors;
    for (const auto* key : keys) actors.push_back(*m.index_of(key));
    const auto body = lowest_common_body(m, actors);
    return body ? m.actors()[*body].key : "none";
}

/// Three mandates, one team under none.
model loose_team() {
    return draw(R"(
        actors: min(national, mandate) cou(mandate) board(mandate) ijb loose(frontline) team(frontline) fam(public)
        accountable_to: team -> ijb; ijb -> cou, board; cou -> min
        delivers: team, loose -> fam [help]
        personas: child(age 5, weight 1, needs help)
    )");
}

model nobody_accountable() {
    return draw(R"(
        actors: cou(mandate) a b team(frontline) fam(public)
        accountable_to: a -> b; b -> a; team -> a
        delivers: team -> fam [help]
        personas: child(age 5, weight 1, needs help)
    )");
}

/// Paths to a mandate by walking every one of them; only for lines without circles.
double walk_paths(const model& m, std::size_t at) {
    double paths = m.actors()[at].mandate ? 1 : 0;
    std::set<std::size_t> uppers;
    for (const auto& r : m.relations(relation_type::accountable_to))
        if (m.holds(r) && m.ends_of(r).from == at) uppers.insert(m.ends_of(r).to);
    for (const auto upper : uppers) paths += walk_paths(m, upper);
    return paths;
}

template <class Of>
std::optional<double> mean_over_front_line(const model& m, Of of) {
    const auto lines = testing::have_lines(m);
    double sum = 0, count = 0;
    for (std::size_t p = 0; p < lines.size(); ++p)
        if (lines[p] && m.actors()[p].level == level::frontline) sum += of(p), ++count;
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

void check_same(const finding& f, std::optional<double> expected) {
    CHECK(f.value.has_value() == expected.has_value());
    if (f.value && expected) CHECK_THAT(*f.value, Catch::WithinAbs(*expected, 1e-12));
}

}  // namespace

TEST_CASE("the worked example's accountability, as it stands") {
    const auto m = testing::worked_example();
    CHECK_THAT(*top_level_bodies{}(m).value, golden(1.428571));
    const auto paths = accountability_paths{}(m);
    CHECK(figure_of(paths, "camhs") == 2);
    CHECK(figure_of(paths, "ts") == 3);
    CHECK(figure_of(paths, "asc") == 2);
    CHECK_THAT(*paths.value, golden(1.571429));
    CHECK_THAT(figure_of(paths, "log2"), Catch::WithinAbs((2 + std::log2(3.0)) / 7, 1e-15));
    const auto single = single_accountable_body{}(m);
    CHECK_THAT(*single.value, golden(0.857143));
    CHECK(figure_of(single, "ts") == 0);
    CHECK(tells(single, "every line of camhs passes ijb: camhs -> ijb"));
    CHECK(common_body(m, {"sch", "sw", "camhs"}) == "none");
    CHECK(common_body(m, {"sch", "sw"}) == "cou");
    CHECK(common_body(m, {"camhs", "asc"}) == "ijb");
    const auto lub = least_upper_bounds{}(m);
    CHECK_THAT(*lub.value, golden(0.709091));
    CHECK(figure_of(lub, "pairs without a least upper bound") == 16);
    CHECK(figure_of(lub, "pairs at most") == 55);
    CHECK(lub.witnesses.size() == 16);
    CHECK(*hierarchy{}(m).value == 1);
    CHECK_THAT(*governance_distance{}(m).value, golden(1.714286));
    CHECK(*span_of_control{}(m).value == 2);
    CHECK(figure_of(span_of_control{}(m), "maximum") == 3);
}

TEST_CASE("Option X gives the child's team one council and takes the joint board from the move to adult care") {
    const auto m = testing::worked_example_option_x();
    CHECK_THAT(*top_level_bodies{}(m).value, golden(1.142857));
    const auto paths = accountability_paths{}(m);
    CHECK(figure_of(paths, "camhs") == 1);
    CHECK(figure_of(paths, "ts") == 1);
    CHECK(figure_of(paths, "asc") == 2);
    CHECK_THAT(*paths.value, golden(1.142857));
    CHECK(*single_accountable_body{}(m).value == 1);
    CHECK(common_body(m, {"sch", "sw", "camhs"}) == "cou");
    CHECK(common_body(m, {"sch", "sw"}) == "cou");
    CHECK(common_body(m, {"camhs", "asc"}) == "none");
    CHECK_THAT(*least_upper_bounds{}(m).value, golden(0.563636));
    CHECK(figure_of(least_upper_bounds{}(m), "pairs without a least upper bound") == 24);
    CHECK(*hierarchy{}(m).value == 1);
    CHECK_THAT(*governance_distance{}(m).value, golden(1.571429));
}

TEST_CASE("the team around the example's child has a common body under Option X only") {
    const auto base = common_accountable_body{}(testing::worked_example());
    CHECK(*base.value == 0);
    CHECK(tells(base, "school-age-child: camhs, sch, sw, ts: no body below the mandates is on every line"));
    const auto x = common_accountable_body{}(testing::worked_example_option_x());
    CHECK(*x.value == 1);
    CHECK(tells(x, "school-age-child: camhs, sch, sw, ts -> cou"));
    CHECK(x.witnesses.front().relations.size() == 5);  // camhs, sch, edu, sw and ts upwards
    CHECK(figure_of(x, "depth") == 1.5);               // 1, 2, 1 and 2 steps
}

TEST_CASE("a body of the team is common when the others answer through it alone") {
    const auto m = draw(R"(
        actors: cou(mandate) sw(frontline) ts(frontline) fam(public)
        accountable_to: sw -> cou; ts -> sw
        delivers: sw -> fam [a]; ts -> fam [b]
        personas: alone(age 5, weight 0.25, needs b) both(age 5, weight 0.25, needs a b)
                  nobody(age 5, weight 0.5, needs c)
    )");
    CHECK(common_body(m, {"sw", "ts"}) == "sw");
    const auto f = common_accountable_body{}(m);
    CHECK(*f.value == 0.5);
    CHECK(figure_of(f, "without a team") == 0.5);
    CHECK(figure_of(f, "depth") == 0.25);
    CHECK(tells(f, "nobody: nobody delivers what is needed"));
}

TEST_CASE("that a team has no common body rests on all its lines") {
    const auto m = draw(R"(
        actors: cou(mandate) board(mandate) sw(frontline) hvt(frontline) aside fam(public)
        accountable_to: sw -> cou; hvt -> board; aside -> cou
        delivers: sw, hvt -> fam [help]
        personas: child(age 10, weight 1, needs help)
    )");
    const auto f = common_accountable_body{}(m);
    REQUIRE(f.witnesses.size() == 1);
    REQUIRE(f.witnesses[0].relations.size() == 2);
    CHECK(identity(m.relations()[f.witnesses[0].relations[0]]) == "accountable_to hvt -> board");
    CHECK(identity(m.relations()[f.witnesses[0].relations[1]]) == "accountable_to sw -> cou");
}

TEST_CASE("a line that ends at an age holds for the younger child alone") {
    const auto m = draw(R"(
        actors: cou(mandate) hb(mandate) sw(frontline) nurse(frontline) fam(public)
        accountable_to: sw -> cou; nurse -> hb 5+; nurse -> cou 0-5
        delivers: sw, nurse -> fam [help]
        personas: small(age 3, weight 0.25, needs help) big(age 9, weight 0.75, needs help)
    )");
    const auto f = common_accountable_body{}(m);
    CHECK(*f.value == 0.25);
    CHECK(figure_of(f, "small") == 1);
    CHECK(figure_of(f, "big") == 0);
}

TEST_CASE("an actor without a line is reported, and not taken for an independent one") {
    const auto m = loose_team();
    CHECK(*top_level_bodies{}(m).value == 3);
    CHECK(figure_of(top_level_bodies{}(m), "without a line") == 1);
    CHECK(tells(top_level_bodies{}(m), "loose: no line at all to a mandate"));
    CHECK(*accountability_paths{}(m).value == 3);  // to cou, through cou to min, to board
    CHECK(*single_accountable_body{}(m).value == 0.5);
    CHECK(figure_of(single_accountable_body{}(m), "without a line") == 1);
    CHECK(*common_accountable_body{}(m).value == 0);
    CHECK(tells(common_accountable_body{}(m), "loose: no line at all"));
    const auto distance = governance_distance{}(m);
    CHECK(*distance.value == 2);
    CHECK(figure_of(distance, "to ministers") == 3);
    CHECK(figure_of(governance_distance{{}, {"ijb"}}(m), "to ministers") == 1);
}

TEST_CASE("where nobody answers to a mandate there is no mean, and the reason is told") {
    const auto m = nobody_accountable();
    CHECK_FALSE(top_level_bodies{}(m).value);
    CHECK(top_level_bodies{}(m).missing ==
          "no actor of level frontline has a line of accountable_to to an actor with a mandate");
    CHECK_FALSE(accountability_paths{}(m).value);
    CHECK_FALSE(governance_distance{}(m).value);
    CHECK(*single_accountable_body{}(m).value == 0);
    CHECK(*common_accountable_body{}(m).value == 0);
}

TEST_CASE("each circle is shown once, by a shortest way round") {
    const auto m = nobody_accountable();
    const auto f = hierarchy{}(m);
    CHECK(figure_of(f, "circles") == 1);
    CHECK(*f.value == 1 - 1.0 / 3);
    CHECK(f.witnesses.size() == 1);
    CHECK(f.witnesses.front().text == "a -> b -> a");
    CHECK(f.witnesses.front().relations.size() == 2);

    const auto knot =
        hierarchy{}(draw("actors: a b c d\naccountable_to: a -> b; b -> a; b -> c; c -> b; c -> d; d -> b"));
    CHECK(*knot.value == 0);
    CHECK(figure_of(knot, "circles") == 1);
    CHECK(tells(knot, "a -> b -> a; in circles together: a, b, c, d"));
}

TEST_CASE("a circle is one node to the number of paths") {
    const auto f = accountability_paths{}(draw(R"(
        actors: cou(mandate) min(mandate) a b c team(frontline)
        accountable_to: team -> a, c; a -> b; b -> a; a -> cou; b -> cou; b -> min; c -> cou
    )"));
    CHECK(*f.value == 3);  // the circle reaches two mandates, c one
}

TEST_CASE("a thousand diamonds still have a finite number of paths") {
    std::string drawing = "actors: top(mandate) team(frontline)";
    for (int i = 0; i < 1100; ++i) {
        const auto n = std::to_string(i);
        drawing += " a" + n + " b" + n + " c" + n;
    }
    drawing += "\naccountable_to: team -> a0; a1099 -> top";
    for (int i = 0; i < 1100; ++i) {
        const auto n = std::to_string(i);
        drawing += "; a" + n + " -> b" + n + ", c" + n;
        if (i < 1099) drawing += "; b" + n + ", c" + n + " -> a" + std::to_string(i + 1);
    }
    drawing += "; b1099, c1099 -> top";
    const auto m = draw(drawing);
    const auto f = accountability_paths{}(m);
    CHECK(testing::is_sound(f, m));
    CHECK(*f.value == 1e300);
}

TEST_CASE("lines for other services are left out") {
    const auto m = draw(R"(
        actors: cou(mandate) hb(mandate) ijb team(frontline)
        accountable_to: team -> cou [education]; team -> ijb [health]; ijb -> hb
    )");
    CHECK(*top_level_bodies{}(m).value == 2);
    CHECK(*top_level_bodies{{"education"}}(m).value == 1);
    CHECK(*governance_distance{{"health"}, {}}(m).value == 2);
    CHECK(top_level_bodies{{"housing"}}(m).missing.find("frontline") != std::string::npos);
    CHECK(*span_of_control{{"education"}}(m).value == 1);
}

TEST_CASE("an empty model lacks what accountability needs, and says what") {
    const auto m = draw("actors: fam(public)");
    CHECK(top_level_bodies{}(m).missing == "no relation accountable_to holds");
    CHECK(accountability_paths{}(m).missing == "no relation accountable_to holds");
    CHECK(single_accountable_body{}(m).missing == "no relation accountable_to holds");
    CHECK(common_accountable_body{}(m).missing == "the model has no personas");
    CHECK(least_upper_bounds{}(m).missing == "no three actors are joined by relations accountable_to that hold");
    CHECK(hierarchy{}(m).missing == "no relation accountable_to holds");
    CHECK(governance_distance{}(m).missing == "no relation accountable_to holds");
    CHECK(span_of_control{}(m).missing == "no relation accountable_to holds");
    const auto headless = draw("actors: a team(frontline)\naccountable_to: team -> a");
    CHECK(top_level_bodies{}(headless).missing == "no actor has a mandate");
}

TEST_CASE("measures of accountability agree with brute force") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        CAPTURE(seed);
        const auto m = testing::random_model(seed, {.actors = 4 + seed % 8, .accountability_without_circles = true});
        if (std::none_of(m.relations(relation_type::accountable_to).begin(),
                         m.relations(relation_type::accountable_to).end(), [&](const auto& r) { return m.holds(r); }))
            continue;
        const testing::all_ways ways(m);
        const auto over_tops = [&](auto fold, double start) {
            return mean_over_front_line(m, [&, fold, start](std::size_t p) {
                double folded = start;
                for (std::size_t t = 0; t < ways.size(); ++t)
                    if (m.actors()[t].mandate && ways.reaches(p, t)) folded = fold(folded, double(ways.steps(p, t)));
                return folded;
            });
        };
        check_same(top_level_bodies{}(m), over_tops([](double n, double) { return n + 1; }, 0));
        check_same(governance_distance{}(m), over_tops([](double d, double s) { return std::min(d, s); }, 1e9));
        check_same(accountability_paths{}(m), mean_over_front_line(m, [&](auto p) { return walk_paths(m, p); }));
        for (const auto& f : {top_level_bodies{}(m), accountability_paths{}(m), single_accountable_body{}(m),
                              common_accountable_body{}(m), least_upper_bounds{}(m), hierarchy{}(m),
                              governance_distance{}(m), span_of_control{}(m)})
            CHECK(testing::is_sound(f, m));
    }
}

TEST_CASE("single and common bodies agree with taking actors away") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        CAPTURE(seed);
        const auto m = testing::random_model(seed, {.actors = 5 + seed % 7, .ties = 1.5});
        auto parts = m.parts();
        for (auto& r : parts.relations)
            if (r.type == relation_type::accountable_to) r.ages = {};
        const auto ageless = model::make(parts);
        if (!ageless) continue;  // two lines that differed by age alone
        const auto& g = *ageless;
        const auto all = testing::dominators(g);
        double front = 0, single = 0, common = 0;
        for (std::size_t p = 0; p < all.size(); ++p)
            if (g.actors()[p].level == level::frontline) ++front, single += all[p].size() > 1 ? 1 : 0;
        if (const auto f = single_accountable_body{}(g); f.value) CHECK(*f.value == single / front);
        for (const auto& family : g.personas()) {
            const auto team = team_around(g, family);
            for (actor_index d = 0; d < all.size(); ++d)
                if (!team.empty() && std::all_of(team.begin(), team.end(), [&](auto p) {
                        return std::find(all[p].begin(), all[p].end(), d) != all[p].end();
                    })) {
                    common += family.weight;
                    break;
                }
        }
        check_same(common_accountable_body{}(g), common);
    }
}

TEST_CASE("Krackhardt's two dimensions agree with their definitions") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        CAPTURE(seed);
        const auto m = testing::random_model(seed, {.actors = 3 + seed % 10, .ties = 0.6 + 0.1 * double(seed % 8)});
        const testing::all_ways up(m);
        const auto n = up.size();
        const auto bounds = [&](std::size_t a, std::size_t b, std::size_t u) {
            return up.reaches(a, u) && up.reaches(b, u);
        };
        double joined = 0, mutual = 0;
        std::vector<std::set<std::size_t>> together(n);
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = 0; b < n; ++b)
                if (up.reaches(a, b) || up.reaches(b, a)) together[a].insert(b);
        for (std::size_t rounds = 0; rounds < n; ++rounds)
            for (auto& hangs : together)
                for (const auto b : std::set(hangs)) hangs.insert(together[b].begin(), together[b].end());
        double violations = 0, most = 0;
        std::set<std::set<std::size_t>> components(together.begin(), together.end());
        for (const auto& c : components) most += double(c.size() - 1) * (double(c.size()) - 2) / 2;
        for (std::size_t a = 0; a < n; ++a)
            for (std::size_t b = a + 1; b < n; ++b) {
                joined += up.reaches(a, b) || up.reaches(b, a);
                mutual += up.reaches(a, b) && up.reaches(b, a);
                bool least = false;
                for (std::size_t l = 0; l < n; ++l) {
                    bool is_least = bounds(a, b, l);
                    for (std::size_t u = 0; u < n; ++u) is_least = is_least && (!bounds(a, b, u) || up.reaches(l, u));
                    least = least || is_least;
                }
                violations += together[a].count(b) != 0 && !least;
            }
        check_same(least_upper_bounds{}(m), most > 0 ? std::optional(1 - violations / most) : std::nullopt);
        check_same(hierarchy{}(m), joined > 0 ? std::optional(1 - mutual / joined) : std::nullopt);
    }
}

TEST_CASE("the span counts those who answer directly, each once") {
    const auto f = span_of_control{}(draw(R"(
        actors: cou(mandate) a b c d
        accountable_to: a, b -> cou [x]; a -> cou [y]; c, d -> a; d -> b
    )"));
    CHECK(*f.value == 2);  // of 2, 2 and 1
    CHECK(figure_of(f, "cou") == 2);
    CHECK(figure_of(f, "maximum") == 2);
    CHECK(tells(f, "cou <- a, b"));
}

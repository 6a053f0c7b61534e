// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/voice.hpp"

#include "concordat/graph/team.hpp"
#include "tests/graph/brute_force.hpp"
#include "tests/graph/random_model.hpp"
#include "tests/near.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace concordat;
using concordat::testing::draw;
using concordat::testing::figure_of;
using concordat::testing::near;
using concordat::testing::tells;

namespace {

/// A council that decides and delivers, an advocate under a mandate of its own, and whatever a test adds.
model with_advocate(const std::string& more) {
    return draw(R"(
        actors: parliament(national, mandate) cou(mandate) board(mandate) sw(frontline, of cou) adv(frontline, of board)
                fam(public)
        accountable_to: sw -> cou; adv -> board
        delivers: sw -> fam [social_work]
        advocates_for: adv -> fam
        personas: child(age 10, weight 1, needs social_work)
        rights: start-help(sw, weight 1, for social_work)
    )" + more);
}

/// Fewest steps of voice from any public actor, by relaxing every relation as often as there are actors.
std::vector<std::size_t> steps_of_voice(const model& m, const std::set<std::size_t>& not_through) {
    std::vector<std::size_t> steps(m.actors().size(), testing::nowhere);
    for (std::size_t a = 0; a < steps.size(); ++a)
        if (m.actors()[a].level == level::public_) steps[a] = 0;
    for (std::size_t round = 0; round < steps.size(); ++round)
        for (const auto& r : m.relations()) {
            const bool voice = r.type == relation_type::participates_in && r.lundy.all();
            if (!m.holds(r) || (!voice && r.type != relation_type::advocates_for)) continue;
            const std::size_t from = voice ? m.ends_of(r).from : m.ends_of(r).to;
            const std::size_t to = voice ? m.ends_of(r).to : m.ends_of(r).from;
            if (steps[from] > 0 && not_through.count(from)) continue;
            steps[to] = std::min(steps[to], steps[from] + 1);
        }
    return steps;
}

double mean_nearness(const model& m, const std::set<std::size_t>& not_through) {
    const auto steps = steps_of_voice(m, not_through);
    std::set<std::string> holders;
    for (const auto& right : m.decision_rights()) holders.insert(right.holder);
    double sum = 0;
    for (const auto& key : holders) {
        const auto s = steps[*m.index_of(key)];
        sum += s >= testing::nowhere ? 0 : 1 / double(std::max<std::size_t>(s, 1));
    }
    return sum / double(holders.size());
}

std::set<std::size_t> the_paid(const model& m) {
    std::set<std::size_t> paid;
    for (const auto& r : m.relations())
        if (m.holds(r) && (r.type == relation_type::funds || r.type == relation_type::commissions ||
                           r.type == relation_type::employs))
            paid.insert(m.ends_of(r).to);
    return paid;
}

/// Whether one advocate is free of one body: no shared superior by these sets, and no money.
bool is_free(const model& m, std::size_t advocate, std::size_t body,
             const std::vector<std::set<std::size_t>>& superiors, const std::set<std::size_t>& exempt) {
    if (superiors[advocate].empty() || superiors[body].empty()) return false;
    for (const auto s : superiors[advocate])
        if (superiors[body].count(s) && !exempt.count(s)) return false;
    for (const auto& r : m.relations(relation_type::funds))
        if (m.holds(r) && m.ends_of(r).from == body && !exempt.count(body) &&
            (m.ends_of(r).to == advocate || m.ends_of(r).to == m.legal_entity_of(actor_index(advocate))))
            return false;
    return true;
}

/// Ancestors of those with a line, to a mandate or to an exempt actor, each its own; empty for those without.
std::vector<std::set<std::size_t>> ancestors(const model& m, const std::set<std::size_t>& exempt) {
    const testing::all_ways ways(m);
    const auto lines = testing::have_lines(m, testing::nowhere, exempt);
    std::vector<std::set<std::size_t>> found(ways.size());
    for (std::size_t a = 0; a < ways.size(); ++a)
        for (std::size_t b = 0; b < ways.size(); ++b)
            if (lines[a] && ways.reaches(a, b)) found[a].insert(b);
    return found;
}

double share_with_advocate(const model& m, const std::vector<std::set<std::size_t>>& superiors,
                           const std::set<std::size_t>& exempt) {
    double share = 0;
    for (const auto& p : m.personas()) {
        std::set<std::size_t> around;
        for (const auto a : team_around(m, p)) around.insert(a);
        for (const auto& q : m.decision_rights())
            for (const auto& n : p.needs)
                if (n.ages.contains(p.age) && q.services.front() == n.service) around.insert(*m.index_of(q.holder));
        bool any = false;
        for (const auto& r : m.relations(relation_type::advocates_for)) {
            const auto [x, to] = m.ends_of(r);
            if (!m.holds(r) || !r.ages.contains(p.age) || m.actors()[to].level != level::public_) continue;
            bool all = !superiors[x].empty();
            for (const auto a : around) {
                if (a == x || m.actors()[a].level == level::public_) continue;
                const std::size_t entity = m.legal_entity_of(actor_index(a));
                all = all && is_free(m, x, a, superiors, exempt);
                if (entity != x) all = all && is_free(m, x, entity, superiors, exempt);
            }
            any = any || all;
        }
        if (any) share += p.weight;
    }
    return share;
}

}  // namespace

TEST_CASE("the worked example's routes from the family to those who decide, the same under both options") {
    for (const auto& m : {testing::worked_example(), testing::worked_example_option_x()}) {
        const auto f = voice_reach{}(m);
        CHECK(figure_of(f, "sw") == 1);
        CHECK(figure_of(f, "cou") == 2);
        CHECK(*f.value == 0.25);
        CHECK_THAT(figure_of(f, "within two steps"), near(2.0 / 6));
        CHECK_THAT(figure_of(f, "without paid intermediaries"), near(1.0 / 6));  // adv is funded by advb
        CHECK(tells(f, "fam -> adv -> cou"));
        CHECK(tells(f, "hb: no route from the public"));
    }
}

TEST_CASE("a say counts with all four of Lundy's elements, and a one-off may be left out") {
    const auto m = draw(R"(
        actors: a b c fam(public) voters(public)
        participates_in: fam -> a lundy; fam -> b standing lundy(space voice audience); voters -> c standing lundy
        rights: x(a) y(b) z(c, weight 1, for parks) own(fam)
    )");
    CHECK(*voice_reach{}(m).value == 0.75);
    CHECK(*voice_reach{{}, {}, true}(m).value == 0.5);
    CHECK(*voice_reach{{}, {"fam"}, false}(m).value == 0.5);
    CHECK(*voice_reach{{"housing"}, {"fam"}, false}(m).value == Approx(2.0 / 3));
    CHECK(figure_of(voice_reach{}(m), "bodies without a route") == 1);
}

TEST_CASE("a model without rights or a public lacks them, and says so") {
    CHECK(voice_reach{}(draw("actors: a fam(public)")).missing == "the model has no decision rights");
    CHECK(voice_reach{}(draw("actors: a\nrights: x(a)")).missing == "no actor is of level public");
    const auto m = draw("actors: a fam(public)\nrights: x(a, weight 1, for parks)");
    CHECK(voice_reach{{"housing"}}(m).missing == "no decision right is over the services asked for");
    CHECK(voice_reach{{}, {"nobody"}}(m).missing == "none of the actors named in from is in the model");
    CHECK(*voice_reach{}(m).value == 0);
    CHECK(independent_advocacy{}(m).missing == "the model has no personas");
    CHECK(
        independent_advocacy{}(draw("actors: a fam(public)\npersonas: p(age 1, weight 1, needs x, entry a)")).missing ==
        "no actor has a mandate");
}

TEST_CASE("an advocate under a mandate of its own is independent until a body pays it") {
    const auto free = independent_advocacy{}(with_advocate(""));
    CHECK(*free.value == 1);
    CHECK(tells(free, "child: adv is independent of all who decide or deliver"));
    const auto paid = independent_advocacy{}(with_advocate("funds: cou -> board 1"));
    CHECK(*paid.value == 0);
    CHECK(tells(paid, "child: cou funds adv"));
    CHECK(*independent_advocacy{{"cou"}}(with_advocate("funds: cou -> board 1")).value == 1);
    CHECK(*independent_advocacy{}(with_advocate("funds: parliament -> adv 1")).value == 1);
}

TEST_CASE("a superior in common tells against an advocate, unless it is exempt or one of several") {
    const auto under_parliament = with_advocate("accountable_to: cou, board -> parliament");
    const auto strict = independent_advocacy{}(under_parliament);
    CHECK(*strict.value == 0);
    CHECK(figure_of(strict, "lenient") == 1);  // both have a mandate of their own beside it
    CHECK(tells(strict, "adv and cou both answer to parliament"));
    CHECK(*independent_advocacy{{"parliament"}}(under_parliament).value == 1);
    const auto in_house = independent_advocacy{}(with_advocate("accountable_to: board -> cou"));
    CHECK(*in_house.value == 0);
    CHECK(tells(in_house, "adv and cou both answer to cou"));
}

TEST_CASE("to deliver advocacy does not tell against an advocate") {
    CHECK(*independent_advocacy{}(with_advocate("delivers: adv -> fam [social_work]")).value == 1);
}

TEST_CASE("a commissioner who answers to an exempt parliament alone has a line, and is independent") {
    const auto m = draw(R"(
        actors: parliament(national) min(national, mandate) sw(frontline) commissioner fam(public)
        accountable_to: min, commissioner -> parliament; sw -> min
        delivers: sw -> fam [help]
        advocates_for: commissioner -> fam
        personas: child(age 10, weight 1, needs help)
    )");
    const auto f = independent_advocacy{{"parliament"}}(m);
    CHECK(*f.value == 1);
    CHECK(figure_of(f, "lenient") == 1);
    const auto without = independent_advocacy{}(m);
    CHECK(*without.value == 0);
    CHECK(tells(without, "child: commissioner has no line at all"));
}

TEST_CASE("only advocacy in the services asked for counts, and general advocacy is in all") {
    const auto m = draw(R"(
        actors: cou(mandate) one(mandate) two(mandate) three(mandate) fam(public)
        delivers: cou -> fam [help]
        advocates_for: one -> fam [hearings] 0-12; two -> fam [rights]; three -> fam 16-18
        personas: child(age 10, weight 0.5, needs help) teenager(age 14, weight 0.3, needs help)
                  leaver(age 17, weight 0.2, needs help)
    )");
    CHECK(*independent_advocacy{}(m).value == 1);
    const auto at_hearings = independent_advocacy{{}, {"hearings"}}(m);
    CHECK(*at_hearings.value == 0.7);
    CHECK(tells(at_hearings, "teenager: nobody advocates for the public at this age in hearings"));
    CHECK(*independent_advocacy{{}, {"hearings", "rights"}}(m).value == 1);
}

TEST_CASE("a say and an advocate rest on the rights of those who decide, beside the way to them") {
    const auto m = with_advocate("participates_in: fam -> sw standing lundy");
    const auto heard = voice_reach{}(m);
    REQUIRE(heard.witnesses.size() == 1);
    CHECK(heard.witnesses[0].relations.size() == 1);
    CHECK(heard.witnesses[0].rights == std::vector<std::uint32_t>{0});
    const auto spoken_for = independent_advocacy{}(m);
    REQUIRE(spoken_for.witnesses.size() == 1);
    CHECK(spoken_for.witnesses[0].relations.size() == 2);  // the advocacy, and whom the advocate answers to
    CHECK(spoken_for.witnesses[0].rights == std::vector<std::uint32_t>{0});
}

TEST_CASE("without a line an advocate is not taken for independent") {
    const auto f = independent_advocacy{}(draw(R"(
        actors: cou(mandate) sw(frontline) adv fam(public)
        accountable_to: sw -> cou
        delivers: sw -> fam [help]
        advocates_for: adv -> fam
        personas: child(age 10, weight 1, needs help)
    )"));
    CHECK(*f.value == 0);
    CHECK(figure_of(f, "lenient") == 0);
    CHECK(tells(f, "child: adv has no line at all"));
}

TEST_CASE("a family for whom nobody speaks has no independent advocate") {
    const auto f = independent_advocacy{}(draw(R"(
        actors: cou(mandate) adv(mandate) fam(public)
        delivers: cou -> fam [help]
        advocates_for: adv -> fam 0-18; adv -> cou
        personas: child(age 10, weight 0.75, needs help) adult(age 30, weight 0.25, needs help)
    )"));
    CHECK(*f.value == 0.75);
    CHECK(tells(f, "adult: nobody advocates for the public at this age"));
}

TEST_CASE("the worked example's advocacy is independent but for the Ministers' money") {
    const auto f = independent_advocacy{}(testing::worked_example());
    CHECK(*f.value == 0);
    CHECK(tells(f, "school-age-child: min funds adv"));
    CHECK(*independent_advocacy{{"min"}}(testing::worked_example()).value == 1);
}

TEST_CASE("voice measures agree with brute force") {
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        CAPTURE(seed);
        const auto m = testing::random_model(seed, {.actors = 5 + seed % 8, .ties = 0.4 + 0.2 * double(seed % 4)});
        const auto reach = voice_reach{}(m);
        CHECK(testing::is_sound(reach, m));
        CHECK_THAT(*reach.value, near(mean_nearness(m, {})));
        CHECK_THAT(figure_of(reach, "without paid intermediaries"), near(mean_nearness(m, the_paid(m))));

        for (const bool with_exempt : {false, true}) {
            const std::set<std::size_t> exempt = with_exempt ? std::set<std::size_t>{0, 2} : std::set<std::size_t>{};
            std::vector<std::set<std::size_t>> doms;
            for (const auto& of_one : testing::dominators(m, testing::without_mandate(m, exempt)))
                doms.emplace_back(of_one.begin(), of_one.end());
            independent_advocacy asked;
            for (const auto a : exempt) asked.exempt.push_back(m.actors()[a].key);
            const auto f = asked(m);
            CHECK(testing::is_sound(f, m));
            CHECK_THAT(*f.value, near(share_with_advocate(m, ancestors(m, exempt), exempt)));
            CHECK_THAT(figure_of(f, "lenient"), near(share_with_advocate(m, doms, exempt)));
        }
    }
}

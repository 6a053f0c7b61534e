// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/model.hpp"

#include "random_model.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

using namespace concordat;
using testing::draw;
using testing::draw_parts;

namespace {

/// All mistakes of a drawing, one line each with its hint.
std::string mistakes(const model_parts& parts) {
    const auto made = model::make(parts);
    return made ? "none" : to_string(made.error());
}
std::string mistakes(std::string_view drawing) { return mistakes(draw_parts(drawing)); }

}  // namespace

TEST_CASE("the worked example has the actors and relations of its table") {
    const auto base = testing::worked_example();
    CHECK(base.actors().size() == 15);
    const std::vector<std::pair<relation_type, std::size_t>> table{{relation_type::accountable_to, 13},
                                                                   {relation_type::refers_to, 7},
                                                                   {relation_type::shares_information_with, 4},
                                                                   {relation_type::plans_jointly_with, 5},
                                                                   {relation_type::funds, 15},
                                                                   {relation_type::inspects, 4},
                                                                   {relation_type::participates_in, 2},
                                                                   {relation_type::advocates_for, 1},
                                                                   {relation_type::delivers, 8}};
    for (const auto& [type, count] : table) CHECK(base.relations(type).size() == count);
    CHECK(testing::worked_example_option_x().relations(relation_type::accountable_to).size() == 12);
    double money = 0;
    for (const auto& r : base.relations(relation_type::funds)) money += r.amount->value;
    CHECK(money == 2358);
    CHECK(base.actors()[base.legal_entity_of(*base.index_of("camhs"))].key == "hb");
    CHECK(base.actors()[base.legal_entity_of(*base.index_of("ijb"))].key == "ijb");
}

TEST_CASE("a frozen model is in order and its questions have answers by position") {
    for (std::uint64_t k = 0; k < 50; ++k) {
        const auto m = testing::random_model(k);
        CHECK(std::is_sorted(m.actors().begin(), m.actors().end(), [](auto& a, auto& b) { return a.key < b.key; }));
        std::size_t seen = 0;
        for (const auto text : words<relation_type>())
            for (const auto& r : m.relations(*word<relation_type>(text))) {
                CHECK(name(r.type) == text);
                CHECK(m.actors()[m.ends_of(r).from].key == r.from);
                CHECK(m.actors()[m.ends_of(r).to].key == r.to);
                CHECK(m.holds(r) == (r.status == standing::current));
                ++seen;
            }
        CHECK(seen == m.relations().size());
        for (const auto& a : m.actors()) CHECK(m.find_actor(a.key) == &a);
        CHECK(m.find_actor("nobody") == nullptr);
    }
}

TEST_CASE("the order in which a model is written makes no difference") {
    for (std::uint64_t k = 0; k < 20; ++k) {
        const auto m = testing::random_model(k);
        auto parts = m.parts();
        stream random(2, purpose::test, k);
        for (std::size_t i = parts.relations.size(); i > 1; --i)
            std::swap(parts.relations[i - 1], parts.relations[testing::below(random, i)]);
        std::reverse(parts.actors.begin(), parts.actors.end());
        std::reverse(parts.services.begin(), parts.services.end());
        CHECK(model::make(parts).value() == m);
    }
}

TEST_CASE("identity is type, ends, services, ages and role; ends of symmetric types are ordered") {
    const auto parts = draw_parts(R"(
        plans_jointly_with: council -- board
        delivers: team -> family [s2 s1] 5-18 as named_person
        accountable_to: ijb -> council
    )");
    CHECK(identity(parts.relations[0]) == "plans_jointly_with board -- council");
    CHECK(identity(parts.relations[1]) == "delivers team -> family [s1, s2] 5-18 as named_person");
    CHECK(identity(parts.relations[2]) == "accountable_to ijb -> council");
}

TEST_CASE("a relation holds when it is current or a pilot, and in force") {
    const auto m = draw(R"(
        as_of: 2023-10-01
        actors: a b
        directs: a -> b [s1]; a -> b [s2] pilot; a -> b [s3] proposed; a -> b [s4] from 2023-10-01
                 a -> b [s5] from 2023-10-02; a -> b [s6] until 2023-10-01
    )");
    std::string holding;
    for (const auto& r : m.relations()) holding += m.holds(r) ? '1' : '0';
    CHECK(holding == "110100");
    CHECK(m.relations()[0].covers("s1"));
    CHECK_FALSE(m.relations()[0].covers("s2"));
}

TEST_CASE("a dangling key names the nearest known one") {
    CHECK(mistakes("actors: council team\naccountable_to: team -> concil") ==
          "drawing:2:17: error[E301]: to of relation accountable_to team -> concil = \"concil\", but no actor has this "
          "key\n  hint: did you mean \"council\"?");
    CHECK(mistakes("actors: council team(of concil)").find("E301") != std::string::npos);
    CHECK(mistakes("actors: a\nrights: start(b)").find("holder of decision right \"start\" = \"b\"") !=
          std::string::npos);
    CHECK(mistakes("actors: a\npersonas: p(age 1, entry b)").find("entries of persona \"p\" = \"b\"") !=
          std::string::npos);
    CHECK(mistakes("actors: a({act 3})").find("evidence.source of actor \"a\" = \"act\", but no source") !=
          std::string::npos);
    CHECK(mistakes("actors: a({assuming x})").find("evidence.assumption of actor \"a\" = \"x\"") != std::string::npos);
    auto parts = draw_parts("actors: a b\ndirects: a -> b [care]");
    parts.services.clear();
    parts.kinds.clear();
    CHECK(mistakes(parts).find("E403]: services of relation directs a -> b [care] = \"care\"") != std::string::npos);
    CHECK(mistakes(parts).find("E403]: kind of actor \"a\" = \"body\"") != std::string::npos);
}

TEST_CASE("what stands twice names both places") {
    CHECK(mistakes("actors: a\n  a") ==
          "drawing:2:3: error[E206]: actor \"a\" stands twice, here and at drawing:1:9, expected each key once");
    CHECK(mistakes("actors: a b\nplans_jointly_with: a -- b\n  b -- a") ==
          "drawing:3:3: error[E408]: relation plans_jointly_with a -- b stands twice, here and at drawing:2:21, "
          "expected one relation of the same type, ends, services, ages and role");
    CHECK(mistakes("actors: a b\nfunds: a -> b 1; b -> a 1; a -> b 1 0-18") == "none");
    CHECK(mistakes("actors: a\nrights: r(a) r(a)").find("decision right \"r\" stands twice") != std::string::npos);
    CHECK(mistakes("actors: a b\ndirects: a -> b [s s]").find("names \"s\" twice") != std::string::npos);
}

TEST_CASE("a relation from an actor to itself is refused") {
    CHECK(
        mistakes("actors: a\ndirects: a -> a") ==
        "drawing:2:10: error[E409]: relation directs a -> a goes from \"a\" to itself, expected two different actors");
}

TEST_CASE("keys have one form") {
    CHECK(
        mistakes("actors: Council") ==
        "drawing:1:9: error[E406]: the key of actor \"Council\" is \"Council\", expected a lower-case letter or digit, "
        "then at most 63 of those and . _ -");
    CHECK(mistakes("model: scotland.full+ncs\nactors: a") == "none");
    CHECK(mistakes("model: Scotland\nactors: a").find("E406") != std::string::npos);
    CHECK(mistakes("model: scotland+\nactors: a").find("E406") != std::string::npos);
}

TEST_CASE("ages, days, money and terms have ranges") {
    const auto one = [](const std::string& attributes) {
        return mistakes("actors: a b\nfunds: a -> b [s] " + attributes);
    };
    CHECK(one("0-200 5 term 0") == "none");
    CHECK(
        one("18-5").find("E405]: the ages of relation funds a -> b [s] 18-5 go from 18 to 5, expected an end above") !=
        std::string::npos);
    CHECK(one("5-5").find("E405") != std::string::npos);
    CHECK(
        one("0-201").find("E401]: the ages of relation funds a -> b [s] 0-201 is 201, expected years from 0 to 200") !=
        std::string::npos);
    CHECK(one("-5").find("E401]: the amount of relation funds a -> b [s] is -5, expected an amount of at least 0") !=
          std::string::npos);
    CHECK(one("nan").find("E402") != std::string::npos);
    CHECK(one("inf").find("E402") != std::string::npos);
    CHECK(one("term -1").find("E401]: the term of relation") != std::string::npos);
    CHECK(one("from 2020-01-01 until 2020-01-01").find("E405") != std::string::npos);
    CHECK(mistakes("actors: a b\ndirects: a -> b 5").find("expected amounts on `funds` only") != std::string::npos);
    auto parts = draw_parts("actors: a b\nfunds: a -> b 5");
    parts.relations[0].amount->unit.clear();
    CHECK(mistakes(parts).find("is 5 without a unit, expected one") != std::string::npos);
    parts.relations[0].ages.from = std::numeric_limits<double>::quiet_NaN();
    CHECK(mistakes(parts).find("E402]: the ages of relation") != std::string::npos);
}

TEST_CASE("weights of personas are shares that sum to one") {
    CHECK(mistakes("actors: a\npersonas: p(age 1, weight 0.5) q(age 2, weight 0.5)") == "none");
    CHECK(mistakes("actors: a\npersonas: p(age 1, weight 0.3333333333) q(age 2, weight 0.6666666667)") == "none");
    CHECK(mistakes("actors: a\npersonas: p(age 1, weight 0.5) q(age 2, weight 0.4)").find("sum to 0.9, expected 1") !=
          std::string::npos);
    CHECK(mistakes("actors: a\npersonas: p(age -1, weight 2) q(age 2, weight -1)").find("is 2, expected 0 to 1") !=
          std::string::npos);
    CHECK(mistakes("actors: a\npersonas: p(age nan)").find("E402]: the age of persona \"p\"") != std::string::npos);
    CHECK(mistakes("actors: a\nrights: r(a, weight 0)").find("is 0, expected a number above 0") != std::string::npos);
}

TEST_CASE("evidence levels agree with what they rest on") {
    const auto card = [](const std::string& text) {
        return mistakes("sources: act(official) old(background)\nassumptions: guess(1)\nactors: a(" + text + ")");
    };
    for (const auto* sound : {"{act 4}", "{old 1}", "{old act 4}", "{assuming guess}", "{act 2 assuming guess}"})
        CHECK(card(sound) == "none");
    CHECK(card("{act 5}").find("is 5, expected 0 to 4") != std::string::npos);
    CHECK(card("{old 2}").find(
              "evidence.level of actor \"a\" = 2, but what rests on background alone has level 1 at most") !=
          std::string::npos);
    CHECK(card("{assuming guess 1}").find("E207") != std::string::npos);
    CHECK(card("{act}").find("names a source and no level") != std::string::npos);
    CHECK(card("{3}").find("no source is named") != std::string::npos);
    CHECK(mistakes("assumptions: g(2)").find("the level of assumption \"g\" is 2, expected 0 or 1") !=
          std::string::npos);
}

TEST_CASE("all mistakes of a model are told at once, in line order") {
    const auto made = model::make(draw_parts("actors: a b(of c)\ndirects: a -> a\nfunds: a -> d -1\nrights: r(e)"));
    REQUIRE_FALSE(made);
    CHECK(made.error().more.size() == 4);
    std::uint32_t line = made.error().where.line;
    for (const auto& other : made.error().more) {
        CHECK(other.where.line >= line);
        line = other.where.line;
    }
}

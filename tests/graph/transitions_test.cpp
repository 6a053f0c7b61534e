// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/transitions.hpp"

#include "tests/draw.hpp"
#include "tests/graph/brute_access.hpp"
#include "tests/graph/random_model.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace concordat {

using Catch::Matchers::WithinAbs;
using testing::draw, testing::figure_of, testing::texts_of;

namespace {

const std::string town = "actors: council(mandate) board(mandate) family(public)\n";

testing::key_set entities_of(const model& m, const testing::key_set& deliverers) {
    testing::key_set found;
    for (const auto& key : deliverers) found.insert(m.actors()[m.legal_entity_of(*m.index_of(key))].key);
    return found;
}

}  // namespace

TEST_CASE(
    "at eighteen the worked example changes social work and mental health, and ends education and family support") {
    for (const auto& m : {testing::worked_example(), testing::worked_example_option_x()}) {
        const auto f = transition_discontinuity{}(m);
        CHECK(texts_of(f) == std::vector<std::string>{"school-age-child, education at 18: sch -> nobody",
                                                      "school-age-child, social_work at 18: sw -> asc",
                                                      "school-age-child, mental_health at 18: camhs -> hb",
                                                      "school-age-child, family_support at 18: ts -> nobody",
                                                      "whatever else goes on past a birthday stays in the same hands"});
        CHECK(figure_of(f, "changed at 18") == 1);
        CHECK(figure_of(f, "ended at 18") == 0.5);
        CHECK(figure_of(f, "changed at 16") == 0);
        CHECK(figure_of(f, "cliff") == 4);
        // Four birthdays are to come, at 16, 18, 21 and 26, and only one breaks anything.
        CHECK(*f.value == 0.25);
        CHECK(*transition_discontinuity{.ages = {18}}(m).value == 1);
    }
}

TEST_CASE("a move inside one council is a change of organisation and none of legal entity") {
    const auto m = testing::worked_example();
    CHECK(*transition_discontinuity{.ages = {18}, .owner = need_owner::legal_entity}(m).value == 0);
}

TEST_CASE("the accountable body changes when the line of the new team ends elsewhere") {
    const auto base =
        transition_discontinuity{.ages = {18}, .owner = need_owner::accountable_body}(testing::worked_example());
    CHECK(texts_of(base) == std::vector<std::string>{"school-age-child, education at 18: edu -> nobody",
                                                     "school-age-child, social_work at 18: cou -> ijb",
                                                     "school-age-child, mental_health at 18: ijb -> hb",
                                                     "school-age-child, family_support at 18: ijb -> nobody"});
    const auto kept = draw(town + R"(
        actors: clinic(frontline) adults(frontline) head(kind officer)
        accountable_to: clinic -> head; head -> board; adults -> board
        delivers: clinic -> family [help] 0-18; adults -> family [help] 18+
        personas: child(age 10, weight 1, needs help, entry clinic)
    )");
    CHECK(*transition_discontinuity{.owner = need_owner::organisation}(kept).value == 0.25);
    CHECK(*transition_discontinuity{.owner = need_owner::accountable_body}(kept).value == 0);
}

TEST_CASE("who has a service delegated to it answers for it, at the ages of the delegation") {
    const auto m = draw(town + R"(
        actors: ijb clinic(frontline)
        accountable_to: clinic -> board
        delegates_to: board -> ijb [help] 18+
        delivers: clinic -> family [help]
        personas: child(age 10, weight 1, needs help, entry clinic)
    )");
    const auto f = transition_discontinuity{.ages = {18}, .owner = need_owner::accountable_body}(m);
    CHECK(texts_of(f) == std::vector<std::string>{"child, help at 18: board -> ijb"});
}

TEST_CASE("a birthday that is past, a need that ends and a parent's need break nothing") {
    const auto m = draw(town + R"(
        actors: school clinic adults
        delivers: school -> family [education] 5-18; clinic -> family [help] 0-18; adults -> family [help] 18+
        personas: grown(age 18, weight 0.5, needs help, entry clinic)
                  child(age 10, weight 0.5, needs education 5-18 help of 17, entry school)
    )");
    const auto f = transition_discontinuity{}(m);
    CHECK(*f.value == 0);
    CHECK(figure_of(f, "ended") == 0);
    CHECK(texts_of(f) == std::vector<std::string>{"no need changes hands or ends at a birthday"});
}

TEST_CASE("a helper who joins changes nothing; one who stops does, and an overlap covers it") {
    const auto joins = draw(town + R"(
        actors: worker guide
        delivers: worker -> family [help]; guide -> family [help] 16+
        personas: child(age 10, weight 1, needs help, entry worker)
    )");
    CHECK(*transition_discontinuity{}(joins).value == 0);
    const auto overlaps = draw(town + R"(
        actors: worker guide
        delivers: worker -> family [help] 0-18; guide -> family [help] 16+
        personas: child(age 10, weight 1, needs help, entry worker)
    )");
    CHECK(*transition_discontinuity{.ages = {18}}(overlaps).value == 1);
    CHECK(figure_of(transition_discontinuity{.ages = {18}}(overlaps), "transition cover") == 1);
    CHECK(figure_of(transition_discontinuity{.ages = {18}, .overlap_months = 24}(overlaps), "transition cover") == 1);
    CHECK(figure_of(transition_discontinuity{.ages = {18}, .overlap_months = 25}(overlaps), "transition cover") == 0);
}

TEST_CASE("a change rests on who delivers before and after, and so does what stays") {
    const auto m = draw(town + R"(
        actors: worker guide keeper
        delivers: worker -> family [help] 0-18; guide -> family [help] 18+; keeper -> family [home]
        personas: child(age 10, weight 1, needs help home, entry worker)
    )");
    const auto f = transition_discontinuity{.ages = {18}}(m);
    REQUIRE(f.witnesses.size() == 2);
    const auto names = [&](const witness& w) {
        std::vector<std::string> from;
        for (const auto r : w.relations) from.push_back(m.relations()[r].from);
        return from;
    };
    CHECK(names(f.witnesses[0]) == std::vector<std::string>{"guide", "worker"});
    CHECK(f.witnesses[1].text == "whatever else goes on past a birthday stays in the same hands");
    CHECK(names(f.witnesses[1]) == std::vector<std::string>{"keeper"});
}

TEST_CASE("without a need that goes on past a birthday there is nothing to measure") {
    const auto m = draw(town + "personas: child(age 10, weight 1, needs help, entry council)");
    const auto f = transition_discontinuity{}(m);
    CHECK_FALSE(f.value.has_value());
    CHECK(f.missing == "no persona has a need with an owner before and after one of its coming birthdays");
    CHECK(word<need_owner>("accountable_body") == need_owner::accountable_body);
    CHECK(name(need_owner::legal_entity) == "legal_entity");
}

TEST_CASE("changes and endings agree with looking half a year before and after, on random models") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto m = testing::random_model(seed, {.ties = 1.5});
        INFO("seed " << seed);
        const auto owner = seed % 2 == 0 ? need_owner::organisation : need_owner::legal_entity;
        double changed = 0, with_continuing = 0, ended = 0, with_lasting = 0;
        int cliff = 0;
        for (const auto& p : m.personas()) {
            double own_changed = 0, own_ended = 0;
            int days_continuing = 0, days_lasting = 0;
            for (const double age : {5.0, 16.0, 18.0, 21.0, 26.0}) {
                if (age <= p.age) continue;
                int continuing = 0, changes = 0, lasting = 0, endings = 0;
                for (const auto& n : p.needs) {
                    if (n.recipient_age || !n.ages.contains(age + 0.5)) continue;
                    ++lasting;
                    if (!n.ages.contains(age - 0.5)) continue;
                    auto before = testing::brute_deliverers(m, n, age - 0.5);
                    auto after = testing::brute_deliverers(m, n, age + 0.5);
                    if (owner == need_owner::legal_entity) {
                        before = entities_of(m, before);
                        after = entities_of(m, after);
                    }
                    if (before.empty()) continue;
                    if (after.empty()) {
                        ++endings;
                        continue;
                    }
                    ++continuing;
                    if (!std::includes(after.begin(), after.end(), before.begin(), before.end())) ++changes;
                }
                cliff = std::max(cliff, changes + endings);
                if (continuing > 0) own_changed += double(changes) / continuing;
                days_continuing += continuing > 0 ? 1 : 0;
                if (lasting > 0) own_ended += double(endings) / lasting;
                days_lasting += lasting > 0 ? 1 : 0;
            }
            if (days_continuing > 0) changed += p.weight * own_changed / days_continuing;
            with_continuing += days_continuing > 0 ? p.weight : 0;
            if (days_lasting > 0) ended += p.weight * own_ended / days_lasting;
            with_lasting += days_lasting > 0 ? p.weight : 0;
        }
        const auto f = transition_discontinuity{.owner = owner}(m);
        CHECK(testing::is_sound(f, m));
        CHECK(figure_of(f, "cliff") == cliff);
        if (with_continuing > 0)
            CHECK_THAT(*f.value, WithinAbs(changed / with_continuing, 1e-12));
        else
            CHECK_FALSE(f.value.has_value());
        if (with_lasting > 0) CHECK_THAT(figure_of(f, "ended"), WithinAbs(ended / with_lasting, 1e-12));
    }
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/area.hpp"

#include "concordat/core/random.hpp"
#include "model/small_areas.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <map>
#include <set>

using namespace concordat;
using namespace concordat::testing;
using enum delegation_state;

namespace {

using distribution = std::map<std::string, double>;

distribution as_map(const std::vector<arrangement_share>& shares) {
    distribution all;
    for (const auto& share : shares) CHECK(all.emplace(share.model, share.probability).second);
    return all;
}

distribution of(const area_table& t, std::string_view key, int year) {
    return as_map(arrangement_of(t, *t.find(key), year).value());
}

/// All four combinations of two services, each with a model of its own, and one lead agency.
area_table two_services() {
    auto t = small_areas();
    t.services = {"social_work", "child_health"};
    t.arrangements = {{"none", {}, false, {}, {}, {}},
                      {"work", {"social_work"}, false, {}, {}, {}},
                      {"health", {"child_health"}, false, {}, {}, {}},
                      {"whole", {"child_health", "social_work"}, false, {}, {}, {}},
                      {"lead", {"child_health"}, true, {}, {}, {}}};
    return t;
}

/// The same distribution by brute force: every assignment of handed or not to every service, each with the product of
/// its chances.
distribution by_brute_force(const area_table& t, const area& a, int year) {
    distribution all;
    for (unsigned choice = 0; choice < (1u << t.services.size()); ++choice) {
        double chance = 1;
        std::set<std::string> handed;
        for (std::size_t i = 0; i < t.services.size(); ++i) {
            const bool is_handed = (choice >> i & 1u) != 0;
            if (is_handed) handed.insert(t.services[i]);
            double chance_handed = t.unknown.value;
            for (const auto& d : a.delegations) {
                const bool here = d.service == t.services[i] && (!d.from || *d.from <= year) && (!d.to || year < *d.to);
                if (!here || d.state == unknown) continue;
                const double sure = d.evidence.level && *d.evidence.level >= 2 ? 1 : t.background.value;
                chance_handed = d.state == not_delegated ? 1 - sure : sure;
            }
            chance *= is_handed ? chance_handed : 1 - chance_handed;
        }
        for (const auto& rule : t.arrangements)
            if (!rule.lead && std::set<std::string>(rule.delegated.begin(), rule.delegated.end()) == handed)
                all[rule.model] += chance;
    }
    std::erase_if(all, [](const auto& each) { return each.second == 0; });
    return all;
}

/// What a check reports, one message each; empty when it passes.
std::vector<std::string> complaints(const area_table& t) {
    const auto checked = check(t);
    std::vector<std::string> all;
    if (checked) return all;
    all.push_back(to_string(checked.error()));
    return all;
}

errc first_code(const area_table& t) {
    const auto checked = check(t);
    REQUIRE_FALSE(checked.has_value());
    return checked.error().code;
}

}  // namespace

TEST_CASE("what is certain stays certain, background keeps its odds, and the unknown gets the stated ones") {
    const auto t = check(small_areas()).value();
    CHECK(of(t, "north", 2016) == distribution{{"whole", 1}});
    CHECK(of(t, "south", 2016) == distribution{{"none", 0.8}, {"whole", 1 - 0.8}});
    CHECK(of(t, "isles", 2016) == distribution{{"none", 0.5}, {"whole", 0.5}});
    // Of the years before anything is said, nothing is known.
    CHECK(of(t, "north", 2010) == distribution{{"none", 0.5}, {"whole", 0.5}});
    CHECK(is_silent(t, *t.find("north"), 2010));
    CHECK_FALSE(is_silent(t, *t.find("isles"), 2016));
}

TEST_CASE("a state that rests on nothing, or on an assumption, is known from background") {
    auto t = small_areas();
    t.assumptions = {{"guess", "It is so", "Nobody says", 0, {}}};
    t.areas[0].delegations[0].evidence = {};
    CHECK(of(t, "north", 2016)["whole"] == 0.8);
    t.areas[0].delegations[0].evidence.assumption = "guess";
    CHECK(of(t, "north", 2016)["whole"] == 0.8);
    t.areas[0].delegations[0].evidence = card_of_level(2);
    CHECK(of(t, "north", 2016)["whole"] == 1);
}

TEST_CASE("two uncertain services are independent of each other") {
    auto t = two_services();
    t.areas = {area_of("a", 1, 1, {span_of("social_work", delegated, 1), span_of("child_health", unknown, 0)})};
    const auto found = of(t, "a", 2020);
    CHECK(found.at("work") == Approx(0.4));
    CHECK(found.at("whole") == Approx(0.4));
    CHECK(found.at("none") == Approx(0.1));
    CHECK(found.at("health") == Approx(0.1));
}

TEST_CASE("a lead agency is an arrangement of its own, and what is not with it is not delegated") {
    auto t = two_services();
    t.areas = {area_of("a", 1, 1, {span_of("social_work", not_delegated, 3), span_of("child_health", lead_agency, 3)})};
    CHECK(of(t, "a", 2020) == distribution{{"lead", 1}});
    t.areas[0].delegations[1].evidence = card_of_level(1);
    CHECK(of(t, "a", 2020) == distribution{{"lead", 0.8}, {"none", 1 - 0.8}});
    // With social work unknown, a lead agency for both can be, and nothing says what it stands for.
    t.areas[0].delegations[0] = span_of("social_work", unknown, 0);
    const auto uncovered = arrangement_of(t, t.areas[0], 2020);
    REQUIRE_FALSE(uncovered.has_value());
    CHECK(uncovered.error().code == errc::missing_value);
    CHECK_THAT(uncovered.error().message,
               Catch::Contains("delegated = [\"social_work\", \"child_health\"], lead = true"));
}

TEST_CASE("several combinations may stand for one model, and a model that is the only one is certain") {
    auto t = two_services();
    for (auto& rule : t.arrangements) rule.model = rule.lead ? "lead" : "all";
    t.unknown.value = 0.1;
    t.areas = {area_of("a", 1, 1, {})};
    const auto found = arrangement_of(t, t.areas[0], 2020).value();
    CHECK(found == std::vector<arrangement_share>{{"all", 1.0}});
}

TEST_CASE("the distribution is that of every assignment of states, and sums to one") {
    stream random(11, purpose::test, 0);
    for (int round = 0; round < 500; ++round) {
        auto t = two_services();
        t.services.push_back("justice");
        t.arrangements.clear();
        for (unsigned choice = 0; choice < 8; ++choice) {
            arrangement_rule rule;
            rule.model = "m" + std::to_string(choice % 5);
            for (std::size_t i = 0; i < 3; ++i)
                if ((choice >> i & 1u) != 0) rule.delegated.push_back(t.services[i]);
            t.arrangements.push_back(rule);
        }
        t.unknown.value = random.uniform();
        t.background.value = random.uniform();
        std::vector<delegation> said;
        for (const auto& service : t.services)
            for (int part = 0; part < 2; ++part) {
                const auto state = random.uniform() < 0.4   ? delegated
                                   : random.uniform() < 0.5 ? not_delegated
                                                            : unknown;
                const int from = part == 0 ? 2014 : 2018;
                if (random.uniform() < 0.8)
                    said.push_back(span_of(service, state, static_cast<int>(random.uniform() * 5), from, from + 4));
            }
        t.areas = {area_of("a", 1, 1, said)};
        for (const int year : {2013, 2014, 2017, 2018, 2021, 2022}) {
            const auto found = of(t, "a", year);
            const auto expected = by_brute_force(t, t.areas[0], year);
            REQUIRE(found.size() == expected.size());
            double sum = 0;
            for (const auto& [model, probability] : found) {
                CHECK(probability == Approx(expected.at(model)).margin(1e-12));
                sum += probability;
            }
            CHECK(std::abs(sum - 1) <= 1e-12);
        }
    }
}

TEST_CASE("arrangements over years follow every change, and are empty where nothing is said") {
    auto t = small_areas();
    t.areas[0].delegations = {span_of("social_work", delegated, 4, 2016, 2019),
                              span_of("social_work", not_delegated, 4, 2019)};
    t.areas[1].delegations = {span_of("social_work", delegated, 3, 2018)};
    t.areas[2].delegations = {span_of("social_work", not_delegated, 3, std::nullopt, 2017),
                              span_of("justice", delegated, 3, 2001)};
    const auto history = arrangements_over_years(check(t).value()).value();
    CHECK(history.years == std::vector<int>{2016, 2017, 2018, 2019});
    const auto letters = [&](std::size_t area_at) {
        std::string text;
        for (std::size_t y = 0; y < history.years.size(); ++y) {
            const auto& cell = history.at(area_at, y);
            text += cell.empty() ? '.' : cell.size() == 1 ? cell[0].model[0] : '?';
        }
        return text;
    };
    CHECK(letters(0) == "wwwn");
    CHECK(letters(1) == "..ww");
    CHECK(letters(2) == "n...");
    t.areas.clear();
    CHECK_FALSE(years_of(t).has_value());
    CHECK(arrangements_over_years(t).value().cells.empty());
}

TEST_CASE("a year begins in the month that the table says") {
    auto t = small_areas();
    CHECK(year_of(t, {2024, 2, 1}) == 2024);
    t.first_month = 4;
    CHECK(year_of(t, {2024, 2, 1}) == 2023);
    CHECK(year_of(t, {2024, 4, 1}) == 2024);
}

TEST_CASE("a sound table passes its check") {
    CHECK(complaints(small_areas()).empty());
    auto t = small_areas();
    t.areas[0].rurality = rurality{{100, 0, 0, 0, 0, 0.3}, "large urban", 2016, {}};
    t.areas[0].tile = tile_place{1, 1, "NTH"};
    t.areas[1].tile = tile_place{1, 2, "STH"};
    CHECK(complaints(t).empty());
}

TEST_CASE("every delegation, figure and rule with a card is a fact") {
    auto t = small_areas();
    t.arrangements[0].evidence.assumption = "guess";
    t.assumptions = {{"guess", "It is so", "Nobody says", 0, {}}};
    const auto count = count_evidence(facts_of(t));
    CHECK(count.by_level[4] == 1);  // north is delegated
    CHECK(count.by_level[1] == 1);  // the south is not
    CHECK(count.by_level[0] == 1);  // what no rule fits stands for
    // Three areas, their six numbers of people, the unknown isles and both odds rest on nothing.
    CHECK(count.unsourced == 3 + 6 + 1 + 2);
}

TEST_CASE("what is wrong with a table of areas is told") {
    auto t = small_areas();
    SECTION("an area twice") {
        t.areas[1].key = "north";
        CHECK(first_code(t) == errc::duplicate_key);
    }
    SECTION("two areas on one tile") {
        t.areas[0].tile = t.areas[1].tile = tile_place{2, 3, "X"};
        CHECK_THAT(complaints(t)[0], Catch::Contains("row 2, column 3 is \"north\"'s"));
    }
    SECTION("a service that the vocabulary lacks") {
        t.areas[0].delegations[0].service = "social_wrok";
        CHECK_THAT(complaints(t)[0], Catch::Contains("E301") && Catch::Contains("did you mean \"social_work\"?"));
    }
    SECTION("a rule for a service that decides nothing") {
        t.arrangements[0].delegated = {"justice"};
        CHECK(first_code(t) == errc::dangling_reference);
    }
    SECTION("two rules for one combination") {
        t.arrangements.push_back(t.arrangements[1]);
        CHECK_THAT(complaints(t)[0], Catch::Contains("a second arrangement has delegated = [\"social_work\"]"));
    }
    SECTION("two states of a service in one year") {
        t.areas[0].delegations.push_back(span_of("social_work", unknown, 0, 2020));
        CHECK(first_code(t) == errc::bad_interval);
        t.areas[0].delegations[0].to = 2020;
        CHECK(complaints(t).empty());
        t.areas[0].delegations.push_back(span_of("social_work", unknown, 0, std::nullopt, 2016));
        CHECK(complaints(t).empty());
    }
}

TEST_CASE("what is wrong with the numbers of a table of areas is told") {
    auto t = small_areas();
    SECTION("a span that ends before it begins") {
        t.areas[0].delegations[0].to = 2016;
        CHECK(first_code(t) == errc::bad_interval);
    }
    SECTION("shares that do not sum to 100") {
        t.areas[0].rurality = rurality{{50, 0, 0, 0, 0, 40}, "mixed", 2016, {}};
        CHECK_THAT(complaints(t)[0], Catch::Contains("sum to 90"));
    }
    SECTION("combinations without a rule are named once each, with the first area and how many more") {
        t.arrangements.pop_back();
        const auto all = complaints(t);
        CHECK_THAT(all[0], Catch::Contains("no arrangement has delegated = [\"social_work\"]") &&
                               Catch::Contains("area \"north\" can be in it in 2016, and 2 more areas can"));
    }
    SECTION("odds of 0 and 1 rule combinations out") {
        t.arrangements.pop_back();
        t.unknown.value = 0;
        t.background.value = 1;
        t.areas.erase(t.areas.begin());
        CHECK(complaints(t).empty());
    }
    SECTION("too many deciding services") {
        for (int i = 0; i < 8; ++i) t.known_services.push_back("s" + std::to_string(i));
        t.services.insert(t.services.end(), t.known_services.begin() + 3, t.known_services.end());
        CHECK(first_code(t) == errc::limit_exceeded);
    }
    SECTION("nothing in it") {
        t.services.clear();
        t.areas.clear();
        t.arrangements.clear();
        CHECK(first_code(t) == errc::missing_value);
    }
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/assess/assess.hpp"

#include "small_tree.hpp"
#include "worked_example.hpp"

#include <catch2/catch.hpp>

using namespace concordat;
using namespace concordat::testing;

namespace {

struct example {
    model base = worked_example();
    model option_x = worked_example_option_x();
    std::vector<candidate> candidates{{"base", "As it stands", &base}, {"x", "Option X", &option_x}};
};

const std::map<std::string, sense, std::less<>> lower_is_better{{"D2", sense::lower}};

}  // namespace

TEST_CASE("the table holds raw units before any weight: the worked example's golden values") {
    const example e;
    const auto a = assess(small_tree(), lower_is_better, e.candidates).value();

    CHECK(std::get<exact_value>(a.at(0, 0).value).value == Approx(0.583333).margin(5e-7));
    CHECK(std::get<exact_value>(a.at(0, 2).value).value == Approx(1.428571).margin(5e-7));
    CHECK(std::get<exact_value>(a.at(1, 2).value).value == Approx(1.142857).margin(5e-7));
    CHECK(a.table.options[1].key == "x");
    CHECK(a.table.criteria[2].key == "D2");
}

TEST_CASE("a contested criterion runs the way that was chosen, and its raw value stays") {
    const example e;
    const auto lower = assess(small_tree(), {{"D2", sense::lower}}, e.candidates).value();
    const auto higher = assess(small_tree(), {{"D2", sense::higher}}, e.candidates).value();

    CHECK(lower.table.cells[2] == higher.table.cells[2]);
    const double raw = mean(lower.table.cells[2]);
    CHECK(value_at(lower.table.criteria[2].value, raw) == Approx(1 - value_at(higher.table.criteria[2].value, raw)));
    CHECK(lower.table.criteria[2].better == sense::lower);
}

TEST_CASE("what nobody judged is missing and says why") {
    const example e;
    const auto a = assess(small_tree(), lower_is_better, e.candidates).value();
    CHECK(is_missing(a.at(0, 3).value));
    CHECK(a.at(0, 3).missing == "no judgement was given");
}

TEST_CASE("a judgement stands for its option alone, with who gave it") {
    const example e;
    const std::vector<given_value> given{{"x", "H2", triangular_value{2, 3, 4}, "a panel", {{}, "", 3, "", ""}}};
    const auto a = assess(small_tree(), lower_is_better, e.candidates, given).value();
    CHECK(is_missing(a.at(0, 3).value));
    CHECK(a.at(1, 3).value == quantity{triangular_value{2, 3, 4}});
    CHECK(a.at(1, 3).by == "a panel");
    CHECK(a.at(1, 3).level == 3);
}

TEST_CASE("a criterion that refuses to be missing stops the assessment") {
    const example e;
    auto tree = small_tree();
    tree.criteria[3].missing = gap_rule::refuse;
    const auto a = assess(tree, lower_is_better, e.candidates);
    REQUIRE_FALSE(a.has_value());
    CHECK(a.error().code == errc::missing_value);
}

TEST_CASE("a value is graded by its weakest fact") {
    auto parts = worked_example().parts();
    for (auto& r : parts.relations) r.evidence = {{"official"}, "", r.type == relation_type::refers_to ? 2 : 4, "", ""};
    parts.sources.push_back({"official", "An Act", "https://www.legislation.gov.uk", {}, {}, sourcing::official, {}});
    const auto m = model::make(parts).value();
    const std::vector<candidate> one{{"base", "As it stands", &m}};

    const auto a = assess(small_tree(), lower_is_better, one).value();
    CHECK(a.at(0, 0).level == 2);  // hand-offs rest on referrals
    CHECK(a.at(0, 2).level == 4);  // top-level bodies on lines of accountability
    CHECK(a.at(0, 2).facts_at_assumption == 0);

    auto tree = small_tree();
    tree.criteria[0].measure = "local_discretion";
    const auto rights = assess(tree, lower_is_better, one).value();
    CHECK(rights.at(0, 0).level == 0);  // decision rights were left without a source
    CHECK(rights.at(0, 0).facts_at_assumption == m.decision_rights().size());

    const auto unsourced = worked_example();
    const std::vector<candidate> bare{{"base", "As it stands", &unsourced}};
    CHECK(assess(small_tree(), lower_is_better, bare).value().at(0, 2).level == 0);
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_xmcda.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/write_result.hpp"
#include "study/hostile_study.hpp"
#include "study/small_study.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace concordat;
using namespace concordat::testing;

namespace {

std::string xmcda_of(const study& s) { return to_xmcda(s, run(s).value(), 0); }

/// From the start tag of an element with that identifier to the end tag of that element.
std::string part(const std::string& xml, const std::string& element, const std::string& id) {
    const auto start = xml.find("<" + element + " id=\"" + id + "\"");
    REQUIRE(start != std::string::npos);
    return xml.substr(start, xml.find("</" + element + ">", start) - start);
}

}  // namespace

TEST_CASE("a decision problem has its alternatives, criteria, scales and every performance") {
    const auto xml = xmcda_of(small_study());
    CHECK(xml.find("<xmcda:XMCDA xmlns:xmcda=\"http://www.decision-deck.org/2019/XMCDA-3.1.1\"") != std::string::npos);
    CHECK(written::occurrences(xml, "<alternative id=") == 2);
    CHECK(written::occurrences(xml, "<criterion id=") == 4 + 2);  // and two branches
    CHECK(written::occurrences(xml, "<active>false</active>") == 2);
    CHECK(written::occurrences(xml, "<criterionScale>") == 4);
    CHECK(written::occurrences(xml, "<preferenceDirection>min</preferenceDirection>") == 1);  // D2, as the study chose
    CHECK(written::occurrences(part(xml, "performanceTable", "expected"), "<performance>") == 8);
    CHECK(xml.find("Structure alone does not determine outcomes.") != std::string::npos);
}

TEST_CASE("the values are those of the table, and a missing one is NA and never nought") {
    const auto s = small_study();
    const auto found = run(s).value();
    const auto xml = to_xmcda(s, found, 0);
    const auto expected = part(xml, "performanceTable", "expected");
    CHECK(written::occurrences(expected, "<NA/>") == 2);  // H2 of both
    const auto& table = found.baselines[0].assessment.table;
    for (const auto& q : table.cells)
        if (!is_missing(q)) CHECK(expected.find("<real>" + shortest(mean(q)) + "</real>") != std::string::npos);
    CHECK(xml.find("performanceTable id=\"lowest\"") == std::string::npos);  // nothing is uncertain
}

TEST_CASE("an uncertain value has its bounds in tables of their own") {
    auto s = small_study();
    s.judgements.push_back({"base", "H2", interval_value{2, 4}, "a panel", {}, {}});
    s.judgements.push_back({"x", "H2", exact_value{5}, "a panel", {}, {}});
    const auto xml = xmcda_of(s);
    CHECK(part(xml, "performanceTable", "expected").find("<real>3</real>") != std::string::npos);
    CHECK(part(xml, "performanceTable", "lowest").find("<real>2</real>") != std::string::npos);
    CHECK(part(xml, "performanceTable", "highest").find("<real>4</real>") != std::string::npos);
}

TEST_CASE("weights that nobody gave say so beside every number that rests on them") {
    const auto s = small_study();
    const auto xml = xmcda_of(s);
    const std::string mark = "nobody was asked for weights";
    CHECK(part(xml, "criteriaValues", "weights.unknown").find(mark) != std::string::npos);
    CHECK(part(xml, "alternativesValues", "expected_value.weights.unknown").find(mark) != std::string::npos);
    CHECK(part(xml, "alternativesValues", "probability_first.weights.unknown").find(mark) != std::string::npos);
    CHECK(part(xml, "alternativesMatrix", "pairwise.weights.unknown").find(mark) != std::string::npos);
}

TEST_CASE("hostile texts end no element of XMCDA") {
    const auto xml = xmcda_of(hostile_study());
    CHECK(xml.find("<script") == std::string::npos);
    CHECK(xml.find('\x1b') == std::string::npos);
    CHECK(xml.find("\xe2\x80\xae") == std::string::npos);
    CHECK(written::occurrences(xml, "<alternative id=") == 2);
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/evidence_share_picture.hpp"

#include "drawn_study.hpp"
#include "svg_faults.hpp"

#include "concordat/core/text.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace concordat;
using namespace concordat::testing;

namespace {

picture shares_drawn(const study& s) { return evidence_share_picture("shares", s, run(s).value()); }

std::map<std::string, double> shares_of(const picture& p, const std::string& question) {
    std::map<std::string, double> shares;
    for (const auto& row : p.table.rows)
        if (row[0].text == question) shares[row[1].text] = *parse_number(row[2].exact);
    return shares;
}

}  // namespace

TEST_CASE("each bar is all of the weight, by where values come from and how well they are known") {
    // Half of the weight is access, which the graph answers; of the other half a third each is two graph criteria and
    // the panel's, which nobody has asked.
    const auto p = shares_drawn(small_study());
    const auto from = shares_of(p, "Where the values come from");
    CHECK(from.at("structure, read off the graph") == Approx(5.0 / 6));
    CHECK(from.at("a panel's judgement") == 0);
    CHECK(from.at("nobody knows") == Approx(1.0 / 6));
    std::map<std::string, double> sums;
    for (const auto& row : p.table.rows) sums[row[0].text] += *parse_number(row[2].exact);
    CHECK(sums.size() == 3);
    for (const auto& [question, sum] : sums) CHECK(sum == Approx(1.0));
}

TEST_CASE("a value that one of two options has is half known") {
    const auto p =
        shares_drawn(judged_study({{exact_value{0.5}, exact_value{0.5}}, {exact_value{0.5}, missing_value{}}}));
    const auto from = shares_of(p, "Where the values come from");
    CHECK(from.at("a panel's judgement") == Approx(0.75));
    CHECK(from.at("nobody knows") == Approx(0.25));
}

TEST_CASE("how well anyone knows that it helps is a bar of its own") {
    auto s = judged_study({{exact_value{0.5}, exact_value{0.5}}});
    s.criteria.criteria[0].benefit.level = 2;
    const auto p = shares_drawn(s);
    CHECK(shares_of(p, "How well anyone knows that it helps children").at("level 2") == Approx(0.5));
    CHECK(shares_of(p, "How well anyone knows that it helps children").at("nobody has said") == Approx(0.5));
    CHECK(p.headline ==
          "Of the weight, 100% rests on a panel's judgement; that it helps children is known at level 2 of 4 at best.");
}

TEST_CASE("shares look right for every kind of study") {
    for (const auto& [name, s] : every_kind_of_study()) {
        CAPTURE(name);
        const auto p = shares_drawn(s);
        CHECK(svg::faults_of(p) == svg::faults{});
        CHECK_FALSE(p.wide());
    }
}

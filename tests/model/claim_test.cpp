// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/claim.hpp"

#include <catch2/catch.hpp>

using namespace concordat;

TEST_CASE("a claim is for, against or mixed, and unless somebody says which it is mixed") {
    CHECK(word<claim_side>("for") == claim_side::in_favour);
    CHECK(name(claim_side::against) == "against");
    CHECK(word<claim_side>("pro") == std::nullopt);
    CHECK(claim{}.side == claim_side::mixed);
}

TEST_CASE("where a claim was written down takes no part in what it says") {
    claim one;
    one.key = "holistic";
    one.when = parse_period("2021-11").value();
    claim same = one;
    same.where.at = {"claims/ncs.toml", 12, 1};
    CHECK(one == same);
    same.when = parse_period("2021-11-10").value();
    CHECK_FALSE(one == same);
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/graph/finding.hpp"

#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace concordat {

namespace {

/// A measure of one's own: who can stop a plan because it must answer for it to two bodies.
struct veto_points {
    static constexpr measure_info info{"veto-points", "1", sense::lower};
    std::size_t lines = 2;
    finding operator()(const model& m) const {
        finding f;
        f.value = 0;
        for (actor_index a = 0; a < m.actors().size(); ++a) {
            std::size_t above = 0;
            for (const auto& r : m.relations(relation_type::accountable_to)) above += m.ends_of(r).from == a ? 1 : 0;
            if (above < lines) continue;
            *f.value += 1;
            f.witnesses.push_back({m.actors()[a].key, {}, {a}});
        }
        return f;
    }
};

struct no_card {
    finding operator()(const model&) const { return {}; }
};
struct no_finding {
    static constexpr measure_info info{"no-finding", "1"};
    double operator()(const model&) const { return 0; }
};

static_assert(measure<veto_points>);
static_assert(!measure<no_card>);
static_assert(!measure<no_finding>);

}  // namespace

TEST_CASE("a measure of one's own is a card and a call, and its parameters are members") {
    const auto m = testing::worked_example();
    const auto f = veto_points{}(m);
    CHECK(*f.value == 2);
    REQUIRE(f.witnesses.size() == 2);
    CHECK(f.witnesses[0].text == "ijb");
    CHECK(f.witnesses[1].text == "ts");
    CHECK(*veto_points{.lines = 3}(m).value == 0);
}

TEST_CASE("a card without a direction is contested") { CHECK(no_finding::info.better == sense::contested); }

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
// Writes models, and what every measure says of them, as JSON on standard output, for `networkx_check.py` to hold
// against another library: the worked example, Option X, and random models up to a size that brute force in C++ cannot
// follow.
#include "concordat/graph/catalogue.hpp"

#include "tests/graph/random_model.hpp"
#include "tests/worked_example.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace concordat;
using nlohmann::json;

json actors_of(const model& m) {
    json all = json::array();
    for (actor_index a = 0; a < m.actors().size(); ++a) {
        const auto& one = m.actors()[a];
        all.push_back({{"key", one.key},
                       {"level", name(one.level)},
                       {"entity", m.actors()[m.legal_entity_of(a)].key},
                       {"team", one.team},
                       {"sector", one.sector},
                       {"mandate", one.mandate}});
    }
    return all;
}

/// Only those that hold, since which do is not the matter here.
json relations_of(const model& m) {
    json all = json::array();
    for (const auto& r : m.relations()) {
        if (!m.holds(r)) continue;
        all.push_back({{"type", name(r.type)},
                       {"from", r.from},
                       {"to", r.to},
                       {"services", r.services},
                       {"ages", {r.ages.from, r.ages.to}}});
    }
    return all;
}

json personas_of(const model& m) {
    json all = json::array();
    for (const auto& p : m.personas()) {
        json needs = json::array();
        for (const auto& n : p.needs)
            needs.push_back({{"service", n.service},
                             {"ages", {n.ages.from, n.ages.to}},
                             {"recipient_age", n.recipient_age ? json(*n.recipient_age) : json()}});
        all.push_back({{"key", p.key},
                       {"weight", p.weight},
                       {"age", p.age},
                       {"entries", p.entries},
                       {"needs", std::move(needs)}});
    }
    return all;
}

json finding_of(const model& m, const std::string& key, const parameter_set& parameters) {
    const auto f = make_measure(key, parameters).value()(m);
    json figures = json::object();
    for (const auto& one : f.figures) figures[one.name] = one.value;
    json firsts = json::array();
    for (const auto& w : f.witnesses)
        if (!w.actors.empty()) firsts.push_back(m.actors()[w.actors.front()].key);
    return {{"value", f.value ? json(*f.value) : json()}, {"figures", figures}, {"witness_actors", firsts}};
}

json described(const std::string& title, const model& m) {
    json universal = json::array();
    for (const auto& s : m.services())
        if (s.universal) universal.push_back(s.key);
    json findings = json::object();
    for (const auto& card : catalogue()) findings[std::string(card.key)] = finding_of(m, std::string(card.key), {});
    const parameter_set by_organisation{{"boundary", std::string("organisation")}};
    findings["reach_efficiency by organisation"] = finding_of(m, "reach_efficiency", by_organisation);
    findings["reach_efficiency by sector"] = finding_of(m, "reach_efficiency", {{"boundary", std::string("sector")}});
    findings["coverage at any distance"] = finding_of(m, "coverage", {{"handoffs", std::string("any")}});
    findings["hub_centralisation of accountability"] =
        finding_of(m, "hub_centralisation", {{"layers", std::vector<std::string>{"accountability"}}});
    return {{"title", title},         {"actors", actors_of(m)},     {"relations", relations_of(m)},
            {"universal", universal}, {"personas", personas_of(m)}, {"findings", std::move(findings)}};
}

}  // namespace

int main() {
    json all = json::array();
    all.push_back(described("worked example", testing::worked_example()));
    all.push_back(described("worked example, Option X", testing::worked_example_option_x()));
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        testing::random_shape shape;
        shape.actors = 6 + 6 * (seed % 6);
        shape.personas = 4;
        shape.ties = 0.6 + 0.3 * static_cast<double>(seed % 5);
        shape.accountability_without_circles = seed % 2 == 0;
        all.push_back(described("random " + std::to_string(seed), testing::random_model(seed, shape)));
    }
    std::cout << all.dump() << '\n';
    return std::cout ? 0 : 1;
}

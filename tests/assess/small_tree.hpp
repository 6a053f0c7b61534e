// SPDX-License-Identifier: Apache-2.0
/// A small criteria tree for tests: one branch of accountability, one of access, and a panel's judgement.
#pragma once

#include "concordat/assess/criteria.hpp"

namespace concordat::testing {

[[nodiscard]] inline criterion graph_criterion(std::string key, std::string parent, std::string measure, sense better,
                                               linear_shape range) {
    criterion c;
    c.key = std::move(key);
    c.parent = std::move(parent);
    c.title = "Criterion " + c.key;
    c.measure = std::move(measure);
    c.unit = "index";
    c.better = better;
    c.value = range;
    c.theory_of_change = "Somebody thinks so.";
    return c;
}

[[nodiscard]] inline criterion judged_criterion(std::string key, std::string parent, gap_rule missing) {
    auto c = graph_criterion(std::move(key), std::move(parent), "", sense::higher, {1, 5});
    c.needs = value_source::judgement;
    c.missing = missing;
    return c;
}

[[nodiscard]] inline criteria_tree small_tree() {
    criteria_tree tree;
    tree.key = "criteria.small";
    tree.title = "A small tree";
    tree.branches = {{"A", "Access", "", {}}, {"D", "Accountability", "", {}}};
    tree.criteria = {graph_criterion("A1", "A", "reach_efficiency", sense::higher, {0, 1}),
                     graph_criterion("D1", "D", "common_accountable_body", sense::higher, {0, 1}),
                     graph_criterion("D2", "D", "top_level_bodies", sense::contested, {1, 3}),
                     judged_criterion("H2", "D", gap_rule::whole_scale)};
    return tree;
}

}  // namespace concordat::testing

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/ledger.hpp"

namespace concordat {

CONCORDAT_INLINE fact_list facts_of(const criteria_tree& tree) {
    fact_list list{{}, tree.sources, tree.assumptions, {}};
    for (const auto& c : tree.criteria) {
        list.add("criterion", c.key, c.evidence, c.where);
        list.add("benefit of a criterion", c.key, c.benefit, c.where);
    }
    for (const auto& g : tree.gates) list.add("gate", g.key, g.evidence, g.where);
    for (const auto& a : tree.axes) list.add("axis", a.key, a.evidence, a.where);
    return list;
}

CONCORDAT_INLINE fact_list facts_of(const study& s) {
    fact_list list{{}, s.sources, s.assumptions, {}};
    for (const auto& o : s.options) list.add("option", o.key, o.evidence, o.where);
    for (const auto& j : s.judgements) list.add("judgement", j.option + ", " + j.criterion, j.evidence, j.where);
    for (const auto& g : s.gates) list.add("finding at a gate", g.option + ", " + g.gate, g.evidence, g.where);
    return list;
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
/// A small study for tests: the worked example as baseline, Option X as a reform, and the small criteria tree.
#pragma once

#include "assess/small_tree.hpp"
#include "concordat/study/study.hpp"
#include "worked_example.hpp"

namespace concordat::testing {

/// Option X of the worked example as a reform: mental health and family support answer to the council alone.
[[nodiscard]] inline reform option_x() {
    const auto line = [](std::string from, std::string to) {
        relation_match match;
        match.type = relation_type::accountable_to;
        match.from = std::move(from);
        match.to = std::move(to);
        return match;
    };
    relate_step to_council;
    to_council.relation.type = relation_type::accountable_to;
    to_council.from = std::string("camhs");
    to_council.to = std::string("cou");

    reform x;
    x.key = "reforms.option-x";
    x.title = "Mental health and family support answer to the council alone";
    x.steps = {{unrelate_step{line("camhs", "ijb")}, "one line", {}, {}},
               {unrelate_step{line("ts", "ijb")}, "one line", {}, {}},
               {to_council, "one line", {}, {}}};
    return x;
}

[[nodiscard]] inline weight_set weights_of(std::string key, elicitation how) {
    weight_set w;
    w.key = std::move(key);
    w.title = w.key;
    w.whose = "nobody";
    w.illustrative = true;
    w.how = how;
    w.criteria = "criteria.small";
    return w;
}

[[nodiscard]] inline study small_study() {
    study s;
    s.key = "studies.small";
    s.title = "A small study";
    s.question = "Which?";
    s.samples = 20'000;
    s.options = {{"base", "As it stands", {}, {}, {}}, {"x", "Option X", {"reforms.option-x"}, {}, {}}};
    s.contested = {{"D2", sense::lower}};
    s.baselines = {worked_example()};
    s.reforms.emplace("reforms.option-x", option_x());
    s.criteria = small_tree();
    s.weights = {weights_of("weights.unknown", elicitation::none)};
    return s;
}

}  // namespace concordat::testing

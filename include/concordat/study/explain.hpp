// SPDX-License-Identifier: Apache-2.0
/// Why a number is what it is: for one option and criterion, the value on each baseline, the formula, the witness, the
/// relations it rests on and the source lines behind them.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/graph/finding.hpp"
#include "concordat/model/reform.hpp"
#include "concordat/study/published.hpp"
#include "concordat/study/study.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// A relation or a decision right that a value rests on, and what that rests on.
struct grounded_relation {
    std::string identity;  ///< of a relation, or `decision right start-help: council`
    std::optional<int> level;
    std::vector<std::string> sources;  ///< "title, place, address"
    std::string assumption;            ///< its text, when it rests on one
    std::string note;
    origin where;  ///< the line that says so: of a model, or of a reform's step
};

/// One baseline's part of an explanation.
struct explained_value {
    std::string baseline;
    finding status_quo;
    finding found;
    std::optional<double> value;         ///< on the scale from 0 to 1, as the study decided
    std::vector<std::string> witnesses;  ///< one line each
    std::vector<grounded_relation> relations;
    std::vector<applied_step> steps;  ///< what the option did on this baseline
};

struct explanation {
    study_option option;
    concordat::criterion criterion;
    std::optional<measure_info> measure;  ///< of a graph criterion
    parameter_set parameters;
    sense decided = sense::higher;
    std::vector<explained_value> baselines;
    std::vector<judgement> judgements;  ///< given for this cell
    published_facts published;          ///< about the option; beside the value, and no part of it
};

/// Unknown options and criteria are E301 and name the nearest. O(one measure on each baseline).
[[nodiscard]] result<explanation> explain(const study&, std::string_view option, std::string_view criterion);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_explain.ipp"
#endif

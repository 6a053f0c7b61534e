// SPDX-License-Identifier: Apache-2.0
/// A tree of criteria: what is asked of a delivery model, who asks it, how it is measured, and how sure anyone is that
/// it helps children. That a measure's value is known and that its benefit is known are graded apart.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/sense.hpp"
#include "concordat/decide/table.hpp"
#include "concordat/decide/value_function.hpp"
#include "concordat/graph/catalogue.hpp"
#include "concordat/model/evidence.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// Where a criterion's value comes from.
enum class value_source : std::uint8_t { graph, indicator, survey, judgement };
[[nodiscard]] std::string_view name(value_source) noexcept;
[[nodiscard]] std::string_view name(gap_rule) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<value_source>() noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<gap_rule>() noexcept;

struct criteria_branch {
    std::string key;
    std::string title;
    std::string parent;  ///< empty: the top
    origin where;
};

struct criterion {
    std::string key;
    std::string parent;
    std::string title;
    std::string measure;  ///< key of a built-in measure; empty unless `needs` is graph
    parameter_set parameters;
    std::string unit;
    sense better = sense::higher;
    value_function value;  ///< drawn for `higher` where the sense is contested
    value_source needs = value_source::graph;
    std::optional<gap_rule> missing;  ///< required of a criterion that no graph can answer; else refuse
    std::string theory_of_change;     ///< blank: "no stated mechanism"
    concordat::evidence evidence;     ///< that it is asked for
    concordat::evidence benefit;      ///< that it helps children
    origin where;
};

/// A condition that is never traded against weight: pass, fail or unknown.
struct gate {
    std::string key;
    std::string title;
    concordat::evidence evidence;
    origin where;
};

/// Shown beside the value and never weighed, as cost is.
struct side_axis {
    std::string key;
    std::string title;
    std::string unit;
    sense better = sense::lower;
    value_source needs = value_source::indicator;
    concordat::evidence evidence;
    origin where;
};

struct criteria_tree {
    std::string key;
    std::string title;
    std::vector<source> sources;
    std::vector<assumption> assumptions;
    std::vector<criteria_branch> branches;
    std::vector<criterion> criteria;
    std::vector<gate> gates;
    std::vector<side_axis> axes;
};

/// Everything that one tree can be wrong about, gathered: duplicate keys, parents that are no branch, circles of
/// branches, branches without a criterion, unknown measures and parameters, a graph criterion without a measure or
/// another one with, a value function whose direction contradicts the sense, a criterion that can be missing and states
/// no policy, evidence that names no known source or assumption.
[[nodiscard]] result<criteria_tree> check(criteria_tree);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/assess_criteria.ipp"
#endif

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

/// What a better value of a criterion says about a right of children.
enum class article_reading : std::uint8_t {
    same,  ///< better on the criterion is better for the right
    open,  ///< the criterion is about the right, and its value does not say which way
};
[[nodiscard]] std::string_view name(article_reading) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<article_reading>() noexcept;

/// The last article of the United Nations Convention on the Rights of the Child that says what children have a right
/// to; those after it are about committees, signatures and languages.
inline constexpr int last_article_of_rights = 42;

/// A criterion speaks to an article of the Convention, because a source says so. Never by resemblance.
struct article_link {
    int number = 0;  ///< 1 to `last_article_of_rights`
    article_reading reads = article_reading::open;
    concordat::evidence evidence;  ///< that it does; required
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
    std::vector<article_link> articles{};  ///< each article at most once
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
/// no policy, evidence that names no known source or assumption; articles that are none (E401), twice the same (E206)
/// or without a source that says so (E202).
[[nodiscard]] result<criteria_tree> check(criteria_tree);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/assess_criteria.ipp"
#endif

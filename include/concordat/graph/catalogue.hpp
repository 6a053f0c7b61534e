// SPDX-License-Identifier: Apache-2.0
/// The thirty measures by name, so that a criteria file or a command line can ask for one.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/graph/finding.hpp"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace concordat {

using parameter_value = std::variant<bool, double, std::string, std::vector<std::string>, std::vector<double>>;
/// Parameters of a measure as a file gives them. An empty list may come as either kind; `any` stands for infinity.
using parameter_set = std::map<std::string, parameter_value, std::less<>>;

/// A measure whose type is forgotten: its card, its parameters and its call.
struct any_measure {
    measure_info info;
    parameter_set parameters;  ///< all of them, stated or default
    std::function<finding(const model&)> evaluate;
    /// Missing, with the layers named, where the model says that layers which `info.reads` are not drawn in full.
    [[nodiscard]] finding operator()(const model& m) const;
};

/// All built-in measures, in the order of their ids, GM01 first; `worst_off_reach`, which has none, stands last.
[[nodiscard]] std::span<const measure_info> catalogue() noexcept;

/// The built-in measure of that key ("reach_efficiency") or id ("GM01"). Unknown names (E301) and parameters (E201),
/// parameters of a wrong type (E203) or out of range (E401, E411) are errors that name the nearest known one.
/// `baseline` is what `disruption` measures from, and must outlive the result; without it disruption reports itself as
/// missing.
[[nodiscard]] result<any_measure> make_measure(std::string_view key, const parameter_set& parameters,
                                               const model* baseline = nullptr);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_catalogue.ipp"
#endif

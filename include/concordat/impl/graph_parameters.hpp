// SPDX-License-Identifier: Apache-2.0
/// Which parameters each built-in measure has, and how a file's value becomes a member. Internal to `impl/graph_*.ipp`.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/graph/access.hpp"
#include "concordat/graph/accountability.hpp"
#include "concordat/graph/catalogue.hpp"
#include "concordat/graph/collaboration.hpp"
#include "concordat/graph/discretion.hpp"
#include "concordat/graph/disruption.hpp"
#include "concordat/graph/money.hpp"
#include "concordat/graph/resilience.hpp"
#include "concordat/graph/scrutiny.hpp"
#include "concordat/graph/transitions.hpp"
#include "concordat/graph/voice.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace concordat::detail::parameters {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

/// What numbers a parameter takes. Infinity is written as the word `any`, so that no file or output holds an infinite
/// number.
struct bounds {
    double least = 0;
    double most = std::numeric_limits<double>::max();
    bool least_too = true;
    bool whole = false;
    bool or_any = false;
};

/// A member that a file may set.
template <class Measure, class T>
struct parameter {
    std::string_view name;
    T Measure::*member;
    bounds within{};
};
template <class Measure, class T>
parameter(std::string_view, T Measure::*) -> parameter<Measure, T>;
template <class Measure, class T>
parameter(std::string_view, T Measure::*, bounds) -> parameter<Measure, T>;

/// Layers as `disruption` holds them: by name.
template <class Measure>
struct layer_names {
    std::string_view name;
    std::vector<std::string> Measure::*member;
};
template <class Measure>
layer_names(std::string_view, std::vector<std::string> Measure::*) -> layer_names<Measure>;

/// A measure's parameters, in alphabetical order.
template <class Measure>
inline constexpr std::tuple<> of{};
template <>
inline constexpr std::tuple of<reach_efficiency>{parameter{"boundary", &reach_efficiency::boundary}};
template <>
inline constexpr std::tuple of<worst_off_reach>{parameter{"boundary", &worst_off_reach::boundary}};
template <>
inline constexpr std::tuple of<coverage>{parameter{"boundary", &coverage::boundary},
                                         parameter{"handoffs", &coverage::handoffs, {.whole = true, .or_any = true}}};
template <>
inline constexpr std::tuple of<top_level_bodies>{parameter{"services", &top_level_bodies::services}};
template <>
inline constexpr std::tuple of<accountability_paths>{parameter{"services", &accountability_paths::services}};
template <>
inline constexpr std::tuple of<single_accountable_body>{parameter{"services", &single_accountable_body::services}};
template <>
inline constexpr std::tuple of<common_accountable_body>{parameter{"services", &common_accountable_body::services}};
template <>
inline constexpr std::tuple of<least_upper_bounds>{parameter{"services", &least_upper_bounds::services}};
template <>
inline constexpr std::tuple of<hierarchy>{parameter{"services", &hierarchy::services}};
template <>
inline constexpr std::tuple of<governance_distance>{parameter{"ministers", &governance_distance::ministers},
                                                    parameter{"services", &governance_distance::services}};
template <>
inline constexpr std::tuple of<span_of_control>{parameter{"services", &span_of_control::services}};
template <>
inline constexpr std::tuple of<effective_funders>{parameter{"long_term", &effective_funders::long_term},
                                                  parameter{"services", &effective_funders::services},
                                                  parameter{"unit", &effective_funders::unit}};
template <>
inline constexpr std::tuple of<funding_layers>{parameter{"services", &funding_layers::services},
                                               parameter{"unit", &funding_layers::unit}};
template <>
inline constexpr std::tuple of<funding_accountability_alignment>{
    parameter{"by_count", &funding_accountability_alignment::by_count},
    parameter{"services", &funding_accountability_alignment::services},
    parameter{"unit", &funding_accountability_alignment::unit}};
template <>
inline constexpr std::tuple of<local_discretion>{parameter{"at", &local_discretion::at},
                                                 parameter{"services", &local_discretion::services}};
template <>
inline constexpr std::tuple of<articulation_points>{parameter{"layers", &articulation_points::layers}};
template <>
inline constexpr std::tuple of<hub_centralisation>{parameter{"high", &hub_centralisation::high, {.most = 1}},
                                                   parameter{"layers", &hub_centralisation::layers}};
template <>
inline constexpr std::tuple of<transition_discontinuity>{
    parameter{"ages", &transition_discontinuity::ages, {.most = 200, .least_too = false}},
    parameter{"overlap_months", &transition_discontinuity::overlap_months},
    parameter{"owner", &transition_discontinuity::owner}};
template <>
inline constexpr std::tuple of<voice_reach>{parameter{"from", &voice_reach::from},
                                            parameter{"services", &voice_reach::services},
                                            parameter{"standing_only", &voice_reach::standing_only}};
template <>
inline constexpr std::tuple of<independent_advocacy>{parameter{"exempt", &independent_advocacy::exempt},
                                                     parameter{"services", &independent_advocacy::services}};
template <>
inline constexpr std::tuple of<scrutiny_independence>{parameter{"exempt", &scrutiny_independence::exempt}};
template <>
inline constexpr std::tuple of<disruption>{layer_names{"layers", &disruption::layers}};

/// The value as it stands in a file, for messages.
[[nodiscard]] inline std::string shown(double value) {
    if (value != value) return "nan";
    if (value > bounds{}.most) return "inf";
    return value < -bounds{}.most ? "-inf" : shortest(value);
}
[[nodiscard]] inline std::string shown(const std::string& value) { return '"' + printable(value) + '"'; }
[[nodiscard]] inline std::string shown(bool value) { return value ? "true" : "false"; }
template <class T>
[[nodiscard]] std::string shown(const std::vector<T>& values) {
    std::string text = "[";
    for (const auto& value : values) text += (text.size() > 1 ? ", " : "") + shown(value);
    return text + "]";
}
[[nodiscard]] inline std::string shown(const parameter_value& value) {
    return std::visit([](const auto& v) { return shown(v); }, value);
}

/// What is wrong with a value, if anything; the caller adds whose it is.
using complaint = std::optional<error>;

[[nodiscard]] inline complaint expected(errc code, const std::string& what, std::string hint = {}) {
    return error{code, what, std::move(hint), {}, {}};
}

[[nodiscard]] inline complaint check(double value, const bounds& b) {
    const bool high_enough = b.least_too ? value >= b.least : value > b.least;
    if (!high_enough || !(value <= b.most)) {
        const std::string from = (b.least_too ? "from " : "above ") + shortest(b.least);
        return expected(errc::out_of_range, b.most < bounds{}.most ? from + " to " + shortest(b.most)
                                            : b.least_too          ? shortest(b.least) + " or more"
                                                                   : from);
    }
    // No whole number of hand-offs comes near 2^53, beyond which every double is whole.
    if (b.whole && value < 0x1p53 && value != static_cast<double>(static_cast<std::int64_t>(value)))
        return expected(errc::bad_parameter, "a whole number");
    return {};
}

[[nodiscard]] inline complaint read(const parameter_value& value, const bounds&, bool& to) {
    if (!std::holds_alternative<bool>(value)) return expected(errc::wrong_type, "true or false");
    to = std::get<bool>(value);
    return {};
}
[[nodiscard]] inline complaint read(const parameter_value& value, const bounds& b, double& to) {
    if (const auto* text = std::get_if<std::string>(&value); text && b.or_any) {
        if (*text != "any") return expected(errc::bad_parameter, "a number, or \"any\"");
        to = infinity;
        return {};
    }
    const auto* number = std::get_if<double>(&value);
    if (!number) return expected(errc::wrong_type, b.or_any ? "a number, or \"any\"" : "a number");
    if (b.or_any && *number == infinity) {
        to = infinity;
        return {};
    }
    to = *number;
    return check(to, b);
}
[[nodiscard]] inline complaint read(const parameter_value& value, const bounds&, std::string& to) {
    if (!std::holds_alternative<std::string>(value)) return expected(errc::wrong_type, "text");
    to = std::get<std::string>(value);
    return {};
}
[[nodiscard]] inline complaint read(const parameter_value& value, const bounds&, std::vector<std::string>& to) {
    if (const auto* none = std::get_if<std::vector<double>>(&value); none && none->empty()) {
        to.clear();
        return {};
    }
    if (!std::holds_alternative<std::vector<std::string>>(value)) return expected(errc::wrong_type, "a list of keys");
    to = std::get<std::vector<std::string>>(value);
    return {};
}
[[nodiscard]] inline complaint read(const parameter_value& value, const bounds& b, std::vector<double>& to) {
    const auto* numbers = std::get_if<std::vector<double>>(&value);
    const auto* keys = std::get_if<std::vector<std::string>>(&value);
    if (!numbers && !(keys && keys->empty())) return expected(errc::wrong_type, "a list of numbers");
    if (!numbers || numbers->empty()) return expected(errc::bad_parameter, "at least one number");
    for (const double number : *numbers)
        if (auto wrong = check(number, b)) {
            wrong->message = "each " + wrong->message;
            return wrong;
        }
    to = *numbers;
    return {};
}

[[nodiscard]] inline std::string one_of(std::span<const std::string_view> known) {
    return "one of " + joined(std::vector<std::string>(known.begin(), known.end()), ", ");
}
template <class Word>
requires std::is_enum_v<Word>
[[nodiscard]] complaint read(const parameter_value& value, const bounds&, Word& to) {
    const auto known = words<Word>();
    const auto* text = std::get_if<std::string>(&value);
    if (!text) return expected(errc::wrong_type, one_of(known));
    const auto found = word<Word>(*text);
    if (!found) return expected(errc::bad_parameter, one_of(known), suggest(*text, known));
    to = *found;
    return {};
}
[[nodiscard]] inline complaint read(const parameter_value& value, const bounds&, std::vector<layer>& to) {
    std::vector<std::string> names;
    if (read(value, {}, names)) return expected(errc::wrong_type, "a list of layers");
    if (names.empty()) return expected(errc::bad_parameter, "at least one layer");
    to.clear();
    for (const auto& name : names) {
        const auto found = word<layer>(name);
        if (!found)
            return expected(errc::bad_parameter, "each " + one_of(words<layer>()), suggest(name, words<layer>()));
        to.push_back(*found);
    }
    return {};
}

template <class Measure, class T>
[[nodiscard]] complaint set(const parameter<Measure, T>& p, const parameter_value& value, Measure& m) {
    return read(value, p.within, m.*p.member);
}
template <class Measure>
[[nodiscard]] complaint set(const layer_names<Measure>& p, const parameter_value& value, Measure& m) {
    std::vector<std::string> names;
    if (auto wrong = read(value, {}, names)) return wrong;
    std::vector<layer> known;
    if (!names.empty())
        if (auto wrong = read(value, {}, known)) return wrong;
    m.*p.member = std::move(names);
    return {};
}

/// The member as a file would state it.
template <class T>
[[nodiscard]] parameter_value stated(const T& value) {
    if constexpr (std::is_enum_v<T>)
        return std::string(name(value));
    else if constexpr (std::is_same_v<T, double>)
        return value == infinity ? parameter_value(std::string("any")) : parameter_value(value);
    else if constexpr (std::is_same_v<T, std::vector<layer>>) {
        std::vector<std::string> names;
        for (const auto l : value) names.emplace_back(name(l));
        return names;
    } else
        return value;
}

}  // namespace concordat::detail::parameters

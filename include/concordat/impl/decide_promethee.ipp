// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/promethee.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/core/text.hpp"
#include "concordat/decide/ranks.hpp"
#include "concordat/impl/decide_check.hpp"
#include "concordat/impl/decide_promethee_flows.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace concordat {

namespace detail::promethee_work {

/// One of q, p and s, and whether the function takes it.
struct parameter {
    const char* name = "";
    const std::optional<double>* given = nullptr;
    bool taken = false;
};

inline std::array<parameter, 3> parameters_of(const criterion_preference& of) {
    using enum preference_function;
    const auto function = of.function;
    const bool both = function == level || function == linear;
    return {{{"q", &of.q, both || function == u_shape},
             {"p", &of.p, both || function == v_shape},
             {"s", &of.s, function == gaussian}}};
}

inline std::optional<error> mistake_of(const parameter& parameter, preference_function function) {
    const std::string who = "the function \"" + std::string(concordat::name(function)) + "\"";
    const auto& given = *parameter.given;
    if (!given) {
        if (!parameter.taken) return std::nullopt;
        return error{errc::missing_key, who + " needs " + parameter.name + ", which is not given", {}, {}, {}};
    }
    if (!parameter.taken)
        return error{errc::conflicting_keys,
                     who + " takes no " + parameter.name,
                     "leave it out, or choose a function that uses it",
                     {},
                     {}};
    if (auto mistake = unless_finite(parameter.name, *given)) return mistake;
    const bool bends = parameter.given != nullptr && std::string_view(parameter.name) == "s";
    if (*given > 0 || (*given == 0 && !bends)) return std::nullopt;
    return error{errc::out_of_range,
                 std::string(parameter.name) + " is " + shortest(*given) + "; " +
                     (bends ? "a number above 0 was expected" : "0 or more was expected"),
                 {},
                 {},
                 {}};
}

inline void check_preference(const std::string& key, const criterion_preference& given, std::vector<error>& problems) {
    const auto report = [&](error mistake) {
        mistake.message = "criterion \"" + key + "\": " + mistake.message;
        problems.push_back(std::move(mistake));
    };
    const std::size_t before = problems.size();
    for (const auto& parameter : parameters_of(given))
        if (auto mistake = mistake_of(parameter, given.function)) report(std::move(*mistake));
    if (problems.size() == before && given.q && given.p && *given.q > *given.p)
        report({errc::bad_interval,
                "q " + shortest(*given.q) + " is above p " + shortest(*given.p),
                "an indifferent difference is smaller than a preferred one",
                {},
                {}});
}

inline result<std::vector<preference>> checked(const decision_matrix& matrix,
                                               std::span<const criterion_preference> given) {
    if (given.size() != matrix.criterion_count())
        return fail(errc::bad_parameter, std::to_string(given.size()) + " preference functions for " +
                                             std::to_string(matrix.criterion_count()) +
                                             " criteria; one for each was "
                                             "expected");
    std::vector<error> problems;
    for (std::size_t j = 0; j < given.size(); ++j) check_preference(matrix.criteria()[j].key, given[j], problems);
    const bool bell = std::any_of(given.begin(), given.end(),
                                  [](const auto& each) { return each.function == preference_function::gaussian; });
    if (bell && matrix.option_count() > most_gaussian)
        problems.push_back({errc::limit_exceeded,
                            std::to_string(matrix.option_count()) + " options; a gaussian function takes at most " +
                                std::to_string(most_gaussian),
                            "a linear function has no such limit",
                            {},
                            {}});
    if (!problems.empty()) return fail(gather(std::move(problems)));
    std::vector<preference> preferences;
    for (const auto& each : given) preferences.push_back(preference_of(each));
    return preferences;
}

inline promethee_flow_result flows_of(const decision_matrix& matrix, std::span<const preference> preferences) {
    promethee_flow_result found;
    const std::size_t options = matrix.option_count();
    for (auto* flows : {&found.phi_plus, &found.phi_minus, &found.phi}) flows->resize(options);
    found.unicriterion_net_flows.resize(options * preferences.size());
    for (std::size_t j = 0; j < preferences.size(); ++j) add_criterion(matrix, j, preferences[j], found);
    for (std::size_t i = 0; i < options; ++i) found.phi[i] = found.phi_plus[i] - found.phi_minus[i];
    found.rank = ranks_of(found.phi);
    return found;
}

inline flow_relation relation_of(const promethee_flow_result& flows, std::size_t a, std::size_t b) {
    const double more = flows.phi_plus[a] - flows.phi_plus[b];
    const double less = flows.phi_minus[b] - flows.phi_minus[a];
    if (more == 0 && less == 0) return flow_relation::indifferent;
    if (more >= 0 && less >= 0) return flow_relation::preferred;
    return more <= 0 && less <= 0 ? flow_relation::outranked : flow_relation::incomparable;
}

}  // namespace detail::promethee_work

CONCORDAT_INLINE std::string_view name(preference_function function) noexcept {
    switch (function) {
        case preference_function::u_shape:
            return "u-shape";
        case preference_function::v_shape:
            return "v-shape";
        case preference_function::level:
            return "level";
        case preference_function::linear:
            return "linear";
        case preference_function::gaussian:
            return "gaussian";
        case preference_function::usual:
            break;
    }
    return "usual";
}

CONCORDAT_INLINE std::string_view name(flow_relation relation) noexcept {
    switch (relation) {
        case flow_relation::preferred:
            return "preferred";
        case flow_relation::outranked:
            return "outranked";
        case flow_relation::incomparable:
            return "incomparable";
        case flow_relation::indifferent:
            break;
    }
    return "indifferent";
}

CONCORDAT_INLINE result<promethee_flow_result> promethee_flows(const decision_matrix& matrix,
                                                               std::span<const criterion_preference> given) {
    const standard_arithmetic scope;
    CONCORDAT_TRY(const auto preferences, detail::promethee_work::checked(matrix, given));
    return detail::promethee_work::flows_of(matrix, preferences);
}

CONCORDAT_INLINE result<promethee_result> promethee(const decision_matrix& matrix,
                                                    std::span<const criterion_preference> given) {
    const standard_arithmetic scope;
    const std::size_t options = matrix.option_count();
    if (options > most_compared)
        return fail(errc::limit_exceeded,
                    std::to_string(options) + " options; at most " + std::to_string(most_compared) +
                        " can be compared two by two",
                    "promethee_flows ranks more, without the comparisons");
    CONCORDAT_TRY(const auto preferences, detail::promethee_work::checked(matrix, given));
    promethee_result found{detail::promethee_work::flows_of(matrix, preferences), {}, {}};
    found.pi.resize(options * options);
    for (std::size_t j = 0; j < preferences.size(); ++j) {
        const auto column = detail::promethee_work::rising_column(matrix, j);
        for (std::size_t a = 0; a < options; ++a)
            for (std::size_t b = 0; b < options; ++b)
                found.pi[a * options + b] += matrix.weight(j) * preferences[j].at(column[a] - column[b]);
    }
    found.relation.reserve(options * options);
    for (std::size_t a = 0; a < options; ++a)
        for (std::size_t b = 0; b < options; ++b)
            found.relation.push_back(detail::promethee_work::relation_of(found, a, b));
    return found;
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
// A value as well as it is known: a number, or a table whose keys say which kind of doubt it is.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <variant>

namespace concordat::detail::input {

/// `{ low, high }`, or with a mode.
inline bool read_bounds(table_reader& in, quantity& into) {
    triangular_value made;
    const bool low = in.required("low", made.low);
    const bool high = in.required("high", made.high);
    if (!in.has("mode")) {
        into = interval_value{made.low, made.high};
        return low && high;
    }
    const bool mode = in.optional("mode", made.mode);
    into = made;
    return low && mode && high;
}

/// `{ values, probabilities }`, one of each for each outcome.
inline bool read_outcomes(table_reader& in, quantity& into) {
    std::vector<double> values;
    std::vector<double> probabilities;
    const bool some = in.required("values", values);
    const bool likely = in.required("probabilities", probabilities);
    if (!some || !likely) return false;
    if (values.size() != probabilities.size()) {
        in.report(errc::missing_value, in.name() + ": values is " + std::to_string(values.size()) +
                                           " long, but probabilities is " + std::to_string(probabilities.size()) +
                                           " long");
        return false;
    }
    discrete_value made;
    for (std::size_t i = 0; i < values.size(); ++i) made.outcomes.push_back({values[i], probabilities[i]});
    into = std::move(made);
    return true;
}

inline bool read_observations(table_reader& in, quantity& into) {
    empirical_value made;
    const bool read = in.required("observations", made.observations);
    into = std::move(made);
    return read;
}

inline bool read_normal(table_reader& in, quantity& into) {
    normal_value made;
    const bool mean = in.required("mean", made.mean);
    const bool sd = in.required("sd", made.sd);
    into = made;
    return mean && sd;
}

CONCORDAT_INLINE bool read_cell(const cell& c, quantity& into) {
    const auto& content = c.value.content;
    bool read = false;
    if (std::holds_alternative<tree_table>(content)) {
        read_inline(c, [&](table_reader& in) {
            if (in.has("observations"))
                read = read_observations(in, into);
            else if (in.has("values") || in.has("probabilities"))
                read = read_outcomes(in, into);
            else if (in.has("mean") || in.has("sd"))
                read = read_normal(in, into);
            else
                read = read_bounds(in, into);
        });
    } else if (std::holds_alternative<double>(content) || std::holds_alternative<std::int64_t>(content)) {
        exact_value made;
        read = read_cell(c, made.value);
        into = made;
    } else {
        return c.wrong_type("a number, or a table such as { low, high }, { low, mode, high } or { mean, sd }");
    }
    if (!read) return false;
    auto checked = check(into);
    if (checked) {
        into = *std::move(checked);
        return true;
    }
    c.report(checked.error().code, c.name + ": " + checked.error().message, checked.error().hint);
    return false;
}

}  // namespace concordat::detail::input

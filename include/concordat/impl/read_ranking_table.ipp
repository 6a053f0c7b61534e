// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <variant>

namespace concordat::detail::input {

CONCORDAT_INLINE bool read_cell(const cell& c, quantity& into) {
    const auto& content = c.value.content;
    bool read = false;
    if (std::holds_alternative<tree_table>(content)) {
        read_inline(c, [&](table_reader& in) {
            if (in.has("mean") || in.has("sd")) {
                normal_value made;
                const bool mean = in.required("mean", made.mean);
                read = in.required("sd", made.sd) && mean;
                if (read) into = made;
                return;
            }
            triangular_value made;
            const bool low = in.required("low", made.low);
            const bool high = in.required("high", made.high);
            read = low && high;
            if (in.has("mode"))
                read = in.optional("mode", made.mode) && read;
            else if (read)
                into = interval_value{made.low, made.high};
            if (in.has("mode") && read) into = made;
        });
    } else if (std::holds_alternative<double>(content) || std::holds_alternative<std::int64_t>(content)) {
        exact_value made;
        read = read_cell(c, made.value);
        into = made;
    } else {
        return c.wrong_type("a number, { low, high }, { low, mode, high } or { mean, sd }");
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

inline void read_table_criteria(table_reader& in, ranking_table& into) {
    auto& direct = into.weights.preferences.emplace_back();
    direct.where = in.where().at;
    in.requires_key("criteria");
    in.each("criteria", [&](table_reader& one) {
        auto& criterion = into.table.criteria.emplace_back();
        one.required("key", label_in{criterion.key});
        one.optional("title", not_blank{criterion.title});
        one.optional("unit", not_blank{criterion.unit});
        one.required("sense", criterion.better);
        double weight = 0;
        if (one.optional("weight", between{weight, 0, 1e9})) direct.weights.push_back({criterion.key, weight});
    });
    const auto weighed = direct.weights.size();
    if (weighed != 0 && weighed != into.table.criteria.size())
        in.report_at("criteria", errc::missing_key,
                     "a weight stands on " + std::to_string(weighed) + " of " +
                         std::to_string(into.table.criteria.size()) + " criteria",
                     "give all of them one, or none: then every weighting counts as equally likely");
    into.weights.how = weighed == 0 ? elicitation::none : elicitation::direct;
    if (weighed == 0) into.weights.preferences.clear();
}

inline void read_table_options(table_reader& in, performance_table& into) {
    in.requires_key("options");
    in.each("options", [&](table_reader& one) {
        auto& option = into.options.emplace_back();
        one.required("key", label_in{option.key});
        one.optional("title", not_blank{option.title});
        std::vector<quantity> row;
        one.requires_key("values");
        one.with("values", [&](const cell& c) {
            read_list(c, [&](const cell& item) { read_cell(item, row.emplace_back()); });
            if (row.size() != into.criteria.size())
                c.report(errc::missing_value, c.name + " is " + std::to_string(row.size()) +
                                                  " long, but the number of criteria is " +
                                                  std::to_string(into.criteria.size()));
        });
        row.resize(into.criteria.size());
        into.cells.insert(into.cells.end(), row.begin(), row.end());
    });
}

inline void read_method(table_reader& in, ranking_table& into) {
    in.requires_key("method");
    in.with("method", [&](const cell& c) {
        read_inline(c, [&](table_reader& method) {
            method.required("normalisation", into.normalised);
            method.required("samples", between{into.samples, 1, 1e9});
            method.required("seed", into.seed);
        });
    });
}

/// The criteria's scales, and whether the weights fit. What is wrong here is wrong with the criteria as a whole.
inline void scale_and_check(reading& files, opened_file& file, tree_place criteria_at, ranking_table& into) {
    const auto report = [&](const error& e) {
        error one = e;
        one.more.clear();
        one.where = file.scope.at(criteria_at);
        files.add(std::move(one));
    };
    auto scaled = normalise(std::move(into.table), into.normalised);
    if (!scaled) {
        report(scaled.error());
        for (const auto& other : scaled.error().more) report(other);
        return;
    }
    into.table = *std::move(scaled);
    if (const auto checked = check(into.weights, tree_of(into.table)); !checked) files.add_unexplained(checked.error());
}

CONCORDAT_INLINE std::optional<ranking_table> assemble_table(reading& files, opened_file& file) {
    ranking_table read;
    read.key = file.key;
    read.title = file.title;
    read.weights.key = file.key;
    read.weights.title = file.title;
    auto in = file.reader();
    tree_place criteria_at;
    in.with("criteria", [&](const cell& c) { criteria_at = c.value.at; });
    read_table_criteria(in, read);
    read_table_options(in, read.table);
    read_method(in, read);
    in.finish();
    if (files.clean()) scale_and_check(files, file, criteria_at, read);
    return read;
}

}  // namespace concordat::detail::input

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <algorithm>
#include <variant>

namespace concordat::detail::input {

inline bool read_points(const cell& c, piecewise_shape& into) {
    return read_list(c, [&](const cell& item) {
        std::vector<double> point;
        const auto* pair = std::get_if<tree_array>(&item.value.content);
        if (pair == nullptr || pair->size() != 2)
            item.wrong_type("a point as [x, value]");
        else if (read_cell(item, point) && point.size() == 2)
            into.points.push_back({point[0], point[1]});
    });
}

CONCORDAT_INLINE bool read_value_function(const cell& c, sense better, value_function& into) {
    static constexpr std::string_view shapes[] = {"linear", "piecewise", "peaked", "threshold"};
    return read_inline(c, [&](table_reader& in) {
        std::optional<std::size_t> shape;
        in.requires_key("shape");
        in.with("shape", [&](const cell& word) { shape = read_word(word, shapes); });
        static constexpr std::string_view keys_of_shapes[] = {"worst", "best", "points", "low", "peak", "high", "at"};
        if (!shape) return in.ignore(keys_of_shapes);
        bool read = false;
        if (shapes[*shape] == "linear") {
            linear_shape made;
            const bool worst = in.required("worst", made.worst);
            const bool best = in.required("best", made.best);
            read = worst && best;
            into = made;
        } else if (shapes[*shape] == "piecewise") {
            piecewise_shape made;
            read = in.requires_key("points");
            in.with("points", [&](const cell& points) { read = read_points(points, made); });
            into = std::move(made);
        } else if (shapes[*shape] == "peaked") {
            peaked_shape made;
            const bool low = in.required("low", made.low);
            const bool peak = in.required("peak", made.peak);
            const bool high = in.required("high", made.high);
            read = low && peak && high;
            into = made;
        } else {
            threshold_shape made{0, better == sense::lower ? sense::lower : sense::higher};
            read = in.required("at", made.at);
            into = made;
        }
        if (!read) return;
        if (const auto checked = check(into); !checked)
            c.report(checked.error().code, c.name + ": " + checked.error().message, checked.error().hint);
    });
}

inline bool read_parameter(const cell& c, parameter_value& into) {
    const auto& content = c.value.content;
    const auto take = [&](auto value) {
        const bool read = read_cell(c, value);
        if (read) into = std::move(value);
        return read;
    };
    if (std::holds_alternative<bool>(content)) return take(false);
    if (std::holds_alternative<std::string>(content)) return take(std::string());
    if (std::holds_alternative<tree_array>(content)) return take(std::vector<std::string>());
    if (std::holds_alternative<double>(content) || std::holds_alternative<std::int64_t>(content)) return take(0.0);
    return c.wrong_type("a number, a text, true or false, or a list of texts");
}

/// The measure knows its own parameters; here, any key goes.
inline void read_parameters(const cell& c, parameter_set& into) {
    const auto* table = std::get_if<tree_table>(&c.value.content);
    if (table == nullptr) {
        c.wrong_type("a table");
        return;
    }
    for (const auto& entry : *table) {
        parameter_value value;
        if (read_parameter({entry.value, c.name + "." + entry.key, c.file}, value))
            into.emplace(entry.key, std::move(value));
    }
}

inline void read_article(table_reader& in, article_link& into) {
    into.where = in.where();
    in.required("number", between{into.number, 1, last_article_of_rights});
    in.required("reads", into.reads);
    in.required("evidence", into.evidence);
}

inline void read_criterion(table_reader& in, criterion& into) {
    into.where = in.where();
    in.required("key", label_in{into.key});
    in.required("title", not_blank{into.title});
    if (in.has("parent")) in.optional("parent", into.parent);
    in.optional("measure", identifier_in{into.measure});
    in.with("parameters", [&](const cell& c) { read_parameters(c, into.parameters); });
    in.required("unit", not_blank{into.unit});
    in.required("sense", into.better);
    in.requires_key("value");
    in.with("value", [&](const cell& c) { read_value_function(c, into.better, into.value); });
    in.required("needs", into.needs);
    in.optional("missing", into.missing);
    in.required("theory_of_change", into.theory_of_change);
    in.optional("evidence", into.evidence);
    in.optional("benefit", into.benefit);
    in.each("articles", [&](table_reader& one) { read_article(one, into.articles.emplace_back()); });
}

inline void read_gate(table_reader& in, gate& into) {
    into.where = in.where();
    in.required("key", label_in{into.key});
    in.required("title", not_blank{into.title});
    in.optional("evidence", into.evidence);
}

inline void read_axis(table_reader& in, side_axis& into) {
    into.where = in.where();
    in.required("key", label_in{into.key});
    in.required("title", not_blank{into.title});
    in.required("unit", not_blank{into.unit});
    in.required("sense", into.better);
    in.required("needs", into.needs);
    in.optional("evidence", into.evidence);
}

CONCORDAT_INLINE criteria_file read_criteria(opened_file& file) {
    criteria_file read;
    auto& tree = read.tree;
    tree.key = file.key;
    tree.title = file.title;
    auto in = file.reader();
    in.optional("sources", read.sources);
    read_sources(in, tree.sources);
    read_assumptions(in, tree.assumptions);
    in.each("branch", [&](table_reader& one) {
        auto& branch = tree.branches.emplace_back();
        branch.where = one.where();
        one.required("key", label_in{branch.key});
        one.required("title", not_blank{branch.title});
        one.optional("parent", branch.parent);
    });
    in.each("criterion", [&](table_reader& one) { read_criterion(one, tree.criteria.emplace_back()); });
    in.each("gate", [&](table_reader& one) { read_gate(one, tree.gates.emplace_back()); });
    in.each("axis", [&](table_reader& one) { read_axis(one, tree.axes.emplace_back()); });
    in.finish();
    return read;
}

CONCORDAT_INLINE std::optional<criteria_tree> assemble_criteria(reading& files, opened_file& file) {
    auto read = read_criteria(file);
    check_unique(file.scope, read.tree.assumptions, "assumption");
    if (!complete_sources(files, file, read.sources, read.tree.sources, read.tree.assumptions)) return std::nullopt;
    auto checked = check(std::move(read.tree));
    if (checked) return *std::move(checked);
    files.add_unexplained(checked.error());
    return std::nullopt;
}

}  // namespace concordat::detail::input

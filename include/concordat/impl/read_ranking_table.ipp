// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include "concordat/core/text.hpp"

#include <string>
#include <utility>
#include <vector>

namespace concordat::detail::input {

/// A table while it is read, with what only its checks ask for.
struct table_draft {
    ranking_table content;
    table_weights weights;
    std::vector<std::size_t> own_value;  ///< the criteria that have a value function of their own
    tree_place criteria_at;
};

inline void read_table_criteria(table_reader& in, table_draft& draft) {
    auto& table = draft.content.table;
    in.requires_key("criteria");
    in.with("criteria", [&](const cell& c) { draft.criteria_at = c.value.at; });
    in.each("criteria", [&](table_reader& one) {
        auto& criterion = table.criteria.emplace_back();
        one.required("key", label_in{criterion.key});
        one.optional("title", not_blank{criterion.title});
        one.optional("unit", not_blank{criterion.unit});
        one.required("sense", criterion.better);
        one.optional("parent", criterion.parent);
        one.with("value", [&](const cell& c) {
            if (read_value_function(c, criterion.better, criterion.value))
                draft.own_value.push_back(table.criteria.size() - 1);
        });
        read_criterion_settings(one, draft.content.criteria.emplace_back());
        read_stated_weight(one, criterion.key, criterion.parent, draft.weights);
    });
    in.each("branches", [&](table_reader& one) {
        auto& branch = table.branches.emplace_back();
        one.required("key", label_in{branch.key});
        one.optional("title", not_blank{branch.title});
        one.optional("parent", branch.parent);
        read_stated_weight(one, branch.key, branch.parent, draft.weights);
    });
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

/// The criteria's scales, and whether the weights fit. What is wrong here is wrong with the criteria as a whole.
inline void scale_and_check(reading& files, opened_file& file, table_draft& draft) {
    auto& read = draft.content;
    const auto how = read.method.normalised ? *read.method.normalised : normalisation::minmax;
    auto scaled = normalise(std::move(read.table), how, draft.own_value);
    if (!scaled) {
        const auto report = [&](error one) {
            one.more.clear();
            one.where = file.scope.at(draft.criteria_at);
            files.add(std::move(one));
        };
        report(scaled.error());
        for (const auto& other : scaled.error().more) report(other);
        return;
    }
    read.table = *std::move(scaled);
    const auto tree = tree_of(read.table);
    for (const auto* set : {&read.weights, &read.sampled})
        if (const auto checked = check(*set, tree); !checked) files.add_unexplained(checked.error());
}

CONCORDAT_INLINE std::optional<ranking_table> assemble_table(reading& files, opened_file& file) {
    table_draft draft;
    auto& read = draft.content;
    read.key = file.key;
    read.title = file.title;
    auto in = file.reader();
    read_table_criteria(in, draft);
    read_table_options(in, read.table);
    read_method(in, read.table, draft.weights, read.method);
    in.finish();
    complete_weights(in, draft.weights, read);
    if (files.clean()) scale_and_check(files, file, draft);
    return std::move(read);
}

}  // namespace concordat::detail::input

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <variant>

namespace concordat::detail::input {

inline void read_weights_given(const cell& c, std::vector<given_weight>& into) {
    const auto* table = std::get_if<tree_table>(&c.value.content);
    if (table == nullptr) {
        c.wrong_type("a table of numbers");
        return;
    }
    for (const auto& entry : *table) {
        double weight = 0;
        if (read_cell(cell{entry.value, c.name + "." + entry.key, c.file}, between{weight, 0, 1e9}))
            into.push_back({entry.key, weight});
    }
}

inline void read_weigh(table_reader& in, elicitation how, branch_preference& into) {
    into.where = in.where().at;
    in.required("parent", into.parent);
    const std::string said = "elicitation = \"" + std::string(name(how)) + "\"";
    if (how == elicitation::none)
        in.report(errc::conflicting_keys, in.name() + " weighs a branch, but " + said + " says that nobody did");
    const auto one_of = [&](const char* key, bool belongs) {
        if (!belongs && how != elicitation::none && in.has(key))
            in.report_at(key, errc::conflicting_keys, in.name() + "." + key + " does not go with " + said);
        if (belongs) in.requires_key(key);
    };
    one_of("order", how == elicitation::ordinal);
    one_of("values", how == elicitation::direct);
    in.optional("order", into.order);
    in.with("values", [&](const cell& c) { read_weights_given(c, into.weights); });
}

CONCORDAT_INLINE weights_file read_weights(opened_file& file) {
    weights_file read;
    auto& set = read.set;
    set.key = file.key;
    set.title = file.title;
    set.where = file.where().at;
    auto in = file.reader();
    in.required("whose", not_blank{set.whose});
    in.required("illustrative", set.illustrative);
    const bool asked = in.required("elicitation", set.how);
    in.required("criteria", read.criteria);
    set.criteria = read.criteria.key;
    in.optional("note", not_blank{set.note});
    if (asked)
        in.each("weigh", [&](table_reader& one) { read_weigh(one, set.how, set.preferences.emplace_back()); });
    else
        static_cast<void>(in.has("weigh"));
    in.finish();
    return read;
}

CONCORDAT_INLINE void check_weights(reading& files, const weight_set& set, const criteria_tree& tree) {
    const auto keys = keys_of_tree(tree);
    if (!keys) return files.add_unexplained(keys.error());
    if (const auto checked = check(set, *keys); !checked) files.add_unexplained(checked.error());
}

CONCORDAT_INLINE std::optional<weight_set> assemble_weights(reading& files, opened_file& file) {
    auto read = read_weights(file);
    auto* const criteria = files.follow(read.criteria, file_format::criteria);
    if (criteria == nullptr) return std::nullopt;
    const auto tree = assemble_criteria(files, *criteria);
    if (!tree) return std::nullopt;
    check_weights(files, read.set, *tree);
    return std::move(read.set);
}

}  // namespace concordat::detail::input

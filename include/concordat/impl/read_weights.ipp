// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/assess/ranges.hpp"
#include "concordat/impl/read_shapes.hpp"

#include <variant>

namespace concordat::detail::input {

/// `{ D1 = …, … }`, entry by entry, each under its name.
template <class Read>
void read_by_key(const cell& c, std::string_view expected, Read read) {
    const auto* table = std::get_if<tree_table>(&c.value.content);
    if (table == nullptr) {
        c.wrong_type(expected);
        return;
    }
    for (const auto& entry : *table) read(entry.key, cell{entry.value, c.name + "." + entry.key, c.file});
}

inline void read_weights_given(const cell& c, std::vector<given_weight>& into) {
    read_by_key(c, "a table of numbers", [&](const std::string& key, const cell& number) {
        double weight = 0;
        if (read_cell(number, between{weight, 0, 1e9})) into.push_back({key, weight});
    });
}

inline void read_swings(const cell& c, std::vector<swing_points>& into) {
    read_list(c, [&](const cell& item) {
        read_inline(item, [&](table_reader& in) {
            swing_points one;
            const bool key = in.required("key", one.key);
            const bool points = in.required("points", one.points);
            if (key && points) into.push_back(std::move(one));
        });
    });
}

inline void read_ratios(const cell& c, std::vector<swing_ratio>& into) {
    read_list(c, [&](const cell& item) {
        read_inline(item, [&](table_reader& in) {
            swing_ratio one;
            one.where = in.where().at;
            const bool of = in.required("of", one.of);
            const bool to = in.required("to", one.to);
            const bool times = in.required("times", one.times);
            if (of && to && times) into.push_back(std::move(one));
        });
    });
}

/// `[0.1, 0.3]`: two numbers and no more.
CONCORDAT_INLINE bool read_pair(const cell& c, std::string_view expected, double& first, double& second) {
    const auto* items = std::get_if<tree_array>(&c.value.content);
    if (items == nullptr || items->size() != 2) return c.wrong_type(expected);
    const bool read_first = read_cell(cell{items->front(), c.name, c.file}, first);
    return read_cell(cell{items->back(), c.name, c.file}, second) && read_first;
}

inline void read_bounds(const cell& c, std::vector<share_bounds>& into) {
    read_by_key(c, "a table of bounds", [&](const std::string& key, const cell& ends) {
        share_bounds one{key};
        if (read_pair(ends, "bounds as [low, high]", one.low, one.high)) into.push_back(std::move(one));
    });
}

inline void read_limit(table_reader& in, std::string_view key, std::optional<double>& into) {
    double limit = 0;
    if (in.optional(key, limit)) into = limit;
}

CONCORDAT_INLINE void read_constraints(const cell& c, std::vector<share_constraint>& into) {
    read_list(c, [&](const cell& item) {
        read_inline(item, [&](table_reader& in) {
            share_constraint one;
            one.where = in.where().at;
            in.requires_key("of");
            in.with("of", [&](const cell& terms) {
                read_by_key(terms, "a table of factors", [&](const std::string& key, const cell& factor) {
                    share_term term{key};
                    if (read_cell(factor, term.factor)) one.of.push_back(std::move(term));
                });
            });
            read_limit(in, "at_least", one.at_least);
            read_limit(in, "at_most", one.at_most);
            if (!one.of.empty()) into.push_back(std::move(one));
        });
    });
}

inline bool read_ranges(const cell& c, std::vector<criterion_range>& into) {
    bool all = true;
    read_by_key(c, "a table of ranges", [&](const std::string& key, const cell& ends) {
        criterion_range one{key};
        one.where = c.file.at(ends.value.at);
        if (read_pair(ends, "a range as [worst, best]", one.worst, one.best))
            into.push_back(std::move(one));
        else
            all = false;
    });
    return all;
}

inline void read_weigh(table_reader& in, elicitation how, branch_preference& into) {
    into.where = in.where().at;
    in.required("parent", into.parent);
    const std::string said = "elicitation = \"" + std::string(name(how)) + "\"";
    if (how == elicitation::none)
        in.report(errc::conflicting_keys, in.name() + " weighs a branch, but " + said + " says that nobody did");
    const auto belongs_to = [&](const char* key, elicitation kind) {
        if (kind != how && how != elicitation::none && in.has(key))
            in.report_at(key, errc::conflicting_keys, in.name() + "." + key + " does not go with " + said);
        if (kind == how && kind != elicitation::swing) in.requires_key(key);
    };
    belongs_to("order", elicitation::ordinal);
    belongs_to("values", elicitation::direct);
    belongs_to("swings", elicitation::swing);
    belongs_to("ratios", elicitation::swing);
    belongs_to("bounds", elicitation::interval);
    belongs_to("constraints", elicitation::linear);
    if (how == elicitation::swing && !in.has("swings") && !in.has("ratios"))
        in.report(errc::missing_key, in.name() + " has neither swings nor ratios");
    in.optional("order", into.order);
    in.with("values", [&](const cell& c) { read_weights_given(c, into.weights); });
    in.with("swings", [&](const cell& c) { read_swings(c, into.swings); });
    in.with("ratios", [&](const cell& c) { read_ratios(c, into.ratios); });
    in.with("bounds", [&](const cell& c) { read_bounds(c, into.bounds); });
    in.with("constraints", [&](const cell& c) { read_constraints(c, into.constraints); });
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
    in.with("ranges", [&](const cell& c) { read.ranges_read = read_ranges(c, set.ranges); });
    if (asked)
        in.each("weigh", [&](table_reader& one) { read_weigh(one, set.how, set.preferences.emplace_back()); });
    else
        static_cast<void>(in.has("weigh"));
    in.finish();
    return read;
}

CONCORDAT_INLINE void check_weights(reading& files, const weights_file& read, const criteria_tree& tree) {
    const auto take = [&](const auto& checked) {
        if (!checked) files.add_unexplained(checked.error());
    };
    if (read.ranges_read)
        take(check(read.set, tree));
    else if (const auto keys = value_tree_of(tree))
        take(check(read.set, *keys));
    else
        take(keys);
}

CONCORDAT_INLINE std::optional<weights_of_criteria> assemble_weights(reading& files, opened_file& file) {
    auto read = read_weights(file);
    auto* const criteria = files.follow(read.criteria, file_format::criteria);
    if (criteria == nullptr) return std::nullopt;
    auto tree = assemble_criteria(files, *criteria);
    if (!tree) return std::nullopt;
    check_weights(files, read, *tree);
    return weights_of_criteria{std::move(read.set), *std::move(tree)};
}

}  // namespace concordat::detail::input

// SPDX-License-Identifier: Apache-2.0
// `[[evaluation]]` of a reform.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include "concordat/core/text.hpp"

namespace concordat::detail::input {

inline bool read_cell(const cell& c, effect_interval& into) {
    std::vector<double> bounds;
    const auto* items = std::get_if<tree_array>(&c.value.content);
    if (items == nullptr || items->size() != 2) return c.wrong_type("a pair of numbers", "as [-4.5, 16.6]");
    if (!read_cell(c, bounds) || bounds.size() != 2) return false;
    into = {bounds[0], bounds[1]};
    if (into.low <= into.high) return true;
    c.report(errc::bad_interval, c.name + " = [" + shortest(into.low) + ", " + shortest(into.high) +
                                     "], but the second bound is not below the first");
    return false;
}

/// Both groups or neither.
inline void read_groups(table_reader& in, std::optional<compared_groups>& into) {
    const bool with = in.has("with"), without = in.has("without");
    if (!with && !without) return;
    compared_groups groups;
    // Both are asked for even where one is not there, so that the other is read and known.
    const bool first = in.required("with", groups.with);
    const bool second = in.required("without", groups.without);
    if (first && second) into = groups;
}

inline bool read_cell(const cell& c, published_effect& into) {
    published_effect read;
    const bool is_table = read_inline(c, [&](table_reader& in) {
        in.optional("value", read.value);
        in.required("unit", not_blank{read.unit});
        const bool bounded = in.optional("interval", read.interval);
        read_groups(in, read.groups);
        if (!in.has("value") && !in.has("with") && !in.has("without"))
            in.report(errc::missing_key,
                      c.name + " has neither a \"value\" nor the two groups \"with\" and \"without\"",
                      "an evaluation without figures has no effect: leave out the key and say it in the note");
        else if (!in.has("value") && in.has("interval"))
            in.report_at("interval", errc::conflicting_keys, c.name + ".interval stands without a value that it holds");
        if (bounded && read.value && (*read.value < read.interval->low || *read.value > read.interval->high))
            in.report_at("interval", errc::bad_interval,
                         c.name + ".interval = [" + shortest(read.interval->low) + ", " +
                             shortest(read.interval->high) + "], but it holds the value, which is " +
                             shortest(*read.value));
    });
    if (is_table) into = std::move(read);
    return is_table;
}

CONCORDAT_INLINE void read_evaluation(table_reader& in, evaluation& into) {
    into.where = in.where();
    in.required("title", not_blank{into.title});
    in.required("design", into.design);
    in.optional("sample", not_blank{into.sample});
    in.required("outcome", not_blank{into.outcome});
    in.required("direction", into.direction);
    in.optional("effect", into.effect);
    in.required("status", into.status);
    in.required("grade", between{into.grade, 0, 4});
    in.optional("note", not_blank{into.note});
    in.optional("evidence", into.evidence);
}

}  // namespace concordat::detail::input

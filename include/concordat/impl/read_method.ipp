// SPDX-License-Identifier: Apache-2.0
// `[method]` of a table: what single methods want to know, and what is said of weights beyond one number each.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace concordat::detail::input {

CONCORDAT_INLINE said_of_weights read_method(table_reader& in, ranking_table& into) {
    said_of_weights said;
    auto& method = into.method;
    method.where = in.where().at;
    in.with("method", [&](const cell& c) {
        method.where = c.file.at(c.value.at);
        read_inline(c, [&](table_reader& one) {
            one.optional("name", method.method);
            one.optional("normalisation", method.normalised);
            one.optional("samples", between{method.samples, 1, 1e9});
            one.optional("seed", method.seed);
            one.with("order", [&](const cell& order) {
                said.at = order.file.at(order.value.at);
                read_cell(order, one_or_more{said.order});
            });
        });
    });
    return said;
}

}  // namespace concordat::detail::input

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/ranking_table.hpp"

#include "concordat/impl/read_shapes.hpp"

namespace concordat {

CONCORDAT_INLINE result<ranking_table> load_table(const std::string& path) {
    detail::input::reading files;
    auto* const file = files.open(path, detail::input::file_format::table);
    return files.finish(file == nullptr ? std::nullopt : detail::input::assemble_table(files, *file));
}

CONCORDAT_INLINE result<ranking_table> load_table_text(std::string_view text, const std::string& path) {
    detail::input::reading files;
    auto* const file = files.open_text(text, path, detail::input::file_format::table);
    return files.finish(file == nullptr ? std::nullopt : detail::input::assemble_table(files, *file));
}

CONCORDAT_INLINE weight_set with_surrogates(weight_set set, surrogate_rule rule) {
    if (set.how != elicitation::ordinal) return set;
    set.how = elicitation::direct;
    for (auto& preference : set.preferences) {
        // An order longer than any rule goes fits no tree either, which whoever checks the set finds.
        const auto weights = surrogate_weights(preference.order.size(), rule);
        for (std::size_t i = 0; weights && i < preference.order.size(); ++i)
            preference.weights.push_back({preference.order[i], (*weights)[i]});
        preference.order.clear();
    }
    return set;
}

}  // namespace concordat

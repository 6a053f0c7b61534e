// SPDX-License-Identifier: Apache-2.0
// Family types for several models.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <cmath>
#include <utility>

namespace concordat::detail::input {

inline void read_family_type(table_reader& in, family_type& into) {
    read_persona(in, into.family);
    in.requires_key("entries");
    in.with("entries", [&](const cell& c) {
        read_list(c, [&](const cell& item) {
            endpoint one;
            if (read_cell(item, one)) into.entries.push_back(std::move(one));
        });
    });
}

CONCORDAT_INLINE families_file read_families(opened_file& file) {
    families_file read;
    auto& families = read.families;
    families.key = file.key;
    families.title = file.title;
    families.where = file.where();
    auto in = file.reader();
    in.optional("sources", read.sources);
    read_sources(in, families.sources);
    read_assumptions(in, families.assumptions);
    in.requires_key("persona");
    in.each("persona", [&](table_reader& one) { read_family_type(one, families.types.emplace_back()); });
    in.finish();
    return read;
}

CONCORDAT_INLINE std::optional<families> assemble_families(reading& files, opened_file& file) {
    auto read = read_families(file);
    check_unique(file.scope, read.families.assumptions, "assumption");
    complete_sources(files, file, read.sources, read.families.sources, read.families.assumptions);
    return std::move(read.families);
}

}  // namespace concordat::detail::input

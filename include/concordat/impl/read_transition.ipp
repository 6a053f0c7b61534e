// SPDX-License-Identifier: Apache-2.0
// Steps as in a reform, each with its day.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <utility>

namespace concordat::detail::input {

inline void read_dated_step(table_reader& in, std::vector<dated_step>& into) {
    date from;
    std::vector<step> read;
    in.required("date", from);
    read_step(in, read);
    for (auto& one : read) into.push_back({from, std::move(one)});
}

CONCORDAT_INLINE transition_file read_transition(opened_file& file) {
    transition_file read;
    auto& transition = read.transition;
    transition.key = file.key;
    transition.title = file.title;
    transition.where = file.where();
    auto in = file.reader();
    in.optional("sources", read.sources);
    in.required("baseline", read.baseline);
    transition.baseline = read.baseline.key;
    read_sources(in, transition.sources);
    read_assumptions(in, transition.assumptions);
    read_conflicts(in, transition.conflicts);
    in.each("step", [&](table_reader& one) { read_dated_step(one, transition.steps); });
    in.finish();
    return read;
}

CONCORDAT_INLINE std::optional<transition> assemble_transition(reading& files, opened_file& file) {
    auto read = read_transition(file);
    check_unique(file.scope, read.transition.assumptions, "assumption");
    complete_sources(files, file, read.sources, read.transition.sources, read.transition.assumptions);
    check_conflicts(file.scope, read.transition.conflicts, read.transition.sources);
    static_cast<void>(files.follow(read.baseline, file_format::model));
    if (const auto checked = check(read.transition); !checked) files.add_unexplained(checked.error());
    return std::move(read.transition);
}

}  // namespace concordat::detail::input

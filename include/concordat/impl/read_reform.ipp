// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_shapes.hpp"

namespace concordat::detail::input {

CONCORDAT_INLINE reform_file read_reform(opened_file& file) {
    reform_file read;
    auto& reform = read.reform;
    reform.key = file.key;
    reform.title = file.title;
    reform.where = file.where();
    auto in = file.reader();
    in.optional("sources", read.sources);
    in.optional("status", reform.status);
    in.optional("period", not_blank{reform.period});
    read_sources(in, reform.sources);
    read_assumptions(in, reform.assumptions);
    read_conflicts(in, reform.conflicts);
    in.each("step", [&](table_reader& one) { read_step(one, reform.steps); });
    in.each("evaluation", [&](table_reader& one) { read_evaluation(one, reform.evaluations.emplace_back()); });
    in.finish();
    return read;
}

CONCORDAT_INLINE std::optional<reform> assemble_reform(reading& files, opened_file& file) {
    auto read = read_reform(file);
    check_unique(file.scope, read.reform.assumptions, "assumption");
    complete_sources(files, file, read.sources, read.reform.sources, read.reform.assumptions);
    check_conflicts(file.scope, read.reform.conflicts, read.reform.sources);
    return std::move(read.reform);
}

}  // namespace concordat::detail::input

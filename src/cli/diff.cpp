// SPDX-License-Identifier: Apache-2.0
#include "diff.hpp"

#include "evaluation_remark.hpp"

#include "concordat/io/check.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/show.hpp"

#include <utility>

namespace concordat::cli {

namespace {

answer present(const std::vector<change>& changes, const model& before, const model& after) {
    answer out;
    out.output.content = to_document(changes, before, after);
    out.output.tidy = to_sheet(changes, before, after);
    out.output.sheets = {out.output.tidy};
    return out;
}

result<answer> against_reforms(const model& before, const std::vector<std::string>& files) {
    std::vector<reform> reforms;
    std::vector<std::string> remarks;
    for (const auto& file : files) {
        CONCORDAT_TRY(reforms.emplace_back(), load_reform(file));
        append_evaluation_remark(remarks, reforms.back(), file);
    }
    CONCORDAT_TRY(const application applied, apply_recorded(reforms, before));
    auto out = present(diff(before, applied), before, applied.after);
    out.remarks = std::move(remarks);
    return out;
}

}  // namespace

result<answer> perform(const diff_arguments& asked, const session&) {
    CONCORDAT_TRY(const model before, load_model(asked.before));
    if (asked.after.size() > 1 || check_file(asked.after.front()).format == "concordat/reform@1")
        return against_reforms(before, asked.after);
    CONCORDAT_TRY(const model after, load_model(asked.after.front()));
    return present(diff(before, after), before, after);
}

}  // namespace concordat::cli

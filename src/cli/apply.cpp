// SPDX-License-Identifier: Apache-2.0
#include "apply.hpp"

#include "changes.hpp"
#include "evaluation_remark.hpp"
#include "model_file.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/show.hpp"

namespace concordat::cli {

namespace {

std::string remark_of(const applied_step& done) {
    std::string text = done.reform + ", step " + std::to_string(done.step + 1) + ": ";
    if (done.already_so()) return text + "already so";
    text += std::to_string(done.edits.size()) + (done.edits.size() == 1 ? " edit" : " edits");
    for (const auto& each : done.edits) {
        const char* mark = each.before.empty() ? "+ " : each.after.empty() ? "- " : "~ ";
        text += "\n    " + (mark + printable(each.subject));
    }
    return text;
}

}  // namespace

result<answer> perform(const apply_arguments& asked, const session&) {
    CONCORDAT_TRY(const model before, load_model_on(asked.model, asked.at));
    CONCORDAT_TRY(const auto reforms, load_changes(asked.reforms, asked.at));
    CONCORDAT_TRY(const application applied, apply_recorded(reforms, before));

    answer out;
    append_evaluation_remarks(out.remarks, reforms, asked.reforms);
    for (const auto& done : applied.steps) out.remarks.push_back(remark_of(done));
    out.output.content = to_document(applied, before);
    out.output.tidy = to_sheet(applied, before);
    out.output.sheets = {out.output.tidy};
    if (auto put = put_model(asked.file, applied.after, out); !put) return fail(put.error());
    return out;
}

}  // namespace concordat::cli

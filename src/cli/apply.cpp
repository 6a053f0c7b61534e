// SPDX-License-Identifier: Apache-2.0
#include "apply.hpp"

#include "evaluation_remark.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/files.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/show.hpp"
#include "concordat/io/write_model.hpp"

#include <algorithm>
#include <filesystem>

namespace concordat::cli {

namespace {

/// The key under which the result can be read again: the file's own name where that can be a key, else the model's with
/// the `+` of a reform, which no key may have, exchanged.
std::string key_for(const std::string& file, const model& after) {
    std::string stem = std::filesystem::path(file).stem().string();
    if (is_identifier(stem) && stem.find('.') == std::string::npos) return stem;
    std::string key = after.key();
    std::replace_if(
        key.begin(), key.end(), [](char c) { return c == '+' || c == '.'; }, '-');
    constexpr std::size_t longest = 64;
    return key.substr(0, longest);
}

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
    CONCORDAT_TRY(const model before, load_model(asked.model));
    std::vector<reform> reforms;
    answer out;
    for (const auto& file : asked.reforms) {
        CONCORDAT_TRY(reforms.emplace_back(), load_reform(file));
        append_evaluation_remark(out.remarks, reforms.back(), file);
    }
    CONCORDAT_TRY(const application applied, apply_recorded(reforms, before));

    for (const auto& done : applied.steps) out.remarks.push_back(remark_of(done));
    out.output.content = to_document(applied, before);
    out.output.tidy = to_sheet(applied, before);
    out.output.sheets = {out.output.tidy};
    out.output.verbatim = to_toml(applied.after, key_for(asked.file, applied.after));
    if (asked.file.empty()) return out;

    if (auto written = write_file(asked.file, *out.output.verbatim); !written) return fail(written.error());
    out.output.verbatim = "";
    out.remarks.push_back("wrote " + printable(asked.file));
    return out;
}

}  // namespace concordat::cli

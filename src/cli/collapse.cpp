// SPDX-License-Identifier: Apache-2.0
#include "collapse.hpp"

#include "model_file.hpp"

#include "concordat/io/load.hpp"
#include "concordat/io/show.hpp"
#include "concordat/io/write_model.hpp"
#include "concordat/model/comparable.hpp"

#include <utility>

namespace concordat::cli {

namespace {

std::string remark_of(const model& before, const model& after) {
    const auto went = [](std::size_t from, std::size_t to, const char* what) {
        return std::to_string(from) + " " + what + " became " + std::to_string(to);
    };
    return went(before.actors().size(), after.actors().size(), "actors") + ", " +
           went(before.relations().size(), after.relations().size(), "relations");
}

}  // namespace

result<answer> perform(const collapse_arguments& asked, const session&) {
    CONCORDAT_TRY(const model before, load_model(asked.model));
    comparability by;
    by.resolution = asked.to;
    by.services = asked.services;
    if (!asked.families.empty()) {
        CONCORDAT_TRY(by.families, load_families(asked.families));
    }
    CONCORDAT_TRY(const model after, made_comparable(before, by));

    answer out;
    out.remarks.push_back(remark_of(before, after));
    out.output.content = to_document(after);
    out.output.sheets = to_sheets(after);
    out.output.tidy = out.output.sheets.back();
    if (auto put = put_model(asked.file, after, out); !put) return fail(put.error());
    return out;
}

}  // namespace concordat::cli

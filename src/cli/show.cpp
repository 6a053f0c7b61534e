// SPDX-License-Identifier: Apache-2.0
#include "show.hpp"

#include "concordat/io/load.hpp"
#include "concordat/io/show.hpp"
#include "concordat/io/write_model.hpp"

namespace concordat::cli {

result<answer> perform(const show_arguments& asked, const session&) {
    CONCORDAT_TRY(const model shown, load_model(asked.model));
    answer out;
    if (asked.form == model_form::graphml)
        out.output.verbatim = to_graphml(shown);
    else if (asked.form == model_form::dot)
        out.output.verbatim = to_dot(shown);
    else if (asked.form == model_form::toml)
        out.output.verbatim = to_toml(shown);
    if (out.output.verbatim) return out;

    out.output.content = to_document(shown);
    out.output.sheets = to_sheets(shown);
    out.output.tidy = out.output.sheets.back();  // the relations: what a model is about
    return out;
}

}  // namespace concordat::cli

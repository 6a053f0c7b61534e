// SPDX-License-Identifier: Apache-2.0
#include "show.hpp"

#include "show_areas.hpp"

#include "concordat/io/load.hpp"
#include "concordat/io/show.hpp"
#include "concordat/io/write_model.hpp"

namespace concordat::cli {

namespace {

/// What was asked that belongs to another kind of file; nothing when all belongs.
const char* misplaced(const show_arguments& asked, const std::string& format) {
    const bool areas = format == "concordat/areas@1", indicators = format == "concordat/indicators@1";
    const bool draws = asked.form != model_form::table && asked.form != model_form::json;
    if (asked.year && !areas) return "--year is for a table of areas";
    if ((!asked.area.empty() || !asked.indicator.empty()) && !indicators)
        return "--area and --indicator are for a table of indicators";
    return draws && (areas || indicators) ? "graphml, dot and toml are for models" : nullptr;
}

}  // namespace

result<answer> perform(const show_arguments& asked, const session&) {
    CONCORDAT_TRY(const std::string format, load_format(asked.model));
    if (const char* wrong = misplaced(asked, format))
        return fail(errc::bad_parameter, std::string(wrong) + ", and this file is " + format, {}, {asked.model, 0, 0});
    if (format == "concordat/areas@1") return show_areas(asked);
    if (format == "concordat/indicators@1") return show_indicators(asked);
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

// SPDX-License-Identifier: Apache-2.0
#include "show.hpp"

#include "show_areas.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/show.hpp"
#include "concordat/io/show_case.hpp"
#include "concordat/io/show_claims.hpp"
#include "concordat/io/show_reform.hpp"
#include "concordat/io/show_weights.hpp"
#include "concordat/io/write_gexf.hpp"
#include "concordat/io/write_model.hpp"
#include "concordat/report/model_picture.hpp"

#include <algorithm>
#include <utility>

namespace concordat::cli {

namespace {

/// What was asked that belongs to another kind of file; nothing when all belongs.
const char* misplaced(const show_arguments& asked, const std::string& format) {
    const bool areas = format == "concordat/areas@1", indicators = format == "concordat/indicators@1";
    if (asked.year && !areas) return "--year is for a table of areas";
    if ((!asked.area.empty() || !asked.indicator.empty()) && !indicators)
        return "--area and --indicator are for a table of indicators";
    if (asked.layers && asked.form != model_form::svg) return "--layers is for --as svg";
    return is_own_language(asked.form) && (areas || indicators) ? "graphml, gexf, dot, toml and svg are for models"
                                                                : nullptr;
}

std::string drawing_of(const model& shown, const std::optional<layer_set>& layers) {
    model_view view;
    if (layers) view.layers = *layers;
    return to_svg(model_picture(shown, view));
}

result<answer> show_model(const std::string& file, const show_arguments& asked) {
    CONCORDAT_TRY(const model shown, load_model(file));
    const auto form = asked.form;
    answer out;
    if (form == model_form::graphml)
        out.output.verbatim = to_graphml(shown);
    else if (form == model_form::gexf)
        out.output.verbatim = to_gexf(shown);
    else if (form == model_form::dot)
        out.output.verbatim = to_dot(shown);
    else if (form == model_form::toml)
        out.output.verbatim = to_toml(shown);
    else if (form == model_form::svg)
        out.output.verbatim = drawing_of(shown, asked.layers);
    if (out.output.verbatim) return out;

    out.output.content = to_document(shown);
    out.output.sheets = to_sheets(shown);
    out.output.tidy = out.output.sheets.back();  // the relations: what a model is about
    return out;
}

template <class Shown>
answer present(const Shown& shown) {
    answer out;
    out.output.content = to_document(shown);
    out.output.sheets = to_sheets(shown);
    out.output.tidy = to_sheet(shown);
    return out;
}

template <class Shown>
result<answer> show_with(const std::string& file, result<Shown> (*load)(const std::string&)) {
    CONCORDAT_TRY(const Shown shown, load(file));
    return present(shown);
}

result<answer> show_weights(const std::string& file) {
    CONCORDAT_TRY(const auto given, load_weights(file));
    CONCORDAT_TRY(const auto seen, look_at(given));
    return present(seen);
}

result<answer> show_cases(const std::vector<std::string>& files) {
    std::vector<case_study> cases;
    for (const auto& file : files) {
        CONCORDAT_TRY(auto one, load_case(file));
        const auto again = std::any_of(cases.begin(), cases.end(), [&](const auto& c) { return c.key == one.key; });
        if (again)
            return fail(errc::duplicate_key, "\"" + one.key + "\" is to be compared with itself", "name each case once",
                        one.where.at);
        cases.push_back(std::move(one));
    }
    return present(std::span<const case_study>(cases));
}

}  // namespace

result<answer> perform(const show_arguments& asked, const session&) {
    // Several files are compared, and only cases have something that can be.
    if (asked.files.size() > 1) return show_cases(asked.files);
    const auto& file = asked.files.front();
    CONCORDAT_TRY(const std::string format, load_format(file));
    if (const char* wrong = misplaced(asked, format))
        return fail(errc::bad_parameter, std::string(wrong) + ", and this file is " + format, {}, {file, 0, 0});
    if (format == "concordat/areas@1") return show_areas(asked);
    if (format == "concordat/indicators@1") return show_indicators(asked);
    if (format == "concordat/model@1" || is_own_language(asked.form)) return show_model(file, asked);
    if (format == "concordat/reform@1") return show_with(file, load_reform);
    if (format == "concordat/case@1") return show_with(file, load_case);
    if (format == "concordat/claims@1") return show_with(file, load_claims);
    if (format == "concordat/weights@1") return show_weights(file);
    return fail(errc::unknown_format,
                "\"" + printable(file) + "\" is \"" + format +
                    "\"; models, reforms, cases, claims, weights, areas and indicators can be shown",
                "concordat check reads every format");
}

}  // namespace concordat::cli

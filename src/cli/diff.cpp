// SPDX-License-Identifier: Apache-2.0
#include "diff.hpp"

#include "changes.hpp"
#include "diff_records.hpp"
#include "evaluation_remark.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/root.hpp"
#include "concordat/io/show.hpp"
#include "concordat/io/write_gexf.hpp"
#include "concordat/io/write_study_diff.hpp"
#include "concordat/report/change_picture.hpp"

#include <utility>

namespace concordat::cli {

namespace {

constexpr std::string_view study_format = "concordat/study@1";

answer present(const std::vector<change>& changes, const model& before, const model& after, diff_form form) {
    answer out;
    if (form == diff_form::gexf) out.output.verbatim = to_gexf(before, after);
    out.output.content = to_document(changes, before, after);
    out.output.tidy = to_sheet(changes, before, after);
    out.output.sheets = {out.output.tidy};
    return out;
}

change_view view_of(const diff_arguments& asked) {
    constexpr double width_of_whole = 860;
    change_view view;
    if (asked.layers) view.layers = *asked.layers;
    if (!asked.whole) return view;
    view.extent = change_extent::whole;
    view.row_width = width_of_whole;
    return view;
}

result<answer> against_changes(const model& before, const diff_arguments& asked) {
    CONCORDAT_TRY(const auto reforms, load_changes(asked.after, asked.at));
    CONCORDAT_TRY(const application applied, apply_recorded(reforms, before));
    auto out = present(diff(before, applied), before, applied.after, asked.form);
    if (asked.form == diff_form::svg) {
        std::vector<std::string> titles;
        for (const auto& each : reforms) titles.push_back(each.title);
        auto view = view_of(asked);
        view.title = joined(titles, "; ");
        out.output.verbatim = to_svg(change_picture(before, applied, view));
    }
    append_evaluation_remarks(out.remarks, reforms, asked.after);
    return out;
}

result<answer> between_studies(const std::string& first, const std::string& second) {
    CONCORDAT_TRY(const loaded_study before, load_study(first));
    CONCORDAT_TRY(const loaded_study after, load_study(second));
    CONCORDAT_TRY(const study_difference found, diff(before.study, after.study));
    answer out;
    out.output.content = to_document(found, before.study, after.study);
    out.output.tidy = values_sheet(found);
    out.output.sheets = to_sheets(found, before.study, after.study);
    return out;
}

/// Of all the files named, those that are no records of runs.
result<std::vector<std::string>> others_than_records(const diff_arguments& asked) {
    std::vector<std::string> others;
    std::vector<std::string> files{asked.before};
    files.insert(files.end(), asked.after.begin(), asked.after.end());
    for (const auto& file : files) {
        CONCORDAT_TRY(const std::string text, read_input(file));
        if (!looks_like_record(text)) others.push_back(file);
    }
    return others;
}

result<answer> between_records(const diff_arguments& asked, const std::vector<std::string>& others,
                               const session& around) {
    if (!others.empty() || asked.after.size() != 1)
        return fail(errc::unknown_format,
                    "the record of a run is compared with the record of one other run, and with nothing else",
                    "concordat diff BEFORE/record.json AFTER/record.json",
                    {others.empty() ? asked.after[1] : others.front(), 0, 0});
    if (asked.at)
        return fail(errc::conflicting_keys, "--at is a day that models are read as of; a run's study says its own",
                    "leave out --at");
    if (asked.form != diff_form::table)
        return fail(errc::bad_parameter, "--as gexf is for two models, and these are records of runs", {},
                    {asked.before, 0, 0});
    return compare_runs({asked.before, asked.after.front(), asked.root_before, asked.root}, around);
}

}  // namespace

result<answer> perform(const diff_arguments& asked, const session& around) {
    CONCORDAT_TRY(const auto others, others_than_records(asked));
    if (others.size() != asked.after.size() + 1) return between_records(asked, others, around);
    if (!asked.root.empty() || !asked.root_before.empty())
        return fail(errc::conflicting_keys,
                    "--models and --models-before say where the inputs of records lie, and these are no records",
                    "leave them out");
    CONCORDAT_TRY(const std::string format, load_format(asked.before));
    if ((asked.layers || asked.whole) && asked.form != diff_form::svg)
        return fail(errc::bad_parameter, "--layers and --whole are for --as svg");
    if (format == study_format && is_own_language(asked.form))
        return fail(errc::bad_parameter,
                    "--as " + std::string(diff_form_words[static_cast<std::size_t>(asked.form)]) +
                        " is for two models, and this file is " + format,
                    {}, {asked.before, 0, 0});
    if (format == study_format && asked.after.size() == 1) return between_studies(asked.before, asked.after.front());
    CONCORDAT_TRY(const model before, load_model_on(asked.before, asked.at));
    CONCORDAT_TRY(const bool changes, is_change(asked.after.front()));
    if (changes || asked.after.size() > 1) return against_changes(before, asked);
    CONCORDAT_TRY(const model after, load_model_on(asked.after.front(), asked.at));
    auto out = present(diff(before, after), before, after, asked.form);
    if (asked.form == diff_form::svg) out.output.verbatim = to_svg(change_picture(before, after, view_of(asked)));
    return out;
}

}  // namespace concordat::cli

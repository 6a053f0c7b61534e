// SPDX-License-Identifier: Apache-2.0
#include "evidence.hpp"

#include "concordat/io/check.hpp"
#include "concordat/io/directory.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/write_evidence.hpp"

#include <utility>

namespace concordat::cli {

namespace {

/// What was read, before anything is evaluated.
struct gathered_facts {
    std::vector<fact_list> lists;
    std::vector<study> studies;
};

status add_files(const std::vector<check_report>& reports, gathered_facts& into) {
    std::vector<error> problems;
    for (const auto& report : reports) {
        problems.insert(problems.end(), report.errors.begin(), report.errors.end());
        if (report.facts) into.lists.push_back(*report.facts);
    }
    if (!problems.empty()) return fail(gather(std::move(problems)));
    return {};
}

status add_directory(const std::string& path, gathered_facts& into) {
    const auto found = check_directory(path);
    return found ? add_files(found->files, into) : fail(found.error());
}

/// A study brings all it names, for its facts are theirs.
status add_study(const std::string& path, gathered_facts& into) {
    auto loaded = load_study(path);
    if (!loaded) return fail(loaded.error());
    for (auto& list : facts_within(loaded->study)) into.lists.push_back(std::move(list));
    into.studies.push_back(std::move(loaded->study));
    return {};
}

status add_path(const std::string& path, gathered_facts& into) {
    if (is_directory(path)) return add_directory(path, into);
    const auto report = check_file(path);
    if (report.format == "concordat/study@1") return add_study(path, into);
    if (report.passed() && !report.facts)
        return fail(errc::unknown_format, "\"" + path + "\" is \"" + report.format + "\", which states no facts",
                    "give models, reforms, criteria, studies, or a directory of them", source_pos{path, 0, 0});
    return add_files({report}, into);
}

result<std::vector<study_effects>> effects_of(const std::vector<study>& studies, const evidence_arguments& asked,
                                              const session& around) {
    std::vector<study_effects> found;
    for (const auto& s : studies) {
        long_work work(around);
        assumption_effect_options options;
        options.samples = asked.samples;
        options.seed = asked.seed;
        options.threads = asked.threads;
        options.progress = work.progress();
        CONCORDAT_TRY(auto effects, assumption_effects(s, options));
        study_effects& of_study = found.emplace_back();
        of_study.study = s.key;
        of_study.samples = asked.samples;
        of_study.effects = std::move(effects);
        for (const auto& weights : s.weights) of_study.weights.push_back(weights.key);
    }
    return found;
}

/// One table a baseline, of which the part about each weight set is short: where they do not fit beside each other, one
/// below the other. What tells in sentences wraps better.
void append_effects(std::vector<sheet>& sheets, sheet& table, std::size_t width) {
    if (table.columns.front().name != "without") return sheets.push_back(std::move(table));
    for (auto& part : split_to_width(table, width)) sheets.push_back(std::move(part));
}

}  // namespace

result<answer> perform(const evidence_arguments& asked, const session& around) {
    gathered_facts read;
    for (const auto& path : asked.paths)
        if (auto went = add_path(path, read); !went) return fail(std::move(went).error());
    const auto ledger = make_ledger(read.lists);
    CONCORDAT_TRY(const auto effects, effects_of(read.studies, asked, around));

    const date on = asked.on ? *asked.on : around.today;
    answer out;
    out.output.content = to_document(ledger, on, effects);
    out.output.sheets = to_sheets(ledger, on);
    out.output.tidy = effects.empty() ? facts_sheet(ledger) : effects_sheet(effects.front());
    for (const auto& of_study : effects)
        for (auto& table : to_sheets(of_study)) append_effects(out.output.sheets, table, around.width);
    return out;
}

}  // namespace concordat::cli

// SPDX-License-Identifier: Apache-2.0
/// The commands that read studies, tables and records: run, explain, evidence, sensitivity, selfcheck, rank, verify,
/// report.
/// Only arguments.cpp includes this.
#pragma once

#include "command.hpp"

namespace concordat::cli {

inline void add_evidence_command(CLI::App& app, given& all) {
    auto& evidence = add_command(
        app, all, &given::evidence, "evidence",
        "Tells what the facts rest on: how many stand at each level, which source carries how many and which of them "
        "alone,\n"
        "which sources disagree, which assumptions are made, what is past its sunset and what is unsourced. Of a study "
        "also\n"
        "what each assumption does to the result: it is taken away with all that rests on it, and the study evaluated "
        "again.\n"
        "CSV has one row a fact; of a study, one an assumption, baseline and weight set.",
        "concordat evidence models/scotland/full.toml --on 2027-07-01");
    evidence.add_option("PATH", all.evidence.paths, "Models, reforms, criteria, studies, or directories")->required();
    add_day(evidence, "--on", all.evidence.on, "The day that sunsets are held against, instead of today");
    add_count(evidence, "--samples", all.evidence.samples, "Of a study: samples for probabilities of coming first");
    add_count(evidence, "--seed", all.evidence.seed, "Instead of the study's own seed");
    add_threads(evidence, all.evidence.threads);
}

inline void add_sensitivity_commands(CLI::App& app, given& all) {
    auto& sensitivity = add_command(
        app, all, &given::sensitivity, "sensitivity",
        "Tells what would have to be true for a study to come out otherwise: where each weight and each value switches "
        "the\n"
        "first option, which weak facts carry the order, what each criterion, fact and source is worth finding out, "
        "and "
        "how\n"
        "much of the uncertainty comes from weights, values and structure. CSV has the research agenda.",
        "concordat sensitivity models/studies/ncs-inclusion.toml --baseline scotland.full --weights weights.equal");
    sensitivity.add_option("STUDY", all.sensitivity.study, "A study file")->required();
    sensitivity.add_option("--baseline", all.sensitivity.baseline, "One of the study's baselines, instead of each")
        ->type_name("KEY");
    sensitivity.add_option("--weights", all.sensitivity.weights, "One of the study's weight sets, instead of each")
        ->type_name("KEY");
    add_count(sensitivity, "--samples", all.sensitivity.samples, "Instead of the study's own number");
    add_count(sensitivity, "--seed", all.sensitivity.seed, "Instead of the study's own seed");
    add_threads(sensitivity, all.sensitivity.threads);

    auto& selfcheck = add_command(
        app, all, &given::selfcheck, "selfcheck",
        "Puts to a study the tests that an assurer would: the whole weight on one criterion gives its order, equal "
        "options\n"
        "tie, an order of options changes nothing, probabilities sum to 1, threads change no bit. Exit code 1 when one "
        "fails.",
        "concordat selfcheck models/studies/ncs-inclusion.toml");
    selfcheck.add_option("STUDY", all.selfcheck.study, "A study file")->required();
    add_count(selfcheck, "--samples", all.selfcheck.samples,
              "Samples of each ranking that is compared; 2000 without it");
    add_count(selfcheck, "--seed", all.selfcheck.seed, "Instead of the study's own seed");
}

inline void add_record_commands(CLI::App& app, given& all) {
    auto& verify = add_command(
        app, all, &given::verify, "verify",
        "Checks a run by its record: hashes the inputs and the outputs anew, runs the study again, and tells which of\n"
        "them differs, if any. Ends with 0 when all is equal and 1 when anything differs.",
        "concordat verify results/record.json");
    verify.add_option("RECORD", all.verify.record, "record.json of a run, beside its outputs")->required();
    add_inputs(verify, all.verify.root);

    auto& report = add_command(
        app, all, &given::report, "report",
        "Makes the page of a run from its record: one HTML file that needs no script and no network. The study is run\n"
        "again; inputs that are no longer those of the run are refused.",
        "concordat report results/record.json -o report.html");
    report.add_option("RECORD", all.report.record, "record.json of a run")->required();
    report.add_option("-o,--output", all.report.file, "Where the page goes, instead of stdout")->type_name("FILE");
    add_inputs(report, all.report.root);
}

/// `--also sqlite --also xlsx`, `--also sqlite,xlsx` or `--also all`.
inline void add_extra_files(CLI::App& command, extra_files& also) {
    command
        .add_option_function<std::vector<std::string>>(
            "--also",
            [&also](const std::vector<std::string>& texts) {
                std::vector<std::string_view> known(extra_file_words.begin(), extra_file_words.end());
                known.push_back("all");
                for (const auto& text : texts) {
                    const auto found = std::find(known.begin(), known.end(), text);
                    if (found == known.end())
                        throw CLI::ValidationError("\"" + printable(text) + "\" is none of the known words; " +
                                                   suggest(text, known));
                    for (std::size_t i = 0; i < extra_file_words.size(); ++i)
                        if (text == "all" || extra_file_words[i] == text) also.push_back(static_cast<extra_file>(i));
                }
            },
            "Beside them also result.sqlite, result.xlsx, or an XMCDA file for each baseline,\n"
            "which other decision programs read; may be given again")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->type_name("report|pictures|sqlite|xlsx|xmcda|all");
}

inline void add_study_commands(CLI::App& app, given& all) {
    auto& run =
        add_command(app, all, &given::run, "run",
                    "Runs a study: every option on every baseline, measured in raw units, then ranked under each "
                    "weight set. Every\n"
                    "rank comes with its probability and the standard error of that, and options that cannot be told "
                    "apart are named.\n"
                    "The same study, samples and seed give the same bytes on any machine with any number of threads.",
                    "concordat run models/studies/ncs-inclusion.toml --out results --also xlsx");
    run.add_option("STUDY", all.run.study, "A study file")->required();
    run.add_option("--out", all.run.directory,
                   "Where to write result.json, result.md, every table as CSV with dictionary.csv and\n"
                   "csv-metadata.json, and record.json, all or none")
        ->type_name("DIR");
    add_extra_files(run, all.run.also);
    run.add_flag_callback(
           "--report", [&also = all.run.also] { also.push_back(extra_file::report); },
           "The same as --also report: report.html, one page for everybody, with its summaries and worksheets")
        ->needs("--out");
    add_count(run, "--samples", all.run.samples, "Instead of the study's own number");
    add_count(run, "--seed", all.run.seed, "Instead of the study's own seed");
    add_threads(run, all.run.threads);

    auto& explain = add_command(app, all, &given::explain, "explain",
                                "Explains one value of a study: the formula, the witness, the relations it rests on "
                                "with the source of each, and\n"
                                "the steps of the option that touched them, on every baseline.",
                                "concordat explain models/studies/ncs-inclusion.toml O10 D1\n"
                                "  concordat explain models/studies/ncs-inclusion.toml O10 D1 --steps");
    explain.add_option("STUDY", all.explain.study, "A study file")->required();
    explain.add_option("OPTION", all.explain.option, "Key of an option")->required();
    explain.add_option("CRITERION", all.explain.criterion, "Key of a criterion")->required();
    explain.add_flag("--steps", all.explain.steps,
                     "Also what each part of the option adds to the value, as Shapley values over all sets of parts");
    explain
        .add_option("--threads", all.explain.threads, "For --steps; 0: as many as the machine has; changes no result")
        ->check(CLI::Range(0, 1024));

    add_evidence_command(app, all);
    add_sensitivity_commands(app, all);

    auto& rank = add_command(
        app, all, &given::rank, "rank",
        "Ranks any performance table, which need not have to do with governance: by the method that --method or the\n"
        "table names, or else by additive value, with how sure each rank is. A table may serve several methods.",
        "concordat rank cars.toml --method topsis --format json");
    rank.add_option("TABLE", all.rank.table, "A file of format concordat/table@1")->required();
    add_choice(rank, "--method", all.rank.method, decision_method_words, method_help)->type_name("METHOD");

    add_record_commands(app, all);
}

}  // namespace concordat::cli

// SPDX-License-Identifier: Apache-2.0
#include "arguments.hpp"

#include "concordat/core/config.hpp"
#include "concordat/core/text.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <sstream>
#include <type_traits>
#include <utility>

namespace concordat::cli {

namespace {

constexpr const char* exit_codes_text =
    "\nExit codes: 0 done, 1 input refused, 2 usage, 3 file cannot be read or written, 4 limit reached, 5 fault of "
    "the\n"
    "program, 130 interrupted.";

/// Everything that can be given, before it is known which command it is for.
struct given {
    check_arguments check;
    show_arguments show;
    apply_arguments apply;
    collapse_arguments collapse;
    diff_arguments diff;
    measure_arguments measure;
    run_arguments run;
    explain_arguments explain;
    evidence_arguments evidence;
    sensitivity_arguments sensitivity;
    selfcheck_arguments selfcheck;
    rank_arguments rank;
    verify_arguments verify;
    output_format format = output_format::table;
    std::function<command_line()> chosen;
};

/// An option that takes one of `words`, in the order of the enumerators of `Into`, or of what `Into` is an optional of.
template <class Into, std::size_t Count>
CLI::Option* add_choice(CLI::App& command, const char* name, Into& value,
                        const std::array<std::string_view, Count>& words, const std::string& help) {
    std::string known;
    for (const auto word : words) (known += known.empty() ? "" : "|") += word;
    return command
        .add_option_function<std::string>(
            name,
            [&value, words](const std::string& text) {
                const auto found = std::find(words.begin(), words.end(), text);
                if (found == words.end())
                    throw CLI::ValidationError("\"" + printable(text) + "\" is none of the known words; " +
                                               suggest(text, words));
                if constexpr (std::is_enum_v<Into>)
                    value = static_cast<Into>(found - words.begin());
                else
                    value = static_cast<typename Into::value_type>(found - words.begin());
            },
            help)
        ->type_name(known);
}

/// A whole number written with digits alone, so that -1 and 1e6 are refused and not converted.
template <class Number>
CLI::Option* add_count(CLI::App& command, const char* name, Number& value, const std::string& help) {
    return command
        .add_option_function<std::string>(
            name,
            [&value, name](const std::string& text) {
                std::uint64_t number = 0;
                const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
                if (!digits || text.size() > 20 || !CLI::detail::lexical_cast(text, number))
                    throw CLI::ValidationError(std::string(name) + " = \"" + printable(text) +
                                               "\", but it takes a whole number in digits, from 0 to 2^64 - 1");
                value = number;
            },
            help)
        ->type_name("N");
}

/// A day as `2026-11-22`, which has to exist.
std::optional<date> day_of(const std::string& text) {
    constexpr std::string_view form = "dddd-dd-dd";
    if (text.size() != form.size()) return std::nullopt;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != '-') return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t digits) { return std::stoi(text.substr(at, digits)); };
    const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    if (!day.ok()) return std::nullopt;
    return calendar_day(day);
}

CLI::Option* add_day(CLI::App& command, const char* name, std::optional<date>& value, const std::string& help) {
    return command
        .add_option_function<std::string>(
            name,
            [&value, name](const std::string& text) {
                value = day_of(text);
                if (!value)
                    throw CLI::ValidationError(std::string(name) + " = \"" + printable(text) +
                                               "\", but it takes a day that exists, as 2026-11-22");
            },
            help)
        ->type_name("DATE");
}

template <class Arguments>
CLI::App& add_command(CLI::App& app, given& all, Arguments given::*arguments, const char* name, const std::string& what,
                      const std::string& example) {
    CLI::App& command = *app.add_subcommand(name, what);
    command.footer("\nExample:\n  " + example + "\n" + exit_codes_text);
    add_choice(command, "--format", all.format, output_format_words,
               "How to print: for people, machines or spreadsheets");
    command.callback([&all, arguments] {
        all.chosen = [&all, arguments] { return command_line{all.*arguments, all.format}; };
    });
    return command;
}

void add_show_command(CLI::App& app, given& all) {
    auto& show =
        add_command(app, all, &given::show, "show",
                    "Shows a model as it stands once everything it extends is read, a reform with its published "
                    "evaluations, a\n"
                    "case with its timeline, findings and figures, or claims with the history of a decision. "
                    "Of several cases it\n"
                    "prints the figures that are counted in the same way, a table each. Of areas, their arrangements "
                    "with their\n"
                    "probabilities, on a map and over the years; of indicators, how far each reaches, or its rows. "
                    "GraphML opens in\n"
                    "Gephi and yEd, dot in Graphviz.",
                    "concordat show models/scotland/full.toml --as dot | dot -Tsvg > full.svg");
    show.add_option("FILE", all.show.files, "A model, reform, case, claims, areas or indicators file, or several cases")
        ->required();
    add_choice(show, "--as", all.show.form, model_form_words,
               "The form; json is the same as --format json, and the last three are for a model");
    show.add_option("--year", all.show.year, "Of areas: the year of their arrangements; without it the last change")
        ->type_name("YEAR")
        ->check(CLI::Range(1900, 2100));
    show.add_option("--area", all.show.area, "Of indicators: the rows of one area")->type_name("KEY");
    show.add_option("--indicator", all.show.indicator, "Of indicators: the rows of one indicator")->type_name("KEY");
}

void add_collapse_command(CLI::App& app, given& all) {
    auto& collapse = add_command(
        app, all, &given::collapse, "collapse",
        "Draws a model more coarsely, so that it can stand beside one that was never drawn finely: teams become the "
        "body\n"
        "they are of, or all bodies of a kind one. It can also be narrowed to some services and asked about other\n"
        "families. Prints the model as TOML, which every other command reads.",
        "concordat collapse models/scotland/full.toml --to body -o full-by-body.toml");
    collapse.add_option("MODEL", all.collapse.model, "A model file")->required();
    add_choice(collapse, "--to", all.collapse.to, resolution_words, "The resolution")->required();
    collapse.add_option("--services", all.collapse.services, "Keep what is for these, and what is general")
        ->delimiter(',');
    collapse.add_option("--families", all.collapse.families, "Families that replace the model's own")
        ->type_name("FILE");
    collapse.add_option("-o,--output", all.collapse.file, "Where the model goes, instead of stdout")->type_name("FILE");
}

void add_model_commands(CLI::App& app, given& all) {
    auto& check =
        add_command(app, all, &given::check, "check",
                    "Reads files of any kind of ours, with everything they refer to, and tells every mistake at once, "
                    "each with file,\n"
                    "line, column and a way out. For a file without mistakes it counts what its facts rest on. Of a "
                    "directory, every\n"
                    "file below it is checked; links and hidden files are left alone.",
                    "concordat check models/scotland/full.toml models/studies/ncs-inclusion.toml");
    check.add_option("FILE", all.check.files, "Files of any kind, or directories of them")->required();

    add_show_command(app, all);

    auto& apply = add_command(
        app, all, &given::apply, "apply",
        "Applies reforms to a model, in order and all of them or none, and prints the model that results as TOML, "
        "which\n"
        "every other command reads. What each step did, and which had nothing left to do, is told on stderr.",
        "concordat apply models/scotland/none.toml models/reforms/ncs/o10.toml -o after.toml");
    apply.add_option("MODEL", all.apply.model, "A model file")->required();
    apply.add_option("REFORM", all.apply.reforms, "Reform and transition files, in the order of applying")->required();
    add_day(apply, "--at", all.apply.at, "How far transitions have gone, and the day that the model is read as of");
    apply.add_option("-o,--output", all.apply.file, "Where the model goes, instead of stdout")->type_name("FILE");

    add_collapse_command(app, all);

    auto& diff = add_command(
        app, all, &given::diff, "diff",
        "Tells what differs between two models, layer by layer, or what reforms would change in one, with the step "
        "that\n"
        "changes it; or what differs between two studies of one question, in what is asked, in the models as of their\n"
        "days, and in the values measured. An actor is the same by its key, a relation by its type, ends, services, "
        "ages and role.",
        "concordat diff models/scotland/full.toml models/reforms/ncs/o9.toml");
    diff.add_option("BEFORE", all.diff.before, "A model or a study file")->required();
    diff.add_option("AFTER", all.diff.after, "Another one, or reforms and transitions in the order of applying")
        ->required();
    add_day(diff, "--at", all.diff.at, "How far transitions have gone, and the day that models are read as of");

    auto& measure = add_command(
        app, all, &given::measure, "measure",
        "Measures a model: each value with its unit and its witness, which is the path, cut, body or relation that "
        "makes\n"
        "it what it is. Without METRIC, all of them. They measure structure; no outcome follows from structure alone.",
        "concordat measure models/scotland/full.toml reach_efficiency GM11");
    measure.add_option("MODEL", all.measure.model, "A model file; none with --list");
    measure.add_option("METRIC", all.measure.measures, "Measures, by key or by GM number");
    measure.add_option("--baseline", all.measure.baseline, "The model that disruption is measured from")
        ->type_name("MODEL");
    measure.add_flag("--list", all.measure.list, "The measures, what each means and what is said against it");
}

void add_threads(CLI::App& command, unsigned& threads) {
    command.add_option("--threads", threads, "0: as many as the machine has; changes no result")
        ->type_name("N")
        ->check(CLI::Range(0, 1024));
}

void add_evidence_command(CLI::App& app, given& all) {
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

void add_sensitivity_commands(CLI::App& app, given& all) {
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

void add_study_commands(CLI::App& app, given& all) {
    auto& run =
        add_command(app, all, &given::run, "run",
                    "Runs a study: every option on every baseline, measured in raw units, then ranked under each "
                    "weight set. Every\n"
                    "rank comes with its probability and the standard error of that, and options that cannot be told "
                    "apart are named.\n"
                    "The same study, samples and seed give the same bytes on any machine with any number of threads.",
                    "concordat run models/studies/ncs-inclusion.toml --out results");
    run.add_option("STUDY", all.run.study, "A study file")->required();
    run.add_option(
           "--out", all.run.directory,
           "Where to write result.json, result.md, performance.csv, ranking.csv, with areas also area.csv, and\n"
           "record.json, all or none")
        ->type_name("DIR");
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

    auto& verify = add_command(
        app, all, &given::verify, "verify",
        "Checks a run by its record: hashes the inputs and the outputs anew, runs the study again, and tells which of\n"
        "them differs, if any. Ends with 0 when all is equal and 1 when anything differs.",
        "concordat verify results/record.json");
    verify.add_option("RECORD", all.verify.record, "record.json of a run, beside its outputs")->required();
    verify
        .add_option("--models", all.verify.root,
                    "The directory of the inputs; without it ./models, the working directory, and those of the record")
        ->type_name("DIR");
}

void describe_program(CLI::App& app) {
    app.description(
        "Compares ways of governing a public service: models of who answers to whom, reforms of them, and studies "
        "that\n"
        "rank the results and say how sure each rank is.");
    app.footer(std::string("\nconcordat COMMAND --help tells more, with an example of each.\n") + exit_codes_text);
    app.require_subcommand(1);
    app.name("concordat");
    app.set_version_flag("--version", "concordat " + std::to_string(CONCORDAT_VERSION_MAJOR) + "." +
                                          std::to_string(CONCORDAT_VERSION_MINOR) + "." +
                                          std::to_string(CONCORDAT_VERSION_PATCH) + ", numerics " +
                                          std::to_string(CONCORDAT_NUMERICS));
}

/// What is wrong, and where to read on. A word in the place of a command gets the nearest one.
std::string usage_error(const CLI::App& app, const CLI::ParseError& cause, const std::string& first) {
    std::vector<std::string> names;
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    const auto chosen = app.get_subcommands();
    const std::string help =
        "concordat " + (chosen.empty() ? std::string() : chosen.front()->get_name() + " ") + "--help";
    const bool no_command = chosen.empty() && !first.empty() && first.front() != '-';
    if (no_command)
        return "concordat: \"" + printable(first) + "\" is no command\n  hint: " + suggest(first, names) + "\n";
    return "concordat: " + printable(cause.what(), true) + "\n  hint: " + help + " tells what it takes\n";
}

/// Combinations that no single option can refuse.
void check_together(const given& all, const CLI::App& app) {
    if (app.got_subcommand("measure") && all.measure.model.empty() && !all.measure.list)
        throw CLI::RequiredError("MODEL, or --list");
    const auto form = all.show.form;
    const bool own_language = form == model_form::graphml || form == model_form::dot || form == model_form::toml;
    if (app.got_subcommand("show") && own_language && all.show.files.size() > 1)
        throw CLI::ValidationError("--as " + std::string(model_form_words[static_cast<std::size_t>(form)]) +
                                   " is the form of one model; name one FILE");
    if (app.got_subcommand("show") && own_language && all.format != output_format::table)
        throw CLI::ValidationError("--as " + std::string(model_form_words[static_cast<std::size_t>(form)]) +
                                   " is a form of its own; leave out --format");
}

}  // namespace

std::variant<command_line, farewell> read_arguments(int count, const char* const* words) {
    given all;
    CLI::App app;
    describe_program(app);
    add_model_commands(app, all);
    add_study_commands(app, all);
    try {
        app.parse(count, words);
        check_together(all, app);
        if (all.show.form == model_form::json) all.format = output_format::json;
    } catch (const CLI::Success& wish) {
        std::ostringstream text;
        (void)app.exit(wish, text, text);
        return farewell{exit_code::done, text.str()};
    } catch (const CLI::ParseError& cause) {
        return farewell{exit_code::usage, usage_error(app, cause, count > 1 ? words[1] : "")};
    }
    return all.chosen();
}

}  // namespace concordat::cli

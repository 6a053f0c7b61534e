// SPDX-License-Identifier: Apache-2.0
/// The commands that read models: check, show, apply, collapse, diff, measure. Only arguments.cpp includes this.
#pragma once

#include "command.hpp"

namespace concordat::cli {

inline void add_show_command(CLI::App& app, given& all) {
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
                    "Gephi, igraph and yEd, GEXF in Gephi and NetworkX, dot in Graphviz, svg in any browser.",
                    "concordat show models/scotland/full.toml --as dot | dot -Tsvg > full.svg");
    show.add_option("FILE", all.show.files, "A model, reform, case, claims, areas or indicators file, or several cases")
        ->required();
    add_choice(show, "--as", all.show.form, model_form_words,
               "The form; json is the same as --format json, and those after it are for a model");
    add_layers(show, all.show.layers, "Of a drawing: which relations; accountability and delegation without it");
    show.add_option("--year", all.show.year, "Of areas: the year of their arrangements; without it the last change")
        ->type_name("YEAR")
        ->check(CLI::Range(1900, 2100));
    show.add_option("--area", all.show.area, "Of indicators: the rows of one area")->type_name("KEY");
    show.add_option("--indicator", all.show.indicator, "Of indicators: the rows of one indicator")->type_name("KEY");
}

inline void add_collapse_command(CLI::App& app, given& all) {
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

inline void add_diff_command(CLI::App& app, given& all) {
    auto& diff = add_command(
        app, all, &given::diff, "diff",
        "Tells what differs between two models, layer by layer, or what reforms would change in one, with the step "
        "that\n"
        "changes it; or what differs between two studies of one question, in what is asked, in the models as of their\n"
        "days, and in the values measured. An actor is the same by its key, a relation by its type, ends, services, "
        "ages and role.\n"
        "Of two runs, by their records: what went in and is not the same, how much of the change each input explains, "
        "and\n"
        "what came out. For the shares every mixture of the two sets of inputs is evaluated.",
        "concordat diff models/scotland/full.toml models/reforms/ncs/o9.toml\n"
        "  concordat diff before/record.json after/record.json --models-before models-before");
    diff.add_option("BEFORE", all.diff.before, "A model, a study file, or record.json of a run")->required();
    diff.add_option("AFTER", all.diff.after, "Another one, or reforms and transitions in the order of applying")
        ->required();
    add_day(diff, "--at", all.diff.at, "How far transitions have gone, and the day that models are read as of");
    add_choice(diff, "--as", all.diff.form, diff_form_words,
               "The form; json is the same as --format json; of models svg, a drawing, and gexf: both in one graph\n"
               "with two slices of time, for Gephi");
    add_layers(diff, all.diff.layers, "Of a drawing: whose changes; of every layer without it");
    diff.add_flag("--whole", all.diff.whole, "Of a drawing: all that stays too, not the changes alone");
    add_inputs(diff, all.diff.root);
    diff.add_option("--models-before", all.diff.root_before,
                    "The same for the first of two records; without it also that of --models")
        ->type_name("DIR");
}

inline void add_model_commands(CLI::App& app, given& all) {
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

    add_diff_command(app, all);

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

}  // namespace concordat::cli

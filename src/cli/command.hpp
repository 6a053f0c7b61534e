// SPDX-License-Identifier: Apache-2.0
/// What every command has in common on the command line: where its arguments go, its help, its format. Only
/// arguments.cpp includes this.
#pragma once

#include "arguments.hpp"
#include "options.hpp"

#include <functional>
#include <string>

namespace concordat::cli {

inline constexpr const char* exit_codes_text =
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
    report_arguments report;
    output_format format = output_format::table;
    std::function<command_line()> chosen;
};

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

/// Where a record's inputs lie.
inline void add_inputs(CLI::App& command, std::string& root) {
    command
        .add_option("--models", root,
                    "The directory of the inputs; without it ./models, the working directory, and those of the record")
        ->type_name("DIR");
}

}  // namespace concordat::cli

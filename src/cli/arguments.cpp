// SPDX-License-Identifier: Apache-2.0
#include "arguments.hpp"

#include "command.hpp"
#include "model_commands.hpp"
#include "study_commands.hpp"

#include "concordat/core/config.hpp"
#include "concordat/core/text.hpp"

#include <CLI/CLI.hpp>

#include <sstream>
#include <string>
#include <vector>

namespace concordat::cli {

namespace {

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
    if (app.got_subcommand("run") && !all.run.also.empty() && all.run.directory.empty())
        throw CLI::RequiredError("--out DIR, where --also writes to");
    const auto form = all.show.form;
    const bool own_language = is_own_language(form);
    if (app.got_subcommand("show") && own_language && all.show.files.size() > 1)
        throw CLI::ValidationError("--as " + std::string(model_form_words[static_cast<std::size_t>(form)]) +
                                   " is the form of one model; name one FILE");
    if (app.got_subcommand("show") && own_language && all.format != output_format::table)
        throw CLI::ValidationError("--as " + std::string(model_form_words[static_cast<std::size_t>(form)]) +
                                   " is a form of its own; leave out --format");
    if (app.got_subcommand("diff") && is_own_language(all.diff.form) && all.format != output_format::table)
        throw CLI::ValidationError("--as " + std::string(diff_form_words[static_cast<std::size_t>(all.diff.form)]) +
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
        if (all.show.form == model_form::json || all.diff.form == diff_form::json) all.format = output_format::json;
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

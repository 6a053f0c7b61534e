// SPDX-License-Identifier: Apache-2.0
/// The command line as a value. The one file that reads it is arguments.cpp.
#pragma once

#include "apply.hpp"
#include "check.hpp"
#include "collapse.hpp"
#include "diff.hpp"
#include "evidence.hpp"
#include "explain.hpp"
#include "measure.hpp"
#include "presentation.hpp"
#include "rank.hpp"
#include "report.hpp"
#include "run.hpp"
#include "selfcheck.hpp"
#include "sensitivity.hpp"
#include "show.hpp"
#include "verify.hpp"

#include <string>
#include <variant>

namespace concordat::cli {

struct command_line {
    std::variant<check_arguments, show_arguments, apply_arguments, collapse_arguments, diff_arguments,
                 measure_arguments, run_arguments, explain_arguments, evidence_arguments, sensitivity_arguments,
                 selfcheck_arguments, rank_arguments, verify_arguments, report_arguments>
        command;
    output_format format = output_format::table;
};

/// Nothing is to be run: help was asked for, or the command line is wrong.
struct farewell {
    exit_code code = exit_code::done;
    std::string text;  ///< to stdout when done, else to stderr
};

[[nodiscard]] std::variant<command_line, farewell> read_arguments(int count, const char* const* words);

}  // namespace concordat::cli

// SPDX-License-Identifier: Apache-2.0
/// What a command has to say, before it is decided how it looks: the same content for a machine, a spreadsheet and a
/// person.
#pragma once

#include "exit_code.hpp"

#include "concordat/core/error.hpp"
#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::cli {

enum class output_format { table, json, csv, md };
inline constexpr std::array<std::string_view, 4> output_format_words = {"table", "json", "csv", "md"};

struct presentation {
    document content;           ///< for a machine; a schema under schemas/ describes it
    sheet tidy;                 ///< for a spreadsheet: one table, one thing a row
    std::vector<sheet> sheets;  ///< for a person, in the order of reading
    /// Text in a language of its own, as TOML or GraphML: then it is what `table` prints.
    std::optional<std::string> verbatim;
};

/// How a command went. `remarks` go to stderr, whatever the format, so that stdout can be piped on.
struct answer {
    presentation output;
    std::vector<std::string> remarks;
    exit_code code = exit_code::done;
};

/// `width` is that of the terminal, for `table`.
[[nodiscard]] result<std::string> rendered(const presentation&, output_format, std::size_t width, text_style);

}  // namespace concordat::cli

// SPDX-License-Identifier: Apache-2.0
/// A TOML file as values with places: what the readers of all formats read from, so that the parsing library stays in
/// one file (`read_toml.ipp`), and the list of everything that is wrong with what was read.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace concordat::detail::input {

/// Limits that no honest file meets. Brackets and the parts of the keys before them count together: the parser and
/// every walk over its result go that deep, and the host's stack may be small.
inline constexpr std::size_t nesting_limit = 32;
inline constexpr std::size_t key_parts_limit = 16;
inline constexpr std::size_t text_size_limit = std::size_t{64} << 10;
/// How many problems are told; of the others, only their number.
inline constexpr std::size_t problem_limit = 20;

/// Line and column, in characters, from 1.
struct tree_place {
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    friend auto operator<=>(const tree_place&, const tree_place&) = default;
};

struct tree_value;
struct tree_entry;
/// TOML has times of day and instants; no format here does.
struct tree_time {};
using tree_array = std::vector<tree_value>;
/// In the order of the file.
using tree_table = std::vector<tree_entry>;

struct tree_value {
    std::variant<bool, std::int64_t, double, std::string, date, tree_time, tree_array, tree_table> content;
    tree_place at;
};

struct tree_entry {
    std::string key;
    tree_place at;
    tree_value value;
};

/// Everything that is wrong so far. Deterministic: what is told does not depend on the order of finding.
class problem_list {
public:
    /// With its followers, each as a problem of its own.
    void add(error e);
    [[nodiscard]] bool empty() const noexcept { return found_.empty(); }
    /// All as one error, by path, line and column, each once; beyond the limit only how many more. May not be empty.
    [[nodiscard]] error gathered();

private:
    void keep_first();
    std::vector<error> found_;
    std::size_t dropped_ = 0;
};

/// Refuses, before the parser meets them, texts that are no UTF-8, hold control characters, nest too deep, have keys of
/// too many parts, headers without a name, or numbers that a double cannot hold. One pass, no recursion.
[[nodiscard]] std::optional<error> scan_text(std::string_view text, const std::string& path);

/// Of these, what holds for every text: UTF-8, and no control characters but tabs and line ends.
[[nodiscard]] std::optional<error> scan_encoding(std::string_view text, const std::string& path);

/// The whole text as a table. Problems, syntax among them, go to the list; then nothing comes back.
[[nodiscard]] std::optional<tree_value> parse_text(std::string_view text, const std::string& path,
                                                   problem_list& problems);

}  // namespace concordat::detail::input

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/read_problems.ipp"
#include "concordat/impl/read_scan.ipp"
#include "concordat/impl/read_toml.ipp"
#endif

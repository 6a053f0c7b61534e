// SPDX-License-Identifier: Apache-2.0
/// Text as a person or another program reads it: the nearest known name, identifiers, and numbers that survive a round
/// trip.
#pragma once

#include "concordat/core/config.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// The known name closest to `seen` by Damerau's edit distance (insert, delete, change, exchange of neighbours). Names
/// that differ in more than a third of their letters (two are always allowed), or of which nothing is left, do not
/// count as near; ties go to the earlier name. O(|seen| · sum of |known|).
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view seen, std::span<const std::string> known);
[[nodiscard]] std::optional<std::string> nearest_name(std::string_view seen, std::span<const std::string_view> known);

/// `did you mean "x"?`, or the known names when none is near and they are at most twelve, else nothing.
[[nodiscard]] std::string suggest(std::string_view seen, std::span<const std::string> known);
[[nodiscard]] std::string suggest(std::string_view seen, std::span<const std::string_view> known);

/// `[a-z0-9][a-z0-9._-]{0,63}`, the form of every key.
[[nodiscard]] bool is_identifier(std::string_view text);
/// The same with upper-case letters, for the keys of criteria, gates and options.
[[nodiscard]] bool is_label(std::string_view text);

/// The shortest text that reads back as the same double. "nan" and "inf" never come out: those are programmer errors.
[[nodiscard]] std::string shortest(double value);
/// With at most `digits` after the point, trailing zeros cut; for people. Rounds half to even as printed by to_chars.
[[nodiscard]] std::string rounded(double value, int digits);
/// The shortest, with the large numbers that a person would write out written out: 1200000000, not 1.2e+09. From 1e15
/// on as `shortest`.
[[nodiscard]] std::string plain(double value);
/// A whole text as a finite double; nothing for anything else, including values too small or too large to hold.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);

/// Control and direction characters (C0, DEL, C1, U+061C, U+200E/F, U+2028–E, U+2066–9), and bytes that are no UTF-8,
/// as
/// `\u001b`. Tabs and newlines too, unless `keep_newlines`.
[[nodiscard]] std::string printable(std::string_view text, bool keep_newlines = false);

/// `a, b and c`.
[[nodiscard]] std::string listed(std::span<const std::string> items);
[[nodiscard]] std::string joined(std::span<const std::string> items, std::string_view between);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/core_text.ipp"
#endif

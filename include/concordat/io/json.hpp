// SPDX-License-Identifier: Apache-2.0
/// JSON (RFC 8259) out of a document and into one. What is written is ASCII-safe where it matters: no control,
/// direction or line-separator character and no `<` ever stands in it raw, so it can go to a terminal or into a page's
/// script element.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/io/document.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace concordat {

/// How deep lists and objects may stand in each other, read or written.
inline constexpr std::size_t json_depth_limit = 64;

/// The document as indented JSON with a newline at its end; the same document gives the same bytes everywhere. A list
/// or object of plain values stands on one line where it fits. Doubles are the shortest that read back the same and
/// always show a point or an exponent, so that whole numbers and doubles come back as what they were. Bytes that are no
/// UTF-8 become U+FFFD. A number that is not finite is refused with its place in the document (E402), as is depth
/// beyond the limit (E103). O(size).
[[nodiscard]] result<std::string> to_json(const document&);

/// Reads JSON. Depth beyond the limit (E103), text that is no JSON or no UTF-8 (E101, with line and column), a key that
/// stands twice in one object (E206) and numbers that a double cannot hold (E401) are refused. `path` is for the
/// messages. O(size) for objects of bounded size.
[[nodiscard]] result<document> parse_json(std::string_view text, const std::string& path = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_json.ipp"
#endif

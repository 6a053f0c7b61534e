// SPDX-License-Identifier: Apache-2.0
/// A text for people, as a value: headings, paragraphs, lists and tables in their order. A page, a Markdown file and a
/// terminal each show it in their own way; none of them has to take strings of markup apart. Words that come from an
/// input file are marked as such, so that every writer treats them as text, and a reading age can leave them out.
#pragma once

#include "concordat/io/sheet.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace concordat {

/// Where words come from. All of them may hold anything and are escaped by whoever shows them.
enum class phrase_kind : std::uint8_t {
    ours,   ///< of a template
    title,  ///< of an input file; shown between quotation marks: an option, a question, a criterion
    name,   ///< of an input file; shown as it is: an area, a unit, a key
};

/// A run of words inside a sentence. With a `url` it is a link; what is no address of the web is shown as text.
struct phrase {
    std::string text;
    phrase_kind kind = phrase_kind::ours;
    std::string url{};
    friend bool operator==(const phrase&, const phrase&) = default;
};

/// A sentence or several. Spaces between phrases are part of them.
using sentence = std::vector<phrase>;

/// 1 is the title of the text, 2 a part of it, 3 a part of a part.
struct prose_heading {
    int level = 2;
    sentence words;
    friend bool operator==(const prose_heading&, const prose_heading&) = default;
};
struct prose_paragraph {
    sentence words;
    friend bool operator==(const prose_paragraph&, const prose_paragraph&) = default;
};
/// The items stand in no order unless `numbered`.
struct prose_list {
    std::vector<sentence> items;
    bool numbered = false;
    friend bool operator==(const prose_list&, const prose_list&) = default;
};

/// A table has its heading before it as a block of its own, so its `title` is for who does not see that.
using prose_block = std::variant<prose_heading, prose_paragraph, prose_list, sheet>;

/// `key` is an identifier that tells the texts of one page apart.
struct prose {
    std::string key;
    std::vector<prose_block> blocks;
};

/// Whether a page may make a link of it: it starts with `https://` or `http://` and holds nothing but the characters of
/// an address (RFC 3986).
[[nodiscard]] bool is_web_address(std::string_view url) noexcept;

/// A sentence as one line of text: titles between quotation marks, an address in brackets behind its link. Control and
/// direction characters are shown as `\u001b`.
[[nodiscard]] std::string to_text(const sentence&);

/// GitHub's Markdown, with every character that is markup escaped. The first heading is `#`.
[[nodiscard]] std::string to_markdown(const prose&);

/// For a terminal `width` columns wide; 0: as wide as it takes. Headings are underlined, so that they stand out without
/// colour.
[[nodiscard]] std::string to_text(const prose&, std::size_t width, text_style style = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_prose.ipp"
#endif

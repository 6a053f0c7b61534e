// SPDX-License-Identifier: Apache-2.0
// Writing HTML: headings, paragraphs, tables and figures, whose words are escaped where they are written, so that a
// label cannot act. What a section is made of; the page around them has the style. Internal.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/impl/write_xml.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/report/picture.hpp"
#include "concordat/report/prose.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat::detail::html {

/// A sheet with more columns than this may be wider than a telephone: it gets a frame of its own that scrolls, which a
/// keyboard can reach.
inline constexpr std::size_t most_narrow_columns = 3;

/// Words as HTML shows them. Control and direction characters come out as `\u202e`.
inline std::string text(std::string_view words) { return writing::xml_text(printable(words)); }

/// An identifier from any words: letters and digits of ASCII, all else a hyphen.
inline std::string identifier(std::string_view words) {
    std::string made;
    for (const char c : words) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        made += plain ? c : '-';
    }
    return made;
}

/// What is written so far. Headings nest: a section opens with one, and what is in it has lower ones.
struct document_part {
    std::string out{};
    int level = 1;           ///< of the next heading
    std::size_t tables = 0;  ///< written so far, for their identifiers
};

inline void heading(document_part& part, std::string_view words, std::string_view id = {}) {
    const std::string tag = "h" + std::to_string(part.level);
    part.out += "<" + tag + (id.empty() ? std::string() : " id=\"" + std::string(id) + "\"") + ">" + text(words) +
                "</" + tag + ">\n";
}

inline void paragraph(document_part& part, std::string_view words, std::string_view look = {}) {
    part.out += look.empty() ? "<p>" : "<p class=\"" + std::string(look) + "\">";
    part.out += text(words) + "</p>\n";
}

inline void list(document_part& part, const std::vector<std::string>& items, std::string_view look = {}) {
    if (items.empty()) return;
    part.out += look.empty() ? "<ul>" : "<ul class=\"" + std::string(look) + "\">";
    for (const auto& item : items) part.out += "<li>" + text(item) + "</li>";
    part.out += "</ul>\n";
}

/// A link, if the address is one of the web; else its words alone.
inline std::string link(std::string_view words, std::string_view url) {
    if (!is_web_address(url)) return text(words);
    return "<a href=\"" + text(url) + "\">" + text(words) + "</a>";
}

inline std::string heading_words(const column& c) { return c.unit.empty() ? c.name : c.name + " (" + c.unit + ")"; }

/// So many columns at the left are words, and all others figures, which stand to the right; nothing where they mix, so
/// that each cell must say so for itself. A page has thousands of cells.
inline std::optional<std::size_t> words_before_figures(const sheet& table) {
    constexpr std::size_t most = 4;  // the style knows no more
    const auto is_figure = [](const column& c) { return c.align == alignment::right; };
    const auto figures = std::find_if(table.columns.begin(), table.columns.end(), is_figure);
    const auto words = static_cast<std::size_t>(figures - table.columns.begin());
    if (words == 0 || words > most || !std::all_of(figures, table.columns.end(), is_figure)) return std::nullopt;
    return words;
}

inline std::string look_of(const sheet& table, std::size_t column) {
    return table.columns[column].align == alignment::right && !words_before_figures(table) ? " class=\"n\"" : "";
}

inline void table_head(std::string& out, const sheet& table) {
    out += "<thead><tr>";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        out += "<th scope=\"col\"" + look_of(table, i) + ">" + text(heading_words(table.columns[i])) + "</th>";
    out += "</tr></thead>\n";
}

inline void table_row(std::string& out, const sheet& table, const std::vector<cell>& row) {
    out += "<tr><th scope=\"row\"" + look_of(table, 0) + ">" + text(row.front().text) + "</th>";
    for (std::size_t i = 1; i < row.size(); ++i) out += "<td" + look_of(table, i) + ">" + text(row[i].text) + "</td>";
    out += "</tr>\n";
}

/// A table with its caption, and its notes below. One without rows is its notes alone.
inline void table(document_part& part, const sheet& shown, std::string_view caption = {}) {
    if (!shown.rows.empty()) {
        const std::string id = "table-" + std::to_string(++part.tables);
        const bool scrolls = shown.columns.size() > most_narrow_columns;
        if (scrolls) part.out += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + id + "\">";
        const auto words = words_before_figures(shown);
        part.out += words ? "<table class=\"w" + std::to_string(*words) + "\">" : "<table>";
        part.out += "<caption id=\"" + id + "\">" + text(caption.empty() ? shown.title : caption) + "</caption>\n";
        table_head(part.out, shown);
        part.out += "<tbody>\n";
        for (const auto& row : shown.rows) table_row(part.out, shown, row);
        part.out += scrolls ? "</tbody></table></div>\n" : "</tbody></table>\n";
    }
    list(part, shown.notes, "notes");
}

/// Without the columns of those names.
inline sheet without_columns(sheet shown, std::initializer_list<std::string_view> names) {
    for (std::size_t c = shown.columns.size(); c-- > 0;) {
        if (std::find(names.begin(), names.end(), shown.columns[c].name) == names.end()) continue;
        shown.columns.erase(shown.columns.begin() + static_cast<std::ptrdiff_t>(c));
        for (auto& row : shown.rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(c));
    }
    return shown;
}

/// What can be folded away. Print shows it open.
class folded {
public:
    folded(document_part& part, std::string_view summary) : part_(part) {
        part_.out += "<details><summary>" + text(summary) + "</summary>\n";
    }
    folded(const folded&) = delete;
    folded& operator=(const folded&) = delete;
    ~folded() { part_.out += "</details>\n"; }

private:
    document_part& part_;
};

/// The drawing with its size, so that a page that is narrower scrolls it and does not shrink its letters.
inline std::string at_own_size(const picture& shown) {
    constexpr std::string_view element = "<svg";
    return std::string(element) + " width=\"" + rounded(shown.width, 0) + "\" height=\"" + rounded(shown.height, 0) +
           "\"" + shown.svg.substr(element.size());
}

/// A picture under its finding, and every number of it below.
inline void figure(document_part& part, const picture& shown) {
    part.out += "<figure id=\"" + identifier(shown.key) + "\"><figcaption>";
    const std::string tag = "h" + std::to_string(part.level);
    part.out += "<" + tag + ">" + text(shown.headline) + "</" + tag + "><p class=\"sub\">" + text(shown.subtitle) +
                "</p></figcaption>\n";
    if (shown.wide())
        part.out += "<div class=\"scroll wide\" role=\"region\" tabindex=\"0\" aria-label=\"" +
                    text("Drawing: " + shown.headline) + "\">" + at_own_size(shown) + "</div>\n";
    else
        part.out += "<div class=\"drawing\">" + shown.svg + "</div>\n";
    {
        const folded numbers(part, "The numbers of this picture");
        table(part, shown.table);
    }
    part.out += "</figure>\n";
}

/// Sentences of a prose text: titles of others stand between quotation marks.
inline std::string sentence_words(const sentence& s) {
    std::string out;
    for (const auto& each : s) {
        const std::string words = each.kind == phrase_kind::title ? "\u2018" + each.text + "\u2019" : each.text;
        out += each.url.empty() ? text(words) : link(words, each.url);
    }
    return out;
}

/// A text of headings, paragraphs and lists; its headings start at the part's level.
inline void prose_text(document_part& part, const prose& told, bool with_title) {
    const int base = part.level;
    for (const auto& block : told.blocks) {
        if (const auto* h = std::get_if<prose_heading>(&block)) {
            if (h->level == 1 && !with_title) continue;
            const std::string tag = "h" + std::to_string(base + h->level - (with_title ? 1 : 2));
            part.out += "<" + tag + ">" + sentence_words(h->words) + "</" + tag + ">\n";
        } else if (const auto* p = std::get_if<prose_paragraph>(&block)) {
            part.out += "<p>" + sentence_words(p->words) + "</p>\n";
        } else if (const auto* l = std::get_if<prose_list>(&block)) {
            part.out += l->numbered ? "<ol>" : "<ul>";
            for (const auto& item : l->items) part.out += "<li>" + sentence_words(item) + "</li>";
            part.out += l->numbered ? "</ol>\n" : "</ul>\n";
        } else {
            table(part, std::get<sheet>(block));
        }
    }
}

}  // namespace concordat::detail::html

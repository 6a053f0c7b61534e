// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/prose.hpp"

#include "concordat/core/text.hpp"
#include "concordat/core/utf8.hpp"
#include "concordat/impl/write_lines.hpp"
#include "concordat/impl/write_markdown.hpp"

#include <algorithm>

namespace concordat {

namespace detail::telling {

inline constexpr std::string_view open_quote = "\u201c";
inline constexpr std::string_view close_quote = "\u201d";

inline std::string marked(const phrase& p, std::string text) {
    if (p.kind != phrase_kind::title) return text;
    return std::string(open_quote) + std::move(text) + std::string(close_quote);
}

/// `at_start`: of a line, where a list, a rule or a heading could begin.
inline std::string markdown_sentence(const sentence& words, bool at_start) {
    std::string out;
    for (const auto& each : words) {
        const bool starts = at_start && out.empty() && each.kind != phrase_kind::title;
        std::string text = marked(each, writing::markdown_text(each.text, starts));
        // Between angle brackets an address may hold round ones; `is_web_address` lets no angle bracket in.
        if (is_web_address(each.url)) text = "[" + text + "](<" + each.url + ">)";
        out += text;
    }
    return out;
}

inline void append_markdown(std::string& out, const prose_heading& heading) {
    out += std::string(static_cast<std::size_t>(std::clamp(heading.level, 1, 6)), '#') + " " +
           markdown_sentence(heading.words, true) + "\n";
}

inline void append_markdown(std::string& out, const prose_paragraph& paragraph) {
    out += markdown_sentence(paragraph.words, true) + "\n";
}

inline void append_markdown(std::string& out, const prose_list& list) {
    for (std::size_t i = 0; i < list.items.size(); ++i)
        out += (list.numbered ? std::to_string(i + 1) + ". " : "- ") + markdown_sentence(list.items[i], true) + "\n";
}

inline void append_markdown(std::string& out, const sheet& table) {
    sheet untitled = table;
    untitled.title.clear();
    out += to_markdown(untitled);
}

/// How a terminal wants a text.
struct terminal {
    std::size_t width = 0;
    text_style style{};
};

/// Lines that begin with `first`, and further ones with as much space.
inline void append_indented(std::string& out, const std::string& text, const std::string& first, std::size_t width) {
    const std::size_t room = width > first.size() + 8 ? width - first.size() : width == 0 ? 0 : 8;
    bool begun = false;
    for (const auto& line : writing::wrapped(text, room)) {
        out += (begun ? std::string(first.size(), ' ') : first) + line + "\n";
        begun = true;
    }
}

inline void append_text(std::string& out, const prose_heading& heading, const terminal& on) {
    std::size_t longest = 0;
    for (const auto& line : writing::wrapped(to_text(heading.words), on.width)) {
        out += writing::emphasised(line, on.style) + "\n";
        longest = std::max(longest, display_width(line));
    }
    if (heading.level < 3) out += std::string(longest, heading.level == 1 ? '=' : '-') + "\n";
}

inline void append_text(std::string& out, const prose_paragraph& paragraph, const terminal& on) {
    append_indented(out, to_text(paragraph.words), "", on.width);
}

inline void append_text(std::string& out, const prose_list& list, const terminal& on) {
    for (std::size_t i = 0; i < list.items.size(); ++i)
        append_indented(out, to_text(list.items[i]), list.numbered ? std::to_string(i + 1) + ". " : "- ", on.width);
}

inline void append_text(std::string& out, const sheet& table, const terminal& on) {
    sheet untitled = table;
    untitled.title.clear();
    out += to_text(untitled, on.width, on.style);
}

}  // namespace detail::telling

CONCORDAT_INLINE bool is_web_address(std::string_view url) noexcept {
    constexpr std::string_view also = "-._~:/?#[]@!$&'()*+,;=%";
    if (!url.starts_with("https://") && !url.starts_with("http://")) return false;
    return std::all_of(url.begin(), url.end(), [&](char c) {
        const bool plain_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return plain_letter || also.find(c) != std::string_view::npos;
    });
}

CONCORDAT_INLINE std::string to_text(const sentence& words) {
    std::string out;
    for (const auto& each : words) {
        out += detail::telling::marked(each, printable(each.text));
        if (!each.url.empty()) out += " (" + printable(each.url) + ")";
    }
    return out;
}

CONCORDAT_INLINE std::string to_markdown(const prose& text) {
    std::string out;
    for (const auto& block : text.blocks) {
        if (!out.empty()) out += '\n';
        std::visit([&](const auto& each) { detail::telling::append_markdown(out, each); }, block);
    }
    return out;
}

CONCORDAT_INLINE std::string to_text(const prose& text, std::size_t width, text_style style) {
    std::string out;
    for (const auto& block : text.blocks) {
        if (!out.empty()) out += '\n';
        const detail::telling::terminal on{width, style};
        std::visit([&](const auto& each) { detail::telling::append_text(out, each, on); }, block);
    }
    return out;
}

}  // namespace concordat

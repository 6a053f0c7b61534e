// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_tree.hpp"

#include "concordat/core/text.hpp"
#include "concordat/core/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

namespace concordat::detail::input {

/// Where a byte stands: lines by line feeds, columns by characters.
inline source_pos place_of_byte(std::string_view text, std::size_t at, const std::string& path) {
    const std::string_view before = text.substr(0, at);
    const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
    const auto starts_character = [](char c) { return (static_cast<unsigned char>(c) & 0xc0u) != 0x80u; };
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto column =
        1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(), starts_character);
    return {path, static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(column)};
}

CONCORDAT_INLINE std::optional<error> scan_encoding(std::string_view text, const std::string& path) {
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        const auto point = first_code_point(text.substr(at));
        if (!point.whole)
            return error{
                errc::bad_encoding, "the file is not UTF-8", "save it as UTF-8", place_of_byte(text, at, path), {}};
        const bool line_end = c == '\n' || (c == '\r' && text.substr(at + 1, 1) == "\n");
        if ((c < 0x20 && c != '\t' && !line_end) || c == 0x7f) {
            const std::string shown =
                c == 0 ? "a NUL character" : "the control character " + printable(text.substr(at, 1));
            return error{errc::bad_encoding,
                         shown + " stands in the text",
                         "of these, a text file holds tabs and line ends only",
                         place_of_byte(text, at, path),
                         {}};
        }
        at += point.bytes;
    }
    return std::nullopt;
}

/// Walks over the outline of a TOML text: headers, keys, brackets and strings, not their meaning. It must never see
/// less depth than the parser does; what it takes for well-formed and is not, the parser refuses.
class outline_scan {
public:
    explicit outline_scan(std::string_view text) : text_(text) {}

    struct fault {
        errc code;
        std::string message;
        std::string hint;
        std::size_t at;
    };

    [[nodiscard]] std::optional<fault> run() {
        while (at_ < text_.size() && !fault_) {
            skip_blanks();
            if (peek() == '[')
                header();
            else
                expression();
        }
        return std::move(fault_);
    }

private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\n';
    }
    void skip_blanks() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }
    void refuse(errc code, std::string message, std::string hint = {}) {
        if (!fault_) fault_ = fault{code, std::move(message), std::move(hint), at_};
    }

    /// From the opening quotes to behind the closing ones. A string that never closes is left to the parser.
    void skip_string() {
        const char quote = text_[at_];
        const bool long_form = peek(1) == quote && peek(2) == quote;
        at_ += long_form ? 3 : 1;
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\\' && quote == '"') {
                ++at_;
                continue;
            }
            if (!long_form && text_[at_] == '\n') return;
            if (text_[at_] != quote || (long_form && (peek(1) != quote || peek(2) != quote))) continue;
            at_ += long_form ? 3 : 1;
            for (int extra = 0; long_form && extra < 2 && peek() == quote; ++extra) ++at_;  // two more may belong to it
            return;
        }
        at_ = std::min(at_, text_.size());
    }

    void refuse_key_parts() {
        refuse(errc::key_too_long, "a key has more than " + std::to_string(key_parts_limit) + " parts",
               "parts are what the dots separate");
    }

    /// One part of a header's name.
    bool header_part() {
        skip_blanks();
        const auto start = at_;
        if (peek() == '"' || peek() == '\'') {
            skip_string();
        } else {
            const auto bare = [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                       c == '-';
            };
            while (at_ < text_.size() && bare(text_[at_])) ++at_;
        }
        if (at_ == start)
            refuse(errc::bad_syntax, "a table's header has no name here", "[name], or [[name]] for one of a list");
        skip_blanks();
        return !fault_;
    }

    void header() {
        const std::size_t brackets = peek(1) == '[' ? 2 : 1;
        at_ += brackets;
        for (std::size_t parts = 1; header_part(); ++parts) {
            if (parts > key_parts_limit) return refuse_key_parts();
            if (peek() != '.') break;
            ++at_;
        }
        for (std::size_t closed = 0; closed < brackets && !fault_; ++closed, ++at_)
            if (peek() != ']')
                refuse(errc::bad_syntax, "a table's header is not closed",
                       brackets == 2 ? "write ]] here" : "write ] here");
        if (!fault_) skip_line();
    }

    void open_bracket() {
        depth_ += std::exchange(key_parts_, 1);
        open_.emplace_back(text_[at_], depth_);
        if (depth_ > nesting_limit)
            refuse(errc::nested_too_deep,
                   "brackets are nested deeper than " + std::to_string(nesting_limit) + " levels",
                   "each part of a dotted key before a bracket is a level too");
    }
    void close_bracket() {
        if (!open_.empty()) open_.pop_back();
        depth_ = open_.empty() ? 0 : open_.back().second;
    }

    /// `1e-400` is not 0, and `1e999` no number at all: a value that a double cannot hold is refused, never changed.
    void number() {
        const auto end = std::min(text_.find_first_of(" \t\r\n,]}#", at_), text_.size());
        std::string digits(text_.substr(at_, end - at_));
        if (digits.find_first_not_of("+-0123456789_.eE") == std::string::npos &&
            digits.find_first_of(".eE") != std::string::npos) {
            std::erase(digits, '_');
            const std::string_view number = std::string_view(digits).substr(digits.front() == '+' ? 1 : 0);
            double value = 0;
            const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
            const bool all = read.ptr == number.data() + number.size();
            const bool digits_lost =
                value == 0 &&
                number.substr(0, number.find_first_of("eE")).find_first_of("123456789") != std::string_view::npos;
            if (all && (read.ec == std::errc::result_out_of_range || (read.ec == std::errc{} && digits_lost)))
                refuse(errc::out_of_range,
                       printable(text_.substr(at_, std::min<std::size_t>(end - at_, 40))) +
                           " is a number too small or too large to be held",
                       "numbers lie between 5e-324 and 1.7e308, or are 0");
        }
        at_ = end;
    }

    /// A key and its value, to the end of its last line.
    void expression() {
        std::size_t parts = 1;
        bool value_next = false;
        key_parts_ = 1;
        open_.clear();
        depth_ = 0;
        while (at_ < text_.size() && !fault_) {
            const char c = text_[at_];
            if (c == '\n' && open_.empty()) {
                ++at_;
                return;
            }
            if (c == '#') {
                skip_line();
            } else if (c == '"' || c == '\'') {
                skip_string();
                value_next = false;
            } else if (value_next && (c == '+' || c == '-' || (c >= '0' && c <= '9'))) {
                number();
                value_next = false;
            } else {
                if (c == '=') key_parts_ = parts;
                if (c == '[' || c == '{') open_bracket();
                if (c == ']' || c == '}') close_bracket();
                if (c == '.' && ++parts > key_parts_limit) refuse_key_parts();
                if (c == '=' || c == ',' || c == '[' || c == '{' || c == '\n') parts = 1;
                const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
                if (!blank)
                    value_next = c == '=' || c == '[' || (c == ',' && !open_.empty() && open_.back().first == '[');
                ++at_;
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<std::pair<char, std::size_t>> open_;  ///< brackets, each with the depth inside it
    std::size_t depth_ = 0;
    std::size_t key_parts_ = 1;  ///< of the key whose value comes next
    std::optional<fault> fault_;
};

CONCORDAT_INLINE std::optional<error> scan_text(std::string_view text, const std::string& path) {
    if (auto wrong = scan_encoding(text, path)) return wrong;
    const auto found = outline_scan(text).run();
    if (!found) return std::nullopt;
    return error{found->code, found->message, found->hint, place_of_byte(text, found->at, path), {}};
}

}  // namespace concordat::detail::input

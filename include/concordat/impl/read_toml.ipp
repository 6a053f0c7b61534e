// SPDX-License-Identifier: Apache-2.0
// The one file that knows the TOML library. It must be linked, not included whole: built into a user's file without
// NDEBUG, its version 3.3 aborts on some malformed headers (which the scan refuses beforehand).
#pragma once

#include "concordat/impl/read_tree.hpp"

#include "concordat/core/text.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace concordat::detail::input {

/// Copies the library's tree. Its depth is what the scan allowed.
class tree_builder {
public:
    tree_builder(const std::string& path, problem_list& problems) : path_(path), problems_(problems) {}

    [[nodiscard]] tree_value value(const toml::node& node) {
        tree_value made;
        made.at = place(node.source());
        if (const auto* table = node.as_table()) made.content = entries(*table);
        if (const auto* array = node.as_array()) made.content = items(*array);
        if (const auto* text = node.as_string()) made.content = checked(text->get(), made.at);
        if (const auto* whole = node.as_integer()) made.content = whole->get();
        if (const auto* real = node.as_floating_point()) made.content = checked(real->get(), made.at);
        if (const auto* truth = node.as_boolean()) made.content = truth->get();
        if (const auto* day = node.as_date())
            made.content = date{static_cast<std::int16_t>(day->get().year), day->get().month, day->get().day};
        if (node.is_time() || node.is_date_time()) made.content = tree_time{};
        return made;
    }

    [[nodiscard]] bool is_sound() const noexcept { return sound_; }

private:
    static tree_place place(const toml::source_region& region) { return {region.begin.line, region.begin.column}; }

    void refuse(errc code, std::string message, tree_place at) {
        sound_ = false;
        problems_.add({code, std::move(message), {}, {path_, at.line, at.column}, {}});
    }
    [[nodiscard]] std::string checked(const std::string& text, tree_place at) {
        if (text.size() > text_size_limit)
            refuse(errc::limit_exceeded, "a text is longer than " + std::to_string(text_size_limit >> 10) + " KB", at);
        return text;
    }
    [[nodiscard]] double checked(double number, tree_place at) {
        if (!std::isfinite(number))
            refuse(errc::not_a_number,
                   std::isnan(number) ? "nan is no number, but one was expected"
                                      : "inf is no number, but one was expected",
                   at);
        return number;
    }
    [[nodiscard]] tree_table entries(const toml::table& table) {
        tree_table made;
        made.reserve(table.size());
        for (const auto& [key, node] : table)
            made.push_back({std::string(key.str()), place(key.source()), value(node)});
        std::stable_sort(made.begin(), made.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
        return made;
    }
    [[nodiscard]] tree_array items(const toml::array& array) {
        tree_array made;
        made.reserve(array.size());
        for (const auto& node : array) made.push_back(value(node));
        return made;
    }

    const std::string& path_;
    problem_list& problems_;
    bool sound_ = true;
};

/// The library's sentence in the house's form. Of a file that does not even mention the formats, nothing is quoted:
/// somebody may have led the reader to a file that the user was never meant to see.
inline error syntax_error(const toml::parse_error& e, std::string_view text, const std::string& path) {
    const auto at = e.source().begin;
    const source_pos where{path, at.line, at.column};
    if (text.find("concordat/") == std::string_view::npos)
        return {errc::bad_syntax,
                "this is no TOML file of Concordat",
                "each starts with format = \"concordat/…\"",
                where,
                {}};
    constexpr std::string_view habit = "Error while parsing ";
    std::string_view sentence = e.description();
    if (sentence.substr(0, habit.size()) == habit) sentence.remove_prefix(habit.size());
    return {errc::bad_syntax, "this is not TOML: " + std::string(sentence), {}, where, {}};
}

CONCORDAT_INLINE std::optional<tree_value> parse_text(std::string_view text, const std::string& path,
                                                      problem_list& problems) {
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (text.substr(0, byte_order_mark.size()) == byte_order_mark) text.remove_prefix(byte_order_mark.size());
    if (auto wrong = scan_text(text, path)) {
        problems.add(std::move(*wrong));
        return std::nullopt;
    }
    try {
        tree_builder builder(path, problems);
        auto made = builder.value(toml::parse(text));
        if (builder.is_sound()) return made;
    } catch (const toml::parse_error& e) {
        problems.add(syntax_error(e, text, path));
    }
    return std::nullopt;
}

}  // namespace concordat::detail::input

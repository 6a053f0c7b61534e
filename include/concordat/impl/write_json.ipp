// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/json.hpp"

#include "concordat/core/text.hpp"
#include "concordat/core/utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::writing {

inline constexpr std::size_t json_line_columns = 110;

inline void append_json_text(std::string& out, std::string_view text) {
    out += '"';
    while (!text.empty()) {
        const auto point = first_code_point(text);
        text.remove_prefix(point.bytes);
        if (point.value == '"' || point.value == '\\')
            (out += '\\') += static_cast<char>(point.value);
        else if (point.value == '\n')
            out += "\\n";
        else if (point.value == '\t')
            out += "\\t";
        else if (point.value == '<' || is_control_or_direction(point.value))
            out += escaped_code_point(point.value);
        else
            append_utf8(out, point.value);
    }
    out += '"';
}

inline std::string json_double(double value) {
    std::string text = shortest(value);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    return text;
}

/// Prints a document, and remembers where it stands in it so that a refusal can say which value it is about.
class json_printer {
public:
    [[nodiscard]] result<std::string> print(const document& value) && {
        append(value, 0);
        if (problem_.code != errc{}) return fail(std::move(problem_));
        text_ += '\n';
        return std::move(text_);
    }

private:
    static bool is_plain(const document& value) { return !value.as_array() && !value.as_object(); }

    void append(const document& value, std::size_t depth) {
        if (const auto* values = value.as_array())
            append_all(*values, depth, '[', ']', [](const document& d) { return std::pair(std::string(), &d); });
        else if (const auto* members = value.as_object())
            append_all(*members, depth, '{', '}', [](const auto& m) { return std::pair(m.key, &m.value); });
        else
            append_plain(value);
    }

    /// A list or an object. `part_of` gives an element's key, which lists lack, and its value.
    template <class Elements, class Part>
    void append_all(const Elements& elements, std::size_t depth, char open, char close, Part part_of) {
        if (depth == json_depth_limit) return refuse(errc::nested_too_deep, "stands deeper than 64 levels");
        const bool plain = std::all_of(elements.begin(), elements.end(),
                                       [&](const auto& element) { return is_plain(*part_of(element).second); });
        const std::size_t start = text_.size();
        const std::size_t start_of_line = text_.rfind('\n') + 1;  // npos + 1 is 0
        if (plain) {
            append_elements(elements, depth, open, close, part_of, "", ", ");
            if (elements.empty() || text_.size() - start_of_line <= json_line_columns) return;
            text_.resize(start);
        }
        const std::string line = "\n" + std::string(2 * depth + 2, ' ');
        append_elements(elements, depth, open, close, part_of, line, "," + line);
    }

    template <class Elements, class Part>
    void append_elements(const Elements& elements, std::size_t depth, char open, char close, Part part_of,
                         const std::string& before, const std::string& between) {
        text_ += open;
        std::size_t index = 0;
        for (const auto& element : elements) {
            const auto [key, value] = part_of(element);
            text_ += index == 0 ? before : between;
            if (open == '{') {
                append_json_text(text_, key);
                text_ += ": ";
            }
            place_.push_back(open == '{' ? "." + key : "[" + std::to_string(index) + "]");
            append(*value, depth + 1);
            place_.pop_back();
            ++index;
        }
        if (index != 0 && !before.empty()) text_ += "\n" + std::string(2 * depth, ' ');
        text_ += close;
    }

    void append_plain(const document& value) {
        if (const auto* truth = value.as_bool()) {
            text_ += *truth ? "true" : "false";
        } else if (const auto whole = value.as_signed()) {
            text_ += std::to_string(*whole);
        } else if (const auto large = value.as_unsigned()) {
            text_ += std::to_string(*large);
        } else if (const auto* number = value.as_double()) {
            if (!std::isfinite(*number)) return refuse(errc::not_a_number, "is not a finite number");
            text_ += json_double(*number);
        } else if (const auto* text = value.as_string()) {
            append_json_text(text_, *text);
        } else {
            text_ += "null";
        }
    }

    /// The first refusal counts.
    void refuse(errc code, std::string_view what) {
        if (problem_.code != errc{}) return;
        const std::string where = joined(place_, "");
        problem_ = {code, "the output's value at \"" + where + "\" " + std::string(what), {}, {}, {}};
    }

    std::string text_;
    std::vector<std::string> place_;
    error problem_{errc{}, {}, {}, {}, {}};
};

/// Lines count from 1, columns from 1 in bytes.
inline source_pos json_place(std::string_view text, std::size_t byte, const std::string& path) {
    const std::string_view before = text.substr(0, std::min(byte, text.size()));
    const auto line = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1);
    const auto column = static_cast<std::uint32_t>(before.size() - (before.rfind('\n') + 1) + 1);
    return {path, line, column};
}

/// The byte at which lists and objects stand too deep; nothing when they never do.
inline std::optional<std::size_t> json_too_deep_at(std::string_view text) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '[' || c == '{') && ++depth > json_depth_limit)
            return i;
        else if (!quoted && (c == ']' || c == '}') && depth > 0)
            --depth;
    }
    return std::nullopt;
}

/// Takes what nlohmann-json reads as it comes, so that its own tree never exists. The names and signatures are that
/// library's.
class json_builder {
public:
    explicit json_builder(std::string_view text, const std::string& path) : text_(text), path_(path) {}

    bool null() { return add({}); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(std::int64_t value) { return add(value); }
    bool number_unsigned(std::uint64_t value) { return add(value); }
    bool number_float(double, const std::string& written) {
        const auto value = parse_number(written);
        return value ? add(*value) : refuse_number(written, {path_, 0, 0});
    }
    bool string(std::string& value) { return add(std::move(value)); }
    bool binary(std::vector<std::uint8_t>&) { return false; }  // JSON has none
    bool start_object(std::size_t) { return open(document::object{}); }
    bool start_array(std::size_t) { return open(document::array{}); }
    bool key(std::string& name) {
        keys_.back() = std::move(name);
        return true;
    }
    bool end_object() { return no_key_twice() && close(); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t byte, const std::string& token, const nlohmann::json::exception& cause) {
        constexpr int number_too_large = 406;
        const auto where = json_place(text_, byte == 0 ? 0 : byte - 1, path_);
        if (cause.id == number_too_large) return refuse_number(token, where);
        const std::size_t tail = token.size() > 40 ? token.size() - 40 : 0;
        problem_ = {
            errc::bad_syntax, "this is not JSON after \"" + printable(token.substr(tail)) + "\"", {}, where, {}};
        return false;
    }

    [[nodiscard]] result<document> take(bool whole) && {
        if (!whole) return fail(std::move(problem_));
        return std::move(root_);
    }

private:
    bool add(document value) {
        if (open_.empty())
            root_ = std::move(value);
        else if (open_.back().as_array())
            open_.back().push(std::move(value));
        else
            members_.back().push_back({std::move(keys_.back()), std::move(value)});
        return true;
    }

    bool open(document value) {
        open_.push_back(std::move(value));
        keys_.emplace_back();
        members_.emplace_back();
        return true;
    }

    bool close() {
        document done = open_.back().as_object() ? document(std::move(members_.back())) : std::move(open_.back());
        open_.pop_back();
        keys_.pop_back();
        members_.pop_back();
        return add(std::move(done));
    }

    bool no_key_twice() {
        std::vector<std::string_view> names;
        for (const auto& member : members_.back()) names.push_back(member.key);
        std::sort(names.begin(), names.end());
        const auto twice = std::adjacent_find(names.begin(), names.end());
        if (twice == names.end()) return true;
        problem_ = {errc::duplicate_key,
                    "the key \"" + printable(*twice) + "\" stands twice in one object",
                    "keep one of them",
                    {path_, 0, 0},
                    {}};
        return false;
    }

    bool refuse_number(const std::string& written, source_pos where) {
        problem_ = {errc::out_of_range,
                    "the number " + printable(written.substr(0, 40)) + " is too large or too small to hold",
                    "a double holds from about 1e-308 to 1e308",
                    std::move(where),
                    {}};
        return false;
    }

    std::string_view text_;
    const std::string& path_;
    document root_;
    std::vector<document> open_;  // lists grow in place; objects in members_, whose keys are checked once at their end
    std::vector<document::object> members_;
    std::vector<std::string> keys_;
    error problem_;
};

}  // namespace detail::writing

CONCORDAT_INLINE result<std::string> to_json(const document& value) {
    return detail::writing::json_printer{}.print(value);
}

CONCORDAT_INLINE result<document> parse_json(std::string_view text, const std::string& path) {
    if (const auto deep = detail::writing::json_too_deep_at(text))
        return fail(errc::nested_too_deep, "lists and objects stand in each other deeper than 64 levels", {},
                    detail::writing::json_place(text, *deep, path));
    detail::writing::json_builder builder(text, path);
    const bool whole = nlohmann::json::sax_parse(text, &builder);
    return std::move(builder).take(whole);
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/error.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <ostream>
#include <tuple>

namespace concordat {

namespace detail {

/// `path:line:column: `, as editors and terminals recognise it, shorter by what is not known.
inline std::string place_prefix(const source_pos& where) {
    if (where.path.empty() && where.line == 0) return {};
    std::string text = where.path.empty() ? "<input>" : printable(where.path);
    if (where.line != 0) text += ":" + std::to_string(where.line);
    if (where.line != 0 && where.column != 0) text += ":" + std::to_string(where.column);
    return text + ": ";
}

inline void append_described(std::string& text, const error& e, std::string_view gravity) {
    if (!text.empty()) text += '\n';
    text += place_prefix(e.where);
    text += gravity;
    text += "[E" + std::to_string(static_cast<unsigned>(e.code)) + "]: " + printable(e.message);
    if (!e.hint.empty()) text += "\n  hint: " + printable(e.hint);
    for (const auto& other : e.more) append_described(text, other, gravity);
}

/// An error's own followers come out beside it, so that the list sorted below is flat.
inline void append_flat(std::vector<error>& flat, error e) {
    auto followers = std::move(e.more);
    e.more.clear();
    flat.push_back(std::move(e));
    for (auto& follower : followers) append_flat(flat, std::move(follower));
}

}  // namespace detail

CONCORDAT_INLINE std::string describe(const error& e, std::string_view gravity) {
    std::string text;
    detail::append_described(text, e, gravity);
    return text;
}

CONCORDAT_INLINE std::string to_string(const error& e) { return describe(e, "error"); }

CONCORDAT_INLINE std::ostream& operator<<(std::ostream& out, const error& e) { return out << to_string(e); }

CONCORDAT_INLINE error gather(std::vector<error> problems) {
    CONCORDAT_ASSERT(!problems.empty());
    std::vector<error> flat;
    for (auto& problem : problems) detail::append_flat(flat, std::move(problem));
    std::stable_sort(flat.begin(), flat.end(), [](const error& a, const error& b) {
        return std::tie(a.where.path, a.where.line, a.where.column) <
               std::tie(b.where.path, b.where.line, b.where.column);
    });
    error first = std::move(flat.front());
    first.more.assign(std::make_move_iterator(flat.begin() + 1), std::make_move_iterator(flat.end()));
    return first;
}

CONCORDAT_INLINE failure::failure(error cause) : cause_(std::move(cause)), text_(to_string(cause_)) {}

}  // namespace concordat

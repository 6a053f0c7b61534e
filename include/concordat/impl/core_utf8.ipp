// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace concordat {

namespace detail::writing {

struct code_range {
    char32_t first;
    char32_t last;
};

/// Marks that stand on the character before them: the blocks in use in Europe, the Near East and South Asia, joiners,
/// and variation selectors. In order.
inline constexpr code_range zero_width_ranges[] = {
    {0x0300, 0x036f}, {0x0483, 0x0489}, {0x0591, 0x05bd}, {0x0610, 0x061a}, {0x064b, 0x065f},   {0x06d6, 0x06dc},
    {0x0730, 0x074a}, {0x0900, 0x0902}, {0x093c, 0x093c}, {0x0941, 0x0948}, {0x094d, 0x094d},   {0x0e31, 0x0e31},
    {0x0e34, 0x0e3a}, {0x0e47, 0x0e4e}, {0x1ab0, 0x1ace}, {0x1dc0, 0x1dff}, {0x200b, 0x200d},   {0x20d0, 0x20f0},
    {0x3099, 0x309a}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}, {0xe0100, 0xe01ef},
};

/// Blocks that Unicode's EastAsianWidth.txt calls wide or full-width, and the emoji. In order.
inline constexpr code_range wide_ranges[] = {
    {0x1100, 0x115f},   {0x231a, 0x231b},   {0x23e9, 0x23ec},   {0x2614, 0x2615},   {0x26a1, 0x26a1},
    {0x2705, 0x2705},   {0x274c, 0x274c},   {0x2b50, 0x2b50},   {0x2e80, 0x303e},   {0x3041, 0x3098},
    {0x309b, 0x3247},   {0x3250, 0x4dbf},   {0x4e00, 0xa4cf},   {0xa960, 0xa97f},   {0xac00, 0xd7a3},
    {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60},   {0xffe0, 0xffe6},   {0x16fe0, 0x1b2fb},
    {0x1f18e, 0x1f18e}, {0x1f191, 0x1f19a}, {0x1f200, 0x1f320}, {0x1f32d, 0x1f335}, {0x1f337, 0x1f37c},
    {0x1f37e, 0x1f393}, {0x1f3a0, 0x1f3ca}, {0x1f3cf, 0x1f3d3}, {0x1f3e0, 0x1f3f0}, {0x1f3f4, 0x1f3f4},
    {0x1f3f8, 0x1f43e}, {0x1f440, 0x1f440}, {0x1f442, 0x1f4fc}, {0x1f4ff, 0x1f53d}, {0x1f54b, 0x1f54e},
    {0x1f550, 0x1f567}, {0x1f57a, 0x1f57a}, {0x1f595, 0x1f596}, {0x1f5a4, 0x1f5a4}, {0x1f5fb, 0x1f64f},
    {0x1f680, 0x1f6c5}, {0x1f6cc, 0x1f6cc}, {0x1f6d0, 0x1f6d2}, {0x1f6d5, 0x1f6df}, {0x1f6eb, 0x1f6ef},
    {0x1f6f4, 0x1f6ff}, {0x1f7e0, 0x1f7eb}, {0x1f90c, 0x1f93a}, {0x1f93c, 0x1f945}, {0x1f947, 0x1f9ff},
    {0x1fa70, 0x1faff}, {0x20000, 0x3fffd},
};

template <std::size_t Count>
constexpr bool stands_in(const code_range (&ranges)[Count], char32_t scalar) noexcept {
    const auto after = std::upper_bound(std::begin(ranges), std::end(ranges), scalar,
                                        [](char32_t value, const code_range& r) { return value < r.first; });
    return after != std::begin(ranges) && scalar <= std::prev(after)->last;
}

}  // namespace detail::writing

CONCORDAT_INLINE code_point first_code_point(std::string_view text) noexcept {
    CONCORDAT_ASSERT(!text.empty());
    constexpr code_point broken{0xfffd, 1, false};
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const char32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    if (lead < 0xc2 || lead > 0xf4) return broken;
    const std::size_t bytes = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (text.size() < bytes) return broken;
    char32_t value = lead & (0x7fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xc0u) != 0x80u) return broken;
        value = (value << 6) | (byte(i) & 0x3fu);
    }
    const bool shorter_form_exists = (bytes == 3 && value < 0x800) || (bytes == 4 && value < 0x10000);
    const bool surrogate = value >= 0xd800 && value <= 0xdfff;
    return shorter_form_exists || surrogate || value > 0x10ffff ? broken : code_point{value, bytes, true};
}

CONCORDAT_INLINE void append_utf8(std::string& text, char32_t scalar) {
    CONCORDAT_ASSERT(scalar <= 0x10ffff && !(scalar >= 0xd800 && scalar <= 0xdfff));
    const auto append = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    const auto tail = [&](int shift) { append(0x80u | ((scalar >> shift) & 0x3fu)); };
    if (scalar < 0x80) {
        append(scalar);
    } else if (scalar < 0x800) {
        append(0xc0u | (scalar >> 6));
        tail(0);
    } else if (scalar < 0x10000) {
        append(0xe0u | (scalar >> 12));
        tail(6);
        tail(0);
    } else {
        append(0xf0u | (scalar >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

CONCORDAT_INLINE bool is_control_or_direction(char32_t scalar) noexcept {
    return scalar < 0x20 || (scalar >= 0x7f && scalar <= 0x9f) || scalar == 0x061c || scalar == 0x200e ||
           scalar == 0x200f || (scalar >= 0x2028 && scalar <= 0x202e) || (scalar >= 0x2066 && scalar <= 0x2069);
}

CONCORDAT_INLINE std::string escaped_code_point(char32_t scalar) {
    if (scalar > 0xffff) {
        const char32_t offset = scalar - 0x10000;
        return escaped_code_point(0xd800 + (offset >> 10)) + escaped_code_point(0xdc00 + (offset & 0x3ffu));
    }
    std::string text = "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) text += "0123456789abcdef"[(scalar >> shift) & 0xfu];
    return text;
}

CONCORDAT_INLINE std::size_t display_width(std::string_view text) noexcept {
    std::size_t columns = 0;
    while (!text.empty()) {
        const auto point = first_code_point(text);
        text.remove_prefix(point.bytes);
        if (detail::writing::stands_in(detail::writing::zero_width_ranges, point.value)) continue;
        columns += detail::writing::stands_in(detail::writing::wide_ranges, point.value) ? 2 : 1;
    }
    return columns;
}

}  // namespace concordat

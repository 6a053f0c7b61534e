// SPDX-License-Identifier: Apache-2.0
#include "concordat/core/utf8.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

using namespace concordat;

namespace {

/// The bit patterns of RFC 3629, section 3, written down without looking at the engine's way.
std::string by_the_rfc(char32_t c) {
    const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
    if (c <= 0x7f) return {byte(c)};
    if (c <= 0x7ff) return {byte(0b1100'0000 + c / 64), byte(0b1000'0000 + c % 64)};
    if (c <= 0xffff) return {byte(0b1110'0000 + c / 4096), byte(0b1000'0000 + c / 64 % 64), byte(0b1000'0000 + c % 64)};
    return {byte(0b1111'0000 + c / 262144), byte(0b1000'0000 + c / 4096 % 64), byte(0b1000'0000 + c / 64 % 64),
            byte(0b1000'0000 + c % 64)};
}

}  // namespace

TEST_CASE("every Unicode scalar value is written and read as RFC 3629 lays it out") {
    std::size_t wrong = 0;
    for (char32_t c = 0; c <= 0x10ffff; ++c) {
        if (c == 0xd800) c = 0xe000;
        std::string text;
        append_utf8(text, c);
        const auto point = first_code_point(text);
        if (text != by_the_rfc(c) || point.value != c || point.bytes != text.size() || !point.whole) ++wrong;
    }
    CHECK(wrong == 0);
}

TEST_CASE("bytes that are no UTF-8 are one broken code point each") {
    const auto bytes =
        GENERATE(as<std::string>{}, "\x80", "\xc0\xaf", "\xc1\xbf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf0\x80\x80\xaf",
                 "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xe2\x82", "\xc3", "\xc3(");
    const auto point = first_code_point(bytes);
    CHECK_FALSE(point.whole);
    CHECK(point.value == 0xfffd);
    CHECK(point.bytes == 1);
}

TEST_CASE("what a terminal would act on is known") {
    for (const char32_t c :
         {0x00, 0x07, 0x1b, 0x7f, 0x85, 0x9b, 0x200e, 0x200f, 0x061c, 0x2028, 0x202e, 0x2066, 0x2069})
        CHECK(is_control_or_direction(c));
    for (const char32_t c : {0x20, 0x41, 0xa0, 0xe9, 0x200d, 0x2010, 0x202f, 0x2065, 0x206a, 0x1f600})
        CHECK_FALSE(is_control_or_direction(c));
    CHECK(escaped_code_point(0x1b) == "\\u001b");
    CHECK(escaped_code_point(0x1f600) == "\\ud83d\\ude00");
}

TEST_CASE("width counts what stands on a terminal") {
    CHECK(display_width("") == 0);
    CHECK(display_width("council") == 7);
    CHECK(display_width("Na h-Eileanan Siar, Dùn Èideann") == 31);
    CHECK(display_width("e\xcc\x81t\xc3\xa9") == 3);        // é as a letter and a mark, then t, then é as one
    CHECK(display_width("\xe5\xad\x90\xe4\xbe\x9b") == 4);  // 子供
    CHECK(display_width("\xf0\x9f\x98\x80") == 2);          // an emoji
    CHECK(display_width("\xe2\x82\xac") == 1);              // €
    CHECK(display_width("\xff") == 1);                      // shown as U+FFFD
}

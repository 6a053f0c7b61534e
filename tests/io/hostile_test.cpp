// SPDX-License-Identifier: Apache-2.0
// Input made to break a parser, too large or too odd to stand as files of their own: each is an error, soon, and the
// program goes on.
#include "concordat/io/check.hpp"

#include <catch2/catch.hpp>

#include <pthread.h>

#include <cstdint>
#include <string>

using namespace concordat;

namespace {

const std::string head = "format = \"concordat/sources@1\"\nkey = \"x\"\ntitle = \"X\"\n";

check_report check_sources(const std::string& more) { return check_text(head + more, "x.toml"); }

/// The one error that a text gives.
std::string only_error(const std::string& more) {
    const auto report = check_sources(more);
    REQUIRE(report.errors.size() == 1);
    return describe(report.errors.front(), "error");
}

errc only_code(const std::string& more) {
    const auto report = check_sources(more);
    REQUIRE(report.errors.size() == 1);
    return report.errors.front().code;
}

std::string repeated(const std::string& piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += piece;
    return text;
}

/// Runs on a thread whose stack is as small as a host program may give.
template <class Work>
void on_small_stack(Work work) {
    pthread_attr_t attributes;
    REQUIRE(pthread_attr_init(&attributes) == 0);
    REQUIRE(pthread_attr_setstacksize(&attributes, 256 * 1024) == 0);
    pthread_t thread{};
    const auto run = [](void* given) -> void* {
        (*static_cast<Work*>(given))();
        return nullptr;
    };
    REQUIRE(pthread_create(&thread, &attributes, run, &work) == 0);
    REQUIRE(pthread_join(thread, nullptr) == 0);
    pthread_attr_destroy(&attributes);
}

}  // namespace

TEST_CASE("a dotted key of 62 kB is refused where its seventeenth part begins") {
    const std::string key = repeated("a.", 31'000) + "a";
    CHECK(only_error(key + " = 1") ==
          "x.toml:4:32: error[E104]: a key has more than 16 parts\n  hint: parts are what the dots separate");
    CHECK(only_code("[" + key + "]") == errc::key_too_long);
    CHECK(only_code("[[" + key + "]]") == errc::key_too_long);
    CHECK(only_code("x = { " + key + " = 1 }") == errc::key_too_long);
    CHECK(only_code("\"a\" . 'a' . " + key + " = 1") == errc::key_too_long);
}

TEST_CASE("sixteen parts are read, in keys and in headers") {
    const std::string key = repeated("a.", 15) + "a";
    CHECK(only_code(key + " = 1") == errc::unknown_key);
    CHECK(only_code("[" + key + "]") == errc::unknown_key);
}

TEST_CASE("a hundred thousand brackets are refused at the thirty-third") {
    CHECK(only_error("x = " + std::string(100'000, '[')) ==
          "x.toml:4:37: error[E103]: brackets are nested deeper than 32 levels\n"
          "  hint: each part of a dotted key before a bracket is a level too");
    CHECK(only_code("x = " + repeated("{a=", 100'000)) == errc::nested_too_deep);
    CHECK(only_code("x = " + repeated("[{a=", 50'000)) == errc::nested_too_deep);
}

TEST_CASE("thirty-two levels are read, also on a small stack") {
    on_small_stack([] {
        const auto deep = check_sources("x = " + std::string(32, '[') + std::string(32, ']'));
        CHECK(deep.errors.size() == 1);
        CHECK(deep.errors.front().code == errc::unknown_key);
        const auto tables = check_sources("x = " + repeated("{a=", 31) + "{}" + std::string(31, '}'));
        CHECK(tables.errors.size() == 1);
        CHECK(tables.errors.front().code == errc::unknown_key);
    });
}

TEST_CASE("brackets and dots in strings and comments are not counted") {
    const std::string many = std::string(200, '[') + repeated("a.", 200);
    const auto quoted = [&](const std::string& open, const std::string& close) {
        return check_sources("[[source]]\nkey = \"a\"\nsourcing = \"background\"\ntitle = " + open + many + close +
                             "\n");
    };
    CHECK(quoted("\"", "\"").passed());
    CHECK(quoted("'", "'").passed());
    CHECK(quoted("\"\"\"\n", "\n\"\"\"").passed());
    CHECK(quoted("'''\n", "\n'''").passed());
    CHECK(quoted("\"\\\"", "\\\\\"").passed());
    CHECK(quoted("\"\"\"\"\"", "\\\"\"\"\"\"\"").passed());
    CHECK(quoted("'''''", "'''''").passed());
    CHECK(check_sources("# " + many + "\n").passed());
}

TEST_CASE("a string that hides brackets from the scan and not from the parser does not exist") {
    // Quotes that close early, or never: whatever is behind them is counted or is no TOML.
    const std::string deep = std::string(100'000, '[');
    for (const auto* before :
         {"x = \"\" \n y = ", "x = '' \n y = ", "x = \"\"\"\"\"\"\n y = ", "x = ''''''\n y = ",
          "x = \"\"\"a\"\"\"\"\"\n y = ", "x = \"\\\\\"\n y = ", "x = '\\'\n y = ", "x = \"a\n y = "})
        CHECK_FALSE(check_sources(before + deep).passed());
}

TEST_CASE("headers without a name are refused") {
    for (const auto* text : {"[", "[[", "[]", "[[]]", "[.]", "[..]", "[!]", "[ ]", "[a.]", "[.a]", "[a..b]", "[a",
                             "[[a]", "[a]]", "[a\n]", "[\n]", "[\"", "[\"a\"", "[\xc3\xa9]"})
        CHECK(only_code(text) == errc::bad_syntax);
}

TEST_CASE("numbers that cannot be held are refused and never changed") {
    for (const auto* number : {"1e-400", "-1e-400", "+0.0000001e-318", "1_0e-4_00", "1e999", "-1e999", "1.5E+400"})
        CHECK(only_code(std::string("x = ") + number) == errc::out_of_range);
    for (const auto* number : {"nan", "-nan", "inf", "+inf"})
        CHECK(only_code(std::string("x = ") + number) == errc::not_a_number);
    for (const auto* number : {"0.0", "0e-400", "-0.0", "5e-324", "1e308", "1e5", "0x1e5", "2024-01-01", "1_000.5"})
        CHECK(only_code(std::string("x = ") + number) == errc::unknown_key);
    CHECK(only_code("x = [1,\n  1e-400]") == errc::out_of_range);
    CHECK(only_code("x = { a = 1e-400 }") == errc::out_of_range);
    CHECK(only_code("x = 99999999999999999999") == errc::bad_syntax);
}

TEST_CASE("bytes that are no UTF-8 are found at their place") {
    CHECK(only_error("# caf\xe9") == "x.toml:4:6: error[E102]: the file is not UTF-8\n  hint: save it as UTF-8");
    CHECK(only_error("# \xc3\xa9\xc3\xa9 \xff") ==
          "x.toml:4:6: error[E102]: the file is not UTF-8\n  hint: save it as UTF-8");
    // Overlong, a surrogate, above U+10FFFF, cut short.
    for (const auto* bytes : {"\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82", "\x80"})
        CHECK(only_code(std::string("# ") + bytes) == errc::bad_encoding);
    CHECK(check_sources("# \xe2\x82\xac \xf0\x9f\x98\x80\n").passed());
    CHECK(check_text("\xef\xbb\xbf" + head, "x.toml").passed());
}

TEST_CASE("control characters are refused, line ends of both kinds are not") {
    for (const char c : {'\0', '\x01', '\x1b', '\x7f', '\r', '\f'})
        CHECK(only_code(std::string("# a") + c + "b\n") == errc::bad_encoding);
    CHECK(check_sources("# a\tb\r\n\r\n").passed());
}

TEST_CASE("a text above 64 KB is refused") {
    const auto note = [](std::size_t size) { return "x = \"" + std::string(size, 'a') + "\""; };
    CHECK(only_code(note(65'536)) == errc::unknown_key);
    CHECK(only_error(note(65'537)) == "x.toml:4:5: error[E701]: a text is longer than 64 KB");
}

TEST_CASE("a file that is wrong in a hundred thousand places tells of the first twenty") {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "k" + std::to_string(i) + " = 1\n";
    const auto report = check_sources(text);
    REQUIRE(report.errors.size() == 21);
    CHECK(report.errors[0].where.line == 4);
    CHECK(report.errors[19].where.line == 23);
    CHECK(report.errors[20].message == "only the first 20 problems are shown, of 100000");
}

TEST_CASE("what a hostile text says is quoted so that no terminal acts on it") {
    const auto report = check_sources("\"\\u001b[31m\\u202e\" = 1");
    REQUIRE(report.errors.size() == 1);
    CHECK(describe(report.errors.front(), "error").find("\\u001b[31m\\u202e") != std::string::npos);
    CHECK(describe(report.errors.front(), "error").find('\x1b') == std::string::npos);
}

TEST_CASE("bytes at random never do worse than to be refused") {
    std::uint32_t state = 1;
    const auto next = [&] { return (state = state * 1664525u + 1013904223u) >> 16; };
    const std::string letters = "[]{}.=\"'#,\n\\ \tab1e-_\xc3\xa9";
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (std::uint32_t length = next() % 24; text.size() < length;) text += letters[next() % letters.size()];
        const auto report = check_sources(text);
        CHECK(report.errors.size() <= 21);
    }
}

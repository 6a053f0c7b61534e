// SPDX-License-Identifier: Apache-2.0
#include "concordat/core/error.hpp"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace {

using concordat::errc;
using concordat::error;
using concordat::result;

const error unknown_actor{errc::dangling_reference,
                          "relation.from = \"king\", but no actor has this key",
                          "did you mean \"kind\"?",
                          {"models/x.toml", 12, 3},
                          {}};

result<std::vector<int>> numbers(bool good) {
    if (!good) return concordat::fail(unknown_actor);
    return std::vector{1, 2, 3};
}

result<int> sum_of(bool first, bool second) {
    CONCORDAT_TRY(const auto a, numbers(first));
    CONCORDAT_TRY(const auto b, numbers(second));
    return a.front() + b.back();
}

}  // namespace

TEST_CASE("an error prints its place, code and sentence, and its hint on a line of its own", "[core]") {
    const std::string expected =
        "models/x.toml:12:3: error[E301]: relation.from = \"king\", but no actor has this key\n"
        "  hint: did you mean \"kind\"?";
    CHECK(to_string(unknown_actor) == expected);
    std::ostringstream out;
    out << unknown_actor;
    CHECK(out.str() == expected);
}

TEST_CASE("an error leaves out what is not known of its place", "[core]") {
    error e{errc::cannot_read, "it ends early", "", {}, {}};
    CHECK(to_string(e) == "error[E601]: it ends early");
    e.where = {"a.csv", 0, 5};
    CHECK(to_string(e) == "a.csv: error[E601]: it ends early");
    e.where = {"a.csv", 4, 0};
    CHECK(to_string(e) == "a.csv:4: error[E601]: it ends early");
    e.where = {"", 4, 2};
    CHECK(to_string(e) == "<input>:4:2: error[E601]: it ends early");
}

TEST_CASE("the same line can carry another gravity", "[core]") {
    const error circle{errc::accountability_cycle, "a -> b -> a", "", {"m.toml", 1, 1}, {}};
    CHECK(describe(circle, "warning") == "m.toml:1:1: warning[E412]: a -> b -> a");
}

TEST_CASE("control characters of the input never reach the terminal through an error", "[core]") {
    const error hostile{
        errc::unknown_key, "key \"\x1b[2J\nb.toml:1:1: error\"", "\xe2\x80\xae", {"a\r.toml", 1, 1}, {}};
    CHECK(to_string(hostile) ==
          "a\\u000d.toml:1:1: error[E201]: key \"\\u001b[2J\\u000ab.toml:1:1: error\"\n  hint: \\u202e");
}

TEST_CASE("gathered mistakes come out flat, by file, line and column", "[core]") {
    const auto at = [](std::string path, std::uint32_t line, std::uint32_t column, std::string message) {
        return error{errc::unknown_key, std::move(message), "", {std::move(path), line, column}, {}};
    };
    auto second = at("b.toml", 1, 1, "4");
    second.more = {at("a.toml", 2, 9, "2"), at("b.toml", 1, 1, "5")};
    const auto all = concordat::gather({second, at("a.toml", 10, 1, "3"), at("a.toml", 2, 1, "1")});
    CHECK(to_string(all) ==
          "a.toml:2:1: error[E201]: 1\na.toml:2:9: error[E201]: 2\na.toml:10:1: error[E201]: 3\n"
          "b.toml:1:1: error[E201]: 4\nb.toml:1:1: error[E201]: 5");
    CHECK(all.more.size() == 4);
}

TEST_CASE("value() throws a failure that tells the whole error", "[core]") {
    try {
        (void)numbers(false).value();
        FAIL("no exception");
    } catch (const concordat::failure& f) {
        CHECK(f.cause().code == errc::dangling_reference);
        CHECK(std::string(f.what()) == to_string(unknown_actor));
    }
}

TEST_CASE("a range-for over value() of a temporary reads a living object", "[core]") {
    int sum = 0;
    for (const int number : numbers(true).value()) sum += number;
    CHECK(sum == 6);
    STATIC_REQUIRE(std::is_same_v<decltype(numbers(true).value()), std::vector<int>>);
}

TEST_CASE("CONCORDAT_TRY hands on the first error and otherwise declares the value", "[core]") {
    CHECK(sum_of(true, true).value() == 4);
    CHECK_FALSE(sum_of(false, true).has_value());
    REQUIRE_FALSE(sum_of(true, false).has_value());
    CHECK(sum_of(true, false).error().message == unknown_actor.message);
}

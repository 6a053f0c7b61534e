// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/json.hpp"

#include "concordat/core/random.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

using namespace concordat;

TEST_CASE("JSON is indented, in order, and short where it is plain") {
    const document d =
        document::object{{"format", "concordat/example@1"},
                         {"empty", document::array{}},
                         {"figures", document::array{document::object{{"name", "mean"}, {"value", 1.0}}}},
                         {"none", {}},
                         {"whole", 3}};
    CHECK(to_json(d).value() == R"({
  "format": "concordat/example@1",
  "empty": [],
  "figures": [
    {"name": "mean", "value": 1.0}
  ],
  "none": null,
  "whole": 3
}
)");
    const document long_list = document::list(std::string(60, 'x'), [](char) { return 7; });
    CHECK(to_json(long_list).value().substr(0, 12) == "[\n  7,\n  7,\n");
}

TEST_CASE("JSON holds no markup, control, direction or broken character") {
    const std::string text = "</script>\x1b[2J \"q\" \\ \xe2\x80\xae\xe2\x80\xa8\xff\n\t\x7f\xc2\x9b";
    const std::string written = to_json(text).value();
    CHECK(written == "\"\\u003c/script>\\u001b[2J \\\"q\\\" \\\\ \\u202e\\u2028\xef\xbf\xbd\\n\\t\\u007f\\u009b\"\n");
    const auto back = parse_json(written).value();
    CHECK(*back.as_string() == "</script>\x1b[2J \"q\" \\ \xe2\x80\xae\xe2\x80\xa8\xef\xbf\xbd\n\t\x7f\xc2\x9b");
}

TEST_CASE("doubles survive, bit for bit") {
    stream draws(11, purpose::test, 0);
    std::size_t wrong = 0;
    for (int i = 0; i < 20000; ++i) {
        const auto value = std::bit_cast<double>(draws.bits64());
        if (!std::isfinite(value)) continue;
        const auto back = parse_json(to_json(value).value()).value();
        if (back.as_double() == nullptr ||
            std::bit_cast<std::uint64_t>(*back.as_double()) != std::bit_cast<std::uint64_t>(value))
            ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(to_json(1.0).value() == "1.0\n");
    CHECK(to_json(-0.0).value() == "-0.0\n");
    CHECK(to_json(0.1).value() == "0.1\n");
    CHECK(to_json(1e300).value() == "1e+300\n");
    CHECK(to_json(std::numeric_limits<std::uint64_t>::max()).value() == "18446744073709551615\n");
    CHECK(to_json(std::numeric_limits<std::int64_t>::min()).value() == "-9223372036854775808\n");
}

TEST_CASE("a number that is not finite is refused with its place") {
    const double wrong = GENERATE(std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity());
    const document d = document::object{{"measures", document::array{1.0, document::object{{"value", wrong}}}}};
    const auto refused = to_json(d);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::not_a_number);
    CHECK(refused.error().message == "the output's value at \".measures[1].value\" is not a finite number");
}

namespace {

/// A document of any shape, from a stream of draws.
document any_document(stream& draws, int depth) {
    const auto kind = draws.bits32() % (depth == 0 ? 6 : 8);
    const auto text = [&] {
        std::string s;
        for (auto n = draws.bits32() % 12; n > 0; --n) s += static_cast<char>(0x20 + draws.bits32() % 0x5f);
        return s;
    };
    if (kind == 0) return {};
    if (kind == 1) return (draws.bits32() & 1u) == 0;
    if (kind == 2) return static_cast<std::int64_t>(draws.bits64());
    if (kind == 3) return draws.bits64();
    if (kind == 4) return (draws.uniform() - 0.5) * 1e6;
    if (kind == 5) return text();
    document list = document::array{};
    document object = document::empty_object();
    for (auto n = draws.bits32() % 5; n > 0; --n) {
        list.push(any_document(draws, depth - 1));
        object.set(text() + std::to_string(n), any_document(draws, depth - 1));
    }
    return kind == 6 ? list : object;
}

}  // namespace

TEST_CASE("any document reads back as itself, and other readers agree that it is JSON") {
    stream draws(12, purpose::test, 0);
    for (int i = 0; i < 500; ++i) {
        const document d = any_document(draws, 4);
        const std::string written = to_json(d).value();
        CHECK(parse_json(written).value() == d);
        CHECK(nlohmann::json::accept(written));
    }
}

TEST_CASE("depth beyond the limit is refused before anything is built") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(parse_json(nested(json_depth_limit)));
    CHECK(to_json(parse_json(nested(json_depth_limit)).value()));
    for (const std::size_t depth : {json_depth_limit + 1, std::size_t{100000}}) {
        const auto refused = parse_json(nested(depth), "deep.json");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == errc::nested_too_deep);
        CHECK(refused.error().where == source_pos{"deep.json", 1, 65});
    }
    document d = 1;
    for (std::size_t i = 0; i <= json_depth_limit; ++i) d = document::array{std::move(d)};
    const auto refused = to_json(d);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::nested_too_deep);
    CHECK(parse_json("\"" + std::string(1000, '[') + "\\\"\"").has_value());
}

TEST_CASE("text that is no JSON is refused with its line and column") {
    const auto refused = parse_json("{\n  \"a\": 1,\n  \"b\": ?\n}", "x.json");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::bad_syntax);
    CHECK(refused.error().where == source_pos{"x.json", 3, 8});
    for (const auto* text : {"", "[1,]", "[1", "nul", "{\"a\" 1}", "[1] 2", "\"\xff\"", "NaN", "// c\n1", "'a'", "01"})
        CHECK_FALSE(parse_json(text));
}

TEST_CASE("what a double cannot hold, and keys that stand twice, are refused") {
    CHECK(parse_json("1e999").error().code == errc::out_of_range);
    CHECK(parse_json("[1e-400]").error().code == errc::out_of_range);
    const auto twice = parse_json(R"({"seed": 1, "other": {"seed": 2}, "seed": 3})");
    REQUIRE_FALSE(twice);
    CHECK(twice.error().code == errc::duplicate_key);
    CHECK(twice.error().message == "the key \"seed\" stands twice in one object");
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/core/text.hpp"

#include "concordat/core/random.hpp"

#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace {

using names = std::vector<std::string>;

/// The number of edits by trying them all: breadth-first over every text that one edit makes. Letters a to c.
std::map<std::string, std::size_t> distances_from(const std::string& start, std::size_t longest) {
    std::map<std::string, std::size_t> found{{start, 0}};
    names front{start};
    while (!front.empty()) {
        names next;
        const auto reach = [&](std::string text, std::size_t steps) {
            if (text.size() <= longest && found.emplace(text, steps).second) next.push_back(std::move(text));
        };
        for (const auto& text : front) {
            const std::size_t steps = found.at(text) + 1;
            for (std::size_t i = 0; i <= text.size(); ++i) {
                for (const char c : {'a', 'b', 'c'}) reach(std::string(text).insert(i, 1, c), steps);
                if (i == text.size()) continue;
                for (const char c : {'a', 'b', 'c'}) reach(std::string(text).replace(i, 1, 1, c), steps);
                reach(std::string(text).erase(i, 1), steps);
                if (i + 1 == text.size()) continue;
                std::string exchanged = text;
                std::swap(exchanged[i], exchanged[i + 1]);
                reach(exchanged, steps);
            }
        }
        front = std::move(next);
    }
    return found;
}

std::string random_word(concordat::stream& s, std::size_t longest) {
    std::string word(s.bits32() % (longest + 1), 'a');
    for (auto& c : word) c = static_cast<char>('a' + s.bits32() % 3);
    return word;
}

}  // namespace

TEST_CASE("the nearest name agrees with trying every edit", "[core]") {
    concordat::stream s(1, concordat::purpose::test, 0);
    for (int round = 0; round < 20; ++round) {
        const std::string seen = random_word(s, 6);
        names known;
        for (int i = 0; i < 8; ++i) known.push_back(random_word(s, 6));
        const auto distance = distances_from(seen, 8);
        std::optional<std::string> expected;
        for (const auto& name : known) {
            const std::size_t d = distance.at(name);
            const bool near = d <= std::max<std::size_t>(2, name.size() / 3) && d < std::max(seen.size(), name.size());
            if (near && (!expected || d < distance.at(*expected))) expected = name;
        }
        INFO("seen " << seen);
        CHECK(concordat::nearest_name(seen, known) == expected);
    }
}

TEST_CASE("the nearest name is found across the four kinds of slip, and not across more", "[core]") {
    const names known{"accountable_to", "delegates_to", "delivers"};
    CHECK(concordat::nearest_name("acountable_to", known) == "accountable_to");
    CHECK(concordat::nearest_name("delliverss", known) == "delivers");
    CHECK(concordat::nearest_name("dleegates_ot", known) == "delegates_to");
    CHECK(concordat::nearest_name("accomptabel-to", known) == "accountable_to");
    CHECK_FALSE(concordat::nearest_name("inspects", known).has_value());
    CHECK_FALSE(concordat::nearest_name("", known).has_value());
    CHECK_FALSE(concordat::nearest_name("x", names{}).has_value());
    CHECK_FALSE(concordat::nearest_name("Z9", names{"D1", "D2"}).has_value());
    CHECK(concordat::nearest_name("D", names{"E1", "D1", "D2"}) == "D1");
}

TEST_CASE("a suggestion is the nearest name, else the few known ones, else nothing", "[core]") {
    CHECK(concordat::suggest("sense", names{"sens", "title"}) == "did you mean \"sens\"?");
    CHECK(concordat::suggest("colour", names{"sense", "title", "unit"}) == "known: sense, title and unit");
    CHECK(concordat::suggest("colour", names(13, "somewhere")).empty());
    CHECK(concordat::suggest("colour", names{}).empty());
    const std::vector<std::string_view> views{"higher", "lower"};
    CHECK(concordat::suggest("highest", views) == "did you mean \"higher\"?");
}

TEST_CASE("identifiers are lower-case, labels of either case, and both at most 64 long", "[core]") {
    for (const auto* good : {"a", "0", "ncs.all-in", "a_b", "9-"}) {
        CHECK(concordat::is_identifier(good));
        CHECK(concordat::is_label(good));
    }
    for (const auto* bad : {"", ".a", "-a", "_a", "a b", "a/b", "é", "a\n"}) {
        CHECK_FALSE(concordat::is_identifier(bad));
        CHECK_FALSE(concordat::is_label(bad));
    }
    CHECK_FALSE(concordat::is_identifier("D1"));
    CHECK(concordat::is_label("D1"));
    CHECK(concordat::is_identifier(std::string(64, 'a')));
    CHECK_FALSE(concordat::is_identifier(std::string(65, 'a')));
}

TEST_CASE("the shortest text of a number reads back as the same bits", "[core]") {
    concordat::stream s(2, concordat::purpose::test, 0);
    for (int i = 0; i < 100'000; ++i) {
        const auto x = std::bit_cast<double>(s.bits64());
        if (!std::isfinite(x)) continue;
        const auto back = concordat::parse_number(concordat::shortest(x));
        REQUIRE(back.has_value());
        REQUIRE(std::bit_cast<std::uint64_t>(*back) == std::bit_cast<std::uint64_t>(x));
    }
    CHECK(concordat::shortest(0.1) == "0.1");
    CHECK(concordat::shortest(1e300) == "1e+300");
    CHECK(concordat::shortest(-0.0) == "-0");
}

TEST_CASE("rounded numbers have no trailing zeros and no negative zero", "[core]") {
    CHECK(concordat::rounded(3.14159, 2) == "3.14");
    CHECK(concordat::rounded(2.50, 2) == "2.5");
    CHECK(concordat::rounded(100, 2) == "100");
    CHECK(concordat::rounded(0.5, 0) == "0");
    CHECK(concordat::rounded(1.5, 0) == "2");
    CHECK(concordat::rounded(2.5, 0) == "2");
    CHECK(concordat::rounded(-0.001, 2) == "0");
    CHECK(concordat::rounded(-1.005, 1) == "-1");
    CHECK(concordat::rounded(-std::numeric_limits<double>::max(), 3).size() == 310);
}

TEST_CASE("a number is read whole, finite and representable, or not at all", "[core]") {
    CHECK(concordat::parse_number("1.5") == 1.5);
    CHECK(concordat::parse_number("-2e3") == -2000.0);
    CHECK(concordat::parse_number("0.0e-999") == 0.0);
    CHECK(concordat::parse_number("5e-324") == 5e-324);
    for (const auto* bad : {"", " 1", "1 ", "1,5", "+1", "0x10", "nan", "inf", "-inf", "infinity", "1e999", "-1e999",
                            "1e-400", "0.00001e-400", "1e-324", "1e", "one", "1_000", "--1"}) {
        INFO(bad);
        CHECK_FALSE(concordat::parse_number(bad).has_value());
    }
}

TEST_CASE("text of unknown origin is printed without acting on the terminal", "[core]") {
    CHECK(concordat::printable("plain, Gàidhlig, 日本, 🙂") == "plain, Gàidhlig, 日本, 🙂");
    CHECK(concordat::printable("\x1b[31mred") == "\\u001b[31mred");
    CHECK(concordat::printable("\xe2\x80\xae"
                               "abc\xe2\x81\xa9") == "\\u202eabc\\u2069");
    CHECK(concordat::printable("\xd8\x9c\xe2\x80\x8e\xe2\x80\xa8") == "\\u061c\\u200e\\u2028");
    CHECK(concordat::printable("\x7f\xc2\x9b") == "\\u007f\\u009b");
    CHECK(concordat::printable(std::string_view("a\0b", 3)) == "a\\u0000b");
    CHECK(concordat::printable("a\tb\nc\r") == "a\\u0009b\\u000ac\\u000d");
    CHECK(concordat::printable("a\tb\nc\r", true) == "a\tb\nc\\u000d");
}

TEST_CASE("bytes that are no UTF-8 are shown one by one", "[core]") {
    CHECK(concordat::printable("\xff") == "\\u00ff");
    CHECK(concordat::printable("\xc3") == "\\u00c3");                        // cut short
    CHECK(concordat::printable("\xc0\xaf") == "\\u00c0\\u00af");             // overlong
    CHECK(concordat::printable("\xe0\x80\xaf") == "\\u00e0\\u0080\\u00af");  // overlong
    CHECK(concordat::printable("\xed\xa0\x80") == "\\u00ed\\u00a0\\u0080");  // a surrogate
    CHECK(concordat::printable("\xf4\x90\x80\x80") == "\\u00f4\\u0090\\u0080\\u0080");
    CHECK(concordat::printable("\xe2\x82x") == "\\u00e2\\u0082x");
}

TEST_CASE("lists read as people write them", "[core]") {
    CHECK(concordat::listed(names{}).empty());
    CHECK(concordat::listed(names{"a"}) == "a");
    CHECK(concordat::listed(names{"a", "b"}) == "a and b");
    CHECK(concordat::listed(names{"a", "b", "c"}) == "a, b and c");
    CHECK(concordat::joined(names{"a", "b", "c"}, " -> ") == "a -> b -> c");
}

TEST_CASE("large amounts are written out in full, and every number still reads back as itself") {
    CHECK(concordat::plain(1200000000) == "1200000000");
    CHECK(concordat::plain(-5.6e9) == "-5600000000");
    CHECK(concordat::plain(100000) == "100000");
    CHECK(concordat::plain(0) == "0");
    CHECK(concordat::plain(-4.5) == "-4.5");
    CHECK(concordat::plain(0.7) == "0.7");
    for (const double value : {1.2e9, -8.6, 1e5, 3e14, 1e15, 1e22, 1e-7, 123456789012345.0})
        CHECK(concordat::parse_number(concordat::plain(value)) == value);
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/document.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

using concordat::document;

TEST_CASE("a document keeps the kind of value it was made from") {
    CHECK(document().is_null());
    CHECK(document(nullptr).type_name() == "null");
    CHECK(*document(true).as_bool());
    CHECK(document(7).as_signed() == 7);
    CHECK(document(7u).as_signed() == 7);
    CHECK(document(7u) == document(std::int64_t{7}));
    CHECK(document(-7).as_unsigned() == std::nullopt);
    CHECK(*document(0.5).as_double() == 0.5);
    CHECK(*document("word").as_string() == "word");
    CHECK(*document(std::string_view("word")).as_string() == "word");
    CHECK(document(1).type_name() == "integer");
    CHECK(document(1.0).type_name() == "number");
    CHECK_FALSE(document(1) == document(1.0));
}

TEST_CASE("whole numbers above the signed range stay exact") {
    constexpr auto largest = std::numeric_limits<std::uint64_t>::max();
    CHECK(document(largest).as_unsigned() == largest);
    CHECK(document(largest).as_signed() == std::nullopt);
    CHECK(document(largest).type_name() == "integer");
}

TEST_CASE("what is not stated is null") {
    CHECK(document(std::optional<int>()).is_null());
    CHECK(document(std::optional<int>(4)).as_signed() == 4);
    CHECK(*document(std::optional<std::string>("s.9")).as_string() == "s.9");
}

TEST_CASE("an object keeps the order of its keys, and the order counts") {
    document a = document::object{{"key", "ijb"}, {"level", "local"}};
    a.set("mandate", false);
    REQUIRE(a.as_object()->size() == 3);
    CHECK(a.as_object()->front().key == "key");
    CHECK(a.as_object()->back().key == "mandate");
    CHECK(*a.find("level")->as_string() == "local");
    CHECK(a.find("nothing") == nullptr);
    CHECK(document(3).find("key") == nullptr);
    CHECK_FALSE(document(document::object{{"a", 1}, {"b", 2}}) == document(document::object{{"b", 2}, {"a", 1}}));
}

TEST_CASE("a list is made from any range") {
    const std::vector<std::string> words = {"a", "b"};
    document list = document::list(words);
    list.push(document::list(words, [](const std::string& w) { return w.size(); }));
    CHECK(list == document(document::array{"a", "b", document::array{1, 1}}));
}

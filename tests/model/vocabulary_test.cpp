// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/vocabulary.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace concordat;

TEST_CASE("every relation type stands in the layer that models/README.md gives it") {
    const std::vector<std::pair<std::string, std::vector<std::string>>> table{
        {"accountability", {"accountable_to", "directs", "appoints", "employs"}},
        {"delegation", {"delegates_to"}},
        {"money", {"funds", "commissions"}},
        {"referral", {"refers_to"}},
        {"delivery", {"delivers"}},
        {"information", {"shares_information_with"}},
        {"planning", {"plans_jointly_with", "member_of"}},
        {"scrutiny", {"inspects", "audits", "registers", "monitors"}},
        {"voice", {"participates_in", "advocates_for", "advises"}}};
    std::size_t types = 0;
    for (const auto& [layer_name, type_names] : table) {
        const auto which = word<layer>(layer_name);
        REQUIRE(which);
        std::vector<std::string> seen;
        for (const auto type : types_of(*which)) {
            seen.emplace_back(name(type));
            CHECK(layer_of(type) == *which);
        }
        CHECK(seen == type_names);
        types += seen.size();
    }
    CHECK(types == relation_type_count);
    CHECK(table.size() == layer_count);
}

TEST_CASE("sharing information and planning jointly hold both ways, nothing else does") {
    for (const auto text : words<relation_type>()) {
        const bool both_ways = text == "shares_information_with" || text == "plans_jointly_with";
        CHECK(is_symmetric(*word<relation_type>(text)) == both_ways);
    }
}

template <class Word>
void check_words(std::size_t count) {
    CHECK(words<Word>().size() == count);
    for (const auto text : words<Word>()) {
        REQUIRE(word<Word>(text));
        CHECK(name(*word<Word>(text)) == text);
    }
    CHECK_FALSE(word<Word>("no such word"));
    CHECK_FALSE(word<Word>(""));
}

TEST_CASE("a word and its enumerator name each other") {
    check_words<relation_type>(relation_type_count);
    check_words<layer>(layer_count);
    check_words<level>(5);
    check_words<resolution>(3);
    check_words<standing>(5);
    check_words<basis>(3);
    check_words<practice_role>(2);
    check_words<holding>(5);
    CHECK(name(level::public_) == "public");
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/record.hpp"

#include "written.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <string>
#include <utility>

using namespace concordat;

namespace {

run_record example() {
    run_record r = record_of_this_engine();
    r.seed = std::numeric_limits<std::uint64_t>::max();
    r.samples = 100000;
    r.options = document::object{{"baseline", "scotland.full"}, {"structure", false}, {"share", 0.1}, {"whole", 2.0}};
    r.inputs = {mark_of("scotland/full.toml", "abc"), mark_of("vocabulary.toml", "")};
    r.outputs = {mark_of("ranking.csv", "option,rank\r\n")};
    r.assumptions_by_level = {3, 4};
    r.warnings = {"E412: a circle of accountable_to: a <b> a"};
    return r;
}

}  // namespace

TEST_CASE("a mark is a file's name, size and SHA-256") {
    CHECK(mark_of("a", "abc") == file_mark{"a", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"});
}

TEST_CASE("a record reads back as itself") {
    const std::string text = to_json(example()).value();
    CHECK(parse_record(text).value() == example());
    written::keep("samples", "example.record.json", text);
}

TEST_CASE("the order in which files were met does not change the record") {
    run_record r = example();
    std::swap(r.inputs[0], r.inputs[1]);
    CHECK(to_json(r).value() == to_json(example()).value());
}

TEST_CASE("a record says nothing about where, when and by whom it was made") {
    const std::string text = to_json(example()).value();
    for (const auto* word : {"time", "date", "host", "user", "/home", "/tmp", "/work", "path"})
        CHECK(text.find(word) == std::string::npos);
}

TEST_CASE("every single changed bit of a record is noticed") {
    const std::string text = to_json(example()).value();
    std::size_t unnoticed = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            std::string changed = text;
            changed[i] = static_cast<char>(static_cast<unsigned char>(changed[i]) ^ (1u << bit));
            if (parse_record(changed)) ++unnoticed;
        }
    CHECK(unnoticed == 0);
    for (std::size_t size = 0; size < text.size(); ++size) CHECK_FALSE(parse_record(text.substr(0, size)));
    CHECK(parse_record(text + " ").error().code == errc::differs);
}

TEST_CASE("a changed record says what gave it away") {
    std::string text = to_json(example()).value();
    text.replace(text.find("100000"), 6, "100001");
    const auto refused = parse_record(text, "run/record.json");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::differs);
    CHECK(refused.error().where.path == "run/record.json");
    CHECK(refused.error().message.find("the record states the hash ") == 0);
}

TEST_CASE("what is no record is told apart") {
    CHECK(parse_record("{}").error().code == errc::missing_key);
    CHECK(parse_record("[]").error().code == errc::missing_key);
    CHECK(parse_record(R"({"format": 1})").error().code == errc::wrong_type);
    CHECK(parse_record(R"({"format": "concordat/record@2"})").error().code == errc::unknown_format);
    CHECK(parse_record("").error().code == errc::bad_syntax);
}

TEST_CASE("equal records do not differ; other records differ in what was changed, inputs before outputs") {
    CHECK(compare_records(example(), example()).empty());
    run_record other = example();
    other.seed = 7;
    other.options = document::object{{"structure", true}, {"share", 0.1}, {"whole", 2.0}, {"draws", "7"}};
    other.inputs[0].sha256[0] = 'c';
    other.inputs[1].name = "words.toml";
    other.outputs.clear();
    other.assumptions_by_level[1] = 5;
    const auto found = compare_records(example(), other);
    std::string text;
    for (const auto& d : found) text += std::string(name(d.part)) + " " + d.what + "\n";
    CHECK(text ==
          "options seed\noptions baseline\noptions draws\noptions structure\n"
          "inputs scotland/full.toml\ninputs vocabulary.toml\ninputs words.toml\n"
          "assumptions level 1\noutputs ranking.csv\n");
    CHECK(found[0] == record_difference{record_part::options, "seed", "18446744073709551615", "7"});
    CHECK(found[1] == record_difference{record_part::options, "baseline", "\"scotland.full\"", ""});
    CHECK(found[2] == record_difference{record_part::options, "draws", "", "\"7\""});
    CHECK(found.back().second.empty());
}

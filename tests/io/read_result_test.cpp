// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/read_result.hpp"

#include "concordat/io/json.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/write_result.hpp"
#include "study/small_study.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace concordat;
using namespace concordat::testing;

namespace {

std::string result_json(const study& s, const study_result& found) { return to_json(to_document(s, found)).value(); }

/// The small study with a judgement of every form that a value can have.
study judged_study() {
    auto s = small_study();
    s.samples = 300;
    const auto add = [&](const char* option, quantity value) {
        s.options.push_back({option, option, {}, {}, {}});
        s.judgements.push_back({option, "H2", std::move(value), "A test", {}, {}});
    };
    add("exact", exact_value{3.1});
    add("interval", interval_value{1.5, 4});
    add("triangle", triangular_value{1, 2, 4.5});
    add("normal", normal_value{3, 0.25});
    add("discrete", discrete_value{{{1, 0.25}, {4, 0.75}}});
    add("observed", empirical_value{{1.0 / 3, 2, 2, 5}});
    return s;
}

std::string changed(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a result that is read back is the run it was written from, to the last bit") {
    const auto s = judged_study();
    const auto found = run(s).value();
    CHECK(read_result(result_json(s, found)).value() == summarise(s, found));

    const auto world = load_study(std::string(CONCORDAT_TEST_DATA) + "/cli/world/studies/small.toml").value().study;
    const auto ran = run(world).value();
    const auto summary = read_result(result_json(world, ran)).value();
    CHECK(summary == summarise(world, ran));
    CHECK(summary.weights[1].illustrative);
    CHECK(summary.weights[1].how == elicitation::ordinal);
}

TEST_CASE("a result without a ranking, and one of options on models of their own, are read too") {
    auto s = small_study();
    s.weights.clear();
    const auto unranked = run(s).value();
    CHECK(read_result(result_json(s, unranked)).value() == summarise(s, unranked));

    s = small_study();
    s.samples = 50;
    s.models.emplace("worked", s.baselines.front());
    s.baselines.clear();
    s.reforms.clear();
    s.options = {{"alone", "Alone", {}, {}, {}, "worked"}, {"beside", "Beside", {}, {}, {}, "worked"}};
    const auto alone = run(s).value();
    CHECK(read_result(result_json(s, alone)).value() == summarise(s, alone));
}

TEST_CASE("what is no result is refused with what it lacks") {
    const auto s = judged_study();
    const auto text = result_json(s, run(s).value());
    const auto refused = [](const std::string& json) { return read_result(json, "result.json").error(); };
    CHECK(refused("").code == errc::bad_syntax);
    CHECK(refused("[]").code == errc::missing_key);
    CHECK(refused("{}").message == "the result lacks \"format\"");
    CHECK(refused("{}").where.path == "result.json");
    CHECK(refused("{\"format\": \"concordat/record@1\"}").code == errc::unknown_format);
    CHECK(refused(changed(text, "\"samples\"", "\"sample\"")).message == "the result lacks \"samples\"");
    CHECK(refused(changed(text, "\"samples\": 300", "\"samples\": \"300\"")).code == errc::wrong_type);
    CHECK(refused(changed(text, "\"illustrative\": true", "\"illustrative\": 1")).code == errc::wrong_type);
    CHECK(refused(changed(text, "\"elicitation\": \"none\"", "\"elicitation\": \"asked\"")).code ==
          errc::not_in_vocabulary);
    CHECK(refused(changed(text, "\"criterion\": \"A1\"", "\"criterion\": \"Z9\"")).code == errc::dangling_reference);
    CHECK(refused(changed(text, "\"high\": 4.0", "\"high\": \"4\"")).code == errc::wrong_type);
    CHECK(refused(changed(text, "\"high\": 4.0", "\"high\": 1.0")).code == errc::bad_interval);
    CHECK(refused(changed(text, "\"baselines\": [", "\"baselines\": [7, ")).code == errc::missing_key);
    CHECK(refused(changed(text, "\"not_separated\": [", "\"not_separated\": [7, ")).code == errc::wrong_type);
}

TEST_CASE("a result that was cut off anywhere is refused") {
    const auto s = judged_study();
    const auto text = result_json(s, run(s).value());
    for (std::size_t length = 0; length < text.size() - 2; length += 97)
        CHECK_FALSE(read_result(text.substr(0, length)));
}

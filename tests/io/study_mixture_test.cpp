// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/study_mixture.hpp"

#include "concordat/io/load.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace concordat;

namespace {

/// The small world of the program's tests, as a run of its study reads it.
run_inputs small_world() {
    const auto loaded = load_study(std::string(CONCORDAT_TEST_DATA) + "/cli/world/studies/small.toml").value();
    run_inputs run{"studies.small", {}};
    for (const auto& input : loaded.inputs) run.files.emplace(path_of_key(input.key), input.bytes);
    return run;
}

void alter(run_inputs& run, const std::string& file, const std::string& from, const std::string& to) {
    auto& text = run.files.at(file);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
}

std::vector<std::string> first_files(const std::vector<changed_input>& changes) {
    std::vector<std::string> all;
    for (const auto& one : changes) all.push_back(one.files.front());
    return all;
}

}  // namespace

TEST_CASE("the same inputs have no changes") { CHECK(changed_inputs(small_world(), small_world()).empty()); }

TEST_CASE("each file that differs is a change, and so is one that only one run read") {
    auto after = small_world();
    alter(after, "weights/reach.toml", "Reach before trust", "Reach above trust");
    alter(after, "studies/small.toml", "mode = 3", "mode = 2.5");
    after.files.erase("claims/said.toml");
    after.files["reforms/new.toml"] = "anything";
    const auto changes = changed_inputs(small_world(), after);
    CHECK(first_files(changes) ==
          std::vector<std::string>{"claims/said.toml", "reforms/new.toml", "studies/small.toml", "weights/reach.toml"});
    for (const auto& one : changes) CHECK(one.kind.empty());
}

TEST_CASE("two different studies change as one") {
    auto after = small_world();
    after.study = "studies.other";
    after.files["studies/other.toml"] = after.files.at("studies/small.toml");
    after.files.erase("studies/small.toml");
    alter(after, "studies/other.toml", "studies.small", "studies.other");
    const auto before = small_world();
    const auto changes = changed_inputs(before, after);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].files == std::vector<std::string>{"studies/other.toml", "studies/small.toml"});
    const auto make = mixtures(before, after, changes);
    CHECK(make(0)->key == "studies.small");
    CHECK(make(1)->key == "studies.other");
}

TEST_CASE("a mixture is the study with some files of each run") {
    const auto before = small_world();
    auto after = before;
    alter(after, "weights/reach.toml", "Reach before trust before one body", "Another title");
    alter(after, "studies/small.toml", "A small study", "Another study");
    const auto changes = changed_inputs(before, after);
    const auto make = mixtures(before, after, changes);
    for (std::uint32_t set = 0; set < 4; ++set) {
        const auto mixed = make(set).value();
        CHECK(mixed.title == ((set & 1) != 0 ? "Another study" : "A small study"));
        CHECK(mixed.weights[1].title == ((set & 2) != 0 ? "Another title" : "Reach before trust before one body"));
    }
}

TEST_CASE("a file that only the run after read is not there without its change, and the mixture says so") {
    const auto before = small_world();
    auto after = before;
    alter(after, "studies/small.toml", "\"weights.reach\"]", "\"weights.reach\", \"weights.third\"]");
    after.files["weights/third.toml"] = after.files.at("weights/nobody.toml");
    alter(after, "weights/third.toml", "weights.nobody", "weights.third");
    const auto changes = changed_inputs(before, after);
    REQUIRE(changes.size() == 2);
    const auto make = mixtures(before, after, changes);
    CHECK(make(0)->weights.size() == 2);
    CHECK(make(3)->weights.size() == 3);
    CHECK(make(2)->weights.size() == 2);
    const auto lacking = make(1);
    REQUIRE_FALSE(lacking);
    CHECK(lacking.error().code == errc::no_such_file);

    const auto shared = share_change(2, make).value();
    REQUIRE(shared.players.size() == 1);
    CHECK(shared.players[0].changes == std::vector<std::size_t>{0, 1});
    CHECK_FALSE(shared.moved);  // what both have did not change
}

TEST_CASE("where too many files differ, all of a kind are taken as one") {
    auto before = small_world(), after = before;
    for (int i = 0; i < 12; ++i) {
        const std::string name = "weights/w" + std::to_string(10 + i) + ".toml";
        before.files[name] = "format = \"concordat/weights@1\"\nkey = \"x\"\ntitle = \"X\"\n";
        after.files[name] = before.files[name] + "# changed\n";
    }
    CHECK(changed_inputs(before, after).size() == 12);
    alter(after, "studies/small.toml", "A small study", "Another study");
    alter(after, "reforms/away.toml", "One line", "A line");
    before.files["indicators/rows.csv"] = "a,b\r\n";
    const auto changes = changed_inputs(before, after);
    REQUIRE(changes.size() == 4);
    CHECK(changes[0].kind == "indicators");
    CHECK(changes[0].files == std::vector<std::string>{"indicators/rows.csv"});
    CHECK(changes[1] == changed_input{{"reforms/away.toml"}, "reform"});
    CHECK(changes[2].kind == "study");
    CHECK(changes[3].kind == "weights");
    CHECK(changes[3].files.size() == 12);
}

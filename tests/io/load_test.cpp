// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/load.hpp"

#include "concordat/io/check.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace concordat;
namespace fs = std::filesystem;

namespace {

std::string models(const std::string& below) { return std::string(CONCORDAT_MODELS) + "/" + below; }
std::string refused_file(const std::string& name) { return std::string(CONCORDAT_TEST_DATA) + "/io/refused/" + name; }

/// A model that names no other file.
const std::string self_contained = R"(format = "concordat/model@1"
key = "small"
title = "Small"
as_of = 2024-01-01
resolution = "team"

[[kind]]
key = "body"
title = "Body"

[[service]]
key = "education"
title = "Education"
universal = true

[[source]]
key = "act"
title = "An Act"
url = "https://example.org/act"
date = 2014-04-01
read = 2026-11-22
sourcing = "official"

[[actor]]
key = "council"
name = "Council"
kind = "body"
level = "local"
mandate = true
evidence = { source = "act", at = "s.1", level = 4, note = "A note" }

[[actor]]
key = "school"
name = "School"
kind = "body"
level = "frontline"
legal_entity = "council"
team = "schools"
statutory = false

[[actor]]
key = "families"
name = "Families"
kind = "body"
level = "public"

[[relation]]
type = "funds"
from = "council"
to = "school"
amount = { value = 60, unit = "GBP_m/year", year = 2022 }
term = 3
ring_fenced = true
basis = "law"
in_force = { from = 2015-04-01 }

[[relation]]
type = "participates_in"
from = "families"
to = ["council", "school"]
standing = true
lundy = ["space", "voice"]
status = "pilot"

[[relation]]
type = "delivers"
from = "school"
to = "families"
services = ["education"]
ages = [5, 18]
role = "named_person"

[[persona]]
key = "pupil"
title = "A pupil"
weight = 1
age = 10
needs = ["education", { service = "education", ages = [0, 26], recipient_age = 38 }]
entries = ["school"]

[[decision_right]]
key = "open-school"
title = "To open a school"
holder = "council"
weight = 2.5
services = ["education"]
)";

}  // namespace

TEST_CASE("every key of a model reaches its place") {
    const auto m = load_model_text(self_contained, "small.toml").value();
    CHECK(m.key() == "small");
    CHECK(m.as_of() == date{2024, 1, 1});
    CHECK(m.services().front().universal);
    const auto& act = *m.find_source("act");
    CHECK(act.url == "https://example.org/act");
    CHECK(act.dated == date{2014, 4, 1});
    CHECK(act.quality == sourcing::official);

    const auto& council = *m.find_actor("council");
    CHECK(council.legal_entity == "council");  // without the key, its own
    CHECK(council.team == "council");
    CHECK(council.mandate);
    CHECK_FALSE(council.statutory.has_value());
    CHECK(council.evidence.sources == std::vector<std::string>{"act"});
    CHECK(council.evidence.at == "s.1");
    CHECK(council.evidence.level == 4);
    CHECK(council.where.at == source_pos{"small.toml", 24, 1});
    const auto& school = *m.find_actor("school");
    CHECK(school.legal_entity == "council");
    CHECK(school.team == "schools");
    CHECK(school.statutory == false);

    const auto& funds = m.relations(relation_type::funds).front();
    CHECK(funds.amount == amount{60, "GBP_m/year", 2022});
    CHECK(funds.term == 3.0);
    CHECK(funds.ring_fenced);
    CHECK(funds.basis == basis::law);
    CHECK(funds.in_force == date_span{date{2015, 4, 1}, std::nullopt});
    REQUIRE(m.relations(relation_type::participates_in).size() == 2);  // one for each of `to`
    const auto& voice = m.relations(relation_type::participates_in).front();
    CHECK(voice.standing_route);
    CHECK(voice.lundy == lundy_elements{true, true, false, false});
    CHECK(voice.status == standing::pilot);
    const auto& delivers = m.relations(relation_type::delivers).front();
    CHECK(delivers.ages == age_span{5, 18});
    CHECK(delivers.role == practice_role::named_person);

    const auto& pupil = m.personas().front();
    REQUIRE(pupil.needs.size() == 2);
    CHECK(pupil.needs[0] == need{"education", age_span{}, std::nullopt});
    CHECK(pupil.needs[1] == need{"education", age_span{0, 26}, 38.0});
    CHECK(m.decision_rights().front().weight == 2.5);
}

TEST_CASE("a text by itself cannot name other files") {
    const auto read =
        load_model_text("format = \"concordat/model@1\"\nkey = \"x\"\ntitle = \"X\"\nextends = \"y\"\n", "x.toml");
    REQUIRE_FALSE(read.has_value());
    CHECK(to_string(read.error()) ==
          "x.toml:4:11: error[E305]: \"y\" cannot be opened: a text by itself has no folder to find other files in\n"
          "  hint: give the path of a file instead");
}

TEST_CASE("a file of another format is refused by name") {
    const auto read = load_reform(models("vocabulary.toml"));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == errc::unknown_format);
    CHECK(read.error().message == "format = \"concordat/vocabulary@1\", but \"concordat/reform@1\" was expected");
}

TEST_CASE("an abstract part is no model of its own") {
    const auto read = load_model(models("scotland/common.toml"));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == errc::unknown_format);
    CHECK(check_file(models("scotland/common.toml")).passed());
}

TEST_CASE("a chain of extends may be eight files deep and no deeper") {
    const fs::path folder = fs::path(CONCORDAT_TEST_OUT) / "load_test_chain";
    fs::remove_all(folder);
    fs::create_directories(folder);
    for (int i = 1; i <= 9; ++i) {
        std::ofstream file(folder / ("m" + std::to_string(i) + ".toml"));
        file << "format = \"concordat/model@1\"\nkey = \"m" << i << "\"\ntitle = \"M\"\n";
        if (i < 9) file << "extends = \"m" << i + 1 << "\"\n";
        if (i == 9) file << "as_of = 2024-01-01\nresolution = \"team\"\n[[kind]]\nkey = \"body\"\ntitle = \"Body\"\n";
    }
    CHECK(load_model((folder / "m2.toml").string()).has_value());
    const auto deep = load_model((folder / "m1.toml").string());
    REQUIRE_FALSE(deep.has_value());
    CHECK(deep.error().code == errc::limit_exceeded);
    CHECK(deep.error().message == "extends goes deeper than 8 files: m1 -> m2 -> m3 -> m4 -> m5 -> m6 -> m7 -> m8");
    fs::remove_all(folder);
}

TEST_CASE("a link below the root that leads out of it is refused where it is named") {
    const fs::path folder = fs::path(CONCORDAT_TEST_OUT) / "load_test_link";
    fs::remove_all(folder);
    fs::create_directories(folder / "root");
    std::ofstream(folder / "out.toml") << "secret";
    fs::create_symlink("../out.toml", folder / "root" / "out.toml");
    std::ofstream(folder / "root" / "m.toml")
        << "format = \"concordat/model@1\"\nkey = \"m\"\ntitle = \"M\"\nextends = \"out\"\n";
    const auto read = load_model((folder / "root" / "m.toml").string());
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == errc::leaves_root);
    CHECK(read.error().where.line == 4);
    CHECK(to_string(read.error()).find("secret") == std::string::npos);
    fs::remove_all(folder);
}

TEST_CASE("the encoded Scotland is read from wherever the program stands") {
    const auto m = load_model(models("scotland/full.toml")).value();
    CHECK(m.resolution() == resolution::team);
    CHECK(m.actors().size() > 40);
    for (const auto& a : m.actors()) CHECK(a.where.at.line > 0);
    for (const auto& r : m.relations()) CHECK(r.where.at.line > 0);
    const auto before = fs::current_path();
    fs::current_path(models("scotland"));
    const auto again = load_model("full.toml");
    fs::current_path(before);
    REQUIRE(again.has_value());
    CHECK(*again == m);
}

TEST_CASE("sources, criteria and weights are read each by itself") {
    CHECK(load_sources(models("sources/ncs.toml")).value().size() > 10);
    CHECK(load_criteria(models("criteria/promise-girfec.toml")).value().criteria.size() == 19);
    const auto given = load_weights(models("weights/families-first.toml")).value();
    CHECK(given.criteria.key == "criteria.promise-girfec");
    const auto& set = given.weights;
    CHECK(set.how == elicitation::ordinal);
    CHECK(set.preferences.size() == 9);
    CHECK(set.illustrative);
    CHECK_FALSE(load_weights(refused_file("weights-tree.toml")).has_value());
}

TEST_CASE("a reform's steps keep their order and their lines") {
    const auto r = load_reform(models("reforms/ncs/o1.toml")).value();
    CHECK(r.status == standing::proposed);
    CHECK(std::holds_alternative<create_step>(r.steps.front().action));
    CHECK(std::is_sorted(r.steps.begin(), r.steps.end(),
                         [](const step& a, const step& b) { return a.where.at.line < b.where.at.line; }));
}

TEST_CASE("a key that names no file is told the nearest that does") {
    const fs::path folder = fs::path(CONCORDAT_TEST_OUT) / "load_test_nearest";
    fs::remove_all(folder);
    fs::create_directories(folder / "areas");
    std::ofstream(folder / "areas" / "north.toml") << "format = \"concordat/model@1\"\n";
    std::ofstream(folder / "c.toml") << "format = \"concordat/case@1\"\nkey = \"c\"\ntitle = \"C\"\n"
                                        "models = \"areas.nrth\"\n";
    const auto read = load_case((folder / "c.toml").string());
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == errc::no_such_file);
    CHECK(read.error().where.line == 4);
    CHECK(read.error().hint == "did you mean \"areas.north\"?");
    fs::remove_all(folder);
}

TEST_CASE("a file says what it is before anything else of it is read") {
    CHECK(load_format(models("reforms/ncs/o1.toml")).value() == "concordat/reform@1");
    CHECK(load_format(refused_file("claims.toml")).value() == "concordat/claims@1");
    CHECK(load_format(refused_file("e204-format.toml")).error().code == errc::unknown_format);
    CHECK(load_format(models("absent.toml")).error().code == errc::no_such_file);
}

namespace {

/// What a study was read from, by name below the root.
file_bytes read_into_memory(const loaded_study& loaded) {
    file_bytes files;
    for (const auto& input : loaded.inputs)
        files.emplace(input.name.empty() ? path_of_key(input.key) : input.name, input.bytes);
    return files;
}

}  // namespace

TEST_CASE("a study is read from memory as it is from the disk, rows of data included") {
    for (const auto* key : {"studies.ncs-2026", "studies.areas"}) {
        const auto on_disk = load_study(models(path_of_key(key))).value();
        const auto files = read_into_memory(on_disk);
        const auto again = load_study(files, key).value();
        CHECK(again.study.key == key);
        CHECK(again.study.baselines == on_disk.study.baselines);
        CHECK(again.study.reforms == on_disk.study.reforms);
        CHECK(again.study.areas == on_disk.study.areas);
        CHECK(again.study.claims == on_disk.study.claims);
        REQUIRE(again.inputs.size() == on_disk.inputs.size());
        CHECK(read_into_memory(again) == files);
        CHECK(again.inputs.front().path == path_of_key(key));
    }
}

TEST_CASE("a study in memory sees what was changed there, and lacks what is not there") {
    const auto on_disk = load_study(std::string(CONCORDAT_TEST_DATA) + "/cli/world/studies/small.toml").value();
    auto files = read_into_memory(on_disk);
    auto& study = files.at("studies/small.toml");
    study.replace(study.find("A small study"), 13, "Another study");
    CHECK(load_study(files, "studies.small")->study.title == "Another study");

    files.erase("reforms/away.toml");
    const auto lacking = load_study(files, "studies.small");
    REQUIRE_FALSE(lacking);
    CHECK(lacking.error().code == errc::no_such_file);
    CHECK(lacking.error().where.path == "studies/small.toml");
    CHECK(lacking.error().message.find("\"reforms.away\" cannot be opened") == 0);

    CHECK(load_study(files, "studies.smal").error().code == errc::no_such_file);
    CHECK(load_study(files, "../small").error().code == errc::bad_identifier);
    CHECK(load_study(files, "weights.nobody").error().code == errc::unknown_format);
    files["studies/other.toml"] = study;
    CHECK(load_study(files, "studies.other").error().code == errc::key_not_path);
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/loaded.hpp"

#include "concordat/io/load.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <iterator>
#include <set>

using namespace concordat;

namespace {

std::string shipped(const std::string& below) { return std::string(CONCORDAT_MODELS) + "/" + below; }

}  // namespace

TEST_CASE("a study comes with everything it names, and with the bytes that were read") {
    const auto loaded = load_study(shipped("studies/ncs-inclusion.toml")).value();
    CHECK(loaded.study.baselines.size() == 4);
    CHECK(loaded.study.reforms.size() == loaded.study.options.size());
    CHECK(loaded.study.weights.size() == 4);
    CHECK(loaded.study.criteria.key == "criteria.promise-girfec");
    CHECK(loaded.study.contested.at("D2") == sense::lower);
    CHECK(loaded.inputs.front().key == "studies.ncs-inclusion");
    std::set<std::string> keys;
    for (const auto& input : loaded.inputs) {
        CHECK(keys.insert(input.key).second);
        CHECK(input.bytes == written::content_of(input.path));
    }
    for (const auto* key : {"vocabulary", "sources.scotland", "scotland.common", "scotland.full", "weights.equal"})
        CHECK(keys.contains(key));
}

TEST_CASE("a vocabulary keeps the terms of the ontologies") {
    const auto words = load_vocabulary(shipped("vocabulary.toml")).value();
    CHECK(words.relation_terms.size() == relation_type_count);
    CHECK(words.service_terms.size() == words.services.size());
    for (const auto& kind : words.kinds) CHECK_FALSE(kind.org.empty());
}

// SPDX-License-Identifier: Apache-2.0
/// Studies of every kind that a text must be able to tell, and what no text may look like.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/io/load.hpp"
#include "concordat/report/prose.hpp"
#include "concordat/study/run.hpp"
#include "study/doubtful_study.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace concordat::testing {

struct told_study {
    std::string name;
    concordat::study study;
    study_result result;
};

[[nodiscard]] inline told_study told(std::string name, study s) {
    s.samples = std::min<std::uint64_t>(s.samples, 2000);
    auto found = run(s).value();
    return {std::move(name), std::move(s), std::move(found)};
}

/// A study file of the tests or of the world, without drawn graphs: those take minutes here and change one sentence.
[[nodiscard]] inline study plain_study(const std::string& path) {
    auto s = load_study(path).value().study;
    s.structure = false;
    s.graphs = 0;
    s.presence.clear();
    return s;
}

[[nodiscard]] inline study patchwork() {
    return plain_study(std::string(CONCORDAT_TEST_DATA) + "/cli/patchwork/studies/patchwork.toml");
}

/// Both options are the baseline as it stands.
[[nodiscard]] inline study tied_study() {
    auto s = small_study();
    s.options[1].reforms.clear();
    return s;
}

/// Nobody gave a value for anything but H2, on which the options are alike. (Without any value at all and with weights
/// a run is refused.)
[[nodiscard]] inline study unknown_study() {
    auto s = small_study();
    for (auto& each : s.criteria.criteria) {
        each.measure.clear();
        each.needs = value_source::judgement;
        each.missing = gap_rule::whole_scale;
    }
    s.judgements = {{"base", "H2", exact_value{3}, "A panel", {}, {}}, {"x", "H2", exact_value{3}, "A panel", {}, {}}};
    return s;
}

/// No baseline: each option is a model of its own.
[[nodiscard]] inline study study_of_places() {
    auto s = small_study();
    s.models.emplace("worked.base", worked_example());
    s.models.emplace("worked.option-x", worked_example_option_x());
    s.baselines.clear();
    s.options[0].model = "worked.base";
    s.options[1].model = "worked.option-x";
    s.options[1].reforms.clear();
    return s;
}

[[nodiscard]] inline std::vector<told_study> run_all_kinds() {
    std::vector<told_study> all;
    all.push_back(told("ranked", small_study()));
    auto unranked = small_study();
    unranked.weights.clear();
    all.push_back(told("unranked", unranked));
    auto lonely = small_study();
    lonely.options.pop_back();
    all.push_back(told("one option", lonely));
    all.push_back(told("tied", tied_study()));
    all.push_back(told("unknown", unknown_study()));
    auto unknown = unknown_study();
    unknown.weights.clear();
    unknown.judgements.clear();
    all.push_back(told("unknown and unranked", unknown));
    all.push_back(told("places", study_of_places()));
    all.push_back(told("drawn", doubtful_study()));
    all.push_back(told("areas", patchwork()));
    auto bare = small_study();
    bare.question.clear();
    bare.title.clear();
    for (auto& each : bare.options) each.title.clear();
    all.push_back(told("without titles", bare));
    return all;
}

/// Run once for all tests.
[[nodiscard]] inline const std::vector<told_study>& studies_of_all_kinds() {
    static const std::vector<told_study> all = run_all_kinds();
    return all;
}

/// What a template itself says, with a letter in place of whatever comes from the study.
[[nodiscard]] inline std::string own_words(const sentence& words) {
    std::string out;
    for (const auto& each : words) out += each.kind == phrase_kind::ours ? each.text : std::string("X");
    return out;
}

[[nodiscard]] inline std::vector<sentence> sentences_of(const prose& text) {
    std::vector<sentence> all;
    for (const auto& block : text.blocks) {
        if (const auto* heading = std::get_if<prose_heading>(&block)) all.push_back(heading->words);
        if (const auto* paragraph = std::get_if<prose_paragraph>(&block)) all.push_back(paragraph->words);
        if (const auto* list = std::get_if<prose_list>(&block))
            all.insert(all.end(), list->items.begin(), list->items.end());
    }
    return all;
}

/// Faults of grammar that templates make: a number that does not agree, marks that stand wrongly, a text cut off.
[[nodiscard]] inline std::vector<std::string> faults_of_grammar(const prose& text) {
    static const std::regex wrong(
        "  | [,.;:!?]|\\.\\.|,,|,\\.|\\bone (options|points|areas|sets|maps|facts|things|ways|tests|"
        "criteria)\\b|\\b(two|three|four|five|six|seven|eight|nine|ten|[0-9]+) (option|point|area|set|map|fact|thing|"
        "way|test|criterion)\\b|\\bnan\\b|\\binf\\b|-0%|\\b(are|is) (are|is)\\b|\\b(the the|of of|a a)\\b");
    std::vector<std::string> faults;
    for (const auto& words : sentences_of(text)) {
        const std::string own = own_words(words);
        if (own.empty() || std::regex_search(own, wrong)) faults.push_back(own);
        const char first = own.empty() ? ' ' : own.front();
        if (first >= 'a' && first <= 'z') faults.push_back("no capital: " + own);
    }
    for (const auto& block : text.blocks)
        if (const auto* paragraph = std::get_if<prose_paragraph>(&block)) {
            const std::string own = own_words(paragraph->words);
            if (own.empty() || std::string(".:!?X").find(own.back()) == std::string::npos)
                faults.push_back("no end: " + own);
        }
    return faults;
}

/// The place of the first block that holds these words; the number of blocks where none does.
[[nodiscard]] inline std::size_t block_with(const prose& text, const std::string& words) {
    for (std::size_t i = 0; i < text.blocks.size(); ++i)
        if (to_text(prose{"", {text.blocks[i]}}, 0).find(words) != std::string::npos) return i;
    return text.blocks.size();
}

[[nodiscard]] inline bool says(const prose& text, const std::string& words) {
    return block_with(text, words) < text.blocks.size();
}

/// The study with markup, controls and marks of direction in everything that a file can name.
inline const std::string hostile_title =
    "</p><script>alert(1)</script>\u202e\x1b[31m=cmd|' /C calc'!A0 [x](javascript:y)";
[[nodiscard]] inline study hostile_study(study s) {
    s.title = s.question = s.commissioner = hostile_title;
    for (auto& each : s.options) each.title = hostile_title;
    for (auto& each : s.criteria.criteria) each.title = each.unit = hostile_title;
    for (auto& each : s.criteria.branches) each.title = hostile_title;
    for (auto& each : s.weights) each.title = each.whose = hostile_title;
    return s;
}

[[nodiscard]] inline std::filesystem::path golden_folder() {
    return std::filesystem::path(CONCORDAT_TEST_DATA) / "report" / "golden";
}
[[nodiscard]] inline std::string golden(const std::string& name) {
    std::ifstream file(golden_folder() / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}
inline void write_golden(const std::string& name, const std::string& text) {
    std::ofstream(golden_folder() / name, std::ios::binary) << text;
}

[[nodiscard]] inline std::vector<told_study> run_the_world() {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(CONCORDAT_MODELS) + "/studies"))
        if (entry.path().extension() == ".toml") paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    std::vector<told_study> all;
    for (const auto& path : paths) {
        auto s = plain_study(path);
        s.samples = 300;
        all.push_back(told(path, std::move(s)));
    }
    return all;
}

/// Every study of models/studies, with few samples. Run once for all tests.
[[nodiscard]] inline const std::vector<told_study>& studies_of_the_world() {
    static const std::vector<told_study> all = run_the_world();
    return all;
}

}  // namespace concordat::testing

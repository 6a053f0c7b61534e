// SPDX-License-Identifier: Apache-2.0
// Golden cases as data: each `refused/<name>.toml` stands beside `<name>.txt`, which holds every error and hint to the
// letter, without the path of the folder. Files without a .txt are sound and there to be named by the others.
#include "concordat/io/check.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace concordat;
namespace fs = std::filesystem;

namespace {

const fs::path refused = fs::path(CONCORDAT_TEST_DATA) / "io" / "refused";

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> refused_files() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(refused))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

std::string told(const check_report& report) {
    std::string text;
    for (const auto& e : report.errors) text += describe(e, "error") + "\n";
    const std::string folder = refused.string() + "/";
    for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder)) text.erase(at, folder.size());
    return text;
}

}  // namespace

TEST_CASE("every file that is to be refused is refused for the reasons written beside it") {
    std::size_t cases = 0;
    for (const auto& path : refused_files()) {
        INFO(path.filename());
        const auto report = check_file(path.string());
        auto beside = path;
        beside.replace_extension(".txt");
        if (!fs::exists(beside)) {
            CHECK(told(report).empty());
            continue;
        }
        ++cases;
        CHECK_FALSE(report.passed());
        CHECK(report.warnings.empty());
        CHECK(told(report) == content_of(beside));
    }
    CHECK(cases >= 45);
}

TEST_CASE("the refused files raise every code that reading a file can raise") {
    std::set<int> seen;
    for (const auto& path : refused_files())
        for (const auto& e : check_file(path.string()).errors) seen.insert(static_cast<int>(e.code));
    for (const int code : {101, 102, 103, 104, 201, 202, 203, 204, 205, 206, 207, 301, 302, 303,
                           305, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 701})
        CHECK(seen.contains(code));
}

TEST_CASE("errors come in the order of the file and each of them once") {
    for (const auto& path : refused_files()) {
        const auto errors = check_file(path.string()).errors;
        if (errors.size() > 20) continue;  // the last of those tells how many more there are
        const auto place = [](const error& e) { return std::tie(e.where.path, e.where.line, e.where.column); };
        CHECK(std::is_sorted(errors.begin(), errors.end(),
                             [&](const error& a, const error& b) { return place(a) < place(b); }));
        std::set<std::string> once;
        for (const auto& e : errors) CHECK(once.insert(describe(e, "error")).second);
    }
}

TEST_CASE("a check names the format and key of what it read") {
    const auto report = check_file((refused / "model-sound.toml").string());
    CHECK(report.passed());
    CHECK(report.format == "concordat/model@1");
    CHECK(report.key == "model-sound");
}

TEST_CASE("every encoded file passes") {
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(CONCORDAT_MODELS)) {
        if (entry.path().extension() != ".toml") continue;
        ++files;
        const auto report = check_file(entry.path().string());
        INFO(entry.path());
        for (const auto& e : report.errors) UNSCOPED_INFO(describe(e, "error"));
        CHECK(report.passed());
    }
    CHECK(files > 25);
}

TEST_CASE("a text by itself is checked as far as it goes, and names nothing that is opened") {
    const auto text = content_of(refused / "e305-missing.toml");
    CHECK(check_text(text, "x.toml").passed());
    const auto wrong = check_text(content_of(refused / "e201-unknown.toml"), "x.toml");
    REQUIRE(wrong.errors.size() == 3);
    CHECK(describe(wrong.errors[0], "error") ==
          "x.toml:5:1: error[E201]: the file has no key \"autor\"\n  hint: known: format, key, title and source");
}

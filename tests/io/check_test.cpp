// SPDX-License-Identifier: Apache-2.0
// Golden cases as data: each `refused/<name>.toml` stands beside `<name>.txt`, which holds every error and hint to the
// letter, without the path of the folder. Files without a .txt are sound and there to be named by the others.
#include "concordat/io/check.hpp"

#include "written.hpp"

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
        CHECK(told(report) == written::content_of(beside));
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
    const auto text = written::content_of(refused / "e305-missing.toml");
    CHECK(check_text(text, "x.toml").passed());
    const auto wrong = check_text(written::content_of(refused / "e201-unknown.toml"), "x.toml");
    REQUIRE(wrong.errors.size() == 3);
    CHECK(describe(wrong.errors[0], "error") ==
          "x.toml:5:1: error[E201]: the file has no key \"autor\"\n  hint: known: format, key, title and source");
}

TEST_CASE("a directory is checked file by file, and what its models share is counted once") {
    const auto found = check_directory(CONCORDAT_MODELS).value();
    CHECK(found.files.size() > 25);
    CHECK(std::is_sorted(found.files.begin(), found.files.end(),
                         [](const auto& a, const auto& b) { return a.path < b.path; }));
    CHECK(found.links.empty());
    const auto sum = summarise(found.files);
    CHECK(sum.files == found.files.size());
    CHECK(sum.refused == 0);
    CHECK(sum.models >= 4);
    CHECK(sum.parts >= 2);

    // Every file by itself states at least what it adds; the shared parts are in several of them.
    std::size_t one_by_one = 0;
    for (const auto& report : found.files)
        if (report.facts) one_by_one += report.facts->facts.size();
    CHECK(sum.evidence.facts() < one_by_one);
    CHECK(sum.actors + sum.relations < sum.evidence.facts());
}

TEST_CASE("files checked together are what each is alone, though shared files are parsed once") {
    std::vector<std::string> paths;
    for (const auto& path : refused_files()) paths.push_back(path.string());
    const auto together = check_files(paths);
    REQUIRE(together.size() == paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        INFO(paths[i]);
        CHECK(told(together[i]) == told(check_file(paths[i])));
    }
}

TEST_CASE("a refused file is counted as such, and what it states is not") {
    const auto sum = summarise(
        check_files(std::vector{(refused / "e405-intervals.toml").string(), (refused / "absent.toml").string(),
                                (refused / "model-sound.toml").string()}));
    CHECK(sum.files == 3);
    CHECK(sum.refused == 2);
    CHECK(sum.models == 1);
    CHECK(sum.evidence.facts() == check_file((refused / "model-sound.toml").string()).facts->facts.size());
}

TEST_CASE("a table that no file names is left over") {
    const auto folder = fs::path(CONCORDAT_TEST_OUT) / "check_test_left_over";
    fs::create_directories(folder);
    std::ofstream(folder / "data.csv") << "a,b\n";
    fs::copy_file(refused / "model-sound.toml", folder / "model-sound.toml", fs::copy_options::overwrite_existing);
    const auto found = check_directory(folder.string()).value();
    CHECK(found.left_over == std::vector<std::string>{(folder / "data.csv").string()});
    CHECK(found.files.front().inputs == std::vector<std::string>{(folder / "model-sound.toml").string()});
    fs::remove_all(folder);
}

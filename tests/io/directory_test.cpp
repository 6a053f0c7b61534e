// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/directory.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

using namespace concordat;
namespace fs = std::filesystem;

namespace {

/// A fresh folder, gone afterwards.
class own_folder {
public:
    explicit own_folder(const std::string& name) : path_(fs::path(CONCORDAT_TEST_OUT) / ("directory_test_" + name)) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~own_folder() { fs::remove_all(path_); }
    [[nodiscard]] std::string at(const std::string& below) const { return (path_ / below).string(); }
    [[nodiscard]] std::string top() const { return path_.string(); }
    void write(const std::string& below) const {
        fs::create_directories((path_ / below).parent_path());
        std::ofstream(path_ / below) << "x";
    }

private:
    fs::path path_;
};

}  // namespace

TEST_CASE("everything of ours below a directory is listed in order, and nothing hidden") {
    const own_folder here("order");
    for (const auto* name : {"b.toml", "a/z.toml", "a/b/c.toml", "a.toml", "a/t.csv", "notes.md", ".hidden.toml",
                             ".git/config.toml", "a/.x/y.toml"})
        here.write(name);
    const auto found = list_directory(here.top()).value();
    CHECK(found.files ==
          std::vector<std::string>{here.at("a.toml"), here.at("a/b/c.toml"), here.at("a/z.toml"), here.at("b.toml")});
    CHECK(found.tables == std::vector<std::string>{here.at("a/t.csv")});
    CHECK(found.links.empty());
    CHECK(list_directory(here.top() + "//").value().files == found.files);
}

TEST_CASE("links below a directory are told and not followed, so that a circle of them ends nothing") {
    const own_folder here("links"), outside("outside");
    here.write("a.toml");
    outside.write("secret.toml");
    fs::create_directory_symlink(here.top(), here.at("circle"));
    fs::create_directory_symlink(outside.top(), here.at("out"));
    fs::create_symlink(outside.at("secret.toml"), here.at("secret.toml"));
    fs::create_symlink("two.toml", here.at("one.toml"));
    fs::create_symlink("one.toml", here.at("two.toml"));
    fs::create_symlink("nothing", here.at("dangling"));
    const auto found = list_directory(here.top()).value();
    CHECK(found.files == std::vector<std::string>{here.at("a.toml")});
    CHECK(found.links == std::vector<std::string>{here.at("circle"), here.at("one.toml"), here.at("out"),
                                                  here.at("secret.toml"), here.at("two.toml")});
    // The directory itself is the user's own word.
    CHECK(list_directory(here.at("circle")).value().files.size() == 1);
}

TEST_CASE("what is no directory, holds nothing of ours or goes too deep is refused") {
    const own_folder here("refused");
    here.write("a.csv");
    CHECK(is_directory(here.top()));
    CHECK_FALSE(is_directory(here.at("a.csv")));
    CHECK_FALSE(is_directory(here.at("absent")));
    CHECK_FALSE(is_directory(std::string("a\0b", 3)));

    const auto empty = list_directory(here.top());
    REQUIRE_FALSE(empty);
    CHECK(empty.error().code == errc::no_such_file);
    CHECK(empty.error().message ==
          "the directory \"" + here.top() + "\" holds no file of ours, whose names end in .toml");

    const auto absent = list_directory(here.at("absent"));
    REQUIRE_FALSE(absent);
    CHECK(absent.error().code == errc::cannot_read);

    fs::create_symlink("loop", here.at("loop"));
    CHECK_FALSE(is_directory(here.at("loop")));

    std::string deep = "d";
    for (std::size_t i = 0; i < most_directories_deep; ++i) deep += "/d";
    here.write(deep + "/x.toml");
    const auto too_deep = list_directory(here.top());
    REQUIRE_FALSE(too_deep);
    CHECK(too_deep.error().code == errc::limit_exceeded);
}

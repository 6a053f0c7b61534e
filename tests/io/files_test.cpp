// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/files.hpp"

#include "concordat/io/root.hpp"
#include "full_disk.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

using namespace concordat;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t plenty = std::size_t{1} << 30;

/// An empty folder that is gone after the test.
class folder {
public:
    folder() {
        std::string pattern = (fs::temp_directory_path() / "concordat-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    folder(const folder&) = delete;
    folder& operator=(const folder&) = delete;
    ~folder() { fs::remove_all(path_); }
    [[nodiscard]] std::string operator/(const std::string& name) const { return path_ + "/" + name; }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& entry : fs::directory_iterator(path_)) found.push_back(entry.path().filename().string());
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    std::string path_;
};

}  // namespace

TEST_CASE("a file is written whole, replaced whole, and leaves nothing beside it") {
    const folder here;
    std::string bytes(300000, 'x');
    bytes[5] = '\0';
    REQUIRE(write_file(here / "a.json", bytes));
    CHECK(read_input(here / "a.json", plenty).value() == bytes);
    REQUIRE(write_file(here / "a.json", ""));
    CHECK(read_input(here / "a.json", plenty).value().empty());
    CHECK(here.names() == std::vector<std::string>{"a.json"});
}

TEST_CASE("a replaced file stays as private as it was") {
    const folder here;
    REQUIRE(write_file(here / "a", "old"));
    REQUIRE(::chmod((here / "a").c_str(), 0600) == 0);
    REQUIRE(write_file(here / "a", "new"));
    CHECK(fs::status(here / "a").permissions() == fs::perms(0600));
}

TEST_CASE("a full disk leaves the old file and says why") {
    const folder here;
    REQUIRE(write_file(here / "a", "old"));
    status refused;
    {
        const full_disk full(1000);
        refused = write_file(here / "a", std::string(5000, 'n'));
    }
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::cannot_write);
    CHECK(refused.error().message == "cannot write \"" + (here / "a") + "\": File too large");
    CHECK(read_input(here / "a", plenty).value() == "old");
    CHECK(here.names() == std::vector<std::string>{"a"});
}

TEST_CASE("of several files none is replaced when one cannot be written") {
    const folder here;
    REQUIRE(write_files(here / "out/deep", std::vector<named_bytes>{{"a", "old a"}, {"b", "old b"}}));
    {
        const full_disk full(1000);
        REQUIRE_FALSE(
            write_files(here / "out/deep", std::vector<named_bytes>{{"a", "new"}, {"b", std::string(5000, 'n')}}));
    }
    CHECK(read_input(here / "out/deep/a", plenty).value() == "old a");
    CHECK(read_input(here / "out/deep/b", plenty).value() == "old b");
    CHECK(std::distance(fs::directory_iterator(here / "out/deep"), {}) == 2);
}

TEST_CASE("nothing is written through a directory, a FIFO or a device") {
    const folder here;
    REQUIRE(::mkfifo((here / "fifo").c_str(), 0600) == 0);
    REQUIRE(fs::create_directory(here / "dir"));
    for (const std::string& path : {here / "fifo", here / "dir", here / "dir/", here / ".", std::string("/dev/null")}) {
        const auto refused = write_file(path, "x");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == errc::not_a_file);
    }
    CHECK(here.names() == std::vector<std::string>{"dir", "fifo"});
}

TEST_CASE("a symbolic link is replaced, and what it points to stays") {
    const folder here;
    REQUIRE(write_file(here / "target", "old"));
    fs::create_symlink(here / "target", here / "link");
    REQUIRE(write_file(here / "link", "new"));
    CHECK(read_input(here / "target", plenty).value() == "old");
    CHECK(read_input(here / "link", plenty).value() == "new");
    CHECK_FALSE(fs::is_symlink(here / "link"));
}

TEST_CASE("a folder that is not there, and names that lead elsewhere, are refused") {
    const folder here;
    const auto nowhere = write_file(here / "none/a", "x");
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == errc::cannot_write);
    CHECK(nowhere.error().message == "cannot write \"" + (here / "none/a") + "\": No such file or directory");
    REQUIRE(write_file(here / "plain", "x"));
    CHECK(write_files(here / "plain", std::vector<named_bytes>{{"a", "x"}}).error().code == errc::cannot_write);
    for (const std::string name : {"../a", "", ".", "..", "b/c"})
        CHECK(write_files(here.path(), std::vector<named_bytes>{{"first", "x"}, {name, "x"}}).error().code ==
              errc::cannot_write);
    CHECK(here.names() == std::vector<std::string>{"plain"});
}

TEST_CASE("reading says what is in the way") {
    const folder here;
    REQUIRE(write_file(here / "a", "12345"));
    REQUIRE(::mkfifo((here / "fifo").c_str(), 0600) == 0);
    CHECK(read_input(here / "a", 5).value() == "12345");
    CHECK(read_input(here / "a", 4).error().code == errc::limit_exceeded);
    CHECK(read_input(here / "none", plenty).error().code == errc::no_such_file);
    CHECK(read_input(here.path(), plenty).error().code == errc::not_a_file);
    CHECK(read_input(here / "fifo", plenty).error().code == errc::not_a_file);
    CHECK(read_input(here / "a/b", plenty).error().code == errc::no_such_file);
}

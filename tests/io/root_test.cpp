// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/root.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

using namespace concordat;
namespace fs = std::filesystem;

namespace {

/// A fresh folder, gone afterwards.
class scratch {
public:
    explicit scratch(const std::string& name) : path_(fs::path(CONCORDAT_TEST_OUT) / ("root_test_" + name)) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    ~scratch() { fs::remove_all(path_); }
    [[nodiscard]] std::string at(const std::string& below) const { return (path_ / below).string(); }
    void write(const std::string& below, const std::string& bytes) const {
        fs::create_directories((path_ / below).parent_path());
        std::ofstream(path_ / below, std::ios::binary) << bytes;
    }

private:
    fs::path path_;
};

std::string message_of(const result<std::string>& r) {
    REQUIRE_FALSE(r.has_value());
    return to_string(r.error());
}

}  // namespace

TEST_CASE("a key is a path below the root") {
    CHECK(path_of_key("scotland.full") == "scotland/full.toml");
    CHECK(path_of_key("vocabulary") == "vocabulary.toml");
    CHECK(model_root::of_file("models/scotland/full.toml", "scotland.full").value().directory() == "models");
    CHECK(model_root::of_file("/models/scotland/full.toml", "scotland.full").value().directory() == "/models");
    CHECK(model_root::of_file("scotland/full.toml", "scotland.full").value().directory().empty());
    CHECK(model_root::of_file("/full.toml", "full").value().path_of("other") == "/other.toml");
    CHECK(model_root::of_file("full.toml", "full").value().path_of("a.b") == "a/b.toml");
}

TEST_CASE("a path shorter than its key is completed with the working directory") {
    const scratch folder("short");
    folder.write("scotland/full.toml", "text");
    const auto before = fs::current_path();
    fs::current_path(folder.at("scotland"));
    const auto root = model_root::of_file("full.toml", "scotland.full");
    fs::current_path(before);
    REQUIRE(root.has_value());
    CHECK(fs::equivalent(root->directory(), folder.at("")));
}

TEST_CASE("a path that does not end as the key says is refused") {
    for (const auto* path : {"models/scotland/ful.toml", "models/otland/full.toml", "/scotland-full.toml"}) {
        const auto root = model_root::of_file(path, "scotland.full");
        REQUIRE_FALSE(root.has_value());
        CHECK(root.error().code == errc::key_not_path);
    }
    // The end of a folder's name is not the folder.
    CHECK_FALSE(model_root::of_file("xscotland/full.toml", "scotland.full").has_value());
}

TEST_CASE("only regular files are read, and what else stands there is named") {
    const scratch folder("kinds");
    CHECK(message_of(read_input(folder.at(""))).find("is a directory, but a file was expected") != std::string::npos);
    CHECK(message_of(read_input("/dev/zero")) ==
          "/dev/zero: error[E603]: \"/dev/zero\" is a device, but a file was expected");
    REQUIRE(::mkfifo(folder.at("pipe").c_str(), 0600) == 0);
    CHECK(message_of(read_input(folder.at("pipe"))).find("is a pipe") != std::string::npos);  // and does not wait
    CHECK(read_input(folder.at("none")).error().code == errc::no_such_file);
    CHECK(read_input(folder.at("none/below")).error().code == errc::no_such_file);
    CHECK(read_input(std::string("a\0b", 3)).error().code == errc::no_such_file);
    folder.write("plain", "bytes");
    CHECK(read_input(folder.at("plain/below")).error().code == errc::no_such_file);
    CHECK(read_input(folder.at("plain")).value() == "bytes");
}

TEST_CASE("a link that the user names is followed") {
    const scratch folder("link");
    folder.write("plain", "bytes");
    fs::create_symlink("plain", folder.at("link"));
    CHECK(read_input(folder.at("link")).value() == "bytes");
}

TEST_CASE("a file of 8 MB is read and one byte more is not") {
    const scratch folder("size");
    folder.write("full", std::string(file_size_limit, 'x'));
    folder.write("over", std::string(file_size_limit + 1, 'x'));
    CHECK(read_input(folder.at("full")).value().size() == file_size_limit);
    CHECK(message_of(read_input(folder.at("over"))).find("error[E701]") != std::string::npos);
    CHECK(message_of(read_input(folder.at("over"))).find("is larger than 8 MB") != std::string::npos);
}

TEST_CASE("nothing outside the root is opened by key") {
    const scratch folder("outside");
    folder.write("secret.toml", "secret");
    folder.write("secrets/inner.toml", "secret");
    folder.write("root/a.toml", "a");
    folder.write("root/deep/b.toml", "b");
    fs::create_symlink("../secret.toml", folder.at("root/out.toml"));
    fs::create_symlink(folder.at("secret.toml"), folder.at("root/absolute.toml"));
    fs::create_symlink("../secrets", folder.at("root/folder"));
    fs::create_symlink("a.toml", folder.at("root/inside.toml"));
    fs::create_symlink("deep", folder.at("root/also"));
    fs::create_symlink("loop.toml", folder.at("root/loop.toml"));
    const auto root = model_root::of_file(folder.at("root/a.toml"), "a").value();

    CHECK(root.read("a").value() == "a");
    CHECK(root.read("deep.b").value() == "b");
    CHECK(root.read("inside").value() == "a");
    CHECK(root.read("also.b").value() == "b");
    for (const auto* key : {"out", "absolute", "folder.inner"}) {
        const auto read = root.read(key);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == errc::leaves_root);
        CHECK(read.error().message.find("secret\n") == std::string::npos);
    }
    CHECK(root.read("loop").error().code == errc::cannot_read);
    CHECK(root.read("none").error().code == errc::no_such_file);
    for (const auto* key : {"", ".", "..", "a..b", ".a", "a.", "../secret", "/etc/passwd", "A"})
        CHECK(root.read(key).error().code == errc::bad_identifier);
}

TEST_CASE("a sibling whose name begins as the root's is outside it") {
    const scratch folder("sibling");
    folder.write("root/a.toml", "a");
    folder.write("root-of-evil/b.toml", "b");
    fs::create_symlink("../root-of-evil/b.toml", folder.at("root/b.toml"));
    const auto root = model_root::of_file(folder.at("root/a.toml"), "a").value();
    CHECK(root.read("b").error().code == errc::leaves_root);
}

TEST_CASE("pipes and folders below the root are refused without waiting") {
    const scratch folder("below");
    folder.write("a.toml", "a");
    fs::create_directories(folder.at("dir.toml"));
    REQUIRE(::mkfifo(folder.at("pipe.toml").c_str(), 0600) == 0);
    const auto root = model_root::of_file(folder.at("a.toml"), "a").value();
    CHECK(root.read("dir").error().code == errc::not_a_file);
    CHECK(root.read("pipe").error().code == errc::not_a_file);
}

TEST_CASE("the keys below a root are those of its files, in order, and nothing of what links lead to") {
    const scratch root("keys");
    for (const auto* below : {"b.toml", "a/deep/x.toml", "a/y.toml", "a/notes.md", "a/Upper.toml"})
        root.write(below, "");
    root.write("m.toml", "");
    fs::create_directory_symlink(root.at("a"), root.at("again"));
    const auto found = model_root::of_file(root.at("m.toml"), "m").value().keys();
    CHECK(found == std::vector<std::string>{"a.deep.x", "a.y", "b", "m"});
}

TEST_CASE("files in memory are all there is below their root") {
    const file_bytes files{{"a.toml", "of a"}, {"a/x.toml", "of x"}, {"a/rows.csv", "1,2"}, {"a/Upper.toml", ""}};
    const auto root = model_root::of_bytes(files);
    CHECK(root.directory().empty());
    CHECK(root.keys() == std::vector<std::string>{"a", "a.x"});
    CHECK(root.path_of("a.x") == "a/x.toml");
    CHECK(root.read("a").value() == "of a");
    CHECK(root.read("a.x").value() == "of x");
    CHECK(root.read_beside("a.x", "rows.csv").value() == "1,2");
    CHECK(message_of(root.read("a.y")).find("a/y.toml: error[E305]: there is no file \"a/y.toml\"") == 0);
    CHECK(root.read_beside("a.x", "../a.toml").error().code == errc::bad_identifier);
    CHECK(root.read("a..x").error().code == errc::bad_identifier);
    // Not what lies on the disk.
    const auto here = fs::current_path();
    const scratch folder("memory");
    folder.write("b.toml", "on the disk");
    fs::current_path(folder.at(""));
    CHECK(root.read("b").error().code == errc::no_such_file);
    fs::current_path(here);
}

TEST_CASE("a file in memory may be no larger than one on the disk") {
    const file_bytes files{{"large.toml", std::string(file_size_limit + 1, ' ')}};
    CHECK(model_root::of_bytes(files).read("large").error().code == errc::limit_exceeded);
}

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_files.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>

namespace concordat::detail::input {

CONCORDAT_INLINE table_reader opened_file::reader() {
    table_reader in(std::get<tree_table>(content->content), {1, 1}, {}, scope);
    for (const auto* const head : {"format", "key", "title"}) static_cast<void>(in.has(head));
    return in;
}

CONCORDAT_INLINE std::string format_name(file_format format) {
    return "concordat/" + std::string(row_of(format).word) + "@1";
}

/// The format that a `format = "…"` states; E204 for any that is not known, or not the one expected.
inline std::optional<file_format> read_format(const cell& c, std::optional<file_format> expected) {
    std::string text;
    if (!read_cell(c, text)) return std::nullopt;
    std::vector<std::string> known;
    for (const auto& row : known_formats()) {
        known.push_back(format_name(row.format));
        if (text == known.back() && (!expected || row.format == *expected)) return row.format;
    }
    const auto after_name = text.find('@');
    const bool other_version =
        after_name != std::string::npos && text != known.back() &&
        std::find(known.begin(), known.end(), text.substr(0, after_name) + "@1") != known.end() &&
        text.substr(after_name) != "@1";
    if (other_version)
        c.refuse(errc::unknown_format, "this version of Concordat reads \"" + text.substr(0, after_name) + "@1\"");
    else if (expected)
        c.refuse(errc::unknown_format, "\"" + format_name(*expected) + "\" was expected");
    else
        c.refuse(errc::unknown_format, "it is one of " + listed(known), suggest(text, known));
    return std::nullopt;
}

CONCORDAT_INLINE std::shared_ptr<const tree_value> reading::tree_of(std::string_view text, const std::string& path) {
    if (shared_ != nullptr)
        if (auto known = shared_->find(path, text)) return known;
    auto parsed = parse_text(text, path, problems_);
    if (!parsed) return nullptr;
    auto tree = std::make_shared<const tree_value>(*std::move(parsed));
    if (shared_ != nullptr) shared_->keep(path, text, tree);
    return tree;
}

CONCORDAT_INLINE std::unique_ptr<opened_file> reading::parse(std::string_view text, const std::string& path,
                                                             std::optional<file_format> expected) {
    auto tree = tree_of(text, path);
    if (!tree) return nullptr;
    auto file = std::make_unique<opened_file>(
        opened_file{{}, {}, file_format::model, std::move(tree), {}, file_scope(path, problems_)});
    table_reader in(std::get<tree_table>(file->content->content), {1, 1}, "the file", file->scope);
    std::optional<file_format> format;
    if (in.has("format"))
        in.with("format", [&](const cell& c) { format = read_format(cell{c.value, "format", c.file}, expected); });
    else
        in.report(errc::missing_key, "the file lacks the key \"format\"",
                  expected ? "it starts with format = \"" + format_name(*expected) + "\"" : "");
    if (!format) return nullptr;
    file->format = *format;
    in.with("key", [&](const cell& c) {
        file->key_at = c.value.at;
        read_cell(cell{c.value, "key", c.file}, identifier_in{file->key});
    });
    if (!in.has("key"))
        in.report(errc::missing_key, "the file lacks the key \"key\"",
                  "it is the path below the root, with dots for slashes");
    if (!in.has("title")) in.report(errc::missing_key, "the file lacks the key \"title\"");
    in.with("title", [&](const cell& c) { read_cell(cell{c.value, "title", c.file}, not_blank{file->title}); });
    return file;
}

CONCORDAT_INLINE opened_file* reading::open_text(std::string_view text, const std::string& path,
                                                 std::optional<file_format> expected) {
    root_is_known_ = true;
    return begin(text, path, expected);
}

CONCORDAT_INLINE opened_file* reading::begin(std::string_view text, const std::string& path,
                                             std::optional<file_format> expected) {
    first_ = parse(text, path, expected);
    if (first_) inputs_.push_back({first_->key, path, std::string(text)});
    return first_.get();
}

CONCORDAT_INLINE opened_file* reading::open(const std::string& path, std::optional<file_format> expected) {
    const auto text = read_input(path);
    if (text) return begin(*text, path, expected);
    add(text.error());
    return nullptr;
}

CONCORDAT_INLINE opened_file* reading::open_below(const model_root& root, std::string_view key,
                                                  std::optional<file_format> expected) {
    root_ = root;
    root_is_known_ = true;
    const auto text = root.read(key);
    if (!text) {
        add(text.error());
        return nullptr;
    }
    auto* const file = begin(*text, root.path_of(key), expected);
    if (file != nullptr && !file->key.empty() && file->key != key) refuse_key(*file, key);
    return file;
}

CONCORDAT_INLINE void reading::refuse_key(opened_file& file, std::string_view place) {
    file.scope.report(errc::key_not_path, file.key_at,
                      "key = \"" + file.key + "\", but the file lies where \"" + std::string(place) + "\" belongs",
                      "a key is the file's path below the root, with dots for slashes and without .toml");
}

/// The root is looked for once, when the first file is named from the user's own: a file that names no other may lie
/// anywhere.
CONCORDAT_INLINE bool reading::find_root() {
    CONCORDAT_ASSERT(first_ != nullptr);
    const auto& from = *first_;
    if (root_is_known_) return root_.has_value();
    root_is_known_ = true;
    root_is_wrong_ = true;
    if (from.key.empty()) return false;  // its own problem, reported already
    auto root = model_root::of_file(from.scope.path(), from.key);
    if (root) {
        root_ = *std::move(root);
        root_is_wrong_ = false;
        return true;
    }
    error e = std::move(root).error();
    e.where = from.scope.at(from.key_at);
    add(std::move(e));
    return false;
}

/// What a key that names no file may have meant; empty when nothing is near.
inline std::string nearest_key(const std::string& seen, const model_root& root) {
    const auto near = nearest_name(seen, root.keys());
    return near ? "did you mean \"" + *near + "\"?" : std::string();
}

CONCORDAT_INLINE opened_file* reading::open_key(const reference& named) {
    const auto [place, is_new] = by_key_.try_emplace(named.key);
    if (!is_new) return place->second.get();
    auto text = root_->read(named.key);
    if (!text) {
        // Reported where it is named: that is where a person has to look.
        error e = std::move(text).error();
        e.message = "\"" + named.key + "\" cannot be opened: " + e.message;
        e.where = named.at;
        if (e.code == errc::no_such_file && e.hint.empty()) e.hint = nearest_key(named.key, *root_);
        add(std::move(e));
        return nullptr;
    }
    const std::string path = root_->path_of(named.key);
    inputs_.push_back({named.key, path, *text});
    place->second = parse(*text, path, std::nullopt);
    const auto& file = place->second;
    if (file && !file->key.empty() && file->key != named.key) refuse_key(*file, named.key);
    return file.get();
}

CONCORDAT_INLINE opened_file* reading::follow(const reference& named, file_format expected) {
    const std::string name = format_name(expected);
    const auto word = std::string_view(name).substr(name.find('/') + 1);
    const std::string_view only = word.substr(0, word.find('@'));
    return follow(named, {&only, 1});
}

CONCORDAT_INLINE opened_file* reading::follow(const reference& named, std::span<const std::string_view> expected) {
    if (named.key.empty()) return nullptr;  // a problem of its own, reported already
    if (root_is_known_ && !root_ && !root_is_wrong_)
        add({errc::no_such_file,
             "\"" + named.key + "\" cannot be opened: a text by itself has no folder to find other files in",
             "give the path of a file instead",
             named.at,
             {}});
    if (!find_root()) return nullptr;
    auto* const file = first_->key == named.key ? first_.get() : open_key(named);
    if (file == nullptr) return nullptr;
    std::vector<std::string> names;
    for (const auto word : expected) names.push_back("\"concordat/" + std::string(word) + "@1\"");
    const std::string format = format_name(file->format);
    if (std::find(names.begin(), names.end(), "\"" + format + "\"") != names.end()) return file;
    add({errc::unknown_format,
         "\"" + named.key + "\" is \"" + format + "\", but " + (names.size() > 1 ? "one of " : "") + listed(names) +
             " was expected",
         {},
         named.at,
         {}});
    return nullptr;
}

CONCORDAT_INLINE std::optional<data_file> reading::open_beside(const opened_file& file, const reference& named) {
    if (named.key.empty() || file.key.empty() || !find_root()) return std::nullopt;
    auto text = root_->read_beside(file.key, named.key);
    if (!text) {
        error e = std::move(text).error();
        e.message = "\"" + named.key + "\" cannot be opened: " + e.message;
        e.where = named.at;
        add(std::move(e));
        return std::nullopt;
    }
    const std::string path = root_->path_beside(file.key, named.key);
    const auto same = [&](const input_file& other) { return other.path == path; };
    if (std::none_of(inputs_.begin(), inputs_.end(), same))
        inputs_.push_back({file.key, path, *text, name_beside_key(file.key, named.key)});
    if (auto wrong = scan_encoding(*text, path)) {
        add(std::move(*wrong));
        return std::nullopt;
    }
    return data_file{file_scope(path, problems_), *std::move(text)};
}

CONCORDAT_INLINE bool reading::explains(const error& e) const {
    if (first_ && first_->scope.explains(e)) return true;
    return std::any_of(by_key_.begin(), by_key_.end(),
                       [&](const auto& file) { return file.second && file.second->scope.explains(e); });
}

CONCORDAT_INLINE bool reading::is_list_of_sources(std::string_view path) const {
    return std::any_of(by_key_.begin(), by_key_.end(), [&](const auto& file) {
        return file.second && file.second->format == file_format::sources && file.second->scope.path() == path;
    });
}

CONCORDAT_INLINE void reading::add_alone(error e) {
    e.more.clear();
    if (e.where.path.empty() && first_) e.where = {first_->scope.path(), 0, 0};
    add(std::move(e));
}

}  // namespace concordat::detail::input

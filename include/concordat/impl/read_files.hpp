// SPDX-License-Identifier: Apache-2.0
/// One loading: the files read so far and everything wrong with them. Files are opened by the path a user gave or by a
/// key below that file's root; each is opened and parsed once, however many others name it.
#pragma once

#include "concordat/impl/read_table.hpp"
#include "concordat/io/loaded.hpp"
#include "concordat/io/root.hpp"
#include "concordat/model/facts.hpp"

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat::detail::input {

/// The things a file can be, as in `format = "concordat/<thing>@1"`. Each has a row in `read_formats.ipp`, in this
/// order.
enum class file_format : std::uint8_t {
    sources,
    vocabulary,
    model,
    reform,
    criteria,
    weights,
    study,
    table,
    transition,
    families,
    areas,
    indicators,
    case_study,
    claims,
};

class reading;
struct opened_file;

/// What checking one file found beyond its problems, which stand in the `reading`.
struct checked_file {
    std::vector<error> warnings;
    std::optional<fact_list> facts;  ///< of formats that state facts, with the sources and assumptions these name
    bool part = false;               ///< a model marked abstract
};

/// How files of one format are checked: a row of the one table of formats.
struct format_row {
    file_format format;
    std::string_view word;                                 ///< as in `concordat/<word>@1`
    void (*whole)(reading&, opened_file&, checked_file&);  ///< with everything the file names
    void (*alone)(reading&, opened_file&);                 ///< as far as it goes without opening another file
};
/// In the order of `file_format`.
[[nodiscard]] std::span<const format_row> known_formats() noexcept;
[[nodiscard]] const format_row& row_of(file_format) noexcept;

/// `concordat/model@1`.
[[nodiscard]] std::string format_name(file_format format);

/// A parsed file whose `format` is known and whose `key` and `title` were read.
struct opened_file {
    std::string key;
    std::string title;
    file_format format = file_format::model;
    std::shared_ptr<const tree_value> content;
    tree_place key_at;
    file_scope scope;

    [[nodiscard]] table_reader reader();
    [[nodiscard]] origin where() const { return {scope.at({1, 1})}; }
};

/// What several readings share, so that a file which many others name is parsed once. Only sound ones are kept: the
/// problems of the others belong to each reading.
class parsed_files {
public:
    /// Null when the path was not parsed yet, or has another text by now.
    [[nodiscard]] std::shared_ptr<const tree_value> find(const std::string& path, std::string_view text) const {
        const auto at = by_path_.find(path);
        return at != by_path_.end() && at->second.text == text ? at->second.tree : nullptr;
    }
    void keep(const std::string& path, std::string_view text, std::shared_ptr<const tree_value> tree) {
        by_path_.insert_or_assign(path, kept{std::string(text), std::move(tree)});
    }

private:
    struct kept {
        std::string text;
        std::shared_ptr<const tree_value> tree;
    };
    std::map<std::string, kept, std::less<>> by_path_;
};

/// A file of data that lies beside the one that names it.
struct data_file {
    file_scope scope;
    std::string bytes;  ///< UTF-8 without control characters
};

class reading {
public:
    reading() = default;
    explicit reading(parsed_files& shared) : shared_(&shared) {}
    reading(const reading&) = delete;
    reading& operator=(const reading&) = delete;

    /// The file at a path. With a format, of that format (E204). Null when it cannot be used at all.
    [[nodiscard]] opened_file* open(const std::string& path, std::optional<file_format> expected);
    /// The file of a key below a root that is known already.
    [[nodiscard]] opened_file* open_below(const model_root& root, std::string_view key,
                                          std::optional<file_format> expected);
    /// The same from a text, which then cannot name others (E305).
    [[nodiscard]] opened_file* open_text(std::string_view text, const std::string& path,
                                         std::optional<file_format> expected);
    /// The file that another one names by its key. Null when there is none such, which is then reported where it is
    /// named.
    [[nodiscard]] opened_file* follow(const reference& named, file_format expected);
    /// The same where a file of any of several formats will do, by their words: "model".
    [[nodiscard]] opened_file* follow(const reference& named, std::span<const std::string_view> expected);

    /// The file of data that `file` names, by a plain name. Nothing when there is none such, or it is no text.
    [[nodiscard]] std::optional<data_file> open_beside(const opened_file& file, const reference& named);

    void add(error e) { problems_.add(std::move(e)); }
    /// Whether reading has told of a problem already, or of one that it comes from.
    [[nodiscard]] bool explains(const error& e) const;
    /// What a check found beyond what reading has told already.
    void add_unexplained(const error& e) {
        add_unexplained(e, [](const error&) { return false; });
    }
    /// Without those that `excused` holds of.
    template <class Excused>
    void add_unexplained(const error& e, Excused excused) {
        if (!excused(e) && !explains(e)) add_alone(e);
        for (const auto& follower : e.more)
            if (!excused(follower) && !explains(follower)) add_alone(follower);
    }
    [[nodiscard]] bool clean() const noexcept { return problems_.empty(); }
    [[nodiscard]] std::vector<input_file> take_inputs() { return std::move(inputs_); }

    /// Whether the file at that path was opened as a list of sources that others name.
    [[nodiscard]] bool is_list_of_sources(std::string_view path) const;

    /// The value, when nothing is wrong with any file.
    template <class Value>
    [[nodiscard]] result<Value> finish(std::optional<Value> value) {
        if (!problems_.empty()) return fail(problems_.gathered());
        CONCORDAT_ASSERT(value.has_value());
        return std::move(*value);
    }

private:
    [[nodiscard]] opened_file* begin(std::string_view text, const std::string& path,
                                     std::optional<file_format> expected);
    [[nodiscard]] std::unique_ptr<opened_file> parse(std::string_view text, const std::string& path,
                                                     std::optional<file_format> expected);
    [[nodiscard]] std::shared_ptr<const tree_value> tree_of(std::string_view text, const std::string& path);
    /// Without followers; at the file that was asked for when it has no place.
    void add_alone(error e);
    [[nodiscard]] bool find_root();
    [[nodiscard]] opened_file* open_key(const reference& named);
    /// One whose key is not that of its place.
    static void refuse_key(opened_file& file, std::string_view place);

    problem_list problems_;
    parsed_files* shared_ = nullptr;
    std::optional<model_root> root_;
    bool root_is_known_ = false;
    bool root_is_wrong_ = false;  ///< looked for, and not to be had: reported once
    std::unique_ptr<opened_file> first_;
    std::map<std::string, std::unique_ptr<opened_file>, std::less<>> by_key_;  ///< null: opened, and of no use
    std::vector<input_file> inputs_;
};

}  // namespace concordat::detail::input

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/read_files.ipp"
#endif

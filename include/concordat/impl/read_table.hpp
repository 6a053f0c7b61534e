// SPDX-License-Identifier: Apache-2.0
/// Reading tables key by key. A reader asks for each key with the place its value goes to; whatever is wrong (a key
/// that nobody asks for, one that is missing, a value of another type, a word outside its list) goes to the file's
/// problems with its place, and reading goes on. Nothing is defaulted here: what a file leaves out stays as the caller
/// set it.
#pragma once

#include "concordat/core/sense.hpp"
#include "concordat/impl/read_tree.hpp"
#include "concordat/model/evidence.hpp"
#include "concordat/model/vocabulary.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace concordat::detail::input {

struct cell;

/// A file while it is read.
class file_scope {
public:
    file_scope(std::string path, problem_list& problems) : path_(std::move(path)), problems_(&problems) {}

    void report(errc code, tree_place at, std::string message, std::string hint = {});
    [[nodiscard]] source_pos at(tree_place place) const { return {path_, place.line, place.column}; }
    [[nodiscard]] const std::string& path() const noexcept { return path_; }

    /// For checks that come after reading, of what belongs to that element.
    void report_in(tree_place element, errc code, tree_place at, std::string message, std::string hint = {});

    /// Evidence whose sources can only be checked once they are read, in the order of the file.
    struct card_seen {
        evidence content;
        std::string name;
        tree_place at;
        tree_place element;
    };
    void remember(const evidence& card, const cell& from);
    [[nodiscard]] const std::vector<card_seen>& cards() const noexcept { return cards_; }

    /// Problems from here on belong to this element, such as one actor.
    void enter(tree_place element) { element_ = element; }
    /// Whether an element has had a problem that a later check would only repeat: one of the same code, or any that
    /// left a value unset.
    [[nodiscard]] bool explains(const error& later) const;

private:
    std::string path_;
    problem_list* problems_;
    tree_place element_;
    std::map<tree_place, std::set<errc>> faults_;
    std::vector<card_seen> cards_;
};

/// `path:line`, as a message names the other place.
[[nodiscard]] std::string place_of(const source_pos& at);

/// One value, and what messages call it: `relation.from`.
struct cell {
    const tree_value& value;
    std::string name;
    file_scope& file;

    void report(errc code, std::string message, std::string hint = {}) const {
        file.report(code, value.at, std::move(message), std::move(hint));
    }
    /// `name = seen, but expected`.
    void refuse(errc code, std::string_view expected, std::string hint = {}) const;
    /// E203, with what was expected: "a number". Always false.
    bool wrong_type(std::string_view expected, std::string hint = {}) const;
};

/// The value as a person would write it, cut short, with nothing a terminal would act on.
[[nodiscard]] std::string shown(const tree_value& value);

/// A key of another file, and where it is named.
struct reference {
    std::string key;
    source_pos at;
};

/// Wrappers that say more than the type does.
struct identifier_in {
    std::string& into;
};
struct label_in {
    std::string& into;
};
struct not_blank {
    std::string& into;
};
struct one_or_more {
    std::vector<std::string>& into;
};
template <class Into>
struct between {
    Into& into;
    double least;
    double most;
};
template <class Into>
between(Into&, double, double) -> between<Into>;

/// Each takes the value, or reports why not and returns false.
bool read_cell(const cell& c, bool& into);
bool read_cell(const cell& c, double& into);
bool read_cell(const cell& c, std::int64_t& into);
bool read_cell(const cell& c, int& into);
bool read_cell(const cell& c, std::uint64_t& into);
bool read_cell(const cell& c, std::string& into);
bool read_cell(const cell& c, date& into);
bool read_cell(const cell& c, std::vector<std::string>& into);  ///< each once
bool read_cell(const cell& c, std::vector<double>& into);
bool read_cell(const cell& c, identifier_in text);
bool read_cell(const cell& c, label_in text);
bool read_cell(const cell& c, not_blank text);
bool read_cell(const cell& c, one_or_more texts);
bool read_cell(const cell& c, reference& into);
bool read_cell(const cell& c, std::vector<reference>& into);  ///< one or a list, each once
bool read_cell(const cell& c, age_span& into);                ///< `[0, 18]`
bool read_cell(const cell& c, date_span& into);               ///< `{ from = …, to = … }`

/// The position of a text in a closed list; E403 when it is not in it.
[[nodiscard]] std::optional<std::size_t> read_word(const cell& c, std::span<const std::string_view> known);

/// The words of a closed list. Those of layers that do not know `words` are specialised here and in `read_shapes.hpp`.
template <class Word>
[[nodiscard]] std::span<const std::string_view> words_of() noexcept {
    return words<Word>();
}
inline constexpr std::string_view sense_words[] = {"higher", "lower", "contested"};
template <>
[[nodiscard]] inline std::span<const std::string_view> words_of<sense>() noexcept {
    return sense_words;
}

template <class Word>
requires std::is_enum_v<Word>
bool read_cell(const cell& c, Word& into) {
    const auto position = read_word(c, words_of<Word>());
    if (position) into = static_cast<Word>(*position);
    return position.has_value();
}

template <class Value>
bool read_cell(const cell& c, std::optional<Value>& into) {
    Value value{};
    if (!read_cell(c, value)) return false;
    into = std::move(value);
    return true;
}

/// E401 outside the range, both ends of which are inside.
bool is_between(const cell& c, double value, double least, double most);

template <class Into>
bool read_cell(const cell& c, between<Into> range) {
    Into value{};
    if (!read_cell(c, value)) return false;
    double number = 0;
    if constexpr (std::is_arithmetic_v<Into>)
        number = static_cast<double>(value);
    else
        number = static_cast<double>(*value);
    if (!is_between(c, number, range.least, range.most)) return false;
    range.into = value;
    return true;
}

/// One table while it is read.
class table_reader {
public:
    table_reader(const tree_table& table, tree_place at, std::string name, file_scope& file)
        : table_(table), at_(at), name_(std::move(name)), file_(file) {}

    /// The value of a key that must be there (E202). True when it was read.
    template <class Into>
    bool required(std::string_view key, Into&& into) {
        return requires_key(key) && read_cell(cell_of(*find(key)), into);
    }
    /// E202 when the key is not there.
    bool requires_key(std::string_view key);
    /// The value of a key that may be left out. True when it was read.
    template <class Into>
    bool optional(std::string_view key, Into&& into) {
        const auto* entry = find(key);
        return entry != nullptr && read_cell(cell_of(*entry), into);
    }
    /// Hands the value to `read(cell)` when the key is there.
    template <class Read>
    void with(std::string_view key, Read read) {
        if (const auto* entry = find(key)) read(cell_of(*entry));
    }
    /// Calls `read(table_reader&)` on each table of a list, as `[[actor]]`, and then looks for keys it did not ask for.
    /// Each table is an element of the file when this one is the whole file.
    template <class Read>
    void each(std::string_view key, Read read) {
        const auto* entry = find(key);
        if (entry == nullptr) return;
        for (const auto* item : tables_of(*entry)) {
            const bool whole_file = name_.empty();
            if (whole_file) file_.enter(item->at);
            table_reader inner(std::get<tree_table>(item->content), item->at, path_of(key), file_);
            read(inner);
            inner.finish();
            if (whole_file) file_.enter({});
        }
    }

    /// Whether the key is there, right or wrong. It counts as known from then on.
    [[nodiscard]] bool has(std::string_view key) { return find(key) != nullptr; }
    /// Where it is not known which of several keys belong, none of them is refused.
    void ignore(std::span<const std::string_view> keys);
    /// Reports every key that was not asked for (E201). Called last.
    void finish();

    void report(errc code, std::string message, std::string hint = {}) {
        file_.report(code, at_, std::move(message), std::move(hint));
    }
    /// At the key, when it is there.
    void report_at(std::string_view key, errc code, std::string message, std::string hint = {});
    [[nodiscard]] origin where() const { return {file_.at(at_)}; }
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] file_scope& file() noexcept { return file_; }
    [[nodiscard]] const tree_table& entries() const noexcept { return table_; }

private:
    [[nodiscard]] const tree_entry* find(std::string_view key);
    [[nodiscard]] std::string path_of(std::string_view key) const {
        return name_.empty() ? std::string(key) : name_ + "." + std::string(key);
    }
    [[nodiscard]] cell cell_of(const tree_entry& entry) const { return {entry.value, path_of(entry.key), file_}; }
    [[nodiscard]] std::vector<const tree_value*> tables_of(const tree_entry& entry) const;

    const tree_table& table_;
    tree_place at_;
    std::string name_;  ///< of the table, in messages; empty for the file itself
    file_scope& file_;
    std::vector<std::string> known_;
};

/// Reads an inline table with `read(table_reader&)`, and looks for keys it did not ask for; E203 when it is no table.
template <class Read>
bool read_inline(const cell& c, Read read) {
    const auto* table = std::get_if<tree_table>(&c.value.content);
    if (table == nullptr) return c.wrong_type("a table");
    table_reader in(*table, c.value.at, c.name, c.file);
    read(in);
    in.finish();
    return true;
}

/// Calls `read(cell)` on each item of a list; E203 when it is no list.
template <class Read>
bool read_list(const cell& c, Read read) {
    const auto* items = std::get_if<tree_array>(&c.value.content);
    if (items == nullptr) return c.wrong_type("a list");
    for (const auto& item : *items) read(cell{item, c.name, c.file});
    return true;
}

/// E206 for each thing whose key an earlier one of the same file has.
template <class Thing>
void check_unique(file_scope& file, const std::vector<Thing>& things, std::string_view kind) {
    std::map<std::string_view, const Thing*> seen;
    for (const auto& thing : things) {
        const auto [first, is_new] = seen.emplace(thing.key, &thing);
        if (is_new || thing.key.empty()) continue;
        const tree_place at{thing.where.at.line, thing.where.at.column};
        file.report_in(
            at, errc::duplicate_key, at,
            std::string(kind) + " \"" + thing.key + "\" stands twice, first in " + place_of(first->second->where.at));
    }
}

}  // namespace concordat::detail::input

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/read_cells.ipp"
#include "concordat/impl/read_table.ipp"
#endif

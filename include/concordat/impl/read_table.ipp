// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_table.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>

namespace concordat::detail::input {

CONCORDAT_INLINE void file_scope::report(errc code, tree_place at, std::string message, std::string hint) {
    report_in(element_, code, at, std::move(message), std::move(hint));
}

CONCORDAT_INLINE void file_scope::report_in(tree_place element, errc code, tree_place at, std::string message,
                                            std::string hint) {
    if (element != tree_place{}) faults_[element].insert(code);
    problems_->add({code, std::move(message), std::move(hint), this->at(at), {}});
}

CONCORDAT_INLINE void file_scope::remember(const evidence& card, const cell& from) {
    cards_.push_back({card, from.name, from.value.at, element_});
}

CONCORDAT_INLINE std::string place_of(const source_pos& at) { return at.path + ":" + std::to_string(at.line); }

CONCORDAT_INLINE bool file_scope::explains(const error& later) const {
    if (later.where.path != path_) return false;
    const auto found = faults_.find({later.where.line, later.where.column});
    if (found == faults_.end()) return false;
    const auto& codes = found->second;
    constexpr errc leave_unset[] = {errc::missing_key, errc::wrong_type, errc::out_of_range, errc::missing_value};
    return codes.contains(later.code) ||
           std::any_of(std::begin(leave_unset), std::end(leave_unset), [&](errc code) { return codes.contains(code); });
}

CONCORDAT_INLINE const tree_entry* table_reader::find(std::string_view key) {
    if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.emplace_back(key);
    const auto entry = std::find_if(table_.begin(), table_.end(), [&](const tree_entry& e) { return e.key == key; });
    return entry == table_.end() ? nullptr : &*entry;
}

CONCORDAT_INLINE std::vector<const tree_value*> table_reader::tables_of(const tree_entry& entry) const {
    const auto c = cell_of(entry);
    const auto* items = std::get_if<tree_array>(&entry.value.content);
    if (items == nullptr) {
        c.wrong_type("a list of tables", "write each under [[" + c.name + "]]");
        return {};
    }
    std::vector<const tree_value*> tables;
    for (const auto& item : *items)
        if (std::holds_alternative<tree_table>(item.content))
            tables.push_back(&item);
        else
            cell{item, c.name, file_}.wrong_type("a table");
    return tables;
}

CONCORDAT_INLINE bool table_reader::requires_key(std::string_view key) {
    if (find(key) != nullptr) return true;
    file_.report(errc::missing_key, at_,
                 (name_.empty() ? "the file" : name_) + " lacks the key \"" + std::string(key) + "\"");
    return false;
}

CONCORDAT_INLINE void table_reader::ignore(std::span<const std::string_view> keys) {
    for (const auto key : keys) static_cast<void>(find(key));
}

CONCORDAT_INLINE void table_reader::finish() {
    for (const auto& entry : table_)
        if (std::find(known_.begin(), known_.end(), entry.key) == known_.end())
            file_.report(errc::unknown_key, entry.at,
                         (name_.empty() ? "the file" : name_) + " has no key \"" + printable(entry.key) + "\"",
                         suggest(entry.key, known_));
}

CONCORDAT_INLINE void table_reader::report_at(std::string_view key, errc code, std::string message, std::string hint) {
    const auto* entry = find(key);
    file_.report(code, entry == nullptr ? at_ : entry->at, std::move(message), std::move(hint));
}

}  // namespace concordat::detail::input

// SPDX-License-Identifier: Apache-2.0
/// What changed between two models. Identity matters: an actor is the same by its key and a relation by its type, ends,
/// services, ages and role, so this is no unlabelled graph edit distance.
#pragma once

#include "concordat/model/reform.hpp"

#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace concordat {

enum class change_kind : std::uint8_t { added, removed, changed };
[[nodiscard]] std::string_view name(change_kind) noexcept;

/// Of what part of a model. Relations have a layer too.
enum class changed_part : std::uint8_t { actor, relation, persona, decision_right, setting };
[[nodiscard]] std::string_view name(changed_part) noexcept;

struct change {
    change_kind kind = change_kind::added;
    changed_part part = changed_part::relation;
    std::optional<concordat::layer> layer;
    std::string subject;  ///< as in `edit`
    std::string before;   ///< attributes that differ, as text; empty when added
    std::string after;
    std::string by_reform;  ///< the reform whose step did it, where known
    std::optional<std::size_t> by_step;
    origin where;           ///< of that step, else of the thing itself
    std::string by_part{};  ///< what that step is a part of, or empty
};

/// In order: settings, actors, relations by layer, personas, decision rights; within each by key. Equal models: empty.
/// O(n log n).
[[nodiscard]] std::vector<change> diff(const model& before, const model& after);
/// The same, with the step that made each change.
[[nodiscard]] std::vector<change> diff(const model& before, const application&);

/// `+ relation accountable_to ijb -> council`.
std::ostream& operator<<(std::ostream&, const change&);
[[nodiscard]] std::string to_string(const change&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_diff.ipp"
#endif

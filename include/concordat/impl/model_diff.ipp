// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/diff.hpp"

#include "concordat/impl/model_changes.hpp"

#include <array>
#include <ostream>

namespace concordat {

namespace detail::wording {
inline constexpr std::array<std::string_view, 3> change_kinds{"added", "removed", "changed"};
inline constexpr std::array<std::string_view, 5> changed_parts{"actor", "relation", "persona", "decision_right",
                                                               "setting"};

/// Of the words that begin a subject.
inline changed_part part_of(std::string_view kind) noexcept {
    if (kind == "actor") return changed_part::actor;
    if (kind == "relation") return changed_part::relation;
    if (kind == "persona") return changed_part::persona;
    return kind == "right" ? changed_part::decision_right : changed_part::setting;
}
}  // namespace detail::wording

CONCORDAT_INLINE std::string_view name(change_kind w) noexcept {
    return detail::wording::change_kinds[static_cast<std::size_t>(w)];
}
CONCORDAT_INLINE std::string_view name(changed_part w) noexcept {
    return detail::wording::changed_parts[static_cast<std::size_t>(w)];
}

CONCORDAT_INLINE std::vector<change> diff(const model& before, const model& after) {
    std::vector<change> changes;
    for (auto& d : detail::comparing::differences(before, after)) {
        const auto kind = !d.was ? change_kind::added : !d.is ? change_kind::removed : change_kind::changed;
        changes.push_back({kind,
                           detail::wording::part_of(d.kind),
                           d.layer,
                           std::move(d.subject),
                           detail::comparing::content_text(d.before),
                           detail::comparing::content_text(d.after),
                           {},
                           std::nullopt,
                           d.where});
    }
    return changes;
}

CONCORDAT_INLINE std::vector<change> diff(const model& before, const application& applied) {
    auto changes = diff(before, applied.after);
    for (auto& c : changes)
        // The last step that touched it made it what it is.
        for (const auto& step : applied.steps)
            for (const auto& e : step.edits)
                if (e.subject == c.subject) {
                    c.by_reform = step.reform;
                    c.by_step = step.step;
                    c.where = step.where;
                    c.by_part = step.part;
                }
    return changes;
}

CONCORDAT_INLINE std::string to_string(const change& c) {
    constexpr std::array<char, 3> marks{'+', '-', '~'};
    std::string text(1, marks[static_cast<std::size_t>(c.kind)]);
    text += ' ' + c.subject;
    if (c.kind == change_kind::changed) text += ": " + c.before + " -> " + c.after;
    return text;
}

CONCORDAT_INLINE std::ostream& operator<<(std::ostream& out, const change& c) { return out << to_string(c); }

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/indicator.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

namespace concordat {

namespace detail::wording {
inline constexpr std::array<std::string_view, 3> indicator_senses{"higher", "lower", "context"};
}  // namespace detail::wording

template <>
CONCORDAT_INLINE std::span<const std::string_view> words<indicator_sense>() noexcept {
    return detail::wording::indicator_senses;
}
CONCORDAT_INLINE std::string_view name(indicator_sense w) noexcept {
    return detail::wording::indicator_senses[static_cast<std::size_t>(w)];
}

namespace detail::indicating {

[[nodiscard]] inline auto cell_of(const indicator_value& v) {
    return std::tuple<std::string_view, std::string_view, int>(v.indicator, v.area, v.year);
}

/// Collects what is wrong with the parts of a table, whose rows are in order of cell.
class indicator_check {
public:
    explicit indicator_check(const indicator_parts& parts) : parts_(parts) {
        for (const auto& s : parts.sources) {
            sources_.emplace(s.key, &s);
            source_keys_.push_back(s.key);
        }
        for (const auto& i : parts.catalogue) {
            if (!indicators_.emplace(i.key, &i).second)
                report(errc::duplicate_key, i.where, "indicator \"" + i.key + "\" stands twice");
            indicator_keys_.push_back(i.key);
            for (const auto& s : i.sources)
                if (!sources_.contains(s))
                    report(errc::dangling_reference, i.where,
                           "indicator \"" + i.key + "\": no source has the key \"" + s + "\"",
                           suggest(s, source_keys_));
        }
    }

    [[nodiscard]] std::vector<error> run() {
        const indicator_value* before = nullptr;
        for (const auto& row : parts_.rows) {
            one_row(row);
            if (before != nullptr && cell_of(*before) == cell_of(row))
                report(errc::duplicate_key, row.where,
                       "a second value for \"" + row.indicator + "\" in \"" + row.area + "\" in " +
                           std::to_string(row.year) + "; the first is in line " +
                           std::to_string(before->where.at.line));
            else
                before = &row;
        }
        return std::move(problems_);
    }

private:
    void report(errc code, const origin& where, std::string message, std::string hint = {}) {
        problems_.push_back({code, std::move(message), std::move(hint), where.at, {}});
    }

    void one_row(const indicator_value& row) {
        const auto of = indicators_.find(row.indicator);
        if (of == indicators_.end())
            report(errc::dangling_reference, row.where,
                   "indicator = \"" + printable(row.indicator) + "\", but the catalogue has no such indicator",
                   suggest(row.indicator, indicator_keys_));
        else if (of->second->unit != row.unit)
            report(errc::conflicting_keys, row.where,
                   "unit = \"" + printable(row.unit) + "\", but \"" + row.indicator + "\" is counted in \"" +
                       of->second->unit + "\"");
        const auto from = sources_.find(row.source);
        if (from == sources_.end())
            report(errc::dangling_reference, row.where,
                   "source = \"" + printable(row.source) + "\", but no source has this key",
                   suggest(row.source, source_keys_));
        else if (from->second->quality == sourcing::background && row.level > 1)
            report(errc::out_of_range, row.where,
                   "level = " + std::to_string(row.level) + ", but what rests on background alone has level 1 at most");
    }

    const indicator_parts& parts_;
    std::map<std::string_view, const source*> sources_;
    std::map<std::string_view, const indicator*> indicators_;
    std::vector<std::string> source_keys_, indicator_keys_;
    std::vector<error> problems_;
};

/// The rows between two bounds of their order.
template <class Key>
[[nodiscard]] std::span<const indicator_value> equal_rows(std::span<const indicator_value> rows, const Key& key,
                                                          auto key_of) {
    const auto first = std::lower_bound(rows.begin(), rows.end(), key,
                                        [&](const indicator_value& v, const Key& k) { return key_of(v) < k; });
    const auto last =
        std::upper_bound(first, rows.end(), key, [&](const Key& k, const indicator_value& v) { return k < key_of(v); });
    return {first, last};
}

}  // namespace detail::indicating

CONCORDAT_INLINE result<indicator_table> indicator_table::make(indicator_parts parts) {
    using detail::indicating::cell_of;
    std::stable_sort(parts.rows.begin(), parts.rows.end(),
                     [](const auto& a, const auto& b) { return cell_of(a) < cell_of(b); });
    auto problems = detail::indicating::indicator_check(parts).run();
    if (!problems.empty()) return fail(gather(std::move(problems)));
    indicator_table made;
    for (const auto& row : parts.rows) made.areas_.push_back(row.area);
    std::sort(made.areas_.begin(), made.areas_.end());
    made.areas_.erase(std::unique(made.areas_.begin(), made.areas_.end()), made.areas_.end());
    made.parts_ = std::move(parts);
    return made;
}

CONCORDAT_INLINE const indicator* indicator_table::find_indicator(std::string_view indicator_key) const noexcept {
    const auto& all = parts_.catalogue;
    const auto found = std::find_if(all.begin(), all.end(), [&](const indicator& i) { return i.key == indicator_key; });
    return found == all.end() ? nullptr : &*found;
}

CONCORDAT_INLINE std::span<const indicator_value> indicator_table::of(std::string_view indicator_key) const noexcept {
    return detail::indicating::equal_rows(rows(), indicator_key,
                                          [](const indicator_value& v) { return std::string_view(v.indicator); });
}

CONCORDAT_INLINE std::span<const indicator_value> indicator_table::of(std::string_view indicator_key,
                                                                      std::string_view area) const noexcept {
    return detail::indicating::equal_rows(of(indicator_key), area,
                                          [](const indicator_value& v) { return std::string_view(v.area); });
}

CONCORDAT_INLINE const indicator_value* indicator_table::find(std::string_view area, int year,
                                                              std::string_view indicator_key) const noexcept {
    const auto found =
        detail::indicating::equal_rows(of(indicator_key, area), year, [](const indicator_value& v) { return v.year; });
    return found.empty() ? nullptr : &found.front();
}

CONCORDAT_INLINE fact_list facts_of(const indicator_table& table) {
    fact_list list;
    list.sources.assign(table.sources().begin(), table.sources().end());
    list.assumptions.assign(table.assumptions().begin(), table.assumptions().end());
    list.conflicts.assign(table.conflicts().begin(), table.conflicts().end());
    for (const auto& row : table.rows()) {
        evidence card;
        card.sources = {row.source};
        card.level = row.level;
        list.add("indicator value", row.indicator + ", " + row.area + ", " + std::to_string(row.year), card, row.where);
    }
    return list;
}

CONCORDAT_INLINE indicator_coverage indicator_table::coverage(std::string_view indicator_key) const {
    indicator_coverage c;
    const auto rows_of_it = of(indicator_key);
    c.cells = rows_of_it.size();
    if (rows_of_it.empty()) return c;
    c.lowest = c.highest = rows_of_it.front().value;
    std::string_view area_before;
    for (const auto& row : rows_of_it) {
        if (c.areas == 0 || row.area != area_before) ++c.areas;
        area_before = row.area;
        c.years.push_back(row.year);
        c.lowest = std::min(c.lowest, row.value);
        c.highest = std::max(c.highest, row.value);
    }
    std::sort(c.years.begin(), c.years.end());
    c.years.erase(std::unique(c.years.begin(), c.years.end()), c.years.end());
    c.missing = c.years.size() * areas_.size() - c.cells;
    return c;
}

}  // namespace concordat

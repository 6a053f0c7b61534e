// SPDX-License-Identifier: Apache-2.0
/// Indicators: what was counted in each area and year, and in what sense it is good. They stand beside the models and
/// are measured on none. A cell that is not known is absent; nothing is filled in.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/evidence.hpp"
#include "concordat/model/facts.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// `context`: it describes an area, and neither way is better.
enum class indicator_sense : std::uint8_t { higher, lower, context };
[[nodiscard]] std::string_view name(indicator_sense) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<indicator_sense>() noexcept;

struct indicator {
    std::string key;
    std::string title;
    std::string unit;
    indicator_sense better = indicator_sense::context;
    std::string note;  ///< breaks and cautions
    std::vector<std::string> sources;
    std::string licence;
    origin where;
    friend bool operator==(const indicator&, const indicator&) = default;
};

/// One cell, with its evidence. `year` is that in which the period ends; `period` as the source prints it.
struct indicator_value {
    std::string area;
    int year = 0;
    std::string indicator;
    double value = 0;
    std::string unit;
    std::string source;
    int level = 0;  ///< 0 to 4
    std::string period;
    std::string note;
    origin where;
    friend bool operator==(const indicator_value&, const indicator_value&) = default;
};

/// What an indicator table is made of.
struct indicator_parts {
    std::string key;
    std::string title;
    std::string data;  ///< name of the file of rows, beside the table's own
    std::vector<source> sources;
    std::vector<assumption> assumptions;
    std::vector<conflict_of_sources> conflicts;
    std::vector<indicator> catalogue;
    std::vector<indicator_value> rows;
    friend bool operator==(const indicator_parts&, const indicator_parts&) = default;
};

/// How far an indicator reaches.
struct indicator_coverage {
    std::size_t areas = 0;    ///< that have a value in some year
    std::vector<int> years;   ///< in which some area has a value, rising
    std::size_t cells = 0;    ///< values
    std::size_t missing = 0;  ///< of the cells of those years and all areas of the table
    double lowest = 0;        ///< 0 without values
    double highest = 0;
    friend bool operator==(const indicator_coverage&, const indicator_coverage&) = default;
};

/// A catalogue and its rows. A value, frozen once made.
class indicator_table {
public:
    /// The table, or all that is wrong with it: an indicator (E206) or a cell (E206) that stands twice, an indicator or
    /// source that is not there (E301), a unit that is not the indicator's (E207), a level above 1 on a background
    /// source (E401). O(n log n).
    [[nodiscard]] static result<indicator_table> make(indicator_parts);

    [[nodiscard]] const std::string& key() const& noexcept { return parts_.key; }
    [[nodiscard]] const std::string& title() const& noexcept { return parts_.title; }
    [[nodiscard]] const std::string& data() const& noexcept { return parts_.data; }
    [[nodiscard]] std::span<const source> sources() const& noexcept { return parts_.sources; }
    [[nodiscard]] std::span<const assumption> assumptions() const& noexcept { return parts_.assumptions; }
    [[nodiscard]] std::span<const conflict_of_sources> conflicts() const& noexcept { return parts_.conflicts; }
    /// In the order of the file.
    [[nodiscard]] std::span<const indicator> catalogue() const& noexcept { return parts_.catalogue; }
    /// By indicator, area and year.
    [[nodiscard]] std::span<const indicator_value> rows() const& noexcept { return parts_.rows; }
    /// Every area that has a value, by key.
    [[nodiscard]] std::span<const std::string> areas() const& noexcept { return areas_; }

    /// Null when there is none. O(indicators).
    [[nodiscard]] const indicator* find_indicator(std::string_view indicator_key) const noexcept;
    /// One cell; null when it is missing. O(log n).
    [[nodiscard]] const indicator_value* find(std::string_view area, int year,
                                              std::string_view indicator_key) const noexcept;
    /// The rows of an indicator, by area and year; of an indicator in one area, by year. O(log n).
    [[nodiscard]] std::span<const indicator_value> of(std::string_view indicator_key) const noexcept;
    [[nodiscard]] std::span<const indicator_value> of(std::string_view indicator_key,
                                                      std::string_view area) const noexcept;
    /// O(rows of the indicator).
    [[nodiscard]] indicator_coverage coverage(std::string_view indicator_key) const;

    friend bool operator==(const indicator_table&, const indicator_table&) = default;

private:
    indicator_parts parts_;
    std::vector<std::string> areas_;
};

/// Every row, with its source and level.
[[nodiscard]] fact_list facts_of(const indicator_table&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_indicator.ipp"
#endif

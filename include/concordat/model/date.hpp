// SPDX-License-Identifier: Apache-2.0
/// Days and spans of days, and spans of age.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace concordat {

/// A day of the proleptic Gregorian calendar. Readers refuse days that do not exist.
struct date {
    std::int16_t year = 0;
    std::uint8_t month = 1;
    std::uint8_t day = 1;
    friend auto operator<=>(const date&, const date&) = default;
};

/// `2015-04-01`.
[[nodiscard]] inline std::string to_string(date day) {
    const auto padded = [](int value, std::size_t width) {
        const std::string digits = std::to_string(value);
        return std::string(width - std::min(width, digits.size()), '0') + digits;
    };
    return padded(day.year, 4) + '-' + padded(day.month, 2) + '-' + padded(day.day, 2);
}

/// From a first day, up to but not including a last one; either may be open.
struct date_span {
    std::optional<date> from;
    std::optional<date> to;
    friend bool operator==(const date_span&, const date_span&) = default;

    [[nodiscard]] bool contains(date day) const noexcept { return (!from || *from <= day) && (!to || day < *to); }
};

/// Ages in years, half-open. Without bounds: all ages.
struct age_span {
    double from = 0;
    double to = 200;
    friend bool operator==(const age_span&, const age_span&) = default;

    [[nodiscard]] bool contains(double age) const noexcept { return from <= age && age < to; }
    [[nodiscard]] bool is_all() const noexcept { return from == 0 && to == 200; }
};

}  // namespace concordat

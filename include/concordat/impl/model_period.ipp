// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/period.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <optional>

namespace concordat {

namespace detail::timing {

inline int days_of_month(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/// A number of exactly that many digits.
inline std::optional<int> digits(std::string_view text, std::size_t count) {
    if (text.size() != count || text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    int number = 0;
    for (const char c : text) number = 10 * number + (c - '0');
    return number;
}

inline date day_of(int year, int month, int day) {
    return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day)};
}

inline std::string quoted_period(std::string_view text) { return "\"" + printable(text) + "\""; }

inline tl::unexpected<error> no_period(std::string_view text) {
    return fail(
        errc::wrong_type, quoted_period(text) + " is no time as it is written here",
        "as 2021, 2021-07, 2021-07-01, two of these as 2016/2018, or 2022/23 for a year that runs over new year");
}

/// A year, a month or a day.
inline result<period> parse_simple(std::string_view text) {
    const auto year = digits(text.substr(0, 4), 4);
    if (!year) return no_period(text);
    if (text.size() == 4) return period{day_of(*year, 1, 1), day_of(*year, 12, 31), std::string(text)};
    const auto month = text[4] == '-' && text.size() >= 7 ? digits(text.substr(5, 2), 2) : std::nullopt;
    if (!month) return no_period(text);
    if (*month < 1 || *month > 12)
        return fail(errc::out_of_range,
                    quoted_period(text) + " has the month " + std::to_string(*month) + ", expected one from 01 to 12");
    const int most = days_of_month(*year, *month);
    if (text.size() == 7) return period{day_of(*year, *month, 1), day_of(*year, *month, most), std::string(text)};
    const auto day = text[7] == '-' ? digits(text.substr(8), 2) : std::nullopt;
    if (!day) return no_period(text);
    if (*day < 1 || *day > most)
        return fail(errc::out_of_range, quoted_period(text) + " has the day " + std::to_string(*day) +
                                            ", expected one from 01 to " + std::to_string(most));
    return period{day_of(*year, *month, *day), day_of(*year, *month, *day), std::string(text)};
}

}  // namespace detail::timing

CONCORDAT_INLINE result<period> parse_period(std::string_view text) {
    const auto slash = text.find('/');
    if (slash == std::string_view::npos) return detail::timing::parse_simple(text);
    auto from = detail::timing::parse_simple(text.substr(0, slash));
    const auto rest = text.substr(slash + 1);
    if (!from) return from.error().code == errc::wrong_type ? detail::timing::no_period(text) : fail(from.error());
    if (const auto short_year = slash == 4 ? detail::timing::digits(rest, 2) : std::nullopt) {
        const int next = from->first.year + 1;
        if (next % 100 != *short_year)
            return fail(errc::bad_interval,
                        detail::timing::quoted_period(text) + " does not end in the year after it begins",
                        "for several years write both in full, as 2016/2018");
        return period{from->first, detail::timing::day_of(next, 12, 31), std::string(text)};
    }
    auto to = detail::timing::parse_simple(rest);
    if (!to) return to.error().code == errc::wrong_type ? detail::timing::no_period(text) : fail(to.error());
    if (to->first <= from->first)
        return fail(errc::bad_interval, detail::timing::quoted_period(text) + " does not end after it begins",
                    "the earlier goes first");
    return period{from->first, std::max(from->last, to->last), std::string(text)};
}

}  // namespace concordat

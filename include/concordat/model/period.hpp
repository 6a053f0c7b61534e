// SPDX-License-Identifier: Apache-2.0
/// When something was, as exactly as whoever wrote it down could say: a year, a month, a day, a stretch from one of
/// these to another, or a year that runs over new year.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/date.hpp"

#include <compare>
#include <string>
#include <string_view>

namespace concordat {

/// A stretch of days, and the words for it. `text` is what is printed, so that a year never becomes a day that nobody
/// stated.
struct period {
    date first;  ///< the first day it may be about
    date last;   ///< the last one, itself included
    std::string text;

    friend bool operator==(const period&, const period&) = default;
    /// In order of time: by first day; of those that begin on one day the longer goes first, so that 2021 stands before
    /// 2021-01 and that before 2021-01-01; then by the words.
    friend std::strong_ordering operator<=>(const period& a, const period& b) noexcept {
        if (const auto order = a.first <=> b.first; order != 0) return order;
        if (const auto order = b.last <=> a.last; order != 0) return order;
        return a.text.compare(b.text) <=> 0;
    }
};

/// Reads `2021`, `2021-07`, `2021-07-01`, two of these as `2016/2018`, or `2022/23`. The last is a year that begins in
/// 2022 and ends in 2023; since financial and school years begin on different days, it stands for all days of both.
/// Anything else is E203, a day or month that does not exist E401, a stretch whose end is not after its start E405.
[[nodiscard]] result<period> parse_period(std::string_view text);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_period.ipp"
#endif

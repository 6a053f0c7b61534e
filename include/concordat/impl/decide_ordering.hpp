// SPDX-License-Identifier: Apache-2.0
/// Sorting numbers when there may be a million of them. Internal.
#pragma once

#include "concordat/core/config.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace concordat::detail::ordering {

struct placed {
    std::uint64_t key = 0;
    std::uint32_t position = 0;
};

/// An integer that stands to others as the number does to other numbers; both zeros have the same.
[[nodiscard]] inline std::uint64_t key_of(double number) noexcept {
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    const auto bits = std::bit_cast<std::uint64_t>(number + 0.0);
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

inline constexpr unsigned digit_bits = 11;

/// Counting sort by one digit, which leaves equal digits in their order. False if all digits are the same, so that
/// there was nothing to do.
inline bool sort_by_digit(std::span<const placed> from, std::span<placed> to, unsigned shift) {
    constexpr std::uint64_t mask = (std::uint64_t{1} << digit_bits) - 1;
    std::array<std::uint32_t, mask + 1> starts{};
    for (const auto& each : from) ++starts[(each.key >> shift) & mask];
    if (starts[(from.front().key >> shift) & mask] == from.size()) return false;
    std::uint32_t next = 0;
    for (auto& start : starts) {
        const std::uint32_t count = start;
        start = next;
        next += count;
    }
    for (const auto& each : from) to[starts[(each.key >> shift) & mask]++] = each;
    return true;
}

/// Positions from the lowest number to the highest, equals in order of position. No number is a NaN. O(n) from some
/// hundreds on.
[[nodiscard]] inline std::vector<std::uint32_t> ascending(std::span<const double> numbers) {
    CONCORDAT_ASSERT(numbers.size() < (std::size_t{1} << 32));
    constexpr std::size_t few = 256;  // below, comparing costs less than counting
    std::vector<placed> items(numbers.size());
    for (std::size_t i = 0; i < items.size(); ++i) items[i] = {key_of(numbers[i]), static_cast<std::uint32_t>(i)};
    if (items.size() < few) {
        std::sort(items.begin(), items.end(), [](const placed& a, const placed& b) {
            return a.key < b.key || (a.key == b.key && a.position < b.position);
        });
    } else {
        std::vector<placed> other(items.size());
        for (unsigned shift = 0; shift < 64; shift += digit_bits)
            if (sort_by_digit(items, other, shift)) items.swap(other);
    }
    std::vector<std::uint32_t> order(items.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = items[i].position;
    return order;
}

}  // namespace concordat::detail::ordering

// SPDX-License-Identifier: Apache-2.0
/// Which way is better.
#pragma once

#include <cstdint>
#include <string_view>

namespace concordat {

/// `contested`: good people disagree, so whoever uses the criterion must choose, and the report says that they did.
enum class sense : std::uint8_t { higher, lower, contested };

[[nodiscard]] constexpr std::string_view name(sense s) noexcept {
    return s == sense::higher ? "higher" : s == sense::lower ? "lower" : "contested";
}

}  // namespace concordat

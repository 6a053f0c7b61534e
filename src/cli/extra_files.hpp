// SPDX-License-Identifier: Apache-2.0
/// The heavier files, which a run writes when it is asked to.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace concordat::cli {

enum class extra_file : std::uint8_t {
    report,    ///< the page, its summaries and its worksheets
    pictures,  ///< each a drawing and its specification
    sqlite,
    xlsx,
    xmcda,
};
inline constexpr std::array<std::string_view, 5> extra_file_words = {"report", "pictures", "sqlite", "xlsx", "xmcda"};

using extra_files = std::vector<extra_file>;

}  // namespace concordat::cli

// SPDX-License-Identifier: Apache-2.0
// The colours of every drawing, by what they are for. Each that lines or letters have is at least 4.5:1 against white
// and against every ground (WCAG 2.2, 1.4.3); tests/report/palette_test.cpp computes it. No two things are told apart
// by colour alone, so the hues only help those who see them: they are apart in lightness, or differ in mark or hatch.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace concordat::detail::drawing {

inline constexpr std::string_view paper = "#ffffff";
inline constexpr std::string_view ink = "#111111";    ///< letters, outlines
inline constexpr std::string_view quiet = "#595959";  ///< letters of less weight
inline constexpr std::string_view rule = "#666666";   ///< axes, frames, dotted guides

/// Of data, and of what changed.
inline constexpr std::string_view blue = "#0b5394";
inline constexpr std::string_view vermilion = "#a83800";
inline constexpr std::string_view green = "#00603f";
inline constexpr std::string_view purple = "#702082";
inline constexpr std::string_view ochre = "#735300";

/// Light areas that letters and lines stand on. They say nothing by themselves.
inline constexpr std::string_view pale_grey = "#f2f2f2";
inline constexpr std::string_view pale_blue = "#e6f0f9";
inline constexpr std::string_view pale_ochre = "#fbf1d9";

inline constexpr std::array strokes = {ink, quiet, rule, blue, vermilion, green, purple, ochre};
inline constexpr std::array grounds = {paper, pale_grey, pale_blue, pale_ochre};

/// A filled cell, and the letters that show on it.
struct shade {
    std::string_view fill;
    std::string_view letters;
};
/// From none to all, evenly darker, so that a grey print keeps the order.
inline constexpr std::array<shade, 6> shades = {{{"#ffffff", "#000000"},
                                                 {"#dce9f5", "#000000"},
                                                 {"#aecde8", "#000000"},
                                                 {"#74a9d4", "#000000"},
                                                 {"#2c6ca8", "#ffffff"},
                                                 {"#0a3d73", "#ffffff"}}};

/// Which of the shades a share has, where the darkest ends at `most`: as read in whole percents, so that what is
/// printed alike is shaded alike. The first is kept for exactly nought.
constexpr std::size_t shade_at(double share, double most = 1) {
    if (share <= 0) return 0;
    const auto percents = static_cast<std::size_t>(100 * share + 0.5);
    const auto step = static_cast<std::size_t>(100 * most / static_cast<double>(shades.size() - 1) + 0.5);
    return std::clamp((percents + step - 1) / step, std::size_t{1}, shades.size() - 1);
}

}  // namespace concordat::detail::drawing

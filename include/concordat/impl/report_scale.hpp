// SPDX-License-Identifier: Apache-2.0
// From numbers to places on the drawing, with marks at round numbers.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/impl/report_svg.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace concordat::detail::drawing {

/// `low` stands at `from` and `high` at `to`, which may lie to the left of it or above.
struct scale {
    double low = 0;
    double high = 1;
    double from = 0;
    double to = 1;

    [[nodiscard]] double at(double value) const { return from + (value - low) / (high - low) * (to - from); }
};

/// 1, 2 or 5 times a power of ten, so that a range takes at most `most` steps. The range must be above 0.
inline double round_step(double range, int most) {
    const double least = range / most * (1 - 1e-9);  // so that an exact number of steps stays one
    double power = 1;
    while (power < least) power *= 10;
    while (power >= least * 10) power /= 10;
    for (const double part : {0.1, 0.2, 0.5})
        if (part * power >= least) return part * power;
    return power;
}

/// A scale whose ends are round numbers around all of `values`, nought among them where `from_nought`. Where all values
/// are the same it reaches a little around them.
inline scale scale_around(const std::vector<double>& values, double from, double to, int most_steps,
                          bool from_nought = false) {
    double low = from_nought || values.empty() ? 0.0 : values.front();
    double high = low;
    for (const double value : values) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    if (low == high) {
        const double reach = high == 0 ? 1 : std::abs(high) / 2;
        if (!from_nought) low -= reach;
        high += reach;
    }
    const double step = round_step(high - low, most_steps);
    return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, from, to};
}

/// The round numbers of a scale, both ends among them.
inline std::vector<double> round_marks(const scale& along, int most_steps) {
    const double step = round_step(along.high - along.low, most_steps);
    std::vector<double> marks;
    for (double k = std::ceil(along.low / step - 1e-9); k * step <= along.high + 1e-9 * step; ++k)
        marks.push_back(k * step);
    return marks;
}

/// The minus that a reader knows from arithmetic, not a hyphen.
inline std::string with_minus(const std::string& number) {
    return number.starts_with('-') ? "\u2212" + number.substr(1) : number;
}

/// Three digits after the point, and as many as it takes for what is not nought to be seen.
inline std::string signed_words(double value) {
    int digits = 3;
    while (digits < 9 && value != 0 && rounded(value, digits) == "0") ++digits;
    return with_minus(rounded(value, digits));
}

/// A number beside an axis: as few digits as tell its marks apart.
inline std::string mark_text(double value, double step) {
    int digits = 0;
    for (double unit = 1; digits < 9 && unit > step * 1.000001; unit /= 10) ++digits;
    return with_minus(rounded(value, digits));
}

/// 18%, and never 0% or 100% of what is neither.
inline std::string percent(double share, int digits = 0) {
    const std::string number = rounded(100 * share, digits);
    if (share > 0 && number == "0") return "under 1%";
    if (share < 1 && number == "100") return "over 99%";
    return number + "%";
}

/// With as many digits (two at most) as it takes to tell the shares apart that are not the same.
inline int telling_digits(std::vector<double> shares) {
    std::sort(shares.begin(), shares.end());
    for (int digits = 0; digits < 2; ++digits) {
        bool apart = true;
        for (std::size_t i = 1; i < shares.size(); ++i)
            apart = apart && (shares[i] == shares[i - 1] ||
                              rounded(100 * shares[i], digits) != rounded(100 * shares[i - 1], digits));
        if (apart) return digits;
    }
    return 2;
}

enum class axis_numbers : std::uint8_t { plain, percents };

/// A horizontal axis at `y` with its numbers below it. Takes `axis_height` in all.
inline constexpr double axis_height = 22;
inline void draw_axis(canvas& on, const scale& along, double y, int most_steps, axis_numbers as) {
    const auto marks = round_marks(along, most_steps);
    const double step = marks.size() > 1 ? marks[1] - marks[0] : 1;
    std::string d = "M" + place(spot{along.at(marks.front()), y}) + "L" + place(spot{along.at(marks.back()), y});
    for (const double m : marks) d += "M" + place(spot{along.at(m), y}) + "v4";
    draw_path(on, d, lined(rule));
    for (const double m : marks) {
        const std::string text =
            as == axis_numbers::percents ? mark_text(100 * m, 100 * step) + "%" : mark_text(m, step);
        draw_text(on, {along.at(m), y + 17}, text, {small_size, side::middle, quiet});
    }
}

}  // namespace concordat::detail::drawing

// SPDX-License-Identifier: Apache-2.0
/// Points of a box on the plane where the coordinates have a given sum, equally likely each: independent uniforms given
/// their sum. Given the sum, uniforms cannot be told from exponentials cut off at the same ends, whatever their common
/// rate; so a rate is chosen with which the sum is met on average, all coordinates but the widest are drawn, and the
/// widest is what is left, accepted as often as its density says. Exact, in about sqrt(n) trials. Internal.
#pragma once

#include "concordat/core/logarithm.hpp"
#include "concordat/core/random.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace concordat::detail {

struct tilted_box {
    std::vector<double> widths;  ///< of those that are not 0, and the widest last
    double sum = 0;              ///< at most half of all widths
    double rate = 0;             ///< of the exponentials; not negative
};

/// The mean of an exponential with this rate, cut off at `width`.
inline double tilted_mean(double width, double rate) {
    const double steep = rate * width;
    if (steep < 1e-3) return width * (0.5 - steep / 12);
    if (steep > 600) return 1 / rate;
    return 1 / rate - width / (exponential(steep) - 1);
}

/// The rate by bisection. Where it stops matters to the number of trials alone.
inline double rate_for(std::span<const double> widths, double sum) {
    const auto mean = [&](double rate) {
        double total = 0;
        for (const double width : widths) total += tilted_mean(width, rate);
        return total;
    };
    if (mean(0) <= sum) return 0;
    double low = 0;
    double high = static_cast<double>(widths.size()) / sum;  // an exponential that is not cut off has the mean 1 / rate
    for (int step = 0; step < 60; ++step) {
        const double middle = low + (high - low) / 2;
        (mean(middle) > sum ? low : high) = middle;
    }
    return high;
}

/// Whether something of the odds exp(-x) happens, x not negative. Mostly 1 - x and 1 - x + x² / 2, which it lies
/// between, already tell.
inline bool happens(double x, stream& source) {
    const double drawn = source.uniform();
    if (drawn < 1 - x) return true;
    if (drawn > 1 - x + x * x / 2) return false;
    return drawn < exponential(-std::min(600.0, x));
}

/// An exponential cut off at `width`: by inversion where it is steep, by rejection where inversion would lose digits.
inline double draw_tilted(double width, double rate, stream& source) {
    const double steep = rate * width;
    if (steep > 1) {
        const double cut_off = steep > 600 ? 0 : exponential(-steep);
        return std::min(width, -natural_log(1 - source.uniform() * (1 - cut_off)) / rate);
    }
    for (;;) {
        const double drawn = width * source.uniform();
        if (rate == 0 || happens(rate * drawn, source)) return drawn;
    }
}

/// The coordinates, in order of the widths.
inline void draw_in(const tilted_box& box, stream& source, std::span<double> into) {
    const std::size_t last = box.widths.size() - 1;
    for (;;) {
        double left = box.sum;
        for (std::size_t i = 0; i < last && left >= 0; ++i)
            left -= into[i] = draw_tilted(box.widths[i], box.rate, source);
        into[last] = left;
        if (left >= 0 && left <= box.widths[last] && (box.rate == 0 || happens(box.rate * left, source))) return;
    }
}

}  // namespace concordat::detail

// SPDX-License-Identifier: Apache-2.0
/// The normal distribution's quantile in + - * / and the square root: Wichura, "Algorithm AS 241: the percentage points
/// of the normal distribution" (Applied Statistics 37, 1988): PPND16, good to about one part in 10^15, and PPND7, good
/// to about one in 10^7, for ratings of samples, which are drawn by the hundred million and from uniforms of 32 bits.
/// Internal.
#pragma once

#include "concordat/core/logarithm.hpp"

#include <algorithm>
#include <cmath>

namespace concordat::detail {

/// Half a step of the grid that uniforms lie on: what is added so that 0 never reaches minus infinity.
inline constexpr double half_step = 0x1p-53;

/// How far from 1/2 a share may lie to count as central.
inline constexpr double normal_split = 0.425;

/// Of a share 1/2 + q with |q| <= `normal_split`.
[[nodiscard]] inline double normal_centre(double q) {
    const double r = 0.180625 - q * q;
    const double above =
        ((((((2.5090809287301226727e+3 * r + 3.3430575583588128105e+4) * r + 6.7265770927008700853e+4) * r +
            4.5921953931549871457e+4) *
               r +
           1.3731693765509461125e+4) *
              r +
          1.9715909503065514427e+3) *
             r +
         1.3314166789178437745e+2) *
            r +
        3.3871328727963666080e+0;
    const double below =
        ((((((5.2264952788528545610e+3 * r + 2.8729085735721942674e+4) * r + 3.9307895800092710610e+4) * r +
            2.1213794301586595867e+4) *
               r +
           5.3941960214247511077e+3) *
              r +
          6.8718700749205790830e+2) *
             r +
         4.2313330701600911252e+1) *
            r +
        1.0;
    return q * above / below;
}

/// Minus the quantile of a share in [e^-25, 1/2 - `normal_split`].
[[nodiscard]] inline double normal_tail(double share) {
    const double r = std::sqrt(-natural_log(share)) - 1.6;
    const double above =
        ((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r + 2.41780725177450611770e-1) * r +
            1.27045825245236838258e+0) *
               r +
           3.64784832476320460504e+0) *
              r +
          5.76949722146069140550e+0) *
             r +
         4.63033784615654529590e+0) *
            r +
        1.42343711074968357734e+0;
    const double below =
        ((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r + 1.51986665636164571966e-2) * r +
            1.48103976427480074590e-1) *
               r +
           6.89767334985100004550e-1) *
              r +
          1.67638483018380384940e+0) *
             r +
         2.05319162663775882187e+0) *
            r +
        1.0;
    return above / below;
}

/// Minus the quantile of a share below e^-25, which no draw of 32 bits reaches.
[[nodiscard]] inline double normal_far_tail(double share) {
    const double r = std::sqrt(-natural_log(share)) - 5;
    const double above =
        ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 1.24266094738807843860e-3) * r +
            2.65321895265761230930e-2) *
               r +
           2.96560571828504891230e-1) *
              r +
          1.78482653991729133580e+0) *
             r +
         5.46378491116411436990e+0) *
            r +
        6.65790464350110377720e+0;
    const double below =
        ((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r + 1.84631831751005468180e-5) * r +
            7.86869131145613259100e-4) *
               r +
           1.48753612908506148525e-2) *
              r +
          1.36929880922735805310e-1) *
             r +
         5.99832206555887937690e-1) *
            r +
        1.0;
    return above / below;
}

/// The distance of a draw's share from 1/2.
[[nodiscard]] inline double share_from_middle(double u) { return (u - 0.5) + half_step; }

/// The share beyond a draw: below it on the left, above it on the right.
[[nodiscard]] inline double share_beyond(double u) {
    const double left = u + half_step;
    const double right = (1 - u) - half_step;
    const double beyond = u < 0.5 ? left : right;
    return std::max(beyond, half_step);
}

/// The quantile at u + 2^-53, for u in [0, 1): between -8.21 and 8.21.
[[nodiscard]] inline double normal_at(double u) {
    const double q = share_from_middle(u);
    if (std::fabs(q) <= normal_split) return normal_centre(q);
    const double share = share_beyond(u);
    const double distance = share < 1.388794386496402e-11 ? normal_far_tail(share) : normal_tail(share);
    return q < 0 ? -distance : distance;
}

/// PPND7, of a share 1/2 + q with |q| <= `normal_split`.
[[nodiscard]] inline double short_normal_centre(double q) {
    const double r = 0.180625 - q * q;
    const double above = ((5.9109374720e+1 * r + 1.5929113202e+2) * r + 5.0434271938e+1) * r + 3.3871327179e+0;
    const double below = ((6.7187563600e+1 * r + 7.8757757664e+1) * r + 1.7895169469e+1) * r + 1.0;
    return q * above / below;
}

/// PPND7, minus the quantile of a share in [e^-25, 1/2 - `normal_split`]: no uniform of 32 bits leaves less.
[[nodiscard]] inline double short_normal_tail(double share) {
    const double r = std::sqrt(-natural_log(share)) - 1.6;
    const double above = ((1.7023821103e-1 * r + 1.3067284816e+0) * r + 2.7568153900e+0) * r + 1.4234372777e+0;
    const double below = (1.2021132975e-1 * r + 7.3700164250e-1) * r + 1.0;
    return above / below;
}

/// The quantile at the middle of one of 2^32 equal steps.
[[nodiscard]] inline double short_normal_at(double u) {
    const double q = u - 0.5;
    if (std::fabs(q) <= normal_split) return short_normal_centre(q);
    const double distance = short_normal_tail(u < 0.5 ? u : 1 - u);
    return q < 0 ? -distance : distance;
}

}  // namespace concordat::detail

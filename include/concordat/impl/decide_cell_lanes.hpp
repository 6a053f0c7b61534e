// SPDX-License-Identifier: Apache-2.0
/// Draws and values of a cell, for as many samples as there are lanes. Internal to the sampling of ranks.
#pragma once

#include "concordat/impl/decide_formulas.hpp"
#include "concordat/impl/decide_lanes.hpp"

#include <array>
#include <variant>

namespace concordat::detail {

/// Cells are drawn so many at a time; two blocks of a stream.
inline constexpr std::size_t cells_together = 8;

/// Standard normal draws. Central shares, six in seven, are worked out where they are; the others, which need a
/// logarithm, are gathered over several cells, worked out side by side and put back.
class normal_tails {
public:
    void clear() { count_ = 0; }

    /// Words' uniforms become draws, but for those of the tails, which `finish` puts there.
    void split(const lanes<std::uint64_t>& words, real_lanes& x) {
        lanes<std::uint32_t> flags;
        for (std::size_t s = 0; s < sample_lanes; ++s)
            flags[s] = static_cast<std::uint32_t>(words[s]) - first_central > last_central - first_central
                           ? std::uint32_t{1} << s
                           : 0;
        std::uint32_t outside = 0;
        for (std::size_t s = 0; s < sample_lanes; ++s) outside |= flags[s];
        for (; outside != 0; outside &= outside - 1) {
            const auto s = static_cast<std::size_t>(std::countr_zero(outside));
            place_[count_] = &x[s];
            uniform_[count_++] = x[s];
        }
        for (std::size_t s = 0; s < sample_lanes; ++s) x[s] = short_normal_centre(x[s] - 0.5);
    }

    void finish() {
        std::fill_n(uniform_.begin() + static_cast<std::ptrdiff_t>(count_), side_by_side, 0.01);
        for (std::size_t at = 0; at < count_; at += side_by_side)
            for (std::size_t s = 0; s < side_by_side; ++s) {
                const double u = uniform_[at + s];
                const double upper = 1 - u;
                const double distance = short_normal_tail(u < 0.5 ? u : upper);
                uniform_[at + s] = u < 0.5 ? -distance : distance;
            }
        for (std::size_t at = 0; at < count_; ++at) *place_[at] = uniform_[at];
    }

private:
    /// (word + 1/2) / 2^32 is within `normal_split` of 1/2.
    static constexpr std::uint32_t first_central = 322'122'547;
    static constexpr std::uint32_t last_central = ~first_central;
    static constexpr std::size_t side_by_side = 16;
    static constexpr std::size_t most = cells_together * sample_lanes + side_by_side;
    std::size_t count_ = 0;
    alignas(64) std::array<double, most> uniform_{};
    std::array<double*, most> place_{};
};

[[gnu::noinline]] inline void draw_one_by_one(const quantity& q, real_lanes& x) {
    std::visit(
        [&](const auto& shape) {
            for (std::size_t s = 0; s < sample_lanes; ++s) x[s] = draw_from(shape, x[s]);
        },
        q);
}

[[gnu::noinline]] inline void value_one_by_one(const value_function& f, real_lanes& x) {
    std::visit(
        [&](const auto& shape) {
            for (std::size_t s = 0; s < sample_lanes; ++s) x[s] = value_by(shape, x[s]);
        },
        f);
}

/// What a uniform of 32 bits draws: as `draw`, but for normal quantities, which are good to 10^-7 of a standard
/// deviation's multiple.
[[nodiscard]] inline double short_draw(const quantity& q, double u) {
    if (const auto* normal = std::get_if<normal_value>(&q)) return normal->mean + normal->sd * short_normal_at(u);
    return concordat::draw(q, u);
}

/// `value_by` where the shape is as wide as a power of two: dividing by one is multiplying by its inverse, bit by bit.
struct scaled_shape {
    linear_shape shape;
    double inverse;

    explicit scaled_shape(const linear_shape& f) : shape(f), inverse(1 / (f.best - f.worst)) {}
    [[nodiscard]] bool exact() const {
        constexpr std::uint64_t digits = (std::uint64_t{1} << 52) - 1;
        return (std::bit_cast<std::uint64_t>(shape.best - shape.worst) & digits) == 0 && std::isnormal(inverse);
    }
    [[nodiscard]] double operator()(double x) const {
        const bool rising = shape.worst < shape.best;
        const double inside = (x - shape.worst) * inverse;
        const double from_worst = (rising ? x <= shape.worst : x >= shape.worst) ? 0.0 : inside;
        return (rising ? x >= shape.best : x <= shape.best) ? 1.0 : from_worst;
    }
};

/// In place: what `drawn` makes of each number, and what that is worth.
template <class Draw>
void draw_and_value(const value_function& worth_by, const Draw& drawn, real_lanes& x) {
    if (const auto* linear = std::get_if<linear_shape>(&worth_by)) {
        const auto shape = *linear;
        if (const scaled_shape scaled(shape); scaled.exact())
            for (std::size_t s = 0; s < sample_lanes; ++s) x[s] = scaled(drawn(x[s]));
        else
            for (std::size_t s = 0; s < sample_lanes; ++s) x[s] = value_by(shape, drawn(x[s]));
    } else {
        for (std::size_t s = 0; s < sample_lanes; ++s) x[s] = drawn(x[s]);
        value_one_by_one(worth_by, x);
    }
}

/// Uniforms, or standard normal draws where the quantity is normal, become values in place: the kind of quantity and of
/// value function is asked once, not once a sample.
inline void value_in_place(const value_function& worth_by, const quantity& q, real_lanes& x) {
    if (is_missing(q)) return;
    if (const auto* interval = std::get_if<interval_value>(&q)) {
        draw_and_value(
            worth_by, [shape = *interval](double u) { return draw_from(shape, u); }, x);
    } else if (const auto* triangular = std::get_if<triangular_value>(&q)) {
        draw_and_value(
            worth_by, [shape = *triangular](double u) { return draw_from(shape, u); }, x);
    } else if (const auto* normal = std::get_if<normal_value>(&q)) {
        draw_and_value(
            worth_by, [shape = *normal](double z) { return shape.mean + shape.sd * z; }, x);
    } else {
        draw_one_by_one(q, x);
        value_one_by_one(worth_by, x);
    }
}

}  // namespace concordat::detail

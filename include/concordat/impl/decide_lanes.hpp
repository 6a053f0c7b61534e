// SPDX-License-Identifier: Apache-2.0
/// Many samples side by side: each lane does the same operations in the same order as a sample alone would, so that
/// vector instructions change no bit. Plain loops, which compilers turn into whatever vectors a function may use.
/// Internal to the sampling of ranks.
#pragma once

#include "concordat/core/random.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace concordat::detail {

inline constexpr std::size_t sample_lanes = 32;

template <class Number>
struct alignas(64) lanes {
    Number at[sample_lanes];
    [[nodiscard]] Number& operator[](std::size_t s) { return at[s]; }
    [[nodiscard]] const Number& operator[](std::size_t s) const { return at[s]; }
};
using real_lanes = lanes<double>;
using word_lanes = lanes<std::uint32_t>;
using tally_lanes = lanes<std::int64_t>;

/// Four words for each lane.
struct lane_block {
    word_lanes words[4];
};

/// The streams of one purpose, a sample to each lane: samples first, first + stride, …
class lane_streams {
public:
    lane_streams(std::uint64_t seed, purpose what, std::uint64_t first, std::uint64_t stride)
        : key_low_(static_cast<std::uint32_t>(seed)),
          key_high_(static_cast<std::uint32_t>(seed >> 32)),
          what_(static_cast<std::uint32_t>(what)) {
        for (std::size_t s = 0; s < sample_lanes; ++s) {
            const std::uint64_t sample = first + s * stride;
            low_[s] = static_cast<std::uint32_t>(sample);
            high_[s] = static_cast<std::uint32_t>(sample >> 32);
        }
    }

    /// Words 4 · block to 4 · block + 3 of each stream: Philox4x32-10, word for word that of `stream`.
    void draw(std::uint32_t block, lane_block& out) const {
        for (std::size_t s = 0; s < sample_lanes; ++s) {
            std::uint32_t a = block;
            std::uint32_t b = what_;
            std::uint32_t c = low_[s];
            std::uint32_t d = high_[s];
            std::uint32_t key_low = key_low_;
            std::uint32_t key_high = key_high_;
#pragma GCC unroll 10
            for (int round = 0; round < 10; ++round) {
                const std::uint64_t first = std::uint64_t{a} * 0xD2511F53U;
                const std::uint64_t second = std::uint64_t{c} * 0xCD9E8D57U;
                a = static_cast<std::uint32_t>(second >> 32) ^ b ^ key_low;
                b = static_cast<std::uint32_t>(second);
                c = static_cast<std::uint32_t>(first >> 32) ^ d ^ key_high;
                d = static_cast<std::uint32_t>(first);
                key_low += 0x9E3779B9U;
                key_high += 0xBB67AE85U;
            }
            out.words[0][s] = a;
            out.words[1][s] = b;
            out.words[2][s] = c;
            out.words[3][s] = d;
        }
    }

private:
    std::uint32_t key_low_;
    std::uint32_t key_high_;
    std::uint32_t what_;
    word_lanes low_;
    word_lanes high_;
};

/// 1 is the exponent of [1, 2), where doubles are 2^-52 apart: so the bits of a number below 1 are put there, and 1
/// taken away, which is exact.
inline constexpr std::uint64_t bits_of_one = 0x3ff0000000000000ULL;

/// `stream::uniform` of each lane.
inline void uniforms_of(const word_lanes& low, const word_lanes& high, real_lanes& out) {
    for (std::size_t s = 0; s < sample_lanes; ++s) {
        const std::uint64_t bits = (low[s] | std::uint64_t{high[s]} << 32) >> 12;
        out[s] = std::bit_cast<double>(bits | bits_of_one) - 1.0;
    }
}

/// `stream::short_uniform` of each lane.
inline void short_uniforms_of(const word_lanes& words, real_lanes& out) {
    for (std::size_t s = 0; s < sample_lanes; ++s)
        out[s] = std::bit_cast<double>(std::uint64_t{words[s]} << 20 | std::uint64_t{1} << 19 | bits_of_one) - 1.0;
}

/// Which places are to be compared, in order, so that a row of `count` numbers is sorted: Batcher's merge exchange
/// (Knuth, "The art of computer programming", volume 3, algorithm 5.2.2M).
[[nodiscard]] inline std::vector<std::pair<std::uint16_t, std::uint16_t>> sorting_network(std::size_t count) {
    std::vector<std::pair<std::uint16_t, std::uint16_t>> exchanges;
    if (count < 2) return exchanges;
    const std::size_t top = std::bit_ceil(count) / 2;
    for (std::size_t p = top; p > 0; p /= 2) {
        std::size_t q = top;
        std::size_t r = 0;
        for (std::size_t distance = p;; distance = q - p, q /= 2, r = p) {
            for (std::size_t i = 0; i + distance < count; ++i)
                if ((i & p) == r)
                    exchanges.emplace_back(static_cast<std::uint16_t>(i), static_cast<std::uint16_t>(i + distance));
            if (q == p) break;
        }
    }
    return exchanges;
}

/// Rising along the row, in each lane.
inline void sort_lanes(std::span<const std::pair<std::uint16_t, std::uint16_t>> network, real_lanes* row) {
    for (const auto& [first, second] : network) {
        real_lanes& a = row[first];
        real_lanes& b = row[second];
        for (std::size_t s = 0; s < sample_lanes; ++s) {
            const double x = a[s];
            const double y = b[s];
            a[s] = y < x ? y : x;
            b[s] = y < x ? x : y;
        }
    }
}

}  // namespace concordat::detail

// SPDX-License-Identifier: Apache-2.0
/// Many samples side by side: each lane does the same operations in the same order as a sample alone would, so that
/// vector instructions change no bit. Plain loops, which compilers turn into whatever vectors a function may use.
/// Internal to the sampling of ranks.
#pragma once

#include "concordat/core/random.hpp"
#include "concordat/impl/decide_instructions.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
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
using tally_lanes = lanes<std::int64_t>;

/// Four words for each lane, each the lower half of a number whose upper half says nothing.
struct lane_block {
    lanes<std::uint64_t> words[4];
};

#if CONCORDAT_X86_SETS
using two_words = std::uint64_t __attribute__((vector_size(16)));
using four_words = std::uint64_t __attribute__((vector_size(32)));
using eight_words = std::uint64_t __attribute__((vector_size(64)));

/// The products of lower halves: one instruction, which compilers do not find by themselves. Through references, so
/// that the size of a vector is no part of a call.
inline void multiply_halves(two_words& a, const two_words& by) {
    a = reinterpret_cast<two_words>(
        _mm_mul_epu32(reinterpret_cast<const __m128i&>(a), reinterpret_cast<const __m128i&>(by)));
}
[[gnu::target("avx2")]] inline void multiply_halves(four_words& a, const four_words& by) {
    a = reinterpret_cast<four_words>(
        _mm256_mul_epu32(reinterpret_cast<const __m256i&>(a), reinterpret_cast<const __m256i&>(by)));
}
[[gnu::target("avx512f")]] inline void multiply_halves(eight_words& a, const eight_words& by) {
    a = reinterpret_cast<eight_words>(
        _mm512_maskz_mul_epu32(0xff, reinterpret_cast<const __m512i&>(a), reinterpret_cast<const __m512i&>(by)));
}
template <instruction_set Set>
using lane_words = std::conditional_t<Set == instruction_set::avx512, eight_words,
                                      std::conditional_t<Set == instruction_set::avx2, four_words, two_words>>;
#else
using one_word = std::uint64_t;
inline void multiply_halves(one_word& a, const one_word& by) { a = std::uint64_t{static_cast<std::uint32_t>(a)} * by; }
template <instruction_set>
using lane_words = one_word;
#endif

/// The streams of one purpose, a sample to each lane: samples first, first + stride, …
class lane_streams {
public:
    lane_streams(std::uint64_t seed, purpose what, std::uint64_t first, std::uint64_t stride)
        : key_low_(static_cast<std::uint32_t>(seed)),
          key_high_(static_cast<std::uint32_t>(seed >> 32)),
          what_(static_cast<std::uint32_t>(what)) {
        for (std::size_t s = 0; s < sample_lanes; ++s) {
            const std::uint64_t sample = first + s * stride;
            low_[s] = sample;
            high_[s] = sample >> 32;
        }
    }

    /// Words 4 · block to 4 · block + 3 of each stream: Philox4x32-10, word for word that of `stream`. What gathers in
    /// the upper halves is never multiplied, so it reaches no lower half.
    template <instruction_set Set>
    void draw(std::uint32_t block, lane_block& out) const {
        using vector = lane_words<Set>;
        constexpr std::size_t width = sizeof(vector) / sizeof(std::uint64_t);
        const vector by_first = vector{} + std::uint64_t{0xD2511F53U};
        const vector by_second = vector{} + std::uint64_t{0xCD9E8D57U};
        for (std::size_t s = 0; s < sample_lanes; s += width) {
            vector a = vector{} + std::uint64_t{block};
            vector b = vector{} + std::uint64_t{what_};
            vector c;
            vector d;
            std::memcpy(&c, &low_[s], sizeof c);
            std::memcpy(&d, &high_[s], sizeof d);
            std::uint32_t key_low = key_low_;
            std::uint32_t key_high = key_high_;
#pragma GCC unroll 10
            for (int round = 0; round < 10; ++round) {
                vector first = a;
                vector second = c;
                multiply_halves(first, by_first);
                multiply_halves(second, by_second);
                a = (second >> 32) ^ b ^ std::uint64_t{key_low};
                b = second;
                c = (first >> 32) ^ d ^ std::uint64_t{key_high};
                d = first;
                key_low += 0x9E3779B9U;
                key_high += 0xBB67AE85U;
            }
            std::memcpy(&out.words[0][s], &a, sizeof a);
            std::memcpy(&out.words[1][s], &b, sizeof b);
            std::memcpy(&out.words[2][s], &c, sizeof c);
            std::memcpy(&out.words[3][s], &d, sizeof d);
        }
    }

private:
    std::uint32_t key_low_;
    std::uint32_t key_high_;
    std::uint32_t what_;
    lanes<std::uint64_t> low_;
    lanes<std::uint64_t> high_;
};

/// 1 is the exponent of [1, 2), where doubles are 2^-52 apart: so the bits of a number below 1 are put there, and 1
/// taken away, which is exact.
inline constexpr std::uint64_t bits_of_one = 0x3ff0000000000000ULL;

/// `stream::uniform` of each lane.
inline void uniforms_of(const lanes<std::uint64_t>& low, const lanes<std::uint64_t>& high, real_lanes& out) {
    for (std::size_t s = 0; s < sample_lanes; ++s) {
        const std::uint64_t bits = (low[s] << 32 >> 44) | (high[s] << 32 >> 12);
        out[s] = std::bit_cast<double>(bits | bits_of_one) - 1.0;
    }
}

/// `stream::short_uniform` of each lane.
inline void short_uniforms_of(const lanes<std::uint64_t>& words, real_lanes& out) {
    for (std::size_t s = 0; s < sample_lanes; ++s)
        out[s] = std::bit_cast<double>(words[s] << 32 >> 12 | std::uint64_t{1} << 19 | bits_of_one) - 1.0;
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

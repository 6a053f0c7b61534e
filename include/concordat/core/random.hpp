// SPDX-License-Identifier: Apache-2.0
/// Random numbers that depend on (seed, purpose, sample) alone, so that a sample is the same whichever thread draws it
/// and however many were drawn before: counter-based streams, Philox4x32-10 of Salmon, Moraes, Dror and Shaw, "Parallel
/// random numbers: as easy as 1, 2, 3" (SC 2011), in the Random123 library.
#pragma once

#include "concordat/core/config.hpp"

#include <Random123/philox.h>

#include <cstddef>
#include <cstdint>
#include <span>

namespace concordat {

/// What a stream is for. The numbers are part of `numerics`: they never change meaning.
enum class purpose : std::uint32_t { weights = 1, ratings = 2, structure = 3, test = 1000 };

/// The draws of one sample for one purpose. A value type: copy it to replay it. 2^32 draws, O(1) each.
class stream {
public:
    stream(std::uint64_t seed, purpose what, std::uint64_t sample) noexcept
        : key_{{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}},
          counter_{{0, static_cast<std::uint32_t>(what), static_cast<std::uint32_t>(sample),
                    static_cast<std::uint32_t>(sample >> 32)}} {}

    [[nodiscard]] std::uint32_t bits32() noexcept {
        if (used_ == 4) {
            block_ = r123::Philox4x32{}(counter_, key_);
            ++counter_[0];
            used_ = 0;
        }
        return block_[used_++];
    }
    [[nodiscard]] std::uint64_t bits64() noexcept {
        const std::uint64_t low = bits32();
        return low | (static_cast<std::uint64_t>(bits32()) << 32);
    }
    /// Uniform on [0, 1) in steps of 2^-52: differences of two such numbers are exact.
    [[nodiscard]] double uniform() noexcept { return static_cast<double>(bits64() >> 12) * 0x1p-52; }
    /// Uniform on the middles of 2^32 equal steps of [0, 1): half the words of `uniform()`, as fine as ratings need.
    [[nodiscard]] double short_uniform() noexcept { return (static_cast<double>(bits32()) + 0.5) * 0x1p-32; }
    /// As many calls of `uniform()` as there are places, and faster than them.
    void fill(std::span<double> uniforms) noexcept {
        std::size_t at = 0;
        auto counter = counter_;
        if (used_ == 4)
            for (; at + 2 <= uniforms.size(); at += 2) {
                const auto words = r123::Philox4x32{}(counter, key_);
                ++counter[0];
                uniforms[at] = scaled(words[0], words[1]);
                uniforms[at + 1] = scaled(words[2], words[3]);
            }
        counter_ = counter;
        for (; at < uniforms.size(); ++at) uniforms[at] = uniform();
    }

private:
    static double scaled(std::uint32_t low, std::uint32_t high) noexcept {
        return static_cast<double>((low | std::uint64_t{high} << 32) >> 12) * 0x1p-52;
    }

    r123::Philox4x32::key_type key_;
    r123::Philox4x32::ctr_type counter_;
    r123::Philox4x32::ctr_type block_{};
    unsigned used_ = 4;
};

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#include "concordat/core/random.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cstdint>
#include <vector>

namespace {

using words = std::array<std::uint32_t, 4>;

words block(const r123::Philox4x32::ctr_type& counter, const r123::Philox4x32::key_type& key) {
    const auto out = r123::Philox4x32{}(counter, key);
    return {out[0], out[1], out[2], out[3]};
}

words next_block(concordat::stream& s) { return {s.bits32(), s.bits32(), s.bits32(), s.bits32()}; }

}  // namespace

TEST_CASE("Philox gives the known answers of Random123's kat_vectors", "[core]") {
    // Lines "philox4x32 10" of tests/kat_vectors in Random123 1.14: counter, key, answer.
    CHECK(block({{0, 0, 0, 0}}, {{0, 0}}) == words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
    CHECK(block({{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}}, {{0xffffffff, 0xffffffff}}) ==
          words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
    CHECK(block({{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}}, {{0xa4093822, 0x299f31d0}}) ==
          words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("a stream is Philox with the seed as key and (block, purpose, sample) as counter", "[core]") {
    concordat::stream zero(0, static_cast<concordat::purpose>(0), 0);
    CHECK(next_block(zero) == words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});

    concordat::stream s(0x299f31d0a4093822, concordat::purpose::structure, 0x0370734413198a2e);
    CHECK(next_block(s) == block({{0, 3, 0x13198a2e, 0x03707344}}, {{0xa4093822, 0x299f31d0}}));
    CHECK(next_block(s) == block({{1, 3, 0x13198a2e, 0x03707344}}, {{0xa4093822, 0x299f31d0}}));
}

TEST_CASE("a stream's 64-bit words take the low half first, and a copy replays it", "[core]") {
    concordat::stream narrow(7, concordat::purpose::test, 11);
    concordat::stream wide = narrow;
    for (int i = 0; i < 10; ++i) {
        const std::uint64_t low = narrow.bits32();
        const std::uint64_t high = narrow.bits32();
        CHECK(wide.bits64() == (low | high << 32));
    }
}

TEST_CASE("filling a row gives what calls one by one give, from wherever the stream stands", "[core]") {
    for (const std::size_t before : {0u, 1u, 2u})
        for (const std::size_t count : {0u, 1u, 2u, 7u, 64u}) {
            concordat::stream one(5, concordat::purpose::test, 3);
            for (std::size_t i = 0; i < before; ++i) (void)one.bits32();
            concordat::stream row = one;
            std::vector<double> filled(count);
            row.fill(filled);
            for (const double each : filled) CHECK(each == one.uniform());
            CHECK(row.bits64() == one.bits64());
        }
}

TEST_CASE("uniform numbers are multiples of 2^-52 in [0, 1), with the moments of the uniform law", "[core]") {
    constexpr int draws = 200'000;
    concordat::stream s(1, concordat::purpose::test, 0);
    double sum = 0;
    double squares = 0;
    bool on_the_grid = true;
    for (int i = 0; i < draws; ++i) {
        const double u = s.uniform();
        const auto steps = static_cast<std::uint64_t>(u * 0x1p52);
        on_the_grid = on_the_grid && u >= 0 && u < 1 && static_cast<double>(steps) * 0x1p-52 == u;
        sum += u;
        squares += u * u;
    }
    CHECK(on_the_grid);
    // Four standard errors: the standard deviation of u is sqrt(1/12), that of u² sqrt(4/45).
    CHECK_THAT(sum / draws, Catch::WithinAbs(0.5, 4 * 0.2887 / 447.2));
    CHECK_THAT(squares / draws, Catch::WithinAbs(1.0 / 3, 4 * 0.2982 / 447.2));
}

TEST_CASE("short uniforms are the middles of 2^32 steps, one word each", "[core]") {
    concordat::stream words(3, concordat::purpose::test, 5);
    concordat::stream uniforms = words;
    for (int i = 0; i < 1000; ++i) CHECK(uniforms.short_uniform() == (words.bits32() + 0.5) / 4294967296.0);
}

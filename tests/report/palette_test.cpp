// SPDX-License-Identifier: Apache-2.0
#include "concordat/impl/report_palette.hpp"

#include "svg_faults.hpp"

#include <catch2/catch.hpp>

using namespace concordat::detail::drawing;

TEST_CASE("contrast is what WCAG says it is") {
    CHECK(svg::contrast("#000000", "#ffffff") == Approx(21.0));
    CHECK(svg::contrast("#767676", "#ffffff") == Approx(4.54).margin(0.005));  // its own example of what just passes
    CHECK(svg::contrast("#ff0000", "#ffffff") == Approx(3.998).margin(0.001));
}

TEST_CASE("whatever lines and letters are drawn in shows on every ground") {
    for (const auto stroke : strokes)
        for (const auto ground : grounds) {
            CAPTURE(stroke, ground);
            CHECK(svg::contrast(stroke, ground) >= 4.5);
        }
}

TEST_CASE("letters show on every shade, and shades darken") {
    for (const auto& each : shades) CHECK(svg::contrast(each.letters, each.fill) >= 4.5);
    for (std::size_t i = 1; i < shades.size(); ++i) {
        CHECK(svg::luminance(shades[i].fill) < svg::luminance(shades[i - 1].fill));
        CHECK(svg::contrast(shades[i].fill, shades[i - 1].fill) >= 1.2);
    }
}

TEST_CASE("a share has a shade, white only where it is nothing") {
    CHECK(shade_at(0) == 0);
    CHECK(shade_at(0.001) == 1);
    CHECK(shade_at(0.2) == 1);
    CHECK(shade_at(0.204) == 1);
    CHECK(shade_at(0.206) == 2);
    CHECK(shade_at(1) == shades.size() - 1);
    CHECK(shade_at(0.1, 0.2) == 3);
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/picture.hpp"

#include "concordat/impl/report_svg.hpp"

#include "svg_faults.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace concordat;
using namespace concordat::detail::drawing;

namespace {

picture words_only(const std::string& headline) {
    return {"p1", headline, "Made up, in units of nothing", "One bar.", "", {"Bars", {{"bar"}}, {{"1"}}}};
}

/// One bar with its label to the right, and a hatch.
picture one_bar(const std::string& label) {
    picture made = words_only("One bar stands for " + label);
    canvas on{"p1", 440, 60};
    draw_box(on, {0, 10, 100, 20}, framed(hatched(on, hatch::rising, blue), blue));
    draw_text(on, {110, 25}, shortened(label, 320));
    finish(made, on);
    return made;
}

const std::string hostile =
    "</text><script>alert(1)</script>&amp;\"' onload=x =cmd|' /C calc'!A0 \u202eevil\x1b[31m\xff\ufffe";

}  // namespace

TEST_CASE("a drawing is one element with its title and description, and nothing else a page could object to") {
    const picture p = one_bar("the first");
    CHECK(svg::faults_of(p) == svg::faults{});
    CHECK(p.svg.starts_with("<svg viewBox=\"0 0 440 60\" role=\"img\" aria-labelledby=\"p1-title p1-desc\""));
    const auto read = svg::read(p.svg);
    CHECK(read.at(1).words == "One bar stands for the first");
    CHECK(read.at(2).words == "One bar.");
    CHECK_FALSE(p.wide());
}

TEST_CASE("a file has the drawing as it is, with headline and subtitle above it and the notes below") {
    picture p = one_bar("the first");
    p.table.notes = {"Nobody was asked for weights."};
    const std::string file = to_svg(p);
    CHECK(file.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\""));
    std::vector<std::string> words;
    for (const auto& e : svg::read(file))
        if (e.name == "text") words.push_back(e.words);
    CHECK(words == std::vector<std::string>{"the first", "One bar stands for the first", "Made up, in units of nothing",
                                            "Nobody was asked for weights."});
    CHECK(svg::faults_of(p) == svg::faults{});
}

TEST_CASE("a label shows what it holds and does nothing") {
    const picture p = one_bar(hostile);
    CHECK(svg::faults_of(p) == svg::faults{});
    CHECK(p.svg.find("<script") == std::string::npos);
    CHECK(p.svg.find("\u202e") == std::string::npos);
    CHECK(svg::read(p.svg).at(1).words ==
          "One bar stands for </text><script>alert(1)</script>&amp;\"' onload=x =cmd|' /C calc'!A0 "
          "\\u202eevil\\u001b[31m\\u00ff\\ufffe");
}

TEST_CASE("a label of any length keeps within its place") {
    CHECK(svg::faults_of(one_bar("")) == svg::faults{});
    CHECK(svg::faults_of(one_bar(std::string(5000, 'W'))) == svg::faults{});
    std::string tower = "a";
    for (int i = 0; i < 2000; ++i) tower += "\u0300";
    CHECK(one_bar(tower).svg.size() < 10'000);
}

TEST_CASE("the checks see what they are there to see") {
    const auto first_fault = [](const auto& draw) {
        picture made = words_only("A fault");
        canvas on{"p1", 440, 60};
        draw(on);
        finish(made, on);
        const auto found = svg::faults_of(made.svg, "p1");
        return found.empty() ? std::string() : found.front().substr(0, found.front().find(':'));
    };
    CHECK(first_fault([](canvas&) {}).empty());
    CHECK(first_fault([](canvas& on) {
              draw_text(on, {10, 20}, "pale", {13, side::start, "#aaaaaa"});
          }) == "too little contrast with #ffffff");
    CHECK(first_fault([](canvas& on) {
              draw_box(on, {0, 0, 200, 40}, filled(blue));
              draw_text(on, {10, 20}, "dark on dark");
          }) == "too little contrast with #0b5394");
    CHECK(first_fault([](canvas& on) { draw_text(on, {430, 20}, "too far"); }) == "outside of the frame");
    CHECK(first_fault([](canvas& on) {
              draw_text(on, {10, 20}, "one");
              draw_text(on, {20, 24}, "another");
          }) == "words on words");
    CHECK(first_fault([](canvas& on) {
              draw_line(on, {0, 16}, {100, 16}, lined(ink));
              draw_text(on, {10, 20}, "struck out");
          }) == "a line through words");
    CHECK(first_fault([](canvas& on) { draw_box(on, {10, 10, 20, 20}, filled(pale_blue)); }) == "does not stand out");
    CHECK(first_fault([](canvas& on) {
              draw_box(on, {0, 0, 200, 40}, framed(hatched(on, hatch::level, blue), blue));
              draw_text(on, {10, 20}, "on a hatch");
          }) == "words on a hatch");
    CHECK(first_fault([](canvas& on) { on.body += "<script>x</script>"; }) == "an element that is not allowed");
    CHECK(first_fault([](canvas& on) { on.body += "<text x=\"1\" y=\"20\" onclick=\"x\">a</text>"; }) ==
          "an attribute that is not allowed");
    CHECK(first_fault([](canvas& on) { on.body += "<text>a & b</text>"; }) == "a raw & in text");
}

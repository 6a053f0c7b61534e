// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/write_gexf.hpp"

#include "concordat/io/json.hpp"
#include "concordat/io/write_model.hpp"
#include "tests/draw.hpp"
#include "tests/worked_example.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace concordat;
using concordat::testing::draw;
using concordat::testing::worked_example;
using concordat::testing::worked_example_option_x;

namespace {

model nasty() {
    auto parts = worked_example().parts();
    parts.title = "]]>\"'<script>alert(1)</script>&amp; \x1b[2J\xe2\x80\xae\xef\xbf\xbe\tx\ny";
    for (auto& a : parts.actors) a.name = parts.title;
    return model::make(std::move(parts)).value();
}

}  // namespace

TEST_CASE("a model is one static graph with all its actors and relations") {
    const auto m = worked_example();
    const auto gexf = to_gexf(m);
    CHECK(gexf.find("<gexf xmlns=\"http://gexf.net/1.3\"") != std::string::npos);
    CHECK(gexf.find("mode=\"static\"") != std::string::npos);
    CHECK(gexf.find("spell") == std::string::npos);
    CHECK(written::occurrences(gexf, "<node ") == m.actors().size());
    CHECK(written::occurrences(gexf, "<edge ") == m.relations().size());
    written::keep("samples", "worked.gexf", gexf);
    written::keep("samples", "worked.graphml", to_graphml(m));
    written::keep("samples", "worked.show.json", to_json(to_document(m)).value());
}

TEST_CASE("before and after are two slices, and what both have is there throughout") {
    const auto before = worked_example(), after = worked_example_option_x();
    const auto gexf = to_gexf(before, after);
    const auto all = std::string("start=\"0\" end=\"3\"");
    // camhs and ts lose their lines to ijb, camhs gains one to the council.
    CHECK(written::occurrences(gexf, "<spell start=\"0\" end=\"1\"/>") == 2);
    CHECK(written::occurrences(gexf, "<spell start=\"2\" end=\"3\"/>") == 1);
    CHECK(written::occurrences(gexf, "<spell " + all + "/>") == before.actors().size() + before.relations().size() - 2);
    CHECK(written::occurrences(gexf, "mode=\"dynamic\"") == 1);  // the graph: no attribute changes
    written::keep("samples", "worked.slices.gexf", gexf);
    written::keep("samples", "after.show.json", to_json(to_document(after)).value());
}

TEST_CASE("an attribute that changes has each value in its slice, and is declared as one that can") {
    const auto before = draw("actors: a(name first) b\nfunds: a -> b 10");
    const auto after = draw("actors: a(name second) b c\nfunds: a -> b 20");
    const auto gexf = to_gexf(before, after);
    CHECK(gexf.find("<attvalue for=\"node_name\" value=\"first\" start=\"0\" end=\"1\"/>") != std::string::npos);
    CHECK(gexf.find("<attvalue for=\"node_name\" value=\"second\" start=\"2\" end=\"3\"/>") != std::string::npos);
    CHECK(gexf.find("<attvalue for=\"edge_amount\" value=\"10\" start=\"0\" end=\"1\"/>") != std::string::npos);
    CHECK(gexf.find("<attvalue for=\"edge_amount\" value=\"20\" start=\"2\" end=\"3\"/>") != std::string::npos);
    CHECK(gexf.find("<attvalue for=\"node_kind\" value=\"body\"/>") != std::string::npos);
    CHECK(written::occurrences(gexf, "mode=\"dynamic\"") == 3);
}

TEST_CASE("parallel edges differ in kind, so that no reader merges them") {
    const auto m = draw("actors: a b\ndelivers: a -> b [x]; a -> b [y] 0-5; a -> b [y] 5+");
    const auto gexf = to_gexf(m);
    for (const auto* kind : {"kind=\"delivers [x]\"", "kind=\"delivers [y] 0-5\"", "kind=\"delivers [y] 5+\""})
        CHECK(written::occurrences(gexf, kind) == 1);
}

TEST_CASE("hostile texts are shown in GEXF and end no attribute") {
    const auto m = nasty();
    const auto gexf = to_gexf(m);
    CHECK(gexf.find("<script") == std::string::npos);
    CHECK(gexf.find('\x1b') == std::string::npos);
    CHECK(gexf.find("\xe2\x80\xae") == std::string::npos);
    CHECK(gexf.find("\\u001b[2J\\u202e\\ufffe&#9;x&#10;y") != std::string::npos);
    written::keep("samples", "nasty.gexf", gexf);
    written::keep("samples", "nasty.graphml", to_graphml(m));
    written::keep("samples", "nasty.show.json", to_json(to_document(m)).value());
}

TEST_CASE("an empty model is an empty graph, alone and beside itself") {
    const auto m = draw("actors: a");
    CHECK(written::occurrences(to_gexf(m), "<edges count=\"0\">") == 1);
    CHECK(written::occurrences(to_gexf(m, m), "<spell ") == 1);
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/prose.hpp"

#include <catch2/catch.hpp>

using namespace concordat;

namespace {

phrase title(std::string text) { return {std::move(text), phrase_kind::title, {}}; }
phrase linked(std::string text, std::string url) { return {std::move(text), phrase_kind::ours, std::move(url)}; }

const std::string markup = "# <script>alert(1)</script> [x](javascript:alert(1)) *b* `c` | \u202egnp\x1b[31m\n- \xff";

prose small() {
    prose text{"small", {}};
    text.blocks.emplace_back(prose_heading{1, {{"About "}, title("Cats & dogs")}});
    text.blocks.emplace_back(prose_paragraph{{{"Read more at "}, linked("a page", "https://example.org/a(b)"), {"."}}});
    text.blocks.emplace_back(prose_list{{{{"One."}}, {title("Two")}}, false});
    text.blocks.emplace_back(prose_list{{{{"First."}}, {{"Second."}}}, true});
    text.blocks.emplace_back(sheet{"Not shown", {{"a"}, {"b"}}, {{"1", "2"}}, {"A note."}});
    return text;
}

}  // namespace

TEST_CASE("a text is Markdown with its headings, links, lists and tables") {
    CHECK(to_markdown(small()) ==
          "# About \u201cCats &amp; dogs\u201d\n"
          "\n"
          "Read more at [a page](<https://example.org/a(b)>).\n"
          "\n"
          "- One.\n"
          "- \u201cTwo\u201d\n"
          "\n"
          "1. First.\n"
          "2. Second.\n"
          "\n"
          "| a | b |\n"
          "| --- | --- |\n"
          "| 1 | 2 |\n"
          "\n"
          "- A note.\n");
}

TEST_CASE("a text is lines for a terminal, with headings underlined and items indented") {
    CHECK(to_text(small(), 20) ==
          "About \u201cCats & dogs\u201d\n"
          "===================\n"
          "\n"
          "Read more at a page\n"
          "(https://example.org\n"
          "/a(b)).\n"
          "\n"
          "- One.\n"
          "- \u201cTwo\u201d\n"
          "\n"
          "1. First.\n"
          "2. Second.\n"
          "\n"
          "a  b\n"
          "-  -\n"
          "1  2\n"
          "\n"
          "A note.\n");
    const std::string wide = to_text(prose{"x", {prose_list{{{{"a long item of words"}}}, false}}}, 14);
    CHECK(wide == "- a long item\n  of words\n");
}

TEST_CASE("whatever stands in a title is text in Markdown") {
    for (const auto kind : {phrase_kind::title, phrase_kind::name, phrase_kind::ours}) {
        const std::string written =
            to_markdown(prose{"x",
                              {prose_heading{2, {{markup, kind, {}}}}, prose_paragraph{{{markup, kind, {}}}},
                               prose_list{{{{markup, kind, {}}}}, false}}});
        CAPTURE(written);
        CHECK(written.find("<script") == std::string::npos);
        CHECK(written.find("](javascript") == std::string::npos);
        CHECK(written.find("\\[x\\]\\(javascript\\:alert(1))") != std::string::npos);
        CHECK(written.find('\x1b') == std::string::npos);
        CHECK(written.find("\u202e") == std::string::npos);
        CHECK(written.find("\\\\u202e") != std::string::npos);
        std::size_t lines = 0;
        for (const char c : written) lines += c == '\n' ? 1U : 0U;
        CHECK(lines == 5);  // no line of its own making
    }
}

TEST_CASE("Markdown is escaped where it would act, and left to be read where it would not") {
    const auto written = [](const std::string& words) { return to_markdown(prose{"x", {prose_paragraph{{{words}}}}}); };
    CHECK(written("Who asked: nobody (so far)!").find("Who asked: nobody (so far)\\!") != std::string::npos);
    CHECK(written("https://example.org").find("https\\://example.org") != std::string::npos);
    CHECK(written(":smile:").find("\\:smile:") != std::string::npos);
    CHECK(written("1) one").find("1\\) one") != std::string::npos);
    CHECK(written("![x](y)").find("!\\[x\\]\\(y)") != std::string::npos);
}

TEST_CASE("a terminal shows what would act on it") {
    const std::string shown = to_text(prose{"x", {prose_paragraph{{title(markup)}}}}, 0);
    CHECK(shown.find('\x1b') == std::string::npos);
    CHECK(shown.find("\\u001b[31m\\u000a- \\u00ff") != std::string::npos);
    const std::string coloured = to_text(prose{"x", {prose_heading{1, {{"Up"}}}}}, 0, {true});
    CHECK(coloured == "\x1b[1mUp\x1b[0m\n==\n");
}

TEST_CASE("only addresses of the web become links") {
    CHECK(is_web_address("https://example.org/a?b=c#d"));
    CHECK(is_web_address("http://example.org"));
    for (const auto* url : {"javascript:alert(1)", "data:text/html,x", "//example.org", "https://a b", "https://a>b",
                            "https://a\"b", "ftp://example.org", "", "https://a\nb"}) {
        CAPTURE(url);
        CHECK_FALSE(is_web_address(url));
        const std::string written = to_markdown(prose{"x", {prose_paragraph{{linked("here", url)}}}});
        CHECK(written == "here\n");
    }
}

TEST_CASE("very long and empty labels do no harm") {
    const std::string endless(5000, 'x');
    for (const auto& line : {to_text(prose{"x", {prose_paragraph{{title(endless)}}}}, 40)}) {
        std::size_t longest = 0;
        std::size_t now = 0;
        for (const char c : line) {
            now = c == '\n' ? 0 : now + 1;
            longest = std::max(longest, now);
        }
        CHECK(longest <= 40 + 4);  // the quotation marks are three bytes each
    }
    CHECK(to_markdown(prose{}).empty());
    CHECK(to_text(prose{"x", {prose_paragraph{}}}, 10) == "\n");
    CHECK(to_markdown(prose{"x", {prose_list{}}}).empty());
}

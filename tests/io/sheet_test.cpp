// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/sheet.hpp"

#include "concordat/core/utf8.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

using namespace concordat;

namespace {

/// RFC 4180 read back by its grammar, for comparison: records of fields, CRLF between records.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
    std::vector<std::vector<std::string>> records(1, std::vector<std::string>(1));
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto& field = records.back().back();
        if (quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"')
            field += text[i++];
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && text[i] == ',')
            records.back().emplace_back();
        else if (!quoted && text.compare(i, 2, "\r\n") == 0) {
            records.emplace_back(1);
            ++i;
        } else
            field += text[i];
    }
    records.pop_back();  // after the last CRLF
    return records;
}

std::size_t widest_line(const std::string& text) {
    std::size_t widest = 0;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
    return widest;
}

sheet one_cell(std::string text) { return {"", {{"text"}}, {{std::move(text)}}}; }

}  // namespace

TEST_CASE("a table for a terminal is aligned, numbers to the right, with its notes") {
    const sheet table{"Measures of scotland.full",
                      {{"measure"}, {"value", alignment::right, "share"}, {"note"}},
                      {{"coverage", number_cell(0.75), "K = 1"}, {"hand_offs", number_cell(12.5), ""}},
                      {"Weights are illustrative."}};
    CHECK(to_text(table, 80) ==
          "Measures of scotland.full\n\n"
          "measure    value (share)  note\n"
          "---------  -------------  -----\n"
          "coverage            0.75  K = 1\n"
          "hand_offs           12.5\n\n"
          "Weights are illustrative.\n");
    CHECK(to_text(table, 80, {true}).substr(0, 33) == "\x1b[1mMeasures of scotland.full\x1b[0m");
}

TEST_CASE("long texts wrap to the terminal, and nothing is lost") {
    const std::string words = "Public bodies that answer to several others answer to none of them in particular";
    const sheet table{"A title that is rather longer than the narrow terminal it is shown on",
                      {{"key"}, {"what"}, {"value", alignment::right}},
                      {{"ijb", words, number_cell(1234567.25, 2)}, {"x", std::string(50, 'w'), count_cell(3)}},
                      {words}};
    for (const std::size_t width : {40, 60, 100}) {
        const std::string text = to_text(table, width);
        CHECK(widest_line(text) <= width);
        CHECK(text.find("1234567.25") != std::string::npos);
        CHECK(std::count(text.begin(), text.end(), 'w') >= 50);
    }
    CHECK(widest_line(to_text(table, 0)) > 90);
    CHECK(widest_line(to_text(table, 5)) > 5);  // what cannot be narrowed stays
}

TEST_CASE("wide and combining characters keep the columns straight") {
    const sheet table{"",
                      {{"name"}, {"n", alignment::right}},
                      {{"\xe5\xad\x90\xe4\xbe\x9b", count_cell(1)}, {"e\xcc\x81te\xcc\x81", count_cell(22)}}};
    CHECK(to_text(table, 80) ==
          "name   n\n"
          "----  --\n"
          "\xe5\xad\x90\xe4\xbe\x9b   1\n"
          "e\xcc\x81te\xcc\x81   22\n");
}

TEST_CASE("CSV is RFC 4180") {
    const sheet table{"not shown",
                      {{"key"}, {"a, b"}, {"value", alignment::right, "GBP"}},
                      {{"plain", "say \"so\"", number_cell(1.0 / 3)},
                       {"", "two\nlines", number_cell(-2)},
                       {"comma,", "\xc3\xa9", number_or_missing(std::nullopt)}},
                      {"not shown"}};
    CHECK(to_csv(table) ==
          "key,\"a, b\",value (GBP)\r\n"
          "plain,\"say \"\"so\"\"\",0.3333333333333333\r\n"
          ",\"two\nlines\",-2\r\n"
          "\"comma,\",\xc3\xa9,missing\r\n");
    const auto records = read_csv(to_csv(table));
    REQUIRE(records.size() == 4);
    CHECK(records[1] == std::vector<std::string>{"plain", "say \"so\"", "0.3333333333333333"});
    CHECK(records[2] == std::vector<std::string>{"", "two\nlines", "-2"});
}

TEST_CASE("no text of input becomes a formula in a spreadsheet, and no number of the engine is spoilt") {
    const auto payload =
        GENERATE(as<std::string>{}, "=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1",
                 "\xef\xbc\x9d"
                 "1+1",
                 "=HYPERLINK(\"http://x\",\"y\")", "-5");
    const auto field = read_csv(to_csv(one_cell(payload))).at(1).at(0);
    CHECK(field.front() == '\'');
    sheet heading = one_cell("x");
    heading.columns[0].name = payload;
    CHECK(read_csv(to_csv(heading)).at(0).at(0).front() == '\'');
    CHECK(to_csv({"", {{"n"}}, {{number_cell(-5)}}}) == "n\r\n-5\r\n");
    CHECK(to_csv(one_cell("a=b")) == "text\r\na=b\r\n");
}

TEST_CASE("Markdown shows input and lets none of it act") {
    CHECK(to_markdown({"A *title*", {{"key"}, {"n", alignment::right}}, {{"a|b", count_cell(1)}}, {"- note"}}) ==
          "## A \\*title\\*\n\n"
          "| key | n |\n"
          "| --- | ---: |\n"
          "| a\\|b | 1 |\n\n"
          "- \\- note\n");
    const std::string text =
        to_markdown(one_cell("<img src=x onerror=alert(1)> [a](javascript:b) `c` **d** &lt; $e$\nf"));
    CHECK(text.find('<') == std::string::npos);
    CHECK(text.find("](") == std::string::npos);
    CHECK(text.find(" **") == std::string::npos);
    CHECK(text.find("&amp;lt;") != std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') == 3);
    CHECK(to_markdown({"", {{"x"}}, {}, {"1. one", "# two", "+ three"}}).find("- 1\\. one\n- \\# two\n- \\+ three\n") !=
          std::string::npos);
}

TEST_CASE("no rendering passes on what a terminal would act on") {
    const std::string payload =
        "\x1b]0;owned\x07 \x1b[2J \xe2\x80\xae"
        "evil \xc2\x9b"
        "31m \xff \x7f \xe2\x81\xa6";
    for (const auto& text :
         {to_text(one_cell(payload), 40), to_csv(one_cell(payload)), to_markdown(one_cell(payload))}) {
        std::string_view rest = text;
        while (!rest.empty()) {
            const auto point = first_code_point(rest);
            rest.remove_prefix(point.bytes);
            CHECK(point.whole);
            CHECK((point.value == '\n' || point.value == '\r' || !is_control_or_direction(point.value)));
        }
        CHECK(text.find("u001b") != std::string::npos);
    }
}

TEST_CASE("a table wider than its place becomes several, each with the first column, none losing a cell") {
    sheet table{"t", {{"option"}, {"one"}, {"two"}, {"three"}}, {{"a", "1", "2", "3"}, {"b", "4", "5", "6"}}, {"note"}};
    const auto parts = split_to_width(table, 16);  // option, gap, one, gap, two
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].columns.size() == 3);
    CHECK(parts[0].title == "t");
    CHECK(parts[0].notes.empty());
    CHECK(parts[1].columns.size() == 2);
    CHECK(parts[1].rows[1][0].text == "b");
    CHECK(parts[1].rows[1][1].text == "6");
    CHECK(parts[1].notes == std::vector<std::string>{"note"});
    CHECK(split_to_width(table, 0).size() == 1);
    CHECK(split_to_width(table, 1).size() == 3);  // never less than one column beside the first
}

// SPDX-License-Identifier: Apache-2.0
#include "concordat/model/period.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace concordat;

namespace {

std::vector<std::string> sorted(const std::vector<std::string>& texts) {
    std::vector<period> periods;
    for (const auto& text : texts) periods.push_back(parse_period(text).value());
    std::sort(periods.begin(), periods.end());
    std::vector<std::string> out;
    for (const auto& p : periods) out.push_back(p.text);
    return out;
}

std::string told(const std::string& text) {
    const auto read = parse_period(text);
    REQUIRE_FALSE(read.has_value());
    return describe(read.error(), "error");
}

}  // namespace

TEST_CASE("a time covers the days it may be about, and is kept as it was written") {
    const auto covers = [](const char* text, date first, date last) {
        const auto p = parse_period(text).value();
        CHECK(p.text == text);
        CHECK(p.first == first);
        CHECK(p.last == last);
    };
    covers("2021", {2021, 1, 1}, {2021, 12, 31});
    covers("2021-04", {2021, 4, 1}, {2021, 4, 30});
    covers("2024-02", {2024, 2, 1}, {2024, 2, 29});
    covers("2021-07-01", {2021, 7, 1}, {2021, 7, 1});
    covers("2016/2018", {2016, 1, 1}, {2018, 12, 31});
    covers("2017-01/2017-09", {2017, 1, 1}, {2017, 9, 30});
    covers("2022-04-01/2023", {2022, 4, 1}, {2023, 12, 31});
    covers("2022/23", {2022, 1, 1}, {2023, 12, 31});
    covers("1999/00", {1999, 1, 1}, {2000, 12, 31});
}

TEST_CASE("times sort by when they begin, and the wider goes before the narrower") {
    CHECK(sorted({"2021-07-01", "2023", "2021-07", "2021", "1975", "2020/21", "2021-06-30", "2016/2018"}) ==
          std::vector<std::string>{"1975", "2016/2018", "2020/21", "2021", "2021-06-30", "2021-07", "2021-07-01",
                                   "2023"});
    CHECK(sorted({"2022", "2022/23", "2022/2023"}) == std::vector<std::string>{"2022/2023", "2022/23", "2022"});
}

TEST_CASE("the order agrees with equality") {
    const std::vector<std::string> texts{"2021", "2021-01", "2021-01-01", "2020/21", "2020/2021", "2021/2022"};
    for (const auto& a : texts)
        for (const auto& b : texts) {
            const auto one = parse_period(a).value(), other = parse_period(b).value();
            CHECK((one == other) == (a == b));
            CHECK((one <=> other == 0) == (one == other));
            CHECK((one < other) == (other > one));
        }
}

TEST_CASE("days that the calendar does not have are refused, and the expected ones named") {
    CHECK(told("2023-02-29") == "error[E401]: \"2023-02-29\" has the day 29, expected one from 01 to 28");
    CHECK(told("1900-02-29") == "error[E401]: \"1900-02-29\" has the day 29, expected one from 01 to 28");
    CHECK(parse_period("2000-02-29").has_value());
    CHECK(told("2023-13") == "error[E401]: \"2023-13\" has the month 13, expected one from 01 to 12");
    CHECK(told("2023-00-10") == "error[E401]: \"2023-00-10\" has the month 0, expected one from 01 to 12");
    CHECK(told("2016/2018-00") == "error[E401]: \"2018-00\" has the month 0, expected one from 01 to 12");
}

TEST_CASE("a stretch ends after it begins") {
    for (const auto* text : {"2018/2016", "2018/2018", "2018-03/2018-03", "2018-04-02/2018-04-01"})
        CHECK(told(text).find("does not end after it begins") != std::string::npos);
    CHECK(told("2022/24") ==
          "error[E405]: \"2022/24\" does not end in the year after it begins\n"
          "  hint: for several years write both in full, as 2016/2018");
    CHECK(told("2099/99").find("E405") != std::string::npos);
}

TEST_CASE("anything else is told how times are written") {
    for (const auto* text :
         {"",       "spring 2023",    "23",         "2023-", "2023-4", "2023-04-", "2023-04-1", "2023-04-011", "2023/",
          "/2023",  "2023/2024/2025", "2023-04/05", "2023 ", " 2023",  "20x3",     "2023.04",   "2023-04.01",  "+202",
          "2023/2", "2023-04-01T00"}) {
        INFO(text);
        CHECK(told(text).find("E203") != std::string::npos);
        CHECK(told(text).find("2022/23 for a year that runs over new year") != std::string::npos);
    }
    CHECK(told("a\x1b[2J").find('\x1b') == std::string::npos);
}

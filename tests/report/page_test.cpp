// SPDX-License-Identifier: Apache-2.0
#include "concordat/report/page.hpp"

#include "concordat/io/hash.hpp"
#include "study/small_study.hpp"

#include <catch2/catch.hpp>

#include <regex>
#include <set>

using namespace concordat;
using namespace concordat::testing;

namespace {

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t found = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++found;
    return found;
}

/// Elements that are opened and not closed, or the other way round; void ones aside.
std::vector<std::string> unbalanced(const std::string& page) {
    static const std::set<std::string> empty = {"meta", "!DOCTYPE", "br"};
    static const std::regex tag("<(/?)([!a-zA-Z][a-zA-Z0-9]*)[^>]*?(/?)>");
    std::vector<std::string> open, faults;
    for (std::sregex_iterator at(page.begin(), page.end(), tag), end; at != end; ++at) {
        const std::string name = (*at)[2];
        if (empty.count(name) != 0 || (*at)[3].length() != 0) continue;
        if ((*at)[1].length() == 0)
            open.push_back(name);
        else if (open.empty() || open.back() != name)
            faults.push_back("</" + name + ">");
        else
            open.pop_back();
    }
    faults.insert(faults.end(), open.begin(), open.end());
    return faults;
}

std::vector<std::string> identifiers(const std::string& page) {
    static const std::regex id(" id=\"([^\"]*)\"");
    std::vector<std::string> all;
    for (std::sregex_iterator at(page.begin(), page.end(), id), end; at != end; ++at) all.push_back((*at)[1]);
    return all;
}

}  // namespace

TEST_CASE("a page is one file: no script, nothing from elsewhere, and a policy that forbids both", "[report][page]") {
    const auto s = small_study();
    const auto page = to_page(s, run(s).value());
    CHECK(page.find("<!DOCTYPE html>\n<html lang=\"en-GB\">") == 0);
    CHECK(count(page, "<script") == 0);
    CHECK(count(page, " src=") == 0);
    CHECK(count(page, "<link") == 0);
    CHECK(count(page, " style=") == 0);
    CHECK(count(page, "@import") == 0);
    CHECK(count(page, "url(http") == 0);
    CHECK(count(page, "default-src 'none'; style-src 'sha256-") == 1);
    CHECK(unbalanced(page).empty());
}

TEST_CASE("options are described before any result, and what cannot be said before who comes first", "[report][page]") {
    const auto s = small_study();
    const auto page = to_page(s, run(s).value());
    std::size_t before = 0;
    for (const auto* id : {"question", "finding", "children", "limits", "options", "values", "ranking", "overturn",
                           "worse-off", "structure", "evidence", "decisions", "rights", "reproduce"}) {
        const auto at = page.find(std::string("<section id=\"") + id + "\"");
        REQUIRE(at != std::string::npos);
        CHECK(at > before);
        before = at;
        CHECK(count(page, std::string("href=\"#") + id + "\"") >= 1);
    }
    CHECK(count(page, std::string(standing_limitation().text)) >= 2);
}

TEST_CASE("every identifier of a page is there once", "[report][page]") {
    const auto s = small_study();
    const auto tested = sensitivities(s).value();
    const auto all = identifiers(to_page(s, run(s).value(), {&tested, nullptr}));
    CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
}

TEST_CASE("weights that nobody gave carry their watermark wherever they rank", "[report][page]") {
    const auto s = small_study();
    const auto page = to_page(s, run(s).value());
    CHECK(page.find("every weighting counts as equally likely") < page.find("<section id=\"finding\""));
}

TEST_CASE("no label acts in a page", "[report][page]") {
    auto s = small_study();
    const std::string hostile = "</title><script>alert(1)</script>\"' onload=x \u202eabc\x1b[31m=cmd|' /C calc'!A0";
    s.title = s.question = s.commissioner = hostile;
    for (auto& o : s.options) o.title = hostile;
    for (auto& c : s.criteria.criteria) c.title = c.unit = hostile;
    for (auto& w : s.weights) w.title = w.whose = hostile;
    const auto tested = sensitivities(s).value();
    const auto page = to_page(s, run(s).value(), {&tested, nullptr});
    CHECK(count(page, "<script") == 0);
    CHECK(count(page, "\u202e") == 0);
    CHECK(count(page, "\x1b") == 0);
    CHECK(unbalanced(page).empty());
}

TEST_CASE("a study without weights, or with one option, has a page that says so", "[report][page]") {
    auto s = small_study();
    s.weights.clear();
    CHECK(to_page(s, run(s).value()).find("Nothing is ranked: the study gives no weights") != std::string::npos);
    s = small_study();
    s.options.resize(1);
    CHECK(unbalanced(to_page(s, run(s).value())).empty());
}

TEST_CASE("the policy's hash is that of the style which stands in the page", "[report][page]") {
    // The other way round from the page's own: the digest in hexadecimal from the base64 of the policy.
    const auto s = small_study();
    const auto page = to_page(s, run(s).value());
    const auto begin = page.find("<style>") + 7;
    const auto style = page.substr(begin, page.find("</style>") - begin);
    const auto from = page.find("sha256-") + 7;
    const auto encoded = page.substr(from, page.find('\'', from) - from);
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bits;
    for (const char c : encoded)
        if (c != '=')
            for (int bit = 5; bit >= 0; --bit) bits += ((letters.find(c) >> bit) & 1) != 0 ? '1' : '0';
    std::string digits;
    for (std::size_t at = 0; at + 4 <= 256; at += 4)
        digits += "0123456789abcdef"[std::stoi(bits.substr(at, 4), nullptr, 2)];
    CHECK(digits == sha256(style));
}

TEST_CASE("the same run gives the same page", "[report][page]") {
    const auto s = small_study();
    CHECK(to_page(s, run(s).value()) == to_page(s, run(s, {{}, {}, 3, {}}).value()));
}

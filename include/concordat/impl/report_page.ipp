// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/page.hpp"

#include "concordat/impl/report_html.hpp"
#include "concordat/impl/report_page_sections.hpp"
#include "concordat/impl/report_page_style.hpp"
#include "concordat/io/hash.hpp"
#include "concordat/report/pictures.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace concordat {

namespace detail::page {

struct section {
    std::string_view id;
    std::string_view title;
    void (*show)(document_part&, const subject&);
};

/// Options are described before any result, and what cannot be said stands before what is.
inline constexpr std::array<section, 14> sections = {{
    {"question", "The question, and who asked it", show_question},
    {"finding", "What was found, and how sure that is", show_finding},
    {"children", "For children and young people", show_children},
    {"limits", "What this cannot say", show_limits},
    {"options", "What was compared", show_options},
    {"values", "What each option comes to, before any weight", show_values},
    {"ranking", "Who comes first, and how probably", show_ranking},
    {"overturn", "What would overturn it", show_what_overturns},
    {"worse-off", "Who is worse off", show_worse_off},
    {"structure", "What each option changes", show_structure},
    {"evidence", "What the facts rest on", show_evidence},
    {"decisions", "What was decided in setting this up", show_decisions},
    {"rights", "Children\u2019s rights, and other duties to assess", show_rights},
    {"reproduce", "How to reproduce it", show_reproduction},
}};

/// Base64 (RFC 4648) of the bytes that hexadecimal digits stand for.
inline std::string base64_of_hexadecimal(std::string_view digits) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto value = [](char c) { return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10); };
    std::string out;
    std::uint32_t bits = 0;
    int held = 0;
    for (const char c : digits) {
        bits = (bits << 4 | value(c)) & 0xfffff;
        held += 4;
        if (held < 6) continue;
        held -= 6;
        out += letters[(bits >> held) & 63];
    }
    if (held > 0) out += letters[(bits << (6 - held)) & 63];
    while (out.size() % 4 != 0) out += '=';
    return out;
}

/// Nothing but the page's own style, which is known by its hash.
inline std::string policy() {
    return "default-src 'none'; style-src 'sha256-" + base64_of_hexadecimal(sha256(stylesheet)) +
           "'; base-uri 'none'; form-action 'none'";
}

inline std::string head(const study& asked) {
    std::string out = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n";
    out += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() + "\">\n";
    out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    out += "<meta name=\"referrer\" content=\"no-referrer\">\n";
    out += "<title>" + html::text(asked.title) + "</title>\n<style>" + std::string(stylesheet) + "</style>\n</head>\n";
    return out;
}

inline std::string contents() {
    std::string out = "<nav aria-label=\"Contents\"><h2>Contents</h2><ol>";
    for (const auto& each : sections)
        out += "<li><a href=\"#" + std::string(each.id) + "\">" + html::text(each.title) + "</a></li>";
    return out + "</ol></nav>\n";
}

}  // namespace detail::page

CONCORDAT_INLINE std::string to_page(const study& asked, const study_result& found, const page_sources& sources) {
    using namespace detail;
    const auto pictures = pictures_of(asked, found, sources.tested);
    const page::subject about{asked, found, sources, pictures};
    html::document_part part;
    part.out = page::head(asked) + "<body>\n<a class=\"skip\" href=\"#question\">Skip to the question</a>\n<header>";
    html::heading(part, asked.title);
    html::paragraph(part, "A comparison of ways of governing a public service, made with Concordat", "sub");
    part.out += "</header>\n" + page::contents() + "<main>\n";
    for (const auto& each : page::sections) {
        const std::string id(each.id);
        part.out += "<section id=\"" + id + "\" aria-labelledby=\"" + id + "-heading\">\n";
        part.level = 2;
        html::heading(part, each.title, id + "-heading");
        part.level = 3;
        each.show(part, about);
        part.out += "</section>\n";
    }
    part.out += "</main>\n<footer>";
    const auto limits = standing_limitation();
    part.out += "<p>" + html::text(limits.text) + " " + html::link(limits.source, limits.url) + "</p></footer>\n";
    return part.out + "</body>\n</html>\n";
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
// Case studies and claims: dated events, published findings, figures, and what people said.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <algorithm>
#include <array>

namespace concordat::detail::input {

CONCORDAT_INLINE bool read_cell(const cell& c, period& into) {
    std::string text;
    if (std::holds_alternative<date>(c.value.content)) return c.wrong_type("a text", "put the day in quotes");
    if (!read_cell(c, text)) return false;
    auto read = parse_period(text);
    if (read) {
        into = *std::move(read);
        return true;
    }
    c.report(read.error().code, c.name + ": " + read.error().message, read.error().hint);
    return false;
}

inline void read_events(table_reader& in, std::vector<event>& into) {
    in.each("event", [&](table_reader& one) {
        auto& happened = into.emplace_back();
        happened.where = one.where();
        one.required("when", happened.when);
        one.required("text", not_blank{happened.text});
        one.optional("evidence", happened.evidence);
    });
}

inline void read_published_finding(table_reader& in, published_finding& into) {
    into.where = in.where();
    in.required("text", not_blank{into.text});
    in.optional("theme", not_blank{into.theme});
    in.required("direction", into.direction);
    in.optional("design", not_blank{into.design});
    in.optional("evidence", into.evidence);
}

inline void read_figure(table_reader& in, reported_figure& into) {
    into.where = in.where();
    in.required("key", identifier_in{into.key});
    in.required("title", not_blank{into.title});
    in.required("definition", identifier_in{into.definition});
    in.required("value", into.value);
    in.required("unit", not_blank{into.unit});
    in.required("when", into.when);
    in.optional("evidence", into.evidence);
}

inline void read_claim(table_reader& in, claim& into, std::vector<reference>& about) {
    into.where = in.where();
    in.required("key", identifier_in{into.key});
    in.required("side", into.side);
    std::vector<reference> named;
    in.required("about", named);
    for (auto& one : named) {
        into.about.push_back(one.key);
        about.push_back(std::move(one));
    }
    in.required("who", not_blank{into.who});
    in.required("when", into.when);
    in.required("text", not_blank{into.text});
    in.optional("evidence", into.evidence);
}

/// E207 for figures of one file that share a definition and not its unit: they cannot be counted in the same way.
inline void check_definitions(file_scope& file, const std::vector<reported_figure>& figures) {
    std::map<std::string_view, const reported_figure*> first;
    for (const auto& figure : figures) {
        const auto [known, is_new] = first.emplace(figure.definition, &figure);
        const auto& other = *known->second;
        if (is_new || figure.unit == other.unit || figure.definition.empty()) continue;
        const tree_place at{figure.where.at.line, figure.where.at.column};
        file.report_in(at, errc::conflicting_keys, at,
                       "figure \"" + figure.key + "\" is in " + shown({figure.unit, at}) + " and \"" + other.key +
                           "\" in " + shown({other.unit, at}) + ", but both are defined as \"" + figure.definition +
                           "\"",
                       "a definition says how something is counted; what is counted in another way has another one");
    }
}

CONCORDAT_INLINE case_file read_case(opened_file& file) {
    case_file read;
    auto& study = read.content;
    study.key = file.key;
    study.title = file.title;
    study.where = file.where();
    auto in = file.reader();
    in.optional("sources", read.sources);
    in.required("models", read.models);
    for (const auto& named : read.models) study.models.push_back(named.key);
    read_sources(in, study.sources);
    read_assumptions(in, study.assumptions);
    read_conflicts(in, study.conflicts);
    read_events(in, study.events);
    in.each("finding", [&](table_reader& one) { read_published_finding(one, study.findings.emplace_back()); });
    in.each("figure", [&](table_reader& one) { read_figure(one, study.figures.emplace_back()); });
    in.finish();
    return read;
}

CONCORDAT_INLINE claims_file read_claims(opened_file& file) {
    claims_file read;
    auto& claims = read.content;
    claims.key = file.key;
    claims.title = file.title;
    claims.where = file.where();
    auto in = file.reader();
    in.optional("sources", read.sources);
    read_sources(in, claims.sources);
    read_assumptions(in, claims.assumptions);
    read_conflicts(in, claims.conflicts);
    in.each("claim", [&](table_reader& one) { read_claim(one, claims.claims.emplace_back(), read.about); });
    read_events(in, claims.events);
    in.finish();
    return read;
}

/// What both formats have besides their own.
template <class File>
void complete_published(reading& files, opened_file& file, File& read) {
    auto& content = read.content;
    check_unique(file.scope, content.assumptions, "assumption");
    complete_sources(files, file, read.sources, content.sources, content.assumptions);
    check_conflicts(file.scope, content.conflicts, content.sources);
}

CONCORDAT_INLINE std::optional<case_study> assemble_case(reading& files, opened_file& file) {
    auto read = read_case(file);
    check_unique(file.scope, read.content.figures, "figure");
    check_definitions(file.scope, read.content.figures);
    complete_published(files, file, read);
    static constexpr std::array<std::string_view, 3> about{"model", "reform", "transition"};
    for (const auto& named : read.models) static_cast<void>(files.follow(named, about));
    return std::move(read.content);
}

CONCORDAT_INLINE std::optional<claim_set> assemble_claims(reading& files, opened_file& file) {
    auto read = read_claims(file);
    check_unique(file.scope, read.content.claims, "claim");
    complete_published(files, file, read);
    for (const auto& named : read.about) static_cast<void>(files.follow(named, file_format::reform));
    return std::move(read.content);
}

}  // namespace concordat::detail::input

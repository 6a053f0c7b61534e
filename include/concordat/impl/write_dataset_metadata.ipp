// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/dataset.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace concordat {

namespace detail::tabulating {

inline std::string file_of(std::string_view table) { return std::string(table) + ".csv"; }

/// Letters, digits and blanks stand for themselves in a regular expression; the words that columns allow hold others
/// rarely.
inline std::string pattern_of(const std::vector<std::string>& allowed) {
    std::string out;
    for (const auto& word : allowed) {
        if (!out.empty()) out += '|';
        for (const char c : word) {
            if (std::string_view("\\^$.|?*+()[]{}").find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
    }
    return "^(" + out + ")$";
}

/// The base types of the vocabulary, section 5.11.1.
inline document datatype_of(const data_field& f) {
    switch (f.type) {
        case field_type::truth:
            return document::object{{"base", "boolean"}, {"format", "true|false"}};
        case field_type::day:
            return document::object{{"base", "date"}, {"format", "yyyy-MM-dd"}};
        case field_type::text:
            if (f.allowed.empty()) return "string";
            return document::object{{"base", "string"}, {"format", pattern_of(f.allowed)}};
        case field_type::number:
        case field_type::whole:
            break;
    }
    document made = document::object{{"base", f.type == field_type::whole ? "integer" : "double"}};
    if (f.lowest) made.set("minimum", *f.lowest);
    if (f.highest) made.set("maximum", *f.highest);
    return made;
}

inline document column_document(const data_field& f) {
    document out = document::object{{"name", f.name},
                                    {"titles", f.name},
                                    {"dc:description", f.meaning},
                                    {"datatype", datatype_of(f)},
                                    {"required", f.empty == absence::never}};
    if (f.empty != absence::never) {
        out.set("null", "");
        out.set("rdfs:comment", "Empty: " + f.empty_means);
    }
    if (!f.unit.empty()) out.set("schema:unitText", f.unit);
    return out;
}

inline document reference_document(const dataset& data, const data_reference& reference) {
    const auto* other = data.find(reference.table);
    CONCORDAT_ASSERT(other != nullptr);
    return document::object{{"columnReference", document::list(reference.fields)},
                            {"reference", document::object{{"resource", file_of(reference.table)},
                                                           {"columnReference", document::list(other->key)}}}};
}

}  // namespace detail::tabulating

CONCORDAT_INLINE document csv_metadata(const dataset& data) {
    using namespace detail::tabulating;
    const auto table_document = [&](const data_table& table) {
        const auto reference = [&](const data_reference& each) { return reference_document(data, each); };
        return document::object{
            {"url", file_of(table.name)},
            {"dc:title", table.title},
            {"dc:description", table.meaning},
            {"tableSchema", document::object{{"columns", document::list(table.fields, column_document)},
                                             {"primaryKey", document::list(table.key)},
                                             {"foreignKeys", document::list(table.references, reference)}}}};
    };
    document about = document::array{document(data.limitation)};
    for (const auto& mark : data.watermarks) about.push(mark);
    return document::object{
        {"@context", document::array{"http://www.w3.org/ns/csvw", document::object{{"@language", "en"}}}},
        {"dc:title", data.title},
        {"dc:identifier", data.key},
        {"dc:description", std::move(about)},
        {"dialect", document::object{{"encoding", "utf-8"}, {"header", true}}},
        {"tables", document::list(data.tables, table_document)}};
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_model.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/write_words.hpp"
#include "concordat/impl/write_xml.hpp"

#include <array>

namespace concordat {

namespace detail::writing {

inline std::string_view graphml_type(attribute_type type) {
    constexpr std::array<std::string_view, 4> names = {"boolean", "int", "double", "string"};
    return names[static_cast<std::size_t>(type)];
}

inline void append_graphml_keys(std::string& out, std::string_view owner, const std::vector<attribute>& attributes) {
    for (const auto& a : attributes) {
        ((out += "  <key id=\"") += owner) += "_";
        ((out += a.name) += "\" for=\"") += owner;
        ((out += "\" attr.name=\"") += a.name) += "\" attr.type=\"";
        (out += graphml_type(a.type)) += "\"/>\n";
    }
}

inline void append_graphml_data(std::string& out, std::string_view owner, const std::vector<attribute>& attributes,
                                std::string_view indent) {
    for (const auto& a : attributes) {
        if (!a.value) continue;
        ((out += indent) += "<data key=\"") += owner;
        ((out += "_") += a.name) += "\">";
        (out += xml_text(*a.value)) += "</data>\n";
    }
}

inline std::vector<attribute> attributes_of(const model& m) {
    attribute_list list;
    list.text("key", m.key());
    list.text("title", m.title());
    list.day("as_of", m.as_of());
    list.text("resolution", name(m.resolution()));
    list.texts("incomplete", layer_words(m.incomplete()));
    return std::move(list).take();
}

/// How a layer is drawn. The colours are those of Okabe and Ito that show on white, which people who do not see red or
/// green tell apart, and greys; no two layers share line and head.
struct layer_drawing {
    std::string_view colour;
    std::string_view line;
    std::string_view head;
};

inline layer_drawing drawing_of(layer l) {
    constexpr std::array<layer_drawing, layer_count> drawings = {{
        {"#000000", "solid", "normal"},    // accountability
        {"#0072b2", "bold", "normal"},     // delegation
        {"#009e73", "dashed", "diamond"},  // money
        {"#d55e00", "solid", "vee"},       // referral
        {"#cc79a7", "bold", "vee"},        // delivery
        {"#56b4e9", "dotted", "none"},     // information
        {"#e69f00", "dashed", "none"},     // planning
        {"#666666", "dotted", "odot"},     // scrutiny
        {"#882255", "dashed", "empty"},    // voice
    }};
    return drawings[static_cast<std::size_t>(l)];
}

/// A quoted identifier of DOT that shows the text as it is: a backslash would start an escape of labels.
inline std::string dot_text(std::string_view text) {
    std::string out = "\"";
    for (const char c : printable(text)) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

inline void append_dot_attributes(std::string& out, const std::vector<attribute>& attributes) {
    for (const auto& a : attributes)
        if (a.value) out += ", " + std::string(a.name) + "=" + dot_text(*a.value);
}

inline std::string_view dot_shape(level l) {
    constexpr std::array<std::string_view, 5> shapes = {"doubleoctagon", "octagon", "box", "ellipse", "house"};
    return shapes[static_cast<std::size_t>(l)];
}

inline void append_dot_relation(std::string& out, const model& m, const relation& r) {
    const auto drawing = drawing_of(layer_of(r.type));
    out += "  " + dot_text(r.from) + " -> " + dot_text(r.to) + " [id=" + dot_text(relation_id(r));
    out += ", label=" + dot_text(name(r.type)) + ", color=" + dot_text(drawing.colour);
    out += ", fontcolor=" + dot_text(drawing.colour) + ", style=" + dot_text(drawing.line);
    out += ", arrowhead=" + dot_text(drawing.head);
    if (is_symmetric(r.type)) out += ", dir=\"none\"";
    if (!m.holds(r)) out += ", penwidth=\"0.3\", constraint=\"false\"";
    append_dot_attributes(out, attributes_of(m, r, m.holds(r)));
    out += "];\n";
}

inline std::string dot_legend(const model& m) {
    std::string text = dot_text(m.title() + " (" + day_text(m.as_of()) + ")");
    text.pop_back();
    for (std::size_t i = 0; i < layer_count; ++i) {
        const auto l = static_cast<layer>(i);
        const auto drawing = drawing_of(l);
        text += "\\l" + std::string(name(l)) + ": " + std::string(drawing.line) + ", head " + std::string(drawing.head);
    }
    return text + "\\l\"";
}

}  // namespace detail::writing

CONCORDAT_INLINE std::string to_graphml(const model& m) {
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
        "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
        "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
        "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
    detail::writing::append_graphml_keys(out, "graph", detail::writing::attributes_of(m));
    detail::writing::append_graphml_keys(out, "node", detail::writing::attributes_of(m, actor{}));
    detail::writing::append_graphml_keys(out, "edge", detail::writing::attributes_of(m, relation{}, false));
    out += "  <graph id=\"model\" edgedefault=\"directed\">\n";
    detail::writing::append_graphml_data(out, "graph", detail::writing::attributes_of(m), "    ");
    for (const auto& a : m.actors()) {
        out += "    <node id=\"" + detail::writing::xml_text(a.key) + "\">\n";
        detail::writing::append_graphml_data(out, "node", detail::writing::attributes_of(m, a), "      ");
        out += "    </node>\n";
    }
    for (const auto& r : m.relations()) {
        out += "    <edge id=\"" + detail::writing::relation_id(r) + "\" source=\"" + detail::writing::xml_text(r.from);
        out += "\" target=\"" + detail::writing::xml_text(r.to) + "\">\n";
        detail::writing::append_graphml_data(out, "edge", detail::writing::attributes_of(m, r, m.holds(r)), "      ");
        out += "    </edge>\n";
    }
    return out + "  </graph>\n</graphml>\n";
}

CONCORDAT_INLINE std::string to_dot(const model& m) {
    std::string out = "digraph " + detail::writing::dot_text(m.key()) + " {\n";
    out += "  graph [label=" + detail::writing::dot_legend(m) + ", labelloc=\"b\", labeljust=\"l\", rankdir=\"BT\"];\n";
    for (const auto& a : m.actors()) {
        out += "  " + detail::writing::dot_text(a.key) + " [label=" + detail::writing::dot_text(a.name);
        out += ", shape=" + detail::writing::dot_text(detail::writing::dot_shape(a.level));
        detail::writing::append_dot_attributes(out, detail::writing::attributes_of(m, a));
        out += "];\n";
    }
    for (const auto& r : m.relations()) detail::writing::append_dot_relation(out, m, r);
    return out + "}\n";
}

}  // namespace concordat

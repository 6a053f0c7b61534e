// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_gexf.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/model_text.hpp"
#include "concordat/impl/write_words.hpp"
#include "concordat/impl/write_xml.hpp"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::writing {

/// When a slice is there.
struct time_span {
    std::string_view from;
    std::string_view to;
};
inline constexpr time_span first_slice{"0", "1"}, second_slice{"2", "3"}, both_slices{"0", "3"};

/// A node or an edge as it is before and after; one of the lists of attributes is empty where it is not there.
struct sliced_element {
    std::string head;  ///< the attributes of its XML element
    std::vector<attribute> before;
    std::vector<attribute> after;

    [[nodiscard]] bool in_both() const noexcept { return !before.empty() && !after.empty(); }
    [[nodiscard]] time_span span() const noexcept {
        return in_both() ? both_slices : after.empty() ? first_slice : second_slice;
    }
    [[nodiscard]] const std::vector<attribute>& any() const noexcept { return before.empty() ? after : before; }
};

inline std::string xml_attribute(std::string_view called, std::string_view value) {
    return " " + std::string(called) + "=\"" + xml_text(value) + "\"";
}

inline std::string_view gexf_type(attribute_type type) {
    constexpr std::array<std::string_view, 4> names{"boolean", "integer", "double", "string"};
    return names[static_cast<std::size_t>(type)];
}

/// Everything that makes a relation the same relation but for its ends.
inline std::string kind_of(const relation& r) {
    std::string kind(name(r.type));
    if (!r.services.empty()) kind += " [" + joined(r.services, ", ") + "]";
    if (!r.ages.is_all()) kind += " " + modelling::ages_text(r.ages);
    if (r.role) kind += " as " + std::string(name(*r.role));
    return kind;
}

inline std::string node_head(const actor& a) { return xml_attribute("id", a.key) + xml_attribute("label", a.name); }

inline std::string edge_head(const relation& r) {
    return xml_attribute("id", relation_id(r)) + xml_attribute("source", r.from) + xml_attribute("target", r.to) +
           xml_attribute("type", "directed") + xml_attribute("kind", kind_of(r)) + xml_attribute("label", name(r.type));
}

inline std::vector<sliced_element> nodes_of(const model& before, const model* after) {
    std::vector<sliced_element> nodes;
    for (const auto& a : before.actors()) {
        nodes.push_back({node_head(a), attributes_of(before, a), {}});
        const auto* later = after == nullptr ? nullptr : after->find_actor(a.key);
        if (later != nullptr) nodes.back().after = attributes_of(*after, *later);
    }
    if (after != nullptr)
        for (const auto& a : after->actors())
            if (before.find_actor(a.key) == nullptr) nodes.push_back({node_head(a), {}, attributes_of(*after, a)});
    return nodes;
}

inline std::vector<sliced_element> edges_of(const model& before, const model* after) {
    std::vector<sliced_element> edges;
    std::map<std::string, std::size_t> known;  // identifier to place
    for (const auto& r : before.relations()) {
        known.emplace(relation_id(r), edges.size());
        edges.push_back({edge_head(r), attributes_of(before, r, before.holds(r)), {}});
    }
    if (after == nullptr) return edges;
    for (const auto& r : after->relations()) {
        auto attributes = attributes_of(*after, r, after->holds(r));
        if (const auto at = known.find(relation_id(r)); at != known.end())
            edges[at->second].after = std::move(attributes);
        else
            edges.push_back({edge_head(r), {}, std::move(attributes)});
    }
    return edges;
}

/// Which attributes differ somewhere between the slices.
inline std::vector<bool> changing(const std::vector<sliced_element>& elements) {
    std::vector<bool> differs(elements.empty() ? 0 : elements.front().any().size());
    for (const auto& e : elements)
        for (std::size_t i = 0; e.in_both() && i < differs.size(); ++i)
            if (e.before[i].value != e.after[i].value) differs[i] = true;
    return differs;
}

/// The declarations of one class of attributes, those that differ between slices apart from the others.
inline void append_declarations(std::string& out, std::string_view owner, const std::vector<attribute>& attributes,
                                const std::vector<bool>& differs) {
    for (const bool dynamic : {false, true}) {
        std::string declared;
        for (std::size_t i = 0; i < attributes.size(); ++i)
            if ((i < differs.size() && differs[i]) == dynamic)
                declared += "      <attribute" +
                            xml_attribute("id", std::string(owner) + "_" + std::string(attributes[i].name)) +
                            xml_attribute("title", attributes[i].name) +
                            xml_attribute("type", gexf_type(attributes[i].type)) + "/>\n";
        if (declared.empty()) continue;
        out += "    <attributes" + xml_attribute("class", owner) +
               xml_attribute("mode", dynamic ? "dynamic" : "static") + ">\n" + declared + "    </attributes>\n";
    }
}

inline void append_value(std::string& out, std::string_view owner, const attribute& a,
                         const std::optional<time_span>& when) {
    if (!a.value) return;
    out += "          <attvalue" + xml_attribute("for", std::string(owner) + "_" + std::string(a.name)) +
           xml_attribute("value", *a.value);
    if (when) out += xml_attribute("start", when->from) + xml_attribute("end", when->to);
    out += "/>\n";
}

inline void append_element(std::string& out, std::string_view owner, const sliced_element& e,
                           const std::vector<bool>& differs, bool sliced) {
    out += "      <" + std::string(owner) + e.head + ">\n        <attvalues>\n";
    for (std::size_t i = 0; i < e.any().size(); ++i) {
        if (!differs[i])
            append_value(out, owner, e.any()[i], std::nullopt);
        else if (!e.in_both() || e.before[i].value == e.after[i].value)
            append_value(out, owner, e.any()[i], e.span());
        else {
            append_value(out, owner, e.before[i], first_slice);
            append_value(out, owner, e.after[i], second_slice);
        }
    }
    out += "        </attvalues>\n";
    if (sliced)
        out += "        <spells>\n          <spell" + xml_attribute("start", e.span().from) +
               xml_attribute("end", e.span().to) + "/>\n        </spells>\n";
    out += "      </" + std::string(owner) + ">\n";
}

inline void append_elements(std::string& out, std::string_view owner, const std::vector<sliced_element>& elements,
                            bool sliced) {
    const auto differs = changing(elements);
    out += "    <" + std::string(owner) + "s" + xml_attribute("count", std::to_string(elements.size())) + ">\n";
    for (const auto& e : elements) append_element(out, owner, e, differs, sliced);
    out += "    </" + std::string(owner) + "s>\n";
}

inline std::string model_words(const model& m) {
    std::string words = m.key() + ": " + m.title() + " (" + day_text(m.as_of()) + ", drawn by " +
                        std::string(name(m.resolution())) + ")";
    const auto incomplete = layer_words(m.incomplete());
    return incomplete.empty() ? words : words + "; not drawn in full: " + joined(incomplete, ", ");
}

inline std::string gexf_of(const model& before, const model* after) {
    const bool sliced = after != nullptr;
    const auto nodes = nodes_of(before, after), edges = edges_of(before, after);
    std::string about = model_words(before);
    if (sliced) about = "From 0 to 1, " + about + ". From 2 to 3, " + model_words(*after) + ".";
    std::string out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
        "      xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n"
        "  <meta>\n    <creator>Concordat</creator>\n    <description>" +
        xml_text(about) + "</description>\n  </meta>\n  <graph" + xml_attribute("defaultedgetype", "directed");
    out += sliced ? xml_attribute("mode", "dynamic") + xml_attribute("timeformat", "double") +
                        xml_attribute("timerepresentation", "interval") + xml_attribute("start", both_slices.from) +
                        xml_attribute("end", both_slices.to)
                  : xml_attribute("mode", "static");
    out += ">\n";
    append_declarations(out, "node", attributes_of(before, actor{}), changing(nodes));
    append_declarations(out, "edge", attributes_of(before, relation{}, false), changing(edges));
    append_elements(out, "node", nodes, sliced);
    append_elements(out, "edge", edges, sliced);
    return out + "  </graph>\n</gexf>\n";
}

}  // namespace detail::writing

CONCORDAT_INLINE std::string to_gexf(const model& m) { return detail::writing::gexf_of(m, nullptr); }

CONCORDAT_INLINE std::string to_gexf(const model& before, const model& after) {
    return detail::writing::gexf_of(before, &after);
}

}  // namespace concordat

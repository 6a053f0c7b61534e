// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_xmcda.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/write_dataset_notes.ipp"
#include "concordat/impl/write_study_words.hpp"
#include "concordat/impl/write_xml.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::xmcda {

/// The elements of a document, indented by how deep they stand.
class xml_writer {
public:
    void open(std::string_view element, std::string_view id = {}, std::string_view called = {},
              std::string_view concept_word = {}) {
        line("<" + std::string(element) + attribute("id", id) + attribute("name", called) +
             attribute("mcdaConcept", concept_word) + ">");
        opened_.emplace_back(element);
    }
    void close() {
        const auto element = std::move(opened_.back());
        opened_.pop_back();
        line("</" + element + ">");
    }
    /// An element that holds text, on a line of its own.
    void text(std::string_view element, std::string_view words) {
        line("<" + std::string(element) + ">" + writing::xml_text(words) + "</" + std::string(element) + ">");
    }
    void describe(std::string_view words) {
        if (words.empty()) return;
        open("description");
        text("comment", words);
        close();
    }
    /// `NA` where there is none.
    void value(const std::optional<double>& number, std::string_view concept_word = {}) {
        line("<value" + attribute("mcdaConcept", concept_word) + ">" +
             (number ? "<real>" + shortest(*number) + "</real>" : "<NA/>") + "</value>");
    }
    [[nodiscard]] std::string take() && { return std::move(out_); }

private:
    static std::string attribute(std::string_view key, std::string_view held) {
        return held.empty() ? std::string() : " " + std::string(key) + "=\"" + writing::xml_text(held) + "\"";
    }
    void line(const std::string& content) {
        out_.append(2 * (opened_.size() + 1), ' ');
        out_ += content + "\n";
    }

    std::string out_;
    std::vector<std::string> opened_;
};

inline void write_alternatives(xml_writer& out, const study& s) {
    out.open("alternatives", s.key, s.title);
    out.describe(tabulating::limitation_words());
    for (const auto& o : s.options) {
        out.open("alternative", o.key, o.title);
        out.text("type", "real");
        out.text("active", "true");
        out.close();
    }
    out.close();
}

inline void write_criteria(xml_writer& out, const study& s) {
    out.open("criteria", s.criteria.key, s.criteria.title);
    for (const auto& c : s.criteria.criteria) {
        out.open("criterion", c.key, c.title);
        out.text("active", "true");
        out.close();
    }
    for (const auto& b : s.criteria.branches) {
        out.open("criterion", b.key, b.title, "branch");
        out.describe("A branch of criteria, which has no performances of its own.");
        out.text("active", "false");
        out.close();
    }
    out.close();
}

/// What stands below a branch, branches first; `parent` empty: the top.
inline void write_nodes(xml_writer& out, const study& s, const std::string& parent) {
    out.open("nodes");
    for (const auto& b : s.criteria.branches) {
        if (b.parent != parent) continue;
        out.open("node");
        out.text("criterionID", b.key);
        write_nodes(out, s, b.key);
        out.close();
    }
    for (const auto& c : s.criteria.criteria) {
        if (c.parent != parent) continue;
        out.open("node");
        out.text("criterionID", c.key);
        out.close();
    }
    out.close();
}

inline void write_scales(xml_writer& out, const study& s, const performance_table& table) {
    out.open("criteriaScales");
    for (std::size_t c = 0; c < table.criteria.size(); ++c) {
        const auto& one = table.criteria[c];
        const bool contested = s.criteria.criteria[c].better == sense::contested;
        const auto way = direction(one.value);
        std::string words = one.unit.empty() ? "Without a unit." : "In: " + one.unit + ".";
        if (contested) words += " Good people disagree which way is better; this study chose.";
        if (!way) words += " More is better up to a point and worse beyond it.";
        out.open("criterionScale");
        out.describe(words);
        out.text("criterionID", one.key);
        out.open("scales");
        out.open("scale");
        out.open("quantitative");
        if (way) out.text("preferenceDirection", *way == sense::higher ? "max" : "min");
        out.close();
        out.close();
        out.close();
        out.close();
    }
    out.close();
}

/// `value_of(option, criterion)`: nothing where it is missing.
template <class ValueOf>
void write_performances(xml_writer& out, const performance_table& table, std::string_view id, std::string_view words,
                        ValueOf value_of) {
    out.open("performanceTable", id, {}, id);
    out.describe(words);
    for (std::size_t o = 0; o < table.options.size(); ++o) {
        out.open("alternativePerformances");
        out.text("alternativeID", table.options[o].key);
        for (std::size_t c = 0; c < table.criteria.size(); ++c) {
            out.open("performance");
            out.text("criterionID", table.criteria[c].key);
            out.open("values");
            out.value(value_of(o, c));
            out.close();
            out.close();
        }
        out.close();
    }
    out.close();
}

inline void write_all_performances(xml_writer& out, const baseline_result& b) {
    const auto& table = b.assessment.table;
    const auto figure_of = [&](double (*figure)(const quantity&)) {
        return [&table, figure](std::size_t o, std::size_t c) {
            const auto& q = table.cell(o, c);
            return is_missing(q) ? std::optional<double>() : std::optional(figure(q));
        };
    };
    bool uncertain = false;
    for (const auto& q : table.cells) uncertain = uncertain || is_uncertain(q);
    write_performances(out, table, "expected", "In the unit of each criterion; of an uncertain value the expected one.",
                       figure_of(mean));
    if (uncertain) {
        write_performances(out, table, "lowest", "The lowest that each value can be.", figure_of(lowest));
        write_performances(out, table, "highest", "The highest that each value can be.", figure_of(highest));
    }
    const auto worths = worths_of(table);
    write_performances(
        out, table, "worth", "What each value is worth from 0 to 1, expected.", [&](std::size_t o, std::size_t c) {
            return is_missing(table.cell(o, c)) ? std::optional<double>()
                                                : std::optional(worths[o * table.criteria.size() + c].expected);
        });
}

inline void write_weights(xml_writer& out, const weight_set& w, const performance_table& table,
                          const additive_result& central) {
    std::string words = "Central weights of a view: " + w.whose + ".";
    if (const auto mark = writing::watermark_of(w)) words += " " + *mark + ".";
    out.open("criteriaValues", w.key, w.title, "weights");
    out.describe(words);
    for (std::size_t c = 0; c < table.criteria.size(); ++c) {
        out.open("criterionValue");
        out.text("criterionID", table.criteria[c].key);
        out.open("values");
        out.value(central.weights[c]);
        out.close();
        out.close();
    }
    out.close();
}

/// `write_values(option)` writes what stands in `values`.
template <class WriteValues>
void write_option_values(xml_writer& out, const performance_table& table, const std::string& id, std::string_view what,
                         std::string_view words, WriteValues write_values) {
    out.open("alternativesValues", id, {}, what);
    out.describe(words);
    for (std::size_t o = 0; o < table.options.size(); ++o) {
        out.open("alternativeValue");
        out.text("alternativeID", table.options[o].key);
        out.open("values");
        write_values(o);
        out.close();
        out.close();
    }
    out.close();
}

inline void write_matrix(xml_writer& out, const performance_table& table, const std::string& id,
                         const std::string& watermark, const rank_probabilities& ranks) {
    out.open("alternativesMatrix", id, {}, "pairwise winning index");
    out.describe(
        "How probable it is that the alternative of the row is better than that of the column, ties counted half." +
        watermark);
    for (std::size_t o = 0; o < table.options.size(); ++o) {
        out.open("row");
        out.text("alternativeID", table.options[o].key);
        for (std::size_t other = 0; other < table.options.size(); ++other) {
            if (other == o) continue;
            out.open("column");
            out.text("alternativeID", table.options[other].key);
            out.open("values");
            const auto e = ranks.beats(o, other);
            out.value(e.value);
            out.value(e.standard_error, "standard error");
            out.close();
            out.close();
        }
        out.close();
    }
    out.close();
}

inline void write_ranking(xml_writer& out, const study& s, const baseline_result& b, const weighed_ranking& ranking) {
    const auto& w = s.weights[ranking.weights];
    const auto& table = b.assessment.table;
    const auto mark = writing::watermark_of(w);
    const std::string watermark = mark ? " Weights: " + *mark + "." : std::string();
    write_weights(out, w, table, ranking.central);
    write_option_values(
        out, table, "expected_value." + w.key, "expected value",
        "The weighted sum of worths at central weights; a missing worth is one half, unless its criterion "
        "is left out. No rank follows from it alone." +
            watermark,
        [&](std::size_t o) { out.value(ranking.central.options[o].overall); });
    write_option_values(out, table, "probability_first." + w.key, "probability of being first",
                        "Over weights, values and graphs; missing values as each criterion says." + watermark,
                        [&](std::size_t o) {
                            const auto e = ranking.with_missing.first(o);
                            out.value(e.value);
                            out.value(e.standard_error, "standard error");
                        });
    write_matrix(out, table, "pairwise." + w.key, watermark, ranking.with_missing);
}

}  // namespace detail::xmcda

CONCORDAT_INLINE std::string to_xmcda(const study& s, const study_result& found, std::size_t baseline) {
    CONCORDAT_ASSERT(baseline < found.baselines.size());
    const auto& b = found.baselines[baseline];
    detail::xmcda::xml_writer out;
    detail::xmcda::write_alternatives(out, s);
    detail::xmcda::write_criteria(out, s);
    out.open("criteriaHierarchy", "hierarchy");
    detail::xmcda::write_nodes(out, s, {});
    out.close();
    detail::xmcda::write_scales(out, s, b.assessment.table);
    detail::xmcda::write_all_performances(out, b);
    for (const auto& ranking : b.rankings) detail::xmcda::write_ranking(out, s, b, ranking);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<xmcda:XMCDA xmlns:xmcda=\"http://www.decision-deck.org/2019/XMCDA-3.1.1\"\n"
           "             xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
           "             xsi:schemaLocation=\"http://www.decision-deck.org/2019/XMCDA-3.1.1 "
           "http://www.decision-deck.org/xmcda/_downloads/XMCDA-3.1.1.xsd\">\n" +
           std::move(out).take() + "</xmcda:XMCDA>\n";
}

}  // namespace concordat

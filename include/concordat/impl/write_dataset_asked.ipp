// SPDX-License-Identifier: Apache-2.0
// The tables of what was asked: the study, its baselines, options and gates. Criteria and weights are a file of their
// own.
#pragma once

#include "concordat/io/dataset.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/write_dataset_fields.hpp"
#include "concordat/impl/write_model_document.ipp"
#include "concordat/impl/write_study_words.hpp"
#include "concordat/impl/write_words.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace concordat {

namespace detail::tabulating {

inline data_table study_data(const study& s, const study_result& found) {
    data_table out{"study", "The study", "The study: what was asked, and how it was computed; one row.", {}, {"study"}};
    out.fields = {
        text_field("study", "Key of the study."),
        text_field("title", "Its title."),
        text_field("question", "What was asked."),
        or_none(text_field("commissioner", "Who asked."), "The study names nobody."),
        or_none(day_field("as_of", "The day that every model is read as of."), "Each model is read as of its own day."),
        or_none(one_of("drawn_by", "How coarsely every model was drawn before it was measured.", words<resolution>()),
                "As drawn."),
        or_none(text_field("services", "Services that every model was narrowed to, parted by blanks."),
                "All services."),
        or_none(text_field("families", "Key of the families that every model was asked about."),
                "Each model's own families."),
        text_field("criteria", "Key of the criteria tree."),
        whole_field("samples", "Samples drawn for each ranking.", "samples"),
        text_field("seed",
                   "Seed of the random streams: a whole number below 2^64, as text because not every program "
                   "holds one so large."),
        or_none(whole_field("graphs", "Graphs drawn, each with some of the uncertain ties.", "graphs"),
                "Ties are taken as stated; none was drawn."),
        whole_field("numerics", "Number of the set of algorithms: the same number promises the same bits."),
        text_field("engine", "Version of the program that computed it.")};
    const auto& by = s.comparable;
    out.rows.push_back({s.key, s.title, s.question, stated(s.commissioner), writing::day_text(s.as_of),
                        writing::word_or_null(by.resolution), stated(joined(by.services, " ")),
                        by.families ? document(by.families->key) : document(), s.criteria.key, found.samples,
                        std::to_string(found.seed), s.structure ? document(s.graphs) : document(), CONCORDAT_NUMERICS,
                        std::to_string(CONCORDAT_VERSION_MAJOR) + "." + std::to_string(CONCORDAT_VERSION_MINOR) + "." +
                            std::to_string(CONCORDAT_VERSION_PATCH)});
    return out;
}

inline data_table baseline_data(const study& s) {
    data_table out{"baseline", "Baselines", "An arrangement that every option is put on.", {}, {"baseline"}};
    const std::string own = "Each option stands on a model of its own.";
    out.fields = {
        baseline_field(),
        position_field("in the study"),
        text_field("title", "Its title."),
        or_none(day_field("as_of", "The day that the model itself is drawn for."), own),
        or_none(one_of("resolution", "How finely the model is drawn.", words<resolution>()), own),
        or_none(whole_field("actors", "Actors in the model.", "actors"), own),
        or_none(whole_field("relations", "Relations in the model, in force on its day or not.", "relations"), own),
        or_none(text_field("incomplete",
                           "Layers that the facts do not allow to be drawn in full, parted by blanks. A "
                           "measure that reads one is missing."),
                "None: every layer is drawn in full.")};
    std::size_t position = 0;
    for (const auto& m : s.baselines)
        out.rows.push_back({m.key(), ++position, m.title(), writing::day_text(m.as_of()), name(m.resolution()),
                            m.actors().size(), m.relations().size(),
                            stated(joined(writing::layer_words(m.incomplete()), " "))});
    if (s.baselines.empty())
        out.rows.push_back({own_models, 1, own, document(), document(), document(), document(), document()});
    return out;
}

inline data_table option_data(const study& s) {
    data_table out{"option", "Options", "A way to govern the service.", {}, {"option"}};
    out.fields = {option_field(),
                  position_field("in the study"),
                  text_field("title", "Its title."),
                  or_none(text_field("own_model", "Key of the model that takes the place of the baseline."),
                          "It is put on each baseline."),
                  or_none(text_field("measured_from", "Key of the model that disruption is measured from."),
                          "From the baseline, if there is one."),
                  or_none(level_field("level", "Level of the evidence that this is an option that somebody proposed."),
                          "Unsourced.")};
    std::size_t position = 0;
    for (const auto& o : s.options)
        out.rows.push_back(
            {o.key, ++position, o.title, stated(o.model), stated(o.before), level_of(o.evidence, s.assumptions)});
    return out;
}

inline data_table option_part_data(const study& s) {
    data_table out{"option_part",
                   "What options are made of",
                   "A reform or transition that an option applies, in order. An option without any is the model as it "
                   "stands.",
                   {},
                   {"option", "position"},
                   {names_option()}};
    const std::array<std::string_view, 2> kinds{"reform", "transition"};
    out.fields = {option_field(),
                  position_field("in the order of applying"),
                  one_of("kind", "Whether all of it is applied, or what has come by a day.", kinds),
                  text_field("part", "Key of the reform or transition."),
                  text_field("title", "Its title."),
                  or_none(day_field("at", "How far a transition has gone."), "A reform has no days.")};
    for (const auto& o : s.options) {
        std::size_t position = 0;
        for (const auto& key : o.reforms) {
            const auto known = s.reforms.find(key);
            const std::string title = known == s.reforms.end() ? key : known->second.title;
            out.rows.push_back({o.key, ++position, "reform", key, title, document()});
        }
        for (const auto& key : o.transitions) {
            const auto known = s.transitions.find(key);
            const std::string title = known == s.transitions.end() ? key : known->second.title;
            out.rows.push_back({o.key, ++position, "transition", key, title, writing::day_text(o.at)});
        }
    }
    return out;
}

inline data_table gate_data(const study& s) {
    data_table out{"gate", "Gates", "A condition that is never traded against a value.", {}, {"gate"}};
    out.fields = {text_field("gate", "Key of the gate."), text_field("title", "What it asks."),
                  or_none(level_field("level", "Level of the evidence that it is asked for."), "Unsourced.")};
    for (const auto& g : s.criteria.gates)
        out.rows.push_back({g.key, g.title, level_of(g.evidence, s.criteria.assumptions)});
    return out;
}

inline data_table gate_finding_data(const study& s) {
    data_table out{"gate_finding",
                   "How options stand at gates",
                   "An option at a gate. What nobody stated is unknown, and no pass.",
                   {},
                   {"option", "gate"},
                   {names_option(), {{"gate"}, "gate"}}};
    out.fields = {option_field(), text_field("gate", "Key of the gate."),
                  one_of("state", "Whether it passes.", words<gate_state>())};
    for (const auto& o : s.options)
        for (const auto& g : s.criteria.gates)
            out.rows.push_back({o.key, g.key, name(writing::state_at(s, o.key, g.key))});
    return out;
}

inline data_table branch_data(const study& s) {
    data_table out{"branch", "Branches of criteria", "A group of criteria that share a weight.", {}, {"branch"}};
    out.references = {{{"parent"}, "branch"}};
    out.fields = {text_field("branch", "Key of the branch."), text_field("title", "Its title."),
                  or_none(text_field("parent", "Key of the branch that it belongs to."), "It stands at the top.")};
    for (const auto& b : s.criteria.branches) out.rows.push_back({b.key, b.title, stated(b.parent)});
    return out;
}

}  // namespace detail::tabulating

}  // namespace concordat

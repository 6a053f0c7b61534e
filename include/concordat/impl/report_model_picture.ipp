// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/model_picture.hpp"

#include "concordat/impl/report_ties.hpp"
#include "concordat/impl/write_words.hpp"
#include "concordat/study/run.hpp"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace concordat {

namespace detail::drawing {

/// What is drawn of a model, and what of these layers is not.
struct shown_model {
    std::vector<const relation*> relations;
    std::size_t not_holding = 0;
    std::vector<bool> joined;  ///< by actor
    std::size_t bodies = 0;
    std::size_t weak = 0;  ///< relations
};

inline shown_model shown_of(const model& m, layer_set layers) {
    shown_model shown;
    shown.joined.resize(m.actors().size(), false);
    for (const auto& r : m.relations()) {
        if (!layers.contains(layer_of(r.type))) continue;
        if (!m.holds(r)) {
            ++shown.not_holding;
            continue;
        }
        shown.relations.push_back(&r);
        shown.weak += is_weak(m, r.evidence) ? 1u : 0u;
        const auto ends = m.ends_of(r);
        shown.joined[ends.from] = shown.joined[ends.to] = true;
    }
    shown.bodies = static_cast<std::size_t>(std::count(shown.joined.begin(), shown.joined.end(), true));
    return shown;
}

/// The type that most lines consist of: those need no words. Nothing where no two lines are alike so.
inline std::optional<tie> commonest_alone(const std::vector<bundle>& lines) {
    std::map<std::pair<relation_type, reading>, std::size_t> counts;
    for (const auto& line : lines)
        if (line.ties.size() == 1) ++counts[{line.ties.front().type, line.ties.front().way}];
    std::optional<tie> commonest;
    std::size_t most = 1;
    for (const auto& [key, count] : counts)
        if (count > most) {
            most = count;
            commonest = tie{key.first, key.second, false};
        }
    return commonest;
}

inline bool is_only(const bundle& line, const std::optional<tie>& commonest) {
    return commonest && line.ties.size() == 1 && line.ties.front().type == commonest->type &&
           line.ties.front().way == commonest->way;
}

/// Boxes of the actors that are joined, lines between them, and the legend of what occurs.
inline drawn_graph graph_of(const model& m, const shown_model& shown, double row_width) {
    drawn_graph graph{{}, {}, level_titles(), {}, row_width};
    std::vector<std::size_t> box_of(m.actors().size(), 0);
    bool mandates = false;
    bool weak_boxes = false;
    for (std::size_t a = 0; a < m.actors().size(); ++a) {
        if (!shown.joined[a]) continue;
        const auto& body = m.actors()[a];
        const bool weak = is_weak(m, body.evidence);
        box_of[a] = graph.boxes.size();
        graph.boxes.push_back({box_name(body), static_cast<std::size_t>(body.level),
                               weak ? graph_look::weak : graph_look::plain, body.mandate});
        mandates = mandates || body.mandate;
        weak_boxes = weak_boxes || weak;
    }
    std::vector<drawn_relation> relations;
    for (const auto* r : shown.relations) {
        const auto ends = m.ends_of(*r);
        relations.push_back({box_of[ends.from], box_of[ends.to], r->type, is_weak(m, r->evidence), graph_look::plain});
    }
    auto bundles = bundles_of(std::move(relations));
    const auto commonest = commonest_alone(bundles);
    bool plain_lines = false;
    bool weak_lines = false;
    bool weak_words = false;
    for (auto& one : bundles) {
        if (one.all_weak()) one.look = graph_look::weak;
        plain_lines = plain_lines || one.look == graph_look::plain;
        weak_lines = weak_lines || one.look == graph_look::weak;
        weak_words = weak_words || (one.look == graph_look::plain &&
                                    std::any_of(one.ties.begin(), one.ties.end(), [](auto& t) { return t.weak; }));
        graph.lines.push_back(line_of(one, !is_only(one, commonest)));
    }
    if (commonest)
        graph.legend.push_back({plain_lines ? graph_look::plain : graph_look::weak, false,
                                "line without words: " + words_of(commonest->type)});
    if (weak_lines) graph.legend.push_back({graph_look::weak, false, "dotted: weak evidence, below level 3 or none"});
    if (weak_words) graph.legend.push_back({std::nullopt, false, "word with ?: that part has weak evidence"});
    if (mandates) graph.legend.push_back({graph_look::plain, true, "thick frame: has a democratic mandate", true});
    if (weak_boxes) graph.legend.push_back({graph_look::weak, true, "dotted frame: weak evidence"});
    return graph;
}

/// The actor that most others have such a relation to, or from.
struct hub {
    const actor* body = nullptr;
    std::size_t others = 0;
};

inline std::vector<std::set<actor_index>> neighbours_by(const model& m, const shown_model& shown, bool answering) {
    std::vector<std::set<actor_index>> neighbours(m.actors().size());
    for (const auto* r : shown.relations) {
        const auto ends = m.ends_of(*r);
        if (answering && r->type != relation_type::accountable_to) continue;
        neighbours[ends.to].insert(ends.from);
        if (!answering) neighbours[ends.from].insert(ends.to);
    }
    return neighbours;
}

inline hub hub_of(const model& m, const std::vector<std::set<actor_index>>& neighbours) {
    hub found;
    for (std::size_t a = 0; a < neighbours.size(); ++a)
        if (neighbours[a].size() > found.others) found = {&m.actors()[a], neighbours[a].size()};
    return found;
}

inline std::size_t accountable_to_several(const model& m, const shown_model& shown) {
    std::vector<std::set<actor_index>> masters(m.actors().size());
    for (const auto* r : shown.relations)
        if (r->type == relation_type::accountable_to) masters[m.ends_of(*r).from].insert(m.ends_of(*r).to);
    return static_cast<std::size_t>(
        std::count_if(masters.begin(), masters.end(), [](const auto& those) { return those.size() > 1; }));
}

inline std::string finding_words(const model& m, const shown_model& shown, layer_set layers) {
    const std::string bodies = writing::counted(shown.bodies, "body", "bodies");
    const auto answering = hub_of(m, neighbours_by(m, shown, true));
    if (answering.body != nullptr) {
        return "of " + bodies + ", " + writing::counted(answering.others, "is", "are") + " directly accountable to " +
               answering.body->name + "; " + writing::counted(accountable_to_several(m, shown), "is", "are") +
               " accountable to more than one body";
    }
    const auto most = hub_of(m, neighbours_by(m, shown, false));
    return writing::counted(shown.relations.size(), "relation", "relations") + " of " + words_of(layers) + " " +
           (shown.relations.size() == 1 ? "joins " : "join ") + bodies + "; " + most.body->name + " has to do with " +
           std::to_string(most.others) + " of them";
}

/// With a capital letter where it begins with a small one of ASCII.
inline std::string sentence(std::string words) {
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words + ".";
}

inline std::string headline_of(const model& m, const shown_model& shown, layer_set layers) {
    layer_set partly;
    for (const auto one : common(layers, m.incomplete())) partly.insert(one);
    const std::string caution =
        partly.empty() ? std::string() : "as far as the facts go, which do not draw " + words_of(partly) + " in full: ";
    if (shown.relations.empty())
        return sentence(caution + "no relation of " + words_of(layers) + " holds on " + writing::day_text(m.as_of()));
    return sentence(caution + finding_words(m, shown, layers));
}

inline std::string subtitle_of(const model& m, const shown_model& shown, layer_set layers) {
    std::string words = m.title() + ", as of " + writing::day_text(m.as_of()) + ". Drawn: " + words_of(layers) + ", " +
                        writing::counted(shown.relations.size(), "relation", "relations") + ", of which " +
                        std::to_string(shown.weak) + " on evidence below level 3 or none.";
    std::vector<std::string> others;
    for (std::size_t i = 0; i < layer_count; ++i)
        if (const auto one = static_cast<layer>(i); !layers.contains(one)) others.emplace_back(name(one));
    if (!others.empty()) words += " Not drawn here: " + listed(others) + ".";
    return words;
}

inline std::string alternative_of(const model& m, const shown_model& shown, const drawn_graph& graph) {
    std::vector<std::size_t> in_lane(graph.lanes.size(), 0);
    for (const auto& box : graph.boxes) ++in_lane[box.lane];
    std::vector<std::string> lanes;
    for (std::size_t lane = 0; lane < in_lane.size(); ++lane)
        if (in_lane[lane] > 0) lanes.push_back(graph.lanes[lane] + " " + std::to_string(in_lane[lane]));
    if (lanes.empty()) return "Nothing is drawn.";
    const auto most = hub_of(m, neighbours_by(m, shown, false));
    return "Boxes in lanes by level, from above: " + listed(lanes) + ". " +
           writing::counted(graph.lines.size(), "line joins", "lines join") + " them, most of all " + most.body->name +
           ", with " + std::to_string(most.others) + " others. The table lists every relation.";
}

inline std::vector<std::string> notes_of(const model& m, const shown_model& shown, layer_set layers) {
    std::vector<std::string> notes;
    std::vector<std::string> alone;
    for (std::size_t a = 0; a < m.actors().size(); ++a)
        if (!shown.joined[a]) alone.push_back(m.actors()[a].name);
    if (!alone.empty())
        notes.push_back("Not drawn, for want of a relation of " + words_of(layers) + ": " + joined(alone, "; ") + ".");
    if (shown.not_holding > 0)
        notes.push_back(writing::counted(shown.not_holding, "relation", "relations") + " of " + words_of(layers) + " " +
                        (shown.not_holding == 1 ? "does" : "do") + " not hold on " + writing::day_text(m.as_of()) +
                        " and " + (shown.not_holding == 1 ? "is" : "are") + " not drawn.");
    const auto limit = standing_limitation();
    notes.push_back(std::string(limit.text) + " (" + std::string(limit.source) + ")");
    return notes;
}

inline sheet relations_drawn(const model& m, const shown_model& shown) {
    sheet out{
        "Relations drawn",
        {{"layer"}, {"from"}, {"relation"}, {"to"}, {"services"}, {"evidence level", alignment::right}, {"evidence"}},
        {}};
    for (const auto* r : shown.relations) {
        const auto level = m.level_of(r->evidence);
        out.rows.push_back({name(layer_of(r->type)), m.find_actor(r->from)->name, words_of(r->type),
                            m.find_actor(r->to)->name, r->services.empty() ? "all" : joined(r->services, ", "),
                            level ? number_cell(*level) : cell("unsourced"), writing::card_words(r->evidence, level)});
    }
    return out;
}

}  // namespace detail::drawing

CONCORDAT_INLINE picture model_picture(const model& m, const model_view& view) {
    const auto shown = detail::drawing::shown_of(m, view.layers);
    const auto graph = detail::drawing::graph_of(m, shown, view.row_width);
    picture made;
    made.headline = detail::drawing::headline_of(m, shown, view.layers);
    made.subtitle = detail::drawing::subtitle_of(m, shown, view.layers);
    made.alternative = detail::drawing::alternative_of(m, shown, graph);
    made.table = detail::drawing::relations_drawn(m, shown);
    made.table.notes = detail::drawing::notes_of(m, shown, view.layers);
    detail::drawing::finish(made, detail::drawing::draw_graph(view.key, graph));
    return made;
}

}  // namespace concordat

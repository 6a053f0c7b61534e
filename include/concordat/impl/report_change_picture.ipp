// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/change_picture.hpp"

#include "concordat/impl/report_ties.hpp"
#include "concordat/impl/write_words.hpp"
#include "concordat/io/show.hpp"
#include "concordat/study/run.hpp"

#include <map>
#include <optional>
#include <set>
#include <utility>

namespace concordat {

namespace detail::drawing {

/// An actor of either model, as it stands after where it does.
struct united_actor {
    const actor* body = nullptr;
    graph_look look = graph_look::context;
    bool drawn = false;
};

/// A relation of either model that holds before, after or both, or changed all the same.
struct united_relation {
    const relation* tie = nullptr;
    const model* in = nullptr;
    graph_look look = graph_look::context;
    bool idle = false;
};

/// Two models as one graph.
struct united_models {
    std::map<std::string, united_actor> actors;
    std::vector<united_relation> relations;
    std::size_t elsewhere = 0;  ///< changes of what is neither an actor nor a relation
};

inline graph_look look_of(change_kind kind) {
    if (kind == change_kind::added) return graph_look::added;
    return kind == change_kind::removed ? graph_look::removed : graph_look::changed;
}

inline void unite_actors(const model& before, const model& after, std::span<const change> changes,
                         united_models& both) {
    for (const auto* m : {&before, &after})
        for (const auto& a : m->actors()) both.actors[a.key].body = &a;
    constexpr std::string_view head = "actor ";
    for (const auto& c : changes)
        if (c.part == changed_part::actor) both.actors.at(c.subject.substr(head.size())).look = look_of(c.kind);
}

/// One relation on both sides; null where it does not stand.
struct two_sides {
    const relation* was = nullptr;
    const relation* is = nullptr;
};

/// A relation that does not hold is as good as none, but one that only a reform makes is shown as not in force.
inline std::optional<united_relation> unite(const model& before, const model& after, two_sides side, bool changed) {
    const bool held = side.was != nullptr && before.holds(*side.was);
    const bool holds = side.is != nullptr && after.holds(*side.is);
    const bool idle = !held && !holds;
    if (idle && !changed) return std::nullopt;
    const bool was = idle ? side.was != nullptr : held;
    const bool is = idle ? side.is != nullptr : holds;
    const auto look = !was      ? graph_look::added
                      : !is     ? graph_look::removed
                      : changed ? graph_look::changed
                                : graph_look::context;
    return united_relation{is ? side.is : side.was, is ? &after : &before, look, idle};
}

inline void unite_relations(const model& before, const model& after, std::span<const change> changes,
                            united_models& both) {
    std::map<std::string, two_sides> by_identity;
    for (const auto& r : before.relations()) by_identity[identity(r)].was = &r;
    for (const auto& r : after.relations()) by_identity[identity(r)].is = &r;
    std::set<std::string> changed;
    constexpr std::string_view head = "relation ";
    for (const auto& c : changes)
        if (c.part == changed_part::relation) changed.insert(c.subject.substr(head.size()));
    for (const auto& [name, side] : by_identity)
        if (const auto united = unite(before, after, side, changed.contains(name))) both.relations.push_back(*united);
}

inline united_models unite(const model& before, const model& after, std::span<const change> changes) {
    united_models both;
    unite_actors(before, after, changes, both);
    unite_relations(before, after, changes, both);
    both.elsewhere = static_cast<std::size_t>(std::count_if(changes.begin(), changes.end(), [](const change& c) {
        return c.part != changed_part::actor && c.part != changed_part::relation;
    }));
    return both;
}

inline bool joins(const united_models& both, const relation& r) {
    return both.actors.at(r.from).drawn && both.actors.at(r.to).drawn;
}

/// Keeps what the view is to show: relations that changed, actors that did or are at an end of those, and the context
/// between them; of the whole, all context.
inline void choose(united_models& both, const change_view& view) {
    const auto is_context = [](const united_relation& r) { return r.look == graph_look::context; };
    std::erase_if(both.relations, [&](const united_relation& r) {
        return !(is_context(r) ? view.context : view.layers).contains(layer_of(r.tie->type));
    });
    for (auto& [key, a] : both.actors) a.drawn = a.look != graph_look::context;
    for (const auto& r : both.relations)
        if (!is_context(r) || view.extent == change_extent::whole)
            both.actors.at(r.tie->from).drawn = both.actors.at(r.tie->to).drawn = true;
    std::erase_if(both.relations, [&](const united_relation& r) { return !joins(both, *r.tie); });
}

inline std::size_t count_of(const united_models& both, graph_look look) {
    return static_cast<std::size_t>(std::count_if(both.relations.begin(), both.relations.end(),
                                                  [&](const united_relation& r) { return r.look == look; }));
}

inline std::size_t bodies_of(const united_models& both, graph_look look) {
    return static_cast<std::size_t>(std::count_if(both.actors.begin(), both.actors.end(), [&](const auto& entry) {
        return entry.second.drawn && entry.second.look == look;
    }));
}

inline void append_change_legend(const united_models& both, drawn_graph& graph) {
    const auto occurs = [&](graph_look look) { return count_of(both, look) + bodies_of(both, look) > 0; };
    const auto add = [&](graph_look look, const char* words) {
        if (occurs(look)) graph.legend.push_back({look, count_of(both, look) == 0, words});
    };
    add(graph_look::added, "+ added: bold");
    add(graph_look::removed, "\u2212 ended: dashed");
    add(graph_look::changed, "~ changed: dashes and dots");
    add(graph_look::context, "as before: thin, without words");
}

inline drawn_graph graph_of(const united_models& both, double row_width) {
    drawn_graph graph{{}, {}, level_titles(), {}, row_width};
    std::map<std::string_view, std::size_t> box_of;
    for (const auto& [key, a] : both.actors) {
        if (!a.drawn) continue;
        box_of[key] = graph.boxes.size();
        graph.boxes.push_back({box_name(*a.body), static_cast<std::size_t>(a.body->level), a.look});
    }
    std::vector<drawn_relation> relations;
    bool weak_words = false;
    for (const auto& r : both.relations) {
        const bool weak = is_weak(*r.in, r.tie->evidence) && r.look != graph_look::context;
        relations.push_back({box_of.at(r.tie->from), box_of.at(r.tie->to), r.tie->type, weak, r.look, r.idle});
    }
    for (const auto& one : bundles_of(std::move(relations))) {
        weak_words = weak_words || std::any_of(one.ties.begin(), one.ties.end(), [](const tie& t) { return t.weak; });
        graph.lines.push_back(line_of(one, one.look != graph_look::context));
    }
    append_change_legend(both, graph);
    if (weak_words) graph.legend.push_back({std::nullopt, false, "word with ?: weak evidence, below level 3 or none"});
    return graph;
}

inline std::string change_name(const model& before, const model& after, const change_view& view) {
    if (!view.title.empty()) return view.title;
    return after.title() == before.title() ? after.key() : after.title();
}

/// "added 3 relations and 1 body; ended 2 relations".
inline std::string change_words(const united_models& both, date day) {
    std::vector<std::string> parts;
    const auto add = [&](const char* verb, graph_look look) {
        const auto relations = count_of(both, look);
        const auto bodies = bodies_of(both, look);
        if (relations + bodies == 0) return;
        std::vector<std::string> what;
        if (relations > 0) what.push_back(writing::counted(relations, "relation", "relations"));
        if (bodies > 0) what.push_back(writing::counted(bodies, "body", "bodies"));
        parts.push_back(std::string(verb) + " " + listed(what));
    };
    add("added", graph_look::added);
    add("ended", graph_look::removed);
    add("changed", graph_look::changed);
    const auto idle = static_cast<std::size_t>(
        std::count_if(both.relations.begin(), both.relations.end(), [](const auto& r) { return r.idle; }));
    if (idle > 0)
        parts.push_back(writing::counted(idle, "of these relations is", "of these relations are") +
                        " not in force on " + writing::day_text(day));
    return joined(parts, "; ");
}

inline std::string change_headline(const united_models& both, const model& before, const model& after,
                                   const change_view& view) {
    const std::string words = change_words(both, after.as_of());
    return change_name(before, after, view) + ": " +
           (words.empty() ? std::string("nothing that can be drawn changes") : words) + ".";
}

inline std::string change_subtitle(const united_models& both, const model& before, const change_view& view) {
    const bool every = view.layers == every_layer();
    std::string words = "Against " + before.title() + ". Drawn: changes of " +
                        (every ? std::string("every layer") : words_of(view.layers)) + "; ";
    if (view.context.empty())
        words += "what stays is left out.";
    else
        words += "of what stays, " + words_of(view.context) +
                 (view.extent == change_extent::whole ? " of all bodies." : " between the bodies concerned.");
    if (both.elsewhere > 0)
        words += " In the table alone: " +
                 writing::counted(both.elsewhere, "change of a decision right, family type or setting",
                                  "changes of decision rights, family types or settings") +
                 ".";
    return words;
}

inline std::string change_alternative(const united_models& both, const drawn_graph& graph) {
    if (graph.boxes.empty()) return "Nothing is drawn.";
    std::vector<std::string> names;
    for (const auto look : {graph_look::added, graph_look::removed, graph_look::changed}) {
        std::vector<std::string> bodies;
        for (const auto& box : graph.boxes)
            if (box.look == look) bodies.push_back(box.name);
        const char* verb = look == graph_look::added ? "New" : look == graph_look::removed ? "Ended" : "Changed";
        if (!bodies.empty()) names.push_back(std::string(verb) + ": " + listed(bodies) + ". ");
    }
    return "Boxes in lanes by level, joined by lines: " + writing::counted(graph.boxes.size(), "body", "bodies") +
           ", with " + std::to_string(count_of(both, graph_look::context)) + " relations as before. " +
           joined(names, "") + "The table lists every change.";
}

inline picture picture_of(const model& before, const model& after, std::span<const change> changes,
                          const change_view& view) {
    auto both = unite(before, after, changes);
    choose(both, view);
    const auto graph = graph_of(both, view.row_width);
    picture made;
    made.headline = change_headline(both, before, after, view);
    made.subtitle = change_subtitle(both, before, view);
    made.alternative = change_alternative(both, graph);
    made.table = to_sheet(changes, before, after);
    const auto limit = standing_limitation();
    made.table.notes.push_back(std::string(limit.text) + " (" + std::string(limit.source) + ")");
    finish(made, draw_graph(view.key, graph));
    return made;
}

}  // namespace detail::drawing

CONCORDAT_INLINE picture change_picture(const model& before, const model& after, const change_view& view) {
    return detail::drawing::picture_of(before, after, diff(before, after), view);
}

CONCORDAT_INLINE picture change_picture(const model& before, const application& applied, const change_view& view) {
    return detail::drawing::picture_of(before, applied.after, diff(before, applied), view);
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <algorithm>
#include <array>

namespace concordat::detail::input {

inline std::string key_or_nothing(const std::optional<reference>& named) { return named ? named->key : std::string(); }

/// A key or a list of keys, which may be empty, unlike most.
inline void read_keys_or_none(const cell& c, std::vector<reference>& into) {
    const auto* list = std::get_if<tree_array>(&c.value.content);
    if (list == nullptr || !list->empty()) read_cell(c, into);
}

/// What an option stands on when it does not stand on the baseline.
inline void read_own_model(table_reader& in, study_option& into, study_file& read) {
    std::optional<reference> own, before;
    std::vector<reference> transitions;
    in.optional("model", own);
    in.optional("before", before);
    in.optional("transition", transitions);
    const bool moves = in.has("transition");
    if (moves) in.required("at", into.at);
    if (!moves && in.has("at"))
        in.report_at("at", errc::conflicting_keys,
                     in.name() + ".at is the day of a transition, and there is none here");
    if (!moves) in.ignore(std::array<std::string_view, 1>{"at"});
    into.model = key_or_nothing(own);
    into.before = key_or_nothing(before);
    for (auto& named : {own, before})
        if (named) read.models.push_back(*named);
    for (auto& named : transitions) {
        into.transitions.push_back(named.key);
        read.transitions.push_back(std::move(named));
    }
}

inline void read_option(table_reader& in, study_option& into, study_file& read) {
    into.where = in.where();
    in.required("key", label_in{into.key});
    in.required("title", not_blank{into.title});
    read_own_model(in, into, read);
    std::vector<reference> stack;
    if (!into.stands_alone() && into.transitions.empty()) in.requires_key("reforms");
    in.with("reforms", [&](const cell& c) {
        if (std::holds_alternative<tree_array>(c.value.content))
            read_keys_or_none(c, stack);
        else
            c.wrong_type("a list of keys");
    });
    for (auto& named : stack) {
        into.reforms.push_back(named.key);
        read.reforms.push_back(std::move(named));
    }
    in.optional("evidence", into.evidence);
}

inline void read_judgement(table_reader& in, judgement& into) {
    into.where = in.where();
    in.required("option", label_in{into.option});
    in.required("criterion", label_in{into.criterion});
    in.required("value", into.value);
    in.required("by", not_blank{into.by});
    in.optional("evidence", into.evidence);
}

inline void read_gate_finding(table_reader& in, gate_finding& into) {
    into.where = in.where();
    in.required("option", label_in{into.option});
    in.required("gate", label_in{into.gate});
    in.required("state", into.state);
    in.optional("evidence", into.evidence);
}

/// `{ D2 = "lower" }`: any criterion may stand there, so the keys are checked with the criteria.
inline void read_directions(const cell& c, std::map<std::string, sense, std::less<>>& into) {
    const auto* table = std::get_if<tree_table>(&c.value.content);
    if (table == nullptr) {
        c.wrong_type("a table of directions", "as { D2 = \"lower\" }");
        return;
    }
    static constexpr std::string_view directions[] = {"higher", "lower"};
    for (const auto& entry : *table)
        if (const auto chosen = read_word(cell{entry.value, c.name + "." + entry.key, c.file}, directions))
            into.emplace(entry.key, *chosen == 0 ? sense::higher : sense::lower);
}

/// `[comparable]`: the families it names are another file's.
inline void read_comparable(table_reader& in, comparability& into, std::optional<reference>& families) {
    in.optional("resolution", into.resolution);
    in.optional("services", into.services);
    in.optional("families", families);
    if (in.entries().empty())
        in.report(errc::missing_key, in.name() + " is empty; expected resolution, services or families");
}

inline void read_presence(table_reader& in, presence_odds& into) {
    into.where = in.where();
    in.required("level", between{into.level, 0, certain_level - 1});
    in.required("value", between{into.odds.value, 0, 1});
    in.optional("evidence", into.odds.evidence);
}

inline void read_uncertainty(table_reader& in, study& into) {
    in.required("samples", between{into.samples, 1, 1e9});
    in.required("seed", into.seed);
    in.required("structure", into.structure);
    if (into.structure) {
        in.requires_key("graphs");
        in.requires_key("presence");
    }
    in.optional("graphs", between{into.graphs, 1, static_cast<double>(most_graphs)});
    in.each("presence", [&](table_reader& one) { read_presence(one, into.presence.emplace_back()); });
}

CONCORDAT_INLINE study_file read_study(opened_file& file) {
    study_file read;
    auto& study = read.study;
    study.key = file.key;
    study.title = file.title;
    study.where = file.where();
    auto in = file.reader();
    in.required("question", not_blank{study.question});
    in.required("commissioner", not_blank{study.commissioner});
    in.optional("sources", read.sources);
    in.optional("as_of", study.as_of);
    in.optional("baseline", read.baselines);
    in.required("criteria", read.criteria);
    in.optional("areas", read.areas);
    in.with("contested", [&](const cell& c) { read_directions(c, study.contested); });
    in.requires_key("weights");
    in.with("weights", [&](const cell& c) { read_keys_or_none(c, read.weights); });
    in.optional("claims", read.claims);
    read_sources(in, study.sources);
    read_assumptions(in, study.assumptions);
    in.each("options", [&](table_reader& one) { read_option(one, study.options.emplace_back(), read); });
    in.each("judgement", [&](table_reader& one) { read_judgement(one, study.judgements.emplace_back()); });
    in.each("gate", [&](table_reader& one) { read_gate_finding(one, study.gates.emplace_back()); });
    in.with("comparable", [&](const cell& c) {
        read_inline(c, [&](table_reader& inner) { read_comparable(inner, study.comparable, read.families); });
    });
    in.requires_key("uncertainty");
    in.with("uncertainty",
            [&](const cell& c) { read_inline(c, [&](table_reader& inner) { read_uncertainty(inner, study); }); });
    const bool all_stand_alone =
        std::all_of(study.options.begin(), study.options.end(), [](const study_option& o) { return o.stands_alone(); });
    if (!all_stand_alone && !read.areas) in.requires_key("baseline");
    in.finish();
    return read;
}

}  // namespace concordat::detail::input

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace concordat::detail::input {

inline std::string key_or_nothing(const std::optional<reference>& named) { return named ? named->key : std::string(); }

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
        const auto* list = std::get_if<tree_array>(&c.value.content);
        if (list == nullptr)
            c.wrong_type("a list of keys");
        else if (!list->empty())
            read_cell(c, stack);
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
    in.required("weights", read.weights);
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
    in.with("uncertainty", [&](const cell& c) {
        read_inline(c, [&](table_reader& inner) {
            inner.required("samples", between{study.samples, 1, 1e9});
            inner.required("seed", study.seed);
            inner.required("structure", study.structure);
        });
    });
    in.finish();
    return read;
}

/// The models that the areas' arrangements name, each once: a study that has areas and states no baseline is asked of
/// those.
inline std::vector<reference> models_of_areas(const study_file& read, const study& s) {
    std::vector<reference> models;
    if (!s.areas) return models;
    for (const auto& rule : s.areas->arrangements) {
        const auto same = [&](const reference& other) { return other.key == rule.model; };
        if (std::none_of(models.begin(), models.end(), same)) models.push_back({rule.model, read.areas->at});
    }
    return models;
}

/// Reads what the study names, each file once. False when something of it could not be used.
inline bool read_named_files(reading& files, const study_file& read, study& into) {
    bool whole = true;
    const auto use = [&](const reference& named, file_format format, auto assemble) {
        auto* const file = files.follow(named, format);
        whole = file != nullptr && assemble(*file) && whole;
    };
    if (read.areas)
        use(*read.areas, file_format::areas, [&](opened_file& file) {
            into.areas = assemble_areas(files, file);
            return into.areas.has_value();
        });
    for (const auto& named : read.baselines.empty() ? models_of_areas(read, into) : read.baselines)
        use(named, file_format::model, [&](opened_file& file) {
            auto made = assemble_model(files, file);
            if (!made) return false;
            into.baselines.push_back(*std::move(made));
            return true;
        });
    use(read.criteria, file_format::criteria, [&](opened_file& file) {
        auto made = assemble_criteria(files, file);
        if (!made) return false;
        into.criteria = *std::move(made);
        return true;
    });
    const auto use_model = [&](const reference& named) {
        if (into.models.contains(named.key)) return;
        use(named, file_format::model, [&](opened_file& file) {
            auto made = assemble_model(files, file);
            if (!made) return false;
            into.models.emplace(named.key, *std::move(made));
            return true;
        });
    };
    for (const auto& named : read.models) use_model(named);
    for (const auto& named : read.transitions)
        if (!into.transitions.contains(named.key))
            use(named, file_format::transition, [&](opened_file& file) {
                into.transitions.emplace(named.key, *assemble_transition(files, file));
                return true;
            });
    if (read.families)
        use(*read.families, file_format::families, [&](opened_file& file) {
            into.comparable.families = *assemble_families(files, file);
            return true;
        });
    for (const auto& named : read.reforms)
        if (!into.reforms.contains(named.key))
            use(named, file_format::reform, [&](opened_file& file) {
                into.reforms.emplace(named.key, *assemble_reform(files, file));
                return true;
            });
    const bool tree_is_there = !into.criteria.criteria.empty();
    for (const auto& named : read.weights)
        use(named, file_format::weights, [&](opened_file& file) {
            auto set = read_weights(file);
            if (tree_is_there && set.criteria.key == read.criteria.key) check_weights(files, set.set, into.criteria);
            if (!set.criteria.key.empty() && set.criteria.key != read.criteria.key)
                files.add({errc::conflicting_keys,
                           "\"" + named.key + "\" weighs \"" + set.criteria.key + "\", but the study uses \"" +
                               read.criteria.key + "\"",
                           {},
                           named.at,
                           {}});
            into.weights.push_back(std::move(set.set));
            return true;
        });
    return whole;
}

/// The same of what is shown beside the results.
inline bool read_named_claims(reading& files, const study_file& read, study& into) {
    bool whole = true;
    for (const auto& named : read.claims) {
        auto* const file = files.follow(named, file_format::claims);
        whole = file != nullptr && whole;
        if (file != nullptr) into.claims.push_back(*assemble_claims(files, *file));
    }
    return whole;
}

CONCORDAT_INLINE std::optional<study> assemble_study(reading& files, opened_file& file) {
    auto read = read_study(file);
    study made = read.study;
    check_unique(file.scope, made.assumptions, "assumption");
    bool whole = complete_sources(files, file, read.sources, made.sources, made.assumptions);
    whole = read_named_files(files, read, made) && whole;
    whole = read_named_claims(files, read, made) && whole;
    // Without one of its files, everything that refers to it would look wrong.
    if (!whole) return std::nullopt;
    auto checked = check(std::move(made));
    if (checked) return *std::move(checked);
    files.add_unexplained(checked.error());
    return std::nullopt;
}

}  // namespace concordat::detail::input

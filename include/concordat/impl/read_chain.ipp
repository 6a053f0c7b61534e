// SPDX-License-Identifier: Apache-2.0
// A model with everything it extends: one file adds to another and never changes what that says.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <map>

namespace concordat::detail::input {

/// Files of a chain, each after those it extends.
class model_chain {
public:
    static constexpr std::size_t depth_limit = 8;

    explicit model_chain(reading& files) : files_(files) {}

    /// Reads a file and, before it, what it extends.
    void add(opened_file& file) {
        path_.push_back(file.key);
        first_way_.emplace(file.key, joined(path_, " -> "));
        model_file read = read_model(file);
        for (const auto& base : read.extends) extend(base);
        path_.pop_back();
        read_.push_back(std::move(read));
    }

    /// What the files say together; E303 for what two of them say.
    [[nodiscard]] model_parts merged() {
        model_parts all;
        all.key = read_.back().parts.key;
        all.title = read_.back().parts.title;
        for (auto& file : read_) {
            auto& p = file.parts;
            all.incomplete.insert(p.incomplete);
            append(all.kinds, p.kinds);
            append(all.services, p.services);
            append(all.conflicts, p.conflicts);
            append_new(all.sources, p.sources, sources_, "source");
            append_new(all.assumptions, p.assumptions, assumptions_, "assumption");
            append_new(all.actors, p.actors, actors_, "actor");
            append_new(all.personas, p.personas, personas_, "persona");
            append_new(all.decision_rights, p.decision_rights, rights_, "decision right");
            append_relations(all.relations, p.relations);
        }
        return all;
    }

    [[nodiscard]] const std::vector<model_file>& files() const noexcept { return read_; }
    /// False when some of it could not be opened, so that what refers to it cannot be checked.
    [[nodiscard]] bool is_whole() const noexcept { return whole_; }

    /// The one file that states a thing; E303 for a second, E202 when there is none and there must be.
    template <class Stated>
    [[nodiscard]] const model_file* the_one(std::string_view what, Stated stated_at, const opened_file& top,
                                            bool required) {
        const model_file* first = nullptr;
        for (const auto& file : read_) {
            const source_pos& at = stated_at(file);
            if (at.line == 0) continue;
            if (first == nullptr)
                first = &file;
            else
                again(std::string(what), at, stated_at(*first));
        }
        if (first == nullptr && required)
            files_.add({errc::missing_key,
                        std::string(what) + " is stated neither here nor in what this file extends",
                        {},
                        top.where().at,
                        {}});
        return first;
    }

private:
    using seen_keys = std::map<std::string, source_pos, std::less<>>;

    void extend(const reference& base) {
        if (std::find(path_.begin(), path_.end(), base.key) != path_.end()) {
            whole_ = false;
            const auto start = std::find(path_.begin(), path_.end(), base.key);
            const std::vector<std::string> circle(start, path_.end());
            return files_.add({errc::extends_cycle,
                               "extends goes in a circle: " + joined(circle, " -> ") + " -> " + base.key,
                               {},
                               base.at,
                               {}});
        }
        if (const auto way = first_way_.find(base.key); way != first_way_.end())
            return files_.add({errc::extends_cycle,
                               "extends reaches \"" + base.key + "\" twice: by " + way->second + " and by " +
                                   joined(path_, " -> ") + " -> " + base.key,
                               {},
                               base.at,
                               {}});
        if (path_.size() >= depth_limit) {
            whole_ = false;
            return files_.add(
                {errc::limit_exceeded,
                 "extends goes deeper than " + std::to_string(depth_limit) + " files: " + joined(path_, " -> "),
                 {},
                 base.at,
                 {}});
        }
        auto* const file = files_.follow(base, file_format::model);
        if (file == nullptr)
            whole_ = false;
        else
            add(*file);
    }

    void again(const std::string& what, const source_pos& here, const source_pos& there) {
        files_.add({errc::extends_redefines,
                    what + " is defined again; it stands in " + place_of(there) + " already",
                    "a file that extends another adds to it, and changes nothing there",
                    here,
                    {}});
    }

    template <class Thing>
    static void append(std::vector<Thing>& all, std::vector<Thing>& more) {
        all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }

    /// Doubles within one file stay: they are what `model::make` tells of.
    template <class Thing>
    void append_new(std::vector<Thing>& all, std::vector<Thing>& more, seen_keys& seen, const char* kind) {
        for (auto& thing : more) {
            const auto [first, is_new] = seen.emplace(thing.key, thing.where.at);
            const bool elsewhere = !is_new && first->second.path != thing.where.at.path;
            if (elsewhere && !thing.key.empty())
                again(std::string(kind) + " \"" + thing.key + "\"", thing.where.at, first->second);
            else
                all.push_back(std::move(thing));
        }
    }

    void append_relations(std::vector<relation>& all, std::vector<relation>& more) {
        for (auto& r : more) {
            const auto [first, is_new] = relations_.emplace(identity(r), r.where.at);
            if (!is_new && first->second.path != r.where.at.path)
                again("relation " + first->first, r.where.at, first->second);
            else
                all.push_back(std::move(r));
        }
    }

    reading& files_;
    bool whole_ = true;
    std::vector<std::string> path_;  ///< from the file that was asked for to the one being read
    std::map<std::string, std::string, std::less<>> first_way_;
    std::vector<model_file> read_;
    seen_keys sources_, assumptions_, actors_, personas_, rights_, relations_;
};

/// Kinds and services of the vocabulary that the chain names, before any of its own.
inline bool add_vocabulary(reading& files, const reference& named, model_parts& parts) {
    auto* const file = files.follow(named, file_format::vocabulary);
    if (file == nullptr) return false;
    vocabulary words;
    read_vocabulary(*file, words);
    parts.kinds.insert(parts.kinds.begin(), words.kinds.begin(), words.kinds.end());
    parts.services.insert(parts.services.begin(), words.services.begin(), words.services.end());
    return true;
}

/// Sources of every file that the chain names, before any of its own. False when one could not be opened.
inline bool add_sources(reading& files, const model_chain& chain, model_parts& parts) {
    std::vector<reference> named;
    for (const auto& file : chain.files())
        for (const auto& name : file.sources) {
            const auto same = [&](const reference& other) { return other.key == name.key; };
            if (std::none_of(named.begin(), named.end(), same)) named.push_back(name);
        }
    bool all_there = true;
    for (const auto& name : named) all_there = files.follow(name, file_format::sources) != nullptr && all_there;
    auto gathered = gather_sources(files, named);
    parts.sources.insert(parts.sources.begin(), gathered.begin(), gathered.end());
    return all_there;
}

CONCORDAT_INLINE std::optional<model> assemble_model(reading& files, opened_file& file, checked_file* checked) {
    model_chain chain(files);
    chain.add(file);
    auto parts = chain.merged();
    const auto& top = chain.files().back();
    if (top.abstract && checked == nullptr)
        files.add({errc::unknown_format,
                   "\"" + file.key + "\" is a part that others extend (abstract = true), not a model of its own",
                   {},
                   file.where().at,
                   {}});
    bool whole = add_sources(files, chain, parts) && chain.is_whole();
    if (checked != nullptr) {
        checked->part = top.abstract;
        checked->facts = facts_of(parts);
    }

    const bool own_kinds = !parts.kinds.empty();
    const bool required = chain.is_whole() && !top.abstract;
    const auto vocabulary_at = [](const model_file& f) -> const source_pos& { return f.vocabulary_at; };
    const auto* const words = chain.the_one("vocabulary", vocabulary_at, file, required && !own_kinds);
    if (words != nullptr && words->vocabulary) whole = add_vocabulary(files, *words->vocabulary, parts) && whole;
    const auto as_of_at = [](const model_file& f) -> const source_pos& { return f.as_of_at; };
    if (const auto* const dated = chain.the_one("as_of", as_of_at, file, required); dated && dated->as_of)
        parts.as_of = *dated->as_of;
    const auto resolution_at = [](const model_file& f) -> const source_pos& { return f.resolution_at; };
    if (const auto* const drawn = chain.the_one("resolution", resolution_at, file, required);
        drawn && drawn->resolution)
        parts.resolution = *drawn->resolution;
    if (!whole || (words == nullptr && !own_kinds)) return std::nullopt;

    const auto families_are_known = [&] {
        return std::none_of(parts.personas.begin(), parts.personas.end(), [&](const persona& p) {
            return files.explains({errc::weights_do_not_sum, {}, {}, p.where.at, {}});
        });
    };
    const bool shares_count = !top.abstract && families_are_known();
    auto made = model::make(std::move(parts));
    if (made) return *std::move(made);
    files.add_unexplained(made.error(), [&](const error& e) {
        // What others add may be what an abstract file refers to, and the families that its weights leave out.
        return (top.abstract && e.code == errc::dangling_reference) ||
               (!shares_count && e.code == errc::weights_do_not_sum);
    });
    return std::nullopt;
}

}  // namespace concordat::detail::input

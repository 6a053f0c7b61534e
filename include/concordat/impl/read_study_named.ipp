// SPDX-License-Identifier: Apache-2.0
// A study with every file that it names, each read once.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include <algorithm>
#include <utility>

namespace concordat::detail::input {

/// Fills a study from the files that its own file names; one method a kind of file.
class named_files {
public:
    named_files(reading& files, const study_file& read, study& into) : files_(files), read_(read), into_(into) {}

    /// False when something of it could not be used.
    [[nodiscard]] bool fill() {
        areas();
        baselines();
        criteria();
        for (const auto& named : read_.models) own_model(named);
        transitions();
        families();
        reforms();
        for (const auto& named : read_.weights) weights(named);
        claims();
        return whole_;
    }

private:
    /// What `assemble` makes of the file; `keep` takes it.
    template <class Assemble, class Keep>
    void use(const reference& named, file_format format, Assemble assemble, Keep keep) {
        auto* const file = files_.follow(named, format);
        auto made = file != nullptr ? assemble(*file) : decltype(assemble(*file)){};
        whole_ = made.has_value() && whole_;
        if (made) keep(*std::move(made));
    }

    void areas() {
        if (read_.areas)
            use(
                *read_.areas, file_format::areas, [&](opened_file& file) { return assemble_areas(files_, file); },
                [&](area_table table) { into_.areas = std::move(table); });
    }

    /// Those that the file states. A study that has areas and states none is asked of the models that the areas'
    /// arrangements name.
    [[nodiscard]] std::vector<reference> stated_baselines() const {
        if (!read_.baselines.empty() || !into_.areas) return read_.baselines;
        std::vector<reference> models;
        for (const auto& rule : into_.areas->arrangements) {
            const auto same = [&](const reference& other) { return other.key == rule.model; };
            if (std::none_of(models.begin(), models.end(), same)) models.push_back({rule.model, read_.areas->at});
        }
        return models;
    }

    void baselines() {
        for (const auto& named : stated_baselines())
            use_model(named, [&](model m) { into_.baselines.push_back(std::move(m)); });
    }

    void own_model(const reference& named) {
        if (into_.models.contains(named.key)) return;
        use_model(named, [&](model m) { into_.models.emplace(named.key, std::move(m)); });
    }

    template <class Keep>
    void use_model(const reference& named, Keep keep) {
        use(
            named, file_format::model, [&](opened_file& file) { return assemble_model(files_, file); }, keep);
    }

    void criteria() {
        use(
            read_.criteria, file_format::criteria, [&](opened_file& file) { return assemble_criteria(files_, file); },
            [&](criteria_tree tree) { into_.criteria = std::move(tree); });
    }

    void transitions() {
        for (const auto& named : read_.transitions)
            if (!into_.transitions.contains(named.key))
                use(
                    named, file_format::transition,
                    [&](opened_file& file) { return assemble_transition(files_, file); },
                    [&](transition t) { into_.transitions.emplace(named.key, std::move(t)); });
    }

    void families() {
        if (read_.families)
            use(
                *read_.families, file_format::families,
                [&](opened_file& file) { return assemble_families(files_, file); },
                [&](concordat::families f) { into_.comparable.families = std::move(f); });
    }

    void reforms() {
        for (const auto& named : read_.reforms)
            if (!into_.reforms.contains(named.key))
                use(
                    named, file_format::reform, [&](opened_file& file) { return assemble_reform(files_, file); },
                    [&](reform r) { into_.reforms.emplace(named.key, std::move(r)); });
    }

    void weights(const reference& named) {
        use(
            named, file_format::weights, [&](opened_file& file) { return std::optional(read_weights(file)); },
            [&](weights_file set) {
                const bool tree_is_there = !into_.criteria.criteria.empty();
                const bool fits = set.criteria.key == read_.criteria.key;
                if (tree_is_there && fits) check_weights(files_, set, into_.criteria);
                if (!set.criteria.key.empty() && !fits)
                    files_.add({errc::conflicting_keys,
                                "\"" + named.key + "\" weighs \"" + set.criteria.key + "\", but the study uses \"" +
                                    read_.criteria.key + "\"",
                                {},
                                named.at,
                                {}});
                into_.weights.push_back(std::move(set.set));
            });
    }

    /// What is shown beside the results.
    void claims() {
        for (const auto& named : read_.claims)
            use(
                named, file_format::claims, [&](opened_file& file) { return assemble_claims(files_, file); },
                [&](claim_set set) { into_.claims.push_back(std::move(set)); });
    }

    reading& files_;
    const study_file& read_;
    study& into_;
    bool whole_ = true;
};

CONCORDAT_INLINE std::optional<study> assemble_study(reading& files, opened_file& file) {
    auto read = read_study(file);
    study made = read.study;
    check_unique(file.scope, made.assumptions, "assumption");
    bool whole = complete_sources(files, file, read.sources, made.sources, made.assumptions);
    whole = named_files(files, read, made).fill() && whole;
    // Without one of its files, everything that refers to it would look wrong.
    if (!whole) return std::nullopt;
    auto checked = check(std::move(made));
    if (checked) return *std::move(checked);
    files.add_unexplained(checked.error());
    return std::nullopt;
}

}  // namespace concordat::detail::input

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/study_mixture.hpp"

#include "concordat/impl/read_files.hpp"
#include "concordat/io/load.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace concordat {

namespace detail::mixing {

inline const std::string* bytes_of(const run_inputs& run, const std::string& name) {
    const auto found = run.files.find(name);
    return found == run.files.end() ? nullptr : &found->second;
}

inline bool differs(const run_inputs& before, const run_inputs& after, const std::string& name) {
    const auto* was = bytes_of(before, name);
    const auto* is = bytes_of(after, name);
    return was == nullptr || is == nullptr || *was != *is;
}

/// The word of its format; rows of data are part of the indicators that they lie beside.
inline std::string kind_of(const run_inputs& before, const run_inputs& after, const std::string& name) {
    for (const auto* run : {&after, &before}) {
        const auto* bytes = bytes_of(*run, name);
        if (bytes == nullptr || !name.ends_with(".toml")) continue;
        input::reading alone;
        const auto* file = alone.open_text(*bytes, name, std::nullopt);
        if (file != nullptr) return std::string(input::row_of(file->format).word);
    }
    return std::string(input::row_of(input::file_format::indicators).word);
}

inline std::vector<changed_input> taken_by_kind(const run_inputs& before, const run_inputs& after,
                                                const std::vector<changed_input>& single) {
    std::vector<changed_input> kinds;
    for (const auto& one : single) {
        const std::string kind = kind_of(before, after, one.files.back());
        auto same = std::find_if(kinds.begin(), kinds.end(), [&](const auto& other) { return other.kind == kind; });
        if (same == kinds.end()) same = kinds.insert(kinds.end(), {{}, kind});
        same->files.insert(same->files.end(), one.files.begin(), one.files.end());
    }
    for (auto& kind : kinds) std::sort(kind.files.begin(), kind.files.end());
    return kinds;
}

}  // namespace detail::mixing

CONCORDAT_INLINE std::vector<changed_input> changed_inputs(const run_inputs& before, const run_inputs& after) {
    namespace own = detail::mixing;
    std::set<std::string, std::less<>> names;
    for (const auto* run : {&before, &after})
        for (const auto& [name, bytes] : run->files) names.insert(name);
    std::vector<changed_input> changes;
    if (before.study != after.study) {
        changes.push_back({{path_of_key(before.study), path_of_key(after.study)}, {}});
        std::sort(changes.front().files.begin(), changes.front().files.end());
        for (const auto& name : changes.front().files) names.erase(name);
    }
    for (const auto& name : names)
        if (own::differs(before, after, name)) changes.push_back({{name}, {}});
    return changes.size() <= most_changes ? changes : own::taken_by_kind(before, after, changes);
}

CONCORDAT_INLINE changed_study mixtures(const run_inputs& before, const run_inputs& after,
                                        const std::vector<changed_input>& changes) {
    return [&before, &after, &changes](std::uint32_t set) -> result<study> {
        run_inputs mixed = before;
        for (std::size_t i = 0; i < changes.size(); ++i) {
            if ((set >> i & 1) == 0) continue;
            for (const auto& name : changes[i].files) {
                mixed.files.erase(name);
                if (const auto* is = detail::mixing::bytes_of(after, name); is != nullptr) mixed.files[name] = *is;
                if (name == path_of_key(after.study)) mixed.study = after.study;
            }
        }
        CONCORDAT_TRY(auto loaded, load_study(mixed.files, mixed.study));
        return std::move(loaded.study);
    };
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/families.hpp"

#include "concordat/impl/model_declared.hpp"
#include "concordat/impl/model_text.hpp"
#include "concordat/model/holder.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace concordat {

namespace detail::modelling {

/// The actors that an entry means in this model; none of a role that nobody has, which is told.
inline std::vector<std::string> actors_behind(const endpoint& entry, const persona& whose, const model& m,
                                              std::vector<error>& found) {
    if (const auto* key = std::get_if<std::string>(&entry)) return {*key};
    const auto& role = std::get<holder_of>(entry);
    auto who = holders(m, role.service, role.role);
    if (who.empty())
        found.push_back({errc::dangling_reference,
                         "family type " + in_quotes(whose.key) + " walks in at whoever has the role \"" +
                             std::string(name(role.role)) + "\" for " + in_quotes(role.service) + ", but in " +
                             m.key() + " nobody has it",
                         {},
                         whose.where.at,
                         {}});
    return who;
}

}  // namespace detail::modelling

CONCORDAT_INLINE fact_list facts_of(const families& f) {
    fact_list list{{}, f.sources, f.assumptions, {}};
    for (const auto& type : f.types) list.add("persona", type.family.key, type.family.evidence, type.family.where);
    return list;
}

CONCORDAT_INLINE result<model> with_families(const model& m, const families& f) {
    model_parts parts = m.parts();
    std::vector<error> found;
    detail::modelling::add_declared(parts.sources, f.sources, "source", "families " + f.key, found);
    detail::modelling::add_declared(parts.assumptions, f.assumptions, "assumption", "families " + f.key, found);
    parts.personas.clear();
    for (const auto& type : f.types) {
        persona here = type.family;
        here.entries.clear();
        for (const auto& entry : type.entries)
            for (auto& key : detail::modelling::actors_behind(entry, here, m, found))
                if (std::find(here.entries.begin(), here.entries.end(), key) == here.entries.end())
                    here.entries.push_back(std::move(key));
        parts.personas.push_back(std::move(here));
    }
    if (!found.empty()) return fail(gather(std::move(found)));
    return model::make(std::move(parts));
}

}  // namespace concordat

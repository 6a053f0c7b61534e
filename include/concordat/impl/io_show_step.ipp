// SPDX-License-Identifier: Apache-2.0
// What a step does, in words: one function a kind of step.
#pragma once

#include "concordat/io/show_reform.hpp"

#include "concordat/core/text.hpp"

#include <type_traits>
#include <utility>

namespace concordat {

namespace detail::stepping {

inline std::string words_of(const endpoint& end) {
    if (const auto* key = std::get_if<std::string>(&end)) return *key;
    const auto& holder = std::get<holder_of>(end);
    return "whoever holds " + holder.service + " (" + std::string(name(holder.role)) + ")";
}

inline std::string words_of(const std::vector<std::string>& services) {
    return services.empty() ? std::string() : " [" + joined(services, ", ") + "]";
}

inline std::string words_of(const actor& a) { return a.name.empty() ? a.key : a.key + " (" + a.name + ")"; }

inline std::string words_of(const relation_match& match) {
    std::vector<std::string> parts;
    if (match.type) parts.emplace_back(name(*match.type));
    if (match.from) parts.push_back("from " + words_of(*match.from));
    if (match.to) parts.push_back("to " + words_of(*match.to));
    if (!match.service.empty()) parts.push_back("for " + match.service);
    return "relations " + joined(parts, " ");
}

/// Collects the names of the attributes that a revision sets.
class set_names {
public:
    template <class Value>
    void add(const char* what, const std::optional<Value>& value) {
        if (value) names_.emplace_back(what);
    }
    [[nodiscard]] std::string text() const { return " gets another " + listed(names_); }

private:
    std::vector<std::string> names_;
};

inline std::string words_of(const actor_changes& set) {
    set_names names;
    names.add("name", set.name);
    names.add("kind", set.kind);
    names.add("legal entity", set.legal_entity);
    names.add("team", set.team);
    names.add("sector", set.sector);
    names.add("locality", set.locality);
    names.add("act", set.act);
    names.add("level", set.level);
    names.add("mandate", set.mandate);
    names.add("statutory standing", set.statutory);
    return names.text();
}

inline std::string words_of(const right_changes& set) {
    set_names names;
    names.add("title", set.title);
    names.add("holder", set.holder);
    names.add("weight", set.weight);
    return names.text();
}

inline std::string words_of(const relation_changes& set) {
    set_names names;
    names.add("span of ages", set.ages);
    names.add("time in force", set.in_force);
    names.add("status", set.status);
    names.add("basis", set.basis);
    names.add("amount", set.amount);
    names.add("term", set.term);
    names.add("ring-fence", set.ring_fenced);
    names.add("standing route", set.standing_route);
    names.add("Lundy elements", set.lundy);
    return names.text();
}

inline std::string words_of(const create_step& s) { return words_of(s.actor); }
inline std::string words_of(const abolish_step& s) { return s.actor; }
inline std::string words_of(const merge_step& s) { return listed(s.actors) + " into " + words_of(s.into); }
inline std::string words_of(const split_step& s) {
    std::vector<std::string> parts;
    for (const auto& part : s.into) parts.push_back(words_of(part.actor) + words_of(part.services));
    return s.actor + " into " + listed(parts);
}
inline std::string words_of(const rename_step& s) {
    std::string text = s.actor;
    if (!s.to.empty()) text += " to " + s.to;
    return s.name.empty() ? text : text + ", named " + s.name;
}
inline std::string words_of(const transfer_step& s) {
    return s.service + " " + std::string(name(s.role)) + ", from " + s.from + " to " + s.to;
}
inline std::string words_of(const delegate_step& s) { return s.service + ", from " + s.from + " to " + s.to; }
inline std::string words_of(const return_step& s) { return s.service + ", from " + s.from; }
inline std::string words_of(const relate_step& s) {
    return std::string(name(s.relation.type)) + " " + words_of(s.from) + " -> " + words_of(s.to) +
           words_of(s.relation.services);
}
inline std::string words_of(const unrelate_step& s) { return words_of(s.match); }
inline std::string words_of(const revise_actor_step& s) { return s.actor + words_of(s.set); }
inline std::string words_of(const revise_right_step& s) {
    return "decision right " + s.decision_right + words_of(s.set);
}
inline std::string words_of(const revise_relation_step& s) { return words_of(s.match) + words_of(s.set); }

}  // namespace detail::stepping

CONCORDAT_INLINE std::string describe(const step_action& action) {
    return std::visit([](const auto& held) { return detail::stepping::words_of(held); }, action);
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
/// Reforms in one line, for tests: each step stands on a line of its own in `<key>.toml`, from line 1.
#pragma once

#include "concordat/model/reform.hpp"

#include <initializer_list>
#include <string>
#include <utility>

namespace concordat::testing {

inline reform reform_of(const std::string& key, std::initializer_list<step_action> actions) {
    reform r;
    r.key = key;
    r.title = "Of a test";
    for (const auto& action : actions) {
        step s;
        s.action = action;
        s.where.at = {key + ".toml", static_cast<std::uint32_t>(r.steps.size() + 1), 1};
        r.steps.push_back(std::move(s));
    }
    return r;
}

inline actor body(const std::string& key, level where = level::local) {
    actor a;
    a.key = a.name = key;
    a.kind = "body";
    a.level = where;
    return a;
}

/// In a merge, the key of one that stands.
inline actor standing_actor(const std::string& key) {
    actor a;
    a.key = key;
    return a;
}

inline relate_step relate(relation_type type, endpoint from, endpoint to, std::vector<std::string> services = {}) {
    relate_step s;
    s.relation.type = type;
    s.relation.services = std::move(services);
    s.from = std::move(from);
    s.to = std::move(to);
    return s;
}

/// The error of a reform that must not apply, as one line and its hint.
inline std::string refusal(const reform& r, const model& before) {
    const auto after = apply(r, before);
    return after ? "it applied" : to_string(after.error());
}

/// Every relation of a model by its identity, in the model's order.
inline std::vector<std::string> identities(const model& m) {
    std::vector<std::string> all;
    for (const auto& r : m.relations()) all.push_back(identity(r));
    return all;
}

inline bool has_relation(const model& m, const std::string& wanted) {
    for (const auto& r : m.relations())
        if (identity(r) == wanted) return true;
    return false;
}

}  // namespace concordat::testing

// SPDX-License-Identifier: Apache-2.0
/// Internal: sets of actors and the lines above them, which both `holders` and the steps of a reform read.
#pragma once

#include "concordat/model/model.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::holding_of {

/// A set of a model's actors. O(1) to ask and to add.
class actor_set {
public:
    explicit actor_set(std::size_t actors) : has_(actors, false) {}

    [[nodiscard]] bool has(actor_index a) const { return has_[a]; }
    /// True when it was not in it.
    bool add(actor_index a) {
        if (has_[a]) return false;
        has_[a] = true;
        return true;
    }
    void remove(const actor_set& others) {
        for (std::size_t a = 0; a < has_.size(); ++a)
            if (others.has_[a]) has_[a] = false;
    }
    [[nodiscard]] bool empty() const { return std::find(has_.begin(), has_.end(), true) == has_.end(); }
    [[nodiscard]] std::vector<actor_index> members() const {
        std::vector<actor_index> all;
        for (std::size_t a = 0; a < has_.size(); ++a)
            if (has_[a]) all.push_back(static_cast<actor_index>(a));
        return all;
    }
    /// In order of key, as a model's actors are.
    [[nodiscard]] std::vector<std::string> keys(const model& m) const {
        std::vector<std::string> all;
        for (const auto a : members()) all.push_back(m.actors()[a].key);
        return all;
    }

private:
    std::vector<bool> has_;
};

[[nodiscard]] inline bool covers(const std::vector<std::string>& services, std::string_view service) {
    return services.empty() || std::find(services.begin(), services.end(), service) != services.end();
}

[[nodiscard]] inline bool is_officer(const actor& a) { return a.kind == "officer"; }
/// Neither an officer nor on the front line: one who can answer for a service.
[[nodiscard]] inline bool is_body(const actor& a) { return !is_officer(a) && a.level != level::frontline; }

/// Who delivers the service to the public today.
[[nodiscard]] inline actor_set deliverers_of(const model& m, std::string_view service) {
    actor_set found(m.actors().size());
    for (const auto& r : m.relations(relation_type::delivers))
        if (m.holds(r) && r.covers(service) && m.actors()[m.ends_of(r).to].level == level::public_)
            found.add(m.ends_of(r).from);
    return found;
}

/// Whom each actor answers to for one service: rows over the lines that cover it and hold.
class climbing {
public:
    climbing(const model& m, std::string_view service) : rows_(m.actors().size() + 1, 0) {
        const auto lines = m.relations(relation_type::accountable_to);
        const auto counts = [&](const relation& r) { return m.holds(r) && r.covers(service); };
        for (const auto& r : lines)
            if (counts(r)) ++rows_[m.ends_of(r).from + 1];
        for (std::size_t a = 0; a + 1 < rows_.size(); ++a) rows_[a + 1] += rows_[a];
        // The lines stand in order of who answers, so appending them fills the rows in turn.
        for (const auto& r : lines)
            if (counts(r)) above_.push_back(m.ends_of(r).to);
    }
    [[nodiscard]] std::span<const actor_index> above(actor_index a) const {
        return {above_.data() + rows_[a], above_.data() + rows_[a + 1]};
    }

private:
    std::vector<std::size_t> rows_;
    std::vector<actor_index> above_;
};

}  // namespace concordat::detail::holding_of

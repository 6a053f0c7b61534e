// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/review.hpp"

#include "concordat/impl/model_holding.hpp"
#include "concordat/impl/model_text.hpp"

#include <algorithm>
#include <tuple>

namespace concordat {

namespace detail::reviewing {

/// Walks up `accountable_to`, and reports each circle once, from its first actor in order of key. Only lines that hold
/// today: a circle through what was or may be is none.
class circle_search {
public:
    explicit circle_search(const model& m) : m_(m), state_(m.actors().size(), unseen), rows_(m.actors().size()) {
        for (const auto& r : m.relations(relation_type::accountable_to))
            if (m.holds(r)) rows_[m.ends_of(r).from].push_back(&r);
    }

    std::vector<error> run() {
        for (actor_index a = 0; a < m_.actors().size(); ++a)
            if (state_[a] == unseen) walk_from(a);
        return std::move(found_);
    }

private:
    enum state : std::uint8_t { unseen, on_path, done };

    /// Without recursion, so that a long chain needs no stack.
    void walk_from(actor_index start) {
        std::vector<std::size_t> next{0};
        path_ = {start};
        state_[start] = on_path;
        while (!path_.empty()) {
            const actor_index here = path_.back();
            if (next.back() == rows_[here].size()) {
                state_[here] = done;
                path_.pop_back();
                next.pop_back();
                continue;
            }
            const relation& line = *rows_[here][next.back()++];
            const actor_index above = m_.ends_of(line).to;
            if (state_[above] == on_path) report(above, line);
            if (state_[above] != unseen) continue;
            state_[above] = on_path;
            path_.push_back(above);
            next.push_back(0);
        }
    }

    void report(actor_index back_at, const relation& closing) {
        std::vector<actor_index> circle(std::find(path_.begin(), path_.end(), back_at), path_.end());
        std::rotate(circle.begin(), std::min_element(circle.begin(), circle.end()), circle.end());
        std::string text;
        for (const auto a : circle) text += m_.actors()[a].key + " -> ";
        text += m_.actors()[circle.front()].key;
        found_.push_back(
            {errc::accountability_cycle,
             "accountability goes in a circle: " + text + ", expected an end at somebody who answers to no one here",
             "mutual accountability may be intended; the measures count it",
             closing.where.at,
             {}});
    }

    const model& m_;
    std::vector<state> state_;
    std::vector<std::vector<const relation*>> rows_;
    std::vector<actor_index> path_;
    std::vector<error> found_;
};

inline void add_undelivered(const model& m, std::vector<error>& found) {
    for (const auto& p : m.personas()) {
        std::vector<std::string> needs;
        for (const auto& n : p.needs) needs.push_back(n.service);
        std::sort(needs.begin(), needs.end());
        needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
        for (const auto& service : needs)
            if (holding_of::deliverers_of(m, service).empty())
                found.push_back({errc::missing_value,
                                 "persona " + modelling::in_quotes(p.key) + " needs " + modelling::in_quotes(service) +
                                     ", but nobody delivers it, expected a `delivers` to somebody of level public",
                                 {},
                                 p.where.at,
                                 {}});
    }
}

/// Every source and assumption that some card names, in order and each once.
inline std::vector<std::string_view> named_by_cards(const model& m) {
    std::vector<std::string_view> used;
    const auto read = [&](const evidence& card) {
        used.insert(used.end(), card.sources.begin(), card.sources.end());
        if (!card.assumption.empty()) used.push_back(card.assumption);
    };
    for (const auto& a : m.actors()) read(a.evidence);
    for (const auto& r : m.relations()) read(r.evidence);
    for (const auto& p : m.personas()) read(p.evidence);
    for (const auto& d : m.decision_rights()) read(d.evidence);
    for (const auto& c : m.conflicts()) used.insert(used.end(), c.sources.begin(), c.sources.end());
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    return used;
}

inline void add_unused(const model& m, std::vector<error>& found) {
    const auto used = named_by_cards(m);
    const auto check = [&](std::string_view what, const auto& things) {
        for (const auto& thing : things)
            if (!std::binary_search(used.begin(), used.end(), std::string_view(thing.key)))
                found.push_back({errc::missing_value,
                                 std::string(what) + ' ' + modelling::in_quotes(thing.key) +
                                     " is declared, but nothing rests on it, expected evidence that names it",
                                 {},
                                 thing.where.at,
                                 {}});
    };
    check("source", m.sources());
    check("assumption", m.assumptions());
}

}  // namespace detail::reviewing

CONCORDAT_INLINE std::vector<error> review(const model& m) {
    auto found = detail::reviewing::circle_search(m).run();
    detail::reviewing::add_undelivered(m, found);
    detail::reviewing::add_unused(m, found);
    std::stable_sort(found.begin(), found.end(), [](const error& a, const error& b) {
        return std::tie(a.where.path, a.where.line, a.where.column) <
               std::tie(b.where.path, b.where.line, b.where.column);
    });
    return found;
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
/// Access said again in the plainest way, over relations by key, as an oracle for the measures that walk networks.
#pragma once

#include "concordat/graph/finding.hpp"
#include "concordat/model/model.hpp"

#include "tests/graph/brute_force.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace concordat::testing {

[[nodiscard]] inline std::vector<std::string> texts_of(const finding& f) {
    std::vector<std::string> texts;
    for (const auto& w : f.witnesses) texts.push_back(w.text);
    return texts;
}

using link = std::pair<std::string, std::string>;
using key_set = std::set<std::string>;

/// Who delivers a service to the public for a person of that age.
[[nodiscard]] inline key_set brute_deliverers(const model& m, const need& n, double age) {
    const double at = n.recipient_age ? *n.recipient_age : age;
    key_set found;
    for (const auto& r : m.relations())
        if (r.type == relation_type::delivers && r.holds_on(m.as_of()) && r.covers(n.service) && r.ages.from <= at &&
            at < r.ages.to && m.find_actor(r.to)->level == level::public_)
            found.insert(r.from);
    return found;
}

[[nodiscard]] inline key_set brute_entries(const model& m, const persona& p) {
    key_set doors(p.entries.begin(), p.entries.end());
    for (const auto& s : m.services())
        if (s.universal) doors.merge(brute_deliverers(m, {s.key, {}, {}}, p.age));
    return doors;
}

/// The referral links that hold for a need, each pair once.
[[nodiscard]] inline std::set<link> brute_links(const model& m, const persona& p, const need& n) {
    std::set<link> links;
    for (const auto& r : m.relations())
        if (r.type == relation_type::refers_to && r.holds_on(m.as_of()) &&
            (r.ages.contains(p.age) || (n.recipient_age && r.ages.contains(*n.recipient_age))))
            links.emplace(r.from, r.to);
    return links;
}

/// Fewest hand-offs, by relaxing every link as often as there are actors. `unit` names an actor's unit; `gone` is lost.
[[nodiscard]] inline std::optional<int> brute_handoffs(const key_set& doors, const key_set& helpers,
                                                       const std::set<link>& links,
                                                       const std::function<std::string(const std::string&)>& unit,
                                                       const std::string& gone = {}) {
    std::map<std::string, int> away;
    for (const auto& d : doors)
        if (d != gone) away[d] = 0;
    for (std::size_t round = 0; round <= 2 * links.size() + 1; ++round)
        for (const auto& [from, to] : links) {
            if (from == gone || to == gone || !away.contains(from)) continue;
            const int cost = away[from] + (unit(from) == unit(to) ? 0 : 1);
            if (!away.contains(to) || cost < away[to]) away[to] = cost;
        }
    std::optional<int> best;
    for (const auto& h : helpers)
        if (away.contains(h) && (!best || away[h] < *best)) best = away[h];
    return best;
}

[[nodiscard]] inline bool brute_reaches(const key_set& doors, const key_set& helpers, const std::set<link>& links,
                                        const std::string& gone = {}) {
    return brute_handoffs(
               doors, helpers, links, [](const std::string&) { return std::string(); }, gone)
        .has_value();
}

/// The least number of links whose loss cuts the helpers off: every set of links, smallest first.
[[nodiscard]] inline int brute_cut(const key_set& doors, const key_set& helpers, const std::set<link>& links) {
    const std::vector<link> all(links.begin(), links.end());
    const std::function<bool(std::set<link>, std::size_t, int)> can_cut = [&](std::set<link> left, std::size_t from,
                                                                              int losses) {
        if (!brute_reaches(doors, helpers, left)) return true;
        if (losses == 0) return false;
        for (std::size_t i = from; i < all.size(); ++i) {
            auto fewer = left;
            fewer.erase(all[i]);
            if (can_cut(std::move(fewer), i + 1, losses - 1)) return true;
        }
        return false;
    };
    int losses = 0;
    while (!can_cut(links, 0, losses)) ++losses;
    return losses;
}

/// A need that lasts at the persona's age, with its share of all needs' weight.
struct weighed_need {
    const persona* family;
    const need* what;
    double weight;
};

[[nodiscard]] inline std::vector<weighed_need> brute_needs(const model& m) {
    std::vector<weighed_need> needs;
    double total = 0;
    for (const auto& p : m.personas()) {
        const auto lasting =
            std::count_if(p.needs.begin(), p.needs.end(), [&](const need& n) { return n.ages.contains(p.age); });
        if (lasting == 0) continue;
        total += p.weight;
        for (const auto& n : p.needs)
            if (n.ages.contains(p.age)) needs.push_back({&p, &n, p.weight / static_cast<double>(lasting)});
    }
    for (auto& n : needs) n.weight /= total;
    return needs;
}

}  // namespace concordat::testing

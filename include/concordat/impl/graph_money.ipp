// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/logarithm.hpp"
#include "concordat/graph/boost.hpp"
#include "concordat/graph/dominance.hpp"
#include "concordat/graph/money.hpp"
#include "concordat/impl/graph_payments.hpp"
#include "concordat/impl/graph_showing.hpp"

#include <boost/graph/topological_sort.hpp>

#include <algorithm>
#include <iterator>
#include <numeric>

namespace concordat {

namespace detail::money {

/// How concentrated some amounts are. `k` counts those above nothing.
struct concentration {
    std::size_t k = 0;
    double hhi = 0;
    double entropy = 0;
    [[nodiscard]] double effective() const { return 1 / hhi; }
    [[nodiscard]] double normalised() const {
        const double least = 1 / static_cast<double>(k);
        return k == 1 ? 1 : (hhi - least) / (1 - least);
    }
};

/// One amount is all there is, known or not. Nothing where a share is not known, or all amounts are zero.
[[nodiscard]] inline std::optional<concentration> concentration_of(std::span<const std::optional<double>> amounts) {
    if (amounts.size() == 1) return concentration{1, 1, 0};
    double total = 0;
    for (const auto& a : amounts) {
        if (!a) return std::nullopt;
        total += *a;
    }
    if (!(total > 0)) return std::nullopt;
    concentration c;
    for (const auto& a : amounts) {
        const double share = *a / total;
        if (!(share > 0)) continue;
        ++c.k;
        c.hhi += share * share;
        c.entropy -= share * natural_log(share);
    }
    c.entropy = c.k == 1 ? 0 : c.entropy / natural_log(static_cast<double>(c.k));
    return c;
}

[[nodiscard]] inline std::vector<std::optional<double>> amounts_of(std::span<const flow> some) {
    std::vector<std::optional<double>> amounts;
    for (const auto& f : some) amounts.push_back(f.amount);
    return amounts;
}

/// For each actor that funds one of the providers, the effective number of those it funds.
inline void tell_commissioners(const model& m, std::vector<flow> to_providers, finding& f) {
    std::stable_sort(to_providers.begin(), to_providers.end(),
                     [](const auto& a, const auto& b) { return a.between.from < b.between.from; });
    for (auto first = to_providers.begin(); first != to_providers.end();) {
        const auto payer = first->between.from;
        const auto last =
            std::find_if(first, to_providers.end(), [&](const auto& x) { return x.between.from != payer; });
        if (const auto c = concentration_of(amounts_of({first, last})))
            f.figures.push_back({showing::key(m, payer) + ": effective providers", c->effective()});
        first = last;
    }
}

inline void tell_long_term(std::span<const flow> to_providers, finding& f) {
    double total = 0, promised = 0;
    for (const auto& x : to_providers) {
        if (!x.amount) return;
        total += *x.amount;
        promised += x.promised_long;
    }
    if (total > 0) f.figures.push_back({"share promised long", promised / total});
}

/// A circle of flows above zero, met first in order of who receives and walking back to who gives; empty where there is
/// none.
[[nodiscard]] inline std::vector<std::size_t> circle_of(std::span<const flow> all, std::size_t actors) {
    std::vector<std::vector<std::size_t>> into(actors);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].amount && *all[i].amount > 0) into[all[i].between.to].push_back(i);
    enum class visit : std::uint8_t { no, open, done };
    std::vector<visit> seen(actors, visit::no);
    std::vector<std::size_t> next(actors, 0), path;
    for (actor_index start = 0; start < actors; ++start) {
        for (actor_index at = start; seen[at] != visit::done;) {
            seen[at] = visit::open;
            if (next[at] == into[at].size()) {
                seen[at] = visit::done;
                if (path.empty()) break;
                at = all[path.back()].between.to;
                path.pop_back();
                continue;
            }
            const auto step = into[at][next[at]++];
            const auto payer = all[step].between.from;
            if (seen[payer] == visit::done) continue;
            path.push_back(step);
            if (seen[payer] == visit::open) {
                const auto first =
                    std::find_if(path.begin(), path.end(), [&](auto i) { return all[i].between.to == payer; });
                return {first, path.end()};
            }
            at = payer;
        }
    }
    return {};
}

/// Takes money that goes round out of the flows, and tells each circle. What remains has no circles of known amounts.
inline void net_circles(const model& m, std::vector<flow>& all, finding& f) {
    double netted = 0;
    for (auto circle = circle_of(all, m.actors().size()); !circle.empty(); circle = circle_of(all, m.actors().size())) {
        double least = *all[circle.front()].amount;
        for (const auto i : circle) least = std::min(least, *all[i].amount);
        std::reverse(circle.begin(), circle.end());
        witness w;
        for (const auto i : circle) {
            all[i].amount = *all[i].amount - least;
            w.actors.push_back(all[i].between.from);
            w.relations.insert(w.relations.end(), all[i].relations.begin(), all[i].relations.end());
        }
        w.text = showing::keys(m, w.actors, " -> ") + " -> " + showing::key(m, w.actors.front()) + ": " +
                 rounded(least, 6) + " goes round and is netted";
        netted += least;
        f.witnesses.push_back(std::move(w));
    }
    f.figures.push_back({"netted", netted});
}

/// Mean hops from a primary source to each actor, along flows without circles; 0 for a source.
struct layers {
    std::vector<double> of;
    std::vector<double> received;
    std::vector<const flow*> unknown;  ///< a flow on the way to it whose amount is not known; null where all are known
};

[[nodiscard]] inline layers trace(std::span<const flow> all, std::size_t actors) {
    layers l{std::vector<double>(actors, 0), std::vector<double>(actors, 0), std::vector<const flow*>(actors, nullptr)};
    std::vector<std::pair<ends, std::uint32_t>> known, any;
    for (std::size_t i = 0; i < all.size(); ++i) {
        any.emplace_back(all[i].between, static_cast<std::uint32_t>(i));
        auto& unknown = l.unknown[all[i].between.to];
        if (!all[i].amount && unknown == nullptr) unknown = &all[i];
        if (all[i].amount && *all[i].amount > 0) known.push_back(any.back());
    }
    const network along(actors, any);
    std::vector<actor_index> open;
    for (actor_index a = 0; a < actors; ++a)
        if (l.unknown[a] != nullptr) open.push_back(a);
    while (!open.empty()) {
        const auto at = open.back();
        open.pop_back();
        for (const auto& step : along.out(at)) {
            if (l.unknown[step.to] != nullptr) continue;
            l.unknown[step.to] = l.unknown[at];
            open.push_back(step.to);
        }
    }
    const network flowing(actors, known);
    std::vector<actor_index> last_first;
    boost::topological_sort(flowing, std::back_inserter(last_first));
    for (auto at = last_first.rbegin(); at != last_first.rend(); ++at) {
        double weighted = 0;
        for (const auto& payer : flowing.in(*at)) {
            l.received[*at] += *all[payer.relation].amount;
            weighted += *all[payer.relation].amount * (l.of[payer.to] + 1);
        }
        if (l.received[*at] > 0) l.of[*at] = weighted / l.received[*at];
    }
    return l;
}

/// The first flow of unknown amount, in words.
[[nodiscard]] inline std::string first_unknown(const model& m, std::span<const flow> all) {
    const auto lacking = std::find_if(all.begin(), all.end(), [](const auto& f) { return !f.amount; });
    const auto count = std::count_if(all.begin(), all.end(), [](const auto& f) { return !f.amount; });
    if (lacking == all.end()) return {};
    return told(m, *lacking) + " has no amount" +
           (count > 1 ? ", nor have " + std::to_string(count - 1) + " more" : "");
}

}  // namespace detail::money

CONCORDAT_INLINE finding effective_funders::operator()(const model& m) const {
    const auto flows = detail::money::flows_of(m, services, unit, long_term);
    if (!flows.missing.empty()) return detail::showing::lacking(flows.missing);
    finding f;
    std::vector<detail::money::flow> to_providers;
    double sum = 0;
    std::size_t count = 0;
    for (const auto p : detail::showing::front_line(m)) {
        const auto income = flows.into(p);
        if (income.empty()) continue;
        to_providers.insert(to_providers.end(), income.begin(), income.end());
        f.witnesses.push_back(detail::money::income_of(m, flows, p));
        const auto& key = detail::showing::key(m, p);
        const auto c = detail::money::concentration_of(detail::money::amounts_of(income));
        if (!c) {
            const auto unknown = detail::money::first_unknown(m, income);
            if (f.missing.empty()) f.missing = unknown.empty() ? "all amounts that fund " + key + " are 0" : unknown;
            continue;
        }
        f.figures.push_back({key + ": HHI", c->hhi});
        f.figures.push_back({key + ": effective funders", c->effective()});
        f.figures.push_back({key + ": normalised HHI", c->normalised()});
        f.figures.push_back({key + ": entropy", c->entropy});
        sum += c->effective();
        ++count;
    }
    if (to_providers.empty()) return detail::showing::lacking("no actor of level frontline is funded");
    detail::money::tell_commissioners(m, to_providers, f);
    detail::money::tell_long_term(to_providers, f);
    if (f.missing.empty()) f.value = detail::showing::mean(sum, count);
    return f;
}

CONCORDAT_INLINE finding funding_layers::operator()(const model& m) const {
    auto flows = detail::money::flows_of(m, services, unit);
    if (!flows.missing.empty()) return detail::showing::lacking(flows.missing);
    finding f;
    detail::money::net_circles(m, flows.all, f);
    const auto layers = detail::money::trace(flows.all, m.actors().size());
    double hops = 0, received = 0;
    for (const auto p : detail::showing::front_line(m)) {
        if (flows.into(p).empty()) continue;
        if (const auto* unknown = layers.unknown[p]; unknown != nullptr) {
            if (f.missing.empty())
                f.missing = "the money of " + detail::showing::key(m, p) +
                            " cannot be traced: " + detail::money::told(m, *unknown) + " has no amount";
            continue;
        }
        if (layers.received[p] <= 0) continue;
        f.figures.push_back({detail::showing::key(m, p), layers.of[p]});
        f.witnesses.push_back(detail::money::income_of(m, flows, p));
        hops += layers.of[p] * layers.received[p];
        received += layers.received[p];
    }
    if (f.missing.empty() && received <= 0) f.missing = "no actor of level frontline receives money";
    if (f.missing.empty()) f.value = hops / received;
    return f;
}

CONCORDAT_INLINE finding funding_accountability_alignment::operator()(const model& m) const {
    const auto flows = detail::money::flows_of(m, services, unit);
    if (!flows.missing.empty()) return detail::showing::lacking(flows.missing);
    const ancestry above(lines_of_accountability(m, services));
    finding f;
    double total = 0, aligned = 0;
    std::size_t count = 0, aligned_count = 0;
    for (const auto& x : flows.all) {
        const bool answers = above.reaches(x.between.to, x.between.from);
        count += x.relations.size();
        if (answers) aligned_count += x.relations.size();
        if (x.amount) total += *x.amount;
        if (x.amount && answers) aligned += *x.amount;
        if (!answers)
            f.witnesses.push_back({detail::money::told(m, x) + ": the paid does not answer to the payer",
                                   x.relations,
                                   {x.between.from, x.between.to}});
    }
    if (aligned_count == count) {
        f.witnesses.push_back({"everybody who is paid answers to the payer", {}, {}});
        for (const auto& x : flows.all)
            f.witnesses.back().relations.insert(f.witnesses.back().relations.end(), x.relations.begin(),
                                                x.relations.end());
    }
    const double share_by_count = detail::showing::mean(static_cast<double>(aligned_count), count);
    f.figures.push_back({"by count", share_by_count});
    f.missing = detail::money::first_unknown(m, flows.all);
    if (f.missing.empty() && total <= 0) f.missing = "all amounts are 0";
    if (f.missing.empty()) f.figures.push_back({"by amount", aligned / total});
    if (by_count) f.missing.clear();
    if (f.missing.empty()) f.value = by_count ? share_by_count : aligned / total;
    return f;
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
/// The money of a model as flows between pairs of actors. Internal to `impl/graph_*.ipp`.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/graph/network.hpp"
#include "concordat/impl/graph_showing.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace concordat::detail::money {

/// All money that one actor gives another. Nothing known where one of the relations has no amount.
struct flow {
    ends between;
    std::optional<double> amount;
    double promised_long = 0;  ///< of that, by relations of a long enough term
    std::vector<std::uint32_t> relations;
};

/// Flows in order of who receives, then of who gives.
struct flows {
    std::vector<flow> all;
    std::string unit;
    std::string missing;  ///< why there are none

    /// Those that one actor receives.
    [[nodiscard]] std::span<const flow> into(actor_index a) const {
        const auto first =
            std::partition_point(all.begin(), all.end(), [&](const auto& f) { return f.between.to < a; });
        const auto last = std::partition_point(first, all.end(), [&](const auto& f) { return f.between.to == a; });
        return {first, last};
    }
};

/// The one unit of the amounts, or the one asked for; else `missing` says that they cannot be added.
inline void choose_unit(const model& m, const network& payments, const std::string& asked, flows& found) {
    std::vector<std::string> units;
    for (actor_index v = 0; v < payments.vertex_count(); ++v)
        for (const auto& payment : payments.out(v))
            if (const auto& amount = m.relations()[payment.relation].amount) units.push_back(amount->unit);
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    if (!asked.empty() && !std::binary_search(units.begin(), units.end(), asked))
        found.missing = "no relation funds that holds has an amount in " + asked;
    else if (asked.empty() && units.size() > 1)
        found.missing = "amounts in " + listed(units) + " cannot be added; choose one with the parameter unit";
    else
        found.unit = !asked.empty() ? asked : units.empty() ? "" : units.front();
}

[[nodiscard]] inline flows flows_of(const model& m, const std::vector<std::string>& services, const std::string& unit,
                                    double long_term = 0) {
    const auto payments = select(m, {{relation_type::funds}, services});
    flows found;
    choose_unit(m, payments, unit, found);
    if (payments.edge_count() == 0) found.missing = "no relation funds holds for the services asked for";
    if (!found.missing.empty()) return found;
    for (actor_index to = 0; to < payments.vertex_count(); ++to)
        for (const auto& payment : payments.in(to)) {
            const auto& r = m.relations()[payment.relation];
            if (r.amount && r.amount->unit != found.unit) continue;
            const bool same =
                !found.all.empty() && found.all.back().between.to == to && found.all.back().between.from == payment.to;
            if (!same) found.all.push_back({{payment.to, to}, 0.0, 0.0, {}});
            auto& f = found.all.back();
            f.relations.push_back(payment.relation);
            f.amount = r.amount && f.amount ? std::optional(*f.amount + r.amount->value) : std::nullopt;
            if (r.amount && r.term && *r.term >= long_term) f.promised_long += r.amount->value;
        }
    return found;
}

/// `funds council -> ijb`.
[[nodiscard]] inline std::string told(const model& m, const flow& f) {
    return "funds " + showing::key(m, f.between.from) + " -> " + showing::key(m, f.between.to);
}

/// `ts: ijb 20, min 10, sw 30 GBP_m/year`.
[[nodiscard]] inline witness income_of(const model& m, const flows& found, actor_index provider) {
    witness w{showing::key(m, provider) + ": ", {}, {provider}};
    for (const auto& f : found.into(provider)) {
        if (w.actors.size() > 1) w.text += ", ";
        w.text += showing::key(m, f.between.from) + " " + (f.amount ? rounded(*f.amount, 6) : "an unknown amount");
        w.actors.push_back(f.between.from);
        w.relations.insert(w.relations.end(), f.relations.begin(), f.relations.end());
    }
    if (!found.unit.empty()) w.text += " " + found.unit;
    return w;
}

}  // namespace concordat::detail::money

// SPDX-License-Identifier: Apache-2.0
// One baseline and weight set of a sensitivity analysis, and the words for its parts.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/impl/report_chart.hpp"
#include "concordat/report/ranking_choice.hpp"
#include "concordat/study/sensitivity.hpp"
#include "concordat/study/study.hpp"

#include <string>
#include <vector>

namespace concordat::detail::drawing {

struct sensed_ranking {
    const study& asked;
    const baseline_sensitivity& on;
    const weighed_sensitivity& under;

    [[nodiscard]] const std::string& option(std::size_t at) const { return on.table.options[at].key; }
    [[nodiscard]] std::string options(const std::vector<std::size_t>& all) const {
        std::vector<std::string> keys;
        for (const auto at : all) keys.push_back(option(at));
        return some_of(std::move(keys), 4);
    }
    [[nodiscard]] const std::string& node_key(std::size_t node) const { return under.central.tree.nodes()[node].key; }
    [[nodiscard]] std::string node_title(std::size_t node) const {
        const std::string& key = node_key(node);
        for (const auto& c : on.table.criteria)
            if (c.key == key) return c.title.empty() ? key : c.title;
        for (const auto& b : on.table.branches)
            if (b.key == key) return b.title.empty() ? key : b.title;
        return key;
    }
    [[nodiscard]] const weight_set& weights() const { return asked.weights[under.weights]; }
    [[nodiscard]] std::string words() const {
        return baseline_words(asked, on.baseline) + "; " + weights_words(weights());
    }
};

inline sensed_ranking chosen_sensitivity(const study& s, const sensitivity& found, const sensitivity_choice& which) {
    CONCORDAT_ASSERT(which.baseline < found.baselines.size() &&
                     which.weights < found.baselines[which.baseline].weights.size());
    const auto& on = found.baselines[which.baseline];
    return {s, on, on.weights[which.weights]};
}

/// So many rows are drawn, the most telling ones; the table has all.
inline constexpr std::size_t most_rows_drawn = 10;

inline std::string rows_left_out(std::size_t all) {
    return "The " + std::to_string(most_rows_drawn) + " most telling of " + std::to_string(all) +
           " are drawn; the table has all.";
}

}  // namespace concordat::detail::drawing

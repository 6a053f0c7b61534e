// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/pictures.hpp"

#include "concordat/report/area_picture.hpp"
#include "concordat/report/change_picture.hpp"
#include "concordat/report/evidence_share_picture.hpp"
#include "concordat/report/first_place_picture.hpp"
#include "concordat/report/profile_picture.hpp"
#include "concordat/report/rank_heat_picture.hpp"
#include "concordat/report/switch_point_picture.hpp"
#include "concordat/report/tornado_picture.hpp"
#include "concordat/report/trade_off_picture.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace concordat {

namespace detail::pictures_work {

inline void add_rankings(std::vector<picture>& all, const study& s, const study_result& found) {
    for (std::size_t w = 0; w < found.baselines.front().rankings.size(); ++w) {
        const std::string number = std::to_string(w + 1);
        const ranking_choice choice{0, w, gaps_count::as_stated};
        all.push_back(first_place_picture("first-" + number, s, found, choice));
        all.push_back(rank_heat_picture("ranks-" + number, s, found, choice));
    }
    all.push_back(disruption_picture("disruption", s, found));
    all.push_back(cost_picture("cost", s, found));
    all.push_back(evidence_share_picture("evidence-shares", s, found));
}

inline void add_tests(std::vector<picture>& all, const study& s, const sensitivity& tested) {
    for (std::size_t b = 0; b < tested.baselines.size(); ++b)
        for (std::size_t w = 0; w < tested.baselines[b].weights.size(); ++w) {
            const std::string key = std::to_string(b + 1) + "-" + std::to_string(w + 1);
            all.push_back(switch_point_picture("switch-" + key, s, tested, {b, w}));
            if (tested.baselines[b].weights[w].leader)
                all.push_back(tornado_picture("tornado-" + key, s, tested, {b, w}));
        }
}

/// Of an option that leaves all as it is, or that has nothing before it, there is none.
inline void add_changes(std::vector<picture>& all, const study& s) {
    const auto on = runs_on(s);
    for (std::size_t o = 0; o < s.options.size() && !on.empty(); ++o) {
        const auto placed = place(s, s.options[o], on.front());
        if (!placed || !placed->before || *placed->before == placed->applied.after) continue;
        change_view view;
        view.key = "change-" + std::to_string(o + 1);
        view.layers = {layer::accountability, layer::delegation, layer::money, layer::delivery};
        view.context = {};
        view.title = s.options[o].key + ", " + s.options[o].title;
        all.push_back(change_picture(*placed->before, placed->applied, view));
    }
}

}  // namespace detail::pictures_work

CONCORDAT_INLINE std::vector<picture> pictures_of(const study& s, const study_result& found,
                                                  const sensitivity* tested) {
    using namespace detail::pictures_work;
    std::vector<picture> all;
    if (found.baselines.empty()) return all;
    const bool ranks = !found.baselines.front().rankings.empty();
    all.push_back(profile_picture("profile", s, found));
    if (ranks) add_rankings(all, s, found);
    if (ranks && tested != nullptr) add_tests(all, s, *tested);
    for (std::size_t w = 0; found.areas && w < s.weights.size(); ++w)
        all.push_back(area_picture("areas-" + std::to_string(w + 1), s, found, w));
    add_changes(all, s);
    return all;
}

}  // namespace concordat

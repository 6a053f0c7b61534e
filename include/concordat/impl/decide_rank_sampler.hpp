// SPDX-License-Identifier: Apache-2.0
/// The inner loops of rank probabilities: cells, values and ranks of as many samples as there are lanes. Internal to
/// the sampling of ranks.
#pragma once

#include "concordat/impl/decide_cell_lanes.hpp"
#include "concordat/impl/decide_weight_lanes.hpp"

namespace concordat::detail {

/// Cells and values of samples side by side.
class value_lanes {
public:
    explicit value_lanes(const sampling_plan& plan)
        : plan_(plan), fixed_(plan.fixed), cells_(plan.drawn.size()), lane_(plan.fixed.size()), values_(plan.options) {
        for (std::size_t at = 0; at < lane_.size(); ++at)
            if (plan.source[at] == cell_source::drawn) lane_[at] = cells_[plan.place[at]].at;
    }

    /// All lanes are samples of that scenario.
    void use_scenario(std::size_t scenario) {
        across_ = false;
        scenario_ = scenario;
        for (std::size_t at = 0; at < lane_.size(); ++at)
            if (plan_.source[at] == cell_source::varying) fixed_[at] = varying(at, scenario)[0];
    }

    /// Lane s is a sample of scenario first + s.
    void use_scenarios(std::size_t first) {
        across_ = true;
        scenario_ = first;
        for (std::size_t at = 0; at < lane_.size(); ++at)
            if (plan_.source[at] == cell_source::varying) lane_[at] = varying(at, first);
    }

    template <instruction_set Set>
    void draw(const sample_batch& batch, compiled_for<Set>) {
        if (cells_.empty()) return;
        const lane_streams streams(plan_.seed, purpose::ratings, batch.first, batch.stride);
        lane_block words;
        for (std::size_t from = 0; from < cells_.size(); from += cells_together) {
            const std::size_t to = std::min(from + cells_together, cells_.size());
            tails_.clear();
            for (std::size_t at = from; at < to; ++at) {
                if (at % 4 == 0) streams.draw<Set>(static_cast<std::uint32_t>(at / 4), words);
                short_uniforms_of(words.words[at % 4], cells_[at]);
                if (const quantity* q = shared_quantity(at); q && std::holds_alternative<normal_value>(*q))
                    tails_.split(words.words[at % 4], cells_[at]);
            }
            tails_.finish();
            for (std::size_t at = from; at < to; ++at) {
                const quantity* q = shared_quantity(at);
                if (q != nullptr)
                    value_in_place(*plan_.drawn[at].worth_by, *q, cells_[at]);
                else
                    value_across(plan_.drawn[at], cells_[at]);
            }
        }
    }

    void add_up(const weight_lanes& weights) {
        const std::size_t width = plan_.counted.size();
        for (std::size_t i = 0; i < plan_.options; ++i) {
            real_lanes sum{};
            for (std::size_t c = 0; c < width; ++c) {
                const real_lanes& weight = weights.of(c);
                if (const double* value = lane_[i * width + c])
                    for (std::size_t s = 0; s < sample_lanes; ++s) sum[s] += weight[s] * value[s];
                else
                    for (std::size_t s = 0; s < sample_lanes; ++s) sum[s] += weight[s] * fixed_[i * width + c];
            }
            values_[i] = sum;
        }
    }

    [[nodiscard]] const real_lanes& of(std::size_t option) const { return values_[option]; }

private:
    [[nodiscard]] const double* varying(std::size_t at, std::size_t scenario) const {
        return plan_.varying.data() + plan_.place[at] * plan_.padded_scenarios + scenario;
    }

    /// What all lanes draw the cell from, if it is one quantity.
    [[nodiscard]] const quantity* shared_quantity(std::size_t at) const {
        const auto& from = plan_.drawn[at].drawn_from;
        if (from.size() == 1) return from.front();
        return across_ ? nullptr : from[scenario_];
    }

    /// Each lane with the quantity of its own scenario.
    [[gnu::noinline]] void value_across(const drawn_cell& cell, real_lanes& x) const {
        for (std::size_t s = 0; s < sample_lanes && scenario_ + s < plan_.scenarios; ++s) {
            const quantity& q = *cell.drawn_from[scenario_ + s];
            if (!is_missing(q)) x[s] = value_at(*cell.worth_by, short_draw(q, x[s]));
        }
    }

    normal_tails tails_;  // first, for it stands at whole cache lines
    const sampling_plan& plan_;
    std::vector<double> fixed_;
    std::vector<real_lanes> cells_;  ///< by drawn cell
    std::vector<const double*>
        lane_;                        ///< option by counted criterion: a value for each lane, or null where it is fixed
    std::vector<real_lanes> values_;  ///< by option
    std::size_t scenario_ = 0;
    bool across_ = false;
};

/// Of each option and lane: how many are strictly better.
inline void count_better(const value_lanes& values, std::vector<tally_lanes>& better) {
    for (auto& each : better) each = {};
    for (std::size_t i = 0; i < better.size(); ++i) {
        const real_lanes mine = values.of(i);
        tally_lanes above = better[i];
        for (std::size_t k = i + 1; k < better.size(); ++k) {
            const real_lanes& theirs = values.of(k);
            tally_lanes& below = better[k];
            for (std::size_t s = 0; s < sample_lanes; ++s) below[s] += mine[s] > theirs[s] ? 1 : 0;
            for (std::size_t s = 0; s < sample_lanes; ++s) above[s] += mine[s] < theirs[s] ? 1 : 0;
        }
        better[i] = above;
    }
}

}  // namespace concordat::detail

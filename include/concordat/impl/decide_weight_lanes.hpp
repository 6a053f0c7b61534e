// SPDX-License-Identifier: Apache-2.0
/// Weights of as many samples as there are lanes. Internal to the sampling of ranks.
#pragma once

#include "concordat/impl/decide_rank_plan.hpp"

namespace concordat::detail {

/// Weightings side by side, by counted criterion.
class weight_lanes {
public:
    weight_lanes(const sampling_plan& plan, const weighting& weights)
        : plan_(plan), weighting_(weights), reached_(weights.tree().nodes().size()), one_(plan.criteria) {
        const auto& nodes = weights.tree().nodes();
        node_of_.resize(plan.counted.size());
        for (std::size_t at = 0; at < nodes.size(); ++at)
            for (std::size_t c = 0; c < plan.counted.size(); ++c)
                if (nodes[at].criterion == plan.counted[c]) node_of_[c] = at;
        known_ = weights.how() == elicitation::none || weights.how() == elicitation::ordinal;
        std::fill_n(reached_.front().at, sample_lanes, 1.0);
        if (!weights.uncertain()) draw_one_by_one({0, 0, 0});
        if (known_) make_networks();
    }

    [[nodiscard]] const real_lanes& of(std::size_t counted) const { return reached_[node_of_[counted]]; }

    template <instruction_set Set>
    void draw(const sample_batch& batch, compiled_for<Set>) {
        if (!weighting_.uncertain()) return;
        if (!known_) return draw_one_by_one(batch);
        const lane_streams streams(plan_.seed, purpose::weights, batch.first, batch.stride);
        lane_block words;
        for (std::size_t at = 0; at + 1 < uniforms_.size(); at += 2) {
            streams.draw<Set>(static_cast<std::uint32_t>(at / 2), words);
            uniforms_of(words.words[0], words.words[1], uniforms_[at]);
            uniforms_of(words.words[2], words.words[3], uniforms_[at + 1]);
        }
        std::size_t used = 0;
        const auto branches = weighting_.branches();
        for (std::size_t b = 0; b < branches.size(); ++b) {
            share_out(branches[b], networks_[b], uniforms_.data() + used);
            used += branches[b].children.size() - 1;
        }
    }

    /// The same weighting in every lane, by criterion.
    void set(std::span<const double> weights) {
        for (std::size_t c = 0; c < node_of_.size(); ++c)
            std::fill_n(reached_[node_of_[c]].at, sample_lanes, weights[plan_.counted[c]]);
    }

private:
    using network = std::vector<std::pair<std::uint16_t, std::uint16_t>>;
    struct branch_networks {
        network cuts;
        network shares;
    };

    void make_networks() {
        std::size_t draws = 0;
        std::size_t widest = 1;
        for (const auto& branch : weighting_.branches()) {
            const std::size_t count = branch.children.size();
            const bool ordinal = weighting_.how() == elicitation::ordinal;
            networks_.push_back({sorting_network(count - 1), ordinal ? sorting_network(count) : network{}});
            draws += count - 1;
            widest = std::max(widest, count);
        }
        uniforms_.resize(draws + draws % 2);
        shares_.resize(widest);
    }

    /// What `weighting::draw` does with a branch: sorted cuts, the gaps between them, and the parent's weight.
    void share_out(const weighting::branch& branch, const branch_networks& sorted_by, real_lanes* cuts) {
        const std::size_t count = branch.children.size();
        const real_lanes& whole = reached_[branch.node];
        sort_lanes(sorted_by.cuts, cuts);
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t s = 0; s < sample_lanes; ++s) {
                const double upper = i + 1 < count ? cuts[i][s] : 1.0;
                shares_[i][s] = i > 0 ? upper - cuts[i - 1][s] : upper;
            }
        const bool ordinal = weighting_.how() == elicitation::ordinal;
        if (ordinal) sort_lanes(sorted_by.shares, shares_.data());
        for (std::size_t i = 0; i < count; ++i) {
            const real_lanes& share = shares_[ordinal ? count - 1 - i : i];
            real_lanes& into = reached_[branch.children[i]];
            for (std::size_t s = 0; s < sample_lanes; ++s) into[s] = whole[s] * share[s];
        }
    }

    /// Whatever kind of weights it is: the reference that the lanes have to agree with.
    [[gnu::noinline]] void draw_one_by_one(const sample_batch& batch) {
        for (std::size_t s = 0; s < sample_lanes; ++s) {
            stream source(plan_.seed, purpose::weights, batch.first + s * batch.stride);
            weighting_.draw(source, one_);
            for (std::size_t c = 0; c < node_of_.size(); ++c) reached_[node_of_[c]][s] = one_[plan_.counted[c]];
        }
    }

    const sampling_plan& plan_;
    const weighting& weighting_;
    std::vector<real_lanes> reached_;  ///< by node: its weight
    std::vector<double> one_;
    std::vector<std::size_t> node_of_;  ///< by counted criterion
    bool known_ = false;
    std::vector<branch_networks> networks_;
    std::vector<real_lanes> uniforms_;
    std::vector<real_lanes> shares_;
};

}  // namespace concordat::detail

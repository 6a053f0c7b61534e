// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/attribution.hpp"

#include "concordat/core/arithmetic.hpp"
#include "concordat/impl/model_workpiece.hpp"
#include "concordat/impl/study_explain.ipp"
#include "concordat/impl/study_study.ipp"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <utility>

namespace concordat {

namespace detail::attributing {

/// One reform of the option's stack, or its transition as far as it has gone.
struct stage {
    reform changes;
    std::vector<std::size_t> player_of_step;
};

/// An option on one baseline, ready to be carried out in part.
struct plan {
    std::string baseline;
    model start;  ///< with everything declared that the steps rest on, and the option's key
    placed_option whole;
    std::vector<stage> stages;
    std::vector<attribution_player> players;
    std::vector<const criterion*> criteria;
    std::vector<any_measure> measures;  ///< of `criteria`
};

/// A set of players, as bits.
using player_set = std::size_t;

/// Which step each step is, counted over all stages: those that did something.
using steps_at_work = std::vector<bool>;

inline void add_stage(plan& p, reform changes) {
    stage one{std::move(changes), {}};
    const std::size_t first = p.players.size();
    for (std::size_t i = 0; i < one.changes.steps.size(); ++i) {
        const auto& part = one.changes.steps[i].part;
        auto player = first;
        while (player < p.players.size() && (part.empty() || p.players[player].part != part)) ++player;
        if (player == p.players.size()) p.players.push_back({one.changes.key, part, {}, 0});
        p.players[player].steps.push_back(i);
        one.player_of_step.push_back(player);
    }
    p.stages.push_back(std::move(one));
}

inline status check_players(const plan& p, const study_option& option) {
    if (p.players.size() <= most_players) return {};
    return fail(errc::limit_exceeded,
                "option \"" + option.key + "\" on \"" + p.baseline + "\" has " + std::to_string(p.players.size()) +
                    " parts, expected at most " + std::to_string(most_players) + ", for every set of them is evaluated",
                "steps that have the same `part` are one", option.where.at);
}

/// Carries out the steps of a set of players, leaving out what cannot apply without the others.
inline result<model> carry_out(const plan& p, player_set set, steps_at_work& at_work) {
    reforming::workpiece piece(p.start);
    for (const auto& each : p.stages)
        for (std::size_t i = 0; i < each.changes.steps.size(); ++i) {
            bool works = false;
            if ((set >> each.player_of_step[i] & 1) != 0) {
                const auto done = piece.carry_out(each.changes.steps[i], nullptr);
                works = done && *done;
            }
            at_work.push_back(works);
        }
    return piece.finish(p.start.key());
}

inline result<plan> make_plan(const study& s, const study_option& option, const std::vector<const criterion*>& criteria,
                              const model* baseline) {
    CONCORDAT_TRY(auto whole, place(s, option, baseline));
    const std::string name = baseline != nullptr ? baseline->key() : whole.applied.after.key();
    plan p{name, starting_model(s, option, baseline), std::move(whole), {}, {}, criteria, {}};
    if (!option.transitions.empty()) {
        p.start = p.start.dated(option.at);
        add_stage(p, reform_by(*transition_from(s, option, *baseline), option.at));
    }
    for (const auto& key : option.reforms) add_stage(p, s.reforms.find(key)->second);
    if (auto few = check_players(p, option); !few) return fail(std::move(few).error());

    reforming::workpiece declared(std::move(p.start));
    for (const auto& each : p.stages)
        if (auto done = declared.declare(each.changes); !done) return fail(std::move(done).error());
    CONCORDAT_TRY(p.start, declared.finish(p.whole.applied.after.key()));
    std::size_t next = 0;
    for (const auto& each : p.stages)
        for (const auto player : each.player_of_step)
            if (!p.whole.applied.steps[next++].already_so()) ++p.players[player].at_work;
    return p;
}

/// Once the plan stands where it stays: what disruption is measured from is in it.
inline status make_measures(plan& p) {
    const model* before = p.whole.before ? &*p.whole.before : nullptr;
    for (const auto* c : p.criteria) {
        auto made = make_measure(c->measure, c->parameters, before);
        if (!made) return fail(std::move(made).error());
        p.measures.push_back(*std::move(made));
    }
    return {};
}

/// Of each criterion.
using findings = std::vector<finding>;

/// Where a set of players makes no model that can be measured, that is the reason in each criterion.
inline findings lacking(const plan& p, const error& why) {
    return findings(p.criteria.size(), finding{std::nullopt, why.message, {}, {}});
}

inline findings measure(const plan& p, const study& s, const result<model>& made) {
    if (!made) return lacking(p, made.error());
    const auto all_of = [&](const model& m) {
        findings all;
        for (const auto& one : p.measures) all.push_back(one(m));
        return all;
    };
    if (s.comparable.empty()) return all_of(*made);
    const auto compared = made_comparable(*made, s.comparable);
    return compared ? all_of(*compared) : lacking(p, compared.error());
}

/// What every set of players comes to. Sets in which the same steps are at work share one entry.
class game {
public:
    game(const plan& p, const study& s) : plan_(p), study_(s), entry_of_(sets()) {}

    [[nodiscard]] std::size_t sets() const { return std::size_t{1} << plan_.players.size(); }
    [[nodiscard]] std::size_t measured() const { return entries_.size(); }
    [[nodiscard]] const finding& at(player_set set, std::size_t criterion) const {
        return entry_of_[set]->second[criterion];
    }

    /// Any number of threads may do so for different sets.
    void evaluate(player_set set) {
        steps_at_work at_work;
        const auto m = carry_out(plan_, set, at_work);
        {
            const std::lock_guard lock(adding_);
            const auto [entry, is_new] = entries_.try_emplace(std::move(at_work));
            entry_of_[set] = &*entry;
            if (!is_new) return;
        }
        auto found = measure(plan_, study_, m);
        // Witnesses are long, and asked for of few sets.
        for (auto& one : found) one = {one.value, std::move(one.missing), {}, {}};
        entry_of_[set]->second = std::move(found);
    }

private:
    using entries = std::map<steps_at_work, findings>;
    const plan& plan_;
    const study& study_;
    entries entries_;
    std::vector<entries::value_type*> entry_of_;
    std::mutex adding_;
};

/// The players of a set by name, for a reason why it has no value.
inline std::string names_of(const plan& p, player_set set) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < p.players.size(); ++i) {
        if ((set >> i & 1) == 0) continue;
        const auto& one = p.players[i];
        names.push_back(one.part.empty() ? one.reform + " step " + std::to_string(one.steps.front() + 1) : one.part);
    }
    return names.empty() ? "no step" : listed(names);
}

inline std::vector<std::string> not_in(const finding& there, const finding& here) {
    std::set<std::string_view> known;
    for (const auto& w : here.witnesses) known.insert(w.text);
    std::vector<std::string> lines;
    for (const auto& w : there.witnesses)
        if (!known.contains(w.text)) lines.push_back(w.text);
    return lines;
}

/// One criterion of a game: `last[i]` are the findings without player i, and the last of them those of the option.
inline result<attributed_change> split(const plan& p, const study& s, const game& g, std::size_t at,
                                       const std::vector<findings>& last) {
    const auto& c = *p.criteria[at];
    attributed_change change;
    change.criterion = c.key;
    change.unit = c.unit;
    change.from = g.at(0, at).value;
    change.to = g.at(g.sets() - 1, at).value;
    if (change.from) change.from_worth = worth_in(s, c, *change.from);
    if (change.to) change.to_worth = worth_in(s, c, *change.to);
    std::vector<double> raw, worth;
    for (player_set set = 0; set < g.sets(); ++set) {
        const auto& found = g.at(set, at);
        if (!found.value) {
            change.missing = "with " + names_of(p, set) + ": " + found.missing;
            return change;
        }
        raw.push_back(*found.value);
        worth.push_back(worth_in(s, c, *found.value));
    }
    CONCORDAT_TRY(const auto raw_shares, shapley_values(raw));
    CONCORDAT_TRY(const auto worth_shares, shapley_values(worth));
    const auto& option = last.back()[at];
    for (std::size_t i = 0; i < p.players.size(); ++i)
        change.shares.push_back(
            {raw_shares[i], worth_shares[i], not_in(option, last[i][at]), not_in(last[i][at], option)});
    return change;
}

/// Tells of the blocks of one baseline as a part of all.
class shared_progress {
public:
    shared_progress(const progress_callback& told, const std::vector<plan>& plans) : told_(told) {
        for (const auto& p : plans) total_ += blocks_of(p);
    }
    [[nodiscard]] progress_callback next(std::size_t blocks) {
        const std::size_t before = std::exchange(done_, done_ + blocks);
        if (!told_) return {};
        return [this, before](std::size_t done, std::size_t) { return told_(before + done, total_); };
    }
    /// Every set, and once more each that its witnesses are asked of: the option, and the option without each player.
    [[nodiscard]] static std::size_t blocks_of(const plan& p) {
        return (std::size_t{1} << p.players.size()) + p.players.size() + 1;
    }

private:
    const progress_callback& told_;
    std::size_t total_ = 0;
    std::size_t done_ = 0;
};

inline result<attribution_on_baseline> play(const plan& p, const study& s, unsigned threads,
                                            shared_progress& progress) {
    const auto stopped = [] { return fail(errc::interrupted, "the attribution was asked to stop"); };
    game g(p, s);
    const auto evaluate = [&](std::size_t set) { g.evaluate(set); };
    if (!for_each_block(g.sets(), threads, evaluate, progress.next(g.sets()))) return stopped();
    std::vector<findings> last(p.players.size() + 1);
    const auto look_closer = [&](std::size_t without) {
        const player_set all = g.sets() - 1;
        steps_at_work at_work;
        const auto m = carry_out(p, without == p.players.size() ? all : all & ~(player_set{1} << without), at_work);
        last[without] = measure(p, s, m);
    };
    if (!for_each_block(last.size(), threads, look_closer, progress.next(last.size()))) return stopped();

    attribution_on_baseline out{p.baseline, p.players, {}, g.sets(), g.measured()};
    for (std::size_t c = 0; c < p.criteria.size(); ++c) {
        CONCORDAT_TRY(auto change, split(p, s, g, c, last));
        out.criteria.push_back(std::move(change));
    }
    return out;
}

/// The criteria that are asked about, of which each is measured on the graph.
inline result<std::vector<const criterion*>> asked_criteria(const study& s, const std::string& key) {
    std::vector<const criterion*> all;
    if (!key.empty()) {
        CONCORDAT_TRY(const criterion* one, find_by_key(s.criteria.criteria, key, "criterion"));
        all.push_back(one);
    } else {
        for (const auto& c : s.criteria.criteria) all.push_back(&c);
    }
    std::erase_if(all, [](const criterion* c) { return c->measure.empty(); });
    return all;
}

}  // namespace detail::attributing

CONCORDAT_INLINE result<attribution> attribute(const study& asked_of, std::string_view option,
                                               const attribution_options& asked) {
    namespace own = detail::attributing;
    const standard_arithmetic scope;
    CONCORDAT_TRY(const study s, check(asked_of));
    CONCORDAT_TRY(const study_option* chosen, detail::find_by_key(s.options, option, "option"));
    CONCORDAT_TRY(const auto criteria, own::asked_criteria(s, asked.criterion));
    std::vector<own::plan> plans;
    for (const auto* baseline : runs_on(s)) {
        CONCORDAT_TRY(auto one, own::make_plan(s, *chosen, criteria, baseline));
        plans.push_back(std::move(one));
    }
    attribution out{chosen->key, {}};
    own::shared_progress progress(asked.progress, plans);
    for (auto& p : plans) {
        if (auto made = own::make_measures(p); !made) return fail(std::move(made).error());
        CONCORDAT_TRY(auto played, own::play(p, s, asked.threads, progress));
        out.baselines.push_back(std::move(played));
    }
    return out;
}

}  // namespace concordat

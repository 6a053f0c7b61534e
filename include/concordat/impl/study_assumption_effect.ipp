// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/assumption_effect.hpp"

#include "concordat/impl/study_run.ipp"
#include "concordat/impl/study_without.ipp"
#include "concordat/study/ledger.hpp"

#include <algorithm>
#include <cmath>
#include <list>
#include <mutex>
#include <tuple>
#include <utility>

namespace concordat {

namespace detail::effects {

inline error stopped() { return {errc::interrupted, "the evaluation was asked to stop", {}, {}, {}}; }

/// Asks whether to go on from wherever long work is done, by one thread at a time, and never again after a no.
class progress_gate {
public:
    progress_gate(const progress_callback& told, std::size_t total) : told_(told), total_(total) {}

    [[nodiscard]] bool goes_on() const {
        if (!told_) return true;
        const std::lock_guard lock(asking_);
        return goes_on_ = goes_on_ && told_(done_, total_);
    }
    [[nodiscard]] bool goes_on_after(std::size_t done) {
        {
            const std::lock_guard lock(asking_);
            done_ = done;
        }
        return goes_on();
    }

private:
    const progress_callback& told_;
    std::size_t total_;
    std::size_t done_ = 0;
    mutable bool goes_on_ = true;
    mutable std::mutex asking_;
};

/// What the caller asked for, and whether it still does.
struct evaluation_terms {
    const assumption_effect_options& asked;
    const progress_gate& gate;
};

/// What a study comes to on one baseline, with those of its options that can be applied.
struct outlook {
    std::vector<std::size_t> options;  ///< positions in the study, rising
    std::vector<carried_option> unapplied;
    performance_table table;  ///< of `options`
    std::vector<additive_result> central;
    std::vector<rank_probabilities> ranks;  ///< with samples

    /// The row of an option of the study; nothing when it could not be applied.
    [[nodiscard]] std::optional<std::size_t> row_of(std::size_t option) const {
        const auto at = std::lower_bound(options.begin(), options.end(), option);
        if (at == options.end() || *at != option) return std::nullopt;
        return static_cast<std::size_t>(at - options.begin());
    }
};

/// Empty where every option stands alone.
inline std::string baseline_name(const study& s, std::size_t b) {
    const auto* baseline = runs_on(s)[b];
    return baseline != nullptr ? baseline->key() : std::string();
}

inline void append_row(const performance_table& from, std::size_t row, performance_table& to) {
    const auto width = static_cast<std::ptrdiff_t>(from.criteria.size());
    const auto first = from.cells.begin() + static_cast<std::ptrdiff_t>(row) * width;
    to.options.push_back(from.options[row]);
    to.cells.insert(to.cells.end(), first, first + width);
}

/// Applies and measures every option but those that stand in `before` and that nothing `touched`: theirs is the same
/// row. Without `before`, all of them.
inline result<outlook> measure(const study& s, std::size_t b, const outlook* before, const std::vector<bool>& touched,
                               const progress_gate& gate) {
    outlook made;
    std::list<placed_option> placed;
    const auto* baseline = runs_on(s)[b];
    std::vector<candidate> candidates;
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        if (before != nullptr && !touched[o]) continue;
        if (!gate.goes_on()) return fail(stopped());
        auto one = place(s, s.options[o], baseline);
        if (!one) {
            made.unapplied.push_back({s.options[o].key, to_string(one.error())});
            continue;
        }
        const auto& stands = placed.emplace_back(*std::move(one));
        candidates.push_back(
            {s.options[o].key, s.options[o].title, &stands.applied.after, stands.before ? &*stands.before : nullptr});
    }
    performance_table measured;
    if (!candidates.empty()) {
        CONCORDAT_TRY(auto found, assess(s.criteria, s.contested, candidates, given_by(s)));
        measured = std::move(found.table);
    }
    const auto& shape = candidates.empty() && before != nullptr ? before->table : measured;
    made.table.criteria = shape.criteria;
    made.table.branches = shape.branches;
    std::size_t next = 0;
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        const bool same = before != nullptr && !touched[o];
        if (same)
            append_row(before->table, *before->row_of(o), made.table);
        else if (next < candidates.size() && candidates[next].key == s.options[o].key)
            append_row(measured, next++, made.table);
        else
            continue;
        made.options.push_back(o);
    }
    return made;
}

inline status rank(const study& s, const evaluation_terms& terms, outlook& into) {
    const auto& asked = terms.asked;
    rank_sampling sampling;
    sampling.progress = [&](std::size_t, std::size_t) { return terms.gate.goes_on(); };
    sampling.samples = asked.samples;
    sampling.seed = asked.seed ? *asked.seed : s.seed;
    sampling.threads = 1;  // the assumptions are what is spread over threads
    for (const auto& weights : s.weights) {
        auto sum = additive(into.table, weights);
        if (!sum) return fail(std::move(sum).error());
        into.central.push_back(*std::move(sum));
        if (asked.samples == 0) continue;
        auto ranks = rank_probability(into.table, weights, sampling);
        if (!ranks) return fail(std::move(ranks).error());
        into.ranks.push_back(*std::move(ranks));
    }
    return {};
}

/// The study as it is, where an option that cannot be applied is a mistake of its own.
inline result<outlook> evaluate(const study& s, std::size_t b, const evaluation_terms& terms) {
    CONCORDAT_TRY(auto found, measure(s, b, nullptr, {}, terms.gate));
    if (!found.unapplied.empty())
        return fail(errc::step_cannot_apply, "option \"" + found.unapplied.front().option + "\" on \"" +
                                                 baseline_name(s, b) + "\": " + found.unapplied.front().reason);
    if (auto ranked = rank(s, terms, found); !ranked) return fail(std::move(ranked).error());
    return found;
}

inline std::vector<std::string> first_of(const study& s, const outlook& found, std::size_t weights) {
    std::vector<std::string> keys;
    for (std::size_t row = 0; row < found.options.size(); ++row)
        if (found.central[weights].options[row].rank == 1) keys.push_back(s.options[found.options[row]].key);
    return keys;
}

inline std::size_t position_of(const study& s, const std::string& key) {
    const auto at = std::find_if(s.options.begin(), s.options.end(), [&](const auto& o) { return o.key == key; });
    return static_cast<std::size_t>(at - s.options.begin());
}

inline double probability_of_first(const outlook& found, std::size_t weights, std::size_t option) {
    const auto row = found.row_of(option);
    return row ? found.ranks[weights].first(*row).value : 0;
}

inline effect_on_ranking compare(const study& s, std::size_t w, const outlook& before, const outlook& after) {
    effect_on_ranking effect;
    effect.weights = s.weights[w].key;
    for (std::size_t row = 0; row < after.options.size(); ++row) {
        const auto option = after.options[row];
        const double change =
            after.central[w].options[row].overall - before.central[w].options[*before.row_of(option)].overall;
        if (std::fabs(change) <= std::fabs(effect.largest_change)) continue;
        effect.largest_change = change;
        effect.changed_option = s.options[option].key;
    }
    effect.first_before = first_of(s, before, w);
    effect.first_after = first_of(s, after, w);
    if (before.ranks.empty()) return effect;
    const auto leader = position_of(s, effect.first_before.front());
    effect.probability_before = probability_of_first(before, w, leader);
    effect.probability_after = probability_of_first(after, w, leader);
    return effect;
}

inline std::size_t cells_that_differ(const outlook& before, const outlook& after) {
    std::size_t differ = 0;
    for (std::size_t row = 0; row < after.options.size(); ++row)
        for (std::size_t c = 0; c < after.table.criteria.size(); ++c)
            if (after.table.cell(row, c) != before.table.cell(*before.row_of(after.options[row]), c)) ++differ;
    return differ;
}

inline effect_on_baseline effect_on(const removing::reduced_study& reduced, std::size_t b, const outlook& before,
                                    const evaluation_terms& terms) {
    const auto& s = reduced.left;
    effect_on_baseline effect;
    effect.baseline = baseline_name(s, b);
    // What is measured on the baseline, as disruption is from it, can change for every option.
    const bool all = !reduced.baselines.empty() && reduced.baselines[b];
    const auto touched = all ? std::vector<bool>(s.options.size(), true) : reduced.options;
    auto after = measure(s, b, &before, touched, terms.gate);
    if (!after) {
        effect.refused = to_string(after.error());
        return effect;
    }
    effect.carries = after->unapplied;
    effect.cells = after->table.cells.size();
    if (after->options.empty()) {
        effect.refused = "no option can be applied";
        return effect;
    }
    effect.cells_changed = cells_that_differ(before, *after);
    if (const auto ranked = rank(s, terms, *after); !ranked) {
        effect.refused = to_string(ranked.error());
        return effect;
    }
    for (std::size_t w = 0; w < s.weights.size(); ++w) effect.rankings.push_back(compare(s, w, before, *after));
    return effect;
}

/// How many of a ledger's facts, which are each there once, an assumption would take along.
inline assumption_effect begin_effect(const evidence_ledger& ledger, const ledger_assumption& entry) {
    assumption_effect effect;
    effect.content = entry.content;
    for (const auto at : entry.facts) {
        const auto& kind = ledger.facts[at].stated.kind;
        effect.relations += kind == "relation" ? 1 : 0;
        effect.decision_rights += kind == "decision right" ? 1 : 0;
        effect.personas += kind == "persona" ? 1 : 0;
        effect.steps += kind == "step" ? 1 : 0;
    }
    return effect;
}

inline bool is_stronger(const assumption_effect& a, const assumption_effect& b) {
    const auto strength = [](const assumption_effect& e) {
        return std::tuple(e.first_changes(), e.carried(), e.largest_change(), e.cells_changed());
    };
    if (strength(a) != strength(b)) return strength(a) > strength(b);
    return a.content.key < b.content.key;
}

}  // namespace detail::effects

CONCORDAT_INLINE std::size_t assumption_effect::first_changes() const noexcept {
    std::size_t changes = 0;
    for (const auto& b : baselines)
        for (const auto& r : b.rankings) changes += r.first_changes() ? 1 : 0;
    return changes;
}

CONCORDAT_INLINE std::size_t assumption_effect::carried() const noexcept {
    std::size_t options = 0;
    for (const auto& b : baselines) options += b.carries.size();
    return options;
}

CONCORDAT_INLINE std::size_t assumption_effect::cells_changed() const noexcept {
    std::size_t cells = 0;
    for (const auto& b : baselines) cells += b.cells_changed;
    return cells;
}

CONCORDAT_INLINE double assumption_effect::largest_change() const noexcept {
    double largest = 0;
    for (const auto& b : baselines)
        for (const auto& r : b.rankings) largest = std::max(largest, std::fabs(r.largest_change));
    return largest;
}

CONCORDAT_INLINE result<std::vector<assumption_effect>> assumption_effects(const study& asked_of,
                                                                           const assumption_effect_options& asked) {
    CONCORDAT_TRY(const study s, check(asked_of));
    const auto ledger = make_ledger(facts_within(s));
    std::vector<assumption_effect> effects;
    for (const auto& entry : ledger.assumptions) effects.push_back(detail::effects::begin_effect(ledger, entry));

    detail::effects::progress_gate gate(asked.progress, effects.size());
    const detail::effects::evaluation_terms terms{asked, gate};
    std::vector<detail::effects::outlook> before;
    for (std::size_t b = 0; b < runs_on(s).size(); ++b) {
        CONCORDAT_TRY(auto found, detail::effects::evaluate(s, b, terms));
        before.push_back(std::move(found));
    }
    std::vector<std::optional<error>> problems(effects.size());
    const auto evaluate_without = [&](std::size_t i) {
        if (effects[i].taken_away() == 0) return;
        const auto reduced = detail::removing::reduce(s, effects[i].content);
        if (!reduced) {
            problems[i] = reduced.error();
            return;
        }
        for (std::size_t b = 0; b < before.size(); ++b)
            effects[i].baselines.push_back(detail::effects::effect_on(*reduced, b, before[b], terms));
    };
    // One that stopped half-way says so as if its study could not be run; nobody sees it, for nothing comes back.
    const auto told = [&](std::size_t done, std::size_t) { return gate.goes_on_after(done); };
    if (!for_each_block(effects.size(), asked.threads, evaluate_without, told)) return fail(detail::effects::stopped());
    for (auto& problem : problems)
        if (problem) return fail(*std::move(problem));
    std::stable_sort(effects.begin(), effects.end(), detail::effects::is_stronger);
    return effects;
}

}  // namespace concordat

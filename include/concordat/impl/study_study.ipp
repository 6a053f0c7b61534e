// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/assess/ranges.hpp"
#include "concordat/core/text.hpp"
#include "concordat/study/study.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace concordat {

namespace detail {

inline constexpr std::array<std::string_view, 3> gate_state_words{"pass", "fail", "unknown"};

/// The transition of an option that starts from this baseline, or null.
[[nodiscard]] inline const transition* transition_from(const study& s, const study_option& option,
                                                       const model& baseline) {
    for (const auto& key : option.transitions) {
        const auto found = s.transitions.find(key);
        if (found != s.transitions.end() && found->second.baseline == baseline.key()) return &found->second;
    }
    return nullptr;
}

/// Collects what is wrong with a study beyond its parts; one method a rule.
class study_check {
public:
    explicit study_check(const study& s) : study_(s) {
        for (const auto& o : s.options) options_.push_back(o.key);
        for (const auto& c : s.criteria.criteria) criteria_.push_back(c.key);
        judged_ = criteria_;
        for (const auto& a : s.criteria.axes) judged_.push_back(a.key);
        for (const auto& g : s.criteria.gates) gates_.push_back(g.key);
    }

    [[nodiscard]] std::vector<error> run() {
        something_to_compare();
        options();
        directions();
        judgements();
        gates();
        resolutions();
        areas();
        structure();
        weights();
        return std::move(problems_);
    }

private:
    void report(errc code, const origin& where, std::string message, std::string hint = {}) {
        problems_.push_back({code, std::move(message), std::move(hint), where.at, {}});
    }

    void something_to_compare() {
        if (study_.options.empty()) report(errc::missing_value, study_.where, "the study has no option");
        for (const auto& o : study_.options)
            if (study_.baselines.empty() && !o.stands_alone())
                report(errc::missing_value, o.where,
                       "option \"" + o.key + "\" has no model of its own, and the study has no baseline for it",
                       "give the study a baseline, or the option a model");
    }

    void options() {
        std::set<std::string, std::less<>> seen;
        for (const auto& o : study_.options) {
            if (!is_label(o.key))
                report(errc::bad_identifier, o.where,
                       "option \"" + o.key + "\" is no key; expected letters, digits, . _ and -");
            if (!seen.insert(o.key).second)
                report(errc::duplicate_key, o.where, "option \"" + o.key + "\" stands twice");
            given(o);
        }
    }

    /// What an option names was put into the study.
    void given(const study_option& o) {
        const auto lacks = [&](const char* what, const std::string& key) {
            report(errc::dangling_reference, o.where,
                   "option \"" + o.key + "\": " + what + " \"" + key + "\" was not given to the study");
        };
        for (const auto& r : o.reforms)
            if (!study_.reforms.contains(r)) lacks("reform", r);
        for (const auto* key : {&o.model, &o.before})
            if (!key->empty() && !study_.models.contains(*key)) lacks("model", *key);
        for (const auto& t : o.transitions)
            if (!study_.transitions.contains(t)) lacks("transition", t);
        if (!o.model.empty() && !o.transitions.empty())
            report(errc::conflicting_keys, o.where,
                   "option \"" + o.key + "\" has a model and a transition, which starts from a baseline");
        if (!o.transitions.empty())
            for (const auto& m : study_.baselines) starts_from(o, m);
    }

    void starts_from(const study_option& o, const model& baseline) {
        if (transition_from(study_, o, baseline) == nullptr)
            report(
                errc::dangling_reference, o.where,
                "option \"" + o.key + "\": none of its transitions starts from the baseline \"" + baseline.key() + '"');
    }

    void directions() {
        for (const auto& c : study_.criteria.criteria) {
            const auto found = study_.contested.find(c.key);
            const bool decided = found != study_.contested.end();
            if (c.better == sense::contested && !decided)
                report(errc::missing_key, study_.where,
                       "criterion \"" + c.key + "\" is contested, and the study does not choose a direction",
                       "add " + c.key + " = \"higher\" or \"lower\" to contested, and say why");
            if (c.better != sense::contested && decided)
                report(errc::conflicting_keys, study_.where,
                       "criterion \"" + c.key + "\" is not contested: its direction is " + std::string(name(c.better)));
        }
        for (const auto& [key, direction] : study_.contested) {
            if (std::find(criteria_.begin(), criteria_.end(), key) == criteria_.end())
                report(errc::dangling_reference, study_.where, "contested: no criterion has the key \"" + key + "\"",
                       suggest(key, criteria_));
            if (direction == sense::contested)
                report(errc::not_in_vocabulary, study_.where, "contested." + key + ": expected higher or lower");
        }
    }

    void known(const std::vector<std::string>& all, const std::string& key, const char* what, const origin& where) {
        if (std::find(all.begin(), all.end(), key) == all.end())
            report(errc::dangling_reference, where, std::string("no ") + what + " has the key \"" + key + "\"",
                   suggest(key, all));
    }

    void judgements() {
        std::set<std::pair<std::string, std::string>> seen;
        for (const auto& j : study_.judgements) {
            known(options_, j.option, "option", j.where);
            known(judged_, j.criterion, "criterion or axis", j.where);
            if (!seen.emplace(j.option, j.criterion).second)
                report(errc::duplicate_key, j.where,
                       "a second value for \"" + j.option + "\" on \"" + j.criterion + "\"");
            for (const auto& c : study_.criteria.criteria)
                if (c.key == j.criterion && c.needs == value_source::graph)
                    report(errc::conflicting_keys, j.where,
                           "\"" + c.key + "\" is measured on the graph, so it takes no value by hand");
        }
    }

    void gates() {
        std::set<std::pair<std::string, std::string>> seen;
        for (const auto& g : study_.gates) {
            known(options_, g.option, "option", g.where);
            known(gates_, g.gate, "gate", g.where);
            if (!seen.emplace(g.option, g.gate).second)
                report(errc::duplicate_key, g.where, "a second state for \"" + g.option + "\" at \"" + g.gate + "\"");
        }
    }

    void resolutions() {
        std::vector<const model*> all;
        for (const auto& m : study_.baselines) all.push_back(&m);
        for (const auto& [key, m] : study_.models) all.push_back(&m);
        if (all.empty()) return;
        const auto asked = study_.comparable.resolution;
        for (const auto* m : all) {
            const auto other = asked ? *asked : all.front()->resolution();
            if (asked ? other <= m->resolution() : other == m->resolution()) continue;
            report(errc::unequal_resolution, study_.where,
                   "\"" + m->key() + "\" is drawn at the level of a " + std::string(name(m->resolution())) + ", " +
                       (asked ? "and the study asks for" : "\"" + all.front()->key() + "\" at that of") + " a " +
                       std::string(name(other)),
                   "a finer drawing has more hand-offs; [comparable] resolution = \"" +
                       std::string(name(std::min(m->resolution(), other))) + "\" collapses the finer ones");
        }
    }

    void areas() {
        if (!study_.areas) return;
        if (!study_.as_of)
            report(errc::missing_key, study_.where,
                   "the study has areas, but no day on which their arrangements are looked up",
                   "add as_of, as 2023-10-01");
        std::vector<std::string> baselines;
        for (const auto& m : study_.baselines) baselines.push_back(m.key());
        std::set<std::string_view> told;
        for (const auto& rule : study_.areas->arrangements) {
            const bool there = std::find(baselines.begin(), baselines.end(), rule.model) != baselines.end();
            if (!there && told.insert(rule.model).second)
                report(errc::dangling_reference, study_.where,
                       "\"" + study_.areas->key + "\" has the arrangement \"" + rule.model +
                           "\", which is no baseline of the study",
                       suggest(rule.model, baselines));
        }
    }

    void structure() {
        const bool states = study_.graphs != 0 || !study_.presence.empty();
        if (!study_.structure && states)
            report(errc::conflicting_keys, study_.where,
                   "uncertainty: graphs and presence are for a study that samples structure",
                   "set structure = true, or take them out");
        if (!study_.structure) return;
        if (study_.graphs == 0 || study_.presence.empty())
            report(errc::missing_key, study_.where,
                   "uncertainty.structure = true, but " +
                       std::string(study_.graphs == 0 ? "graphs, how many are drawn, is"
                                                      : "presence, the odds by level, is") +
                       " not stated",
                   "add graphs = 1000, and presence = [{ level = 0, value = 0.5 }, …]");
        std::set<int> levels;
        for (const auto& p : study_.presence) {
            if (!levels.insert(p.level).second)
                report(errc::duplicate_key, p.where,
                       "uncertainty.presence states level " + std::to_string(p.level) + " a second time");
            if (p.level < 0 || p.level >= certain_level)
                report(errc::out_of_range, p.where,
                       "uncertainty.presence has odds for level " + std::to_string(p.level) + "; ties at levels 0 to " +
                           std::to_string(certain_level - 1) + " may not be there");
            if (!(p.odds.value >= 0 && p.odds.value <= 1))
                report(errc::out_of_range, p.where,
                       "uncertainty.presence: odds of " + shortest(p.odds.value) + " are outside 0 to 1");
        }
    }

    void weights() {
        // Without weights, the tree is still checked as weights would need it.
        if (const auto tree = value_tree_of(study_.criteria); !tree) {
            problems_.push_back(tree.error());
            return;
        }
        for (const auto& w : study_.weights) {
            if (w.criteria != study_.criteria.key)
                report(errc::conflicting_keys, {w.where},
                       "weight set \"" + w.key + "\" was given for \"" + w.criteria + "\", the study uses \"" +
                           study_.criteria.key + "\"");
            else if (const auto fits = concordat::check(w, study_.criteria); !fits)
                problems_.push_back(fits.error());
        }
    }

    const study& study_;
    std::vector<std::string> options_, criteria_, judged_, gates_;
    std::vector<error> problems_;
};

/// A model as it is read in this study.
[[nodiscard]] inline model as_of_study(const study& s, const model& m) {
    return s.as_of && *s.as_of != m.as_of() ? m.dated(*s.as_of) : m;
}

/// Where an option begins, as of the study's day.
[[nodiscard]] inline model starting_model(const study& s, const study_option& option, const model* baseline) {
    CONCORDAT_ASSERT(option.stands_alone() || baseline != nullptr);
    return as_of_study(s, option.stands_alone() ? s.models.find(option.model)->second : *baseline);
}

}  // namespace detail

CONCORDAT_INLINE std::string_view name(gate_state s) noexcept {
    return detail::gate_state_words[static_cast<std::size_t>(s)];
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<gate_state>() noexcept {
    return detail::gate_state_words;
}

CONCORDAT_INLINE result<placed_option> place(const study& s, const study_option& option, const model* baseline) {
    placed_option placed{std::nullopt, {detail::starting_model(s, option, baseline), {}}};
    if (!option.before.empty())
        placed.before = detail::as_of_study(s, s.models.find(option.before)->second);
    else if (option.model.empty())
        placed.before = placed.applied.after;
    if (!option.transitions.empty()) {
        const transition* from_here = detail::transition_from(s, option, *baseline);
        CONCORDAT_ASSERT(from_here != nullptr);
        CONCORDAT_TRY(placed.applied, state_on(*from_here, placed.applied.after, option.at));
    }
    if (!option.reforms.empty()) {
        std::vector<reform> stack;
        for (const auto& key : option.reforms) stack.push_back(s.reforms.find(key)->second);
        auto steps = std::move(placed.applied.steps);
        CONCORDAT_TRY(placed.applied, apply_recorded(stack, placed.applied.after));
        placed.applied.steps.insert(placed.applied.steps.begin(), std::make_move_iterator(steps.begin()),
                                    std::make_move_iterator(steps.end()));
    }
    if (s.comparable.empty()) return placed;
    CONCORDAT_TRY(placed.applied.after, made_comparable(placed.applied.after, s.comparable));
    if (placed.before) {
        CONCORDAT_TRY(placed.before, made_comparable(*placed.before, s.comparable));
    }
    return placed;
}

CONCORDAT_INLINE std::vector<const model*> runs_on(const study& s) {
    if (s.baselines.empty()) return {nullptr};
    std::vector<const model*> all;
    for (const auto& m : s.baselines) all.push_back(&m);
    return all;
}

CONCORDAT_INLINE result<study> check(study s) {
    auto problems = detail::study_check(s).run();
    if (!problems.empty()) return fail(gather(std::move(problems)));
    return s;
}

}  // namespace concordat

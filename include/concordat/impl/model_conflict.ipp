// SPDX-License-Identifier: Apache-2.0
// Conflicts in a stack of reforms.
//
// Each reform is applied to the baseline alone, and what it leaves different is listed by subject: an attribute of an
// actor, persona or decision right, the presence or an attribute of a relation, or the holders of a service. Two
// reforms conflict when both list a subject and leave it different; the order of the stack has no part in it. What they
// leave equal is agreement, and what one of them alone touches is nobody else's business. Evidence is not compared: two
// reforms may say the same for different reasons.
//
// One more case leaves no subject in common: a reform abolishes an actor, which takes the actor's relations with it,
// and another gives that actor a new relation. In one order the second would fail, in the other its work would go
// unnoticed.
//
// A reform that cannot be applied to the baseline alone needs one that comes before it, so it builds on what that one
// left and takes no part; if it still cannot be applied in its turn, its own error says why.
#pragma once

#include "concordat/impl/model_bench.hpp"
#include "concordat/impl/model_changes.hpp"

#include <algorithm>
#include <tuple>

namespace concordat::detail::reforming {

/// What one reform alone leaves of one subject. `attribute` is empty where the subject itself comes or goes.
struct outcome {
    std::string subject;
    std::string attribute;
    std::string left;
    std::size_t reform;
    origin where;
};

/// The last step that touched a subject.
inline origin step_of(const std::vector<applied_step>& steps, const std::string& subject) {
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        for (const auto& e : step->edits)
            if (e.subject == subject) return step->where;
    return {};
}

inline void add_outcomes(const model& before, const model& after, const std::vector<applied_step>& steps,
                         std::size_t which, std::vector<outcome>& all) {
    for (const auto& d : comparing::differences(before, after)) {
        const origin where = step_of(steps, d.subject);
        if (!d.is) {
            all.push_back({d.subject, "", "removed", which, where});
            continue;
        }
        for (const auto& [name, text] : d.after)
            if (name != "evidence" && name != "direction")
                all.push_back({d.subject, std::string(name), text, which, where});
    }
    std::vector<std::string> told;
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        for (const auto& e : step->edits) {
            if (!e.subject.starts_with("holding ") || std::find(told.begin(), told.end(), e.subject) != told.end())
                continue;
            told.push_back(e.subject);
            all.push_back({e.subject, "holder", e.after.empty() ? "nobody" : e.after, which, step->where});
        }
}

inline std::string left_text(const reform& r, const outcome& o) {
    const std::string left = o.attribute.empty() ? o.left : o.attribute + ' ' + (o.left.empty() ? "none" : o.left);
    return r.key + " (" + modelling::place_text(o.where) + ") leaves it with " + left;
}

inline error conflict(std::span<const reform> stack, const outcome& a, const outcome& b) {
    return {errc::reforms_conflict,
            a.subject + ": " + left_text(stack[a.reform], a) + ", and " + left_text(stack[b.reform], b) +
                ", expected one outcome whichever comes first",
            "leave one of the two reforms out, or let one of them not touch it",
            b.where.at,
            {}};
}

/// Outcomes of one subject, from several reforms: each pair that differs, once.
inline void compare_outcomes(std::span<const reform> stack, std::span<const outcome> same_subject,
                             std::vector<error>& found) {
    for (const auto& a : same_subject)
        for (const auto& b : same_subject) {
            if (a.reform >= b.reform) continue;
            const bool same_attribute = a.attribute == b.attribute;
            const bool one_is_gone = a.attribute.empty() != b.attribute.empty();
            if (one_is_gone || (same_attribute && a.left != b.left)) {
                found.push_back(conflict(stack, a, b));
                if (one_is_gone) return;  // the other attributes would say the same again
            }
        }
}

/// Relations that one reform gives to an actor which another abolishes.
inline void add_lost_relations(std::span<const reform> stack, const model& before, const std::vector<model>& after,
                               const std::vector<std::size_t>& alone, std::vector<error>& found) {
    for (std::size_t i = 0; i < alone.size(); ++i)
        for (const auto& s : stack[alone[i]].steps) {
            const auto* abolish = std::get_if<abolish_step>(&s.action);
            if (abolish == nullptr || after[i].find_actor(abolish->actor) != nullptr) continue;
            for (std::size_t j = 0; j < alone.size(); ++j) {
                for (const auto& r : after[j].relations()) {
                    if (r.from != abolish->actor && r.to != abolish->actor) continue;
                    const auto old = before.relations(r.type);
                    if (std::any_of(old.begin(), old.end(),
                                    [&](const auto& o) { return modelling::same_identity(o, r); }))
                        continue;
                    found.push_back(conflict(stack, {"actor " + abolish->actor, "", "removed", alone[i], s.where},
                                             {"", "", "relation " + identity(r), alone[j], r.where}));
                    break;
                }
            }
        }
}

CONCORDAT_INLINE std::vector<error> conflicts_between(std::span<const reform> stack, const model& before) {
    if (stack.size() < 2) return {};
    std::vector<outcome> all;
    std::vector<model> after;
    std::vector<std::size_t> alone;
    for (std::size_t i = 0; i < stack.size(); ++i) {
        std::vector<applied_step> steps;
        auto applied = carry_out(stack[i], before, &steps);
        if (!applied) continue;
        add_outcomes(before, *applied, steps, i, all);
        after.push_back(*std::move(applied));
        alone.push_back(i);
    }
    std::stable_sort(all.begin(), all.end(), [](const outcome& a, const outcome& b) { return a.subject < b.subject; });
    std::vector<error> found;
    for (auto first = all.begin(); first != all.end();) {
        const auto last = std::find_if(first, all.end(), [&](const outcome& o) { return o.subject != first->subject; });
        compare_outcomes(stack, std::span<const outcome>(first, last), found);
        first = last;
    }
    add_lost_relations(stack, before, after, alone, found);
    return found;
}

}  // namespace concordat::detail::reforming

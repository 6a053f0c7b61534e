// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/model_workpiece.hpp"

#include "concordat/impl/model_check.hpp"
#include "concordat/impl/model_declared.hpp"
#include "concordat/impl/model_freeze.hpp"

#include <algorithm>
#include <utility>

namespace concordat::detail::reforming {

/// What a model cannot be after a step is the step's mistake, even where the offending thing was written elsewhere.
inline error at_step(error e, const step& s) {
    if (e.where.path != s.where.at.path || e.where.line < s.where.at.line) e.where = s.where.at;
    for (auto& other : e.more) other = at_step(std::move(other), s);
    return e;
}

/// What a step is about, where it passes a service on: its holders are told beside the relations that changed.
inline std::optional<holder_of> holding_moved_by(const step_action& action) {
    if (const auto* s = std::get_if<transfer_step>(&action)) return holder_of{s->service, s->role};
    if (const auto* s = std::get_if<delegate_step>(&action)) return holder_of{s->service, holding::accountable};
    if (const auto* s = std::get_if<return_step>(&action)) return holder_of{s->service, holding::accountable};
    return std::nullopt;
}

inline std::string holders_text(const model& m, const holder_of& what) {
    return joined(holders(m, what.service, what.role), ", ");
}

/// Whether the actors have other keys than before, so that each stands at another position.
inline bool has_other_keys(const step_outcome& after, std::span<const actor> before) {
    return after.actors && !std::equal(after.actors->begin(), after.actors->end(), before.begin(), before.end(),
                                       [](const actor& a, const actor& b) { return a.key == b.key; });
}

/// Whether a key is gone, so that what refers to it refers to nobody.
inline bool loses_keys(const step_outcome& after, std::span<const actor> before) {
    return after.actors && !std::includes(after.actors->begin(), after.actors->end(), before.begin(), before.end(),
                                          [](const actor& a, const actor& b) { return a.key < b.key; });
}

CONCORDAT_INLINE status workpiece::declare(const reform& r) {
    if (r.sources.empty() && r.assumptions.empty() && r.conflicts.empty()) return {};
    auto& parts = now_.parts_;
    std::vector<error> found;
    modelling::add_declared(parts.sources, r.sources, "source", "reform " + r.key, found);
    modelling::add_declared(parts.assumptions, r.assumptions, "assumption", "reform " + r.key, found);
    for (const auto& conflict : r.conflicts)
        if (std::find(parts.conflicts.begin(), parts.conflicts.end(), conflict) == parts.conflicts.end())
            parts.conflicts.push_back(conflict);
    if (!found.empty()) return fail(gather(std::move(found)));
    freezing::sort_by_key(parts.sources);
    freezing::sort_by_key(parts.assumptions);
    auto mistakes = checking::mistakes_in_sources(parts);
    if (!mistakes.empty()) return fail(gather(std::move(mistakes)));
    return {};
}

CONCORDAT_INLINE void workpiece::exchange(step_outcome& outcome) {
    auto& parts = now_.parts_;
    if (outcome.actors) std::swap(*outcome.actors, parts.actors);
    if (outcome.personas) std::swap(*outcome.personas, parts.personas);
    if (outcome.decision_rights) std::swap(*outcome.decision_rights, parts.decision_rights);
}

CONCORDAT_INLINE std::vector<error> workpiece::mistakes_of(const step_outcome& outcome, bool lost_keys) const {
    checking::touched_parts touched;
    touched.actors = outcome.actors.has_value();
    touched.personas = outcome.personas.has_value() || lost_keys;
    touched.decision_rights = outcome.decision_rights.has_value() || lost_keys;
    for (const auto& r : outcome.added) touched.relations.push_back(&r);
    if (lost_keys) {
        for (std::size_t i = 0; i < outcome.gone.size(); ++i)
            if (!outcome.gone[i]) touched.relations.push_back(&now_.parts_.relations[i]);
        std::sort(touched.relations.begin(), touched.relations.end(),
                  [](const relation* a, const relation* b) { return modelling::stands_earlier(*a, *b); });
    }
    return checking::mistakes_in(now_.parts_, touched);
}

CONCORDAT_INLINE std::vector<relation> workpiece::place_relations(step_outcome& outcome,
                                                                  std::vector<std::size_t>& placed) {
    auto& old = now_.parts_.relations;
    std::vector<relation> gone, merged;
    std::vector<ends> merged_ends;
    std::vector<bool> merged_holds;
    merged.reserve(old.size() + outcome.added.size());
    merged_ends.reserve(merged.capacity());
    merged_holds.reserve(merged.capacity());
    std::vector<std::size_t> before;  // for each new one, how many old ones stand before it
    for (const auto& r : outcome.added)
        before.push_back(static_cast<std::size_t>(
            std::lower_bound(old.begin(), old.end(), r, modelling::stands_earlier) - old.begin()));
    std::size_t next = 0;
    const auto keep_until = [&](std::size_t last) {
        for (; next < last; ++next) {
            if (outcome.gone[next]) {
                gone.push_back(std::move(old[next]));
                continue;
            }
            merged.push_back(std::move(old[next]));
            merged_ends.push_back(now_.ends_[next]);
            merged_holds.push_back(now_.holds_[next]);
        }
    };
    for (std::size_t i = 0; i < outcome.added.size(); ++i) {
        keep_until(before[i]);
        placed.push_back(merged.size());
        auto& r = merged.emplace_back(std::move(outcome.added[i]));
        merged_ends.push_back({now_.position_of(r.from), now_.position_of(r.to)});
        merged_holds.push_back(r.holds_on(now_.as_of()));
    }
    keep_until(old.size());
    old = std::move(merged);
    now_.ends_ = std::move(merged_ends);
    now_.holds_ = std::move(merged_holds);
    return gone;
}

CONCORDAT_INLINE std::vector<edit> workpiece::edits_since(const step_outcome& was, const std::vector<relation>& gone,
                                                          const std::vector<std::size_t>& placed) const {
    comparing::compared before{now_.as_of(), {}, {}, {}, {}};
    auto after = before;
    if (was.actors) {
        before.actors = *was.actors;
        after.actors = now_.actors();
    }
    if (was.personas) {
        before.personas = *was.personas;
        after.personas = now_.personas();
    }
    if (was.decision_rights) {
        before.decision_rights = *was.decision_rights;
        after.decision_rights = now_.decision_rights();
    }
    for (const auto& r : gone) before.relations.push_back(&r);
    for (const auto at : placed) after.relations.push_back(&now_.relations()[at]);
    std::vector<edit> edits;
    for (auto& d : comparing::differences(before, after))
        edits.push_back({std::move(d.subject), comparing::content_text(d.before), comparing::content_text(d.after)});
    return edits;
}

CONCORDAT_INLINE result<bool> workpiece::carry_out(const step& s, std::vector<edit>* edits) {
    bench b(now_, s);
    if (auto done = std::visit([&](const auto& action) { return reforming::carry_out(b, action); }, s.action); !done)
        return fail(std::move(done).error());
    if (b.untouched()) return false;
    CONCORDAT_TRY(auto outcome, b.finish());
    const auto moved = edits != nullptr ? holding_moved_by(s.action) : std::nullopt;
    const std::string held_before = moved ? holders_text(now_, *moved) : std::string();

    if (outcome.actors) freezing::freeze_order(*outcome.actors);
    if (outcome.decision_rights) freezing::freeze_order(*outcome.decision_rights);
    const bool other_keys = has_other_keys(outcome, now_.actors());
    const bool lost_keys = loses_keys(outcome, now_.actors());
    exchange(outcome);
    if (auto mistakes = mistakes_of(outcome, lost_keys); !mistakes.empty()) {
        exchange(outcome);
        return fail(at_step(gather(std::move(mistakes)), s));
    }
    std::vector<std::size_t> placed;
    const auto gone = place_relations(outcome, placed);
    now_.index(other_keys);
    if (edits == nullptr) return true;
    *edits = edits_since(outcome, gone, placed);
    if (!moved) return true;
    std::string held_after = holders_text(now_, *moved);
    if (held_before != held_after)
        edits->push_back(
            {"holding " + moved->service + ' ' + std::string(name(moved->role)), held_before, std::move(held_after)});
    return true;
}

CONCORDAT_INLINE result<model> workpiece::finish(std::string key) {
    now_.parts_.key = std::move(key);
    return model::make(std::move(now_.parts_));
}

}  // namespace concordat::detail::reforming

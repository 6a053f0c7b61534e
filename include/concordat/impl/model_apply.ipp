// SPDX-License-Identifier: Apache-2.0
// The driver: steps in order, each on a frozen model and into the next.
#pragma once

#include "concordat/impl/model_bench.hpp"
#include "concordat/impl/model_changes.hpp"
#include "concordat/impl/model_declared.hpp"

#include <algorithm>

namespace concordat::detail::reforming {

/// The baseline with what the reform's evidence rests on.
inline result<model> with_sources(const reform& r, const model& before) {
    if (r.sources.empty() && r.assumptions.empty() && r.conflicts.empty() && !r.steps.empty()) return before;
    model_parts parts = before.parts();
    std::vector<error> found;
    modelling::add_declared(parts.sources, r.sources, "source", "reform " + r.key, found);
    modelling::add_declared(parts.assumptions, r.assumptions, "assumption", "reform " + r.key, found);
    for (const auto& conflict : r.conflicts)
        if (std::find(parts.conflicts.begin(), parts.conflicts.end(), conflict) == parts.conflicts.end())
            parts.conflicts.push_back(conflict);
    if (!found.empty()) return fail(gather(std::move(found)));
    return model::make(std::move(parts));
}

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

inline std::vector<edit> edits_between(const model& before, const model& after, const step_action& action) {
    std::vector<edit> edits;
    for (auto& d : comparing::differences(before, after))
        edits.push_back({std::move(d.subject), comparing::content_text(d.before), comparing::content_text(d.after)});
    if (const auto moved = holding_moved_by(action)) {
        auto was = joined(holders(before, moved->service, moved->role), ", ");
        auto is = joined(holders(after, moved->service, moved->role), ", ");
        if (was != is)
            edits.push_back(
                {"holding " + moved->service + ' ' + std::string(name(moved->role)), std::move(was), std::move(is)});
    }
    return edits;
}

inline std::string key_after(const model& before, const reform& r) {
    return before.key() + '+' + r.key.substr(r.key.rfind('.') + 1);
}

CONCORDAT_INLINE result<model> carry_out(const reform& r, const model& before, std::vector<applied_step>* record) {
    CONCORDAT_TRY(model now, with_sources(r, before));
    for (std::size_t i = 0; i < r.steps.size(); ++i) {
        const step& s = r.steps[i];
        bench b(now, s);
        if (auto done = std::visit([&](const auto& action) { return carry_out(b, action); }, s.action); !done)
            return fail(std::move(done).error());
        if (b.untouched()) {
            if (record != nullptr) record->push_back({r.key, i, {}, s.where});
            continue;
        }
        CONCORDAT_TRY(auto parts, b.finish());
        auto after = model::make(std::move(parts));
        if (!after) return fail(at_step(std::move(after).error(), s));
        if (record != nullptr) record->push_back({r.key, i, edits_between(now, *after, s.action), s.where});
        now = *std::move(after);
    }
    model_parts parts = now.parts();
    parts.key = key_after(before, r);
    return model::make(std::move(parts));
}

}  // namespace concordat::detail::reforming

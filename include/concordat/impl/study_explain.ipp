// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/study/explain.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace concordat {

namespace detail {

/// The element of that key, or an error that names the nearest.
template <class Element>
[[nodiscard]] result<const Element*> find_by_key(const std::vector<Element>& all, std::string_view key,
                                                 std::string_view what) {
    std::vector<std::string> keys;
    for (const auto& element : all) {
        if (element.key == key) return &element;
        keys.push_back(element.key);
    }
    return fail(errc::dangling_reference, "no " + std::string(what) + " has the key \"" + std::string(key) + "\"",
                suggest(key, keys));
}

/// "title, place, address" of each source of a card.
[[nodiscard]] inline std::vector<std::string> cited(const model& m, const evidence& card) {
    std::vector<std::string> lines;
    for (const auto& key : card.sources) {
        const source* found = m.find_source(key);
        if (found == nullptr) continue;
        std::string line = found->title;
        if (!card.at.empty()) line += ", " + card.at;
        if (!found->url.empty()) line += ", " + found->url;
        lines.push_back(std::move(line));
    }
    return lines;
}

[[nodiscard]] inline grounded_relation grounded(const model& m, std::string identity, const evidence& card,
                                                const origin& where) {
    grounded_relation g;
    g.identity = std::move(identity);
    g.level = m.level_of(card);
    g.sources = cited(m, card);
    if (const assumption* a = m.find_assumption(card.assumption)) g.assumption = a->text;
    g.note = card.note;
    g.where = where;
    return g;
}

/// Each relation and each decision right that a finding's witnesses name, once, in the model's order.
[[nodiscard]] inline std::vector<grounded_relation> grounds(const model& m, const finding& found) {
    std::set<std::uint32_t> relations, rights;
    for (const auto& w : found.witnesses) {
        relations.insert(w.relations.begin(), w.relations.end());
        rights.insert(w.rights.begin(), w.rights.end());
    }
    std::vector<grounded_relation> all;
    for (const auto at : relations) {
        const auto& r = m.relations()[at];
        all.push_back(grounded(m, identity(r), r.evidence, r.where));
    }
    for (const auto at : rights) {
        const auto& d = m.decision_rights()[at];
        all.push_back(grounded(m, identity_of(d), d.evidence, d.where));
    }
    return all;
}

[[nodiscard]] inline sense decided_by(const study& s, const criterion& c) {
    const auto found = s.contested.find(c.key);
    return found != s.contested.end() ? found->second : c.better;
}

/// What a raw value is worth on the scale from 0 to 1, as the study decided.
[[nodiscard]] inline double worth_in(const study& s, const criterion& c, double raw) {
    const bool against = c.better == sense::contested && decided_by(s, c) == sense::lower;
    return value_at(against ? mirrored(c.value) : c.value, raw);
}

[[nodiscard]] inline result<explained_value> explain_on(const study& s, const study_option& option, const criterion& c,
                                                        const model* baseline) {
    CONCORDAT_TRY(const placed_option placed, place(s, option, baseline));
    const auto& applied = placed.applied;
    explained_value out;
    out.baseline = baseline != nullptr ? baseline->key() : applied.after.key();
    out.steps = applied.steps;
    if (c.measure.empty()) return out;
    const model* before = placed.before ? &*placed.before : nullptr;
    CONCORDAT_TRY(const any_measure measure, make_measure(c.measure, c.parameters, before));
    if (before != nullptr) out.status_quo = measure(*before);
    out.found = measure(applied.after);
    for (const auto& w : out.found.witnesses) out.witnesses.push_back(w.text);
    out.relations = grounds(applied.after, out.found);
    if (out.found.value) out.value = worth_in(s, c, *out.found.value);
    return out;
}

}  // namespace detail

CONCORDAT_INLINE result<explanation> explain(const study& s, std::string_view option, std::string_view criterion_key) {
    CONCORDAT_TRY(const study_option* chosen, detail::find_by_key(s.options, option, "option"));
    CONCORDAT_TRY(const criterion* asked, detail::find_by_key(s.criteria.criteria, criterion_key, "criterion"));

    explanation out;
    out.option = *chosen;
    out.criterion = *asked;
    out.decided = detail::decided_by(s, *asked);
    if (!asked->measure.empty()) {
        CONCORDAT_TRY(const any_measure measure, make_measure(asked->measure, asked->parameters));
        out.measure = measure.info;
        out.parameters = measure.parameters;
    }
    for (const auto& j : s.judgements)
        if (j.option == chosen->key && j.criterion == asked->key) out.judgements.push_back(j);
    out.published = published_on(s, *chosen);
    for (const auto* baseline : runs_on(s)) {
        CONCORDAT_TRY(auto value, detail::explain_on(s, *chosen, *asked, baseline));
        out.baselines.push_back(std::move(value));
    }
    return out;
}

}  // namespace concordat

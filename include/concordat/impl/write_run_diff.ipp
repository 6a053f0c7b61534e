// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_run_diff.hpp"

#include "concordat/impl/write_model_document.ipp"
#include "concordat/impl/write_ranking.ipp"
#include "concordat/impl/write_run_diff_parts.hpp"

#include <utility>

namespace concordat {

namespace detail::writing {

inline document compared_run_document(const compared_run& run) {
    const auto* key = run.record.options.find("study");
    const bool named = key != nullptr && key->as_string() != nullptr;
    const char* origin = run.run_again ? "run again" : "recorded";
    return document::object{{"study", named ? document(*key->as_string()) : document()},
                            {"engine", run.record.engine},
                            {"numerics", run.record.numerics},
                            {"samples", run.record.samples},
                            {"seed", run.record.seed},
                            {"result", run.result ? document(origin) : document()}};
}

inline document record_difference_document(const record_difference& d) {
    return document::object{
        {"part", name(d.part)}, {"what", d.what}, {"before", text_or_null(d.first)}, {"after", text_or_null(d.second)}};
}

inline document change_player_document(const run_comparison& c, const change_player& player) {
    const auto why = [](const error& e) { return to_string(e); };
    return document::object{{"files", document::list(files_of(c, player))},
                            {"kinds", document::list(kinds_of(c, player))},
                            {"together", document::list(player.together, why)},
                            {"share", player.share},
                            {"moves_values", player.moves_values},
                            {"moves", document::list(player.moves)}};
}

inline document shares_document(const run_comparison& c) {
    if (!c.shares) return {};
    const auto value = [](const moved_value& v) {
        return document::object{{"baseline", text_or_null(v.baseline)},
                                {"weights", v.weights},
                                {"option", v.option},
                                {"before", v.before},
                                {"after", v.after}};
    };
    const auto player = [&](const change_player& p) { return change_player_document(c, p); };
    const auto setting = [](const record_difference& d) { return d.what; };
    return document::object{{"moved", c.shares->moved},
                            {"sets", c.shares->sets},
                            {"evaluated", c.shares->evaluated},
                            {"inputs", document::list(c.shares->players, player)},
                            {"settings_without_part", document::list(changed_settings_of(c), setting)},
                            {"values", document::list(c.shares->values, value)}};
}

inline document most_often_first_document(const most_often_first& m) {
    return document::object{{"options", document::list(m.options)},
                            {"first", estimate_document(m.first)},
                            {"not_separated_from", document::list(m.not_separated_from)}};
}

inline document leader_change_document(const leader_change& l) {
    return document::object{{"baseline", text_or_null(l.baseline)},
                            {"weights", l.weights},
                            {"missing_values", name(l.missing)},
                            {"same", l.same_options()},
                            {"before", most_often_first_document(l.before)},
                            {"after", most_often_first_document(l.after)}};
}

inline document first_change_document(const first_change& f) {
    return document::object{{"baseline", text_or_null(f.baseline)},
                            {"weights", f.weights},
                            {"missing_values", name(f.missing)},
                            {"option", f.option},
                            {"before", estimate_document(f.before)},
                            {"after", estimate_document(f.after)},
                            {"difference", estimate_document(f.difference)},
                            {"beyond_two_standard_errors", f.beyond_sampling}};
}

inline document quantity_change_document(const quantity_change& q) {
    return document::object{
        {"baseline", text_or_null(q.baseline)}, {"option", q.option},         {"criterion", q.criterion},
        {"unit_before", q.unit_before},         {"unit_after", q.unit_after}, {"before", to_document(q.before)},
        {"after", to_document(q.after)}};
}

inline document result_difference_document(const std::optional<run_difference>& d) {
    if (!d) return {};
    const auto alone = [](const lone_part& p) {
        return document::object{{"part", name(p.part)}, {"key", p.key}, {"in", p.was ? "before" : "after"}};
    };
    return document::object{{"in_one_run_alone", document::list(d->alone, alone)},
                            {"most_often_first", document::list(d->leaders, leader_change_document)},
                            {"first", document::list(d->first, first_change_document)},
                            {"values_compared", d->values_compared},
                            {"values", document::list(d->values, quantity_change_document)}};
}

}  // namespace detail::writing

CONCORDAT_INLINE document to_document(const run_comparison& c) {
    const auto limits = standing_limitation();
    return document::object{
        {"format", "concordat/run-diff@1"},
        {"limitation", document::object{{"text", limits.text}, {"source", limits.source}, {"url", limits.url}}},
        {"watermarks", document::list(detail::writing::watermarks_of(c))},
        {"before", detail::writing::compared_run_document(c.before)},
        {"after", detail::writing::compared_run_document(c.after)},
        {"differences",
         document::list(detail::writing::differences_of(c), detail::writing::record_difference_document)},
        {"shares", detail::writing::shares_document(c)},
        {"why_no_shares", detail::writing::text_or_null(c.no_shares)},
        {"result", detail::writing::result_difference_document(detail::writing::result_difference_of(c))}};
}

}  // namespace concordat

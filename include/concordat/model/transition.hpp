// SPDX-License-Identifier: Apache-2.0
/// A transition: the steps of a reform, each with the day from which it holds (`org:ChangeEvent`, dated).
/// Reorganisation takes years, and what stands in between is an arrangement too: a transition gives the model of any
/// day.
#pragma once

#include "concordat/model/facts.hpp"
#include "concordat/model/reform.hpp"

#include <string>
#include <vector>

namespace concordat {

struct dated_step {
    date from;  ///< the first day on which it holds
    concordat::step step;
    friend bool operator==(const dated_step&, const dated_step&) = default;
};

struct transition {
    std::string key;
    std::string title;
    std::string baseline;  ///< key of the model that it starts from
    std::vector<source> sources;
    std::vector<assumption> assumptions;
    std::vector<conflict_of_sources> conflicts;
    std::vector<dated_step> steps;  ///< in order of date
    origin where;
    friend bool operator==(const transition&, const transition&) = default;
};

/// Steps out of order of date (E405), gathered, each with its place; and no steps at all (E410).
[[nodiscard]] result<transition> check(transition);

/// The days on which something changes, in order, each once.
[[nodiscard]] std::vector<date> days_of_change(const transition&);

/// What has changed by that day, as a reform: the steps dated on it or before. Its key is that of the transition.
[[nodiscard]] reform reform_by(const transition&, date day);

/// Its steps, as for a reform.
[[nodiscard]] fact_list facts_of(const transition&);

/// The model as it stands on a day: `before`, which is read as of that day, after every step that holds by then, with
/// what each step did. Errors as for `apply`. The result's `as_of` is that day.
[[nodiscard]] result<application> state_on(const transition&, const model& before, date day);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_transition.ipp"
#endif

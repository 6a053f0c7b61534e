// SPDX-License-Identifier: Apache-2.0
/// A study: one question, the baselines and options it is asked of, the criteria, and whose weights. A value that holds
/// everything a run needs, so that running it touches no file, clock or environment.
#pragma once

#include "concordat/assess/criteria.hpp"
#include "concordat/decide/quantity.hpp"
#include "concordat/decide/weights.hpp"
#include "concordat/model/area.hpp"
#include "concordat/model/claim.hpp"
#include "concordat/model/comparable.hpp"
#include "concordat/model/model.hpp"
#include "concordat/model/reform.hpp"
#include "concordat/model/transition.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// One way to govern the service: a stack of reforms on each baseline, or on a model of its own. No reforms: that model
/// as it stands.
struct study_option {
    std::string key;
    std::string title;
    std::vector<std::string> reforms;
    concordat::evidence evidence;
    origin where;
    std::string model{};   ///< key of a model that takes the place of the baseline; empty: none
    std::string before{};  ///< key of the model that disruption is measured from; empty: the baseline, if any
    std::vector<std::string>
        transitions{};  ///< keys; on each baseline the one that starts from it, gone as far as `at`
    date at{};

    /// Whether it stands on a model of its own, so that it is the same beside every baseline.
    [[nodiscard]] bool stands_alone() const noexcept { return !model.empty(); }
};

/// A value that somebody gives for a criterion that no graph can answer, or for an axis, where it is shown beside the
/// values and never weighed.
struct judgement {
    std::string option;
    std::string criterion;  ///< key of a criterion or an axis
    quantity value;
    std::string by;
    concordat::evidence evidence;
    origin where;
};

enum class gate_state : std::uint8_t { pass, fail, unknown };
[[nodiscard]] std::string_view name(gate_state) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<gate_state>() noexcept;

/// How an option stands at a gate. Without an entry: unknown.
struct gate_finding {
    std::string option;
    std::string gate;
    gate_state state = gate_state::unknown;
    concordat::evidence evidence;
    origin where;
};

/// The evidence below which a tie is one that may not be there.
inline constexpr int certain_level = 3;
/// At most so many graphs are drawn (E701), for their tables are all held in memory.
inline constexpr std::uint64_t most_graphs = 10'000;

/// How likely it is that a tie is there which is stated at this level of evidence.
struct presence_odds {
    int level = 0;  ///< 0 to `certain_level` - 1
    stated_odds odds;
    origin where;
};

struct study {
    std::string key;
    std::string title;
    std::string question;
    std::string commissioner;
    std::vector<source> sources;
    std::vector<assumption> assumptions;
    std::optional<date> as_of;  ///< every model is read as of this day; without it each as of its own
    comparability comparable;   ///< what every model is brought to before it is measured
    std::vector<study_option> options;
    std::map<std::string, sense, std::less<>> contested;  ///< a direction for each contested criterion
    std::vector<judgement> judgements;
    std::vector<gate_finding> gates;
    std::uint64_t samples = 100'000;
    std::uint64_t seed = 1;
    bool structure = false;               ///< sample uncertain relations too
    std::uint64_t graphs = 0;             ///< how many graphs are drawn then; each is ranked samples / graphs times
    std::vector<presence_odds> presence;  ///< at most one a level; ties of other levels are there
    origin where;

    std::vector<model> baselines;  ///< in the order of the file; none where every option stands alone
    std::map<std::string, model, std::less<>> models;            ///< by key; each that an option names
    std::map<std::string, reform, std::less<>> reforms;          ///< by key; each that an option names
    std::map<std::string, transition, std::less<>> transitions;  ///< by key; each that an option names
    criteria_tree criteria;
    std::vector<weight_set> weights;  ///< in the order of the file; none: values are measured and nothing is ranked
    std::optional<area_table> areas;  ///< what the country is a patchwork of, as it stands on `as_of`
    std::vector<claim_set> claims;    ///< in the order of the file; shown, and never part of a value
};

/// What a study can be wrong about beyond its parts, gathered: duplicate options, judgements and gates of unknown
/// options, criteria that are contested and not decided (or the other way round), weight sets that do not fit the
/// tree or its ranges, models that are measured at unequal resolution (E407), no options, and no baseline for an option
/// that needs one; odds of ties that are twice stated (E206), out of range (E401), stated without a structure to sample
/// or the other way round (E207, E202); areas without a day (E202), or with an arrangement that is no baseline (E301).
[[nodiscard]] result<study> check(study);

/// An option as it is measured.
struct placed_option {
    std::optional<model> before;  ///< what disruption is measured from, where there is such a model
    application applied;          ///< the model that is measured, with what each step did
};

/// Puts an option on a baseline, or on the model of its own, as of the study's day, and makes the result comparable as
/// the study says. `baseline` may be null for an option that stands alone. Errors: of a step that cannot apply, with
/// its line; of a model that cannot be made comparable.
[[nodiscard]] result<placed_option> place(const study&, const study_option&, const model* baseline);

/// The baselines that a study runs on, one after the other; a single null where every option stands alone.
[[nodiscard]] std::vector<const model*> runs_on(const study&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_study.ipp"
#endif

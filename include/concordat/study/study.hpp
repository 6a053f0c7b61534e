// SPDX-License-Identifier: Apache-2.0
/// A study: one question, the baselines and options it is asked of, the criteria, and whose weights. A value that holds
/// everything a run needs, so that running it touches no file, clock or environment.
#pragma once

#include "concordat/assess/criteria.hpp"
#include "concordat/decide/quantity.hpp"
#include "concordat/decide/weights.hpp"
#include "concordat/model/claim.hpp"
#include "concordat/model/model.hpp"
#include "concordat/model/reform.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// One way to govern the service: a stack of reforms on a baseline. No reforms: the status quo.
struct study_option {
    std::string key;
    std::string title;
    std::vector<std::string> reforms;
    concordat::evidence evidence;
    origin where;
};

/// A value that somebody gives for a criterion that no graph can answer.
struct judgement {
    std::string option;
    std::string criterion;
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

struct study {
    std::string key;
    std::string title;
    std::string question;
    std::string commissioner;
    std::vector<source> sources;
    std::vector<assumption> assumptions;
    std::vector<study_option> options;
    std::map<std::string, sense, std::less<>> contested;  ///< a direction for each contested criterion
    std::vector<judgement> judgements;
    std::vector<gate_finding> gates;
    std::uint64_t samples = 100'000;
    std::uint64_t seed = 1;
    bool structure = false;     ///< sample uncertain relations too
    std::optional<date> as_of;  ///< the day that every baseline is read as of; without it, each as its file says
    origin where;

    std::vector<model> baselines;                        ///< in the order of the file
    std::map<std::string, reform, std::less<>> reforms;  ///< by key; each that an option names
    criteria_tree criteria;
    std::vector<weight_set> weights;  ///< in the order of the file
    std::vector<claim_set> claims;    ///< in the order of the file; shown, and never part of a value
};

/// What a study can be wrong about beyond its parts, gathered: duplicate options, judgements and gates of unknown
/// options, criteria that are contested and not decided (or the other way round), weight sets that do not fit the tree,
/// baselines of unequal resolution (E407), no options, no baselines, no weights.
[[nodiscard]] result<study> check(study);

/// An option as it stands on a baseline, with what each step did. No reforms: the baseline itself and no steps.
[[nodiscard]] result<application> apply_option(const study&, const study_option&, const model& baseline);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_study.ipp"
#endif

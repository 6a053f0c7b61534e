// SPDX-License-Identifier: Apache-2.0
/// What others published about the options of a study: claims for and against their reforms, evaluations of the same
/// done elsewhere, and the history of the decision. It is shown beside the values, with its sources, and no part of it
/// enters one.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/claim.hpp"
#include "concordat/model/evaluation.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace concordat {

/// A card with what it names in place of keys.
struct cited_card {
    std::optional<int> level;          ///< the card's own or its assumption's; nothing when unsourced
    std::vector<std::string> sources;  ///< "title, place, address"
    std::string assumption;            ///< its text, when the card rests on one
    std::string note;
};

/// A claim about a reform that an option uses.
struct study_claim {
    std::string set;  ///< key of the file that holds it
    claim said;
    std::vector<std::string> options;  ///< keys, in the order of the study
    cited_card rests_on;
};

/// An evaluation of a reform that an option uses.
struct study_evaluation {
    std::string reform;
    evaluation published;
    std::vector<std::string> options;  ///< keys, in the order of the study
    cited_card rests_on;
};

struct study_event {
    std::string set;  ///< key of the file that holds it
    event happened;
    cited_card rests_on;
};

struct published_facts {
    std::vector<study_claim> claims;            ///< for, then against, then mixed; each in order of time
    std::size_t claims_elsewhere = 0;           ///< about reforms that no option uses: counted, not shown
    std::size_t claims_later = 0;               ///< made after the study's day: counted, not shown
    std::vector<study_evaluation> evaluations;  ///< by reform, in the order of the options; within one, as in its file
};

/// About all options, as far as it was said by the study's day, where it has one. O(claims · options · reforms of an
/// option).
[[nodiscard]] published_facts published_on(const study&);
/// About one of them, which must be of the study. Every claim still tells all the options it is about.
[[nodiscard]] published_facts published_on(const study&, const study_option&);

/// The history that the study's claims tell, earliest first. With a day, only what had begun by then: whoever decided
/// on that day did not know the rest.
[[nodiscard]] std::vector<study_event> history(const study&, const std::optional<date>& until);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_published.ipp"
#endif

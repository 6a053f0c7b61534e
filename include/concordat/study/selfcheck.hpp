// SPDX-License-Identifier: Apache-2.0
/// The tests that an assurer would put to a study's ranking, on the study's own tables, graphs and weights.
#pragma once

#include "concordat/decide/selfcheck.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <string>
#include <vector>

namespace concordat {

/// Every rule of `selfcheck`, on one baseline and under one weight set.
struct study_check {
    std::string baseline;  ///< key of the model; empty where every option stands alone
    std::string weights;   ///< key of the set
    std::vector<rule_check> rules;
};

/// On every baseline and under every weight set. Errors: those of `run`; a study without weights (E410).
[[nodiscard]] result<std::vector<study_check>> selfcheck(const study&, const run_options& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/study_selfcheck.ipp"
#endif

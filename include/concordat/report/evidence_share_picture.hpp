// SPDX-License-Identifier: Apache-2.0
/// What the weight of a ranking rests on: where its values come from, how well they are known, and how well anyone
/// knows that what is asked for helps children. Three bars, each all of the weight.
#pragma once

#include "concordat/report/picture.hpp"
#include "concordat/report/ranking_choice.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <string>

namespace concordat {

/// At central weights. A value's level is that of the weakest fact that it rests on, averaged over the options; values
/// that nobody knows are a part of their own. `ranking_choice::gaps` does not matter. O(options × criteria). The result
/// must be of this study, and `key` an identifier.
[[nodiscard]] picture evidence_share_picture(std::string key, const study&, const study_result&,
                                             const ranking_choice& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_evidence_share_picture.ipp"
#endif

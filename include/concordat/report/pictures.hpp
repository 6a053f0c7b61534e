// SPDX-License-Identifier: Apache-2.0
/// Every picture of a run, so that a page, files of drawings and specifications for other programs show the same.
#pragma once

#include "concordat/report/picture.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/sensitivity.hpp"
#include "concordat/study/study.hpp"

#include <vector>

namespace concordat {

/// In the order of reading, each with a key of its own: `profile` of the values; of each weight set `first-N` and
/// `ranks-N`; `disruption` and `cost`; `evidence`; of what was tested `switch-B-N` and, where two options can be
/// compared, `tornado-B-N`; `areas-N` of a study with areas; `change-N` of each option that changes something. They are
/// of the first baseline, where nothing else is said. Without weights only what needs none. The result must be of this
/// study, and so must `tested`, which may be null.
[[nodiscard]] std::vector<picture> pictures_of(const study&, const study_result&, const sensitivity* tested = nullptr);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_pictures.ipp"
#endif

// SPDX-License-Identifier: Apache-2.0
/// `concordat evidence`: what the facts rest on, and what a study's assumptions do to its result.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include "concordat/model/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace concordat::cli {

struct evidence_arguments {
    std::vector<std::string> paths;  ///< files of ours or directories of them
    std::optional<date> on;          ///< the day sunsets are held against; without it, today
    std::uint64_t samples = 0;
    std::optional<std::uint64_t> seed;
    unsigned threads = 0;
};

/// Of all paths together; each study that is named as a file is evaluated without its assumptions, one at a time.
[[nodiscard]] result<answer> perform(const evidence_arguments&, const session&);

}  // namespace concordat::cli

// SPDX-License-Identifier: Apache-2.0
/// `concordat run`: a study from question to ranking, with how sure each rank is.
#pragma once

#include "extra_files.hpp"
#include "presentation.hpp"
#include "session.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace concordat::cli {

struct run_arguments {
    std::string study;
    std::string directory;  ///< where result files go; empty: nowhere
    extra_files also;       ///< in any order, and perhaps twice
    std::optional<std::uint64_t> samples;
    std::optional<std::uint64_t> seed;
    unsigned threads = 0;
};

[[nodiscard]] result<answer> perform(const run_arguments&, const session&);

}  // namespace concordat::cli

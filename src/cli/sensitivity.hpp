// SPDX-License-Identifier: Apache-2.0
/// `concordat sensitivity`: what would have to be true for a study to come out otherwise.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace concordat::cli {

struct sensitivity_arguments {
    std::string study;
    std::string baseline, weights;  ///< empty: each
    std::optional<std::uint64_t> samples, seed;
    unsigned threads = 0;
};

[[nodiscard]] result<answer> perform(const sensitivity_arguments&, const session&);

}  // namespace concordat::cli

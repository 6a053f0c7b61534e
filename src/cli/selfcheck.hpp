// SPDX-License-Identifier: Apache-2.0
/// `concordat selfcheck`: the tests that an assurer would put to a study's ranking.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace concordat::cli {

struct selfcheck_arguments {
    std::string study;
    std::uint64_t samples = 2000;
    std::optional<std::uint64_t> seed;
};

/// E802 when a rule is broken; what was found is printed first.
[[nodiscard]] result<answer> perform(const selfcheck_arguments&, const session&);

}  // namespace concordat::cli

// SPDX-License-Identifier: Apache-2.0
/// What the benchmarks share: where the models are, and a sink.
#pragma once

#include <concordat/concordat.hpp>

#include <array>
#include <string>
#include <string_view>

namespace concordat::bench {

/// Scotland's four arrangements.
inline constexpr std::array<std::string_view, 4> baselines{"full", "health-only", "none", "lead-agency"};

[[nodiscard]] inline std::string path_of_model(std::string_view area) {
    return std::string(CONCORDAT_MODELS) + "/scotland/" + std::string(area) + ".toml";
}
[[nodiscard]] inline model scotland(std::string_view area) { return load_model(path_of_model(area)).value(); }

[[nodiscard]] inline std::string path_of_reform(std::string_view option) {
    return std::string(CONCORDAT_MODELS) + "/reforms/ncs/" + std::string(option) + ".toml";
}

}  // namespace concordat::bench

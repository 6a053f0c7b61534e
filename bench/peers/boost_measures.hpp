// SPDX-License-Identifier: Apache-2.0
/// The measures that Boost.Graph has a textbook algorithm for, each as one function from a model to the number.
#pragma once

#include <concordat/concordat.hpp>

#include <string_view>
#include <vector>

namespace concordat::bench {

/// What stands beside one of the engine's measures. `algorithm` is what does the work, in Boost.Graph's words.
struct boost_measure {
    std::string_view measure;
    std::string_view algorithm;
    double (*value)(const model&) = nullptr;
};

[[nodiscard]] std::vector<boost_measure> boost_access_measures();
[[nodiscard]] std::vector<boost_measure> boost_accountability_measures();
[[nodiscard]] std::vector<boost_measure> boost_structure_measures();

}  // namespace concordat::bench

// SPDX-License-Identifier: Apache-2.0
/// `concordat diff` of two records: what differs between two runs, and which input explains how much of it.
#pragma once

#include "presentation.hpp"
#include "session.hpp"

#include <string>

namespace concordat::cli {

struct record_pair {
    std::string before;
    std::string after;
    std::string root_before;  ///< the directory below which the inputs lie; empty: looked for
    std::string root_after;
};

/// JSON, as opposed to TOML, which cannot begin so. Whether it is a record is for `parse_record` to say.
[[nodiscard]] bool looks_like_record(const std::string& text);

[[nodiscard]] result<answer> compare_runs(const record_pair&, const session&);

}  // namespace concordat::cli

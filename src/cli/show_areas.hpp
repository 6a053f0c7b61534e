// SPDX-License-Identifier: Apache-2.0
/// `concordat show` of a table of areas or of indicators.
#pragma once

#include "presentation.hpp"
#include "show.hpp"

namespace concordat::cli {

/// As of the year asked for, else of the last in which an arrangement changes.
[[nodiscard]] result<answer> show_areas(const show_arguments&);
/// The catalogue, or the rows of the area and indicator asked for.
[[nodiscard]] result<answer> show_indicators(const show_arguments&);

}  // namespace concordat::cli

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/write_result.hpp"

#include "concordat/io/dataset.hpp"

namespace concordat {

CONCORDAT_INLINE sheet performance_sheet(const study_result& found) {
    auto out = to_sheet(performance_data(found));
    out.notes = {std::string(standing_limitation().text)};
    return out;
}

CONCORDAT_INLINE sheet ranking_sheet(const study& s, const study_result& found) {
    auto out = to_sheet(ranking_data(s, found));
    out.notes = watermarks(s);
    return out;
}

}  // namespace concordat

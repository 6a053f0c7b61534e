// SPDX-License-Identifier: Apache-2.0
/// How much room a table of a result has, and how much of the working it shows.
#pragma once

#include "concordat/core/config.hpp"

#include <cstddef>

namespace concordat {

struct report_style {
    std::size_t width = 0;  ///< tables wider than this are split; 0: never
    int digits = 2;         ///< after the point
    bool errors = false;    ///< a standard error beside each estimate; else the largest below each table
    bool in_full = false;   ///< every claim, evaluation and event; else how many there are of each
};

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
/// A study's result as a person reads it: what was asked, what structure cannot show, then baseline by baseline the
/// values, the ranking and how sure it is, and what all of it rests on.
#pragma once

#include "concordat/io/sheet.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace concordat::cli {

/// How much room there is.
struct report_style {
    std::size_t width = 0;  ///< tables wider than this are split; 0: never
    int digits = 2;         ///< after the point
    bool errors = false;    ///< a standard error beside each estimate; else the largest below each table
    bool in_full = false;   ///< every claim, evaluation and event; else how many there are of each
};

/// `On scotland.full`, or `Each on its own model`.
[[nodiscard]] std::string place_words(const baseline_result&);

[[nodiscard]] std::vector<sheet> report(const study&, const study_result&, const report_style&);

}  // namespace concordat::cli

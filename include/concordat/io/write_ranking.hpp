// SPDX-License-Identifier: Apache-2.0
/// A ranking as a document and as a table. No rank leaves without its probability and the standard error of that, and
/// options that sampling cannot tell apart are named as such.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/additive.hpp"
#include "concordat/decide/dominance.hpp"
#include "concordat/decide/rank_probability.hpp"
#include "concordat/decide/table.hpp"
#include "concordat/io/document.hpp"
#include "concordat/io/sheet.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace concordat {

/// Sets of options of which no two are separated, so that no order within a set may be told. Every pair that is not
/// separated stands together in one set at least; an option may stand in several, since "not separated" does not carry
/// over from pair to pair. Options are positions, in order of expected rank; sets in the order of their first.
/// O(options²) unless almost all options are alike, then O(options³).
[[nodiscard]] std::vector<std::vector<std::size_t>> unseparated_groups(const rank_probabilities&);

/// Null when missing, a number when exact, else an object: `{low, high}`, `{low, mode, high}`, `{mean, sd}`,
/// `{outcomes}` or
/// `{observations}`.
[[nodiscard]] document to_document(const quantity&);

/// For each option: first, among the worst three, expected rank, each with its standard error; counts of every rank and
/// of wins over each other option, from which all else follows; and the weighting that favours it. Then the sets above.
/// O(options²).
[[nodiscard]] document to_document(const performance_table&, const rank_probabilities&);

/// The sum line by line at central weights: for each option its overall value and each criterion's weight, value and
/// product. It holds no ranks, because one weighting alone gives them no probability. O(options × criteria).
[[nodiscard]] document to_document(const performance_table&, const additive_result&);

/// A plain table, ranked: `schemas/rank.schema.json`. Functions that make one of several parts take them by name.
struct ranked_table {
    std::string key;
    std::string title;
    performance_table table;
    additive_result central;
    rank_probabilities probabilities;
    dominance_relation dominates;  ///< by expected worth
    std::uint64_t seed = 0;
};
[[nodiscard]] document to_document(const ranked_table&);
/// Two tables: what was compared, and how it stands.
[[nodiscard]] std::vector<sheet> to_sheets(const ranked_table&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_ranking.ipp"
#endif

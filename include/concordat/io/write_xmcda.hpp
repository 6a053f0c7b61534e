// SPDX-License-Identifier: Apache-2.0
/// A decision problem in XMCDA 3.1.1 (Decision Deck consortium, decision-deck.org/xmcda), so that programs that are not
/// ours can rank the same options by the same weights, and disagree.
#pragma once

#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <string>

namespace concordat {

/// All of one baseline in one document: alternatives (options); criteria, with the branches above them as criteria that
/// are not active, and the hierarchy of both; scales with the preferred direction, and in their description the unit;
/// the table of performances in raw units, `NA` where one is missing and the expected value where it is uncertain, of
/// which two more tables give the lowest and the highest; the same as worths from 0 to 1, which a weighted sum takes;
/// and, for each weight set, the central weights with the watermark in their description, the expected value of each
/// alternative, the probability that it is first with its standard error, and the matrix of who beats whom. Elements of
/// one kind are told apart by `id` and `mcdaConcept`. The standing limitation stands in the description of the
/// alternatives.
///
/// A criterion whose value function goes both ways has no preferred direction, and none is made up. Many programs read
/// one element of a kind; which ones take the whole document depends on them. `baseline` is a position in the result,
/// which must be of this study. O(options × (criteria + weight sets × options)).
[[nodiscard]] std::string to_xmcda(const study&, const study_result&, std::size_t baseline);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_xmcda.ipp"
#endif

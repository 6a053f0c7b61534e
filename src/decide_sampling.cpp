// SPDX-License-Identifier: Apache-2.0
// The layer's sampling, which is compiled for several instruction sets and takes the longest.
#include "concordat/impl/decide_confidence_factors.ipp"
#include "concordat/impl/decide_rank_probability.ipp"

// SPDX-License-Identifier: Apache-2.0
// The bodies of what would have to be true, and what would be worth knowing, compiled once.
#include "concordat/impl/decide_rank_reversal.ipp"
#include "concordat/impl/decide_switching_value.ipp"
#include "concordat/impl/decide_tornado.ipp"
#include "concordat/impl/decide_uncertainty_split.ipp"
#include "concordat/impl/decide_value_of_information.ipp"
#include "concordat/impl/decide_weight_stability.ipp"

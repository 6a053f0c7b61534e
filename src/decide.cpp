// SPDX-License-Identifier: Apache-2.0
// The layer's bodies, compiled once.
#include "concordat/impl/decide_additive.ipp"
#include "concordat/impl/decide_dominance.ipp"
#include "concordat/impl/decide_matrix.ipp"
#include "concordat/impl/decide_normalisation.ipp"
#include "concordat/impl/decide_quantity.ipp"
#include "concordat/impl/decide_ranks.ipp"
#include "concordat/impl/decide_scenarios.ipp"
#include "concordat/impl/decide_table.ipp"
#include "concordat/impl/decide_threshold.ipp"
#include "concordat/impl/decide_value_function.ipp"
#include "concordat/impl/decide_value_tree.ipp"
#include "concordat/impl/decide_weights.ipp"

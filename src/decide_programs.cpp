// SPDX-License-Identifier: Apache-2.0
// The bodies of decide, compiled once: those that solve linear programmes.
#include "concordat/impl/decide_linear_program.ipp"
#include "concordat/impl/decide_ordinal_regression.ipp"
#include "concordat/impl/decide_potential_optimality.ipp"

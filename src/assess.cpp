// SPDX-License-Identifier: Apache-2.0
#include "concordat/impl/assess_assess.ipp"
#include "concordat/impl/assess_criteria.ipp"
#include "concordat/impl/assess_leaves.ipp"
#include "concordat/impl/assess_ranges.ipp"

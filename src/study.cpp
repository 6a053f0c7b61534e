// SPDX-License-Identifier: Apache-2.0
#include "concordat/impl/study_assumption_effect.ipp"
#include "concordat/impl/study_diff.ipp"
#include "concordat/impl/study_explain.ipp"
#include "concordat/impl/study_ledger.ipp"
#include "concordat/impl/study_published.ipp"
#include "concordat/impl/study_run.ipp"
#include "concordat/impl/study_study.ipp"
#include "concordat/impl/study_without.ipp"

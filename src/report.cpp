// SPDX-License-Identifier: Apache-2.0
// The bodies of report, compiled once.
#include "concordat/impl/report_area_sheets.ipp"
#include "concordat/impl/report_foundation_sheets.ipp"
#include "concordat/impl/report_performance_sheets.ipp"
#include "concordat/impl/report_picture.ipp"
#include "concordat/impl/report_ranking_sheets.ipp"
#include "concordat/impl/report_result_sheets.ipp"
#include "concordat/impl/report_study_sheets.ipp"

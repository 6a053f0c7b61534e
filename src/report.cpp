// SPDX-License-Identifier: Apache-2.0
// The bodies of report, compiled once.
#include "concordat/impl/report_area_picture.ipp"
#include "concordat/impl/report_evidence_share_picture.ipp"
#include "concordat/impl/report_first_place_picture.ipp"
#include "concordat/impl/report_picture.ipp"
#include "concordat/impl/report_profile_picture.ipp"
#include "concordat/impl/report_rank_heat_picture.ipp"
#include "concordat/impl/report_switch_point_picture.ipp"
#include "concordat/impl/report_tornado_picture.ipp"
#include "concordat/impl/report_trade_off_picture.ipp"

// SPDX-License-Identifier: Apache-2.0
// The bodies of report, compiled once.
#include "concordat/impl/report_change_picture.ipp"
#include "concordat/impl/report_graph_layout.ipp"
#include "concordat/impl/report_layout_chains.ipp"
#include "concordat/impl/report_layout_order.ipp"
#include "concordat/impl/report_layout_place.ipp"
#include "concordat/impl/report_layout_rows.ipp"
#include "concordat/impl/report_layout_tracks.ipp"
#include "concordat/impl/report_model_picture.ipp"
#include "concordat/impl/report_picture.ipp"

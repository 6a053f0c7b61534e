// SPDX-License-Identifier: Apache-2.0
// The bodies of report, compiled once.
#include "concordat/impl/report_chance.ipp"
#include "concordat/impl/report_child_rights.ipp"
#include "concordat/impl/report_child_rights_text.ipp"
#include "concordat/impl/report_child_summary.ipp"
#include "concordat/impl/report_duties.ipp"
#include "concordat/impl/report_family_table.ipp"
#include "concordat/impl/report_picture.ipp"
#include "concordat/impl/report_plain_summary.ipp"
#include "concordat/impl/report_prose.ipp"
#include "concordat/impl/report_reading_age.ipp"

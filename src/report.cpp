// SPDX-License-Identifier: Apache-2.0
// The bodies of report, compiled once.
#include "concordat/impl/report_picture.ipp"

// SPDX-License-Identifier: Apache-2.0
// The layer's bodies, compiled once.
#include "concordat/impl/core_error.ipp"
#include "concordat/impl/core_executor.ipp"
#include "concordat/impl/core_text.ipp"
#include "concordat/impl/core_utf8.ipp"

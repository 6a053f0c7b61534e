// SPDX-License-Identifier: Apache-2.0
/// The fingerprint of bytes, for run records and for identifiers that stay the same from run to run.
#pragma once

#include "concordat/core/config.hpp"

#include <string>
#include <string_view>

namespace concordat {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. O(|bytes|). Throws std::bad_alloc when the cryptographic
/// library cannot work, which happens only when memory is out.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_hash.ipp"
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/hash.hpp"

#include <openssl/evp.h>

#include <array>
#include <new>

namespace concordat {

CONCORDAT_INLINE std::string sha256(std::string_view bytes) {
    std::array<unsigned char, 32> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc();
    CONCORDAT_ASSERT(size == digest.size());
    std::string text;
    text.reserve(2 * digest.size());
    for (const unsigned byte : digest) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 0xfu];
    }
    return text;
}

}  // namespace concordat

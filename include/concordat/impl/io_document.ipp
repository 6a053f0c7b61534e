// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/document.hpp"

#include <algorithm>
#include <array>

namespace concordat {

CONCORDAT_INLINE document document::empty_object() { return object{}; }

CONCORDAT_INLINE std::optional<std::int64_t> document::as_signed() const noexcept {
    if (const auto* whole = std::get_if<std::int64_t>(&value_)) return *whole;
    return std::nullopt;
}

CONCORDAT_INLINE std::optional<std::uint64_t> document::as_unsigned() const noexcept {
    if (const auto* large = std::get_if<std::uint64_t>(&value_)) return *large;
    const auto* whole = std::get_if<std::int64_t>(&value_);
    if (whole == nullptr || *whole < 0) return std::nullopt;
    return static_cast<std::uint64_t>(*whole);
}

CONCORDAT_INLINE std::string_view document::type_name() const noexcept {
    constexpr std::array<std::string_view, 8> names = {"null",   "boolean", "integer", "integer",
                                                       "number", "string",  "array",   "object"};
    return names[value_.index()];
}

CONCORDAT_INLINE const document* document::find(std::string_view key) const noexcept {
    const auto* members = as_object();
    if (members == nullptr) return nullptr;
    const auto found =
        std::find_if(members->begin(), members->end(), [&](const member& candidate) { return candidate.key == key; });
    return found == members->end() ? nullptr : &found->value;
}

CONCORDAT_INLINE document& document::set(std::string key, document value) {
    CONCORDAT_ASSERT(as_object() != nullptr && find(key) == nullptr);
    std::get<object>(value_).push_back({std::move(key), std::move(value)});
    return *this;
}

CONCORDAT_INLINE document& document::push(document value) {
    CONCORDAT_ASSERT(as_array() != nullptr);
    std::get<array>(value_).push_back(std::move(value));
    return *this;
}

CONCORDAT_INLINE bool operator==(const document& a, const document& b) noexcept { return a.value_ == b.value_; }

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
/// The value tree that every JSON output is built from. It keeps the order in which keys were put in, so that output is
/// stable; it keeps whole numbers and measured ones apart. It is no database: looking up a key walks the object.
#pragma once

#include "concordat/core/config.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace concordat {

namespace detail {
/// An unsigned number. `bool` is one to the language, and none to a reader.
template <class Number>
concept counting_number = std::unsigned_integral<Number> && !std::same_as<Number, bool>;
}  // namespace detail

/// A key and what stands under it. A template because an object's members and the document hold each other.
template <class Value>
struct keyed {
    std::string key;
    Value value;
    friend bool operator==(const keyed&, const keyed&) noexcept = default;
};

/// Null, a truth value, a whole number, a double, a text, a list, or an object. A value: equal when its content is
/// equal, order of keys included. The whole number 1 and the double 1.0 differ.
class document {
public:
    using member = keyed<document>;
    using array = std::vector<document>;
    using object = std::vector<member>;

    document() noexcept = default;
    document(std::nullptr_t) noexcept {}
    document(std::same_as<bool> auto value) noexcept : value_(value) {}
    document(std::signed_integral auto value) noexcept : value_(static_cast<std::int64_t>(value)) {}
    document(std::floating_point auto value) noexcept : value_(static_cast<double>(value)) {}
    /// Whole numbers that fit a signed 64-bit one are kept as such, so that 7 is 7 whatever its type was.
    document(detail::counting_number auto value) noexcept {
        if (std::in_range<std::int64_t>(value))
            value_ = static_cast<std::int64_t>(value);
        else
            value_ = static_cast<std::uint64_t>(value);
    }
    document(std::string value) noexcept : value_(std::move(value)) {}
    document(std::string_view value) : value_(std::string(value)) {}
    document(const char* value) : value_(std::string(value)) {}
    document(array values) noexcept : value_(std::move(values)) {}
    document(object members) noexcept : value_(std::move(members)) {}
    /// Nothing becomes null: a missing value is shown as missing.
    template <class Value>
    document(const std::optional<Value>& value) {
        if (value) *this = document(*value);
    }

    /// A list with one element for each of `items`, made by `convert`.
    template <class Items, class Convert>
    [[nodiscard]] static document list(const Items& items, Convert convert) {
        array values;
        for (const auto& item : items) values.emplace_back(convert(item));
        return values;
    }
    /// A list of things that are documents already, as texts and numbers.
    template <class Items>
    [[nodiscard]] static document list(const Items& items) {
        array values;
        for (const auto& item : items) values.emplace_back(item);
        return values;
    }
    [[nodiscard]] static document empty_object();

    [[nodiscard]] bool is_null() const noexcept { return std::holds_alternative<std::monostate>(value_); }
    /// Null pointers where it is something else.
    [[nodiscard]] const bool* as_bool() const noexcept { return std::get_if<bool>(&value_); }
    [[nodiscard]] const double* as_double() const noexcept { return std::get_if<double>(&value_); }
    [[nodiscard]] const std::string* as_string() const noexcept { return std::get_if<std::string>(&value_); }
    [[nodiscard]] const array* as_array() const noexcept { return std::get_if<array>(&value_); }
    [[nodiscard]] const object* as_object() const noexcept { return std::get_if<object>(&value_); }
    /// Whole numbers in the asked range; nothing for others and for anything else.
    [[nodiscard]] std::optional<std::int64_t> as_signed() const noexcept;
    [[nodiscard]] std::optional<std::uint64_t> as_unsigned() const noexcept;
    /// "null", "boolean", "integer", "number", "string", "array" or "object", as JSON Schema calls them.
    [[nodiscard]] std::string_view type_name() const noexcept;

    /// The member of that key; null when there is none or this is no object. O(members).
    [[nodiscard]] const document* find(std::string_view key) const noexcept;
    /// Adds a member at the end. This must be an object that does not have the key yet; the writers know their keys.
    document& set(std::string key, document value);
    /// Adds an element at the end. This must be a list.
    document& push(document value);

    friend bool operator==(const document&, const document&) noexcept;

private:
    std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, array, object> value_;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_document.ipp"
#endif

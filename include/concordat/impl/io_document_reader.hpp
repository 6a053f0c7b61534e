// SPDX-License-Identifier: Apache-2.0
/// Reading back what a run wrote as JSON. Internal to the bodies of io.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/io/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace concordat::detail::writing {

/// Takes values out of the JSON that a run left, and remembers the first that is not there or of another type. `what`
/// is "record" or "result".
class document_reader {
public:
    document_reader(std::string path, std::string what) : path_(std::move(path)), what_(std::move(what)) {}

    [[nodiscard]] const document* member(const document& owner, std::string_view key) {
        const auto* found = owner.find(key);
        if (found == nullptr)
            refuse(errc::missing_key, "the " + what_ + " lacks \"" + std::string(key) + "\"",
                   "it was cut off or written by hand");
        return found;
    }
    [[nodiscard]] std::string text(const document& owner, std::string_view key) {
        const auto* found = member(owner, key);
        const auto* value = found == nullptr ? nullptr : found->as_string();
        if (found != nullptr && value == nullptr) refuse_type(key, *found, "a text");
        return value == nullptr ? std::string() : *value;
    }
    [[nodiscard]] bool truth(const document& owner, std::string_view key) {
        const auto* found = member(owner, key);
        const auto* value = found == nullptr ? nullptr : found->as_bool();
        if (found != nullptr && value == nullptr) refuse_type(key, *found, "true or false");
        return value != nullptr && *value;
    }
    [[nodiscard]] double number(const document& owner, std::string_view key) {
        const auto* found = member(owner, key);
        const auto* value = found == nullptr ? nullptr : found->as_double();
        if (found != nullptr && value == nullptr) refuse_type(key, *found, "a number");
        return value == nullptr ? 0 : *value;
    }
    [[nodiscard]] std::uint64_t whole(const document& owner, std::string_view key) {
        const auto* found = member(owner, key);
        return found == nullptr ? 0 : whole_of(*found, key);
    }
    [[nodiscard]] std::uint64_t whole_of(const document& value, std::string_view key) {
        const auto number = value.as_unsigned();
        if (!number) refuse_type(key, value, "a whole number from 0");
        return number ? *number : 0;
    }
    /// Empty where it is none. It lives as long as its owner and this reader do, like what `object` gives.
    [[nodiscard]] const document::array& list(const document& owner, std::string_view key) {
        const auto* found = member(owner, key);
        const auto* values = found == nullptr ? nullptr : found->as_array();
        if (found != nullptr && values == nullptr) refuse_type(key, *found, "a list");
        return values == nullptr ? no_list_ : *values;
    }
    [[nodiscard]] const document& object(const document& owner, std::string_view key) {
        const auto* found = member(owner, key);
        if (found != nullptr && found->as_object() == nullptr) refuse_type(key, *found, "an object");
        return found == nullptr || found->as_object() == nullptr ? no_object_ : *found;
    }

    void refuse(errc code, std::string message, std::string hint = {}) {
        if (!problem_) problem_ = error{code, std::move(message), std::move(hint), {path_, 0, 0}, {}};
    }
    void refuse_type(std::string_view key, const document& seen, std::string_view expected) {
        refuse(errc::wrong_type, "\"" + std::string(key) + "\" is of type " + std::string(seen.type_name()) +
                                     ", but the " + what_ + " of a run has " + std::string(expected) + " there");
    }
    [[nodiscard]] const std::optional<error>& problem() const noexcept { return problem_; }

private:
    std::string path_;
    std::string what_;
    document::array no_list_;
    document no_object_ = document::empty_object();
    std::optional<error> problem_;
};

}  // namespace concordat::detail::writing

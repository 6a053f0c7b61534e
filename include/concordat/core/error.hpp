// SPDX-License-Identifier: Apache-2.0
/// What can go wrong with input, and how a function says so: a `result` holds a value or an `error`, and an error has a
/// code, a place, a sentence and a way out. Errors do not cross as exceptions unless a caller asks with `value()`.
#pragma once

#include "concordat/core/config.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <exception>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat {

/// Numbers that never change: they are printed as E<number>, and stand in logs, tests and other people's scripts.
/// 1xx syntax, 2xx the shape of a file, 3xx references, 4xx values, 5xx reforms, 6xx files, 7xx limits, 8xx
/// interruption, 9xx the engine's own faults.
enum class errc : std::uint16_t {
    bad_syntax = 101,
    bad_encoding = 102,
    nested_too_deep = 103,
    key_too_long = 104,

    unknown_key = 201,
    missing_key = 202,
    wrong_type = 203,
    unknown_format = 204,
    key_not_path = 205,
    duplicate_key = 206,
    conflicting_keys = 207,

    dangling_reference = 301,
    extends_cycle = 302,
    extends_redefines = 303,
    leaves_root = 304,
    no_such_file = 305,

    out_of_range = 401,
    not_a_number = 402,
    not_in_vocabulary = 403,
    weights_do_not_sum = 404,
    bad_interval = 405,
    bad_identifier = 406,
    unequal_resolution = 407,
    duplicate_relation = 408,
    self_relation = 409,
    missing_value = 410,
    bad_parameter = 411,
    accountability_cycle = 412,

    step_cannot_apply = 501,
    reforms_conflict = 502,

    cannot_read = 601,
    cannot_write = 602,
    not_a_file = 603,

    limit_exceeded = 701,

    interrupted = 801,
    differs = 802,

    internal = 901,
};

/// Where in the user's input. `line` and `column` count from 1; 0 means not known.
struct source_pos {
    std::string path;
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    friend bool operator==(const source_pos&, const source_pos&) = default;
};

/// One mistake. `message` says what is wrong, with the value seen, and what was expected; `hint` the way out, often the
/// nearest known name. Readers gather: `more` holds the file's other mistakes, in line order.
struct error {
    errc code = errc::internal;
    std::string message;
    std::string hint;
    source_pos where;
    std::vector<error> more;
};

/// `path:line:column: error[E201]: message`, then `  hint: …` on a line of its own; then the same for each of `more`.
/// Control and direction characters of input are shown as `\u001b`.
[[nodiscard]] std::string to_string(const error&);
std::ostream& operator<<(std::ostream&, const error&);

/// The same line with another word for its gravity, as for warnings: `path:line:column: warning[E412]: …`.
[[nodiscard]] std::string describe(const error&, std::string_view gravity);

/// One error out of several, ordered by path, line and column. The list may not be empty.
[[nodiscard]] error gather(std::vector<error> problems);

/// The one exception of the library, thrown by `result::value()` alone. `what()` is the error as `to_string` prints it.
class failure : public std::exception {
public:
    explicit failure(error cause);
    [[nodiscard]] const char* what() const noexcept override { return text_.c_str(); }
    [[nodiscard]] const error& cause() const noexcept { return cause_; }

private:
    error cause_;
    std::string text_;
};

/// A value, or the reason why there is none. `value()` on a temporary returns by value, so that a range-for over
/// `load_model(path).value()` never reads a dead object.
template <class T>
class [[nodiscard]] result : public tl::expected<T, error> {
    using base = tl::expected<T, error>;

public:
    using base::base;
    result(base b) : base(std::move(b)) {}

    [[nodiscard]] const T& value() const& {
        check();
        return **this;
    }
    [[nodiscard]] T& value() & {
        check();
        return **this;
    }
    [[nodiscard]] T value() && {
        check();
        return *std::move(*this);
    }

private:
    void check() const {
        if (!this->has_value()) throw failure(this->error());
    }
};

/// For functions that give nothing back.
using status = tl::expected<void, error>;

[[nodiscard]] inline tl::unexpected<error> fail(error e) { return tl::unexpected<error>(std::move(e)); }
[[nodiscard]] inline tl::unexpected<error> fail(errc code, std::string message, std::string hint = {},
                                                source_pos where = {}) {
    return tl::unexpected<error>(error{code, std::move(message), std::move(hint), std::move(where), {}});
}

}  // namespace concordat

#define CONCORDAT_CONCAT_IMPL(a, b) a##b
#define CONCORDAT_CONCAT(a, b) CONCORDAT_CONCAT_IMPL(a, b)
#define CONCORDAT_TRY_IMPL(name, decl, expr)                                  \
    auto name = (expr);                                                       \
    if (!(name).has_value()) return concordat::fail(std::move(name).error()); \
    decl = *std::move(name)
/// `CONCORDAT_TRY(const auto model, load_model(path));` returns the error, or declares the value. For .ipp and .cpp
/// only.
#define CONCORDAT_TRY(decl, expr) CONCORDAT_TRY_IMPL(CONCORDAT_CONCAT(concordat_try_, __COUNTER__), decl, expr)

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/core_error.ipp"
#endif

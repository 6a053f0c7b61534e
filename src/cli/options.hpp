// SPDX-License-Identifier: Apache-2.0
/// How the options of every command are read: a word of a list, layers, a whole number, a day. Only arguments.cpp
/// includes this, because CLI11 is dear to compile.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/model/date.hpp"
#include "concordat/model/vocabulary.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace concordat::cli {

/// An option that takes one of `words`, in the order of the enumerators of `Into`, or of what `Into` is an optional of.
template <class Into, std::size_t Count>
CLI::Option* add_choice(CLI::App& command, const char* name, Into& value,
                        const std::array<std::string_view, Count>& words, const std::string& help) {
    std::string known;
    for (const auto word : words) (known += known.empty() ? "" : "|") += word;
    return command
        .add_option_function<std::string>(
            name,
            [&value, words](const std::string& text) {
                const auto found = std::find(words.begin(), words.end(), text);
                if (found == words.end())
                    throw CLI::ValidationError("\"" + printable(text) + "\" is none of the known words; " +
                                               suggest(text, words));
                if constexpr (std::is_enum_v<Into>)
                    value = static_cast<Into>(found - words.begin());
                else
                    value = static_cast<typename Into::value_type>(found - words.begin());
            },
            help)
        ->type_name(known);
}

/// Layers, parted by commas. One text, so that a file may follow it.
inline CLI::Option* add_layers(CLI::App& command, std::optional<layer_set>& value, const std::string& help) {
    return command
        .add_option_function<std::string>(
            "--layers",
            [&value](const std::string& text) {
                value.emplace();
                for (std::size_t from = 0; from <= text.size();) {
                    const std::size_t to = std::min(text.find(',', from), text.size());
                    const std::string one = text.substr(from, to - from);
                    const auto known = word<layer>(one);
                    if (!known)
                        throw CLI::ValidationError("\"" + printable(one) + "\" is no layer; " +
                                                   suggest(one, words<layer>()));
                    value->insert(*known);
                    from = to + 1;
                }
            },
            help)
        ->type_name("LAYER,...");
}

/// A whole number written with digits alone, so that -1 and 1e6 are refused and not converted.
template <class Number>
CLI::Option* add_count(CLI::App& command, const char* name, Number& value, const std::string& help) {
    return command
        .add_option_function<std::string>(
            name,
            [&value, name](const std::string& text) {
                std::uint64_t number = 0;
                const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
                if (!digits || text.size() > 20 || !CLI::detail::lexical_cast(text, number))
                    throw CLI::ValidationError(std::string(name) + " = \"" + printable(text) +
                                               "\", but it takes a whole number in digits, from 0 to 2^64 - 1");
                value = number;
            },
            help)
        ->type_name("N");
}

/// A day as `2026-11-22`, which has to exist.
inline std::optional<date> day_of(const std::string& text) {
    constexpr std::string_view form = "dddd-dd-dd";
    if (text.size() != form.size()) return std::nullopt;
    for (std::size_t i = 0; i < form.size(); ++i)
        if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != '-') return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t digits) { return std::stoi(text.substr(at, digits)); };
    const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                          std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                          std::chrono::day(static_cast<unsigned>(number(8, 2)))};
    if (!day.ok()) return std::nullopt;
    return calendar_day(day);
}

inline CLI::Option* add_day(CLI::App& command, const char* name, std::optional<date>& value, const std::string& help) {
    return command
        .add_option_function<std::string>(
            name,
            [&value, name](const std::string& text) {
                value = day_of(text);
                if (!value)
                    throw CLI::ValidationError(std::string(name) + " = \"" + printable(text) +
                                               "\", but it takes a day that exists, as 2026-11-22");
            },
            help)
        ->type_name("DATE");
}

inline void add_threads(CLI::App& command, unsigned& threads) {
    command.add_option("--threads", threads, "0: as many as the machine has; changes no result")
        ->type_name("N")
        ->check(CLI::Range(0, 1024));
}

}  // namespace concordat::cli

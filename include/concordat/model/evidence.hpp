// SPDX-License-Identifier: Apache-2.0
/// What a fact rests on. Every actor, relation, persona, step, criterion and option carries evidence or is reported as
/// having none. Levels are those of the study's evidence card: 4 in force and in primary text, 3 official guidance or
/// scheme, 2 local document or secondary, 1 inferred, prospective or background, 0 assumed.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/date.hpp"
#include "concordat/model/vocabulary.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// Where something was written down, for messages and explanations. Takes no part in equality: a model read from
/// another file with the same content is the same model.
struct origin {
    source_pos at;
    friend bool operator==(const origin&, const origin&) noexcept { return true; }
};

enum class sourcing : std::uint8_t { official, secondary, background };
[[nodiscard]] std::string_view name(sourcing) noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<sourcing>() noexcept;

/// A document. `date` is its own, `read` when it was last checked, `sunset` the day after which it should be again.
struct source {
    std::string key;
    std::string title;
    std::string url;
    std::optional<date> dated;
    std::optional<date> read;
    sourcing quality = sourcing::background;
    origin where;
    std::optional<date> sunset{};
    friend bool operator==(const source&, const source&) = default;
};

/// The card on one fact. Empty (`!stated()`): unsourced, and counted as such.
struct evidence {
    std::vector<std::string> sources;  ///< source keys
    std::string at;                    ///< section, paragraph, page
    std::optional<int> level;          ///< 0 to 4
    std::string assumption;            ///< key of an assumption, or empty
    std::string note;
    std::optional<date> sunset{};  ///< the day after which this fact should be checked again
    friend bool operator==(const evidence&, const evidence&) = default;

    [[nodiscard]] bool stated() const noexcept { return !sources.empty() || !assumption.empty(); }
};

/// Something nobody's source says and the model needs. Counted in every output.
struct assumption {
    std::string key;
    std::string text;
    std::string why;
    int level = 0;  ///< 0 or 1
    origin where;
    friend bool operator==(const assumption&, const assumption&) = default;
};

/// Two sources that disagree; both are kept.
struct conflict_of_sources {
    std::string about;
    std::vector<std::string> sources;
    std::string text;
    origin where;
    friend bool operator==(const conflict_of_sources&, const conflict_of_sources&) = default;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_evidence.ipp"
#endif

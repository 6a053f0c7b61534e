// SPDX-License-Identifier: Apache-2.0
/// What a measure of a governance graph is, and what it returns: a number and the reason for it. A measure is any type
/// with a `measure_info` and a call on a model; its parameters are its members. The built-in ones and a user's own are
/// alike.
#pragma once

#include "concordat/core/sense.hpp"
#include "concordat/model/model.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// A measure's card. `key` is its word everywhere; `id` its number in the study's list of thirty (empty for others).
struct measure_info {
    std::string_view key;
    std::string_view unit;
    sense better = sense::contested;
    std::string_view id{};
    std::string_view title{};
    std::string_view formula{};    ///< in words, as `explain` prints it
    std::string_view criticism{};  ///< the main thing said against it; printed beside every use
    std::string_view source{};     ///< the paper or text it comes from
    layer_set reads{};     ///< layers whose ties it counts, so that it is missing where they are not drawn in full
    layer_set consults{};  ///< further ones whose ties can move its value, and that it can do without

    /// The layers in which a tie can move the value; every layer where the card names none.
    [[nodiscard]] constexpr layer_set moved_by() const noexcept {
        layer_set all = reads;
        all.insert(consults);
        return all.empty() ? every_layer() : all;
    }
};

/// A piece of the evidence for a value, so that a reader can check it by eye: the path, cut, gatekeeper or shared body.
/// The relations and rights are what the text rests on, so that a value can be graded by the evidence for them.
struct witness {
    std::string text;                      ///< one line, actors by key: "school -> children_sw_team -> third_sector"
    std::vector<std::uint32_t> relations;  ///< positions in `model::relations()`
    std::vector<actor_index> actors;
    std::vector<std::uint32_t> rights{};  ///< positions in `model::decision_rights()`
};

/// A named part of a finding: one persona's, one provider's, a variant's.
struct figure {
    std::string name;
    double value = 0;
    friend bool operator==(const figure&, const figure&) = default;
};

/// The result of a measure on a model. Never NaN. Infinity does not occur: what cannot be reached is counted in
/// `figures` and told in a witness.
struct finding {
    std::optional<double> value;  ///< nothing: it cannot be measured here, and `missing` says what is lacking
    std::string missing;
    std::vector<figure> figures;
    std::vector<witness> witnesses;
};

/// What can stand behind a criterion.
template <class Measure>
concept measure = requires(const Measure& m, const model& g) {
    { Measure::info } -> std::convertible_to<measure_info>;
    { m(g) } -> std::same_as<finding>;
};

}  // namespace concordat

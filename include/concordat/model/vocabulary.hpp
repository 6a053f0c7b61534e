// SPDX-License-Identifier: Apache-2.0
/// The closed words of a governance model: relation types and their layers, levels, states. Each word is the same in
/// TOML, C++, C, on the command line and in reports. Kinds of actor and services are open lists, kept in
/// `models/vocabulary.toml`.
#pragma once

#include "concordat/core/config.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// What one actor does to another. Direction reads as a sentence: `from accountable_to to`.
/// `shares_information_with` and `plans_jointly_with` hold both ways.
enum class relation_type : std::uint8_t {
    accountable_to,
    directs,
    appoints,
    employs,
    delegates_to,
    funds,
    commissions,
    refers_to,
    delivers,
    shares_information_with,
    plans_jointly_with,
    member_of,
    inspects,
    audits,
    registers,
    monitors,
    participates_in,
    advocates_for,
    advises,
};
inline constexpr std::size_t relation_type_count = 19;

/// Layers are never merged into one pile of relations: co-ordination without regard to function misleads (Bolland &
/// Wilson 1994).
enum class layer : std::uint8_t {
    accountability,
    delegation,
    money,
    referral,
    delivery,
    information,
    planning,
    scrutiny,
    voice,
};
inline constexpr std::size_t layer_count = 9;

/// Some of the layers. In order of the enumerators when walked.
class layer_set {
public:
    constexpr layer_set() noexcept = default;
    constexpr layer_set(std::initializer_list<layer> layers) noexcept {
        for (const auto one : layers) insert(one);
    }
    constexpr void insert(layer one) noexcept { bits_ = static_cast<std::uint16_t>(bits_ | bit(one)); }
    constexpr void insert(layer_set more) noexcept { bits_ = static_cast<std::uint16_t>(bits_ | more.bits_); }
    [[nodiscard]] constexpr bool contains(layer one) const noexcept { return (bits_ & bit(one)) != 0; }
    [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
    friend constexpr bool operator==(layer_set, layer_set) noexcept = default;

private:
    [[nodiscard]] static constexpr std::uint16_t bit(layer one) noexcept {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(one));
    }
    std::uint16_t bits_ = 0;
};
[[nodiscard]] constexpr layer_set every_layer() noexcept {
    layer_set all;
    for (std::size_t one = 0; one < layer_count; ++one) all.insert(static_cast<layer>(one));
    return all;
}
/// Those that are in both, in order.
[[nodiscard]] std::vector<layer> common(layer_set a, layer_set b);
/// "money, voice"; empty for none.
[[nodiscard]] std::string text_of(layer_set);

/// Where an actor stands. `local` is a council area; `frontline` meets families; `national` and `regional` are above.
enum class level : std::uint8_t { national, regional, local, frontline, public_ };
/// How finely a model is drawn. Models of unequal resolution are not compared: a finer one has more hand-offs.
enum class resolution : std::uint8_t { national, body, team };
/// Whether something stands in law or practice today. `current` and `pilot` are measured; so is `former` on the days
/// before it ended.
enum class standing : std::uint8_t { current, former, pilot, proposed, prospective };
/// A tie in law is not a working tie.
enum class basis : std::uint8_t { law, guidance, practice };
/// GIRFEC's two roles of practice.
enum class practice_role : std::uint8_t { named_person, lead_professional };
/// What one can hold of a service; see `holders`.
enum class holding : std::uint8_t { accountable, delivers, funds, commissions, decides };

[[nodiscard]] layer layer_of(relation_type) noexcept;
/// True for the types that hold both ways.
[[nodiscard]] bool is_symmetric(relation_type) noexcept;
[[nodiscard]] std::span<const relation_type> types_of(layer) noexcept;

[[nodiscard]] std::string_view name(relation_type) noexcept;
[[nodiscard]] std::string_view name(layer) noexcept;
[[nodiscard]] std::string_view name(level) noexcept;
[[nodiscard]] std::string_view name(resolution) noexcept;
[[nodiscard]] std::string_view name(standing) noexcept;
[[nodiscard]] std::string_view name(basis) noexcept;
[[nodiscard]] std::string_view name(practice_role) noexcept;
[[nodiscard]] std::string_view name(holding) noexcept;

/// Every word of a closed vocabulary, in the order of its enumerators.
template <class Word>
[[nodiscard]] std::span<const std::string_view> words() noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<relation_type>() noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<layer>() noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<level>() noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<resolution>() noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<standing>() noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<basis>() noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<practice_role>() noexcept;
template <>
[[nodiscard]] std::span<const std::string_view> words<holding>() noexcept;

/// The enumerator of a word; nothing for any other text.
template <class Word>
[[nodiscard]] std::optional<Word> word(std::string_view text) noexcept {
    const auto all = words<Word>();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i] == text) return static_cast<Word>(i);
    return std::nullopt;
}

/// A kind of actor, with the W3C Organization Ontology or CPSV-AP term it maps to.
struct actor_kind {
    std::string key;
    std::string title;
    std::string org;
    friend bool operator==(const actor_kind&, const actor_kind&) = default;
};

/// A kind of help, or a function of government. `universal`: everybody of that age uses it.
struct service {
    std::string key;
    std::string title;
    bool universal = false;
    friend bool operator==(const service&, const service&) = default;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_vocabulary.ipp"
#endif

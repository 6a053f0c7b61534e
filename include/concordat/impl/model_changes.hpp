// SPDX-License-Identifier: Apache-2.0
/// Internal: two models side by side, thing by thing and attribute by attribute. `diff`, the record of a reform and the
/// search for conflicts all read this one comparison.
#pragma once

#include "concordat/impl/model_text.hpp"
#include "concordat/model/model.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::comparing {

/// `text` is empty where nothing is stated.
struct attribute {
    std::string_view name;
    std::string text;
};
/// All attributes of a kind of thing, always in the same order.
using attributes = std::vector<attribute>;

[[nodiscard]] attributes attributes_of(const actor&);
[[nodiscard]] attributes attributes_of(const relation&);
[[nodiscard]] attributes attributes_of(const persona&);
[[nodiscard]] attributes attributes_of(const decision_right&);
[[nodiscard]] attributes attributes_of(const service&);
[[nodiscard]] attributes attributes_of(const actor_kind&);

/// `status current; amount 60 GBP_m/year of 2022`: what is stated.
[[nodiscard]] std::string content_text(const attributes&);

/// One thing that is not the same in both. Where it is in both, `before` and `after` hold only the attributes that
/// differ.
struct difference {
    std::string_view kind;  ///< actor, relation, persona, right, kind, service or setting
    std::optional<concordat::layer> layer;
    std::string subject;  ///< the kind, and the name by which it is the same thing in both
    bool was = false;     ///< it stands before
    bool is = false;      ///< it stands after
    attributes before;
    attributes after;
    origin where;
};

/// What is compared of a model: everything, or what a step touched of it.
struct compared {
    date as_of;
    std::span<const actor> actors;
    std::vector<const relation*> relations;
    std::span<const persona> personas;
    std::span<const decision_right> decision_rights;
};

/// In the order of `diff`. O(n log n), and text is made only of what differs.
[[nodiscard]] std::vector<difference> differences(const compared& before, const compared& after);
/// The same of whole models, after the differences of their settings and vocabularies.
[[nodiscard]] std::vector<difference> differences(const model& before, const model& after);

}  // namespace concordat::detail::comparing

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_attributes.ipp"
#include "concordat/impl/model_changes.ipp"
#endif

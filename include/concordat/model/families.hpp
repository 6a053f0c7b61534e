// SPDX-License-Identifier: Apache-2.0
/// Family types that do not belong to one model, so that several models can be asked about the same families. Where a
/// family can walk in is said by role, for the bodies have other names elsewhere.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/model/facts.hpp"
#include "concordat/model/model.hpp"
#include "concordat/model/reform.hpp"

#include <string>
#include <vector>

namespace concordat {

/// A family type whose entries are actors' keys, or whoever holds something in the model at hand.
struct family_type {
    persona family;  ///< its own `entries` are unused
    std::vector<endpoint> entries;
    friend bool operator==(const family_type&, const family_type&) = default;
};

struct families {
    std::string key;
    std::string title;
    std::vector<source> sources;
    std::vector<assumption> assumptions;
    std::vector<family_type> types;
    origin where;
    friend bool operator==(const families&, const families&) = default;
};

/// Its family types.
[[nodiscard]] fact_list facts_of(const families&);

/// The model with these families in place of its own. Entries that nobody holds in it, services and actors that it does
/// not know, and sources that it knows otherwise are errors, all at once. O(types · entries · relations).
[[nodiscard]] result<model> with_families(const model&, const families&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_families.ipp"
#endif

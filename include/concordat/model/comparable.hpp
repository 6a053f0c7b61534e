// SPDX-License-Identifier: Apache-2.0
/// What makes models of different systems comparable: one resolution, one list of services, one set of families. It is
/// stated by a study and shown with its result, because it decides what is compared.
#pragma once

#include "concordat/model/collapse.hpp"
#include "concordat/model/families.hpp"

#include <optional>
#include <string>
#include <vector>

namespace concordat {

struct comparability {
    std::optional<concordat::resolution> resolution;  ///< nothing: as drawn
    std::vector<std::string> services;                ///< empty: all
    std::optional<concordat::families> families;      ///< nothing: each model's own
    friend bool operator==(const comparability&, const comparability&) = default;

    [[nodiscard]] bool empty() const noexcept { return !resolution && services.empty() && !families; }
};

/// Only what is for these services, and what is general. Services of a relation or a decision right are narrowed to the
/// list; those that are for others alone go, as do needs of families for others. Relations that have become equal are
/// one, as in `collapse`. A service that the model's vocabulary does not have is E301. O(relations · log relations).
[[nodiscard]] result<model> restricted(const model&, const std::vector<std::string>& services);

/// Families first, since entries are found among the actors as drawn; then the services, then the resolution.
[[nodiscard]] result<model> made_comparable(const model&, const comparability&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_comparable.ipp"
#endif

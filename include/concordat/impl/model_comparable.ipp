// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/comparable.hpp"

#include "concordat/impl/model_quotient.hpp"

#include <algorithm>
#include <utility>

namespace concordat {

namespace detail::modelling {

/// Narrows a thing's services; false when it was for others alone. A general thing stays general.
inline bool narrow(std::vector<std::string>& services, const std::vector<std::string>& to) {
    if (services.empty()) return true;
    std::erase_if(services, [&](const auto& s) { return std::find(to.begin(), to.end(), s) == to.end(); });
    return !services.empty();
}

}  // namespace detail::modelling

CONCORDAT_INLINE result<model> restricted(const model& m, const std::vector<std::string>& services) {
    using namespace detail::modelling;
    std::vector<error> unknown;
    for (const auto& one : services)
        if (find_by_key(m.parts().services, one) == nullptr)
            unknown.push_back(
                {errc::dangling_reference,
                 "services = " + in_quotes(one) + ", but the vocabulary of " + m.key() + " has no such service",
                 nearest_of(one, m.services()),
                 {},
                 {}});
    if (!unknown.empty()) return fail(gather(std::move(unknown)));

    model_parts parts = m.parts();
    std::erase_if(parts.relations, [&](relation& r) { return !narrow(r.services, services); });
    parts.relations = united(m, std::move(parts.relations));
    std::erase_if(parts.decision_rights, [&](decision_right& d) { return !narrow(d.services, services); });
    for (auto& p : parts.personas)
        std::erase_if(p.needs, [&](const need& n) {
            return std::find(services.begin(), services.end(), n.service) == services.end();
        });
    return model::make(std::move(parts));
}

CONCORDAT_INLINE result<model> made_comparable(const model& m, const comparability& by) {
    model now = m;
    if (by.families) {
        CONCORDAT_TRY(now, with_families(now, *by.families));
    }
    if (!by.services.empty()) {
        CONCORDAT_TRY(now, restricted(now, by.services));
    }
    if (by.resolution) {
        CONCORDAT_TRY(now, collapse(now, *by.resolution));
    }
    return now;
}

}  // namespace concordat

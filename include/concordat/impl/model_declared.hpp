// SPDX-License-Identifier: Apache-2.0
/// Internal: sources and assumptions that come into a model with something that is put on it.
#pragma once

#include "concordat/impl/model_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::modelling {

/// A model has one meaning for a key, so what is put on it may repeat a source of its own but not bend it. `by` says
/// who brings them: `reform x`.
template <class Things>
void add_declared(Things& known, const Things& declared, std::string_view what, const std::string& by,
                  std::vector<error>& found) {
    for (const auto& thing : declared) {
        const auto same = std::find_if(known.begin(), known.end(), [&](const auto& k) { return k.key == thing.key; });
        if (same == known.end()) {
            known.push_back(thing);
        } else if (*same != thing) {
            found.push_back({errc::duplicate_key,
                             std::string(what) + ' ' + in_quotes(thing.key) + " of " + by +
                                 " differs from the one at " + place_text(same->where) +
                                 ", expected the same content under one key",
                             "give one of them another key",
                             thing.where.at,
                             {}});
        }
    }
}

}  // namespace concordat::detail::modelling

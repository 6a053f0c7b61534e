// SPDX-License-Identifier: Apache-2.0
/// Internal: what an evidence card names has to be there. The one place that looks it up, for models, criteria and
/// every file that is read.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/model/evidence.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::carding {

template <class Thing>
const Thing* find_key(const std::vector<Thing>& things, std::string_view key) {
    const auto at = std::find_if(things.begin(), things.end(), [&](const Thing& thing) { return thing.key == key; });
    return at == things.end() ? nullptr : &*at;
}

template <class Thing>
std::string nearest_key(const std::vector<Thing>& things, std::string_view key) {
    std::vector<std::string_view> keys;
    for (const auto& thing : things) keys.emplace_back(thing.key);
    return suggest(key, keys);
}

/// Sources and assumptions that are not there (E301). `name(part)` puts "source", "assumption" or "level" of the card
/// into words; `report(code, message, hint)` takes what is wrong.
template <class Name, class Report>
void check_references(const evidence& card, const std::vector<source>& sources,
                      const std::vector<assumption>& assumptions, Name name, Report report) {
    for (const auto& key : card.sources)
        if (find_key(sources, key) == nullptr)
            report(errc::dangling_reference, name("source") + " = \"" + key + "\", but no source has this key",
                   nearest_key(sources, key));
    if (!card.assumption.empty() && find_key(assumptions, card.assumption) == nullptr)
        report(errc::dangling_reference,
               name("assumption") + " = \"" + card.assumption + "\", but no assumption has this key",
               nearest_key(assumptions, card.assumption));
}

/// That, and a level above 1 on background alone (E401).
template <class Name, class Report>
void check_card(const evidence& card, const std::vector<source>& sources, const std::vector<assumption>& assumptions,
                Name name, Report report) {
    check_references(card, sources, assumptions, name, report);
    const auto is_background = [&](const std::string& key) {
        const auto* known = find_key(sources, key);
        return known != nullptr && known->quality == sourcing::background;
    };
    if (card.level && *card.level > 1 && *card.level <= 4 && !card.sources.empty() &&
        std::all_of(card.sources.begin(), card.sources.end(), is_background))
        report(errc::out_of_range,
               name("level") + " = " + std::to_string(*card.level) +
                   ", but what rests on background alone has level 1 at most",
               std::string());
}

}  // namespace concordat::detail::carding

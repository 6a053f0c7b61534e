// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/study/published.hpp"

#include "concordat/model/facts.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace concordat {

namespace detail::publishing {

inline cited_card cite(const evidence& card, const std::vector<source>& sources,
                       const std::vector<assumption>& assumptions) {
    cited_card cited;
    cited.level = level_of(card, assumptions);
    cited.note = card.note;
    for (const auto& a : assumptions)
        if (a.key == card.assumption) cited.assumption = a.text;
    for (const auto& key : card.sources) {
        const auto named =
            std::find_if(sources.begin(), sources.end(), [&](const source& candidate) { return candidate.key == key; });
        if (named == sources.end()) continue;
        std::string line = named->title;
        if (!card.at.empty()) line += ", " + card.at;
        if (!named->url.empty()) line += ", " + named->url;
        cited.sources.push_back(std::move(line));
    }
    return cited;
}

inline bool uses(const study_option& option, const std::string& reform_key) {
    return std::find(option.reforms.begin(), option.reforms.end(), reform_key) != option.reforms.end();
}

/// The options that use one of these reforms.
inline std::vector<std::string> users_of(const study& s, const std::vector<std::string>& reforms) {
    std::vector<std::string> keys;
    for (const auto& option : s.options)
        if (std::any_of(reforms.begin(), reforms.end(), [&](const auto& key) { return uses(option, key); }))
            keys.push_back(option.key);
    return keys;
}

inline void add_claims(const study& s, published_facts& into) {
    for (const auto& set : s.claims)
        for (const auto& said : set.claims) {
            auto options = users_of(s, said.about);
            if (s.as_of && *s.as_of < said.when.first)
                ++into.claims_later;
            else if (options.empty())
                ++into.claims_elsewhere;
            else
                into.claims.push_back(
                    {set.key, said, std::move(options), cite(said.evidence, set.sources, set.assumptions)});
        }
    std::stable_sort(into.claims.begin(), into.claims.end(), [](const study_claim& a, const study_claim& b) {
        return a.said.side != b.said.side ? a.said.side < b.said.side : a.said.when < b.said.when;
    });
}

inline void add_evaluations(const study& s, published_facts& into) {
    std::set<std::string_view> seen;
    for (const auto& option : s.options)
        for (const auto& key : option.reforms) {
            const auto named = s.reforms.find(key);
            if (named == s.reforms.end() || !seen.insert(named->first).second) continue;
            const auto& r = named->second;
            for (const auto& published : r.evaluations)
                into.evaluations.push_back(
                    {key, published, users_of(s, {key}), cite(published.evidence, r.sources, r.assumptions)});
        }
}

}  // namespace detail::publishing

CONCORDAT_INLINE published_facts published_on(const study& s) {
    published_facts found;
    detail::publishing::add_claims(s, found);
    detail::publishing::add_evaluations(s, found);
    return found;
}

CONCORDAT_INLINE published_facts published_on(const study& s, const study_option& option) {
    auto found = published_on(s);
    const auto of_another = [&](const auto& fact) {
        return std::find(fact.options.begin(), fact.options.end(), option.key) == fact.options.end();
    };
    std::erase_if(found.claims, of_another);
    std::erase_if(found.evaluations, of_another);
    return found;
}

CONCORDAT_INLINE std::vector<study_event> history(const study& s, const std::optional<date>& until) {
    std::vector<study_event> found;
    for (const auto& set : s.claims)
        for (const auto& happened : set.events)
            if (!until || happened.when.first <= *until)
                found.push_back(
                    {set.key, happened, detail::publishing::cite(happened.evidence, set.sources, set.assumptions)});
    std::stable_sort(found.begin(), found.end(),
                     [](const study_event& a, const study_event& b) { return a.happened.when < b.happened.when; });
    return found;
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/area_sheets.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace concordat {

namespace detail::area_work {

inline constexpr double percent = 100;

inline std::string share_words(const std::optional<double>& share) {
    return share ? rounded(*share * percent, 1) + " %" : std::string("an unknown share");
}

/// `scotland.full 0.8, scotland.none 0.2`; a certain one without its number.
inline std::string words_of(const std::vector<arrangement_share>& shares) {
    std::vector<std::string> parts;
    for (const auto& share : shares)
        parts.push_back(share.model + (shares.size() == 1 ? "" : " " + rounded(share.probability, 2)));
    return joined(parts, ", ");
}

/// Areas of one arrangement, or of one mixture.
struct area_group {
    std::string arrangement;
    bool certain = true;
    std::vector<std::string> names;
    std::optional<double> people = 0;
};

/// In the order of first appearance, the certain ones before the others.
inline std::vector<area_group> groups_of(const study& s, const area_results& found) {
    std::vector<area_group> groups;
    for (const auto& one : found.areas) {
        const auto& a = s.areas->areas[one.area];
        const std::string words = words_of(one.arrangements);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& g) { return g.arrangement == words; });
        if (group == groups.end()) group = groups.insert(groups.end(), {words, one.arrangements.size() == 1, {}, 0});
        group->names.push_back(a.name);
        if (a.population && group->people)
            *group->people += a.population->value;
        else
            group->people.reset();
    }
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.certain > b.certain; });
    return groups;
}

inline sheet arrangements_sheet(const study& s, const area_results& found) {
    sheet out{"Areas as they stood in " + std::to_string(found.year),
              {{"arrangement"}, {"areas", alignment::right}, {"people", alignment::right}, {"which"}},
              {}};
    for (const auto& group : groups_of(s, found))
        out.rows.push_back({group.arrangement, count_cell(group.names.size()), number_or_missing(group.people, 0),
                            joined(group.names, ", ")});
    out.notes = {std::to_string(found.on_odds) + " of " + std::to_string(found.areas.size()) +
                 " areas have no certain arrangement; " + share_words(found.population_on_odds) + " of people and " +
                 share_words(found.under_18_on_odds) +
                 " of people under 18 live there, and for them the results are mixtures by odds that " + s.areas->key +
                 " states: " + rounded(s.areas->unknown.value, 4) + " that an unknown service is delegated, " +
                 rounded(s.areas->background.value, 4) + " that what is known from background is so."};
    return out;
}

inline cell first_cell(const std::optional<mixed_option>& mean, const report_style& style) {
    if (!mean) return "missing";
    const auto& first = mean->first;
    if (!style.errors) return number_cell(first.value, style.digits);
    return rounded(first.value, style.digits) + " +- " + rounded(first.standard_error, style.digits + 2);
}

/// `12 (9), 0.31..0.62`: areas, those where it leads by more than the error, and how probably it is first there.
inline std::string leads_words(const option_over_areas& o, const report_style& style) {
    if (o.leads == 0) return "0";
    const std::string low = rounded(o.lead_lowest, style.digits), high = rounded(o.lead_highest, style.digits);
    return std::to_string(o.leads) + " (" + std::to_string(o.separate) + "), " +
           (low == high ? low : low + ".." + high);
}

inline sheet everywhere_sheet(const study& s, const area_results& found, const report_style& style) {
    sheet out{"Over all areas: probability of being first, and where each option leads", {{"option"}}, {}};
    for (std::size_t w = 0; w < s.weights.size(); ++w) {
        const std::string number = std::to_string(w + 1);
        for (const auto* what : {" people", " under 18", " leads in"})
            out.columns.push_back({number + what, alignment::right});
    }
    double error = 0;
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        auto& row = out.rows.emplace_back();
        row.emplace_back(s.options[o].key);
        for (std::size_t w = 0; w < s.weights.size(); ++w) {
            const auto& each = found.at(w, o);
            row.push_back(first_cell(each.by_population, style));
            row.push_back(first_cell(each.by_under_18, style));
            row.emplace_back(leads_words(each, style));
            for (const auto& mean : {each.by_population, each.by_under_18})
                if (mean) error = std::max(error, mean->first.standard_error);
        }
    }
    out.notes = {
        "n people, n under 18: under weight set n, the probability of being first where somebody lives, as a "
        "mean over all people and over those under 18. n leads in: areas in which no other option is more "
        "probably first (in brackets, by more than twice the error of sampling), and how probable that is.",
        "One standard error of sampling is at most " + rounded(error, 4) +
            "; it does not hold what is not known of the areas."};
    return out;
}

/// Areas by name, cut short where many are alike.
inline std::string some_of(const study& s, const std::vector<std::size_t>& areas) {
    constexpr std::size_t most = 4;
    std::vector<std::string> names;
    for (const auto at : areas) {
        if (names.size() == most) {
            names.push_back(std::to_string(areas.size() - most) + " more");
            break;
        }
        names.push_back(s.areas->areas[at].name);
    }
    return listed(names);
}

inline sheet worst_sheet(const study& s, const area_results& found, std::size_t w, const report_style& style) {
    sheet out{"Where each option does worst, under weight set " + std::to_string(w + 1),
              {{"option"},
               {"least value", alignment::right},
               {"in"},
               {"least probably first", alignment::right},
               {"in"},
               {"known values only, people", alignment::right}},
              {}};
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        const auto& each = found.at(w, o);
        const auto known = each.by_population ? std::optional(each.by_population->first_without_missing.value)
                                              : std::optional<double>();
        out.rows.push_back({s.options[o].key, number_cell(each.lowest_value.value, style.digits),
                            some_of(s, each.lowest_value.areas), number_cell(each.lowest_first.value, style.digits),
                            some_of(s, each.lowest_first.areas), number_or_missing(known, style.digits)});
    }
    out.notes = {
        "known values only: the probability of being first, over all people, with criteria that have missing "
        "values left out. Areas of one arrangement have one result."};
    return out;
}

}  // namespace detail::area_work

CONCORDAT_INLINE std::vector<sheet> area_sheets(const study& s, const study_result& found, const report_style& style) {
    if (!found.areas) return {};
    std::vector<sheet> sheets{detail::area_work::arrangements_sheet(s, *found.areas)};
    for (auto& part : split_to_width(detail::area_work::everywhere_sheet(s, *found.areas, style), style.width))
        sheets.push_back(std::move(part));
    for (std::size_t w = 0; style.errors && w < s.weights.size(); ++w)
        sheets.push_back(detail::area_work::worst_sheet(s, *found.areas, w, style));
    return sheets;
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/area.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/model_area_rules.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace concordat {

namespace detail::arranging {

/// Collects what is wrong with a table of areas; one method a rule.
class area_check {
public:
    explicit area_check(const area_table& table) : table_(table) {}

    [[nodiscard]] std::vector<error> run() {
        const bool deciding_is_sound = services() && rules();
        places();
        for (const auto& each : table_.areas) one_area(each);
        if (deciding_is_sound) coverage();
        return std::move(problems_);
    }

private:
    void report(errc code, const origin& where, std::string message, std::string hint = {}) {
        problems_.push_back({code, std::move(message), std::move(hint), where.at, {}});
    }
    [[nodiscard]] static std::string line_of(const origin& where) { return "line " + std::to_string(where.at.line); }

    void known(const std::vector<std::string>& all, const std::string& service, const std::string& whose,
               const char* list, const origin& where) {
        if (std::find(all.begin(), all.end(), service) == all.end())
            report(errc::dangling_reference, where,
                   whose + " = \"" + service + "\", but " + list + " has no such service", suggest(service, all));
    }

    bool services() {
        for (const auto& service : table_.services)
            known(table_.known_services, service, "services", "the vocabulary", table_.where);
        if (table_.services.empty())
            report(errc::missing_value, table_.where, "no service decides the arrangement, but one or more must");
        if (table_.services.size() > most_deciding_services)
            report(errc::limit_exceeded, table_.where,
                   std::to_string(table_.services.size()) + " services decide the arrangement, but at most " +
                       std::to_string(most_deciding_services) + " may");
        return problems_.empty();
    }

    bool rules() {
        std::map<combination, const arrangement_rule*> seen;
        for (const auto& rule : table_.arrangements) {
            for (const auto& service : rule.delegated)
                known(table_.services, service, "arrangement.delegated", "the list \"services\"", rule.where);
            const auto named = named_by(table_, rule);
            const auto [first, is_new] = seen.emplace(named, &rule);
            if (!is_new)
                report(errc::duplicate_key, rule.where,
                       "a second arrangement has " + written(table_, named) + "; the first is in " +
                           line_of(first->second->where));
        }
        if (seen.empty()) report(errc::missing_value, table_.where, "the table has no arrangement");
        return problems_.empty();
    }

    void places() {
        std::map<std::string_view, const area*> keys;
        std::map<std::pair<int, int>, const area*> tiles;
        for (const auto& each : table_.areas) {
            const auto [first, is_new] = keys.emplace(each.key, &each);
            if (!is_new)
                report(errc::duplicate_key, each.where,
                       "area \"" + each.key + "\" stands twice, first in " + line_of(first->second->where));
            if (!each.tile) continue;
            const auto [there, is_free] = tiles.emplace(std::pair(each.tile->row, each.tile->column), &each);
            if (!is_free)
                report(errc::duplicate_key, each.where,
                       "the tile in row " + std::to_string(each.tile->row) + ", column " +
                           std::to_string(each.tile->column) + " is \"" + there->second->key +
                           "\"'s, so it cannot be \"" + each.key + "\"'s");
        }
        if (table_.areas.empty()) report(errc::missing_value, table_.where, "the table has no area");
        if (table_.areas.size() > most_areas)
            report(errc::limit_exceeded, table_.where,
                   std::to_string(table_.areas.size()) + " areas, but a table holds at most " +
                       std::to_string(most_areas));
    }

    void one_area(const area& each) {
        if (each.rurality) {
            double sum = 0;
            for (const double share : each.rurality->shares) sum += share;
            constexpr double rounding = 0.5;
            if (sum < 100 - rounding || sum > 100 + rounding)
                report(errc::out_of_range, each.where,
                       "area \"" + each.key + "\": the shares of rurality sum to " + rounded(sum, 4) +
                           ", but 100 was expected, give or take 0.5");
        }
        for (const auto& d : each.delegations) {
            known(table_.known_services, d.service, "delegation.service", "the vocabulary", d.where);
            if (d.from && d.to && *d.from >= *d.to)
                report(errc::bad_interval, d.where,
                       "delegation runs from " + std::to_string(*d.from) + " to " + std::to_string(*d.to) +
                           ", but the second is the first year in which it no longer holds");
        }
        overlaps(each);
    }

    /// Spans that begin in order overlap, if any do, with their neighbour.
    void overlaps(const area& each) {
        std::vector<const delegation*> spans;
        for (const auto& d : each.delegations) spans.push_back(&d);
        std::stable_sort(spans.begin(), spans.end(), [](const delegation* a, const delegation* b) {
            return std::tie(a->service, a->from) < std::tie(b->service, b->from);  // without a year: before every year
        });
        for (std::size_t i = 1; i < spans.size(); ++i) {
            const auto& first = *spans[i - 1];
            const auto& second = *spans[i];
            if (first.service != second.service || (first.to && second.from && *first.to <= *second.from)) continue;
            report(
                errc::bad_interval,
                std::max(first.where.at.line, second.where.at.line) == first.where.at.line ? first.where : second.where,
                "area \"" + each.key + "\": \"" + second.service + "\" has two states in some years, by " +
                    line_of(first.where) + " and " + line_of(second.where),
                "end the earlier one with `to`; of two sources that disagree, keep the other as a [[conflict]]");
        }
    }

    /// The years in which an area's combinations can differ from those of the year before.
    [[nodiscard]] static std::set<int> turning_years(const area& each, year_span span) {
        std::set<int> years{span.first};
        for (const auto& d : each.delegations)
            for (const auto& year : {d.from, d.to})
                if (year && *year >= span.first && *year <= span.last) years.insert(*year);
        return years;
    }

    /// One error for each combination that no rule names, at the first area that can be in it.
    void coverage() {
        struct gap {
            const area* first;
            int year;
            std::set<const area*> areas;
        };
        std::map<combination, gap> gaps;
        const auto rules = rules_of(table_);
        const auto span = years_of(table_);
        for (const auto& each : table_.areas)
            for (const int year : turning_years(each, span ? *span : year_span{}))
                for (const auto& possible : combinations_of(table_, each, year))
                    if (!rules.contains(possible.combined))
                        gaps.try_emplace(possible.combined, gap{&each, year, {}}).first->second.areas.insert(&each);
        for (const auto& [combined, where] : gaps)
            report(errc::missing_value, where.first->where,
                   no_rule_text(table_, combined) + "; area \"" + where.first->key + "\" can be in it in " +
                       std::to_string(where.year) +
                       (where.areas.size() > 1 ? ", and " + std::to_string(where.areas.size() - 1) + " more areas can"
                                               : ""),
                   "add an [[arrangement]] that names a model for it, and say why");
    }

    const area_table& table_;
    std::vector<error> problems_;
};

}  // namespace detail::arranging

CONCORDAT_INLINE result<area_table> check(area_table table) {
    auto problems = detail::arranging::area_check(table).run();
    if (!problems.empty()) return fail(gather(std::move(problems)));
    return table;
}

}  // namespace concordat

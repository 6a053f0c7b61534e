// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/child_rights.hpp"

#include "concordat/assess/assess.hpp"
#include "concordat/core/text.hpp"
#include "concordat/decide/value_function.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace concordat {

namespace detail::rights {

inline constexpr std::array<std::string_view, 4> impact_words{"positive", "negative", "neutral", "unknown"};
inline constexpr std::array<std::string_view, 5> beside_words{"better", "worse", "same", "unclear", "open"};

inline constexpr auto titles = std::to_array<article_title>({
    {1, "Definition of the child"},
    {2, "Non-discrimination"},
    {3, "Best interests of the child"},
    {4, "Implementation of the Convention"},
    {5, "Parental guidance and a child's evolving capacities"},
    {6, "Right to life, survival and development"},
    {7, "Birth registration, name, nationality and care"},
    {8, "Protection and preservation of identity"},
    {9, "Separation from parents"},
    {10, "Family reunification"},
    {11, "Abduction and non-return of children"},
    {12, "Respect for the views of the child"},
    {13, "Freedom of expression"},
    {14, "Freedom of thought, belief and religion"},
    {15, "Freedom of association"},
    {16, "Right to privacy"},
    {17, "Access to information from the media"},
    {18, "Parental responsibilities and state assistance"},
    {19, "Protection from violence, abuse and neglect"},
    {20, "Children unable to live with their family"},
    {21, "Adoption"},
    {22, "Refugee children"},
    {23, "Children with a disability"},
    {24, "Health and health services"},
    {25, "Review of treatment in care"},
    {26, "Social security"},
    {27, "Adequate standard of living"},
    {28, "Right to education"},
    {29, "Goals of education"},
    {30, "Children from minority or indigenous groups"},
    {31, "Leisure, play and culture"},
    {32, "Child labour"},
    {33, "Drug abuse"},
    {34, "Sexual exploitation"},
    {35, "Abduction, sale and trafficking"},
    {36, "Other forms of exploitation"},
    {37, "Inhumane treatment and detention"},
    {38, "War and armed conflicts"},
    {39, "Recovery from trauma and reintegration"},
    {40, "Juvenile justice"},
    {41, "Respect for higher national standards"},
    {42, "Knowledge of rights"},
});
static_assert(titles.size() == static_cast<std::size_t>(last_article_of_rights));

/// A criterion's tie to an article, by positions.
struct link_at {
    std::size_t criterion = 0;
    std::size_t link = 0;
};

inline std::vector<link_at> links_to(const criteria_tree& tree, int article) {
    std::vector<link_at> found;
    for (std::size_t c = 0; c < tree.criteria.size(); ++c)
        for (std::size_t l = 0; l < tree.criteria[c].articles.size(); ++l)
            if (tree.criteria[c].articles[l].number == article) found.push_back({c, l});
    return found;
}

/// An option that stands on the baseline and changes nothing of it.
inline std::optional<std::size_t> unchanged_option(const study& s, const baseline_result& base) {
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        const auto& steps = base.options[o].steps;
        const bool as_it_stands = !s.options[o].stands_alone() && s.options[o].transitions.empty();
        const auto already_so = [](const applied_step& each) { return each.already_so(); };
        if (as_it_stands && std::all_of(steps.begin(), steps.end(), already_so)) return o;
    }
    return std::nullopt;
}

/// Things as they are: a cell for each criterion, and whose row of the drawn tables they are.
struct reference {
    std::vector<assessed_cell> cells;  ///< by criterion; empty: there is no baseline
    std::optional<std::size_t> option;
};

inline result<reference> reference_of(const study& s, const baseline_result& base, const model* baseline) {
    reference found;
    const std::size_t criteria = s.criteria.criteria.size();
    found.option = unchanged_option(s, base);
    if (found.option) {
        for (std::size_t c = 0; c < criteria; ++c) found.cells.push_back(base.assessment.at(*found.option, c));
        return found;
    }
    if (baseline == nullptr) return found;
    CONCORDAT_TRY(const auto placed, place(s, study_option{}, baseline));
    auto tree = s.criteria;
    for (auto& each : tree.criteria) each.missing = gap_rule::whole_scale;
    const candidate as_it_is{"baseline", "", &placed.applied.after, placed.before ? &*placed.before : nullptr};
    CONCORDAT_TRY(auto measured, assess(tree, s.contested, std::span(&as_it_is, 1)));
    found.cells = std::move(measured.cells);
    return found;
}

inline beside_baseline compared(const value_function& of, const quantity& value, const quantity& baseline) {
    const auto here = worth_of(of, value);
    const auto there = worth_of(of, baseline);
    if (here.lowest > there.highest) return beside_baseline::better;
    if (here.highest < there.lowest) return beside_baseline::worse;
    const bool certain = here.lowest == here.highest && there.lowest == there.highest;
    return certain ? beside_baseline::same : beside_baseline::unclear;
}

inline std::optional<int> weaker(std::optional<int> a, std::optional<int> b) {
    if (a && b) return std::min(*a, *b);
    return a ? a : b;
}

/// In which share of the drawn graphs the option stands beside the baseline as it does on the graph as stated.
inline std::optional<double> agreement(const baseline_result& base, std::size_t option, std::size_t unchanged,
                                       std::size_t criterion, beside_baseline stated) {
    if (!base.graphs || base.graphs->scenarios.cells.empty()) return std::nullopt;
    const auto& table = base.graphs->scenarios.table;
    std::size_t agreeing = 0;
    for (const auto& cells : base.graphs->scenarios.cells) {
        const auto& value = cells[option * table.criteria.size() + criterion];
        const auto& there = cells[unchanged * table.criteria.size() + criterion];
        if (is_missing(value) || is_missing(there)) continue;
        agreeing += compared(table.criteria[criterion].value, value, there) == stated ? 1U : 0U;
    }
    return static_cast<double>(agreeing) / static_cast<double>(base.graphs->scenarios.cells.size());
}

/// One option on one criterion beside things as they are.
inline rights_evidence evidence_of(const study& s, const baseline_result& base, std::size_t option,
                                   const reference& as_is, link_at at) {
    rights_evidence out;
    out.criterion = at.criterion;
    out.link = at.link;
    const auto& cell = base.assessment.at(option, at.criterion);
    out.value = cell.value;
    if (as_is.cells.empty()) {
        out.why = "there is no baseline to compare with";
        return out;
    }
    const auto& there = as_is.cells[at.criterion];
    out.baseline = there.value;
    out.level = weaker(cell.level, there.level);
    if (s.criteria.criteria[at.criterion].articles[at.link].reads == article_reading::open) {
        out.stands = beside_baseline::open;
        return out;
    }
    if (is_missing(cell.value) || is_missing(there.value)) {
        out.why = is_missing(cell.value) ? cell.missing : "of the baseline: " + there.missing;
        return out;
    }
    out.stands = compared(base.assessment.table.criteria[at.criterion].value, cell.value, there.value);
    if (out.stands == beside_baseline::unclear) {
        out.why = "the two values may be either way round";
        return out;
    }
    if (as_is.option) out.agreeing = agreement(base, option, *as_is.option, at.criterion, out.stands);
    if (out.agreeing && *out.agreeing < rights_agreement) {
        out.why = std::string(name(out.stands)) + " as drawn, and so in too few of the graphs with weak ties left out";
        out.stands = beside_baseline::unclear;
    }
    return out;
}

/// Whether what decides rests on a fact that somebody assumed, or that names nothing at all.
inline bool rests_on_little(const article_impact& on) {
    return std::any_of(on.evidence.begin(), on.evidence.end(), [](const rights_evidence& each) {
        const bool decides = each.stands != beside_baseline::open && each.stands != beside_baseline::unclear;
        return decides && (!each.level || *each.level == 0);
    });
}

inline void conclude(article_impact& on) {
    const auto any = [&](beside_baseline stands) {
        return std::any_of(on.evidence.begin(), on.evidence.end(),
                           [&](const rights_evidence& each) { return each.stands == stands; });
    };
    const bool better = any(beside_baseline::better);
    const bool same = any(beside_baseline::same);
    if (any(beside_baseline::worse)) {
        on.impact = rights_impact::negative;
        on.why =
            better ? "worse on one criterion and better on another; rights are not traded" : "worse than the baseline";
    } else if (any(beside_baseline::unclear)) {
        on.why = better ? "better on one criterion and unclear on another" : "what is known does not say which way";
    } else if (better) {
        on.impact = rights_impact::positive;
        on.why = "better than the baseline";
    } else if (same) {
        on.impact = rights_impact::neutral;
        on.why = "the same as the baseline on what is measured";
    } else {
        on.why = "what is measured is about this right and does not say which way is better for it";
    }
    if (on.impact != rights_impact::unknown && rests_on_little(on)) on.why += "; on facts of which one is only assumed";
}

}  // namespace detail::rights

CONCORDAT_INLINE std::string_view name(rights_impact impact) noexcept {
    return detail::rights::impact_words[static_cast<std::size_t>(impact)];
}
CONCORDAT_INLINE std::string_view name(beside_baseline stands) noexcept {
    return detail::rights::beside_words[static_cast<std::size_t>(stands)];
}

CONCORDAT_INLINE std::span<const article_title> articles_of_rights() noexcept { return detail::rights::titles; }

CONCORDAT_INLINE limitation articles_source() noexcept {
    return {"Articles of the UN Convention on the Rights of the Child by short title",
            "Scottish Government, Progressing the human rights of children in Scotland: 2018 report, annex A",
            "https://www.gov.scot/publications/progressing-human-rights-children-scotland-report-2015-2018/pages/12/"};
}

CONCORDAT_INLINE result<child_rights> child_rights_of(const study& s, const study_result& found) {
    namespace rights = detail::rights;
    child_rights out;
    std::vector<int> spoken_to;
    for (const auto& each : articles_of_rights())
        (rights::links_to(s.criteria, each.number).empty() ? out.silent : spoken_to).push_back(each.number);
    const auto baselines = runs_on(s);
    CONCORDAT_ASSERT(baselines.size() == found.baselines.size());
    for (std::size_t b = 0; b < found.baselines.size(); ++b) {
        const auto& base = found.baselines[b];
        CONCORDAT_TRY(const auto as_is, rights::reference_of(s, base, baselines[b]));
        baseline_rights here{base.baseline, as_is.option, {}};
        for (std::size_t o = 0; o < s.options.size(); ++o) {
            auto& option = here.options.emplace_back();
            for (const int article : spoken_to) {
                article_impact on{article, rights_impact::unknown, {}, {}};
                for (const auto& link : rights::links_to(s.criteria, article))
                    on.evidence.push_back(rights::evidence_of(s, base, o, as_is, link));
                rights::conclude(on);
                option.articles.push_back(std::move(on));
            }
        }
        out.baselines.push_back(std::move(here));
    }
    return out;
}

}  // namespace concordat

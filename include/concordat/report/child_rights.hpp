// SPDX-License-Identifier: Apache-2.0
/// The axis of a Child Rights and Wellbeing Impact Assessment (United Nations Convention on the Rights of the Child
/// (Incorporation) (Scotland) Act 2024, section 17): for each option and each article of the Convention whether the
/// effect is positive, negative, neutral or unknown, and on what that rests.
///
/// It is a worksheet and no assessment. It compares structures, knows no child, and finds most articles unknown: only a
/// criterion that a source ties to an article (`criterion::articles`) says anything about it, and people decide.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/quantity.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/report/prose.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

enum class rights_impact : std::uint8_t { positive, negative, neutral, unknown };
[[nodiscard]] std::string_view name(rights_impact) noexcept;

/// An article by its short title, in the words of the Scottish Government.
struct article_title {
    int number = 0;
    std::string_view title;
};
/// Articles 1 to 42, in order. Those after them are about committees, signatures and languages; the two optional
/// protocols, which the Act takes in as well, are not listed.
[[nodiscard]] std::span<const article_title> articles_of_rights() noexcept;
/// Where the short titles stand.
[[nodiscard]] limitation articles_source() noexcept;

/// How an option stands on a criterion beside things as they are.
enum class beside_baseline : std::uint8_t {
    better,
    worse,
    same,
    unclear,  ///< a value is missing, two ranges overlap, or the drawn graphs do not agree
    open,     ///< the criterion does not say which way is better for the right
};
[[nodiscard]] std::string_view name(beside_baseline) noexcept;

struct rights_evidence {
    std::size_t criterion = 0;
    std::size_t link = 0;  ///< position in `criterion::articles`
    beside_baseline stands = beside_baseline::unclear;
    std::string why;    ///< when it is unclear
    quantity value;     ///< of the option
    quantity baseline;  ///< of things as they are; missing where there is no such thing
    /// Of the weakest fact under either value; nothing where none is named.
    std::optional<int> level{};
    /// The share of the drawn graphs in which the option stands so; of a study that draws none, nothing.
    std::optional<double> agreeing{};
};

struct article_impact {
    int article = 0;
    rights_impact impact = rights_impact::unknown;
    std::string why;
    std::vector<rights_evidence> evidence;  ///< one for each criterion that speaks to the article
};

struct option_rights {
    std::vector<article_impact> articles;  ///< those that some criterion speaks to, in order of number
};

struct baseline_rights {
    std::string baseline;  ///< key of the model; empty where every option stands alone
    /// The option that leaves the baseline as it is, if there is one; its values are then those of the baseline.
    std::optional<std::size_t> unchanged{};
    std::vector<option_rights> options;  ///< in the order of the study
};

struct child_rights {
    std::vector<baseline_rights> baselines;
    std::vector<int> silent;  ///< articles that no criterion speaks to: unknown for every option
};

/// A direction must hold in so many of the drawn graphs.
inline constexpr double rights_agreement = 0.95;

/// By one rule. On a criterion an option is better than the baseline when the least that its value can be worth is more
/// than the most that the baseline's can be, worse the other way round, the same when both are certain and equal, and
/// unclear otherwise; where graphs are drawn, also when fewer than `rights_agreement` of them say so. An article is
/// negative when a criterion is worse, whatever the others say, since rights are not traded; else unknown when one is
/// unclear or all are open; else positive when one is better, and neutral when all are the same.
///
/// The baseline's values are those of the option that leaves it as it is. Where no option does, the linked criteria are
/// measured on it; where there is no baseline, nothing can be said. The result must be of this study. Errors: of
/// placing the study's baseline. O(baselines × options × links × graphs).
[[nodiscard]] result<child_rights> child_rights_of(const study&, const study_result&);

/// A row for each baseline, option and article that some criterion speaks to, with the evidence, and a row for every
/// silent article.
[[nodiscard]] sheet child_rights_sheet(const study&, const child_rights&);

/// The worksheet for people: what it is, the rule, the articles with what is known, those without, whose views are
/// missing. The key is `child-rights`.
[[nodiscard]] prose to_prose(const study&, const study_result&, const child_rights&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_child_rights.ipp"
#include "concordat/impl/report_child_rights_text.ipp"
#endif

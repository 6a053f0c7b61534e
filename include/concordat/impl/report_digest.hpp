// SPDX-License-Identifier: Apache-2.0
/// What a run comes to in few words, for texts that say it in sentences: who came first and whether that is clear, what
/// nobody knew, whose views count.
#pragma once

#include "concordat/assess/assess.hpp"
#include "concordat/decide/quantity.hpp"
#include "concordat/decide/rank_probability.hpp"
#include "concordat/decide/weights.hpp"
#include "concordat/impl/report_words.hpp"
#include "concordat/study/run.hpp"
#include "concordat/study/study.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace concordat::detail::telling {

/// Who came first, and how sure that is.
struct lead {
    std::size_t best = 0;  ///< the option that came first most often; of several the earliest
    /// That one, and those that came first as often but for two standard errors of the difference.
    std::vector<std::size_t> options;
    double chance = 0;     ///< of the best to come first
    bool sampled = false;  ///< whether anything was uncertain; if not, `chance` is 1
    /// Others that the run does not separate from the best when the two are set side by side.
    std::vector<std::size_t> inseparable;

    [[nodiscard]] bool of_the_same(const lead& other) const {
        return options == other.options && sampled == other.sampled;
    }
    /// Whether a sentence may tell the two together: the same options, and about as often.
    [[nodiscard]] bool told_with(const lead& other) const {
        constexpr double about = 0.1;
        return of_the_same(other) && std::fabs(chance - other.chance) <= about;
    }
};

inline lead lead_of(const rank_probabilities& ranks) {
    lead found;
    found.sampled = ranks.uncertain();
    for (std::size_t o = 1; o < ranks.option_count(); ++o)
        if (ranks.first(o).value > ranks.first(found.best).value) found.best = o;
    const auto top = ranks.first(found.best);
    found.chance = top.value;
    for (std::size_t o = 0; o < ranks.option_count(); ++o) {
        const auto other = ranks.first(o);
        const double error =
            std::sqrt(top.standard_error * top.standard_error + other.standard_error * other.standard_error);
        if (o == found.best || top.value - other.value <= 2 * error)
            found.options.push_back(o);
        else if (!ranks.separated(found.best, o))
            found.inseparable.push_back(o);
    }
    return found;
}

/// The lowest and the highest.
inline std::pair<double, double> range_of_chances(const std::vector<lead>& leads) {
    double low = 1;
    double high = 0;
    for (const auto& each : leads) {
        low = std::min(low, each.chance);
        high = std::max(high, each.chance);
    }
    return {low, high};
}

/// A criterion without a value for some option on some baseline.
struct gap {
    std::size_t criterion = 0;
    bool for_all = false;  ///< for every option on every baseline
    friend bool operator==(const gap&, const gap&) = default;
};

inline std::vector<gap> gaps_of(const study& s, const study_result& found) {
    std::vector<gap> gaps;
    for (std::size_t c = 0; c < s.criteria.criteria.size(); ++c) {
        std::size_t missing = 0;
        std::size_t cells = 0;
        for (const auto& base : found.baselines)
            for (std::size_t o = 0; o < s.options.size(); ++o, ++cells)
                if (is_missing(base.assessment.at(o, c).value)) ++missing;
        if (missing > 0) gaps.push_back({c, missing == cells});
    }
    return gaps;
}

/// Whose views a study has.
struct voices {
    std::vector<std::size_t> unasked;  ///< weight sets for which nobody was asked
    std::vector<std::size_t> made_up;  ///< weight sets that show how a viewpoint works
    std::vector<std::size_t> asked;    ///< weight sets that somebody gave
    std::vector<std::string> judges;   ///< who gave values, each once, in the order of the study
    /// Criteria that only people can answer and that lack a value somewhere.
    std::vector<std::size_t> unanswered;
};

inline voices voices_of(const study& s, const study_result& found) {
    voices heard;
    for (std::size_t w = 0; w < s.weights.size(); ++w) {
        auto& kind = s.weights[w].how == elicitation::none ? heard.unasked
                     : s.weights[w].illustrative           ? heard.made_up
                                                           : heard.asked;
        kind.push_back(w);
    }
    for (const auto& each : s.judgements)
        if (!each.by.empty() && std::find(heard.judges.begin(), heard.judges.end(), each.by) == heard.judges.end())
            heard.judges.push_back(each.by);
    for (const auto& each : gaps_of(s, found)) {
        const auto needs = s.criteria.criteria[each.criterion].needs;
        if (needs == value_source::survey || needs == value_source::judgement)
            heard.unanswered.push_back(each.criterion);
    }
    return heard;
}

inline phrase option_phrase(const study& s, std::size_t option) {
    return title_or_key(s.options[option].title, s.options[option].key);
}
inline phrase criterion_phrase(const study& s, std::size_t criterion) {
    return title_or_key(s.criteria.criteria[criterion].title, s.criteria.criteria[criterion].key);
}
inline phrase weights_phrase(const study& s, std::size_t weights) {
    return title_or_key(s.weights[weights].title, s.weights[weights].key);
}
inline phrase baseline_phrase(const study& s, std::size_t baseline) {
    return title_or_key(s.baselines[baseline].title(), s.baselines[baseline].key());
}

template <class Phrase>
std::vector<phrase> phrases_of(const study& s, const std::vector<std::size_t>& items, Phrase of) {
    std::vector<phrase> out;
    for (const std::size_t each : items) out.push_back(of(s, each));
    return out;
}

/// Whether there is something to rank: weights, and more than one option.
inline bool is_ranked(const study& s) { return !s.weights.empty() && s.options.size() > 1; }

/// How one criterion came out over the options of a baseline.
struct spread_of_values {
    std::vector<std::size_t> lowest;
    std::vector<std::size_t> highest;
    double low = 0;
    double high = 0;
    std::size_t known = 0;  ///< options with a value
    bool uncertain = false;
    [[nodiscard]] bool differs() const noexcept { return known > 1 && low < high; }
};

inline spread_of_values spread_over(const assessment& a, std::size_t criterion) {
    spread_of_values out;
    for (std::size_t o = 0; o < a.table.options.size(); ++o) {
        const auto& value = a.at(o, criterion).value;
        if (is_missing(value)) continue;
        const double at = mean(value);
        out.uncertain = out.uncertain || is_uncertain(value);
        if (out.known == 0 || at < out.low) {
            out.low = at;
            out.lowest.clear();
        }
        if (out.known == 0 || at > out.high) {
            out.high = at;
            out.highest.clear();
        }
        if (at == out.low) out.lowest.push_back(o);
        if (at == out.high) out.highest.push_back(o);
        ++out.known;
    }
    return out;
}

}  // namespace concordat::detail::telling

// SPDX-License-Identifier: Apache-2.0
/// The rules of `decide/selfcheck.hpp`, one function each, so that each can be shown a result that breaks it. Internal.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/decide/additive.hpp"
#include "concordat/decide/ranks.hpp"
#include "concordat/decide/selfcheck.hpp"
#include "concordat/decide/value_of_information.hpp"
#include "concordat/impl/decide_check.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace concordat::detail::selfchecking {

/// What is looked at, and how. A rule returns what is broken, or an empty text.
struct subject {
    table_scenarios scenarios;  ///< checked
    weight_set weights;
    rank_sampling sampling;
    rank_probabilities ranks;
};

/// Weights that put all on one leaf, along its way down.
inline weight_set all_on(const value_tree& tree, std::size_t criterion) {
    weight_set set;
    set.how = elicitation::direct;
    std::vector<bool> on_the_way(tree.nodes().size());
    for (std::size_t at = 0; at < tree.nodes().size(); ++at)
        if (tree.nodes()[at].criterion == criterion)
            for (std::size_t up = at; up != 0; up = tree.nodes()[up].parent) on_the_way[up] = true;
    for (std::size_t at = 0; at < tree.nodes().size(); ++at) {
        const auto& node = tree.nodes()[at];
        if (node.criterion || node.children.empty()) continue;
        auto& branch = set.preferences.emplace_back();
        branch.parent = node.key;
        const bool passes = std::any_of(node.children.begin(), node.children.end(),
                                        [&](std::size_t child) { return on_the_way[child]; });
        for (const auto child : node.children)
            branch.weights.push_back({tree.nodes()[child].key, !passes || on_the_way[child] ? 1.0 : 0.0});
    }
    return set;
}

inline result<std::string> one_criterion_gives_its_order(const subject& s, std::size_t& cases) {
    const auto tree = tree_of(s.scenarios.table);
    const auto worths = worths_of(s.scenarios.table);
    const std::size_t width = s.scenarios.table.criteria.size();
    for (const auto j : tree.counted_criteria()) {
        ++cases;
        CONCORDAT_TRY(const auto sum, additive(s.scenarios.table, all_on(tree, j)));
        std::vector<double> column;
        for (std::size_t i = 0; i < sum.options.size(); ++i) column.push_back(worths[i * width + j].expected);
        const auto ranks = ranks_of(column);
        for (std::size_t i = 0; i < ranks.size(); ++i)
            if (sum.options[i].rank != ranks[i])
                return "with all weight on \"" + s.scenarios.table.criteria[j].key + "\", \"" +
                       s.scenarios.table.options[i].key + "\" has rank " + std::to_string(sum.options[i].rank) +
                       " and not " + std::to_string(ranks[i]);
    }
    return std::string();
}

/// The scenarios with one option more, whose cells are made of another's.
template <class Change>
table_scenarios with_another(table_scenarios scenarios, std::size_t like, Change change) {
    const std::size_t width = scenarios.table.criteria.size();
    std::string key = "another";
    const auto taken = [&](const table_option& option) { return option.key == key; };
    while (std::any_of(scenarios.table.options.begin(), scenarios.table.options.end(), taken)) key += '-';
    scenarios.table.options.push_back({key, ""});
    const auto append = [&](std::vector<quantity>& cells) {
        for (std::size_t j = 0; j < width; ++j) {
            auto cell = cells[like * width + j];
            change(scenarios.table.criteria[j], cell);
            cells.push_back(std::move(cell));
        }
    };
    append(scenarios.table.cells);
    for (auto& cells : scenarios.cells) append(cells);
    return scenarios;
}

/// Copies are drawn like the originals only where nothing of theirs is drawn.
inline bool is_certain(const table_scenarios& scenarios, std::size_t option) {
    const std::size_t width = scenarios.table.criteria.size();
    for (const auto& cells : scenarios.cells)
        for (std::size_t j = 0; j < width; ++j) {
            const auto& cell = cells[option * width + j];
            const bool counts = scenarios.table.criteria[j].gaps != gap_rule::leave_out;
            if (is_uncertain(cell) || (is_missing(cell) && counts)) return false;
        }
    return true;
}

inline result<std::string> equal_options_tie(const subject& s, std::size_t& cases) {
    const std::size_t copy = s.scenarios.table.options.size();
    for (std::size_t i = 0; i < copy; ++i) {
        const auto twice = with_another(s.scenarios, i, [](const auto&, quantity&) {});
        const auto& key = s.scenarios.table.options[i].key;
        CONCORDAT_TRY(const auto sum, additive(twice.table, s.weights));
        ++cases;
        if (sum.options[i].overall != sum.options[copy].overall || sum.options[i].rank != sum.options[copy].rank)
            return "a copy of \"" + key + "\" is worth " + shortest(sum.options[copy].overall) + " and not " +
                   shortest(sum.options[i].overall);
        if (!is_certain(s.scenarios, i)) continue;
        CONCORDAT_TRY(const auto ranks, rank_probability(twice, s.weights, s.sampling));
        if (ranks.win_count(i, copy) + ranks.win_count(copy, i) != 0)
            return "a copy of \"" + key + "\" does not tie with it in every sample";
    }
    return std::string();
}

inline table_scenarios turned(table_scenarios scenarios) {
    const std::size_t width = scenarios.table.criteria.size();
    std::reverse(scenarios.table.options.begin(), scenarios.table.options.end());
    const auto turn = [&](std::vector<quantity>& cells) {
        std::vector<quantity> other;
        for (std::size_t i = cells.size() / width; i-- > 0;)
            for (std::size_t j = 0; j < width; ++j) other.push_back(cells[i * width + j]);
        cells = std::move(other);
    };
    turn(scenarios.table.cells);
    for (auto& cells : scenarios.cells) turn(cells);
    return scenarios;
}

inline result<std::string> order_of_options_is_nothing(const subject& s, std::size_t& cases) {
    CONCORDAT_TRY(const auto ranks, rank_probability(turned(s.scenarios), s.weights, s.sampling));
    const std::size_t count = ranks.option_count();
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t rank = 1; rank <= count; ++rank) {
            ++cases;
            if (ranks.rank_count(count - 1 - i, rank) != s.ranks.rank_count(i, rank))
                return "with the options in reverse order, \"" + s.scenarios.table.options[i].key +
                       "\" does not have rank " + std::to_string(rank) + " as often";
        }
    return std::string();
}

/// The value of a scale's end in the criterion's own unit: the best or the worst there is.
inline double end_of_scale(const value_function& f, bool best) {
    return std::visit(by_alternative{
                          [&](const linear_shape& x) { return best ? x.best : x.worst; },
                          [&](const piecewise_shape& x) {
                              const auto less = [](const auto& a, const auto& b) { return a.value < b.value; };
                              return (best ? std::max_element(x.points.begin(), x.points.end(), less)
                                           : std::min_element(x.points.begin(), x.points.end(), less))
                                  ->x;
                          },
                          [&](const peaked_shape& x) { return best ? x.peak : x.low; },
                          [&](const threshold_shape& x) {
                              const bool above = (x.good_side == sense::higher) == best;
                              return above ? x.at + std::fabs(x.at) + 1 : x.at - std::fabs(x.at) - 1;
                          },
                      },
                      f);
}

inline result<std::string> dominated_option_changes_nothing(const subject& s, std::size_t& cases) {
    CONCORDAT_TRY(const auto alone, additive(s.scenarios.table, s.weights));
    for (std::size_t i = 0; i < alone.options.size(); ++i) {
        const auto worse = with_another(s.scenarios, i, [](const table_criterion& criterion, quantity& cell) {
            if (!is_missing(cell)) cell = exact_value{end_of_scale(criterion.value, false)};
        });
        CONCORDAT_TRY(const auto joined, additive(worse.table, s.weights));
        ++cases;
        for (std::size_t k = 0; k < alone.options.size(); ++k)
            if ((alone.options[k].rank == 1) != (joined.options[k].rank == 1))
                return "beside an option that is worse than \"" + s.scenarios.table.options[i].key +
                       "\" everywhere, \"" + s.scenarios.table.options[k].key + "\" has rank " +
                       std::to_string(joined.options[k].rank) + " and not " + std::to_string(alone.options[k].rank);
    }
    return std::string();
}

inline result<std::string> ends_of_scales_are_reached(const subject& s, std::size_t& cases) {
    for (const bool best : {true, false}) {
        const auto extreme = with_another(s.scenarios, 0, [&](const table_criterion& criterion, quantity& cell) {
            if (!is_missing(cell) || criterion.gaps != gap_rule::leave_out)
                cell = exact_value{end_of_scale(criterion.value, best)};
        });
        CONCORDAT_TRY(const auto sum, additive(extreme.table, s.weights));
        double expected = 0;
        for (const auto& line : sum.options.back().lines) {
            const auto& f = extreme.table.criteria[line.criterion].value;
            const double reached = value_at(f, end_of_scale(f, best));
            expected += line.weight * reached;
            ++cases;
            const bool whole = !std::holds_alternative<piecewise_shape>(f);
            if (whole && reached != (best ? 1 : 0))
                return "the " + std::string(best ? "best" : "worst") + " value of \"" +
                       extreme.table.criteria[line.criterion].key + "\" is worth " + shortest(reached);
        }
        if (std::fabs(sum.options.back().overall - expected) > 1e-12)
            return std::string(best ? "best" : "worst") + " values everywhere are worth " +
                   shortest(sum.options.back().overall) + " and not " + shortest(expected);
    }
    return std::string();
}

inline result<std::string> acceptabilities_sum_to_one(const subject& s, std::size_t& cases) {
    const std::size_t count = s.ranks.option_count();
    std::uint64_t so_far = 0;
    for (std::size_t rank = 1; rank <= count; ++rank) {
        for (std::size_t i = 0; i < count; ++i) so_far += s.ranks.rank_count(i, rank);
        ++cases;
        if (so_far < s.ranks.samples() * rank)
            return "fewer than " + std::to_string(rank) + " options have rank " + std::to_string(rank) + " or better";
    }
    for (std::size_t i = 0; i < count; ++i) {
        std::uint64_t of_option = 0;
        for (std::size_t rank = 1; rank <= count; ++rank) of_option += s.ranks.rank_count(i, rank);
        ++cases;
        if (of_option != s.ranks.samples())
            return "\"" + s.scenarios.table.options[i].key + "\" has a rank in " + std::to_string(of_option) + " of " +
                   std::to_string(s.ranks.samples()) + " samples";
    }
    return std::string();
}

inline result<std::string> information_has_its_order(const subject& s, std::size_t& cases) {
    CONCORDAT_TRY(const auto known, value_of_information_of(s.scenarios, s.weights, {}, s.sampling));
    for (std::size_t j = 0; j < known.criteria.size(); ++j) {
        ++cases;
        const double part = known.criteria[j].value;
        if (part < 0 || part > known.evpi.value)
            return "EVPPI of \"" + s.scenarios.table.criteria[j].key + "\" is " + shortest(part) + ", EVPI " +
                   shortest(known.evpi.value);
    }
    bool certain = s.scenarios.count() == 1;
    for (std::size_t i = 0; i < s.scenarios.table.options.size(); ++i) certain = certain && is_certain(s.scenarios, i);
    ++cases;
    if (certain && known.evpi.value != 0) return "nothing is uncertain, and EVPI is " + shortest(known.evpi.value);
    return std::string();
}

inline result<std::string> machine_changes_nothing(const subject& s, std::size_t& cases) {
    for (const unsigned threads : {1U, 2U, 3U, 7U, 16U})
        for (const auto instructions : {instruction_set::baseline, instruction_set::best}) {
            auto other = s.sampling;
            other.threads = threads;
            other.instructions = instructions;
            ++cases;
            CONCORDAT_TRY(const auto ranks, rank_probability(s.scenarios, s.weights, other));
            if (!(ranks == s.ranks)) return "with " + std::to_string(threads) + " threads the counts are others";
        }
    return std::string();
}

struct rule {
    std::string_view word, says;
    result<std::string> (*holds)(const subject&, std::size_t& cases);
};

inline constexpr rule rules[] = {
    {"one-criterion", "the whole weight on one criterion gives that criterion's order", one_criterion_gives_its_order},
    {"equal-options-tie", "a copy of an option ties with it, in the sum and in every sample", equal_options_tie},
    {"order-of-options", "options in another order have the same ranks and counts", order_of_options_is_nothing},
    {"dominated-option", "an option worse than another everywhere does not change which is first",
     dominated_option_changes_nothing},
    {"ends-of-scales", "best values everywhere are worth 1, worst ones 0", ends_of_scales_are_reached},
    {"acceptabilities", "the acceptabilities of an option sum to 1, and as many have each rank or better as must",
     acceptabilities_sum_to_one},
    {"information", "0 <= EVPPI <= EVPI, and both are 0 where nothing is uncertain", information_has_its_order},
    {"same-bytes", "threads and a processor's instructions change no count", machine_changes_nothing},
};

}  // namespace concordat::detail::selfchecking

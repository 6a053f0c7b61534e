// SPDX-License-Identifier: Apache-2.0
// The tables; the document is in write_sensitivity.ipp.
#pragma once

#include "concordat/io/write_sensitivity.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace concordat {

namespace detail::writing {

/// So many rows of a table are shown to people; the document has all.
inline constexpr std::size_t most_rows_shown = 12;

/// One table's place among the others, and the words for it.
struct sensed {
    const study& asked;
    const baseline_sensitivity& on;
    const weighed_sensitivity& under;

    [[nodiscard]] std::string title(const std::string& what) const {
        const std::string where = on.baseline.empty() ? "" : "On " + on.baseline + ", ";
        return where + "weights " + asked.weights[under.weights].key + ": " + what;
    }
    [[nodiscard]] std::string option(std::size_t at) const { return on.table.options[at].key; }
    [[nodiscard]] std::string options(const std::vector<std::size_t>& all) const {
        std::vector<std::string> keys;
        for (const auto at : all) keys.push_back(option(at));
        return listed(keys);
    }
};

inline std::string with_error(const estimate& e, int digits) {
    return rounded(e.value, digits) + " ± " + rounded(e.standard_error, digits);
}

inline void cut(sheet& table) {
    if (table.rows.empty()) {
        table.columns = {{"what"}};
        table.rows = {{"none"}};
        return;
    }
    if (table.rows.size() <= most_rows_shown) return;
    table.notes.push_back("The first " + std::to_string(most_rows_shown) + " of " + std::to_string(table.rows.size()) +
                          "; --format json has all.");
    table.rows.resize(most_rows_shown);
}

/// Who comes first on the other side of a switch point.
inline std::vector<std::size_t> first_beyond(const weight_stability& one, bool below) {
    const auto edge = below ? one.lower->share : one.upper->share;
    const weight_piece* found = nullptr;
    for (const auto& piece : one.pieces) {
        if (below && piece.to.share <= edge) found = &piece;
        if (!below && piece.from.share >= edge && found == nullptr) found = &piece;
    }
    return found != nullptr ? found->first : std::vector<std::size_t>();
}

inline sheet weight_switch_sheet(const sensed& s) {
    sheet out{s.title("where a weight switches the first option"),
              {{"criterion"},
               {"weight now", alignment::right},
               {"switches below", alignment::right},
               {"to"},
               {"switches above", alignment::right},
               {"to"}},
              {}};
    std::vector<const weight_stability*> nearest;
    for (const auto& one : s.under.weight_switches)
        if (one.lower || one.upper) nearest.push_back(&one);
    const auto distance = [](const weight_stability& one) {
        double least = 2;
        if (one.lower) least = std::min(least, one.central.share - one.lower->share);
        if (one.upper) least = std::min(least, one.upper->share - one.central.share);
        return least;
    };
    std::stable_sort(nearest.begin(), nearest.end(),
                     [&](const auto* a, const auto* b) { return distance(*a) < distance(*b); });
    for (const auto* one : nearest) {
        const auto side = [&](const std::optional<weight_level>& level, bool below, std::vector<cell>& row) {
            row.push_back(level ? number_cell(level->weight, 3) : cell("-"));
            row.emplace_back(level ? s.options(first_beyond(*one, below)) : std::string("-"));
        };
        auto& row = out.rows.emplace_back();
        row = {s.under.central.tree.nodes()[one->node].key, number_cell(one->central.weight, 3)};
        side(one->lower, true, row);
        side(one->upper, false, row);
    }
    out.notes.emplace_back(
        "Weights are shares of everything; the neighbours under the same branch keep their proportions. Exact, at "
        "expected values.");
    cut(out);
    return out;
}

inline sheet value_switch_sheet(const sensed& s) {
    sheet out{s.title("which value would have to be another"),
              {{"option"},
               {"criterion"},
               {"now", alignment::right},
               {"switches at", alignment::right},
               {"of the scale", alignment::right},
               {"against"}},
              {}};
    struct found_switch {
        const switching_value* value;
        switching_point point;
    };
    std::vector<found_switch> nearest;
    for (const auto& one : s.under.value_switches)
        for (const auto& point : one.points)
            if (point.distance) nearest.push_back({&one, point});
    std::stable_sort(nearest.begin(), nearest.end(), [](const auto& a, const auto& b) {
        return std::fabs(*a.point.distance) < std::fabs(*b.point.distance);
    });
    for (const auto& [value, point] : nearest) {
        const auto& now = s.on.table.cell(value->option, value->criterion);
        out.rows.push_back({s.option(value->option), s.on.table.criteria[value->criterion].key,
                            is_missing(now) ? cell("missing") : number_cell(mean(now), 3), number_cell(point.value, 3),
                            number_cell(std::fabs(*point.distance), 3), s.option(value->rival)});
    }
    out.notes.emplace_back(
        "The nearest first: where the option draws level with the first one (the first one: with the second), all else "
        "as expected.");
    cut(out);
    return out;
}

inline sheet fact_sheet(const sensed& s) {
    sheet out{s.title("facts that carry the order"),
              {{"if not so"},
               {"level", alignment::right},
               {"cells", alignment::right},
               {"largest change", alignment::right},
               {"of"},
               {"first without it"}},
              {}};
    std::size_t turning = 0;
    auto ordered = s.under.reversals;
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) {
        if (a.changes_first != b.changes_first) return a.changes_first;
        return std::fabs(a.largest_change) > std::fabs(b.largest_change);
    });
    for (const auto& one : ordered) {
        turning += one.changes_first ? 1 : 0;
        if (!one.changes_order) continue;
        out.rows.push_back({s.on.facts[one.fact].name, count_cell(static_cast<std::size_t>(s.on.facts[one.fact].level)),
                            count_cell(one.cells_changed), number_cell(one.largest_change, 4),
                            one.changed ? s.option(*one.changed) : "-",
                            one.changes_first ? s.options(one.first) : "the same"});
    }
    out.notes.push_back(std::to_string(s.on.facts.size()) + " facts stand below level " +
                        std::to_string(certain_level) + "; " + std::to_string(turning) +
                        " of them, each by itself, decide which option is first, and " +
                        std::to_string(out.rows.size()) + " change somebody's rank.");
    cut(out);
    return out;
}

/// A thing that could be found out, whatever it is.
struct agenda_item {
    std::string what, kind;
    estimate worth;
};

inline std::vector<agenda_item> agenda_of(const baseline_sensitivity& on, const weighed_sensitivity& under) {
    std::vector<agenda_item> all;
    for (std::size_t j = 0; j < under.information.criteria.size(); ++j)
        all.push_back({on.table.criteria[j].key, "criterion", under.information.criteria[j]});
    for (std::size_t i = 0; i < under.information.groups.size(); ++i)
        all.push_back(
            {on.inquiries[i].name, on.inquiries[i].is_source ? "source" : "fact", under.information.groups[i]});
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.worth.value > b.worth.value; });
    return all;
}

inline sheet worth_sheet(const sensed& s) {
    sheet out{s.title("what is worth finding out"),
              {{"what"}, {"kind"}, {"value of knowing it", alignment::right}, {"of all", alignment::right}},
              {}};
    const auto& all = s.under.information.evpi;
    for (const auto& item : agenda_of(s.on, s.under)) {
        if (item.worth.value <= 0) continue;
        out.rows.push_back({item.what, item.kind, with_error(item.worth, 5),
                            all.value > 0 ? number_cell(item.worth.value / all.value, 2) : cell("-")});
    }
    out.notes.push_back("Knowing everything would be worth " + with_error(all, 5) +
                        " of a total value between 0 and 1, by choosing otherwise than " +
                        s.option(s.under.information.choice) +
                        " where another is better; at central weights, for weights are preferences and no facts.");
    cut(out);
    return out;
}

inline sheet split_sheet(const sensed& s) {
    const auto& split = s.under.split.overall;
    sheet out{s.title("where the uncertainty about ranks comes from"),
              {{"part"}, {"share of the variance", alignment::right}},
              {}};
    out.rows = {{"weights", with_error(split.weights, 3)},
                {"values", with_error(split.ratings, 3)},
                {"structure", with_error(split.scenarios, 3)},
                {"two or more together", number_cell(split.interaction, 3)}};
    std::size_t turned = 0;
    for (const auto& removal : s.under.removals.removals) turned += removal.turned.empty() ? 0 : 1;
    out.notes.push_back(turned == 0 ? "Leaving out any one option turns no order of the others."
                                    : "Leaving out an option turns an order of others in " + std::to_string(turned) +
                                          " cases; --format json names them.");
    return out;
}

inline sheet correlated_sheet(const baseline_sensitivity& b) {
    sheet out{"On " + b.baseline + ": criteria that say nearly the same",
              {{"first"}, {"second"}, {"correlation", alignment::right}},
              {}};
    for (const auto& pair : b.correlated)
        out.rows.push_back({pair.first, pair.second, number_cell(pair.correlation, 2)});
    if (!out.rows.empty())
        out.notes.emplace_back("What two criteria say alike counts twice: their weights add up on one thing.");
    cut(out);
    return out;
}

}  // namespace detail::writing

CONCORDAT_INLINE std::vector<sheet> to_sheets(const study& s, const sensitivity& found) {
    std::vector<sheet> sheets;
    for (const auto& b : found.baselines) {
        for (const auto& w : b.weights) {
            const detail::writing::sensed at{s, b, w};
            sheets.push_back(detail::writing::weight_switch_sheet(at));
            sheets.push_back(detail::writing::value_switch_sheet(at));
            sheets.push_back(detail::writing::fact_sheet(at));
            sheets.push_back(detail::writing::worth_sheet(at));
            sheets.push_back(detail::writing::split_sheet(at));
        }
        sheets.push_back(detail::writing::correlated_sheet(b));
    }
    return sheets;
}

CONCORDAT_INLINE sheet agenda_sheet(const study& s, const sensitivity& found) {
    sheet out{"What is worth finding out", {{"baseline"}, {"weights"}, {"what"}, {"kind"}}, {}};
    for (const auto* heading : {"evppi", "evppi_se", "evpi", "evpi_se"})
        out.columns.push_back({heading, alignment::right});
    for (const auto& b : found.baselines)
        for (const auto& w : b.weights)
            for (const auto& item : detail::writing::agenda_of(b, w))
                out.rows.push_back({b.baseline, s.weights[w.weights].key, item.what, item.kind,
                                    number_cell(item.worth.value, 6), number_cell(item.worth.standard_error, 6),
                                    number_cell(w.information.evpi.value, 6),
                                    number_cell(w.information.evpi.standard_error, 6)});
    return out;
}

}  // namespace concordat

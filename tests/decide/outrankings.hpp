// SPDX-License-Identifier: Apache-2.0
/// Tables of whole numbers, on which an outranking can be told exactly. For the tests of the ELECTRE methods.
#pragma once

#include "concordat/core/random.hpp"
#include "concordat/decide/matrix.hpp"
#include "concordat/decide/threshold.hpp"

#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

namespace outrankings {

/// Weights are parts of their sum; limits are q, p and v, with v below 0 for none.
struct example {
    std::vector<std::vector<int>> rows;
    std::vector<int> weights;
    std::vector<bool> higher;
    std::vector<std::vector<int>> limits;

    [[nodiscard]] std::size_t options() const { return rows.size(); }
    [[nodiscard]] std::size_t criteria() const { return weights.size(); }
    [[nodiscard]] int total() const { return std::accumulate(weights.begin(), weights.end(), 0); }
    /// By how much `ours` is worse than `theirs`.
    [[nodiscard]] int worse_by(const std::vector<int>& ours, const std::vector<int>& theirs, std::size_t j) const {
        return higher[j] ? theirs[j] - ours[j] : ours[j] - theirs[j];
    }
    [[nodiscard]] int range(std::size_t j) const {
        int low = rows[0][j];
        int high = rows[0][j];
        for (const auto& row : rows) {
            low = std::min(low, row[j]);
            high = std::max(high, row[j]);
        }
        return high - low;
    }
};

inline int below(concordat::stream& s, int bound) {
    return static_cast<int>(s.bits32() % static_cast<std::uint32_t>(bound));
}

inline example random(concordat::stream& s, int most_options, int most_criteria, int steps) {
    example made;
    const int options = 1 + below(s, most_options);
    const int criteria = 1 + below(s, most_criteria);
    for (int j = 0; j < criteria; ++j) {
        made.weights.push_back(below(s, 4));
        made.higher.push_back(below(s, 2) == 0);
        const int q = below(s, 2);
        const int p = q + below(s, 3);
        made.limits.push_back({q, p, below(s, 3) == 0 ? -1 : p + below(s, 4)});
    }
    if (made.total() == 0) made.weights[0] = 1;
    for (int i = 0; i < options; ++i) {
        made.rows.emplace_back();
        for (int j = 0; j < criteria; ++j) made.rows.back().push_back(below(s, steps));
    }
    return made;
}

/// Criteria are called C1, C2, … in the order of `names`, which holds their numbers.
inline concordat::decision_matrix matrix(const example& given, const std::vector<std::size_t>& names,
                                         double weight_unit) {
    std::vector<std::string> options;
    std::vector<concordat::matrix_criterion> criteria;
    std::vector<double> values;
    for (std::size_t j = 0; j < given.criteria(); ++j)
        criteria.push_back({"C" + std::to_string(names[j] + 1),
                            given.higher[j] ? concordat::sense::higher : concordat::sense::lower,
                            weight_unit * given.weights[j]});
    for (std::size_t i = 0; i < given.options(); ++i) {
        options.push_back("A" + std::to_string(i + 1));
        values.insert(values.end(), given.rows[i].begin(), given.rows[i].end());
    }
    return concordat::decision_matrix::make(options, criteria, values).value();
}

inline std::vector<std::size_t> in_order(std::size_t count) {
    std::vector<std::size_t> places(count);
    std::iota(places.begin(), places.end(), std::size_t{0});
    return places;
}

inline concordat::decision_matrix matrix(const example& given) { return matrix(given, in_order(given.criteria()), 1); }

/// Of published numbers: more is better where the sign is above 0.
inline concordat::decision_matrix of(const std::vector<std::vector<double>>& rows, const std::vector<int>& signs,
                                     const std::vector<double>& weights) {
    std::vector<std::string> options;
    std::vector<concordat::matrix_criterion> criteria;
    std::vector<double> values;
    for (std::size_t j = 0; j < weights.size(); ++j)
        criteria.push_back({"C" + std::to_string(j + 1),
                            signs[j] > 0 ? concordat::sense::higher : concordat::sense::lower, weights[j]});
    for (const auto& row : rows) {
        options.push_back("A" + std::to_string(options.size() + 1));
        values.insert(values.end(), row.begin(), row.end());
    }
    return concordat::decision_matrix::make(options, criteria, values).value();
}

inline std::vector<concordat::thresholds> thresholds_of(const example& given) {
    std::vector<concordat::thresholds> made;
    for (const auto& limit : given.limits) {
        concordat::thresholds one{{static_cast<double>(limit[0]), 0}, {static_cast<double>(limit[1]), 0}, {}};
        if (limit[2] >= 0) one.veto = concordat::threshold{static_cast<double>(limit[2]), 0};
        made.push_back(one);
    }
    return made;
}

inline std::vector<std::size_t> shuffled(concordat::stream& s, std::size_t count) {
    auto places = in_order(count);
    for (std::size_t i = count; i > 1; --i) std::swap(places[i - 1], places[s.bits32() % i]);
    return places;
}

/// The options in another order: the one at `order[i]` comes to stand at i.
inline example reordered(const example& given, const std::vector<std::size_t>& order) {
    example made = given;
    for (std::size_t i = 0; i < order.size(); ++i) made.rows[i] = given.rows[order[i]];
    return made;
}

inline example criteria_reordered(const example& given, const std::vector<std::size_t>& order) {
    example made = given;
    for (std::size_t j = 0; j < order.size(); ++j) {
        made.weights[j] = given.weights[order[j]];
        made.higher[j] = given.higher[order[j]];
        made.limits[j] = given.limits[order[j]];
        for (std::size_t i = 0; i < given.options(); ++i) made.rows[i][j] = given.rows[i][order[j]];
    }
    return made;
}

/// Positive parts of whole numbers, without rounding.
struct fraction {
    std::int64_t over = 0;
    std::int64_t under = 1;
    fraction(std::int64_t a = 0, std::int64_t b = 1) : over(a), under(b) {
        const auto common = std::gcd(over, under);
        over /= common;
        under /= common;
    }
    friend fraction operator+(fraction a, fraction b) {
        return {a.over * b.under + b.over * a.under, a.under * b.under};
    }
    friend fraction operator-(fraction a, fraction b) { return a + fraction{-b.over, b.under}; }
    friend fraction operator*(fraction a, fraction b) {
        const fraction left(a.over, b.under);
        const fraction right(b.over, a.under);
        return {left.over * right.over, left.under * right.under};
    }
    friend fraction operator/(fraction a, fraction b) { return a * fraction{b.under, b.over}; }
    friend bool operator<(fraction a, fraction b) { return a.over * b.under < b.over * a.under; }
    friend bool operator==(fraction a, fraction b) { return a.over == b.over && a.under == b.under; }
    [[nodiscard]] double value() const { return static_cast<double>(over) / static_cast<double>(under); }
};

/// The textbook's formula in fractions; a full objection always counts.
inline fraction credibility(const example& given, const std::vector<int>& ours, const std::vector<int>& theirs) {
    fraction agreed;
    std::vector<fraction> objections;
    for (std::size_t j = 0; j < given.criteria(); ++j) {
        const int by = given.worse_by(ours, theirs, j);
        const int q = given.limits[j][0];
        const int p = given.limits[j][1];
        const int v = given.limits[j][2];
        const fraction agrees = by <= q ? fraction(1) : by >= p ? fraction(0) : fraction(p - by, p - q);
        agreed = agreed + fraction(given.weights[j], given.total()) * agrees;
        if (v < 0 || by <= p) continue;
        objections.push_back(by >= v ? fraction(1) : fraction(by - p, v - p));
    }
    fraction credible = agreed;
    for (const auto& objection : objections) {
        if (objection == fraction(1)) return {};
        if (agreed < objection) credible = credible * ((fraction(1) - objection) / (fraction(1) - agreed));
    }
    return credible;
}

/// Indifference, preference and veto, the same whatever the value.
inline concordat::thresholds constant(double q, double p, double v) {
    return {{q, 0}, {p, 0}, concordat::threshold{v, 0}};
}

}  // namespace outrankings

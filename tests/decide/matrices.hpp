// SPDX-License-Identifier: Apache-2.0
/// Decision matrices drawn in a line or two. For the tests of this layer.
#pragma once

#include "concordat/core/random.hpp"
#include "concordat/decide/matrix.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace matrices {

/// Options A1, A2, … by criteria C1, C2, …; `better` has a "+" for each benefit and a "-" for each cost.
inline concordat::decision_matrix of(const std::string& better, const std::vector<double>& weights,
                                     const std::vector<std::vector<double>>& rows) {
    std::vector<concordat::matrix_criterion> criteria;
    for (std::size_t j = 0; j < better.size(); ++j)
        criteria.push_back({"C" + std::to_string(j + 1),
                            better[j] == '+' ? concordat::sense::higher : concordat::sense::lower, weights[j]});
    std::vector<std::string> options;
    std::vector<double> values;
    for (const auto& row : rows) {
        options.push_back("A" + std::to_string(options.size() + 1));
        values.insert(values.end(), row.begin(), row.end());
    }
    return concordat::decision_matrix::make(std::move(options), std::move(criteria), values).value();
}

/// What `of` takes, so that a test can change it and make the matrix again.
struct parts {
    std::string better;
    std::vector<double> weights;
    std::vector<std::vector<double>> rows;
    [[nodiscard]] concordat::decision_matrix made() const { return of(better, weights, rows); }
};

/// Values 0, 1, … of a coarse grid, so that ties occur; weights of 1 to 4.
inline parts random(concordat::stream& s, std::size_t options, std::size_t criteria, std::uint32_t steps) {
    parts drawn;
    for (std::size_t j = 0; j < criteria; ++j) {
        drawn.better += s.bits32() % 2 == 0 ? '+' : '-';
        drawn.weights.push_back(1 + s.bits32() % 4);
    }
    drawn.rows.assign(options, std::vector<double>(criteria));
    for (auto& row : drawn.rows)
        for (auto& value : row) value = s.bits32() % (steps + 1);
    return drawn;
}

/// A random order of the numbers below `count`.
inline std::vector<std::size_t> shuffled(concordat::stream& s, std::size_t count) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < count; ++i)
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(s.bits32() % (i + 1)), i);
    return order;
}

/// The option at place i is the one that was at place order[i].
inline parts permuted(const parts& of, const std::vector<std::size_t>& order) {
    parts moved{of.better, of.weights, {}};
    for (const std::size_t from : order) moved.rows.push_back(of.rows[from]);
    return moved;
}

template <class Value>
std::vector<Value> permuted(const std::vector<Value>& values, const std::vector<std::size_t>& order) {
    std::vector<Value> moved;
    for (const std::size_t from : order) moved.push_back(values[from]);
    return moved;
}

}  // namespace matrices

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/read_tree.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace concordat::detail::input {

inline bool comes_before(const error& a, const error& b) {
    const auto order = [](const error& e) {
        return std::tie(e.where.path, e.where.line, e.where.column, e.code, e.message);
    };
    return order(a) < order(b);
}

inline bool is_same_problem(const error& a, const error& b) { return !comes_before(a, b) && !comes_before(b, a); }

CONCORDAT_INLINE void problem_list::keep_first() {
    std::sort(found_.begin(), found_.end(), comes_before);
    found_.erase(std::unique(found_.begin(), found_.end(), is_same_problem), found_.end());
    if (found_.size() <= problem_limit) return;
    dropped_ += found_.size() - problem_limit;
    found_.resize(problem_limit);
}

CONCORDAT_INLINE void problem_list::add(error e) {
    const auto followers = std::exchange(e.more, {});
    found_.push_back(std::move(e));
    // A hostile file can be wrong in a million places; memory holds a few of them at a time.
    if (found_.size() >= 64 * problem_limit) keep_first();
    for (const auto& follower : followers) add(follower);
}

CONCORDAT_INLINE error problem_list::gathered() {
    CONCORDAT_ASSERT(!empty());
    keep_first();
    error all = gather(found_);
    if (dropped_ != 0)
        all.more.push_back({errc::limit_exceeded,
                            "only the first " + std::to_string(problem_limit) + " problems are shown, of " +
                                std::to_string(problem_limit + dropped_),
                            {},
                            {},
                            {}});
    return all;
}

}  // namespace concordat::detail::input

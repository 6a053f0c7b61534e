// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/model/reform.hpp"

#include "concordat/impl/model_bench.hpp"

#include <array>

namespace concordat {

namespace detail::wording {
/// In the order of `step_action`'s alternatives.
inline constexpr std::array<std::string_view, std::variant_size_v<step_action>> step_actions{
    "create", "abolish", "merge",    "split",  "rename", "transfer", "delegate",
    "return", "relate",  "unrelate", "revise", "revise", "revise"};
}  // namespace detail::wording

CONCORDAT_INLINE std::string_view name(const step_action& action) noexcept {
    return detail::wording::step_actions[action.index()];
}

CONCORDAT_INLINE result<model> apply(const reform& r, const model& before) {
    return detail::reforming::carry_out(r, before, nullptr);
}

namespace detail::reforming {

inline result<model> carry_out_stack(std::span<const reform> stack, const model& before,
                                     std::vector<applied_step>* record) {
    auto conflicts = conflicts_between(stack, before);
    if (!conflicts.empty()) return fail(gather(std::move(conflicts)));
    model now = before;
    for (const auto& r : stack) {
        CONCORDAT_TRY(now, carry_out(r, now, record));
    }
    return now;
}

}  // namespace detail::reforming

CONCORDAT_INLINE result<model> apply(std::span<const reform> stack, const model& before) {
    return detail::reforming::carry_out_stack(stack, before, nullptr);
}

CONCORDAT_INLINE result<application> apply_recorded(std::span<const reform> stack, const model& before) {
    std::vector<applied_step> steps;
    CONCORDAT_TRY(auto after, detail::reforming::carry_out_stack(stack, before, &steps));
    return application{std::move(after), std::move(steps)};
}

}  // namespace concordat

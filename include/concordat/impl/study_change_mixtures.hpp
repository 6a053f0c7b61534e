// SPDX-License-Identifier: Apache-2.0
/// A study with some of its changes: each set evaluated once, by several threads. Internal to
/// `impl/study_change_shares.ipp`.
#pragma once

#include "concordat/impl/study_expected_value.ipp"
#include "concordat/study/change_shares.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace concordat::detail::sharing {

using change_set = std::uint32_t;

/// The values that both states have, of one set.
using values_of_set = std::vector<double>;

inline error stopped() { return {errc::interrupted, "the comparison was asked to stop", {}, {}, {}}; }

inline auto name_of(const expected_value& v) { return std::tie(v.baseline, v.weights, v.option); }
inline auto name_of(const moved_value& v) { return std::tie(v.baseline, v.weights, v.option); }

class mixtures {
public:
    mixtures(std::size_t changes, const changed_study& make, const change_share_options& asked)
        : full_((change_set{1} << changes) - 1), make_(make), asked_(asked) {}

    [[nodiscard]] change_set full() const noexcept { return full_; }
    [[nodiscard]] const std::vector<moved_value>& values() const noexcept { return values_; }
    [[nodiscard]] std::size_t evaluated() const noexcept { return found_.size(); }

    /// Both states, which say what is compared.
    [[nodiscard]] status evaluate_ends() {
        const auto before = look_at(0);
        if (!before) return fail(before.error());
        if (asked_.progress && !asked_.progress(1, std::size_t{full_} + 1)) return fail(stopped());
        const auto after = full_ == 0 ? before : look_at(full_);
        if (!after) return fail(after.error());
        for (const auto& was : *before)
            if (const auto* is = find(*after, was); is != nullptr)
                values_.push_back({was.baseline, was.weights, was.option, was.value, is->value});
        found_.emplace(0, shared_of(*before));
        found_.emplace(full_, shared_of(*after));
        return {};
    }

    /// All of these sets; `expected` is how many sets there will be in the end, for the progress.
    [[nodiscard]] status evaluate(const std::vector<change_set>& sets, std::size_t expected) {
        std::vector<std::pair<change_set, outcome*>> open;
        const std::size_t before = found_.size();
        for (const auto set : sets)
            if (const auto [at, is_new] = found_.try_emplace(set); is_new) open.emplace_back(set, &at->second);
        const auto one = [&](std::size_t i) {
            const auto values = look_at(open[i].first);
            *open[i].second = values ? shared_of(*values) : outcome(fail(values.error()));
        };
        progress_callback told;
        if (asked_.progress)
            told = [&](std::size_t done, std::size_t) {
                return asked_.progress(std::min(before + done, expected), expected);
            };
        if (!for_each_block(open.size(), asked_.threads, one, told)) return fail(stopped());
        return {};
    }

    /// Of a set that was evaluated.
    [[nodiscard]] const result<values_of_set>& at(change_set set) const { return found_.find(set)->second; }

private:
    using outcome = result<values_of_set>;

    [[nodiscard]] result<std::vector<expected_value>> look_at(change_set set) {
        CONCORDAT_TRY(const study mixed, make_(set));
        return expected_values_with(mixed, known_);
    }

    template <class Named>
    [[nodiscard]] static const expected_value* find(const std::vector<expected_value>& all, const Named& named) {
        const auto at =
            std::find_if(all.begin(), all.end(), [&](const auto& one) { return name_of(one) == name_of(named); });
        return at == all.end() ? nullptr : &*at;
    }

    [[nodiscard]] outcome shared_of(const std::vector<expected_value>& all) const {
        values_of_set shared;
        for (const auto& asked : values_) {
            const auto* there = find(all, asked);
            if (there == nullptr)
                return fail(errc::missing_value, "there is no value of option \"" + asked.option + "\" under \"" +
                                                     asked.weights + "\"" +
                                                     (asked.baseline.empty() ? "" : " on \"" + asked.baseline + "\""));
            shared.push_back(there->value);
        }
        return shared;
    }

    change_set full_;
    const changed_study& make_;
    const change_share_options& asked_;
    options_measured_before known_;
    std::vector<moved_value> values_;
    std::map<change_set, outcome> found_;
};

}  // namespace concordat::detail::sharing

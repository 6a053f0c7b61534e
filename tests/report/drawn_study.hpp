// SPDX-License-Identifier: Apache-2.0
/// Studies whose every value a test gives: judgements alone, on one baseline that no option changes.
#pragma once

#include "study/small_study.hpp"

#include <string>
#include <utility>
#include <vector>

namespace concordat::testing {

/// Options O1, O2, … by criteria C1, C2, …, each worth what its value is, from 0 to 1. A value that is not given is
/// missing, and counts as anything on its scale.
[[nodiscard]] inline study judged_study(const std::vector<std::vector<quantity>>& values) {
    auto s = small_study();
    s.samples = 2000;
    s.options.clear();
    s.reforms.clear();
    s.contested.clear();
    s.criteria.branches.clear();
    s.criteria.criteria.clear();
    for (std::size_t c = 0; c < values.at(0).size(); ++c) {
        auto made = judged_criterion("C" + std::to_string(c + 1), "", gap_rule::whole_scale);
        made.value = linear_shape{0, 1};
        s.criteria.criteria.push_back(std::move(made));
    }
    for (std::size_t o = 0; o < values.size(); ++o) {
        const std::string key = "O" + std::to_string(o + 1);
        s.options.push_back({key, "Option number " + std::to_string(o + 1), {}, {}, {}});
        for (std::size_t c = 0; c < values[o].size(); ++c)
            if (!is_missing(values[o][c]))
                s.judgements.push_back({key, "C" + std::to_string(c + 1), values[o][c], "a panel", {}, {}});
    }
    return s;
}

/// So many options on three criteria, no two alike, each somewhat uncertain.
[[nodiscard]] inline study study_of(std::size_t options) {
    std::vector<std::vector<quantity>> values;
    for (std::size_t o = 0; o < options; ++o) {
        const double low = static_cast<double>(o * 7 % 19) / 40, other = static_cast<double>(o * 5 % 11) / 20;
        values.push_back({interval_value{low, low + 0.4}, exact_value{other}, exact_value{1 - low}});
    }
    return judged_study(values);
}

inline const std::string hostile_label =
    "</text><script>alert(1)</script>&amp;\"' =cmd|' /C calc'!A0 \u202eevil\x1b[31m\xff " + std::string(300, 'W');

/// Every text that a study file may hold says something that a page, a terminal or a spreadsheet might act on.
[[nodiscard]] inline study hostile(study s) {
    s.title = hostile_label;
    for (auto& o : s.options) o.title = hostile_label;
    for (auto& c : s.criteria.criteria) c.title = c.unit = hostile_label;
    for (auto& b : s.criteria.branches) b.title = hostile_label;
    for (auto& a : s.criteria.axes) a.title = a.unit = hostile_label;
    for (auto& w : s.weights) w.title = w.whose = hostile_label;
    return s;
}

/// Every study that a picture must be able to stand.
[[nodiscard]] inline std::vector<std::pair<std::string, study>> every_kind_of_study() {
    const exact_value half{0.5};
    std::vector<std::pair<std::string, study>> all;
    all.emplace_back("two options", small_study());
    all.emplace_back("one option", study_of(1));
    all.emplace_back("three options", study_of(3));
    all.emplace_back("forty options", study_of(40));
    all.emplace_back("all equal", judged_study({{half, half}, {half, half}, {half, half}}));
    all.emplace_back("nothing uncertain", judged_study({{exact_value{1}}, {exact_value{0}}}));
    all.emplace_back("hostile labels", hostile(study_of(5)));
    auto long_titles = study_of(6);
    for (auto& o : long_titles.options)
        o.title = "A way to govern the service that takes very many words to name, " + o.key;
    for (auto& c : long_titles.criteria.criteria)
        c.title = "What is asked of it, told at such a length that it must wrap";
    all.emplace_back("long titles", std::move(long_titles));
    auto long_keys = study_of(5);
    for (std::size_t o = 0; o < long_keys.options.size(); ++o) {
        const std::string old = long_keys.options[o].key, key = old + std::string(62, 'w');
        long_keys.options[o].key = key;
        for (auto& j : long_keys.judgements)
            if (j.option == old) j.option = key;
    }
    all.emplace_back("long keys", std::move(long_keys));
    return all;
}

}  // namespace concordat::testing

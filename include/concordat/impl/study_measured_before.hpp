// SPDX-License-Identifier: Apache-2.0
/// What the graph measures of options, kept: studies that differ in a file or two share most of their options, and an
/// option that stands on the same model with the same reforms measures the same. Internal to `impl/study_*.ipp`.
#pragma once

#include "concordat/assess/criteria.hpp"
#include "concordat/graph/catalogue.hpp"
#include "concordat/impl/assess_columns.hpp"
#include "concordat/impl/study_measured.hpp"
#include "concordat/impl/study_study.ipp"
#include "concordat/study/study.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace concordat::detail {

/// Equal values have one number, in the order of their first coming.
template <class Value>
class numbered_values {
public:
    [[nodiscard]] std::size_t number_of(const Value& value) {
        const auto known = std::find(values_.begin(), values_.end(), value);
        const auto number = static_cast<std::size_t>(known - values_.begin());
        if (known == values_.end()) values_.push_back(value);
        return number;
    }

private:
    std::deque<Value> values_;
};

/// Of each criterion, in the order of the tree; nothing where the graph has no value for it, or is not asked.
using measured_row = std::vector<std::optional<double>>;

/// Rows of options by everything that they are measured from. Any number of threads may use one.
class options_measured_before {
public:
    [[nodiscard]] result<measured_row> measure(const study& s, const study_option& option, const model* baseline) {
        const auto asked = number(s, option, baseline);
        {
            const std::lock_guard lock(using_);
            if (const auto known = rows_.find(asked); known != rows_.end()) return known->second;
        }
        CONCORDAT_TRY(auto row, measure_now(s, option, baseline));
        const std::lock_guard lock(using_);
        return rows_.emplace(asked, std::move(row)).first->second;
    }

private:
    using numbers = std::vector<std::size_t>;
    using measures = std::vector<std::pair<std::string, parameter_set>>;

    /// Everything that `place` and the measures read.
    [[nodiscard]] numbers number(const study& s, const study_option& option, const model* baseline) {
        constexpr std::size_t none = 0;
        const std::lock_guard lock(using_);
        const auto model_number = [&](const model* m) { return m == nullptr ? none : models_.number_of(*m) + 1; };
        const auto named = [&](const std::string& key) {
            return model_number(key.empty() ? nullptr : &s.models.find(key)->second);
        };
        // One that stands alone is the same beside every baseline.
        numbers asked{model_number(option.stands_alone() ? nullptr : baseline), named(option.model),
                      named(option.before), days_.number_of(s.as_of), manners_.number_of(s.comparable)};
        measures all;
        for (const auto& c : s.criteria.criteria) all.emplace_back(c.measure, c.parameters);
        asked.push_back(measures_.number_of(all));
        if (option.transitions.empty() || baseline == nullptr) {
            asked.insert(asked.end(), {none, none});
        } else {
            asked.push_back(transitions_.number_of(*transition_from(s, option, *baseline)) + 1);
            asked.push_back(days_.number_of(option.at));
        }
        for (const auto& key : option.reforms) asked.push_back(reforms_.number_of(s.reforms.find(key)->second));
        return asked;
    }

    [[nodiscard]] static result<measured_row> measure_now(const study& s, const study_option& option,
                                                          const model* baseline) {
        CONCORDAT_TRY(const auto placed, place_by_name(s, option, baseline));
        measured_row row;
        for (const auto& c : s.criteria.criteria) {
            row.emplace_back();
            if (c.measure.empty()) continue;
            CONCORDAT_TRY(const auto measure,
                          make_measure(c.measure, c.parameters, placed.before ? &*placed.before : nullptr));
            row.back() = measure(placed.applied.after).value;
        }
        return row;
    }

    std::mutex using_;
    numbered_values<model> models_;
    numbered_values<reform> reforms_;
    numbered_values<transition> transitions_;
    numbered_values<comparability> manners_;
    numbered_values<std::optional<date>> days_;
    numbered_values<measures> measures_;
    std::map<numbers, measured_row> rows_;
};

/// The table of a checked study on one baseline, as `assess` makes it, without what explains its cells.
[[nodiscard]] inline result<performance_table> table_on(const study& s, const model* baseline,
                                                        options_measured_before& known) {
    auto table = empty_table(s.criteria, s.contested);
    const auto given = given_by(s);
    for (const auto& option : s.options) {
        CONCORDAT_TRY(const auto row, known.measure(s, option, baseline));
        table.options.push_back({option.key, option.title});
        for (std::size_t c = 0; c < row.size(); ++c) {
            const auto& criterion = s.criteria.criteria[c];
            if (criterion.measure.empty())
                table.cells.push_back(given_cell(criterion, option.key, given).value);
            else
                table.cells.push_back(row[c] ? quantity(exact_value{*row[c]}) : quantity(missing_value{}));
        }
    }
    return check(std::move(table));
}

}  // namespace concordat::detail

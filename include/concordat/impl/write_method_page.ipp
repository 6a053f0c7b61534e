// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/impl/write_method_page.hpp"

namespace concordat::detail::method {

CONCORDAT_INLINE page::page(decision_method method, const ranking_table& given, std::string source) {
    for (const auto& option : given.table.options) given_options_.push_back(option.key);
    for (const auto& criterion : given.table.criteria) given_criteria_.push_back(criterion.key);
    head_ = document::object{{"format", "concordat/method@1"},
                             {"table", document::object{{"key", given.key}, {"title", given.title}}},
                             {"method", name(method)},
                             {"options", document::list(given_options_)},
                             {"criteria", document::list(given_criteria_)}};
    title_ = given.title;
    options_sheet_ = {"Options", {{"option"}}, {}};
    for (const auto& key : given_options_) options_sheet_.rows.push_back({key});
    criteria_sheet_ = {"Criteria", {{"criterion"}}, {}};
    for (const auto& key : given_criteria_) criteria_sheet_.rows.push_back({key});
    note(std::move(source));
}

CONCORDAT_INLINE void page::state(const char* key, document value, bool is_default) {
    (is_default ? defaults_ : parameters_).set(key, std::move(value));
}

CONCORDAT_INLINE void page::add_column(sheet& into, const char* key, std::vector<cell> cells) {
    CONCORDAT_ASSERT(cells.size() == into.rows.size());
    into.columns.push_back({key, alignment::right});
    for (std::size_t row = 0; row < cells.size(); ++row) into.rows[row].push_back(std::move(cells[row]));
}

CONCORDAT_INLINE void page::by_option(const char* key, std::span<const double> numbers) {
    std::vector<cell> cells;
    for (const double number : numbers) cells.push_back(number_cell(number));
    results_.set(key, document::list(numbers));
    add_column(options_sheet_, key, std::move(cells));
}

CONCORDAT_INLINE void page::by_option(const char* key, std::span<const std::size_t> places) {
    std::vector<cell> cells;
    for (const std::size_t place : places) cells.push_back(count_cell(place));
    results_.set(key, document::list(places));
    add_column(options_sheet_, key, std::move(cells));
}

CONCORDAT_INLINE void page::by_option(const char* key, const std::vector<bool>& truths) {
    document all = document::array{};
    std::vector<cell> cells;
    for (const bool truth : truths) {
        all.push(truth);
        cells.emplace_back(truth ? "yes" : "no");
    }
    results_.set(key, std::move(all));
    add_column(options_sheet_, key, std::move(cells));
}

/// Values and standard errors apart.
inline std::pair<std::vector<double>, std::vector<double>> taken_apart(std::span<const estimate> estimates) {
    std::pair<std::vector<double>, std::vector<double>> made;
    for (const auto& each : estimates) {
        made.first.push_back(each.value);
        made.second.push_back(each.standard_error);
    }
    return made;
}

CONCORDAT_INLINE void page::by_option(const char* key, std::span<const estimate> estimates) {
    const auto [values, errors] = taken_apart(estimates);
    std::vector<cell> error_cells;
    for (const double each : errors) error_cells.push_back(number_cell(each));
    by_option(key, std::span(values));
    results_.set(std::string(key) + "_standard_error", document::list(errors));
    add_column(options_sheet_, "+-", std::move(error_cells));
}

CONCORDAT_INLINE void page::by_option(const char* key, std::span<const std::optional<estimate>> estimates) {
    document values = document::array{};
    document errors = document::array{};
    std::vector<cell> cells;
    std::vector<cell> error_cells;
    for (const auto& each : estimates) {
        values.push(each ? document(each->value) : document());
        errors.push(each ? document(each->standard_error) : document());
        cells.push_back(each ? number_cell(each->value) : cell("-"));
        error_cells.push_back(each ? number_cell(each->standard_error) : cell("-"));
    }
    results_.set(key, std::move(values));
    results_.set(std::string(key) + "_standard_error", std::move(errors));
    add_column(options_sheet_, key, std::move(cells));
    add_column(options_sheet_, "+-", std::move(error_cells));
}

CONCORDAT_INLINE void page::weights(const decision_matrix& matrix) {
    std::vector<double> weights;
    std::vector<cell> cells;
    for (const auto& criterion : matrix.criteria()) {
        weights.push_back(criterion.weight);
        cells.push_back(number_cell(criterion.weight));
    }
    weights_ = document::list(weights);
    add_column(criteria_sheet_, "weight", std::move(cells));
}

CONCORDAT_INLINE void page::by_criterion(const char* key, std::span<const double> numbers) {
    std::vector<cell> cells;
    for (const double number : numbers) cells.push_back(number_cell(number));
    results_.set(key, document::list(numbers));
    add_column(criteria_sheet_, key, std::move(cells));
}

CONCORDAT_INLINE void page::by_criterion(const char* key, std::span<const estimate> estimates) {
    const auto [values, errors] = taken_apart(estimates);
    std::vector<cell> error_cells;
    for (const double each : errors) error_cells.push_back(number_cell(each));
    by_criterion(key, std::span(values));
    results_.set(std::string(key) + "_standard_error", document::list(errors));
    add_column(criteria_sheet_, "+-", std::move(error_cells));
}

CONCORDAT_INLINE void page::matrix(const char* key, std::span<const double> numbers,
                                   const std::vector<std::string>& columns) {
    std::vector<document::array> made;
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        if (at % columns.size() == 0) made.emplace_back();
        made.back().emplace_back(numbers[at]);
    }
    rows(key, std::move(made), columns);
}

CONCORDAT_INLINE void page::matrix(const char* key, std::span<const estimate> estimates,
                                   const std::vector<std::string>& columns) {
    sheet table{key, {{"option"}}, {}};
    for (const auto& column : columns) {
        table.columns.push_back({column, alignment::right});
        table.columns.push_back({"+-", alignment::right});
    }
    document values = document::array{};
    document errors = document::array{};
    for (std::size_t i = 0; i * columns.size() < estimates.size(); ++i) {
        auto& row = table.rows.emplace_back();
        row.emplace_back(given_options_[i]);
        const auto [own_values, own_errors] = taken_apart(estimates.subspan(i * columns.size(), columns.size()));
        for (std::size_t k = 0; k < columns.size(); ++k) {
            row.push_back(number_cell(own_values[k]));
            row.push_back(number_cell(own_errors[k]));
        }
        values.push(document::list(own_values));
        errors.push(document::list(own_errors));
    }
    results_.set(key, std::move(values));
    results_.set(std::string(key) + "_standard_error", std::move(errors));
    sheets_.push_back(std::move(table));
}

CONCORDAT_INLINE void page::by_two_options(const char* key, const std::vector<bool>& truths) {
    std::vector<document::array> made;
    for (std::size_t at = 0; at < truths.size(); ++at) {
        if (at % given_options_.size() == 0) made.emplace_back();
        made.back().emplace_back(bool{truths[at]});
    }
    rows(key, std::move(made), given_options_);
}

CONCORDAT_INLINE void page::rows(const char* key, std::vector<document::array> made,
                                 const std::vector<std::string>& columns) {
    const auto in_words = [](const document& value) -> cell {
        if (const auto* number = value.as_double()) return number_cell(*number);
        if (const auto count = value.as_unsigned()) return count_cell(*count);
        if (const auto* truth = value.as_bool()) return *truth ? "yes" : "no";
        if (const auto* text = value.as_string()) return *text;
        return "-";
    };
    sheet table{key, {{"option"}}, {}};
    for (const auto& column : columns) table.columns.push_back({column, alignment::right});
    document all = document::array{};
    for (std::size_t i = 0; i < made.size(); ++i) {
        auto& row = table.rows.emplace_back();
        row.emplace_back(given_options_[i]);
        for (const auto& value : made[i]) row.push_back(in_words(value));
        row.resize(table.columns.size(), "-");
        all.push(made[i].empty() ? document() : document(std::move(made[i])));
    }
    results_.set(key, std::move(all));
    sheets_.push_back(std::move(table));
}

CONCORDAT_INLINE void page::named(const char* key, std::span<const std::size_t> options) {
    std::vector<std::string> keys;
    std::vector<cell> cells(given_options_.size(), "no");
    for (const std::size_t option : options) {
        keys.push_back(given_options_[option]);
        cells[option] = "yes";
    }
    results_.set(key, document::list(keys));
    add_column(options_sheet_, key, std::move(cells));
}

CONCORDAT_INLINE void page::flag(const char* key, bool truth) {
    note(std::string(key) + ": " + (truth ? "yes" : "no"));
    results_.set(key, truth);
}

CONCORDAT_INLINE error lacks(const std::string& part, const std::string& key, const std::string& who,
                             const source_pos& where) {
    return {errc::missing_key,
            part + " lacks the key \"" + key + "\", which " + who + " needs",
            "add " + key + " = …, as models/README.md tells",
            where,
            {}};
}

/// `v = 0.5, cut = 0.75`.
inline std::string in_one_line(const document& members) {
    std::vector<std::string> parts;
    for (const auto& [key, value] : *members.as_object()) {
        if (const auto* number = value.as_double())
            parts.push_back(key + " = " + rounded(*number, 4));
        else if (const auto count = value.as_unsigned())
            parts.push_back(key + " = " + std::to_string(*count));
        else if (const auto* text = value.as_string())
            parts.push_back(key + " = " + *text);
    }
    return listed(parts);
}

CONCORDAT_INLINE method_report page::finish() && {
    if (const auto stated = in_one_line(parameters_); !stated.empty()) note("As the table states: " + stated);
    if (const auto usual = in_one_line(defaults_); !usual.empty()) note("By default: " + usual);
    if (!weights_.is_null()) head_.set("weights", std::move(weights_));
    head_.set("parameters", std::move(parameters_));
    head_.set("defaults", std::move(defaults_));
    head_.set("results", std::move(results_));
    std::vector<sheet> made;
    for (auto* each : {&options_sheet_, &criteria_sheet_})
        if (each->columns.size() > 1) made.push_back(std::move(*each));
    for (auto& each : sheets_) made.push_back(std::move(each));
    CONCORDAT_ASSERT(!made.empty());
    made.front().title = std::move(title_);
    made.front().notes = std::move(notes_);
    return {std::move(head_), std::move(made)};
}

}  // namespace concordat::detail::method

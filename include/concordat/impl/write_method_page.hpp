// SPDX-License-Identifier: Apache-2.0
/// One method's results while they are put together. Each is handed over once, under the textbook's name, and goes into
/// the document and into a table for people.
#pragma once

#include "concordat/decide/matrix.hpp"
#include "concordat/decide/rank_probability.hpp"
#include "concordat/io/write_method.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace concordat::detail::method {

class page {
public:
    /// `source` says whose method it is: "TOPSIS (Hwang and Yoon, 1981)".
    page(decision_method method, const ranking_table& given, std::string source);

    /// What the table states, or else what is usual. Either way the reader is told.
    template <class Value>
    [[nodiscard]] Value setting(const char* key, const std::optional<Value>& stated, Value usual) {
        const Value used = stated ? *stated : usual;
        state(key, shown(used), !stated.has_value());
        return used;
    }
    /// A parameter that has no default.
    void state(const char* key, document value, bool is_default = false);

    /// A number for each option; a rank or layer; whether something holds of it.
    void by_option(const char* key, std::span<const double> numbers);
    void by_option(const char* key, std::span<const std::size_t> places);
    void by_option(const char* key, const std::vector<bool>& truths);
    /// And its standard error, under `key_standard_error`.
    void by_option(const char* key, std::span<const estimate> estimates);
    /// The same, where there may be nothing to tell of an option: null.
    void by_option(const char* key, std::span<const std::optional<estimate>> estimates);
    void by_criterion(const char* key, std::span<const double> numbers);
    void by_criterion(const char* key, std::span<const estimate> estimates);
    /// What the criteria weigh, which is no result but was made of what the table says.
    void weights(const decision_matrix& matrix);
    /// Row by row, a row for each option.
    void by_option_and_criterion(const char* key, std::span<const double> numbers) {
        matrix(key, numbers, given_criteria_);
    }
    void by_two_options(const char* key, std::span<const double> numbers) { matrix(key, numbers, given_options_); }
    void by_two_options(const char* key, const std::vector<bool>& truths);
    /// A word for each two options, of an enumeration with `name`.
    template <class Word>
    void words_by_two_options(const char* key, const std::vector<Word>& words) {
        std::vector<document::array> made;
        for (std::size_t at = 0; at < words.size(); ++at) {
            if (at % given_options_.size() == 0) made.emplace_back();
            made.back().emplace_back(name(words[at]));
        }
        rows(key, std::move(made), given_options_);
    }
    /// And their standard errors, under `key_standard_error`.
    void by_two_options(const char* key, std::span<const estimate> estimates) {
        matrix(key, estimates, given_options_);
    }
    /// Options by things of other names.
    void matrix(const char* key, std::span<const double> numbers, const std::vector<std::string>& columns);
    void matrix(const char* key, std::span<const estimate> estimates, const std::vector<std::string>& columns);
    /// The rows as they are, of texts or with rows that are missing.
    void rows(const char* key, std::vector<document::array> rows, const std::vector<std::string>& columns);
    /// Options that are singled out.
    void named(const char* key, std::span<const std::size_t> options);
    void flag(const char* key, bool truth);
    /// What is none of these; a document alone.
    void only_document(const char* key, document value) { results_.set(key, std::move(value)); }
    /// A table of its own.
    void add_sheet(sheet made) { sheets_.push_back(std::move(made)); }
    void note(std::string text) { notes_.push_back(std::move(text)); }

    [[nodiscard]] const std::vector<std::string>& options() const noexcept { return given_options_; }
    [[nodiscard]] const std::vector<std::string>& criteria() const noexcept { return given_criteria_; }
    [[nodiscard]] method_report finish() &&;

private:
    [[nodiscard]] static document shown(double value) { return value; }
    [[nodiscard]] static document shown(std::uint64_t value) { return value; }
    [[nodiscard]] static document shown(std::string_view value) { return value; }
    template <class Word>
    requires std::is_enum_v<Word>
    [[nodiscard]] static document shown(Word value) { return name(value); }
    static void add_column(sheet& into, const char* key, std::vector<cell> cells);

    document head_;
    document weights_;  ///< null where the method asks for none
    document parameters_ = document::empty_object();
    document defaults_ = document::empty_object();
    document results_ = document::empty_object();
    std::vector<std::string> given_options_;
    std::vector<std::string> given_criteria_;
    std::string title_;
    std::vector<std::string> notes_;  ///< below the first table
    sheet options_sheet_;
    sheet criteria_sheet_;
    std::vector<sheet> sheets_;
};

/// E202 of something that the method cannot do without.
[[nodiscard]] error lacks(const std::string& part, const std::string& key, const std::string& who,
                          const source_pos& where);

/// One function for each method, told how to ask whether to go on where its work takes long.
[[nodiscard]] result<method_report> additive_report(const ranking_table&);
[[nodiscard]] result<method_report> dominance_report(const ranking_table&);
[[nodiscard]] result<method_report> topsis_report(const ranking_table&);
[[nodiscard]] result<method_report> vikor_report(const ranking_table&);
[[nodiscard]] result<method_report> promethee_report(const ranking_table&);
[[nodiscard]] result<method_report> electre1_report(const ranking_table&);
[[nodiscard]] result<method_report> electre2_report(const ranking_table&);
[[nodiscard]] result<method_report> electre3_report(const ranking_table&);
[[nodiscard]] result<method_report> electre_tri_report(const ranking_table&);
[[nodiscard]] result<method_report> smaa_report(const ranking_table&, const progress_callback&);
[[nodiscard]] result<method_report> ror_report(const ranking_table&);
[[nodiscard]] result<method_report> surrogate_weights_report(const ranking_table&);
[[nodiscard]] result<method_report> weight_stability_report(const ranking_table&);
[[nodiscard]] result<method_report> value_of_information_report(const ranking_table&, const progress_callback&);

}  // namespace concordat::detail::method

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/write_method_distance.ipp"
#include "concordat/impl/write_method_electre.ipp"
#include "concordat/impl/write_method_electre_fuzzy.ipp"
#include "concordat/impl/write_method_page.ipp"
#include "concordat/impl/write_method_promethee.ipp"
#include "concordat/impl/write_method_regression.ipp"
#include "concordat/impl/write_method_sensitivity.ipp"
#include "concordat/impl/write_method_smaa.ipp"
#include "concordat/impl/write_method_value.ipp"
#include "concordat/impl/write_method_weights.ipp"
#endif

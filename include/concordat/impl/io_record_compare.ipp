// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/record.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/io_record.ipp"

#include <map>
#include <set>

namespace concordat {

namespace detail::writing {

inline std::string document_words(const document* value) {
    if (value == nullptr) return {};
    const auto written = to_json(*value);
    if (!written) return "not a finite number";
    return written->substr(0, written->size() - 1);  // its newline
}

/// Collects what differs.
class record_comparison {
public:
    void compare(record_part part, std::string what, std::string first, std::string second) {
        if (first != second) found_.push_back({part, std::move(what), std::move(first), std::move(second)});
    }

    void compare_files(record_part part, const std::vector<file_mark>& first, const std::vector<file_mark>& second) {
        const auto words_of = [](const file_mark& m) { return m.sha256 + ", " + std::to_string(m.size) + " bytes"; };
        std::map<std::string, std::pair<std::string, std::string>> pairs;
        for (const auto& mark : first) pairs[mark.name].first = words_of(mark);
        for (const auto& mark : second) pairs[mark.name].second = words_of(mark);
        for (const auto& [name, words] : pairs) compare(part, name, words.first, words.second);
    }

    void compare_options(const document& first, const document& second) {
        std::set<std::string> keys;
        for (const auto* options : {first.as_object(), second.as_object()})
            if (options != nullptr)
                for (const auto& member : *options) keys.insert(member.key);
        for (const auto& key : keys)
            compare(record_part::options, key, document_words(first.find(key)), document_words(second.find(key)));
    }

    [[nodiscard]] std::vector<record_difference> take() && { return std::move(found_); }

private:
    std::vector<record_difference> found_;
};

}  // namespace detail::writing

CONCORDAT_INLINE std::string_view name(record_part part) noexcept {
    constexpr std::array<std::string_view, 6> names = {"engine",      "options",  "inputs",
                                                       "assumptions", "warnings", "outputs"};
    return names[static_cast<std::size_t>(part)];
}

CONCORDAT_INLINE std::vector<record_difference> compare_records(const run_record& first, const run_record& second) {
    using enum record_part;
    detail::writing::record_comparison comparison;
    comparison.compare(engine, "engine", first.engine, second.engine);
    comparison.compare(engine, "numerics", std::to_string(first.numerics), std::to_string(second.numerics));
    comparison.compare(engine, "compiler", first.compiler, second.compiler);
    comparison.compare(options, "seed", std::to_string(first.seed), std::to_string(second.seed));
    comparison.compare(options, "samples", std::to_string(first.samples), std::to_string(second.samples));
    comparison.compare_options(first.options, second.options);
    comparison.compare_files(inputs, first.inputs, second.inputs);
    for (std::size_t level = 0; level < first.assumptions_by_level.size(); ++level)
        comparison.compare(assumptions, "level " + std::to_string(level),
                           std::to_string(first.assumptions_by_level[level]),
                           std::to_string(second.assumptions_by_level[level]));
    comparison.compare(warnings, "warnings", joined(first.warnings, "\n"), joined(second.warnings, "\n"));
    comparison.compare_files(outputs, first.outputs, second.outputs);
    return std::move(comparison).take();
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/read_result.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/io_document_reader.hpp"
#include "concordat/io/json.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace concordat {

namespace detail::reading_result {

using writing::document_reader;

inline constexpr std::string_view result_format = "concordat/run@1";

inline quantity discrete_of(document_reader& reader, const document& q) {
    discrete_value out;
    for (const auto& one : reader.list(q, "outcomes"))
        out.outcomes.push_back({reader.number(one, "value"), reader.number(one, "probability")});
    return out;
}

inline quantity empirical_of(document_reader& reader, const document& q) {
    empirical_value out;
    for (const auto& one : reader.list(q, "observations")) {
        if (const auto* number = one.as_double())
            out.observations.push_back(*number);
        else
            reader.refuse_type("observations", one, "numbers");
    }
    return out;
}

/// As `to_document(quantity)` writes it.
inline quantity quantity_of(document_reader& reader, const document& q) {
    const auto number = [&](std::string_view key) { return reader.number(q, key); };
    quantity read = missing_value{};
    if (const auto* exact = q.as_double())
        read = exact_value{*exact};
    else if (q.find("outcomes") != nullptr)
        read = discrete_of(reader, q);
    else if (q.find("observations") != nullptr)
        read = empirical_of(reader, q);
    else if (q.find("sd") != nullptr)
        read = normal_value{number("mean"), number("sd")};
    else if (q.find("mode") != nullptr)
        read = triangular_value{number("low"), number("mode"), number("high")};
    else if (!q.is_null())
        read = interval_value{number("low"), number("high")};
    if (is_missing(read)) return read;
    auto sound = check(read);
    if (sound) return *std::move(sound);
    reader.refuse(sound.error().code, sound.error().message);
    return missing_value{};
}

inline summarised_weights weights_of(document_reader& reader, const document& w) {
    summarised_weights out{reader.text(w, "key"), elicitation::none, reader.truth(w, "illustrative")};
    const std::string word = reader.text(w, "elicitation");
    const auto* const at = std::find(std::begin(elicitation_words), std::end(elicitation_words), word);
    if (at == std::end(elicitation_words))
        reader.refuse(errc::not_in_vocabulary, "elicitation is \"" + printable(word) + "\", which is no known way");
    else
        out.how = static_cast<elicitation>(at - std::begin(elicitation_words));
    return out;
}

/// Pairs of options of which no order may be told.
inline std::vector<std::vector<std::string>> groups_of(document_reader& reader, const document& ranking) {
    std::vector<std::vector<std::string>> groups;
    for (const auto& group : reader.list(ranking, "not_separated")) {
        groups.emplace_back();
        const auto* keys = group.as_array();
        if (keys == nullptr) reader.refuse_type("not_separated", group, "lists of options");
        if (keys == nullptr) continue;
        for (const auto& key : *keys)
            if (const auto* text = key.as_string()) groups.back().push_back(*text);
    }
    return groups;
}

inline void separate(std::vector<option_standing>& options, const std::vector<std::vector<std::string>>& groups) {
    const auto holds = [](const std::vector<std::string>& group, const std::string& key) {
        return std::find(group.begin(), group.end(), key) != group.end();
    };
    for (auto& one : options)
        for (const auto& other : options) {
            if (&one == &other) continue;
            const auto both = [&](const auto& group) { return holds(group, one.option) && holds(group, other.option); };
            if (std::any_of(groups.begin(), groups.end(), both)) one.not_separated_from.push_back(other.option);
        }
}

inline summarised_ranking ranking_of(document_reader& reader, const document& ranking) {
    summarised_ranking out;
    for (const auto& one : reader.list(ranking, "options")) {
        const auto& first = reader.object(one, "first");
        out.options.push_back(
            {reader.text(one, "option"), {reader.number(first, "value"), reader.number(first, "standard_error")}, {}});
    }
    separate(out.options, groups_of(reader, ranking));
    return out;
}

inline void read_baseline(document_reader& reader, const document& b, const std::map<std::string, std::string>& units,
                          run_summary& into) {
    const auto* stated = reader.member(b, "baseline");
    const std::string baseline = stated == nullptr || stated->is_null() ? std::string() : reader.text(b, "baseline");
    for (const auto& option : reader.list(b, "options"))
        for (const auto& cell : reader.list(option, "cells")) {
            const std::string criterion = reader.text(cell, "criterion");
            const auto unit = units.find(criterion);
            const auto* value = reader.member(cell, "value");
            if (unit == units.end() || value == nullptr) {
                reader.refuse(errc::dangling_reference, "no criterion has the key \"" + printable(criterion) + "\"");
                continue;
            }
            into.values.push_back(
                {baseline, reader.text(option, "option"), criterion, unit->second, quantity_of(reader, *value)});
        }
    for (const auto& weighed : reader.list(b, "rankings")) {
        const auto add = [&](std::string_view key, missing_treatment treatment) {
            auto& ranking = into.rankings.emplace_back(ranking_of(reader, reader.object(weighed, key)));
            ranking.baseline = baseline;
            ranking.weights = reader.text(weighed, "weights");
            ranking.missing = treatment;
        };
        add("with_missing", missing_treatment::as_stated);
        add("without_missing", missing_treatment::left_out);
    }
}

}  // namespace detail::reading_result

CONCORDAT_INLINE result<run_summary> read_result(std::string_view json, const std::string& path) {
    namespace own = detail::reading_result;
    CONCORDAT_TRY(const auto parsed, parse_json(json, path));
    own::document_reader reader(path, "result");
    const std::string format = reader.text(parsed, "format");
    if (!reader.problem() && format != own::result_format)
        reader.refuse(errc::unknown_format,
                      "format is \"" + printable(format) + "\", expected \"" + std::string(own::result_format) + "\"");
    const auto& study = reader.object(parsed, "study");
    run_summary out{reader.text(study, "key"),
                    reader.text(study, "title"),
                    reader.whole(parsed, "samples"),
                    reader.whole(parsed, "seed"),
                    {},
                    {},
                    {}};
    for (const auto& w : reader.list(parsed, "weights")) out.weights.push_back(own::weights_of(reader, w));
    std::map<std::string, std::string> units;
    for (const auto& c : reader.list(parsed, "criteria")) units.emplace(reader.text(c, "key"), reader.text(c, "unit"));
    for (const auto& b : reader.list(parsed, "baselines")) own::read_baseline(reader, b, units, out);
    if (reader.problem()) return fail(*reader.problem());
    return out;
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
#include "measure.hpp"

#include "concordat/graph/catalogue.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/show.hpp"

#include <optional>
#include <utility>

namespace concordat::cli {

namespace {

document card_of(const measure_info& info) {
    return document::object{{"id", info.id},
                            {"measure", info.key},
                            {"title", info.title},
                            {"unit", info.unit},
                            {"better", name(info.better)},
                            {"formula", info.formula},
                            {"criticism", info.criticism},
                            {"source", info.source}};
}

answer list_measures() {
    answer out;
    auto& table = out.output.tidy;
    table = {"Measures", {{"id"}, {"measure"}, {"unit"}, {"better"}, {"title"}, {"said against it"}}, {}};
    for (const auto& info : catalogue())
        table.rows.push_back({info.id, info.key, info.unit, name(info.better), info.title, info.criticism});
    out.output.sheets = {table};
    out.output.content =
        document::object{{"format", "concordat/measures@1"}, {"measures", document::list(catalogue(), card_of)}};
    return out;
}

std::vector<std::string> all_measures() {
    std::vector<std::string> keys;
    for (const auto& info : catalogue()) keys.emplace_back(info.key);
    return keys;
}

/// The overview with what each value rests on; the rest of the witnesses is in JSON, or for measures asked for by name.
sheet with_witnesses(sheet overview, const std::vector<measured>& found) {
    overview.columns.push_back({"witness"});
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto& witnesses = found[i].found.witnesses;
        std::string text = witnesses.empty() ? std::string() : witnesses.front().text;
        if (witnesses.size() > 1) text += " (and " + std::to_string(witnesses.size() - 1) + " more)";
        overview.rows[i].emplace_back(std::move(text));
    }
    return overview;
}

}  // namespace

result<answer> perform(const measure_arguments& asked, const session&) {
    if (asked.list) return list_measures();
    CONCORDAT_TRY(const model subject, load_model(asked.model));
    std::optional<model> baseline;
    if (!asked.baseline.empty()) {
        CONCORDAT_TRY(baseline, load_model(asked.baseline));
    }
    std::vector<measured> found;
    for (const auto& key : asked.measures.empty() ? all_measures() : asked.measures) {
        CONCORDAT_TRY(const any_measure one, make_measure(key, {}, baseline ? &*baseline : nullptr));
        found.push_back({one.info, one.parameters, one(subject)});
    }
    answer out;
    out.output.content = to_document(found, subject);
    out.output.tidy = with_witnesses(to_sheet(found, subject), found);
    out.output.sheets = {out.output.tidy};
    if (asked.measures.empty()) return out;
    for (const auto& one : found) out.output.sheets.push_back(to_sheet(one, subject));
    return out;
}

}  // namespace concordat::cli

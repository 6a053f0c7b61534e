// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/dataset.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/json.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/write_result.hpp"
#include "study/doubtful_study.hpp"
#include "study/hostile_study.hpp"
#include "study/small_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace concordat;
using namespace concordat::testing;

namespace {

/// Two options, each on a model of its own.
study own_models_study() {
    auto s = small_study();
    for (auto& o : s.options) {
        o.model = o.key == "x" ? "worked.option-x" : "worked.base";
        o.before = "worked.base";
        o.reforms.clear();
    }
    s.models.emplace("worked.base", worked_example());
    s.models.emplace("worked.option-x", worked_example_option_x());
    s.baselines.clear();
    return s;
}

study patchwork() {
    return load_study(std::string(CONCORDAT_TEST_DATA) + "/cli/patchwork/studies/patchwork.toml").value().study;
}

study study_called(const std::string& called) {
    if (called == "small") return small_study();
    if (called == "doubtful") return doubtful_study();
    if (called == "own models") return own_models_study();
    if (called == "hostile") return hostile_study();
    return patchwork();
}

std::size_t place_of(const data_table& table, const std::string& field) {
    for (std::size_t i = 0; i < table.fields.size(); ++i)
        if (table.fields[i].name == field) return i;
    FAIL(table.name + " has no column " + field);
    return 0;
}

/// What a row has in these columns, as one text; empty where one of them is.
std::string tuple_of(const data_table& table, const std::vector<document>& row,
                     const std::vector<std::string>& fields) {
    std::string out;
    for (const auto& field : fields) {
        const auto& datum = row[place_of(table, field)];
        if (datum.is_null()) return {};
        out += to_json(datum).value();
    }
    return out;
}

std::set<std::string> keys_of(const data_table& table) {
    std::set<std::string> keys;
    for (const auto& row : table.rows) keys.insert(tuple_of(table, row, table.key));
    return keys;
}

bool fits(const data_field& f, const document& datum) {
    switch (f.type) {
        case field_type::text:
        case field_type::day:
            return datum.as_string() != nullptr;
        case field_type::truth:
            return datum.as_bool() != nullptr;
        case field_type::whole:
            return datum.as_signed().has_value();
        case field_type::number:
            return datum.as_double() != nullptr;
    }
    return false;
}

std::optional<double> number_in(const document& datum) {
    if (const auto* number = datum.as_double()) return *number;
    if (const auto whole = datum.as_signed()) return static_cast<double>(*whole);
    return std::nullopt;
}

std::string name_form(const std::string& name) {
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); })
               ? ""
               : name;
}

}  // namespace

TEST_CASE("every table and column of every kind of study says what it is") {
    const auto called = GENERATE(as<std::string>{}, "small", "doubtful", "own models", "hostile", "patchwork");
    INFO(called);
    const auto s = study_called(called);
    const auto data = to_dataset(s, run(s).value());
    std::set<std::string> names;
    for (const auto& table : data.tables) {
        INFO(table.name);
        CHECK(names.insert(table.name).second);
        CHECK(name_form(table.name).empty());
        CHECK(table.meaning.back() == '.');
        CHECK_FALSE(table.title.empty());
        std::set<std::string> fields;
        for (const auto& f : table.fields) {
            INFO(f.name);
            CHECK(fields.insert(f.name).second);
            CHECK(name_form(f.name).empty());
            CHECK(f.meaning.back() == '.');
            CHECK((f.empty == absence::never) == f.empty_means.empty());
        }
        for (const auto& field : table.key) CHECK(table.fields[place_of(table, field)].empty == absence::never);
        for (const auto& reference : table.references) {
            REQUIRE(names.contains(reference.table));  // before it, or itself
            const auto* other = data.find(reference.table);
            REQUIRE(reference.fields.size() == other->key.size());
            for (std::size_t i = 0; i < other->key.size(); ++i)
                CHECK(table.fields[place_of(table, reference.fields[i])].type ==
                      other->fields[place_of(*other, other->key[i])].type);
        }
    }
}

TEST_CASE("every row is as its description says: types, empty cells, words, bounds, keys and references") {
    const auto called = GENERATE(as<std::string>{}, "small", "doubtful", "own models", "hostile", "patchwork");
    INFO(called);
    const auto s = study_called(called);
    const auto data = to_dataset(s, run(s).value());
    std::map<std::string, std::set<std::string>> keys;
    for (const auto& table : data.tables) {
        INFO(table.name);
        keys[table.name] = keys_of(table);
        CHECK(keys[table.name].size() == table.rows.size());
        std::size_t wrong = 0;
        for (const auto& row : table.rows) {
            REQUIRE(row.size() == table.fields.size());
            for (std::size_t i = 0; i < row.size(); ++i) {
                const auto& f = table.fields[i];
                INFO(f.name);
                if (row[i].is_null()) {
                    wrong += f.empty == absence::never ? 1u : 0u;
                    continue;
                }
                wrong += fits(f, row[i]) ? 0u : 1u;
                const auto* word = row[i].as_string();
                if (!f.allowed.empty()) wrong += std::count(f.allowed.begin(), f.allowed.end(), *word) == 1 ? 0u : 1u;
                if (f.type == field_type::text) wrong += word->empty() ? 1u : 0u;
                if (const auto number = number_in(row[i]))
                    wrong += (f.lowest && *number < *f.lowest) || (f.highest && *number > *f.highest) ? 1u : 0u;
            }
            for (const auto& reference : table.references) {
                const auto named = tuple_of(table, row, reference.fields);
                wrong += named.empty() || keys[reference.table].contains(named) ? 0u : 1u;
            }
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("the dictionary has a row for each column of every table, and for its own") {
    const auto s = small_study();
    const auto data = to_dataset(s, run(s).value());
    const auto& dictionary = data.tables.back();
    REQUIRE(dictionary.name == "dictionary");
    CHECK(data.tables[data.tables.size() - 2].name == "note");
    std::size_t row = 0;
    for (const auto& table : data.tables)
        for (const auto& f : table.fields) {
            REQUIRE(row < dictionary.rows.size());
            CHECK(*dictionary.rows[row][0].as_string() == table.name);
            CHECK(*dictionary.rows[row][1].as_string() == f.name);
            CHECK(*dictionary.rows[row][4].as_string() == f.meaning);
            ++row;
        }
    CHECK(row == dictionary.rows.size());
}

TEST_CASE("values, probabilities and sums in the tables are those of the result") {
    const auto s = small_study();
    const auto found = run(s).value();
    const auto data = to_dataset(s, found);
    const auto& b = found.baselines.front();

    const auto& performance = *data.find("performance");
    REQUIRE(performance.rows.size() == 8);
    for (const auto& row : performance.rows) {
        const std::size_t o = *row[1].as_string() == "base" ? 0 : 1;
        std::size_t c = 0;
        while (b.assessment.table.criteria[c].key != *row[2].as_string()) ++c;
        const auto& q = b.assessment.table.cell(o, c);
        if (is_missing(q))
            CHECK((row[4].is_null() && row[7].is_null() && row[8].as_string() != nullptr));
        else
            CHECK(*row[4].as_double() == mean(q));
    }

    std::map<std::string, double> ranks, pairs, sums, values;
    for (const auto& row : data.find("rank_probability")->rows)
        ranks[*row[2].as_string() + *row[3].as_string()] += *row[5].as_double();
    for (const auto& [key, sum] : ranks) CHECK(sum == Approx(1));
    CHECK(ranks.size() == 4);
    for (const auto& row : data.find("pairwise")->rows) pairs[*row[2].as_string()] += *row[5].as_double();
    for (const auto& [key, sum] : pairs) CHECK(sum == Approx(1));  // a beats b, or b beats a
    for (const auto& row : data.find("contribution")->rows) sums[*row[2].as_string()] += *row[6].as_double();
    for (const auto& row : data.find("expected_value")->rows) values[*row[2].as_string()] = *row[3].as_double();
    CHECK(values.at("base") == Approx(sums.at("base")));
    CHECK(values.at("x") == b.rankings.front().central.options[1].overall);
}

TEST_CASE("what must be read is in the notes: the limitation first, whose weights, what is missing, what was chosen") {
    const auto s = small_study();
    const auto data = to_dataset(s, run(s).value());
    const auto& notes = *data.find("note");
    CHECK(notes.rows.front()[2].as_string()->find(standing_limitation().text) == 0);
    CHECK(data.limitation == *notes.rows.front()[2].as_string());
    std::map<std::string, std::vector<std::string>> by_kind;
    for (const auto& row : notes.rows) by_kind[*row[1].as_string()].push_back(*row[2].as_string());
    CHECK(by_kind["watermark"] == watermarks(s));
    REQUIRE(by_kind["missing"].size() == 1);
    CHECK(by_kind["missing"][0].find("H2") == 0);
    CHECK(by_kind["missing"][0].find("missing in 2 of 2 cells, which count as whole_scale") != std::string::npos);
    REQUIRE(by_kind["contested"].size() == 1);
    CHECK(by_kind["contested"][0].find("this study takes lower") != std::string::npos);
}

TEST_CASE("options on models of their own stand under a word, not under nothing") {
    const auto s = own_models_study();
    const auto data = to_dataset(s, run(s).value());
    for (const auto& row : data.find("performance")->rows) CHECK(*row[0].as_string() == own_models);
    CHECK(data.find("baseline")->rows.size() == 1);
    CHECK(data.find("option")->rows[1][3].as_string() != nullptr);
}

TEST_CASE("a study without weights has no ranks, and says so") {
    auto s = small_study();
    s.weights.clear();
    const auto data = to_dataset(s, run(s).value());
    CHECK(data.find("ranking")->rows.empty());
    CHECK(data.find("area") == nullptr);
    bool said = false;
    for (const auto& row : data.find("note")->rows)
        said |= row[2].as_string()->find("nothing is ranked") != std::string::npos;
    CHECK(said);
}

TEST_CASE("hostile texts are shown in CSV and start no formula") {
    const auto s = hostile_study();
    for (const auto& table : to_dataset(s, run(s).value()).tables) {
        const auto csv = to_csv(to_sheet(table));
        INFO(table.name);
        CHECK(csv.find('\x1b') == std::string::npos);
        CHECK(csv.find("\xe2\x80\xae") == std::string::npos);
        for (const auto* start : {"\n=", ",=", ",\"="}) CHECK(csv.find(start) == std::string::npos);
    }
}

TEST_CASE("the description of the CSV files names each table, column, key and reference") {
    const auto s = small_study();
    const auto data = to_dataset(s, run(s).value());
    const auto metadata = csv_metadata(data);
    CHECK(to_json(metadata).has_value());
    CHECK(*metadata.find("@context")->as_array()->front().as_string() == "http://www.w3.org/ns/csvw");
    const auto& tables = *metadata.find("tables")->as_array();
    REQUIRE(tables.size() == data.tables.size());
    for (std::size_t t = 0; t < tables.size(); ++t) {
        CHECK(*tables[t].find("url")->as_string() == data.tables[t].name + ".csv");
        const auto& schema = *tables[t].find("tableSchema");
        CHECK(schema.find("columns")->as_array()->size() == data.tables[t].fields.size());
        CHECK(schema.find("primaryKey")->as_array()->size() == data.tables[t].key.size());
        CHECK(schema.find("foreignKeys")->as_array()->size() == data.tables[t].references.size());
    }
    const auto& column = data.find("ranking")->fields[6];
    CHECK(column.name == "probability_first");
    const auto& described = tables[static_cast<std::size_t>(data.find("ranking") - data.tables.data())]
                                .find("tableSchema")
                                ->find("columns")
                                ->as_array()
                                ->at(6);
    CHECK(*described.find("datatype")->find("maximum")->as_double() == 1);
    CHECK(*described.find("required")->as_bool());
}

TEST_CASE("the same result gives the same tables whatever the threads") {
    const auto s = small_study();
    const auto written = [&](unsigned threads) {
        run_options options;
        options.threads = threads;
        std::string all;
        for (const auto& table : to_dataset(s, run(s, options).value()).tables) all += to_csv(to_sheet(table));
        return all;
    };
    CHECK(written(7) == written(1));
}

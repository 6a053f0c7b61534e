// SPDX-License-Identifier: Apache-2.0
/// The SQL of a data set: its tables as they are described, and the views over them. Internal; no database here.
#pragma once

#include "concordat/core/text.hpp"
#include "concordat/io/dataset.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::sqlite {

/// A name or a text in quotes, whatever is in it.
inline std::string in_sql_quotes(std::string_view text, char quote) {
    std::string out(1, quote);
    for (const char c : text) {
        if (c == quote) out += quote;
        out += c;
    }
    return out + quote;
}
inline std::string identifier(std::string_view name) { return in_sql_quotes(name, '"'); }
inline std::string literal(std::string_view text) { return in_sql_quotes(text, '\''); }

inline std::string identifiers(const std::vector<std::string>& names) {
    std::vector<std::string> quoted;
    for (const auto& each : names) quoted.push_back(identifier(each));
    return "(" + joined(quoted, ", ") + ")";
}

inline std::string_view storage_of(field_type type) {
    constexpr std::array<std::string_view, 5> storage{"TEXT", "REAL", "INTEGER", "INTEGER", "TEXT"};
    return storage[static_cast<std::size_t>(type)];
}

inline std::string checks_of(const data_field& f) {
    std::vector<std::string> conditions;
    const std::string column = identifier(f.name);
    if (f.type == field_type::truth) conditions.push_back(column + " IN (0, 1)");
    if (!f.allowed.empty()) {
        std::vector<std::string> quoted;
        for (const auto& word : f.allowed) quoted.push_back(literal(word));
        conditions.push_back(column + " IN (" + joined(quoted, ", ") + ")");
    }
    if (f.lowest) conditions.push_back(column + " >= " + shortest(*f.lowest));
    if (f.highest) conditions.push_back(column + " <= " + shortest(*f.highest));
    return conditions.empty() ? std::string() : " CHECK (" + joined(conditions, " AND ") + ")";
}

/// A comment ends with its line, so a text may not bring one of its own: `printable` shows it.
inline std::string comment(std::string_view text) { return text.empty() ? "" : "  -- " + printable(text); }

inline std::string remark_on(const data_field& f) {
    std::string remark = f.meaning;
    if (!f.unit.empty()) remark += " In: " + f.unit + ".";
    if (f.type == field_type::truth) remark += " 0 no, 1 yes.";
    if (f.empty != absence::never) remark += " Empty: " + f.empty_means;
    return remark;
}

/// One part a line, with what stands behind it: a comment must not swallow the comma.
struct table_line {
    std::string definition;
    std::string remark;
};

inline std::string create_table(const data_table& table) {
    std::vector<table_line> lines;
    for (const auto& f : table.fields)
        lines.push_back({identifier(f.name) + " " + std::string(storage_of(f.type)) +
                             (f.empty == absence::never ? " NOT NULL" : "") + checks_of(f),
                         remark_on(f)});
    lines.push_back({"PRIMARY KEY " + identifiers(table.key), {}});
    // Deferred, so that rows that refer to each other may come in any order.
    for (const auto& reference : table.references)
        lines.push_back({"FOREIGN KEY " + identifiers(reference.fields) + " REFERENCES " + identifier(reference.table) +
                             " DEFERRABLE INITIALLY DEFERRED",
                         {}});
    std::string sql = "CREATE TABLE " + identifier(table.name) + " (" + comment(table.meaning) + "\n";
    for (std::size_t i = 0; i < lines.size(); ++i)
        sql += "    " + lines[i].definition + (i + 1 < lines.size() ? "," : "") + comment(lines[i].remark) + "\n";
    return sql + ") STRICT, WITHOUT ROWID";
}

inline std::string insert_into(const data_table& table) {
    std::string places;
    for (std::size_t i = 0; i < table.fields.size(); ++i) places += i == 0 ? "?" : ", ?";
    return "INSERT INTO " + identifier(table.name) + " VALUES (" + places + ")";
}

/// A question that people ask of a result, and the view that answers it. `over`: the tables that it reads, parted by
/// blanks.
struct standing_question {
    std::string_view view;
    std::string_view question;
    std::string_view over;
    std::string_view select;
};

inline std::span<const standing_question> standing_questions() {
    static constexpr std::array<standing_question, 9> questions{{
        {"read_first", "What must be known before these tables are used?", "note",
         "SELECT kind, text FROM note ORDER BY position"},
        {"coming_first",
         "How probably does each option come first, in whose view, and what can it not be told apart from?",
         "ranking baseline option weight_set",
         "SELECT r.baseline, r.weights, w.whose, w.watermark, r.missing_values, r.option, o.title, "
         "r.probability_first, "
         "r.probability_first_standard_error, r.not_separated_from FROM ranking r JOIN baseline b USING (baseline) "
         "JOIN "
         "option o USING (option) JOIN weight_set w USING (weights) ORDER BY b.position, w.position, r.missing_values, "
         "r.probability_first DESC, o.position"},
        {"not_separated", "Which pairs of options do the samples not settle, so that no order of them may be printed?",
         "pairwise",
         "SELECT baseline, weights, missing_values, option, other, probability_better, standard_error FROM pairwise "
         "WHERE "
         "NOT separated AND option < other ORDER BY baseline, weights, missing_values, option, other"},
        {"value_in_words", "What is each option's value on each criterion, and by what evidence?",
         "performance baseline option criterion",
         "SELECT p.baseline, p.option, o.title AS option_title, p.criterion, c.title AS criterion_title, c.better, "
         "p.value, p.low, p.high, p.unit, p.missing, p.weakest_level, p.witness FROM performance p JOIN baseline b "
         "USING "
         "(baseline) JOIN option o USING (option) JOIN criterion c USING (criterion) ORDER BY b.position, o.position, "
         "c.position"},
        {"missing_value", "Which values are missing, why, and what do they count as?", "performance criterion",
         "SELECT p.baseline, p.option, p.criterion, c.title, p.missing, c.when_missing FROM performance p JOIN "
         "criterion c "
         "USING (criterion) WHERE p.value IS NULL ORDER BY p.baseline, c.position, p.option"},
        {"weakly_founded_value", "Which values rest on assumptions, or on facts of level 1 or less?",
         "performance criterion",
         "SELECT p.baseline, p.option, p.criterion, c.title, p.value, p.unit, p.weakest_level, p.facts_at_assumption "
         "FROM "
         "performance p JOIN criterion c USING (criterion) WHERE p.weakest_level <= 1 OR p.facts_at_assumption > 0 "
         "ORDER "
         "BY p.baseline, c.position, p.option"},
        {"weight_in_view", "What does the weight rest on, and whose is it?", "weight_by_evidence weight_set",
         "SELECT s.baseline, s.weights, w.whose, w.watermark, s.what, s.share FROM weight_by_evidence s JOIN "
         "weight_set w "
         "USING (weights) ORDER BY s.baseline, w.position, s.what"},
        {"fact_with_source", "What does each fact rest on?", "fact fact_source source assumption",
         "SELECT f.fact_id, f.kind, f.name, f.level, s.title AS source, f.at, s.sourcing, s.address, a.text AS "
         "assumption "
         "FROM fact f LEFT JOIN fact_source USING (fact_id) LEFT JOIN source s USING (source_id) LEFT JOIN assumption "
         "a "
         "USING (assumption_id) ORDER BY f.fact_id, s.source_id"},
        {"assumption_in_use", "Which assumptions carry how many facts?", "assumption",
         "SELECT assumption, level, text, why, facts FROM assumption ORDER BY facts DESC, assumption_id"},
    }};
    return questions;
}

/// Whether the data set has every table that a view reads.
inline bool can_be_asked(const standing_question& asked, const dataset& data) {
    std::string_view rest = asked.over;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        if (data.find(rest.substr(0, end)) == nullptr) return false;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return true;
}

inline std::string create_view(const standing_question& asked) {
    return "CREATE VIEW " + identifier(asked.view) + " AS" + comment(asked.question) + "\n" + std::string(asked.select);
}

/// Without rows for questions that cannot be asked.
inline data_table question_data(const dataset& data) {
    data_table out{
        "question", "Questions and the views that answer them", "A view over the tables.", {}, {"view_name"}};
    data_field view, question;
    view.name = "view_name";
    view.meaning = "The view; select from it.";
    question.name = "question";
    question.meaning = "What it answers.";
    out.fields = {view, question};
    for (const auto& asked : standing_questions())
        if (can_be_asked(asked, data)) out.rows.push_back({asked.view, asked.question});
    return out;
}

}  // namespace concordat::detail::sqlite

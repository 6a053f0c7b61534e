// SPDX-License-Identifier: Apache-2.0
#include "rank.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/ranking_table.hpp"
#include "concordat/io/write_method.hpp"
#include "concordat/io/write_ranking.hpp"

#include <string>
#include <utility>
#include <vector>

namespace concordat::cli {

namespace {

result<answer> by_method(decision_method method, const ranking_table& given, const session& around) {
    long_work work(around);
    CONCORDAT_TRY(auto report, report_of(method, given, work.progress()));
    answer out;
    out.output.content = std::move(report.content);
    out.output.tidy = report.sheets.front();
    out.output.sheets = std::move(report.sheets);
    return out;
}

/// What `[method]` has to state where no method is named, since then nothing is defaulted.
std::optional<error> unless_all_stated(const method_settings& method) {
    std::vector<std::string> lacks;
    if (!method.normalised) lacks.emplace_back("normalisation");
    if (!method.samples) lacks.emplace_back("samples");
    if (!method.seed) lacks.emplace_back("seed");
    if (lacks.empty()) return std::nullopt;
    return error{errc::missing_key,
                 "method lacks " + listed(lacks) + ", which a ranking without a named method has to state",
                 "add them, or name a method: --method additive",
                 method.where,
                 {}};
}

/// Without a method: the ranking at the centre, and how sure it is.
result<answer> overall(ranking_table given, const session& around) {
    if (auto lacking = unless_all_stated(given.method)) return fail(std::move(*lacking));
    long_work work(around);
    rank_sampling sampling;
    sampling.samples = *given.method.samples;
    sampling.seed = *given.method.seed;
    sampling.progress = work.progress();

    ranked_table ranked;
    ranked.key = given.key;
    ranked.title = given.title;
    ranked.seed = sampling.seed;
    CONCORDAT_TRY(ranked.central, additive(given.table, given.sampled));
    CONCORDAT_TRY(ranked.probabilities, rank_probability(given.table, given.sampled, sampling));
    CONCORDAT_TRY(ranked.dominates, dominance(given.table, dominance_basis::expected));
    ranked.table = std::move(given.table);

    answer out;
    out.output.content = to_document(ranked);
    out.output.sheets = to_sheets(ranked);
    out.output.sheets.back().notes.push_back("Scales: " + std::string(name(*given.method.normalised)) +
                                             "; they are read off this table, so another option can change the order");
    if (given.sampled.how == elicitation::none)
        out.output.sheets.back().notes.emplace_back("Nobody gave weights; every weighting counts as equally likely");
    out.output.tidy = out.output.sheets.back();
    return out;
}

}  // namespace

result<answer> perform(const rank_arguments& asked, const session& around) {
    CONCORDAT_TRY(ranking_table given, load_table(asked.table));
    const auto method = asked.method ? asked.method : given.method.method;
    if (method) return by_method(*method, given, around);
    return overall(std::move(given), around);
}

}  // namespace concordat::cli

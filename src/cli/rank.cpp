// SPDX-License-Identifier: Apache-2.0
#include "rank.hpp"

#include "concordat/io/ranking_table.hpp"
#include "concordat/io/write_ranking.hpp"

#include <utility>

namespace concordat::cli {

result<answer> perform(const rank_arguments& asked, const session& around) {
    CONCORDAT_TRY(ranking_table given, load_table(asked.table));
    long_work work(around);
    rank_sampling sampling;
    sampling.samples = given.samples;
    sampling.seed = given.seed;
    sampling.progress = work.progress();

    ranked_table ranked;
    ranked.key = given.key;
    ranked.title = given.title;
    ranked.seed = given.seed;
    CONCORDAT_TRY(ranked.central, additive(given.table, given.weights));
    CONCORDAT_TRY(ranked.probabilities, rank_probability(given.table, given.weights, sampling));
    CONCORDAT_TRY(ranked.dominates, dominance(given.table, dominance_basis::expected));
    ranked.table = std::move(given.table);

    answer out;
    out.output.content = to_document(ranked);
    out.output.sheets = to_sheets(ranked);
    out.output.sheets.back().notes.push_back("Scales: " + std::string(name(given.normalised)) +
                                             "; they are read off this table, so another option can change the order");
    if (given.weights.how == elicitation::none)
        out.output.sheets.back().notes.emplace_back("Nobody gave weights; every weighting counts as equally likely");
    out.output.tidy = out.output.sheets.back();
    return out;
}

}  // namespace concordat::cli

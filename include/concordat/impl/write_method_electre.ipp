// SPDX-License-Identifier: Apache-2.0
// ELECTRE I and II.
#pragma once

#include "concordat/impl/write_method_page.hpp"

#include "concordat/decide/electre1.hpp"
#include "concordat/decide/electre2.hpp"

namespace concordat::detail::method {

/// Levels that the literature has no usual values for, so the table has to state them.
class stated_levels {
public:
    stated_levels(page& out, const ranking_table& given, decision_method method)
        : out_(out), where_(given.method.where), method_(method) {}

    [[nodiscard]] double operator()(const char* key, const std::optional<double>& stated) {
        if (stated) {
            out_.state(key, *stated);
            return *stated;
        }
        problems_.push_back(lacks("method", key, std::string(name(method_)), where_));
        return 0;
    }
    [[nodiscard]] std::vector<error>& problems() noexcept { return problems_; }

private:
    page& out_;
    source_pos where_;
    decision_method method_;
    std::vector<error> problems_;
};

CONCORDAT_INLINE result<method_report> electre1_report(const ranking_table& given) {
    page out(decision_method::electre1, given, "ELECTRE I (Roy, 1968)");
    stated_levels level(out, given, decision_method::electre1);
    electre1_levels levels;
    levels.concordance = level("concordance", given.method.concordance);
    levels.discordance = level("discordance", given.method.discordance);
    levels.scale = out.setting("discordance_scale", given.method.scale, levels.scale);
    if (!level.problems().empty()) return fail(gather(std::move(level.problems())));
    CONCORDAT_TRY(const auto matrix, matrix_of(given.table, given.weights));
    CONCORDAT_TRY(const auto found, electre1(matrix, levels));
    out.weights(matrix);
    out.by_two_options("concordance", found.concordance);
    out.by_two_options("discordance", found.discordance);
    out.by_two_options("outranks", found.outranks);
    out.named("kernel", found.kernel);
    return std::move(out).finish();
}

CONCORDAT_INLINE result<method_report> electre2_report(const ranking_table& given) {
    page out(decision_method::electre2, given, "ELECTRE II (Roy and Bertier, 1973); rank is by the median");
    stated_levels level(out, given, decision_method::electre2);
    electre2_levels levels;
    levels.strong_concordance = level("strong_concordance", given.method.strong_concordance);
    levels.middle_concordance = level("middle_concordance", given.method.middle_concordance);
    levels.weak_concordance = level("weak_concordance", given.method.weak_concordance);
    levels.loose_discordance = level("loose_discordance", given.method.loose_discordance);
    levels.tight_discordance = level("tight_discordance", given.method.tight_discordance);
    levels.scale = out.setting("discordance_scale", given.method.scale, levels.scale);
    if (!level.problems().empty()) return fail(gather(std::move(level.problems())));
    CONCORDAT_TRY(const auto matrix, matrix_of(given.table, given.weights));
    CONCORDAT_TRY(const auto found, electre2(matrix, levels));
    out.weights(matrix);
    out.by_two_options("concordance", found.concordance);
    out.by_two_options("discordance", found.discordance);
    out.by_two_options("strong", found.strong);
    out.by_two_options("weak", found.weak);
    out.by_option("forward", found.forward);
    out.by_option("reverse", found.reverse);
    out.by_option("median", found.median);
    out.by_option("rank", found.ranks);
    return std::move(out).finish();
}

}  // namespace concordat::detail::method

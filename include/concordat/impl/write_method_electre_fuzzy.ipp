// SPDX-License-Identifier: Apache-2.0
// ELECTRE III and TRI, which compare differences with thresholds.
#pragma once

#include "concordat/impl/write_method_page.hpp"

#include "concordat/decide/electre3.hpp"
#include "concordat/decide/electre_tri.hpp"

namespace concordat::detail::method {

/// Without q a difference of any size counts, without p every one that counts is a full one, and without v nothing
/// objects.
inline std::vector<thresholds> thresholds_of(page& out, const ranking_table& given) {
    std::vector<thresholds> made;
    bool q = true;
    bool p = true;
    bool v = true;
    for (const auto& said : given.criteria) {
        auto& each = made.emplace_back();
        if (said.q) each.indifference = *said.q;
        each.preference = said.p ? *said.p : each.indifference;
        each.veto = said.v;
        q = q && said.q;
        p = p && said.p;
        v = v && said.v;
    }
    if (!q) out.state("q", 0.0, true);
    if (!p) out.state("p", "q", true);
    if (!v) out.state("v", "none", true);
    return made;
}

inline document threshold_document(const threshold& t) {
    return t.is_constant() ? document(t.absolute) : document::object{{"abs", t.absolute}, {"rel", t.relative}};
}

inline document thresholds_document(const std::vector<thresholds>& all) {
    return document::list(all, [](const thresholds& each) {
        return document::object{{"q", threshold_document(each.indifference)},
                                {"p", threshold_document(each.preference)},
                                {"v", each.veto ? threshold_document(*each.veto) : document()}};
    });
}

CONCORDAT_INLINE result<method_report> electre3_report(const ranking_table& given) {
    page out(decision_method::electre3, given,
             "ELECTRE III (Roy, 1978); final counts those that are better in both distillations together");
    const auto limits = thresholds_of(out, given);
    electre3_discrimination discrimination;
    discrimination.alpha = out.setting("alpha", given.method.alpha, discrimination.alpha);
    discrimination.beta = out.setting("beta", given.method.beta, discrimination.beta);
    out.state("thresholds", thresholds_document(limits));
    CONCORDAT_TRY(const auto matrix, matrix_of(given.table, given.weights));
    CONCORDAT_TRY(const auto found, electre3(matrix, limits, discrimination));
    out.weights(matrix);
    out.by_two_options("concordance", found.concordance);
    out.by_two_options("credibility", found.credibility);
    out.by_option("descending", found.descending);
    out.by_option("ascending", found.ascending);
    out.by_option("final", found.ranks);
    out.words_by_two_options("final_relation", found.relation);
    return std::move(out).finish();
}

CONCORDAT_INLINE result<method_report> electre_tri_report(const ranking_table& given) {
    page out(decision_method::electre_tri, given,
             "ELECTRE TRI-B (Yu, 1992); category 1 lies below the worst profile, and a higher one is better");
    std::vector<error> problems;
    if (given.method.profiles.empty())
        problems.push_back(lacks("method", "profiles", "electre_tri", given.method.where));
    if (!given.method.cut) problems.push_back(lacks("method", "cut", "electre_tri", given.method.where));
    if (!problems.empty()) return fail(gather(std::move(problems)));

    const auto limits = thresholds_of(out, given);
    std::vector<std::string> keys;
    std::vector<double> values;
    for (const auto& profile : given.method.profiles) {
        keys.push_back(profile.key);
        values.insert(values.end(), profile.values.begin(), profile.values.end());
    }
    out.state("cut", *given.method.cut);
    out.state("profiles", document::list(keys));
    out.state("thresholds", thresholds_document(limits));
    CONCORDAT_TRY(const auto matrix, matrix_of(given.table, given.weights));
    CONCORDAT_TRY(const auto found, electre_tri(matrix, limits, values, *given.method.cut));
    out.weights(matrix);
    out.by_option("pessimistic", found.pessimistic);
    out.by_option("optimistic", found.optimistic);
    out.matrix("option_over_profile", found.option_over_profile, keys);
    out.matrix("profile_over_option", found.profile_over_option, keys);
    return std::move(out).finish();
}

}  // namespace concordat::detail::method

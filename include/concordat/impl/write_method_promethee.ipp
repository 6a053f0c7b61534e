// SPDX-License-Identifier: Apache-2.0
// PROMETHEE I and II.
#pragma once

#include "concordat/impl/write_method_page.hpp"

#include "concordat/decide/promethee.hpp"

namespace concordat::detail::method {

/// A threshold that the function takes. Differences are compared with one number, whatever the values are.
inline std::optional<double> constant_threshold(const table_criterion& criterion, const criterion_settings& said,
                                                const char* key, const std::optional<threshold>& stated,
                                                preference_function function, std::vector<error>& problems) {
    const std::string part = "criterion \"" + criterion.key + "\"";
    if (!stated)
        problems.push_back(lacks(part, key, "function = \"" + std::string(name(function)) + "\"", said.where));
    else if (!stated->is_constant())
        problems.push_back({errc::bad_parameter,
                            part + ": " + key + " grows with the value, but PROMETHEE compares with one number",
                            std::string("give ") + key + " as a number",
                            said.where,
                            {}});
    else
        return stated->absolute;
    return std::nullopt;
}

inline criterion_preference preference_of(const table_criterion& criterion, const criterion_settings& said,
                                          std::vector<error>& problems) {
    criterion_preference made;
    if (said.function) made.function = *said.function;
    const auto function = made.function;
    const bool q = function == preference_function::u_shape || function == preference_function::level ||
                   function == preference_function::linear;
    const bool p = function == preference_function::v_shape || function == preference_function::level ||
                   function == preference_function::linear;
    if (q) made.q = constant_threshold(criterion, said, "q", said.q, function, problems);
    if (p) made.p = constant_threshold(criterion, said, "p", said.p, function, problems);
    if (function != preference_function::gaussian) return made;
    made.s = said.s;
    if (!said.s)
        problems.push_back(lacks("criterion \"" + criterion.key + "\"", "s", "function = \"gaussian\"", said.where));
    return made;
}

/// By criterion: the function and its thresholds, for those who read the document alone.
inline document preferences_document(const std::vector<criterion_preference>& preferences) {
    return document::list(preferences, [](const criterion_preference& each) {
        document made = document::object{{"function", name(each.function)}};
        if (each.q) made.set("q", *each.q);
        if (each.p) made.set("p", *each.p);
        if (each.s) made.set("s", *each.s);
        return made;
    });
}

CONCORDAT_INLINE result<method_report> promethee_report(const ranking_table& given) {
    std::vector<error> problems;
    std::vector<criterion_preference> preferences;
    bool all_stated = true;
    for (std::size_t j = 0; j < given.criteria.size(); ++j) {
        preferences.push_back(preference_of(given.table.criteria[j], given.criteria[j], problems));
        all_stated = all_stated && given.criteria[j].function.has_value();
    }
    if (!problems.empty()) return fail(gather(std::move(problems)));
    CONCORDAT_TRY(const auto matrix, matrix_of(given.table, given.weights));
    CONCORDAT_TRY(const auto found, promethee(matrix, preferences));

    page out(decision_method::promethee, given, "PROMETHEE I and II (Brans and Vincke, 1985); rank is by phi");
    out.state("preferences", preferences_document(preferences));
    if (!all_stated) out.state("function", name(preference_function::usual), true);
    out.weights(matrix);
    out.by_two_options("pi", found.pi);
    out.by_option("phi_plus", found.phi_plus);
    out.by_option("phi_minus", found.phi_minus);
    out.by_option("phi", found.phi);
    out.by_option("rank", found.rank);
    out.by_option_and_criterion("unicriterion_net_flows", found.unicriterion_net_flows);
    out.words_by_two_options("promethee1_relation", found.relation);
    return std::move(out).finish();
}

}  // namespace concordat::detail::method

// SPDX-License-Identifier: Apache-2.0
// What a table says for the sake of single methods: `[method]`, and the thresholds on its criteria.
#pragma once

#include "concordat/impl/read_shapes.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace concordat::detail::input {

/// A number, or `{ abs = 5, rel = 0.1 }`.
CONCORDAT_INLINE bool read_cell(const cell& c, threshold& into) {
    constexpr double most = 1e15;
    if (!std::holds_alternative<tree_table>(c.value.content)) {
        double number = 0;
        const bool is_number =
            std::holds_alternative<double>(c.value.content) || std::holds_alternative<std::int64_t>(c.value.content);
        if (!is_number) return c.wrong_type("a number, or { abs, rel }");
        if (!read_cell(c, between{number, 0, most})) return false;
        into = {number, 0};
        return true;
    }
    threshold made;
    bool read = false;
    read_inline(c, [&](table_reader& in) {
        const bool absolute = in.optional("abs", between{made.absolute, 0, most});
        const bool relative = in.optional("rel", between{made.relative, 0, most});
        read = absolute || relative;
        if (in.entries().empty()) in.report(errc::missing_key, in.name() + " has neither \"abs\" nor \"rel\"");
    });
    if (read) into = made;
    return read;
}

CONCORDAT_INLINE void read_criterion_settings(table_reader& in, criterion_settings& into) {
    into.where = in.where().at;
    in.optional("q", into.q);
    in.optional("p", into.p);
    in.optional("v", into.v);
    in.optional("function", into.function);
    in.optional("s", between{into.s, 0, 1e15});
}

/// The keys of `[method]` that one method alone reads, and whose they are.
inline constexpr std::array<std::pair<std::string_view, decision_method>, 15> keys_of_methods = {{
    {"v", decision_method::vikor},
    {"concordance", decision_method::electre1},
    {"discordance", decision_method::electre1},
    {"strong_concordance", decision_method::electre2},
    {"middle_concordance", decision_method::electre2},
    {"weak_concordance", decision_method::electre2},
    {"loose_discordance", decision_method::electre2},
    {"tight_discordance", decision_method::electre2},
    {"alpha", decision_method::electre3},
    {"beta", decision_method::electre3},
    {"profiles", decision_method::electre_tri},
    {"cut", decision_method::electre_tri},
    {"preferences", decision_method::ror},
    {"indifferences", decision_method::ror},
}};

/// A table that names its method is for that one; a table that names none may be for several.
inline void refuse_keys_of_others(table_reader& in, decision_method named) {
    for (const auto& [key, owner] : keys_of_methods)
        if (owner != named && in.has(key))
            in.report_at(key, errc::conflicting_keys,
                         in.name() + "." + std::string(key) + " is for " + std::string(name(owner)) +
                             ", but name = \"" + std::string(name(named)) + "\"",
                         "take out one of them, or leave out the name and give it on the command line");
}

/// `[["a", "b"], …]`: options by key, two by two.
inline void read_statements(const cell& c, const performance_table& table, reference_judgement judgement,
                            std::vector<reference_statement>& into) {
    std::vector<std::string> known;
    for (const auto& option : table.options) known.push_back(option.key);
    read_list(c, [&](const cell& item) {
        const auto* pair = std::get_if<tree_array>(&item.value.content);
        if (pair == nullptr || pair->size() != 2) {
            item.wrong_type("two options as [\"a\", \"b\"]");
            return;
        }
        std::array<std::size_t, 2> positions{};
        for (std::size_t side = 0; side < 2; ++side) {
            const cell one{(*pair)[side], item.name, item.file};
            std::string key;
            if (!read_cell(one, key)) return;
            const auto at = std::find(known.begin(), known.end(), key);
            if (at == known.end())
                return one.report(errc::dangling_reference,
                                  one.name + " names " + shown(one.value) + ", but no option has this key",
                                  suggest(key, known));
            positions[side] = static_cast<std::size_t>(at - known.begin());
        }
        into.push_back({positions[0], positions[1], judgement});
    });
}

inline void read_profiles(table_reader& in, const performance_table& table, std::vector<category_profile>& into) {
    in.each("profiles", [&](table_reader& one) {
        auto& profile = into.emplace_back();
        one.required("key", label_in{profile.key});
        one.requires_key("values");
        one.with("values", [&](const cell& c) {
            read_cell(c, profile.values);
            if (profile.values.size() != table.criteria.size())
                c.report(errc::missing_value, c.name + " is " + std::to_string(profile.values.size()) +
                                                  " long, but the number of criteria is " +
                                                  std::to_string(table.criteria.size()));
        });
    });
}

inline void read_levels(table_reader& in, method_settings& into) {
    const auto share = [&](const char* key, std::optional<double>& level) { in.optional(key, between{level, 0, 1}); };
    share("v", into.v);
    share("concordance", into.concordance);
    share("discordance", into.discordance);
    share("strong_concordance", into.strong_concordance);
    share("middle_concordance", into.middle_concordance);
    share("weak_concordance", into.weak_concordance);
    share("loose_discordance", into.loose_discordance);
    share("tight_discordance", into.tight_discordance);
    share("cut", into.cut);
    in.optional("discordance_scale", into.scale);
    in.optional("alpha", between{into.alpha, -1, 1});
    in.optional("beta", between{into.beta, -1, 1});
}

CONCORDAT_INLINE void read_method(table_reader& in, const performance_table& table, table_weights& weights,
                                  method_settings& into) {
    into.where = in.where().at;
    in.with("method", [&](const cell& c) {
        into.where = c.file.at(c.value.at);
        read_inline(c, [&](table_reader& one) {
            one.optional("name", into.method);
            one.optional("normalisation", into.normalised);
            one.optional("samples", between{into.samples, 1, 1e9});
            one.optional("seed", into.seed);
            read_levels(one, into);
            read_profiles(one, table, into.profiles);
            one.with("preferences", [&](const cell& pairs) {
                read_statements(pairs, table, reference_judgement::preferred, into.statements);
            });
            one.with("indifferences", [&](const cell& pairs) {
                read_statements(pairs, table, reference_judgement::indifferent, into.statements);
            });
            read_said_of_weights(one, weights);
            if (into.method) refuse_keys_of_others(one, *into.method);
        });
    });
}

}  // namespace concordat::detail::input

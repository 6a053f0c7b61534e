// SPDX-License-Identifier: Apache-2.0
#include "changes.hpp"

#include "concordat/io/load.hpp"

#include <string_view>

namespace concordat::cli {

namespace {

constexpr std::string_view reform_format = "concordat/reform@1", transition_format = "concordat/transition@1";

result<reform> load_change(const std::string& file, std::optional<date> day) {
    CONCORDAT_TRY(const std::string format, load_format(file));
    if (format != transition_format) return load_reform(file);
    CONCORDAT_TRY(const transition t, load_transition(file));
    if (!day)
        return fail(errc::missing_value, "transition \"" + t.key + "\" says something else on each day",
                    "--at YYYY-MM-DD says how far it has gone", t.where.at);
    return reform_by(t, *day);
}

}  // namespace

result<model> load_model_on(const std::string& file, std::optional<date> day) {
    CONCORDAT_TRY(const model m, load_model(file));
    return day ? m.dated(*day) : m;
}

result<bool> is_change(const std::string& file) {
    CONCORDAT_TRY(const std::string format, load_format(file));
    return format == reform_format || format == transition_format;
}

result<std::vector<reform>> load_changes(const std::vector<std::string>& files, std::optional<date> day) {
    std::vector<reform> all;
    for (const auto& file : files) {
        CONCORDAT_TRY(all.emplace_back(), load_change(file, day));
    }
    return all;
}

}  // namespace concordat::cli

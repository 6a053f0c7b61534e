// SPDX-License-Identifier: Apache-2.0
#include "recorded_run.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/files.hpp"
#include "concordat/io/root.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <utility>
#include <vector>

namespace concordat::cli {

namespace {

/// The largest output of a run that is read back.
constexpr std::size_t output_limit = std::size_t{1} << 30;

}  // namespace

result<std::string> find_root(const std::string& record, const std::string& given, const std::string& study_key) {
    const std::string name = path_of_key(study_key);
    std::vector<std::filesystem::path> places{given};
    if (given.empty()) {
        places = {"models", "."};
        const auto beside = std::filesystem::absolute(record).lexically_normal().parent_path();
        for (auto at = beside; at.has_relative_path(); at = at.parent_path()) {
            places.push_back(at);
            places.push_back(at / "models");
        }
    }
    for (const auto& place : places) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(place / name, ignored)) return place.string();
    }
    return fail(errc::no_such_file,
                "the record is of the study \"" + printable(study_key) + "\", but no \"" + printable(name) +
                    "\" lies where models are looked for",
                "say where with --models DIR");
}

std::optional<file_mark> mark_now(const std::string& name, const std::string& path) {
    const auto bytes = read_input(path, output_limit);
    return bytes ? std::optional(mark_of(name, *bytes)) : std::nullopt;
}

bool stays_inside(const std::string& name) {
    const std::filesystem::path path(name);
    return path.is_relative() && std::none_of(path.begin(), path.end(), [](const auto& part) { return part == ".."; });
}

}  // namespace concordat::cli

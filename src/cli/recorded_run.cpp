// SPDX-License-Identifier: Apache-2.0
#include "recorded_run.hpp"

#include "run_files.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/files.hpp"
#include "concordat/io/read_result.hpp"
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

/// The places that hold the study, best first.
std::vector<std::string> places_with(const std::string& record, const input_places& places, const std::string& study) {
    std::vector<std::filesystem::path> all{places.given};
    if (places.given.empty()) {
        all = {"models", "."};
        const auto beside = std::filesystem::absolute(record).lexically_normal().parent_path();
        for (auto at = beside; at.has_relative_path(); at = at.parent_path()) {
            all.push_back(at);
            all.push_back(at / "models");
        }
        if (!places.also.empty()) all.emplace_back(places.also);
    }
    const std::string name = path_of_key(study);
    std::vector<std::string> holding;
    for (const auto& place : all) {
        std::error_code ignored;
        if (std::filesystem::is_regular_file(place / name, ignored)) holding.push_back(place.string());
    }
    return holding;
}

error nowhere(const std::string& study) {
    return {errc::no_such_file,
            "the record is of the study \"" + printable(study) + "\", but no \"" + printable(path_of_key(study)) +
                "\" lies where models are looked for",
            "say where with --models DIR",
            {},
            {}};
}

/// E802, naming the files below `root` that are not as they were.
result<run_inputs> read_inputs_below(const std::string& root, const run_record& record, const std::string& study) {
    run_inputs read{study, {}};
    std::vector<std::string> gone, other;
    for (const auto& input : record.inputs) {
        const auto path = (std::filesystem::path(root) / input.name).string();
        auto bytes = stays_inside(input.name) ? read_input(path) : result<std::string>(fail(errc::leaves_root, {}));
        if (!bytes)
            gone.push_back("\"" + printable(input.name) + "\"");
        else if (mark_of(input.name, *bytes) != input)
            other.push_back("\"" + printable(input.name) + "\"");
        else
            read.files.emplace(input.name, *std::move(bytes));
    }
    if (gone.empty() && other.empty()) return read;
    std::string message;
    if (!other.empty())
        message =
            listed(other) + (other.size() == 1 ? " is not the file" : " are not the files") + " that the run read";
    if (!gone.empty())
        message +=
            (message.empty() ? "" : ", and ") + listed(gone) + (gone.size() == 1 ? " is" : " are") + " not there";
    return fail(errc::differs, message, {}, {root, 0, 0});
}

}  // namespace

result<std::string> find_root(const std::string& record, const std::string& given, const std::string& study_key) {
    const auto holding = places_with(record, {given}, study_key);
    if (holding.empty()) return fail(nowhere(study_key));
    return holding.front();
}

result<run_inputs> read_recorded_inputs(const run_record& record, const std::string& path, const input_places& places) {
    const std::string* study = study_of(record);
    if (study == nullptr)
        return fail(errc::missing_key, "the record's options name no study, so its inputs are not known", {},
                    {path, 0, 0});
    const auto holding = places_with(path, places, *study);
    if (holding.empty()) return fail(nowhere(*study));
    auto first = read_inputs_below(holding.front(), record, *study);
    for (std::size_t i = 1; i < holding.size() && !first; ++i)
        if (auto other = read_inputs_below(holding[i], record, *study)) return other;
    return first;
}

result<run_summary> read_recorded_result(const run_record& record, const std::string& path) {
    const auto recorded = std::find_if(record.outputs.begin(), record.outputs.end(),
                                       [](const auto& output) { return output.name == result_name; });
    if (recorded == record.outputs.end())
        return fail(errc::differs, "the record names no " + std::string(result_name), {}, {path, 0, 0});
    const auto file = (std::filesystem::path(path).parent_path() / result_name).string();
    CONCORDAT_TRY(const auto bytes, read_input(file, output_limit));
    if (mark_of(recorded->name, bytes) != *recorded)
        return fail(errc::differs, "\"" + printable(file) + "\" is not the file that the run wrote", {}, {file, 0, 0});
    return read_result(bytes, file);
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

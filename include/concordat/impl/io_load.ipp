// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/load.hpp"

#include "concordat/impl/read_shapes.hpp"

namespace concordat {

namespace detail::input {

/// Opens the one file that was asked for and makes of it what `assemble(reading&, opened_file&)` does.
template <class Assemble>
auto load_with(const std::string& path, file_format format, Assemble assemble) {
    reading files;
    auto* const file = files.open(path, format);
    using made = decltype(assemble(files, *file));
    return files.finish(file == nullptr ? made{} : assemble(files, *file));
}

template <class Assemble>
auto load_text_with(std::string_view text, const std::string& path, file_format format, Assemble assemble) {
    reading files;
    auto* const file = files.open_text(text, path, format);
    using made = decltype(assemble(files, *file));
    return files.finish(file == nullptr ? made{} : assemble(files, *file));
}

inline std::optional<std::vector<source>> make_sources(reading&, opened_file& file) { return assemble_sources(file); }

inline std::optional<vocabulary> make_vocabulary(reading&, opened_file& file) {
    std::optional<vocabulary> made(std::in_place);
    read_vocabulary(file, *made);
    return made;
}

inline std::optional<loaded_study> make_study(reading& files, opened_file& file) {
    auto made = assemble_study(files, file);
    if (!made) return std::nullopt;
    return loaded_study{*std::move(made), files.take_inputs()};
}

inline std::optional<model> make_model(reading& files, opened_file& file) { return assemble_model(files, file); }

}  // namespace detail::input

CONCORDAT_INLINE result<std::vector<source>> load_sources(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::sources, detail::input::make_sources);
}
CONCORDAT_INLINE result<std::vector<source>> load_sources_text(std::string_view text, const std::string& path) {
    return detail::input::load_text_with(text, path, detail::input::file_format::sources, detail::input::make_sources);
}
CONCORDAT_INLINE result<vocabulary> load_vocabulary(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::vocabulary, detail::input::make_vocabulary);
}
CONCORDAT_INLINE result<vocabulary> load_vocabulary_text(std::string_view text, const std::string& path) {
    return detail::input::load_text_with(text, path, detail::input::file_format::vocabulary,
                                         detail::input::make_vocabulary);
}
CONCORDAT_INLINE result<model> load_model(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::model, detail::input::make_model);
}
CONCORDAT_INLINE result<model> load_model_text(std::string_view text, const std::string& path) {
    return detail::input::load_text_with(text, path, detail::input::file_format::model, detail::input::make_model);
}
CONCORDAT_INLINE result<reform> load_reform(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::reform, detail::input::assemble_reform);
}
CONCORDAT_INLINE result<reform> load_reform_text(std::string_view text, const std::string& path) {
    return detail::input::load_text_with(text, path, detail::input::file_format::reform,
                                         detail::input::assemble_reform);
}
CONCORDAT_INLINE result<transition> load_transition(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::transition, detail::input::assemble_transition);
}
CONCORDAT_INLINE result<families> load_families(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::families, detail::input::assemble_families);
}
CONCORDAT_INLINE result<criteria_tree> load_criteria(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::criteria, detail::input::assemble_criteria);
}
CONCORDAT_INLINE result<criteria_tree> load_criteria_text(std::string_view text, const std::string& path) {
    return detail::input::load_text_with(text, path, detail::input::file_format::criteria,
                                         detail::input::assemble_criteria);
}
CONCORDAT_INLINE result<weights_of_criteria> load_weights(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::weights, detail::input::assemble_weights);
}

CONCORDAT_INLINE result<case_study> load_case(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::case_study, detail::input::assemble_case);
}
CONCORDAT_INLINE result<claim_set> load_claims(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::claims, detail::input::assemble_claims);
}
CONCORDAT_INLINE result<area_table> load_areas(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::areas, detail::input::assemble_areas);
}
CONCORDAT_INLINE result<indicator_table> load_indicators(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::indicators, detail::input::assemble_indicators);
}

CONCORDAT_INLINE result<std::string> load_format(const std::string& path) {
    detail::input::reading files;
    const auto* const file = files.open(path, std::nullopt);
    if (file != nullptr) return detail::input::format_name(file->format);
    return files.finish(std::optional<std::string>());
}

CONCORDAT_INLINE result<loaded_study> load_study(const std::string& path) {
    return detail::input::load_with(path, detail::input::file_format::study, detail::input::make_study);
}

CONCORDAT_INLINE result<loaded_study> load_study(const file_bytes& files, std::string_view key) {
    detail::input::reading from_memory;
    auto* const file = from_memory.open_below(model_root::of_bytes(files), key, detail::input::file_format::study);
    return from_memory.finish(file == nullptr ? std::nullopt : detail::input::make_study(from_memory, *file));
}

}  // namespace concordat

// SPDX-License-Identifier: Apache-2.0
/// Reading the files that a study is made of (`models/README.md` gives their formats). Nothing is guessed: a key that a
/// format does not know, a name that stands for nothing, a number out of its range is an error with its place. All
/// mistakes of a file and of what it names come back at once, in order, up to 20 (`error::more`).
///
/// A file that names others by key has to lie where its own key says (E205), for that is how the others are found; see
/// `model_root`. Functions that take a text read what needs no other file; `path` then only stands in messages.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/io/loaded.hpp"
#include "concordat/io/root.hpp"
#include "concordat/model/area.hpp"
#include "concordat/model/case_study.hpp"
#include "concordat/model/claim.hpp"
#include "concordat/model/families.hpp"
#include "concordat/model/indicator.hpp"
#include "concordat/model/model.hpp"
#include "concordat/model/reform.hpp"
#include "concordat/model/transition.hpp"
#include "concordat/study/study.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace concordat {

[[nodiscard]] result<std::vector<source>> load_sources(const std::string& path);
[[nodiscard]] result<std::vector<source>> load_sources_text(std::string_view text, const std::string& path);

[[nodiscard]] result<vocabulary> load_vocabulary(const std::string& path);
[[nodiscard]] result<vocabulary> load_vocabulary_text(std::string_view text, const std::string& path);

/// With its vocabulary, its sources and what it extends, at most 8 files deep: a circle and a file reached twice are
/// E302, what two files define is E303. One marked `abstract` is no model of its own (E204).
[[nodiscard]] result<model> load_model(const std::string& path);
/// One that holds its own kinds, services and sources, as `to_toml` writes it.
[[nodiscard]] result<model> load_model_text(std::string_view text, const std::string& path);

/// With its sources. Whether its steps can be applied depends on the model; see `apply`.
[[nodiscard]] result<reform> load_reform(const std::string& path);
[[nodiscard]] result<reform> load_reform_text(std::string_view text, const std::string& path);

/// With its sources, and checked; the model that it starts from has to be there.
[[nodiscard]] result<transition> load_transition(const std::string& path);

/// With its sources. Whether its entries are held by somebody depends on the model; see `with_families`.
[[nodiscard]] result<families> load_families(const std::string& path);

/// With its sources; checked by `check(criteria_tree)`.
[[nodiscard]] result<criteria_tree> load_criteria(const std::string& path);
[[nodiscard]] result<criteria_tree> load_criteria_text(std::string_view text, const std::string& path);

/// With the criteria that it names, and checked against them.
[[nodiscard]] result<weights_of_criteria> load_weights(const std::string& path);

/// With its vocabulary and sources, checked by `check(area_table)`; and with its indicators, whose areas must be its
/// own.
[[nodiscard]] result<area_table> load_areas(const std::string& path);
/// With its sources, and the rows in the CSV file beside it (RFC 4180 in UTF-8, with a header row; a byte order mark is
/// skipped, lines end in CRLF or LF). A bad row is an error with its line and column; nothing is dropped.
[[nodiscard]] result<indicator_table> load_indicators(const std::string& path);

/// With its sources. The models, reforms and transitions that it is about have to lie where their keys say, and are not
/// read further.
[[nodiscard]] result<case_study> load_case(const std::string& path);

/// With its sources. The reforms that claims are about have to lie where their keys say, and are not read further.
[[nodiscard]] result<claim_set> load_claims(const std::string& path);

/// What a file says it is, as "concordat/model@1", for programs that take files of several formats. Its syntax is read,
/// and nothing else of it.
[[nodiscard]] result<std::string> load_format(const std::string& path);

/// With everything it names: models, criteria, reforms, weights, claims, and what those name; checked by
/// `check(study)`.
[[nodiscard]] result<loaded_study> load_study(const std::string& path);
/// The study of that key out of files in memory, as if they were all that lies below the root. Places in messages are
/// names below it.
[[nodiscard]] result<loaded_study> load_study(const file_bytes& files, std::string_view key);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_load.ipp"
#endif

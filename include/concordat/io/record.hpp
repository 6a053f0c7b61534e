// SPDX-License-Identifier: Apache-2.0
/// The run record: what stands beside every output, so that anybody can check that the same inputs give the same bytes.
/// It holds no time, host, user or path of a machine, so that it is itself the same bytes wherever it is made.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/io/document.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// A file by its content. `name` is relative: to the root of the inputs, or to the folder of the outputs.
struct file_mark {
    std::string name;
    std::uint64_t size = 0;
    std::string sha256;
    friend bool operator==(const file_mark&, const file_mark&) = default;
};

/// The mark of a file with these bytes. O(|bytes|).
[[nodiscard]] file_mark mark_of(std::string name, std::string_view bytes);

struct run_record {
    std::string engine;  ///< version, "0.1.0"
    int numerics = 0;    ///< of the arithmetic: equal numbers promise equal bits
    std::string compiler;
    std::uint64_t seed = 0;
    std::uint64_t samples = 0;
    document options = document::empty_object();          ///< as understood, defaults included
    std::vector<file_mark> inputs;                        ///< in order of name
    std::vector<file_mark> outputs;                       ///< in order of name
    std::array<std::uint64_t, 2> assumptions_by_level{};  ///< how many of level 0 and level 1
    std::vector<std::string> warnings;
    friend bool operator==(const run_record&, const run_record&) = default;
};

/// A record that knows this engine, its numerics and the compiler it was built with, and nothing else yet.
[[nodiscard]] run_record record_of_this_engine();

/// The record as a JSON file with the SHA-256 of its content in it: `schemas/record.schema.json`. Files are put in
/// order of name first. Options that hold a number that is not finite are refused (E402).
[[nodiscard]] result<std::string> to_json(const run_record&);

/// Reads a record. What is not one is E202, E203, E204 or as for `parse_json`; one whose content does not give the hash
/// that stands in it, or that is not byte for byte what `to_json` writes, was changed since: E802. `path` is for the
/// messages.
[[nodiscard]] result<run_record> parse_record(std::string_view text, const std::string& path = {});

/// What a difference between two records is about. `inputs` before `outputs`: other inputs explain other outputs.
enum class record_part : std::uint8_t { engine, options, inputs, assumptions, warnings, outputs };
[[nodiscard]] std::string_view name(record_part) noexcept;

struct record_difference {
    record_part part = record_part::engine;
    std::string what;   ///< "seed", or a file's name
    std::string first;  ///< as text; empty where only the second has it
    std::string second;
    friend bool operator==(const record_difference&, const record_difference&) = default;
};

/// Everything in which two records differ, in the order of `record_part`, within each by name. Equal records: empty.
/// O(n log n).
[[nodiscard]] std::vector<record_difference> compare_records(const run_record& first, const run_record& second);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_record.ipp"
#include "concordat/impl/io_record_compare.ipp"
#endif

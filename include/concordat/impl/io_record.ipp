// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/record.hpp"

#include "concordat/core/text.hpp"
#include "concordat/impl/io_document_reader.hpp"
#include "concordat/io/hash.hpp"
#include "concordat/io/json.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace concordat {

namespace detail::writing {

inline constexpr std::string_view record_format = "concordat/record@1";

inline std::vector<file_mark> in_order(std::vector<file_mark> marks) {
    std::sort(marks.begin(), marks.end(), [](const file_mark& a, const file_mark& b) { return a.name < b.name; });
    return marks;
}

inline document marks_document(const std::vector<file_mark>& marks) {
    return document::list(in_order(marks), [](const file_mark& m) {
        return document::object{{"name", m.name}, {"size", m.size}, {"sha256", m.sha256}};
    });
}

/// The part that the hash is over.
inline document record_content(const run_record& r) {
    return document::object{{"engine", r.engine},
                            {"numerics", r.numerics},
                            {"compiler", r.compiler},
                            {"seed", r.seed},
                            {"samples", r.samples},
                            {"options", r.options},
                            {"inputs", marks_document(r.inputs)},
                            {"outputs", marks_document(r.outputs)},
                            {"assumptions_by_level", document::list(r.assumptions_by_level)},
                            {"warnings", document::list(r.warnings)}};
}

inline std::vector<file_mark> read_marks(document_reader& reader, const document& content, std::string_view key) {
    std::vector<file_mark> out;
    for (const auto& mark : reader.list(content, key))
        out.push_back({reader.text(mark, "name"), reader.whole(mark, "size"), reader.text(mark, "sha256")});
    return out;
}

inline run_record read_content(document_reader& reader, const document& content) {
    run_record r;
    r.engine = reader.text(content, "engine");
    const std::uint64_t numerics = reader.whole(content, "numerics");
    if (numerics > std::numeric_limits<int>::max())
        reader.refuse(errc::out_of_range, "numerics is " + std::to_string(numerics) + ", more than any engine has");
    else
        r.numerics = static_cast<int>(numerics);
    r.compiler = reader.text(content, "compiler");
    r.seed = reader.whole(content, "seed");
    r.samples = reader.whole(content, "samples");
    r.options = reader.object(content, "options");
    r.inputs = read_marks(reader, content, "inputs");
    r.outputs = read_marks(reader, content, "outputs");
    const auto& counts = reader.list(content, "assumptions_by_level");
    if (counts.size() != r.assumptions_by_level.size())
        reader.refuse(errc::wrong_type, "\"assumptions_by_level\" has " + std::to_string(counts.size()) +
                                            " numbers, but assumptions have levels 0 and 1");
    else
        for (std::size_t level = 0; level < counts.size(); ++level)
            r.assumptions_by_level[level] = reader.whole_of(counts[level], "assumptions_by_level");
    for (const auto& warning : reader.list(content, "warnings")) {
        if (const auto* text = warning.as_string())
            r.warnings.push_back(*text);
        else
            reader.refuse_type("warnings", warning, "texts");
    }
    return r;
}

}  // namespace detail::writing

CONCORDAT_INLINE file_mark mark_of(std::string name, std::string_view bytes) {
    return {std::move(name), bytes.size(), sha256(bytes)};
}

CONCORDAT_INLINE run_record record_of_this_engine() {
    run_record r;
    r.engine = std::to_string(CONCORDAT_VERSION_MAJOR) + "." + std::to_string(CONCORDAT_VERSION_MINOR) + "." +
               std::to_string(CONCORDAT_VERSION_PATCH);
    r.numerics = CONCORDAT_NUMERICS;
#if defined(__clang__)
    r.compiler = "clang " + std::to_string(__clang_major__) + "." + std::to_string(__clang_minor__);
#elif defined(__GNUC__)
    r.compiler = "gcc " + std::to_string(__GNUC__) + "." + std::to_string(__GNUC_MINOR__);
#else
    r.compiler = "unknown";
#endif
    return r;
}

CONCORDAT_INLINE result<std::string> to_json(const run_record& r) {
    const document content = detail::writing::record_content(r);
    const auto hashed = to_json(content);
    if (!hashed) return fail(hashed.error());
    return to_json(document(document::object{
        {"format", detail::writing::record_format}, {"record", content}, {"sha256", sha256(*hashed)}}));
}

CONCORDAT_INLINE result<run_record> parse_record(std::string_view text, const std::string& path) {
    const auto parsed = parse_json(text, path);
    if (!parsed) return fail(parsed.error());
    detail::writing::document_reader reader(path, "record");
    const std::string format = reader.text(*parsed, "format");
    if (!reader.problem() && format != detail::writing::record_format)
        reader.refuse(errc::unknown_format, "format is \"" + printable(format) + "\", expected \"" +
                                                std::string(detail::writing::record_format) + "\"");
    const document& content = reader.object(*parsed, "record");
    const std::string stated = reader.text(*parsed, "sha256");
    run_record r = detail::writing::read_content(reader, content);
    if (reader.problem()) return fail(*reader.problem());

    const auto hashed = to_json(content);
    if (!hashed) return fail(hashed.error());
    const std::string found = sha256(*hashed);
    if (found != stated)
        return fail(errc::differs,
                    "the record states the hash " + printable(stated.substr(0, 64)) + ", but its content has " + found,
                    "it was changed after the run; run again to get a true one", {path, 0, 0});
    const auto rewritten = to_json(r);
    if (!rewritten) return fail(rewritten.error());
    if (*rewritten != text)
        return fail(errc::differs,
                    "the record is not byte for byte what a run writes, though its content has the stated hash",
                    "it was laid out anew, or holds keys that no run writes", {path, 0, 0});
    return r;
}

}  // namespace concordat

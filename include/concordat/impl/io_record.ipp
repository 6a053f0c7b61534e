// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/io/record.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/hash.hpp"
#include "concordat/io/json.hpp"

#include <algorithm>
#include <initializer_list>
#include <limits>
#include <optional>
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

/// Takes values out of a record's JSON, and remembers the first that is not there or of another type.
class record_reader {
public:
    explicit record_reader(std::string path) : path_(std::move(path)) {}

    [[nodiscard]] const document* member(const document& owner, std::string_view key) {
        const auto* found = owner.find(key);
        if (found == nullptr)
            refuse(errc::missing_key, "the record lacks \"" + std::string(key) + "\"",
                   "it was cut off or written by hand");
        return found;
    }
    [[nodiscard]] std::string text(const document& owner, std::string_view key) {
        const auto* found = member(owner, key);
        const auto* value = found == nullptr ? nullptr : found->as_string();
        if (found != nullptr && value == nullptr) refuse_type(key, *found, "a text");
        return value == nullptr ? std::string() : *value;
    }
    [[nodiscard]] std::uint64_t whole(const document& owner, std::string_view key) {
        const auto* found = member(owner, key);
        return found == nullptr ? 0 : whole_of(*found, key);
    }
    [[nodiscard]] std::uint64_t whole_of(const document& value, std::string_view key) {
        const auto number = value.as_unsigned();
        if (!number) refuse_type(key, value, "a whole number from 0");
        return number ? *number : 0;
    }
    [[nodiscard]] document::array list(const document& owner, std::string_view key) {
        const auto* found = member(owner, key);
        const auto* values = found == nullptr ? nullptr : found->as_array();
        if (found != nullptr && values == nullptr) refuse_type(key, *found, "a list");
        return values == nullptr ? document::array() : *values;
    }
    [[nodiscard]] document object(const document& owner, std::string_view key) {
        const auto* found = member(owner, key);
        if (found != nullptr && found->as_object() == nullptr) refuse_type(key, *found, "an object");
        return found == nullptr || found->as_object() == nullptr ? document::empty_object() : *found;
    }
    [[nodiscard]] std::vector<file_mark> marks(const document& owner, std::string_view key) {
        std::vector<file_mark> out;
        for (const auto& mark : list(owner, key))
            out.push_back({text(mark, "name"), whole(mark, "size"), text(mark, "sha256")});
        return out;
    }

    void refuse(errc code, std::string message, std::string hint = {}) {
        if (!problem_) problem_ = error{code, std::move(message), std::move(hint), {path_, 0, 0}, {}};
    }
    void refuse_type(std::string_view key, const document& seen, std::string_view expected) {
        refuse(errc::wrong_type, "\"" + std::string(key) + "\" is of type " + std::string(seen.type_name()) +
                                     ", but the record of a run has " + std::string(expected) + " there");
    }
    [[nodiscard]] const std::optional<error>& problem() const noexcept { return problem_; }

private:
    std::string path_;
    std::optional<error> problem_;
};

inline run_record read_content(record_reader& reader, const document& content) {
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
    r.inputs = reader.marks(content, "inputs");
    r.outputs = reader.marks(content, "outputs");
    const auto counts = reader.list(content, "assumptions_by_level");
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
    detail::writing::record_reader reader(path);
    const std::string format = reader.text(*parsed, "format");
    if (!reader.problem() && format != detail::writing::record_format)
        reader.refuse(errc::unknown_format, "format is \"" + printable(format) + "\", expected \"" +
                                                std::string(detail::writing::record_format) + "\"");
    const document content = reader.object(*parsed, "record");
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

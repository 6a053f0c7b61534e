// SPDX-License-Identifier: Apache-2.0
#include "model_file.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/files.hpp"
#include "concordat/io/write_model.hpp"

#include <algorithm>
#include <filesystem>

namespace concordat::cli {

namespace {

/// The key under which the result can be read again: the file's own name where that can be a key, else the model's with
/// the `+` of a reform, which no key may have, exchanged.
std::string key_for(const std::string& file, const model& after) {
    std::string stem = std::filesystem::path(file).stem().string();
    if (is_identifier(stem) && stem.find('.') == std::string::npos) return stem;
    std::string key = after.key();
    std::replace_if(
        key.begin(), key.end(), [](char c) { return c == '+' || c == '.'; }, '-');
    constexpr std::size_t longest = 64;
    return key.substr(0, longest);
}

}  // namespace

status put_model(const std::string& file, const model& m, answer& into) {
    into.output.verbatim = to_toml(m, key_for(file, m));
    if (file.empty()) return {};
    if (auto written = write_file(file, *into.output.verbatim); !written) return fail(written.error());
    into.output.verbatim = "";
    into.remarks.push_back("wrote " + printable(file));
    return {};
}

}  // namespace concordat::cli

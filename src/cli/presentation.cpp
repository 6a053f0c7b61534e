// SPDX-License-Identifier: Apache-2.0
#include "presentation.hpp"

#include "concordat/io/json.hpp"

namespace concordat::cli {

namespace {

std::string in_order(const std::vector<sheet>& sheets, auto render) {
    std::string text;
    for (const auto& each : sheets) {
        if (!text.empty()) text += '\n';
        text += render(each);
    }
    return text;
}

}  // namespace

result<std::string> rendered(const presentation& shown, output_format format, std::size_t width, text_style style) {
    switch (format) {
        case output_format::json:
            return to_json(shown.content);
        case output_format::csv:
            return to_csv(shown.tidy);
        case output_format::md:
            return in_order(shown.sheets, [](const sheet& each) { return to_markdown(each); });
        case output_format::table:
            break;
    }
    if (shown.verbatim) return *shown.verbatim;
    return in_order(shown.sheets, [&](const sheet& each) { return to_text(each, width, style); });
}

}  // namespace concordat::cli

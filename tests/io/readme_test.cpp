// SPDX-License-Identifier: Apache-2.0
// The formats' own page is code: every TOML block of models/README.md reads without a complaint.
#include "concordat/io/check.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <string>
#include <vector>

using namespace concordat;

namespace {

struct block {
    std::size_t line = 0;  ///< of its first line on the page
    std::string text;
};

std::vector<block> toml_blocks() {
    std::ifstream page(std::string(CONCORDAT_MODELS) + "/README.md");
    REQUIRE(page);
    std::vector<block> blocks;
    bool inside = false;
    std::size_t number = 0;
    for (std::string line; std::getline(page, line);) {
        ++number;
        if (!inside && line == "```toml")
            blocks.push_back({number + 1, {}});
        else if (inside && line != "```")
            blocks.back().text += line + "\n";
        inside = inside ? line != "```" : line == "```toml";
    }
    return blocks;
}

/// A fragment says which file it is a part of, and lacks the head of one.
std::string whole(const std::string& text) {
    const std::string mark = "# fragment = \"";
    if (text.rfind(mark, 0) != 0) return text;
    const auto format = text.substr(mark.size(), text.find('"', mark.size()) - mark.size());
    return "format = \"concordat/" + format + "@1\"\nkey = \"fragment\"\ntitle = \"Fragment\"\n" + text;
}

}  // namespace

TEST_CASE("every block of the formats' page reads") {
    std::map<std::string, int> formats;
    for (const auto& b : toml_blocks()) {
        INFO("models/README.md, block at line " << b.line);
        const auto report = check_text(whole(b.text), "models/README.md");
        for (const auto& e : report.errors) UNSCOPED_INFO(describe(e, "error"));
        CHECK(report.passed());
        ++formats[report.format];
    }
    for (const auto* thing : {"sources", "vocabulary", "model", "reform", "criteria", "weights", "study", "table",
                              "transition", "families", "case", "claims", "areas", "indicators"})
        CHECK(formats[std::string("concordat/") + thing + "@1"] >= 1);
}

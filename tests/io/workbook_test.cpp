// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/workbook.hpp"

#include "concordat/impl/write_workbook_text.hpp"
#include "concordat/io/files.hpp"
#include "full_disk.hpp"
#include "study/doubtful_study.hpp"
#include "study/hostile_study.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace concordat;
using namespace concordat::testing;

namespace {

dataset data_of(const study& s) { return to_dataset(s, run(s).value()); }

}  // namespace

TEST_CASE("a workbook is a ZIP archive, the same bytes for the same result") {
    const auto data = data_of(doubtful_study());
    const auto bytes = to_workbook(data).value();
    CHECK(bytes.substr(0, 4) == "PK\3\4");
    CHECK(to_workbook(data).value() == bytes);
}

TEST_CASE("hostile texts make a workbook all the same; readers of other programs look at it") {
    written::keep("samples", "hostile.xlsx", to_workbook(data_of(hostile_study())).value());
}

TEST_CASE("a disk that is full while the workbook is put together is an error, never half a workbook") {
    const auto data = data_of(small_study());
    REQUIRE(to_workbook(data).has_value());
    for (const rlim_t bytes : {0u, 1000u, 5000u, 20000u}) {
        const auto made = [&] {
            const full_disk full(bytes);
            return to_workbook(data);
        }();
        INFO(bytes);
        REQUIRE_FALSE(made.has_value());
        CHECK(made.error().code == errc::cannot_write);
    }
}

TEST_CASE("a table that no sheet can hold is a limit") {
    dataset data;
    data_table table;
    table.name = "long";
    data_field f;
    f.name = "n";
    table.fields = {f};
    table.key = {"n"};
    table.rows.resize(1'048'570, {document("x")});
    data.tables = {table};
    CHECK(to_workbook(data).error().code == errc::limit_exceeded);
}

TEST_CASE("a data set without tables is a cover, and a name that no sheet can have is refused") {
    dataset data;
    data.title = "Nothing";
    CHECK(to_workbook(data).has_value());
    data_table table;
    table.name = "a/b";
    data_field f;
    f.name = "n";
    table.fields = {f};
    table.rows = {{document("x")}};
    data.tables = {table};
    CHECK(to_workbook(data).error().code == errc::internal);
}

TEST_CASE("what a cell would read as an escape, and what XML cannot hold, stays what it looks like") {
    using detail::workbook::cell_text;
    CHECK(cell_text("_x0041_") == "_x005F_x0041_");
    CHECK(cell_text("_x00g1_ _x004_ _y0041_") == "_x00g1_ _x004_ _y0041_");
    CHECK(cell_text("a\x1b[2Jb") == "a\\u001b[2Jb");
    CHECK(cell_text("a\xef\xbf\xbf") == "a\\uffff");
    CHECK(cell_text("=1+1") == "=1+1");  // written as a text, which no reader takes for a formula
    CHECK(cell_text("line\nline\ttab") == "line\nline\ttab");
}

TEST_CASE("a text that is longer than a cell holds is cut at a whole character, and says so") {
    using detail::workbook::cell_limit;
    using detail::workbook::cell_text;
    CHECK(cell_text(std::string(cell_limit, 'a')) == std::string(cell_limit, 'a'));
    const auto cut = cell_text(std::string(cell_limit + 1, 'a'));
    CHECK(cut.size() == cell_limit);
    CHECK(cut.find("[cut: a cell holds no more") != std::string::npos);
    std::string faces;
    for (int i = 0; i < 20'000; ++i) faces += "\xf0\x9f\x98\x80";  // two units of UTF-16 each
    const auto shorter = cell_text(faces);
    const auto kept = shorter.find(" [cut");
    CHECK(kept % 4 == 0);
    const auto units = kept / 2 + shorter.size() - kept;
    CHECK(units <= cell_limit);
    CHECK(units + 2 > cell_limit);
}

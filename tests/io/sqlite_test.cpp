// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/sqlite.hpp"

#include "study/doubtful_study.hpp"
#include "study/hostile_study.hpp"
#include "written.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace concordat;
using namespace concordat::testing;

namespace {

dataset result_data(const study& s) { return to_dataset(s, run(s).value()); }

/// A big-endian number in the header of a database file (sqlite.org/fileformat2.html, section 1.3).
std::uint32_t header_number(const std::string& bytes, std::size_t at, std::size_t width = 4) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < width; ++i) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

data_table& table_of(dataset& data, const std::string& called) {
    for (auto& table : data.tables)
        if (table.name == called) return table;
    FAIL("no table " + called);
    return data.tables.front();
}

}  // namespace

TEST_CASE("a database is one file of format 3, that says whose it is") {
    const auto bytes = to_sqlite(result_data(small_study())).value();
    CHECK(bytes.substr(0, 16) == std::string("SQLite format 3\0", 16));
    CHECK(header_number(bytes, 16, 2) == 4096);
    CHECK(bytes.size() == 4096u * header_number(bytes, 28));
    CHECK(header_number(bytes, 60) == static_cast<std::uint32_t>(sqlite_layout));
    CHECK(header_number(bytes, 68) == static_cast<std::uint32_t>(sqlite_application_id));
    CHECK(header_number(bytes, 18, 2) == 0x0101);  // no write-ahead log
}

TEST_CASE("the same result gives the same database, byte for byte, whatever was made before") {
    const auto s = doubtful_study();
    const auto first = to_sqlite(result_data(s)).value();
    static_cast<void>(to_sqlite(result_data(hostile_study())));
    CHECK(to_sqlite(result_data(s)).value() == first);
}

TEST_CASE("nothing that acts is in a database, and SQL in a text stays a text") {
    const auto bytes = to_sqlite(result_data(hostile_study())).value();
    CHECK(bytes.find("\x1b[2J") == std::string::npos);
    CHECK(bytes.find("\\u001b[2J") != std::string::npos);
    CHECK(bytes.find("\xe2\x80\xae") == std::string::npos);
    CHECK(bytes.find("'); DROP TABLE option; --") != std::string::npos);
    written::keep("samples", "hostile.sqlite", bytes);
}

TEST_CASE("a data set that breaks its own description is refused, and says where") {
    const auto refused = [](dataset data) {
        const auto made = to_sqlite(data);
        REQUIRE_FALSE(made.has_value());
        CHECK(made.error().code == errc::internal);
        return made.error().message;
    };
    const auto sound = result_data(small_study());
    REQUIRE(to_sqlite(sound).has_value());

    auto dangling = sound;
    table_of(dangling, "option").rows.pop_back();
    CHECK(refused(dangling).find("FOREIGN KEY") != std::string::npos);

    auto twice = sound;
    table_of(twice, "option").rows.push_back(table_of(twice, "option").rows.front());
    CHECK(refused(twice).find("UNIQUE") != std::string::npos);

    auto word = sound;
    table_of(word, "criterion").rows.front()[5] = "sideways";
    CHECK(refused(word).find("CHECK") != std::string::npos);

    auto type = sound;
    table_of(type, "performance").rows.front()[4] = "much";
    CHECK(refused(type).find("REAL") != std::string::npos);

    auto missing = sound;
    table_of(missing, "performance").rows.front()[3] = document();
    CHECK(refused(missing).find("NOT NULL") != std::string::npos);
}

TEST_CASE("descriptions from elsewhere cannot end a comment or a name in the schema") {
    dataset data;
    data_table table;
    table.name = "x\" (y); DROP TABLE z; --";
    table.meaning = "One line\n); DROP TABLE z; --";
    data_field f;
    f.name = "a\"b";
    f.meaning = "first\nsecond";
    f.allowed = {"it's", "'; --"};
    table.fields = {f};
    table.key = {"a\"b"};
    table.rows = {{"it's"}};
    data.tables = {table};
    CHECK(to_sqlite(data).has_value());
}

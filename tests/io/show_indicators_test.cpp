// SPDX-License-Identifier: Apache-2.0
#include "concordat/io/show_indicators.hpp"

#include "concordat/io/json.hpp"
#include "concordat/io/load.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

using namespace concordat;
namespace fs = std::filesystem;

namespace {

indicator_table three() {
    return load_indicators(std::string(CONCORDAT_TEST_DATA) + "/cli/patchwork/indicators/three.toml").value();
}

/// A table of indicators in a folder of its own, with whatever lies beside it.
class own_table {
public:
    explicit own_table(const std::string& name) : folder_(fs::path(CONCORDAT_TEST_OUT) / ("indicators_" + name)) {
        fs::remove_all(folder_);
        fs::create_directories(folder_);
        fs::copy(std::string(CONCORDAT_TEST_DATA) + "/cli/patchwork/indicators", folder_ / "indicators",
                 fs::copy_options::recursive);
    }
    ~own_table() { fs::remove_all(folder_); }
    [[nodiscard]] fs::path data() const { return folder_ / "indicators/three.csv"; }
    [[nodiscard]] fs::path folder() const { return folder_; }
    [[nodiscard]] result<indicator_table> load() const {
        return load_indicators((folder_ / "indicators/three.toml").string());
    }
    /// The table with these bytes as its data.
    [[nodiscard]] result<indicator_table> with(const std::string& bytes) const {
        std::ofstream(data(), std::ios::binary) << bytes;
        return load();
    }

private:
    fs::path folder_;
};

const std::string header = "area,year,indicator,value,unit,source,level,note\n";

}  // namespace

TEST_CASE("a table of indicators is read with the rows beside it, each with its place") {
    const auto t = three();
    REQUIRE(t.rows().size() == 4);
    const auto* south = t.find("south", 2022, "attendance");
    REQUIRE(south != nullptr);
    CHECK(south->value == 91);
    CHECK(south->note == "Revised, \"twice\"");
    CHECK(south->where.at.line == 3);
    CHECK(t.find("north", 2022, "children")->period.empty());
}

TEST_CASE("the catalogue says how far each indicator reaches, and rows are those asked for") {
    const auto t = three();
    const auto catalogue = indicator_sheets(t, {}).value().front();
    REQUIRE(catalogue.rows.size() == 2);
    CHECK(catalogue.rows[0][5].text == "2021 to 2022");
    CHECK(catalogue.rows[0][7].exact == "1");
    CHECK(indicator_sheets(t, {"north", ""}).value().front().rows.size() == 3);
    CHECK(indicator_sheets(t, {"north", "attendance"}).value().front().rows.size() == 2);
    CHECK(indicator_sheets(t, {"", "attendance"}).value().front().notes[1] == "Half days are counted.");
    CHECK_THAT(to_string(indicator_sheets(t, {"noth", ""}).error()), Catch::Contains("did you mean \"north\"?"));
    CHECK(indicator_document(t, {"", "none"}).error().code == errc::dangling_reference);
    CHECK(indicator_document(t, {}).value().find("rows")->is_null());
    CHECK(indicator_document(t, {"south", ""}).value().find("rows")->as_array()->size() == 1);
    CHECK(to_json(indicator_document(t, {}).value()).has_value());
}

TEST_CASE("fields in quotes keep commas, quotes and line ends; lines may end in CRLF or LF, and the last in neither") {
    const own_table own("quotes");
    const auto t = own.with(
                          "note,area,year,indicator,value,unit,source,level\r\n"
                          "\"a,\"\"b\"\"\r\nc\",north,2020,children,1,children,counts,3\n"
                          ",north,2021,children,2e0,children,counts,0\r\n"
                          "\"\",north,2022,\"children\",-0.5,children,counts,3")
                       .value();
    CHECK(t.find("north", 2020, "children")->note == "a,\"b\"\r\nc");
    CHECK(t.find("north", 2021, "children")->value == 2);
    CHECK(t.find("north", 2021, "children")->where.at.line == 4);
    CHECK(t.find("north", 2022, "children")->value == -0.5);
    CHECK(own.with("\xef\xbb\xbf" + header).value().rows().empty());
}

TEST_CASE("whatever a spreadsheet may call a number, only one way of writing one is taken") {
    const own_table own("numbers");
    for (const auto* sound : {"0", "-0", "12", "-1.5", "1e3", "1E+3", "2.5e-3", "007"})
        CHECK(own.with(header + "north,2020,children," + sound + ",children,counts,3,\n").has_value());
    for (const auto* wrong : {"", " 1", "1 ", "+1", "1.", ".5", "1,5", "1e", "e3", "0x10", "nan", "inf", "-", "1_000",
                              "1e400", "1e-400", "--1", "1.2.3", "%"}) {
        INFO(wrong);
        CHECK_FALSE(own.with(header + "north,2020,children,\"" + wrong + "\",children,counts,3,\n").has_value());
    }
    for (const auto* year : {"20", "1899", "2101", "2020.0", "-2020", " 2020", "99999999999"})
        CHECK_FALSE(own.with(header + "north," + year + ",children,1,children,counts,3,\n").has_value());
}

TEST_CASE("a place counts characters, and lines within quotes") {
    const own_table own("places");
    const auto refused = own.with(
        header +
        "north,2020,children,1,children,counts,3,\"ä\n€\"\nnorth,2021,children,1,children,counts,3,\"日本\",\n");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().where.line == 4);
    CHECK(refused.error().where.column == 46);
}

TEST_CASE("data are opened as safely as files named by key") {
    const own_table own("safety");
    fs::remove(own.data());
    CHECK(own.load().error().code == errc::no_such_file);
    REQUIRE(::mkfifo(own.data().c_str(), 0600) == 0);
    CHECK(own.load().error().code == errc::not_a_file);  // and does not wait
    fs::remove(own.data());
    fs::create_directory(own.data());
    CHECK(own.load().error().code == errc::not_a_file);
    fs::remove(own.data());
    fs::create_symlink("/etc/passwd", own.data());
    CHECK(own.load().error().code == errc::leaves_root);
    fs::remove(own.data());
    fs::create_symlink("../other.csv", own.data());
    std::ofstream(own.folder() / "other.csv") << header;
    CHECK(own.load().has_value());  // a link may lead elsewhere below the root
    fs::remove(own.data());
    CHECK(own.with(std::string((std::size_t{8} << 20) + 1, 'a')).error().code == errc::limit_exceeded);
    CHECK(
        own.with(header + "north,2020,children,1,children,counts,3," + std::string(70'000, 'x') + "\n").error().code ==
        errc::limit_exceeded);
    CHECK(own.with(header + std::string("\0", 1)).error().code == errc::bad_encoding);
}

TEST_CASE("a million commas are refused soon, with no more than twenty problems") {
    const own_table own("hostile");
    for (const auto& text : {std::string(1'000'000, ','), header + std::string(1'000'000, '\n'),
                             header + std::string(1'000'001, '"'), std::string(1'000'000, '"')}) {
        const auto refused = own.with(text);
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().more.size() <= 20);
    }
}

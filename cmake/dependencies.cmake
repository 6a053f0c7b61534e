# SPDX-License-Identifier: Apache-2.0
# Everything comes from Debian 12's packages; scripts/packages installs them. Each library is used in the few files that
# ARCHITECTURE.md's fences name.
find_package(tl-expected REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(range-v3 REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR})
find_package(CLP REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(XlsxWriter REQUIRED)
find_package(ZLIB REQUIRED)

# Random123 is headers without a package file.
find_path(CONCORDAT_RANDOM123_INCLUDE Random123/philox.h REQUIRED)
add_library(concordat_random123 INTERFACE)
set_target_properties(concordat_random123 PROPERTIES EXPORT_NAME random123)
target_include_directories(concordat_random123 SYSTEM INTERFACE $<BUILD_INTERFACE:${CONCORDAT_RANDOM123_INCLUDE}>)

set(CONCORDAT_PRIVATE_LIBRARIES tomlplusplus::tomlplusplus nlohmann_json::nlohmann_json range-v3::range-v3 Boost::boost
                                Threads::Threads OpenSSL::Crypto CLP::CLP SQLite::SQLite3 XlsxWriter::XlsxWriter ZLIB::ZLIB)

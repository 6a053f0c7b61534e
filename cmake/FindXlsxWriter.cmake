# SPDX-License-Identifier: Apache-2.0
# libxlsxwriter comes without a CMake package file: XlsxWriter::XlsxWriter is it. Installed beside concordat-config.cmake,
# for whoever links the static library.
find_path(XlsxWriter_INCLUDE_DIR xlsxwriter.h)
find_library(XlsxWriter_LIBRARY xlsxwriter)
mark_as_advanced(XlsxWriter_INCLUDE_DIR XlsxWriter_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(XlsxWriter REQUIRED_VARS XlsxWriter_LIBRARY XlsxWriter_INCLUDE_DIR)
if(XlsxWriter_FOUND AND NOT TARGET XlsxWriter::XlsxWriter)
    add_library(XlsxWriter::XlsxWriter INTERFACE IMPORTED)
    target_include_directories(XlsxWriter::XlsxWriter INTERFACE ${XlsxWriter_INCLUDE_DIR})
    target_link_libraries(XlsxWriter::XlsxWriter INTERFACE ${XlsxWriter_LIBRARY})
endif()

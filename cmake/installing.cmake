# SPDX-License-Identifier: Apache-2.0
# `cmake --install` gives find_package(concordat), pkg-config concordat, and the program.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS concordat concordat_header_only concordat_random123 EXPORT concordat-targets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY include/concordat/impl DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/concordat)
install(EXPORT concordat-targets NAMESPACE concordat:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/concordat)
configure_package_config_file(cmake/concordat-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/concordat-config.cmake
                              INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/concordat)
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/concordat-config-version.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/concordat-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/concordat-config-version.cmake cmake/FindCLP.cmake cmake/FindXlsxWriter.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/concordat)

configure_file(cmake/concordat.pc.in ${CMAKE_CURRENT_BINARY_DIR}/concordat.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/concordat.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
install(DIRECTORY models DESTINATION ${CMAKE_INSTALL_DATADIR}/concordat)

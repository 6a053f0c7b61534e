# SPDX-License-Identifier: Apache-2.0
# COIN-OR's linear programming solver comes without a CMake package file: CLP::CLP is it. Installed beside
# concordat-config.cmake, for whoever links the static library.
find_path(CLP_INCLUDE_DIR ClpSimplex.hpp PATH_SUFFIXES coin)
find_library(CLP_LIBRARY Clp)
find_library(CLP_COINUTILS_LIBRARY CoinUtils)
mark_as_advanced(CLP_INCLUDE_DIR CLP_LIBRARY CLP_COINUTILS_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(CLP REQUIRED_VARS CLP_LIBRARY CLP_COINUTILS_LIBRARY CLP_INCLUDE_DIR)
if(CLP_FOUND AND NOT TARGET CLP::CLP)
    add_library(CLP::CLP INTERFACE IMPORTED)
    target_include_directories(CLP::CLP INTERFACE ${CLP_INCLUDE_DIR})
    target_link_libraries(CLP::CLP INTERFACE ${CLP_LIBRARY} ${CLP_COINUTILS_LIBRARY})
endif()

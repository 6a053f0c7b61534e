// SPDX-License-Identifier: Apache-2.0
// Compiled once: Catch2's own main costs ten seconds.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# clang-tidy over the units that compile the library's bodies, and over the program: each body is seen exactly once.
set -eu
git ls-files -co --exclude-standard 'src/*.cpp' 'src/cli/*.cpp' |
    xargs -P 2 -n 1 clang-tidy-14 --quiet --extra-arg=-Wno-unknown-warning-option -p "$1" 2>/dev/null

#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Every file of code as clang-format 14 would write it.
git ls-files -z -co --exclude-standard '*.hpp' '*.ipp' '*.cpp' '*.h' | xargs -0 clang-format-14 --dry-run --Werror

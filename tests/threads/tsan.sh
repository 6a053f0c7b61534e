#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# tsan.sh SOURCE WORK: builds with the thread sanitizer what uses threads, and runs those tests. A build of its own, since the
# address sanitizer cannot be in the same program.
set -eu
source=$1 work=$2
cmake -S "$source" -B "$work" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-g1 -DCONCORDAT_SANITIZE=thread \
    -DCMAKE_UNITY_BUILD=ON -DCONCORDAT_BUILD_PROGRAM=OFF -DCONCORDAT_BUILD_EXAMPLES=OFF >/dev/null
cmake --build "$work" --target test_threads >"$work/build.log" || {
    cat "$work/build.log"
    exit 1
}
"$work/tests/test_threads" "*thread*,*block*,*stopped*"

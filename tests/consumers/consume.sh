#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# consume.sh WAY SOURCE WORK: installs the library built in WORK/library, builds the consumer one way, runs it on a real model.
set -eu
way=$1 source=$2 work=$3
prefix=$work/prefix
consumer=$work/$way
mkdir -p "$consumer"

# A build without sanitizers of its own, shared by the ways that install; the lock keeps parallel tests apart.
install_library() {
    cmake -S "$source" -B "$work/library" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCONCORDAT_BUILD_TESTS=OFF \
        -DCONCORDAT_BUILD_EXAMPLES=OFF -DCONCORDAT_BUILD_PROGRAM=OFF -DCMAKE_INSTALL_PREFIX="$prefix" >/dev/null
    cmake --build "$work/library" >"$work/library.log" || { cat "$work/library.log"; exit 1; }
    cmake --install "$work/library" >/dev/null
}
build_with_cmake() {
    cmake -S "$source/tests/consumers/$way" -B "$consumer" -G Ninja -DCMAKE_BUILD_TYPE=Debug "$@" >/dev/null
    cmake --build "$consumer" >"$consumer.log" || { cat "$consumer.log"; exit 1; }
}

case $way in
    find_package | header_only)
        install_library
        build_with_cmake -DCMAKE_PREFIX_PATH="$prefix"
        ;;
    fetch_content) build_with_cmake -DCONCORDAT_SOURCE="$source" ;;
    pkg_config)
        install_library
        PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name concordat.pc)")
        export PKG_CONFIG_PATH
        # shellcheck disable=SC2046 # flags are words
        g++ "$source/tests/consumers/consumer.cpp" -o "$consumer/consumer" $(pkg-config --cflags --libs concordat)
        ;;
esac
"$consumer/consumer" "$source/models/scotland/full.toml"

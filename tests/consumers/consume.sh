#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# consume.sh WAY SOURCE WORK: builds the consumer one way, runs it on a real model.
set -eu
way=$1 source=$2 work=$3
prefix=$work/prefix
consumer=$work/$way
mkdir -p "$consumer"

build_with_cmake() {
    cmake -S "$source/tests/consumers/$way" -B "$consumer" -G Ninja -DCMAKE_BUILD_TYPE=Debug "$@" >/dev/null
    cmake --build "$consumer" >"$consumer.log" || { cat "$consumer.log"; exit 1; }
}
# The library is built once, without sanitizers and as part of another project, and installed from there; the lock keeps
# parallel tests apart.
build_library() {
    way=fetch_content consumer=$work/fetch_content build_with_cmake -DCONCORDAT_SOURCE="$source" \
        -DCMAKE_INSTALL_PREFIX="$prefix"
}
install_library() {
    build_library
    cmake --install "$work/fetch_content/_deps/concordat-build" >/dev/null
}

case $way in
    find_package | header_only)
        install_library
        build_with_cmake -DCMAKE_PREFIX_PATH="$prefix"
        ;;
    fetch_content) build_library ;;
    pkg_config)
        install_library
        PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name concordat.pc)")
        export PKG_CONFIG_PATH
        # shellcheck disable=SC2046 # flags are words
        g++ "$source/tests/consumers/consumer.cpp" -o "$consumer/consumer" $(pkg-config --cflags --libs concordat)
        ;;
esac
"$consumer/consumer" "$source/models/scotland/full.toml"

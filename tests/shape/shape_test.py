# SPDX-License-Identifier: Apache-2.0
"""A rule that never fires is no rule: each one must see its own break."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import shape  # noqa: E402

P = pathlib.PurePosixPath
CASES = [
    (shape.check_layers, "include/concordat/model/a.hpp", ['#include "concordat/graph/finding.hpp"'], "layers"),
    (shape.check_layers, "include/concordat/impl/graph_a.ipp", ['#include "concordat/decide/table.hpp"'], "layers"),
    (shape.check_layers, "include/concordat/impl/read_a.ipp", ['#include "concordat/study/study.hpp"'], None),
    (shape.check_fences, "include/concordat/io/a.hpp", ["#include <toml++/toml.h>"], "fences"),
    (shape.check_fences, "include/concordat/graph/a.hpp", ["#include <boost/graph/graph_traits.hpp>"], "fences"),
    (shape.check_fences, "include/concordat/impl/graph_a.ipp", ["#include <boost/graph/graph_traits.hpp>"], None),
    (shape.check_fences, "src/core.cpp", ["#include <iostream>"], "fences"),
    (shape.check_fences, "include/concordat/impl/decide_a.ipp", ["#include <ClpSimplex.hpp>"], "fences"),
    (shape.check_fences, "include/concordat/impl/decide_linear_program.ipp", ["#include <ClpSimplex.hpp>"], None),
    (shape.check_sizes, "src/a.cpp", ["int x;"] * 401, "sizes"),
    (shape.check_sizes, "src/a.cpp", ["x" * 121], "sizes"),
    (shape.check_sizes, "src/a.cpp", ["void f(int a) {"] + ["    g();"] * 60 + ["}"], "sizes"),
    (shape.check_sizes, "src/a.cpp", ["void f(int a) {"] + ["    g();"] * 58 + ["}"], None),
    (shape.check_banned, "src/a.cpp", ["x.value_" + "or(1)"], "banned"),
    (shape.check_banned, "src/a.cpp", ["std::views" + "::filter"], "banned"),
    (shape.check_banned, "src/a.cpp", ["std::pow(2, 3)"], "banned"),
    (shape.check_tags, "src/a.cpp", ["// nothing"], "tags"),
]

failed = 0
for rule, path, lines, expected in CASES:
    seen = {name for _, name, _ in rule(P(path), lines)}
    if (expected in seen) if expected else not seen:
        continue
    failed += 1
    print(f"{rule.__name__} on {path}: expected {expected}, saw {seen or 'nothing'}")
print(f"{len(CASES) - failed} passed, {failed} failed")
sys.exit(1 if failed else 0)

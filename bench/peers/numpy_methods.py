# SPDX-License-Identifier: Apache-2.0
"""TOPSIS, VIKOR, additive totals and PROMETHEE flows by NumPy, on the tables that bench_methods writes.

    python3 bench/peers/numpy_methods.py TABLES

Compares its values with the engine's first, and ends the run if they differ. Then prints for each method and table its
name, a tab, and the seconds of one call, ranks included. Columns lie one behind the other, as in the engine.
"""
import json
import statistics
import sys
import time

import numpy as np

TOLERANCE = 1e-12


def ranks_of(scores):
    """1 for the lowest; equals share the better rank."""
    order = np.argsort(scores)
    ordered = scores[order]
    first = np.arange(1, len(scores) + 1)
    first[1:][ordered[1:] == ordered[:-1]] = 0
    ranks = np.empty(len(scores), dtype=np.int64)
    ranks[order] = np.maximum.accumulate(first)
    return ranks


def topsis_with_tables(columns, weights, benefits):
    normalized = columns / np.sqrt(np.einsum("ji,ji->j", columns, columns))[:, None]
    weighted = normalized * weights[:, None]
    low, high = weighted.min(axis=1), weighted.max(axis=1)
    ideal, anti = np.where(benefits, high, low), np.where(benefits, low, high)
    to_ideal, to_anti = weighted - ideal[:, None], weighted - anti[:, None]
    far = np.sqrt(np.einsum("ji,ji->i", to_ideal, to_ideal))
    near = np.sqrt(np.einsum("ji,ji->i", to_anti, to_anti))
    closeness = near / (far + near)
    return closeness, ranks_of(-closeness), np.ascontiguousarray(normalized.T), np.ascontiguousarray(weighted.T)


def topsis(columns, weights, benefits):
    """Distances without the tables: the factors of the columns are what is weighted."""
    factors = weights / np.sqrt(np.einsum("ji,ji->j", columns, columns))
    weighted = columns * factors[:, None]
    low, high = weighted.min(axis=1), weighted.max(axis=1)
    ideal, anti = np.where(benefits, high, low), np.where(benefits, low, high)
    to_ideal = weighted - ideal[:, None]
    far = np.sqrt(np.einsum("ji,ji->i", to_ideal, to_ideal))
    to_anti = np.subtract(weighted, anti[:, None], out=weighted)
    near = np.sqrt(np.einsum("ji,ji->i", to_anti, to_anti))
    closeness = near / (far + near)
    return closeness, ranks_of(-closeness)


def vikor(columns, weights, benefits, v=0.5):
    low, high = columns.min(axis=1), columns.max(axis=1)
    best, worst = np.where(benefits, high, low), np.where(benefits, low, high)
    regrets = (columns - best[:, None]) * (weights / (worst - best))[:, None]
    s, r = regrets.sum(axis=0), regrets.max(axis=0)
    s_low, r_low = s.min(), r.min()
    q = v * (s - s_low) / (s.max() - s_low) + (1 - v) * (r - r_low) / (r.max() - r_low)
    return q, ranks_of(q), ranks_of(s), ranks_of(r)


def additive(columns, weights, benefits):
    low, high = columns.min(axis=1), columns.max(axis=1)
    worst, best = np.where(benefits, low, high), np.where(benefits, high, low)
    factors = weights / (best - worst)
    totals = factors @ columns - factors @ worst
    return totals, ranks_of(-totals)


def preference(function, difference):
    q, p = function.get("q", 0), function.get("p", 0)
    if function["function"] in ("usual", "u-shape"):
        return (difference > q).astype(float)
    if function["function"] == "level":
        return 0.5 * (difference > q) + 0.5 * (difference > p)
    return np.clip((difference - q) / (p - q), 0, 1)


def flows(columns, weights, benefits, functions):
    phi = np.zeros(columns.shape[1])
    for column, weight, benefit, function in zip(columns, weights, benefits, functions):
        rising = column if benefit else -column
        preferred = preference(function, rising[:, None] - rising[None, :])
        phi += weight * (preferred.sum(axis=1) - preferred.sum(axis=0))
    phi /= len(phi) - 1
    return phi, ranks_of(-phi)


def compare(name, values, ranks, table, key):
    own, own_ranks = np.array(table[key]), np.array(table[f"{key} ranks"])
    if np.max(np.abs(values - own)) > TOLERANCE:
        sys.exit(f"{name}: values differ from the engine's by up to {np.max(np.abs(values - own))}")
    if np.any(ranks != own_ranks):
        sys.exit(f"{name}: {np.sum(ranks != own_ranks)} ranks differ from the engine's")


def seconds_of(call):
    """Of processor time, as the engine's: the median of some calls, after one that warms up."""
    call()
    taken, start = [], time.process_time()
    while len(taken) < 3 or (time.process_time() - start < 0.1 and len(taken) < 1000):
        before = time.process_time()
        call()
        taken.append(time.process_time() - before)
    return statistics.median(taken)


def run(name, table, key, call):
    values, ranks = call()[:2]
    compare(name, values, ranks, table, key)
    print(name, seconds_of(call), sep="\t")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        tables = json.load(file)

    def arrays(table):
        columns = np.array(table["columns"]).reshape(table["criteria"], table["options"])
        return columns, np.array(table["weights"]), np.array(table["benefits"])

    for table in tables["matrices"]:
        for name, key, method in (("TOPSIS with its tables", "topsis", topsis_with_tables),
                                  ("TOPSIS", "topsis", topsis), ("VIKOR", "vikor", vikor),
                                  ("additive", "additive", additive)):
            given = arrays(table)
            run(f"{name} {table['name']}", table, key, lambda: method(*given))
    for table in tables["flows"]:
        given = (*arrays(table), table["functions"])
        run(f"PROMETHEE flows {table['name']}", table, "phi", lambda: flows(*given))


if __name__ == "__main__":
    main()

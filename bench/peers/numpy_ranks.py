# SPDX-License-Identifier: Apache-2.0
"""Rank probabilities by NumPy, on the tables that bench_dump writes.

    python3 bench/peers/numpy_ranks.py TABLES POSITION

Prints for the table at that position the seconds of one call, a tab, and the rank counts, option by rank. It counts
pairwise wins and sums the weights of whoever comes first too, as the engine does.
"""
import json
import sys
import time

import numpy as np

CHUNK = 10_000  # samples at a time, so that the arrays stay in memory


def ranks_of(table, generator):
    options, criteria = table["options"], table["criteria"]
    low = np.array(table["low"]).reshape(options, criteria)
    width = np.array(table["high"]).reshape(options, criteria) - low
    uncertain = np.nonzero(width)
    counts = np.zeros((options, options), dtype=np.int64)
    wins = np.zeros((options, options), dtype=np.int64)
    first_weights = np.zeros((options, criteria))
    for _ in range(table["samples"] // CHUNK):
        weights = generator.dirichlet(np.ones(criteria), CHUNK)
        scores = weights @ low.T
        for option, criterion in zip(*uncertain):
            scores[:, option] += weights[:, criterion] * width[option, criterion] * generator.random(CHUNK)
        order = np.argsort(-scores, axis=1)
        for rank in range(options):
            counts[:, rank] += np.bincount(order[:, rank], minlength=options)
        for option in range(options):
            wins[option] += np.sum(scores[:, option, None] > scores, axis=0)
        np.add.at(first_weights, order[:, 0], weights)
    return counts, wins, first_weights


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        table = json.load(file)[int(sys.argv[2])]
    start = time.perf_counter()
    counts, _, _ = ranks_of(table, np.random.default_rng(1))
    print(time.perf_counter() - start, json.dumps(counts.ravel().tolist()), sep="\t")


if __name__ == "__main__":
    main()

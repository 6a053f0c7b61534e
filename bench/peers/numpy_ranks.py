# SPDX-License-Identifier: Apache-2.0
"""Rank probabilities by NumPy, on the tables that bench_dump writes.

    python3 bench/peers/numpy_ranks.py TABLES POSITION

Prints for the table at that position the seconds of one call, a tab, and the rank counts, option by rank. It counts
pairwise wins and sums the weights of whoever comes first, and their squares, too, as the engine does. Values are held
to 0 to 1, as the engine's value functions hold them.

Written to be fast: options along rows, so that comparisons run along memory; samples in chunks that stay in the cache;
triangular draws by their inverse, which takes less time than Generator.triangular; sums of products without a temporary.
"""
import json
import sys
import time

import numpy as np

CHUNK = 2_000


def drawn_values(table, low, middle, high, sd, generator):
    """Of one option: criteria by samples."""
    shape = (len(low), CHUNK)
    if table["cells"] == "normal":
        x = generator.standard_normal(shape)
        x *= sd
        x += middle
        return np.clip(x, 0, 1, out=x)
    u = generator.random(shape)
    width = high - low
    # The mode is the middle of the bounds, so the mean is too.
    rising = (middle - low) / width
    x = np.where(u < rising, low + width * np.sqrt(u * rising), high - width * np.sqrt((1 - u) * (1 - rising)))
    return np.clip(x, 0, 1, out=x)


def scores_of(table, weights, generator):
    """Options by samples."""
    options, criteria = table["options"], table["criteria"]
    low, middle, high, sd = (np.array(table[part]).reshape(options, criteria) for part in ("low", "middle", "high", "sd"))
    if table["cells"] == "exact":
        return low @ weights.T
    by_criterion = np.ascontiguousarray(weights.T)
    scores = np.empty((options, CHUNK))
    for option in range(options):
        parts = (part[option][:, None] for part in (low, middle, high, sd))
        scores[option] = np.einsum("cs,cs->s", drawn_values(table, *parts, generator), by_criterion)
    return scores


def ranks_of(table, generator):
    options, criteria = table["options"], table["criteria"]
    counts = np.zeros((options, options), dtype=np.int64)
    wins = np.zeros((options, options), dtype=np.int64)
    first_weights = np.zeros((2, options, criteria))
    for _ in range(table["samples"] // CHUNK):
        weights = generator.standard_exponential((CHUNK, criteria))
        weights /= weights.sum(axis=1, keepdims=True)
        scores = scores_of(table, weights, generator)
        order = np.argsort(-scores, axis=0)
        for rank in range(options):
            counts[:, rank] += np.bincount(order[rank], minlength=options)
        for option in range(options):
            wins[option] += np.count_nonzero(scores[option] > scores, axis=1)
            favouring = weights[order[0] == option]
            first_weights[0, option] += favouring.sum(axis=0)
            first_weights[1, option] += np.einsum("sc,sc->c", favouring, favouring)
    return counts, wins, first_weights


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        table = json.load(file)[int(sys.argv[2])]
    start = time.perf_counter()
    counts, _, _ = ranks_of(table, np.random.default_rng(1))
    print(time.perf_counter() - start, json.dumps(counts.ravel().tolist()), sep="\t")


if __name__ == "__main__":
    main()

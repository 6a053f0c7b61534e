# SPDX-License-Identifier: Apache-2.0
"""What every model of models/ measures, compared as text with tests/golden/world.csv.

    CONCORDAT_PROGRAM=build/release/concordat python3 tests/world/golden_test.py --write

writes it anew, for somebody to read before it is believed. No witness stands in it: `concordat measure` tells it.
"""
import csv
import io
import sys
import unittest

from program import ROOT, files, measure, rows, together

GOLDEN = ROOT / "tests/golden/world.csv"
HEAD = ["model", "measure", "value", "missing"]


def table():
    """The table as text; an error that names the model where one cannot be measured."""
    models = files("model")
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    for model, ended in zip(models, together(measure, [model.path for model in models])):
        if ended.code != 0:
            raise RuntimeError(f"{model.key}: {ended.err}")
        for row in rows(ended):
            writer.writerow([model.key, row["measure"], row["value"], row["missing"]])
    return out.getvalue()


class Golden(unittest.TestCase):
    maxDiff = None

    def test_every_model_measures_what_it_did(self):
        seen = table().split("\n")
        self.assertEqual(seen, GOLDEN.read_bytes().decode().split("\n"))
        self.assertGreater(len(seen), 2)


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        GOLDEN.write_bytes(table().encode())
    else:
        unittest.main()

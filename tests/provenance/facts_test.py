# SPDX-License-Identifier: Apache-2.0
"""models/coverage.csv against the tables of facts that the models were written from.

    CONCORDAT_FACTS=FOLDER python3 facts_test.py

The tables are not part of this project. Without them nothing here is run, and the test says so and ends with 77.
"""
import collections
import os
import pathlib
import sys
import unittest

import facts
import ledger
from world import MODELS, World

FOLDER = os.environ.get("CONCORDAT_FACTS")
NOT_RUN = 77
LEVELS = {"high": "3", "medium": "2", "low": "1"}


class Facts(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.world, cls.lines, cls.tables = World.read(), ledger.read(), facts.read(pathlib.Path(FOLDER))

    def test_every_row_of_every_table_has_one_line_and_nothing_else_has(self):
        rows = {(name, str(n)) for name, table in self.tables.items() for n in range(1, len(table) + 1)
                if name != facts.MANY}
        self.assertGreater(len(rows), 0)
        lines = collections.Counter((line.facts, line.row) for line in self.lines if line.facts != facts.MANY)
        self.assertEqual(lines, collections.Counter(rows))

    def test_every_indicator_has_one_line_with_the_number_of_its_rows(self):
        counted = collections.Counter(row["indicator"] for row in self.tables[facts.MANY])
        lines = [(line.row, line.what) for line in self.lines if line.facts == facts.MANY]
        self.assertEqual(sorted(lines), sorted(("*", f"{name}: {times} rows") for name, times in counted.items()))

    def test_every_value_is_the_one_of_the_facts(self):
        areas = {area["code"]: area["key"] for area in self.world.files["areas.scotland"]["area"]}
        theirs = {
            (areas[row["gss_code"]], row["year"], row["indicator"]): (float(row["value"]), row["confidence"])
            for row in self.tables[facts.MANY]
        }
        ours = ledger.values(MODELS / "indicators/scotland.csv")
        self.assertEqual(len(ours), len(self.tables[facts.MANY]))
        for row in ours:
            value, confidence = theirs[row["area"], row["year"], row["indicator"]]
            self.assertEqual(float(row["value"]), value, row)
            self.assertLessEqual(row["level"], LEVELS[confidence], row)

    def test_rows_and_what_encodes_them_agree_but_where_the_ledger_says_why(self):
        items = list(facts.encoded(self.world, self.tables, self.lines))
        self.assertGreater(len(items), 0)
        found = list(facts.differences(self.world, items))
        unexplained = [f"{ledger.name(line)}: {kind}: {what}" for line, kind, what in found
                       if kind not in ledger.excused(line)]
        self.assertEqual(unexplained, [])
        kinds = {(line, kind) for line, kind, _ in found}
        stale = [f"{ledger.name(item.line)}: {kind} does not differ" for item in items
                 for kind in ledger.excused(item.line) if (item.line, kind) not in kinds]
        self.assertEqual(stale, [])


if __name__ == "__main__":
    if not FOLDER:
        print("CONCORDAT_FACTS names no folder: the models were NOT compared with the tables of facts")
        sys.exit(NOT_RUN)
    unittest.main()

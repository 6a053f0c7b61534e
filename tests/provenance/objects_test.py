# SPDX-License-Identifier: Apache-2.0
"""models/coverage.csv against the models: each line says one thing, and what it points at is there."""
import collections
import unittest

import ledger
from world import MODELS, World, one_or_more

WORLD = World.read()


def place(line):
    """Where a line stands: by table and by number, indicators in the order of their file."""
    return line.facts, 0 if line.row == "*" else int(line.row)


def says_not_one_thing(lines):
    for line in lines:
        encoded = bool(line.file) and bool(line.object)
        if encoded == bool(line.reason) or bool(line.file) != bool(line.object) or not line.what:
            yield ledger.name(line)


def twice(lines):
    """Rows that have two lines. An indicator's line is known by what it points at."""
    counted = collections.Counter((line.facts, line.object if line.row == "*" else line.row) for line in lines)
    yield from (f"{facts} {row}" for (facts, row), times in counted.items() if times > 1)


def points_at_nothing(world, lines):
    for line in lines:
        if line.object:
            try:
                times = len(ledger.found(world, line))
            except ValueError as wrong:
                yield f"{ledger.name(line)}: {wrong}"
                continue
            if times != 1:
                yield f"{ledger.name(line)}: {times} of them, and not one"


class Objects(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.lines = ledger.read()

    def test_each_line_has_an_object_or_a_reason(self):
        self.assertGreater(len(self.lines), 0)
        self.assertEqual(list(says_not_one_thing(self.lines)), [])

    def test_no_row_has_two_lines_and_lines_stand_in_order(self):
        self.assertEqual(list(twice(self.lines)), [])
        self.assertEqual(self.lines, sorted(self.lines, key=place))

    def test_each_object_is_there_once(self):
        self.assertEqual(list(points_at_nothing(WORLD, self.lines)), [])

    def test_every_form_reads_its_own_and_refuses_others(self):
        line = ledger.Line("t.csv", "1", "a row", "scotland.full", "", "")
        for wrong in ("actor", "actor ijb ijb", "relation funds council", "king ijb", "step one two", "reform o1"):
            with self.subTest(wrong=wrong), self.assertRaises(ValueError):
                ledger.found(WORLD, line._replace(object=wrong))
        self.assertEqual(ledger.found(WORLD, line._replace(object="actor king")), [])
        self.assertEqual(ledger.found(WORLD, line._replace(object="step 0")), [])
        self.assertEqual(ledger.found(WORLD, line._replace(object="reform")), [])


class Values(unittest.TestCase):
    def test_every_file_of_values_is_what_its_indicators_say(self):
        for key, file in WORLD.of_format("indicators").items():
            folder = MODELS.joinpath(*key.split(".")[:-1])
            rows = ledger.values(folder / file["data"])
            self.assertEqual({row["indicator"] for row in rows}, {each["key"] for each in file["indicator"]})
            self.assertEqual({row["source"] for row in rows} - set(WORLD.sources(key)), set())
            stated = {each["key"]: set(one_or_more(each["sources"])) for each in file["indicator"]}
            self.assertEqual([row for row in rows if row["source"] not in stated[row["indicator"]]][:5], [])


if __name__ == "__main__":
    unittest.main()

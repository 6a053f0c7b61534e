# SPDX-License-Identifier: Apache-2.0
"""Every citation leads somewhere, and nothing is declared that nobody uses: sources, assumptions, lists of sources."""
import csv
import pathlib
import unittest

from world import World, cards_in, sources_of

WORLD = World.read()


def cited_by(world, key):
    """The keys of sources that a file's cards, conflicts and indicators name."""
    file = world.files[key]
    cited = {source for card in cards_in(file) for source in sources_of(card)}
    cited |= {source for conflict in file.get("conflict", []) for source in conflict["sources"]}
    return cited | {source for indicator in file.get("indicator", []) for source in indicator.get("sources", [])}


def uncited(world):
    """Sources that no file cites, with the list or model that declares them."""
    for key, file in world.files.items():
        readers = [other for other in world.files if key in world.lists_named(other) or key in world.chain(other)]
        cited = set().union(*(cited_by(world, other) for other in readers))
        yield from (f"{key}: source {name}" for name in world.own_sources(key) if name not in cited)


def dangling(world):
    """Citations of a source that the file does not name."""
    for key in world.files:
        known = world.sources(key)
        yield from (f"{key}: source {name}" for name in sorted(cited_by(world, key)) if name not in known)


def sources_twice(world):
    """Two sources of one key within what a file names, which leave it open which of them is cited."""
    for key in world.files:
        lists = sorted(world.lists_named(key) & set(world.files)) + list(world.chain(key))
        names = [name for each in lists for name in world.own_sources(each)]
        yield from (f"{key}: source {name}" for name in sorted(set(names)) if names.count(name) > 1)


def assumed_by(world, key):
    return {card.content["assumption"] for card in cards_in(world.files[key]) if "assumption" in card.content}


def undrawn():
    """Assumptions about what is left out, which nothing can rest on; undrawn.csv gives the reason for each."""
    with open(pathlib.Path(__file__).with_name("undrawn.csv"), encoding="utf-8", newline="") as file:
        return {f"{row['file']}: assumption {row['assumption']}" for row in csv.DictReader(file) if row["why"]}


def unused_assumptions(world):
    for key, file in world.files.items():
        used = set().union(*(assumed_by(world, heir) for heir in world.heirs(key)))
        yield from (f"{key}: assumption {a['key']}" for a in file.get("assumption", []) if a["key"] not in used)


def undeclared_assumptions(world):
    for key in world.files:
        known = world.assumptions(key)
        yield from (f"{key}: assumption {name}" for name in sorted(assumed_by(world, key)) if name not in known)


def lists_nobody_names(world):
    named = set().union(*(world.lists_named(key) for key in world.files))
    yield from (key for key in world.of_format("sources") if key not in named)


def lists_that_are_not_there(world):
    for key in world.files:
        missing = sorted(world.lists_named(key) - set(world.of_format("sources")))
        yield from (f"{key}: {name}" for name in missing)


RULES = [uncited, dangling, sources_twice, undeclared_assumptions, lists_nobody_names,
         lists_that_are_not_there]


class Evidence(unittest.TestCase):
    maxDiff = None

    def test_nothing_is_cited_that_is_not_there_and_nothing_is_there_for_nobody(self):
        for rule in RULES:
            with self.subTest(rule=rule.__name__):
                self.assertEqual(list(rule(WORLD)), [])

    def test_every_assumption_is_used_or_tells_what_is_left_out(self):
        self.assertEqual(set(unused_assumptions(WORLD)), undrawn())


if __name__ == "__main__":
    unittest.main()

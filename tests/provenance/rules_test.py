# SPDX-License-Identifier: Apache-2.0
"""A rule that never fires is no rule: each one must see its own break in a small world, and none where all is well."""
import copy
import unittest

import evidence_test
import facts
import ledger
import objects_test
from world import World

CARD = {"source": "law", "level": 4}
FILES = {
    "sources.s": {"format": "concordat/sources@1", "source": [{"key": "law", "url": "https://law.example/1"}]},
    "a.base": {
        "format": "concordat/model@1", "sources": ["sources.s"],
        "actor": [{"key": "board", "evidence": CARD}],
    },
    "a.model": {
        "format": "concordat/model@1", "extends": "a.base",
        "assumption": [{"key": "guess", "level": 0}],
        "relation": [
            {"type": "funds", "from": "council", "to": ["board", "school"], "services": ["education"],
             "evidence": CARD},
            {"type": "funds", "from": "council", "to": "board", "evidence": {"assumption": "guess"}},
        ],
    },
}
LINE = ledger.Line("t.csv", "1", "a row", "a.model", "relation funds council board education", "")
ROW = {"relation": "funds", "source": "https://LAW.example/1", "confidence": "high"}


def world(**changes):
    """The small world, with one of its files changed: key_with_underscores = function of the file."""
    files = copy.deepcopy(FILES)
    for key, change in changes.items():
        change(files[key.replace("_", ".")])
    return World(files)


class Rules(unittest.TestCase):
    def sees(self, rule, broken):
        self.assertEqual(list(rule(world())), [], rule.__name__)
        self.assertEqual(len(list(rule(broken))), 1, rule.__name__)

    def test_citations(self):
        more = {"key": "other", "url": "https://law.example/2"}
        self.sees(evidence_test.uncited, world(sources_s=lambda f: f["source"].append(more)))
        self.sees(evidence_test.dangling, world(a_model=lambda f: f["relation"][0].update(evidence={"source": "lore"})))
        self.sees(evidence_test.sources_twice, world(a_model=lambda f: f.update(source=[{"key": "law"}])))
        self.sees(evidence_test.lists_that_are_not_there, world(a_model=lambda f: f.update(sources=["sources.t"])))

    def test_lists_and_assumptions(self):
        self.sees(evidence_test.unused_assumptions, world(a_base=lambda f: f.update(assumption=[{"key": "idle"}])))
        self.sees(evidence_test.undeclared_assumptions, world(a_model=lambda f: f.update(assumption=[])))
        alone = world()
        alone.files["sources.t"] = {"format": "concordat/sources@1", "source": []}
        self.sees(evidence_test.lists_nobody_names, alone)

    def test_lines_of_the_ledger(self):
        left_out = LINE._replace(file="", object="", reason="so")
        self.assertEqual(list(objects_test.says_not_one_thing([LINE, left_out])), [])
        for wrong in ({"reason": "so"}, {"file": ""}, {"object": ""}, {"file": "", "object": ""}, {"what": ""}):
            self.assertEqual(len(list(objects_test.says_not_one_thing([LINE._replace(**wrong)]))), 1, wrong)
        self.assertEqual(list(objects_test.twice([LINE, LINE._replace(row="2")])), [])
        self.assertEqual(list(objects_test.twice([LINE, LINE])), ["t.csv 1"])

    def test_objects(self):
        def points(text):
            return len(list(objects_test.points_at_nothing(world(), [LINE._replace(object=text)])))
        for good in ("actor board", "relation funds council school", "relation funds council board education"):
            self.assertEqual(points(good), 0, good)
        for bad in ("actor king", "relation funds council board", "relation funds council board health", "step 1", "x"):
            self.assertEqual(points(bad), 1, bad)

    def kinds(self, row=ROW, line=LINE):
        small = world()
        items = [facts.Encoded(line, row, ledger.found(small, line))]
        return [kind for _, kind, _ in facts.differences(small, items)]

    def test_differences_between_a_row_and_what_encodes_it(self):
        self.assertEqual(self.kinds(), [])
        self.assertEqual(self.kinds({**ROW, "confidence": "medium"}), ["level"])
        self.assertEqual(self.kinds({**ROW, "confidence": "low"}), ["level"])
        self.assertEqual(self.kinds({**ROW, "source": "https://law.example/1 | https://law.example/2"}), ["source"])
        self.assertEqual(self.kinds({**ROW, "relation": "directs"}), ["type"])

    def test_dates_values_and_states(self):
        case = World({"c": {
            "format": "concordat/case@1",
            "figure": [{"key": "n", "value": 21.0, "when": "2023"}],
            "area": [{"key": "x", "delegation": [{"service": "s", "state": "delegated", "from": 2016}]}],
        }})
        figure = LINE._replace(file="c", object="figure n")
        row = {"metric": "n", "value": "21", "year": "2023"}
        state = {"delegated": "yes", "from_year": "2016"}
        place = LINE._replace(file="c", object="delegation x s 2016")
        for line, good, bad, differ in (
            (figure, row, {**row, "value": "22"}, facts.value_differs),
            (figure, row, {**row, "year": "2024"}, facts.date_differs),
            (place, state, {**state, "delegated": "no"}, facts.state_differs),
            (place, state, {**state, "from_year": "2017"}, facts.state_differs),
        ):
            objects = ledger.found(case, line)
            self.assertEqual(list(differ(case, facts.Encoded(line, good, objects))), [])
            self.assertEqual(len(list(differ(case, facts.Encoded(line, bad, objects)))), 1, bad)

    def test_the_surest_of_the_rows_of_an_object_counts(self):
        items = [facts.Encoded(LINE, {"confidence": each}, []) for each in ("low", "medium")]
        self.assertEqual(list(facts.ceilings_of(items).values()), [2])
        items.append(facts.Encoded(LINE, {"confidence": "high"}, []))
        self.assertEqual(list(facts.ceilings_of(items).values()), [None])

    def test_a_line_names_the_kinds_it_excuses(self):
        self.assertEqual(ledger.excused(LINE), set())
        self.assertEqual(ledger.excused(LINE._replace(what="a -- type: so -- source: so")), {"type", "source"})


if __name__ == "__main__":
    unittest.main()

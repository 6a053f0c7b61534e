# SPDX-License-Identifier: Apache-2.0
"""What would overturn a study, graphs that may not be as drawn, an assurer's checks, and weights shown."""
import json
import shutil
import unittest

from program import Case

STUDY = "world/studies/small.toml"
PRESENCE = """
structure = true
graphs = 40
presence = [{ level = 1, value = 0.5, evidence = { source = "plan", level = 1 } }, { level = 0, value = 0.25 }]
"""


class Sensitivity(Case):
    def sampled(self, presence=PRESENCE):
        """The small study, which samples structure."""
        study = self.own_world() / "studies/small.toml"
        text = study.read_text()
        self.assertIn("structure = false\n", text)
        study.write_text(text.replace("structure = false\n", presence))
        return study

    def found(self, *words):
        return json.loads(self.expect(0, "sensitivity", *words, "--samples", "500", "--format", "json").out)

    def test_every_baseline_and_weight_set_or_the_one_that_is_asked_for(self):
        whole = self.found(STUDY)
        self.assertEqual([w["weights"] for b in whole["baselines"] for w in b["weights"]],
                         ["weights.nobody", "weights.reach"])
        one = self.found(STUDY, "--weights", "weights.reach", "--baseline", "areas.north")
        self.assertEqual(one["baselines"][0]["weights"], [whole["baselines"][0]["weights"][1]])
        self.assertIn("did you mean \"weights.reach\"?",
                      self.expect(1, "sensitivity", STUDY, "--weights", "weights.raech").err)
        self.assertIn("areas.north", self.expect(1, "sensitivity", STUDY, "--baseline", "areas.nroth").err)

    def test_a_fact_that_is_not_so_is_what_a_model_without_it_gives(self):
        study = self.sampled()
        facts = self.found(study)["baselines"][0]["facts"]
        self.assertTrue(facts)
        for fact in facts:
            self.assertLess(fact["level"], 3)
            self.assertIn(fact["odds"], (0.25, 0.5, 1))

    def test_parts_are_worth_no_more_than_the_whole(self):
        for baseline in self.found(self.sampled())["baselines"]:
            for weighed in baseline["weights"]:
                known = weighed["value_of_information"]
                parts = [e["value"] for e in known["criteria"].values()] + \
                    [i["evppi"]["value"] for i in known["inquiries"]]
                self.assertTrue(all(0 <= part <= known["evpi"]["value"] for part in parts))
                self.assertTrue(any(i["kind"] == "source" for i in known["inquiries"]))

    def test_threads_change_nothing_with_graphs_that_are_drawn(self):
        study = self.sampled()
        for command in (["sensitivity", study], ["run", study]):
            once = self.expect(0, *command, "--samples", "999", "--threads", "1", "--format", "json").out
            for threads in ("2", "3", "7", "16"):
                again = self.expect(0, *command, "--samples", "999", "--threads", threads, "--format", "json").out
                self.assertEqual(again, once, threads)

    def test_a_run_says_how_many_graphs_and_by_which_odds(self):
        study = self.sampled()
        result = json.loads(self.expect(0, "run", study, "--format", "json").out)
        self.assertEqual(result["presence"], [{"level": 1, "odds": 0.5}, {"level": 0, "odds": 0.25}])
        self.assertEqual(result["baselines"][0]["structure"]["graphs"], 40)
        self.assertIn("40 graphs; a tie is there with odds of 0.5 at level 1 and 0.25 at level 0",
                      self.expect(0, "run", study).out)

    def test_odds_and_graphs_that_do_not_fit_are_refused_with_their_line(self):
        for presence, code in (
            ("structure = true\n", "E202"),
            ("structure = false\ngraphs = 10\n", "E207"),
            ("structure = true\ngraphs = 10001\npresence = [{ level = 0, value = 0.5 }]\n", "E401"),
            ("structure = true\ngraphs = 10\npresence = [{ level = 3, value = 0.5 }]\n", "E401"),
            ("structure = true\ngraphs = 10\npresence = [{ level = 0, value = 1.5 }]\n", "E401"),
            ("structure = true\ngraphs = 10\npresence = [{ level = 0, vlaue = 0.5 }]\n", "E201"),
            ("structure = true\ngraphs = 10\npresence = [{ level = 0, value = 0.5 }, { level = 0, value = 0.6 }]\n",
             "E206"),
        ):
            with self.subTest(presence=presence):
                study = self.sampled(presence)
                seen = self.expect(1, "run", study).err
                self.assertIn(code, seen)
                self.assertRegex(seen, r"small\.toml:\d+:\d+")
                shutil.rmtree(self.folder / "models")

    def test_csv_is_the_research_agenda(self):
        lines = self.expect(0, "sensitivity", self.sampled(), "--samples", "500", "--format", "csv").out.split("\r\n")
        self.assertEqual(lines[0], "baseline,weights,what,kind,evppi,evppi_se,evpi,evpi_se")
        self.assertGreater(len(lines), 8)


class Selfcheck(Case):
    def test_every_rule_holds_of_the_small_study(self):
        found = json.loads(self.expect(0, "selfcheck", STUDY, "--samples", "300", "--format", "json").out)
        self.assertTrue(found["passed"])
        self.assertEqual(len(found["checks"]), 2)
        self.assertTrue(all(rule["passed"] and rule["cases"] for c in found["checks"] for rule in c["rules"]))
        self.assertIn("a copy of an option ties with it", self.expect(0, "selfcheck", STUDY, "--samples", "300").out)


class Weights(Case):
    def test_judgements_are_played_back(self):
        weights = self.own_world() / "weights/swings.toml"
        text = (weights.parent / "reach.toml").read_text()
        text = text.replace('key = "weights.reach"', 'key = "weights.swings"').replace('"ordinal"', '"swing"')
        text = text.replace('order = ["H"]', 'swings = [{ key = "H", points = 100 }]')
        text = text.replace('order = ["reach", "trust", "one_body"]', """ratios = [
  { of = "reach", to = "trust", times = 2 },
  { of = "trust", to = "one_body", times = 2 },
  { of = "reach", to = "one_body", times = 5 },
]""")
        weights.write_text(text)
        shown = json.loads(self.expect(0, "show", weights, "--format", "json").out)
        self.assertEqual(len(shown["replay"]["judgements"]), 3)
        self.assertAlmostEqual(shown["replay"]["largest_deviation"], 1.25 ** (1 / 3) - 1, places=12)
        self.assertIn("apart by", self.expect(0, "show", weights).out)

    def test_weights_without_ranges_are_refused_as_importance(self):
        weights = self.own_world() / "weights/reach.toml"
        text = weights.read_text()
        start, end = text.index("[ranges]"), text.index("[[weigh]]")
        weights.write_text(text[:start] + text[end:])
        self.assertIn("importance", self.expect(1, "check", weights).err + self.expect(1, "show", weights).err)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""What facts rest on, what assumptions do, and checking whole directories."""
import json
import os
import signal
import time
import unittest

from program import Case, HERE, ROOT, WORLD, start

STUDY, MODEL = "world/studies/small.toml", "world/areas/north.toml"


class Evidence(Case):
    def ledger(self, *words):
        return json.loads(self.expect(0, "evidence", *words, "--format", "json").out)

    def test_facts_of_the_small_model_as_counted_by_hand(self):
        ledger = self.ledger(MODEL)
        self.assertEqual(ledger["evidence"]["by_level"], [1, 4, 0, 5, 5])
        self.assertEqual(ledger["evidence"]["unsourced"], 1)
        self.assertEqual([ledger["facts"][at]["name"] for at in ledger["unsourced"]], ["families"])
        self.assertEqual(ledger["studies"], [])

    def test_a_study_brings_what_it_names_and_each_fact_once(self):
        names = {(f["kind"], f["name"], f["where"]["path"], f["where"]["line"]) for f in self.ledger(STUDY)["facts"]}
        self.assertEqual(len(names), len(self.ledger(STUDY)["facts"]))
        self.assertEqual({kind for kind, *_ in names} >= {"actor", "relation", "step", "criterion", "option"}, True)
        self.assertEqual(len(self.ledger(STUDY, MODEL)["facts"]), len(names))

    def test_the_assumption_of_the_small_study_is_taken_away_and_told(self):
        effects = self.ledger(STUDY)["studies"][0]["effects"]
        self.assertEqual([e["key"] for e in effects], ["charity-answers"])
        self.assertEqual(effects[0]["taken_away"]["relations"], 1)
        self.assertIsNone(effects[0]["baselines"][0]["rankings"][0]["probability_before"])
        sampled = self.ledger(STUDY, "--samples", "500")["studies"][0]["effects"]
        self.assertIsNotNone(sampled[0]["baselines"][0]["rankings"][0]["probability_before"])

    def test_threads_change_nothing(self):
        one = self.expect(0, "evidence", STUDY, "--samples", "500", "--threads", "1", "--on", "2027-01-01").out
        self.assertEqual(one, self.expect(0, "evidence", STUDY, "--samples", "500", "--threads", "5", "--on",
                                          "2027-01-01").out)

    def test_a_sunset_is_held_against_the_day_that_is_given_or_today(self):
        world = self.own_world()
        model = world / "areas/north.toml"
        model.write_text(model.read_text().replace('sourcing = "official"', 'sourcing = "official"\nsunset = 2024-06-30'))
        self.assertEqual(self.ledger(model, "--on", "2024-06-30")["past_sunset"]["sources"], [])
        self.assertEqual(len(self.ledger(model, "--on", "2024-07-01")["past_sunset"]["sources"]), 1)
        self.assertEqual(len(self.ledger(model)["past_sunset"]["sources"]), 1)
        self.assertIn("sunset = 2024-06-30", self.expect(0, "show", model, "--as", "toml").out)

    def test_what_cannot_be_a_day_is_wrong_usage(self):
        for day in ("2027-02-30", "2027-13-01", "27-01-01", "2027-1-1", "today", "", "2027-01-01T00"):
            with self.subTest(day=day):
                self.assertIn("2026-11-22", self.expect(2, "evidence", MODEL, "--on", day).err)

    def test_a_directory_is_one_ledger(self):
        ledger = self.ledger("world")
        self.assertIn("criterion", {kind["kind"] for kind in ledger["kinds"]})
        self.assertEqual(ledger["studies"], [])
        self.assertIn("E204", self.expect(1, "evidence", "world/tables/cars.toml").err)
        self.expect(3, "evidence", self.folder)
        self.expect(3, "evidence", self.folder / "absent.toml")

    def test_a_refused_file_of_a_directory_refuses_the_ledger(self):
        world = self.own_world()
        (world / "more.toml").write_text("# SPDX-License-Identifier: Apache-2.0\nformat = 3\n")
        self.assertIn("more.toml:2:10: error[E203]", self.expect(1, "evidence", world).err)

    def test_ctrl_c_stops_it_soon(self):
        process = start("evidence", STUDY, "--samples", "900000000")
        time.sleep(1.5)
        self.assertIsNone(process.poll(), "the work was over before it could be stopped")
        stopped = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        self.assertLess(time.monotonic() - stopped, 30 if os.environ.get("CONCORDAT_SLOW") else 2)
        self.assertEqual(process.returncode, 130, err)


class Directories(Case):
    def test_every_file_below_is_checked_in_order(self):
        told = json.loads(self.expect(0, "check", "world", "--format", "json").out)
        paths = [file["path"] for file in told["files"]]
        self.assertEqual(paths, sorted(paths))
        self.assertEqual(paths, [str(p.relative_to(HERE)) for p in sorted(WORLD.rglob("*.toml"))])
        self.assertGreaterEqual(told["together"]["models"], 1)

    def test_the_encoded_world_is_sound_and_counted(self):
        text = self.expect(0, "check", ROOT / "models").out
        self.assertRegex(text, r"(?m)^level +facts +share \(%\)$")
        self.assertIn("each counted once", text)

    def test_mistakes_tables_without_a_reader_and_links_are_told(self):
        world = self.own_world()
        (world / "left.csv").write_text("a,b\n")
        os.symlink(world, world / "circle")
        ended = self.expect(0, "check", world, "--format", "json")
        told = json.loads(ended.out)
        self.assertEqual(told["left_over"], [str(world / "left.csv")])
        self.assertEqual(told["links"], [str(world / "circle")])
        self.assertIn("left.csv: warning[E410]", ended.err)
        model = world / "areas/north.toml"
        model.write_text(model.read_text().replace('to = "council"', 'to = "counsel"'))
        refused = self.expect(1, "check", world)
        self.assertIn("error[E301]", refused.err)
        self.assertIn("refused; what they state is not counted", refused.out)

    def test_a_directory_of_nothing_and_a_loop_of_links_are_3(self):
        self.assertIn("error[E305]", self.expect(3, "check", self.folder).err)
        os.symlink("loop", self.folder / "loop")
        self.expect(3, "check", self.folder / "loop")
        self.expect(3, "evidence", self.folder / "loop")


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""Files of a run: the same bytes whatever the threads, whole or absent, and a record that notices every change."""
import json
import os
import shutil
import unittest

from program import Case, FILES, ROOT

STUDY = "world/studies/small.toml"


class RunFiles(Case):
    def bytes_of(self, folder):
        return {name: (folder / name).read_bytes() for name in FILES}

    def test_any_number_of_threads_gives_the_same_bytes(self):
        first = None
        for threads in (1, 2, 3, 7, 16):
            out = self.folder / str(threads)
            self.expect(0, "run", STUDY, "--samples", "30000", "--threads", threads, "--out", out)
            found = self.bytes_of(out)
            first = first or found
            self.assertEqual(found, first, f"{threads} threads")

    def test_another_place_language_and_environment_give_the_same_bytes(self):
        out = self.folder / "here"
        self.expect(0, "run", STUDY, "--out", out)
        world = self.own_world()
        moved = {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kathmandu"}
        self.expect(0, "run", "models/studies/small.toml", "--out", "there", cwd=world.parent, env=moved)
        self.assertEqual(self.bytes_of(out), self.bytes_of(self.folder / "there"))

    def test_another_seed_gives_other_bytes_and_is_recorded(self):
        self.expect(0, "run", STUDY, "--out", self.folder / "a")
        self.expect(0, "run", STUDY, "--seed", "8", "--out", self.folder / "b")
        a, b = self.bytes_of(self.folder / "a"), self.bytes_of(self.folder / "b")
        self.assertNotEqual(a["ranking.csv"], b["ranking.csv"])
        self.assertEqual(a["performance.csv"], b["performance.csv"])
        self.assertEqual(json.loads(b["record.json"])["record"]["seed"], 8)

    def test_only_its_own_files_are_left(self):
        out = self.folder / "out"
        told = self.expect(0, "run", STUDY, "--out", out)
        self.assertEqual(sorted(os.listdir(out)), FILES)
        self.assertIn(str(out), told.err)

    def test_all_files_or_none(self):
        out = self.folder / "out"
        out.mkdir()
        (out / "result.md").mkdir()  # one that cannot be replaced
        (out / "ranking.csv").write_text("old")
        self.expect(3, "run", STUDY, "--out", out)
        self.assertEqual(sorted(os.listdir(out)), ["ranking.csv", "result.md"])
        self.assertEqual((out / "ranking.csv").read_text(), "old")

    def test_a_study_runs_on_real_models(self):
        # The default study draws a thousand graphs, which readme_test.py waits for; this one has none to draw.
        out = self.folder / "out"
        self.expect(0, "run", ROOT / "models/studies/ncs-2026.toml", "--samples", "5000", "--out", out)
        result = json.loads((out / "result.json").read_text(encoding="utf-8"))
        self.assertEqual(len(result["baselines"]), 4)
        self.assertEqual({len(b["options"]) for b in result["baselines"]}, {16})
        self.assertEqual({len(o["cells"]) for b in result["baselines"] for o in b["options"]}, {19})


class Verify(Case):
    def setUp(self):
        super().setUp()
        self.world = self.own_world()
        self.out = self.folder / "out"
        self.expect(0, "run", self.world / "studies/small.toml", "--out", self.out)

    def verify(self, code):
        return self.expect(code, "verify", self.out / "record.json", "--models", self.world).out

    def test_a_fresh_record_is_equal(self):
        self.assertIn("equal", self.verify(0))

    def test_inputs_are_found_beside_the_record(self):
        self.expect(0, "verify", "out/record.json", cwd=self.folder)
        self.expect(0, "verify", self.out / "record.json", cwd="/")

    def test_a_byte_more_in_any_input_is_noticed(self):
        for path in sorted(self.world.glob("*/*.toml")):
            if path.parent.name in ("tables", "cases"):  # no part of the study
                continue
            with self.subTest(path=path):
                before = path.read_bytes()
                path.write_bytes(before + b"\n")
                self.assertIn(f"{path.parent.name}/{path.name}", self.verify(1))
                path.write_bytes(before)
        self.verify(0)

    def test_a_byte_changed_in_any_output_is_noticed(self):
        for name in FILES:
            if name == "record.json":
                continue
            with self.subTest(name=name):
                before = (self.out / name).read_bytes()
                (self.out / name).write_bytes(before[:-2] + bytes([before[-2] ^ 1]) + before[-1:])
                self.assertIn(name, self.verify(1))
                (self.out / name).unlink()
                self.assertIn("nothing", self.verify(1))
                (self.out / name).write_bytes(before)
        self.verify(0)

    def test_a_changed_value_changes_what_running_again_gives(self):
        study = self.world / "studies/small.toml"
        study.write_text(study.read_text().replace("mode = 3", "mode = 2"))
        told = self.verify(1)
        self.assertIn("run again: outputs", told)

    def test_an_input_that_can_no_longer_be_read_is_told(self):
        study = self.world / "studies/small.toml"
        study.write_text(study.read_text().replace("mode = 3", "mode = true"))
        ended = self.expect(1, "verify", self.out / "record.json", "--models", self.world)
        self.assertIn("studies/small.toml", ended.out)
        self.assertIn("error[E2", ended.err)

    def test_a_changed_record_is_refused(self):
        record = self.out / "record.json"
        text = record.read_text()
        record.write_text(text.replace('"seed": 7', '"seed": 8'))
        self.assertIn("error[E802]", self.expect(1, "verify", record, "--models", self.world).err)
        record.write_text("{}")
        self.expect(1, "verify", record, "--models", self.world)

    def test_a_record_whose_models_are_nowhere_is_3(self):
        shutil.rmtree(self.world)
        self.assertIn("--models", self.expect(3, "verify", self.out / "record.json", cwd="/").err)


if __name__ == "__main__":
    unittest.main()

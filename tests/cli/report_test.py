# SPDX-License-Identifier: Apache-2.0
"""The page of a run, its texts and its pictures: made with the run, or later from its record, and nothing in a label acts."""
import json
import unittest
import xml.etree.ElementTree as ElementTree

from program import Case

STUDY = "world/studies/small.toml"
BESIDE = ["child-rights.md", "duties.md", "report.html", "summary-for-young-people.md", "summary.md"]


class Report(Case):
    def made(self, study=STUDY, *words):
        out = self.folder / "out"
        self.expect(0, "run", study, "--samples", "2000", "--out", out, *words)
        return out

    def test_the_page_is_an_output_as_any_other(self):
        out = self.made(STUDY, "--report")
        record = json.loads((out / "record.json").read_text())["record"]
        self.assertEqual(record["options"]["also"], ["report"])
        self.assertLessEqual(set(BESIDE), {each["name"] for each in record["outputs"]})
        self.expect(0, "verify", out / "record.json", "--models", "world")

    def test_a_page_needs_a_place_to_be_written_to(self):
        self.assertIn("--out", self.expect(2, "run", STUDY, "--report").err)

    def test_the_record_of_a_run_gives_the_same_page_later(self):
        out = self.made(STUDY, "--report")
        self.expect(0, "report", out / "record.json", "--models", "world", "-o", self.folder / "later.html")
        self.assertEqual((self.folder / "later.html").read_bytes(), (out / "report.html").read_bytes())
        printed = self.expect(0, "report", out / "record.json", "--models", "world").out
        self.assertEqual(printed, (out / "report.html").read_text())

    def test_a_run_without_a_page_gets_the_same_one_from_its_record(self):
        page = (self.made(STUDY, "--report") / "report.html").read_text()
        bare = self.folder / "bare"
        self.expect(0, "run", STUDY, "--samples", "2000", "--out", bare)
        self.assertEqual(self.expect(0, "report", bare / "record.json", "--models", "world").out, page)

    def test_a_page_of_other_inputs_is_refused(self):
        world = self.own_world()
        out = self.made(world / "studies" / "small.toml")
        changed = world / "studies" / "small.toml"
        changed.write_text(changed.read_text().replace("title = \"", "title = \"Another: ", 1))
        said = self.expect(1, "report", out / "record.json", "--models", world).err
        self.assertIn("small.toml", said)
        self.assertIn("is not the file that the run read", said)
        changed.unlink()
        self.expect(3, "report", out / "record.json", "--models", world)

    def test_what_is_no_record_is_refused(self):
        self.expect(1, "report", STUDY)

    def test_pictures_are_drawings_with_specifications_of_the_same_numbers(self):
        out = self.made(STUDY, "--also", "pictures")
        drawings = sorted(out.glob("picture-*.svg"))
        self.assertGreaterEqual(len(drawings), 6)
        for drawing in drawings:
            root = ElementTree.parse(drawing).getroot()
            self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")
        for file in out.glob("picture-*.vl.json"):
            specification = json.loads(file.read_text())
            self.assertIn("vega-lite/v5", specification["$schema"])
            self.assertTrue(specification["title"])

    def test_labels_stay_text_wherever_they_are_shown(self):
        world = self.own_world()
        study = world / "studies" / "small.toml"
        hostile = "</title><script>alert(1)</script> \u202e =cmd() "
        study.write_text(study.read_text().replace('title = "', f'title = "{hostile}'), encoding="utf-8")
        out = self.made(study, "--report", "--also", "pictures")
        for file in [*out.glob("*.html"), *out.glob("*.svg"), *out.glob("*.md")]:
            text = file.read_text(encoding="utf-8")
            self.assertNotIn("<script", text, file)
            self.assertNotIn("\u202e", text, file)


if __name__ == "__main__":
    unittest.main()

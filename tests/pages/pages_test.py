# SPDX-License-Identifier: Apache-2.0
"""The page of every study: no violation that axe-core knows of, legible on a telephone, a tagged print, and small.

The studies are run as they are but with few samples and few drawn graphs, which changes figures and nothing of the page.
"""
import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import unittest

import browser

PROGRAM = os.environ["CONCORDAT_PROGRAM"]
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
STUDIES = sorted(path.stem for path in (ROOT / "models" / "studies").glob("*.toml"))
# The page of the default study as it is, which tests/cli/readme_test.py holds to the program.
FINISHED = ROOT / "examples" / "report" / "report.html"
MOST_OF_FINISHED, MOST = 400_000, 600_000  # bytes
DESKTOP, TELEPHONE = 1280, 360


def page_of(study):
    folder = browser.WORK / study
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "models", folder / "models")
    file = folder / "models" / "studies" / f"{study}.toml"
    file.write_text(re.sub(r"^graphs = \d+$", "graphs = 4", file.read_text(), flags=re.M))
    subprocess.run([PROGRAM, "run", file, "--samples", "400", "--report", "--out", folder / "out"], check=True,
                   stdout=subprocess.DEVNULL)
    return folder / "out" / "report.html"


class Outline(html.parser.HTMLParser):
    """Levels of headings, in order; and what a page would fetch."""

    def __init__(self, text):
        super().__init__()
        self.levels, self.fetched, self.scripts = [], [], 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        self.scripts += tag == "script" or any(name.startswith("on") for name, _ in attributes)
        self.fetched += [value for name, value in attributes
                         if name in ("src", "srcset", "data", "poster", "xlink:href") or (tag == "link" and name == "href")]


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        browser.WORK.mkdir(parents=True, exist_ok=True)
        cls.pages = {study: page_of(study) for study in STUDIES}

    def each(self):
        for study, page in self.pages.items():
            with self.subTest(study=study):
                yield page

    def test_axe_finds_nothing_at_a_desk_or_on_a_telephone(self):
        for page in self.each():
            for width in (DESKTOP, TELEPHONE):
                said = browser.looked_at(page, width)
                self.assertEqual(said["violations"], [], f"{page} at {width}")
                self.assertLessEqual(said["overflow"], 0, f"{page} is wider than a screen of {said['width']}")

    def test_a_page_is_small_and_needs_nothing_but_itself(self):
        self.assertLess(FINISHED.stat().st_size, MOST_OF_FINISHED)
        for page in self.each():
            self.assertLess(page.stat().st_size, MOST)
            outline = Outline(page.read_text(encoding="utf-8"))
            self.assertEqual(outline.fetched, [])
            self.assertEqual(outline.scripts, 0)

    def test_headings_never_skip_a_level(self):
        for page in self.each():
            levels = Outline(page.read_text(encoding="utf-8")).levels
            self.assertEqual(levels.count(1), 1)
            self.assertEqual([(a, b) for a, b in zip(levels, levels[1:]) if b > a + 1], [])

    def test_the_print_is_a_tagged_document_with_a_language(self):
        for page in self.each():
            pdf = browser.printed(page)
            for tag in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang"):
                self.assertIn(tag, pdf)


if __name__ == "__main__":
    unittest.main()

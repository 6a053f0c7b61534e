# SPDX-License-Identifier: Apache-2.0
"""What the README shows is what the program prints."""
import re
import unittest

from program import ROOT, Case

README = (ROOT / "README.md").read_text()


class Readme(Case):
    def prints(self, block, least, *command):
        """Every line of a block of the README, in its order; `…` stands for lines left out. The sanitizers take their
        time over hundreds of graphs."""
        self.assertIsNotNone(block, "the README does not show it")
        # What a script itself says is not the program's.
        shown = [line.rstrip() for line in block.group(1).split("\n")]
        shown = [line for line in shown if line and line != "…" and not re.match(r"(packages|build|run): ", line)]
        self.assertGreater(len(shown), least)
        printed = iter([line.rstrip() for line in self.expect(0, *command, patience=1200).out.split("\n")])
        for line in shown:
            self.assertTrue(any(line == other for other in printed), f"not printed, or not in this order: {line}")

    def test_the_comparison_on_the_first_screen_is_printed_and_the_finished_report_is_its_page(self):
        block = re.search(r"\$ scripts/compare[^\n]*\n(.*?)\n\n?\$ scripts/test", README, re.S)
        self.prints(block, 15, "run", ROOT / "models/studies/ncs-inclusion.toml", "--out", self.folder, "--also",
                    "report,pictures")
        finished = sorted((ROOT / "examples" / "report").iterdir())
        self.assertGreaterEqual(len(finished), 5)
        for file in finished:
            self.assertEqual((self.folder / file.name).read_bytes(), file.read_bytes(), f"{file} is not what is written")

    def test_the_difference_of_the_two_studies_is_printed_line_by_line(self):
        block = re.search(r"\$ concordat diff models/studies[^\n]*\n(.*?)\n```", README, re.S)
        self.prints(block, 8, "diff", ROOT / "models/studies/ncs-inclusion.toml", ROOT / "models/studies/ncs-2026.toml")


if __name__ == "__main__":
    unittest.main()

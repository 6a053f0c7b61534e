# SPDX-License-Identifier: Apache-2.0
"""What the README shows is what the program prints."""
import re
import unittest

from program import ROOT, Case


class Readme(Case):
    def test_the_comparison_on_the_first_screen_is_printed_line_by_line(self):
        block = re.search(r"\$ scripts/compare[^\n]*\n(.*?)\n\n?\$ scripts/test", (ROOT / "README.md").read_text(), re.S)
        self.assertIsNotNone(block, "the README shows no output of scripts/compare")
        # `…` stands for lines left out; what the script itself says is not the program's.
        shown = [line.rstrip() for line in block.group(1).split("\n")]
        shown = [line for line in shown if line and line != "…" and not re.match(r"(packages|build|run): ", line)]
        self.assertGreater(len(shown), 15)

        ended = self.expect(0, "run", ROOT / "models/studies/ncs-inclusion.toml")
        printed = iter([line.rstrip() for line in ended.out.split("\n")])
        for line in shown:
            self.assertTrue(any(line == other for other in printed), f"not printed, or not in this order: {line}")


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""--help of every command: what it does, an example that runs, and the exit codes."""
import re
import shlex
import unittest

from program import Case, ROOT

COMMANDS = ["check", "show", "apply", "diff", "measure", "run", "explain", "evidence", "sensitivity", "selfcheck",
            "rank", "verify"]


class Help(Case):
    def test_the_program_names_every_command(self):
        text = self.expect(0, "--help").out
        for command in COMMANDS:
            self.assertRegex(text, rf"(?m)^ +{command} ")

    def test_each_command_tells_what_it_does_with_an_example_and_exit_codes(self):
        for command in COMMANDS:
            with self.subTest(command=command):
                text = self.expect(0, command, "--help").out
                self.assertIn(f"Example:\n  concordat {command} ", text)
                self.assertIn("Exit codes: 0 done", text)
                self.assertIn("--format table|json|csv|md", text)
                self.assertLessEqual(max(map(len, text.splitlines())), 130)

    def test_the_files_in_examples_are_real_ones(self):
        for command in COMMANDS:
            example = re.search(r"Example:\n  (.*)", self.expect(0, command, "--help").out).group(1)
            for word in shlex.split(example):
                if word.startswith("models/"):
                    self.assertTrue((ROOT / word).exists(), word)

    def test_the_version_names_engine_and_numerics(self):
        self.assertRegex(self.expect(0, "--version").out, r"^concordat \d+\.\d+\.\d+, numerics \d+\n$")


if __name__ == "__main__":
    unittest.main()

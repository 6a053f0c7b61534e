# SPDX-License-Identifier: Apache-2.0
"""Starts the real program for the tests beside this file. CONCORDAT_PROGRAM names it."""
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["CONCORDAT_PROGRAM"]
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WORLD = HERE / "world"
TABLES = ["assumption", "baseline", "branch", "conflict", "contribution", "correlated_criteria", "criterion",
          "criterion_remark", "dictionary", "expected_value", "fact", "fact_source", "facts_by_level", "favouring_weight",
          "figure", "gate", "gate_finding", "limitation", "note", "option", "option_on_baseline", "option_part", "pairwise",
          "performance", "presence", "rank_probability", "ranking", "source", "study", "value_point", "weight",
          "weight_by_evidence", "weight_set", "witness"]
FILES = sorted([f"{table}.csv" for table in TABLES] + ["csv-metadata.json", "record.json", "result.json", "result.md"])


def hear_interrupts():
    """For a child that must hear Ctrl-C even where the test runner was started deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def start(*words, **options):
    return subprocess.Popen(
        [PROGRAM, *map(str, words)],
        stdin=subprocess.DEVNULL,
        preexec_fn=hear_interrupts,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": HERE, **options},
    )


class Ended:
    def __init__(self, process, patience=300):
        out, err = process.communicate(timeout=patience)
        # As bytes, because CSV ends its lines as RFC 4180 says and Python would turn them.
        self.out, self.err = (text.decode() if text is not None else None for text in (out, err))
        self.code = process.returncode


def run(*words, patience=300, **options):
    """`patience`: for how many seconds it is waited for."""
    return Ended(start(*words, **options), patience)


class Case(unittest.TestCase):
    """A test with a folder of its own, and a copy of the small world in it for those who change it."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="concordat-cli-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def own_world(self):
        return pathlib.Path(shutil.copytree(WORLD, self.folder / "models"))

    def expect(self, code, *words, **options):
        ended = run(*words, **options)
        self.assertEqual(ended.code, code, f"{words}\n{ended.err}\n{(ended.out or '')[:2000]}")
        return ended

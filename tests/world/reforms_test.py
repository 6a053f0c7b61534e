# SPDX-License-Identifier: Apache-2.0
"""Every reform on every model: it applies, and what results passes `check` and can be measured, or it says why not.

That some reforms must apply to some models is a fact of the studies, stated in MUST. A refusal anywhere else has to be
an E501 that names the line of the step. Under sanitizers every call is slow: there, only the pairs of MUST are tried,
and every third of what results is measured.
"""
import pathlib
import re
import tempfile
import unittest

from program import SLOW, check, files, measure, rows, run, together

MUST = [  # the beginning of a reform's key, and a pattern of the models that it was written for
    ("reforms.ncs.", r"scotland\."),
    ("england.", r"england\."),
    ("interventions.", r"scotland\.|england\.|.*\.after$"),
]
REFUSED = re.compile(r"^models/\S+\.toml:\d+:\d+: error\[E501\]: ", re.M)


def must(model, reform):
    return any(reform.key.startswith(begins) and re.match(pattern, model.key) for begins, pattern in MUST)


class Applied:
    """A reform applied to a model, with the file that holds what results."""

    def __init__(self, pair, folder):
        self.model, self.reform = pair
        self.path = str(folder / f"{self.model.key}--{self.reform.key}.toml")
        self.ended = run("apply", self.model.path, self.reform.path, "-o", self.path)
        self.name = f"{self.reform.key} on {self.model.key}"

    def told(self):
        return f"{self.name}: {self.ended.code}\n{self.ended.err}"


def wrong_with(ended):
    """What is wrong with the measures of a model; None where there is nothing."""
    if ended.code != 0:
        return ended.err
    silent = [row["measure"] for row in rows(ended) if (row["value"] == "missing") != bool(row["missing"])]
    return f"not told why it is missing: {silent}" if silent or not rows(ended) else None


class Reforms(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="concordat-world-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.reforms, models = files("reform"), files("model")
        pairs = [(model, reform) for model in models for reform in cls.reforms if not SLOW or must(model, reform)]
        cls.all = together(lambda pair: Applied(pair, pathlib.Path(cls.folder.name)), pairs)
        cls.done = [each for each in cls.all if each.ended.code == 0]

    def test_reforms_apply_to_the_models_they_were_written_for(self):
        needed = [each for each in self.all if must(each.model, each.reform)]
        self.assertGreater(len(needed), 0)
        self.assertEqual([each.told() for each in needed if each.ended.code != 0], [])
        for begins, _ in MUST:
            self.assertTrue(any(each.reform.key.startswith(begins) for each in needed), begins)

    def test_a_refusal_names_the_line_of_the_step(self):
        refused = [each for each in self.all if each.ended.code != 0]
        self.assertEqual([each.told() for each in refused if each.ended.code != 1], [])
        self.assertEqual([each.told() for each in refused if not REFUSED.search(each.ended.err)], [])

    @unittest.skipIf(SLOW, "not every pair was tried")
    def test_every_reform_applies_somewhere(self):
        applied = {each.reform.key for each in self.done}
        self.assertEqual([reform.key for reform in self.reforms if reform.key not in applied], [])

    def test_what_results_passes_check(self):
        checked = check([each.path for each in self.done])
        self.assertEqual(checked.code, 0, "\n".join(line for line in checked.err.split("\n") if "error" in line))

    def test_what_results_can_be_measured(self):
        some = self.done[::3] if SLOW else self.done
        found = zip(some, together(lambda each: wrong_with(measure(each.path)), some))
        self.assertEqual([f"{each.name}: {wrong}" for each, wrong in found if wrong], [])


if __name__ == "__main__":
    unittest.main()

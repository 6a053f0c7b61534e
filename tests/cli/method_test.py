# SPDX-License-Identifier: Apache-2.0
"""`concordat rank TABLE --method M`: every method on one table, against the schema, against published numbers and
against a few lines of Python that know nothing of ours."""
import csv
import io
import json
import math
import re
import subprocess
import sys
import unittest

from program import Case, ROOT

PLANTS, DRINA, AIRCRAFT = (f"world/tables/{name}.toml" for name in ("plants", "drina", "aircraft"))
SCHEMA = ROOT / "schemas/method.schema.json"
METHODS = json.loads(SCHEMA.read_text(encoding="utf-8"))["properties"]["method"]["enum"]


class Methods(Case):
    def answer(self, table, *words):
        text = self.expect(0, "rank", table, *words, "--format", "json").out
        path = self.folder / "answer.json"
        path.write_text(text, encoding="utf-8")
        checked = subprocess.run([sys.executable, ROOT / "tests/schemas/validate.py", SCHEMA, path],
                                 capture_output=True, text=True)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)
        return json.loads(text)

    def near(self, found, published, margin):
        self.assertEqual(len(found), len(published))
        for a, b in zip(found, published):
            self.assertAlmostEqual(a, b, delta=margin)

    def changed(self, old, new, table=PLANTS):
        path = self.folder / "changed.toml"
        path.write_text((ROOT / "tests/cli" / table).read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        return path

    def test_the_command_knows_the_methods_of_the_schema(self):
        told = self.expect(0, "rank", "--help").out
        for method in METHODS:
            self.assertRegex(told, rf"\b{method}\b")

    def test_every_method_is_what_its_schema_says(self):
        for method in METHODS:
            with self.subTest(method=method):
                found = self.answer(PLANTS, "--method", method)
                self.assertEqual(found["method"], method)
                self.assertEqual(found["options"], ["italy", "belgium", "germany", "sweden", "austria", "france"])

    def test_every_method_has_one_table_for_a_spreadsheet_and_some_for_people(self):
        for method in METHODS:
            with self.subTest(method=method):
                text = self.expect(0, "rank", PLANTS, "--method", method, "--format", "csv").out
                rows = list(csv.reader(io.StringIO(text, newline="")))
                self.assertGreater(len(rows[0]), 1)
                self.assertEqual({len(row) for row in rows}, {len(rows[0])})
                self.assertRegex(self.expect(0, "rank", PLANTS, "--method", method, "--format", "md").out,
                                 r"(?m)^\|( -+:? \|)+$")

    def test_matrices_have_the_shape_of_options_and_criteria(self):
        shapes = {("topsis", "weighted"): 6, ("promethee", "pi"): 6, ("electre3", "credibility"): 6,
                  ("electre_tri", "option_over_profile"): 2, ("smaa", "rank_acceptability"): 6,
                  ("ror", "extreme_ranks"): 2}
        for (method, name), width in shapes.items():
            with self.subTest(method=method):
                matrix = self.answer(PLANTS, "--method", method)["results"][name]
                self.assertEqual([len(row) for row in matrix], [width] * 6)

    def test_promethee_agrees_with_the_paper_to_three_digits(self):
        results = self.answer(PLANTS, "--method", "promethee")["results"]
        self.near(sum(results["pi"], []), [
            0.000, 0.296, 0.250, 0.268, 0.100, 0.185, 0.462, 0.000, 0.389, 0.333, 0.296, 0.500,
            0.236, 0.180, 0.000, 0.333, 0.056, 0.429, 0.399, 0.505, 0.305, 0.000, 0.223, 0.212,
            0.444, 0.515, 0.487, 0.380, 0.000, 0.448, 0.286, 0.399, 0.250, 0.432, 0.133, 0.000], 0.001)
        self.assertEqual(results["rank"][4], 1)

    def test_vikor_agrees_with_the_paper_to_three_digits(self):
        found = self.answer(DRINA)
        self.assertEqual(found["method"], "vikor")
        self.assertEqual(found["defaults"], {"v": 0.5})
        results = found["results"]
        self.near(results["S"], [0.692, 0.700, 0.290, 0.423, 0.280, 0.346], 0.001)
        self.near(results["R"], [0.125, 0.125, 0.121, 0.125, 0.067, 0.125], 0.001)
        self.near(results["Q"], [0.991, 1.000, 0.473, 0.670, 0.000, 0.578], 0.001)
        self.assertEqual(results["rank"], [5, 6, 2, 4, 1, 3])
        self.assertEqual(results["compromise_set"], ["A5"])
        self.assertIs(results["acceptable_advantage"], True)
        self.assertIs(results["acceptable_stability"], True)

    def test_topsis_agrees_with_the_book_to_three_digits(self):
        found = self.answer(AIRCRAFT, "--method", "topsis")
        self.assertEqual(found["defaults"], {"normalisation": "vector"})
        self.near(found["weights"], [0.2, 0.1, 0.1, 0.1, 0.2, 0.3], 1e-12)
        results = found["results"]
        self.near(results["ideal"], [0.1168, 0.0659, 0.0531, 0.0414, 0.1347, 0.2012], 0.001)
        self.near(results["closeness"], [0.643, 0.268, 0.613, 0.312], 0.001)
        self.assertEqual(results["rank"], [1, 4, 2, 3])

    def test_surrogate_weights_agree_with_barron_and_barrett(self):
        table = self.changed("weight = 2, unit = \"mach\"", "weight = 2", AIRCRAFT)
        text = re.sub(r", weight = \d", "", table.read_text())
        order = '["speed", "range", "payload", "cost", "reliability", "manoeuvre"]'
        table.write_text(text + f"[method]\norder = {order}\n")
        results = self.answer(table, "--method", "surrogate_weights")["results"]
        for i in range(6):
            self.assertAlmostEqual(results["roc"][i], sum(1 / k for k in range(i + 1, 7)) / 6, delta=1e-12)
            self.assertAlmostEqual(results["rank_sum"][i], 2 * (6 - i) / 42, delta=1e-12)
            self.assertAlmostEqual(results["rank_reciprocal"][i], 1 / (i + 1) / sum(1 / k for k in range(1, 7)),
                                   delta=1e-12)
        centre = self.answer(table, "--method", "topsis")
        self.near(centre["weights"], results["roc"], 1e-12)
        table.write_text(text + f"[method]\norder = {order}\nsurrogate = \"rank_sum\"\n")
        self.near(self.answer(table, "--method", "topsis")["weights"], results["rank_sum"], 1e-12)

    def test_additive_value_is_the_weighted_sum_of_worths(self):
        rows = [[2.0, 1500, 20000, 5.5, 5, 9], [2.5, 2700, 18000, 6.5, 3, 5], [1.8, 2000, 21000, 4.5, 7, 7],
                [2.2, 1800, 20000, 5.0, 5, 5]]
        weights = [0.2, 0.1, 0.1, 0.1, 0.2, 0.3]
        divide = {
            "minmax": lambda x, c: (x - min(c)) / (max(c) - min(c)),
            "max": lambda x, c: x / max(c),
            "sum": lambda x, c: x / sum(c),
            "vector": lambda x, c: x / math.sqrt(sum(y * y for y in c)),
        }
        for how, share in divide.items():
            with self.subTest(how=how):
                table = self.folder / "additive.toml"
                text = (ROOT / "tests/cli" / AIRCRAFT).read_text(encoding="utf-8")
                table.write_text(text + f"[method]\nnormalisation = \"{how}\"\n", encoding="utf-8")
                found = self.answer(table, "--method", "additive")
                self.assertEqual(found["parameters"], {"normalisation": how})
                for row, overall in zip(rows, found["results"]["overall"]):
                    total = 0
                    for j, x in enumerate(row):
                        worth = share(x, [other[j] for other in rows])
                        total += weights[j] * (1 - worth if j == 3 else worth)
                    self.assertAlmostEqual(overall, total, delta=1e-12)

    def test_ties_are_ties(self):
        table = self.changed("{ key = \"A2\", values = [2.5, 2700, 18000, 6.5, 3, 5] }",
                             "{ key = \"A2\", values = [2.0, 1500, 20000, 5.5, 5, 9] }", AIRCRAFT)
        for method in ("additive", "topsis", "vikor"):
            rank = self.answer(table, "--method", method)["results"]["rank"]
            self.assertEqual(rank[0], rank[1])

    def test_ror_does_as_it_is_told(self):
        results = self.answer(PLANTS, "--method", "ror")["results"]
        options = ["italy", "belgium", "germany", "sweden", "austria", "france"]
        at = options.index
        self.assertEqual(results["relations"][at("austria")][at("italy")], "necessary")
        self.assertEqual(results["relations"][at("italy")][at("austria")], "none")
        self.assertEqual(results["relations"][at("italy")][at("france")], "necessary")
        self.assertEqual(results["relations"][at("france")][at("italy")], "necessary")

    def test_smaa_is_the_same_again_and_changes_with_the_seed(self):
        first = self.answer(PLANTS, "--method", "smaa")
        self.assertEqual(first, self.answer(PLANTS, "--method", "smaa"))
        self.assertNotEqual(first, self.answer(self.changed("seed = 3", "seed = 4"), "--method", "smaa"))
        for row in first["results"]["rank_acceptability"]:
            self.assertAlmostEqual(sum(row), 1, delta=1e-9)

    def test_one_option_and_one_criterion_pass_through_every_method(self):
        table = self.folder / "one.toml"
        table.write_text(
            'format = "concordat/table@1"\nkey = "one"\ntitle = "One"\n'
            'criteria = [{ key = "c", sense = "higher", weight = 3 }]\noptions = [{ key = "a", values = [2] }]\n'
            '[method]\nsamples = 10\norder = ["c"]\nconcordance = 0.6\ndiscordance = 0.4\nstrong_concordance = 0.8\n'
            'middle_concordance = 0.7\nweak_concordance = 0.6\nloose_discordance = 0.5\ntight_discordance = 0.3\n'
            'cut = 0.75\nprofiles = [{ key = "b", values = [1] }]\n')
        for method in METHODS:
            with self.subTest(method=method):
                results = self.answer(table, "--method", method)["results"]
                self.assertIn(results.get("rank", [1]), ([1], [1]))

    def test_what_a_method_needs_and_the_table_lacks_is_said_with_its_line(self):
        for method, keys in {"electre1": ["concordance", "discordance"], "electre2": ["weak_concordance"],
                             "electre_tri": ["profiles", "cut"], "surrogate_weights": ["order"]}.items():
            with self.subTest(method=method):
                refused = self.expect(1, "rank", AIRCRAFT, "--method", method).err
                for key in keys:
                    self.assertIn(f'error[E202]: method lacks the key "{key}"', refused)
        refused = self.expect(1, "rank", self.changed(", p = 30", ""), "--method", "promethee").err
        self.assertRegex(refused, r'changed\.toml:9:\d+: error\[E202\]: criterion "f2" lacks the key "p"')
        refused = self.expect(1, "rank", self.changed("p = 30", "p = { abs = 1, rel = 0.1 }"), "--method", "promethee")
        self.assertRegex(refused.err, r'changed\.toml:9:\d+: error\[E411\]')
        refused = self.expect(1, "rank", self.changed("samples = 5000\n", ""))
        self.assertIn("method lacks normalisation and samples", refused.err)

    def test_what_cannot_be_is_refused(self):
        for old, new, method, code in (
            ('weight = 1', 'weight = nan', "topsis", "E402"),
            ('80, 90', 'inf, 90', "topsis", "E402"),
            ('["austria", "italy"]', '["austria", "itly"]', "ror", "E301"),
            ('["austria", "italy"]', '["austria", "austria"]', "ror", "E207"),
            ('cut = 0.7', 'cut = 0.2', "electre_tri", "E401"),
            ('v = 0.6', 'v = 1.5', "vikor", "E401"),
            ('samples = 5000', 'samples = 2000000000', "smaa", "E401"),
            ('samples = 5000', 'normalisation = "none"', "topsis", "E401"),
            ('"f6", "f5"]', '"f6"]', "smaa", "E202"),
            ('"f6", "f5"]', '"f6", "f7"]', "smaa", "E301"),
            ('samples = 5000', 'name = "vikor"', "vikor", "E207"),
            ('samples = 5000', 'name = "vicor"', "vikor", "E403"),
        ):
            with self.subTest(new=new):
                refused = self.expect(1, "rank", self.changed(old, new), "--method", method)
                self.assertIn(f"error[{code}]", refused.err)
                self.assertRegex(refused.err, r"changed\.toml:\d+:\d+: ")
        text = (ROOT / "tests/cli" / PLANTS).read_text(encoding="utf-8")
        table = self.folder / "zero.toml"
        table.write_text(text.replace("weight = 1", "weight = 0"), encoding="utf-8")
        self.assertIn("error[E404]", self.expect(1, "rank", table, "--method", "topsis").err)

    def test_a_misspelt_method_is_told_the_nearest(self):
        self.assertIn('did you mean "topsis"?', self.expect(2, "rank", PLANTS, "--method", "topsys").err)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""Every command in every format: JSON against its schema, CSV as one table, and plain text where no terminal is."""
import csv
import io
import json
import os
import pty
import subprocess
import sys
import unittest
from xml.etree import ElementTree

from program import Case, HERE, PROGRAM, ROOT

STUDY, MODEL = "world/studies/small.toml", "world/areas/north.toml"
COMMANDS = {
    "checks": ["check", MODEL, STUDY, "world/tables/cars.toml"],
    "show": ["show", MODEL],
    "area_table": ["show", "patchwork/areas/three.toml"],
    "indicator_table": ["show", "patchwork/indicators/three.toml", "--area", "north"],
    "show_case": ["show", "world/cases/north.toml"],
    "show_cases": ["show", "world/cases/north.toml", "world/cases/south.toml"],
    "show_claims": ["show", "world/claims/said.toml"],
    "show_weights": ["show", "world/weights/nobody.toml"],
    "show_reform": ["show", "world/reforms/direct.toml"],
    "apply": ["apply", MODEL, "world/reforms/direct.toml"],
    "diff": ["diff", MODEL, "world/reforms/away.toml"],
    "measure": ["measure", MODEL, "--baseline", MODEL],
    "measures": ["measure", "--list"],
    "run": ["run", STUDY],
    "explain": ["explain", STUDY, "direct", "reach"],
    "evidence": ["evidence", STUDY, "--samples", "200", "--on", "2027-01-01"],
    "sensitivity": ["sensitivity", STUDY, "--samples", "200"],
    "selfcheck": ["selfcheck", STUDY, "--samples", "200"],
    "rank": ["rank", "world/tables/cars.toml"],
    "method": ["rank", "world/tables/plants.toml", "--method", "promethee"],
}


class Formats(Case):
    def validate(self, schema, text):
        path = self.folder / f"{schema}.json"
        path.write_text(text, encoding="utf-8")
        checked = subprocess.run(
            [sys.executable, ROOT / "tests/schemas/validate.py", ROOT / f"schemas/{schema}.schema.json", path],
            capture_output=True, text=True,
        )
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_json_is_what_its_schema_says(self):
        for schema, words in COMMANDS.items():
            with self.subTest(schema=schema):
                self.validate(schema, self.expect(0, *words, "--format", "json").out)

    def test_json_of_an_explanation_by_the_parts_of_the_option(self):
        self.validate("explain", self.expect(0, *COMMANDS["explain"], "--steps", "--format", "json").out)

    def test_json_of_two_studies_side_by_side(self):
        other = self.own_world() / "studies/small.toml"
        other.write_text(other.read_text().replace("title = \"", "title = \"Again: ", 1))
        self.validate("study-diff", self.expect(0, "diff", STUDY, other, "--format", "json").out)

    def test_json_of_two_runs_side_by_side(self):
        self.expect(0, "run", STUDY, "--out", self.folder / "a")
        other = self.own_world()
        study = other / "studies/small.toml"
        study.write_text(study.read_text().replace("mode = 3", "mode = 2.5"))
        self.expect(0, "run", study, "--seed", "8", "--out", self.folder / "b")
        records = (self.folder / "a/record.json", self.folder / "b/record.json")
        words = ("diff", *records, "--models-before", "world", "--models", other)
        self.validate("run-diff", self.expect(0, *words, "--format", "json").out)
        (self.folder / "a/result.json").unlink()
        words = ("diff", *records, "--models-before", "patchwork", "--models", other)
        self.validate("run-diff", self.expect(0, *words, "--format", "json").out)

    def test_json_of_a_refused_check_and_of_verify_too(self):
        broken = self.own_world() / "areas/north.toml"
        broken.write_text(broken.read_text().replace('to = "council"', 'to = "counsel"'))
        self.validate("checks", self.expect(1, "check", broken, STUDY, "--format", "json").out)
        self.expect(0, "run", STUDY, "--out", self.folder / "out")
        record = self.folder / "out/record.json"
        self.validate("verify", self.expect(0, "verify", record, "--models", "world", "--format", "json").out)
        (self.folder / "out/ranking.csv").write_text("other")
        self.validate("verify", self.expect(1, "verify", record, "--models", "world", "--format", "json").out)

    def test_files_of_a_run_are_what_their_schemas_say(self):
        self.expect(0, "run", STUDY, "--out", self.folder / "out")
        self.validate("run", (self.folder / "out/result.json").read_text(encoding="utf-8"))
        self.validate("record", (self.folder / "out/record.json").read_text(encoding="utf-8"))
        self.validate("csv-metadata", (self.folder / "out/csv-metadata.json").read_text(encoding="utf-8"))
        self.validate("run", self.expect(0, "run", "patchwork/studies/patchwork.toml", "--format", "json").out)
        catalogue = self.expect(0, "show", "patchwork/indicators/three.toml", "--format", "json").out
        self.validate("indicator_table", catalogue)

    def test_csv_is_one_table(self):
        for name, words in COMMANDS.items():
            with self.subTest(name=name):
                text = self.expect(0, *words, "--format", "csv").out
                rows = list(csv.reader(io.StringIO(text, newline="")))
                self.assertGreater(len(rows), 1)
                self.assertEqual({len(row) for row in rows}, {len(rows[0])})
                self.assertEqual(text.count("\r\n"), text.count("\n"))

    def test_markdown_has_a_table(self):
        for name, words in COMMANDS.items():
            with self.subTest(name=name):
                self.assertRegex(self.expect(0, *words, "--format", "md").out, r"(?m)^\|( -+:? \|)+$")

    def test_every_rank_stands_with_its_probability_and_error(self):
        result = json.loads(self.expect(0, "run", STUDY, "--format", "json").out)
        for baseline in result["baselines"]:
            for ranking in baseline["rankings"]:
                self.assertNotIn("rank", str([list(score) for score in ranking["central"]]))
                for option in ranking["with_missing"]["options"]:
                    self.assertEqual(sum(option["rank_counts"]), result["samples"])
                    self.assertAlmostEqual(option["first"]["value"], option["rank_counts"][0] / result["samples"])

    def test_limitation_and_watermarks_stand_in_every_output_for_people(self):
        for form in ("table", "md"):
            text = self.expect(0, "run", STUDY, "--format", form).out
            self.assertIn("Structure alone does not determine outcomes", text)
            self.assertIn("every weighting counts as equally likely", text)
            self.assertIn("illustrative", text)

    def test_dot_graphml_and_toml_are_themselves(self):
        self.assertTrue(self.expect(0, "show", MODEL, "--as", "dot").out.startswith("digraph"))
        self.assertIn("<graphml", self.expect(0, "show", MODEL, "--as", "graphml").out)
        again = self.folder / "north.toml"
        again.write_text(self.expect(0, "show", MODEL, "--as", "toml").out)
        self.assertEqual(self.expect(0, "show", MODEL, "--as", "json").out,
                         self.expect(0, "show", MODEL, "--format", "json").out)

    def test_gexf_is_one_graph_of_a_model_and_two_slices_of_a_difference(self):
        shown = self.expect(0, "show", MODEL, "--as", "gexf").out
        self.assertIn('mode="static"', shown)
        self.assertNotIn("<spell", shown)
        both = self.expect(0, "diff", MODEL, "world/reforms/direct.toml", "--as", "gexf").out
        self.assertIn('<graph defaultedgetype="directed" mode="dynamic"', both)
        self.assertIn('<spell start="2" end="3"/>', both)
        self.assertIn("leave out --format", self.expect(2, "diff", MODEL, MODEL, "--as", "gexf", "--format", "csv").err)
        self.assertIn("two models", self.expect(1, "diff", STUDY, STUDY, "--as", "gexf").err)
    def drawing(self, *words):
        text = self.expect(0, *words, "--as", "svg").out
        root = ElementTree.fromstring(text)
        self.assertEqual(root.tag, "{http://www.w3.org/2000/svg}svg")
        self.assertIn("Structure alone does not determine outcomes", " ".join(root.itertext()))
        return " ".join(root.itertext())

    def test_a_model_is_drawn_and_a_view_asks_another_question(self):
        whole = self.drawing("show", MODEL)
        self.assertIn("Drawn: accountability and delegation", whole)
        self.assertIn("Drawn: money and referral", self.drawing("show", "--layers", "money,referral", MODEL))

    def test_what_changes_is_drawn_between_models_and_by_reforms(self):
        by_reform = self.drawing("diff", MODEL, "world/reforms/direct.toml")
        self.assertIn("+ ", by_reform)
        self.assertIn("of all bodies", self.drawing("diff", MODEL, "world/reforms/direct.toml", "--whole"))
        self.assertIn("Drawn: changes of money", self.drawing("diff", MODEL, "world/reforms/direct.toml",
                                                              "--layers", "money"))
        self.assertIn("nothing that can be drawn changes", self.drawing("diff", MODEL, MODEL))
        self.assertEqual(self.expect(0, "diff", MODEL, MODEL, "--as", "json").out,
                         self.expect(0, "diff", MODEL, MODEL, "--format", "json").out)

    def test_a_drawing_is_of_models_alone(self):
        self.assertIn("two models", self.expect(1, "diff", STUDY, STUDY, "--as", "svg").err)
        self.assertIn("--as svg", self.expect(1, "show", MODEL, "--layers", "money").err)
        self.assertIn("--as svg", self.expect(1, "diff", MODEL, MODEL, "--whole").err)
        self.assertIn('did you mean "money"?', self.expect(2, "show", MODEL, "--as", "svg", "--layers", "mony").err)

    def test_what_cannot_be_shown_or_compared_is_refused(self):
        self.assertIn("can be shown", self.expect(1, "show", STUDY).err)
        self.assertIn("concordat/case@1", self.expect(1, "show", "world/cases/north.toml", MODEL).err)
        self.assertIn("error[E206]", self.expect(1, "show", "world/cases/north.toml", "world/cases/north.toml").err)
        self.assertIn("error[E204]", self.expect(1, "show", "world/cases/north.toml", "--as", "dot").err)
        self.expect(2, "show", MODEL, MODEL, "--as", "dot")

    def test_a_reform_that_was_evaluated_says_so_wherever_it_is_applied(self):
        for words in (["diff"], ["apply"]):
            told = self.expect(0, *words, MODEL, "world/reforms/direct.toml").err
            self.assertIn("2 published evaluations", told)
            self.assertIn("concordat show world/reforms/direct.toml", told)
            self.assertNotIn("evaluation", self.expect(0, *words, MODEL, "world/reforms/away.toml").err)

    def test_what_was_published_stands_in_the_files_of_a_run(self):
        self.expect(0, "run", STUDY, "--out", self.folder / "out")
        published = json.loads((self.folder / "out/result.json").read_text(encoding="utf-8"))["published"]
        self.assertEqual([c["side"] for c in published["claims"]], ["for", "against", "mixed"])
        self.assertEqual(published["claims_on_no_option"], 1)
        self.assertEqual([e["evaluation"]["grade"] for e in published["evaluations"]], [4, 0])
        self.assertEqual([e["when"]["text"] for e in published["history"]], ["2023-01"])
        page = (self.folder / "out/result.md").read_text(encoding="utf-8")
        for heading in ("Claims for and against", "Published evaluations", "History of the decision"):
            self.assertIn(f"## {heading}", page)
        self.assertNotIn("The council votes", page)

    def test_claims_and_evaluations_change_no_rank(self):
        world = self.own_world()
        study = world / "studies/small.toml"
        study.write_text(study.read_text().replace('claims = ["claims.said"]\n', ""))
        reform = world / "reforms/direct.toml"
        reform.write_text(reform.read_text().split("[[evaluation]]")[0])
        for name in ("performance.csv", "ranking.csv"):
            with self.subTest(name=name):
                self.expect(0, "run", STUDY, "--out", self.folder / "with")
                self.expect(0, "run", study, "--out", self.folder / "without")
                self.assertEqual((self.folder / "with" / name).read_bytes(), (self.folder / "without" / name).read_bytes())

    def test_the_applied_model_passes_check_and_measures(self):
        after = self.folder / "after.toml"
        told = self.expect(0, "apply", MODEL, "world/reforms/direct.toml", "-o", after)
        self.assertEqual(told.out, "")
        self.assertIn("reforms.direct, step 1: already so", told.err)
        self.assertIn("+ relation refers_to school -> charity", told.err)
        self.expect(0, "check", after)
        self.assertIn("reach_efficiency", self.expect(0, "measure", after, "GM01").out)
        self.assertIn("0 changes", self.expect(0, "diff", after, after).out)

    def test_the_applied_model_on_stdout_passes_check_too(self):
        after = self.folder / "anything.toml"
        after.write_text(self.expect(0, "apply", MODEL, "world/reforms/away.toml").out)
        self.expect(0, "check", after)


class Terminal(Case):
    def on_terminal(self, **environment):
        """What a person's terminal would get."""
        ours, theirs = pty.openpty()
        kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM")}
        process = subprocess.Popen([PROGRAM, "check", MODEL], cwd=HERE, stdout=theirs, stderr=theirs,
                                   env={**kept, "TERM": "xterm", **environment})
        os.close(theirs)
        text = b""
        try:
            while chunk := os.read(ours, 65536):
                text += chunk
        except OSError:  # how a terminal ends on Linux
            pass
        os.close(ours)
        self.assertEqual(process.wait(timeout=60), 0)
        return text

    def test_headings_are_bold_on_a_terminal_alone(self):
        self.assertIn(b"\x1b[1m", self.on_terminal())
        self.assertNotIn("\x1b", self.expect(0, "check", MODEL).out)

    def test_no_color_and_dumb_terminals_are_honoured(self):
        self.assertNotIn(b"\x1b", self.on_terminal(NO_COLOR="1"))
        self.assertNotIn(b"\x1b", self.on_terminal(TERM="dumb"))
        self.assertIn(b"\x1b[1m", self.on_terminal(NO_COLOR=""))

    def test_control_characters_of_a_file_or_a_name_never_reach_the_terminal(self):
        world = self.own_world()
        model = world / "areas/north.toml"
        model.write_text(model.read_text().replace("The charity\"", "The \\u001b[31mcharity\\u202e\""))
        for words in (["show", model], ["show", model, "--format", "json"], ["show", model, "--format", "md"],
                      ["check", model, f"{self.folder}/\x1b[31mred.toml"]):
            ended = self.expect(3 if len(words) == 3 and words[0] == "check" else 0, *words)
            self.assertNotIn("\x1b", ended.out + ended.err)
            self.assertNotIn("\u202e", ended.out + ended.err)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""What analysts keep of a run: the same values in CSV, SQLite, XLSX, XMCDA and JSON, each read by another program."""
import json
import os
import resource
import signal
import subprocess
import unittest

from folder import (check_keys, metadata_of, read_csv, read_sqlite, read_workbook, read_xmcda, xmcda_by_id,
                    xmcda_performances)
from program import Case, PROGRAM

STUDY, PATCHWORK = "world/studies/small.toml", "patchwork/studies/patchwork.toml"
LIMITATION = "Structure alone does not determine outcomes."
NASTY = ("=cmd|' /C calc'!A1 ]]>\"'<script>alert(1)</script>&amp; '); DROP TABLE option; -- _x0041_ \x1b[2J \u202eevil "
         "\ufffe\tx\ny")
SHOWN = NASTY.replace("\x1b", "\\u001b").replace("\u202e", "\\u202e")
IN_XML = SHOWN.replace("\ufffe", "\\ufffe")


class Tables(Case):
    def run_all(self, study, *more, **options):
        out = self.folder / "out"
        self.expect(0, "run", study, "--out", out, "--also", "all", *more, **options)
        return out

    def result_of(self, out):
        return json.loads((out / "result.json").read_text(encoding="utf-8"))

    def test_every_csv_is_as_its_description_says(self):
        for study in (STUDY, PATCHWORK):
            with self.subTest(study=study):
                out = self.run_all(study)
                tables = read_csv(out)
                check_keys(out, tables)
                self.assertEqual({f"{name}.csv" for name in tables}, {n for n in os.listdir(out) if n.endswith(".csv")})
                head, rows = tables["dictionary"]
                described = {(row[0], row[1]) for row in rows}
                self.assertEqual(described, {(name, column) for name, (head, _) in tables.items() for column in head})

    def test_values_are_those_of_the_result(self):
        out = self.run_all(STUDY)
        result, tables = self.result_of(out), read_csv(out)

        def rows(name):
            head, all_rows = tables[name]
            return [dict(zip(head, row)) for row in all_rows]

        values = {(r["baseline"], r["option"], r["criterion"]): r for r in rows("performance")}
        for baseline in result["baselines"]:
            for option in baseline["options"]:
                for cell in option["cells"]:
                    row = values.pop((baseline["baseline"], option["option"], cell["criterion"]))
                    self.assertEqual(row["missing"], cell["missing"])
                    self.assertEqual(row["worth"], cell["worth"])
                    self.assertEqual(row["weakest_level"], cell["weakest_level"])
                    self.assertEqual(row["value"] is None, cell["value"] is None)
            for ranking in baseline["rankings"]:
                for words, treated in (("as each criterion says", "with_missing"), ("criteria left out", "without_missing")):
                    ranks = {r["option"]: r for r in rows("ranking") if r["weights"] == ranking["weights"]
                             and r["missing_values"] == words}
                    self.assertEqual(len(ranks), len(ranking[treated]["options"]))
                    for option in ranking[treated]["options"]:
                        row = ranks[option["option"]]
                        self.assertEqual(row["probability_first"], option["first"]["value"])
                        self.assertEqual(row["expected_rank"], option["expected_rank"]["value"])
                        counts = [r["probability"] * result["samples"] for r in rows("rank_probability")
                                  if (r["weights"], r["missing_values"], r["option"])
                                  == (ranking["weights"], words, option["option"])]
                        self.assertEqual([round(count) for count in counts], option["rank_counts"])
                        favouring = {r["criterion"]: r["weight"] for r in rows("favouring_weight")
                                     if (r["weights"], r["missing_values"], r["option"])
                                     == (ranking["weights"], words, option["option"])}
                        self.assertEqual(favouring, option["favouring_weights"] or {})
                sums = {r["option"]: r["value"] for r in rows("expected_value") if r["weights"] == ranking["weights"]}
                self.assertEqual(sums, {o["option"]: o["overall"] for o in ranking["central"]})
        self.assertEqual(values, {})
        notes = [r["text"] for r in rows("note")]
        self.assertTrue(notes[0].startswith(LIMITATION))
        for mark in result["watermarks"]:
            self.assertIn(mark, notes)

    def test_the_database_has_the_same_rows_keys_that_hold_and_views_that_answer(self):
        for study in (STUDY, PATCHWORK):
            with self.subTest(study=study):
                out = self.run_all(study)
                tables = read_csv(out)
                connection, found, views = read_sqlite(out / "result.sqlite", metadata_of(out))
                questions = dict(connection.execute("SELECT view_name, question FROM question").fetchall())
                self.assertEqual(set(views), set(questions))
                for view in views:
                    connection.execute(f'SELECT * FROM "{view}"').fetchall()
                for name, (head, rows) in tables.items():
                    self.assertEqual(found[name][0], head)
                    if name != "dictionary":  # which also knows of the table of questions here
                        self.assertCountEqual(map(tuple, found[name][1]), map(tuple, rows), name)
                self.assertIn(LIMITATION, connection.execute("SELECT text FROM read_first LIMIT 1").fetchone()[0])
                sql, = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'ranking'").fetchone()
                self.assertIn("-- Probability of being first", sql)
                self.assertIn("STRICT", sql)
                connection.close()

    def test_the_database_answers_who_comes_first_with_whose_weights_say_so(self):
        out = self.run_all(STUDY)
        connection, _, _ = read_sqlite(out / "result.sqlite", metadata_of(out))
        rows = connection.execute("SELECT option, probability_first, watermark FROM coming_first WHERE weights = "
                                  "'weights.nobody' AND missing_values = 'as each criterion says'").fetchall()
        self.assertEqual(len(rows), 3)
        self.assertEqual([row[1] for row in rows], sorted((row[1] for row in rows), reverse=True))
        self.assertTrue(all("nobody was asked" in row[2] for row in rows))
        missing = connection.execute("SELECT option, criterion, missing FROM missing_value").fetchall()
        self.assertEqual({row[:2] for row in missing}, {("now", "trust"), ("away", "trust")})
        connection.close()

    def test_the_workbook_has_a_cover_and_one_table_a_sheet_with_the_same_rows(self):
        out = self.run_all(PATCHWORK)
        tables = read_csv(out)
        book, found = read_workbook(out / "result.xlsx")
        self.assertEqual(book.sheetnames[:2], ["cover", "note"])
        self.assertEqual(set(found) - {"contents"}, {name for name, (_, rows) in tables.items() if rows})
        cover = [cell for row in book["cover"].iter_rows(values_only=True) for cell in row if cell]
        self.assertTrue(any(LIMITATION in str(cell) for cell in cover[:4]))
        for sheet in book.worksheets:
            self.assertTrue(sheet["A1"].value)
            self.assertFalse(sheet.merged_cells.ranges)
            if sheet.title == "cover":
                continue
            self.assertEqual(list(sheet.tables), [f"table_{sheet.title}"])
            self.assertIsNotNone(sheet.freeze_panes)
            self.assertIn(LIMITATION, sheet["A3"].value)
            head, rows = tables[sheet.title]
            if "weights" in head:
                self.assertIn("nobody was asked", sheet["A4"].value)
            self.assertEqual(found[sheet.title][0], head)
            for row, expected in zip(found[sheet.title][1], rows, strict=True):
                for cell, value in zip(row, expected, strict=True):
                    if isinstance(value, float):
                        self.assertAlmostEqual(cell, value, delta=1e-15 * abs(value))
                    else:
                        self.assertEqual(cell, value)
            links = [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]
            self.assertEqual([(link.target, link.location) for link in links], [(None, "'cover'!A1")])
        self.assertEqual(book.properties.created.isoformat(), "1980-01-01T00:00:00")

    def test_another_program_gets_our_sums_out_of_xmcda(self):
        out = self.run_all(STUDY)
        result = self.result_of(out)
        for baseline in result["baselines"]:
            root = read_xmcda(out / f"{baseline['baseline']}.xmcda.xml")
            self.assertIn(LIMITATION, root.find("alternatives/description/comment").text)
            worths = xmcda_performances(root, "worth")
            self.assertEqual(worths, {(o["option"], c["criterion"]): c["worth"]
                                      for o in baseline["options"] for c in o["cells"]})
            for ranking in baseline["rankings"]:
                key = ranking["weights"]
                weights = xmcda_by_id(root, "criteriaValues", "criterionValue", "criterionID", key)
                self.assertEqual(weights, ranking["central_weights"])
                sums = xmcda_by_id(root, "alternativesValues", "alternativeValue", "alternativeID", f"expected_value.{key}")
                for option, value in sums.items():
                    ours = sum(weight * (0.5 if worths[option, c] is None else worths[option, c])
                               for c, weight in weights.items())
                    self.assertAlmostEqual(value, ours, places=12)
            active = {c.get("id"): c.find("active").text for c in root.findall("criteria/criterion")}
            self.assertEqual({key for key, word in active.items() if word == "true"}, {c["key"] for c in result["criteria"]})
            leaves = {n.find("criterionID").text for n in root.find("criteriaHierarchy").iter("node")}
            self.assertEqual(leaves, set(active))

    def test_hostile_titles_stay_texts_in_every_form(self):
        world = self.own_world()
        study = world / "studies/small.toml"
        text = study.read_text()
        for title in ('"A small study"', '"Straight to the charity"', '"Nobody; it is a test"'):
            text = text.replace(title, json.dumps(NASTY))
        study.write_text(text)
        out = self.run_all(study)
        for name in os.listdir(out):
            if name.endswith((".csv", ".json", ".xml", ".md")):
                raw = (out / name).read_text(encoding="utf-8")
                self.assertNotIn("\x1b", raw, name)
                self.assertNotIn("\u202e", raw, name)
        tables = read_csv(out)
        head, rows = tables["option"]
        titles = {row[0]: row[head.index("title")] for row in rows}
        self.assertEqual(titles["direct"], SHOWN)
        self.assertIn(f"'{SHOWN[:10]}", (out / "option.csv").read_text(encoding="utf-8"))
        connection, found, _ = read_sqlite(out / "result.sqlite", metadata_of(out))
        self.assertEqual(dict(connection.execute("SELECT option, title FROM option").fetchall())["direct"], SHOWN)
        connection.close()
        book, sheets = read_workbook(out / "result.xlsx")
        head, rows = sheets["option"]
        self.assertEqual({row[0]: row[2] for row in rows}["direct"], IN_XML)
        self.assertFalse([cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"])
        root = read_xmcda(out / "areas.north.xmcda.xml")
        names = {a.get("id"): a.get("name") for a in root.findall("alternatives/alternative")}
        self.assertEqual(names["direct"], IN_XML)

    def test_the_same_bytes_whatever_the_threads_place_and_language_and_verify_makes_them_again(self):
        first = self.run_all(STUDY, "--threads", "1")
        second = self.folder / "second"
        moved = {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kathmandu"}
        self.expect(0, "run", STUDY, "--out", second, "--also", "xmcda,xlsx", "--also", "sqlite", "--threads", "7", env=moved)
        names = sorted(os.listdir(first))
        self.assertEqual(names, sorted(os.listdir(second)))
        for name in names:
            self.assertEqual((first / name).read_bytes(), (second / name).read_bytes(), name)
        record = json.loads((first / "record.json").read_text())["record"]
        self.assertEqual(record["options"]["also"], ["sqlite", "xlsx", "xmcda"])
        self.assertEqual({f["name"] for f in record["outputs"]} | {"record.json"}, set(names))
        self.expect(0, "verify", first / "record.json", "--models", "world")
        database = first / "result.sqlite"
        database.write_bytes(database.read_bytes()[:-1] + b"x")
        self.assertIn("result.sqlite", self.expect(1, "verify", first / "record.json", "--models", "world").out)

    def test_what_cannot_be_asked_is_refused(self):
        self.assertIn("--out", self.expect(2, "run", STUDY, "--also", "xlsx").err)
        self.assertIn('did you mean "sqlite"', self.expect(2, "run", STUDY, "--out", self.folder, "--also", "sqlit").err)
        self.assertEqual(os.listdir(self.folder), [])

    def test_a_full_disk_leaves_the_old_files(self):
        out = self.run_all(STUDY)
        before = {name: (out / name).read_bytes() for name in os.listdir(out)}

        def fill():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

        ended = subprocess.run([PROGRAM, "run", STUDY, "--out", out, "--also", "all", "--seed", "9"], preexec_fn=fill,
                               cwd=os.path.dirname(__file__) or ".", capture_output=True, text=True)
        self.assertEqual(ended.returncode, 3, ended.stderr)
        self.assertEqual({name: (out / name).read_bytes() for name in os.listdir(out)}, before)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""A country of three areas: what is worked out by hand is what the program prints; and tables of data that any program
may have written come in whole, or are refused at their place."""
import csv
import json
import os
import pathlib
import random
import shutil
import unittest

from program import Case, FILES, HERE, run

PATCHWORK = HERE / "patchwork"
STUDY = "patchwork/studies/patchwork.toml"
AREAS, INDICATORS = "patchwork/areas/three.toml", "patchwork/indicators/three.toml"


class Patchwork(Case):
    def own_patchwork(self):
        return pathlib.Path(shutil.copytree(PATCHWORK, self.folder / "models"))


class Study(Patchwork):
    """Where things are apart joining is first, where they are joined the status quo is. North is joined for certain, the
    south with odds 0.2, the isles with 0.5; 100, 300 and 100 people live there, of them 30, 50 and 20 under 18."""

    def result(self):
        return json.loads(self.expect(0, "run", STUDY, "--format", "json").out)["areas"]

    def test_each_area_is_the_mixture_of_its_arrangements(self):
        areas = self.result()
        self.assertEqual(areas["year"], 2023)  # February 2024, and a year begins in April
        first = {a["area"]: a["results"][0]["options"][0]["probability_first"]["value"] for a in areas["areas"]}
        self.assertEqual(first["north"], 1)
        self.assertAlmostEqual(first["south"], 0.2)
        self.assertAlmostEqual(first["isles"], 0.5)
        value = {a["area"]: a["results"][0]["options"][0]["expected_value"] for a in areas["areas"]}
        self.assertAlmostEqual(value["south"], 0.8 * 0.5 + 0.2 * 1)

    def test_the_country_is_the_mean_over_its_people(self):
        areas = self.result()
        now, join = areas["all"][0]["options"]
        self.assertAlmostEqual(now["by_population"]["probability_first"]["value"], (100 + 0.2 * 300 + 0.5 * 100) / 500)
        self.assertAlmostEqual(join["by_under_18"]["probability_first"]["value"], (0 + 0.8 * 50 + 0.5 * 20) / 100)
        self.assertEqual((now["leads_in"], now["leads_by_more_than_error_in"]), (2, 1))
        self.assertEqual(join["lowest_probability_first"], {"value": 0, "areas": ["north"]})
        self.assertEqual(areas["areas_on_odds"], 2)
        self.assertAlmostEqual(areas["population_share_on_odds"], 0.8)
        self.assertAlmostEqual(areas["under_18_share_on_odds"], 0.7)

    def test_a_run_writes_area_csv_the_same_for_any_threads_and_records_the_data(self):
        kept = None
        for threads in (1, 2, 7):
            out = self.folder / str(threads)
            self.expect(0, "run", STUDY, "--threads", threads, "--out", out)
            self.assertEqual(sorted(os.listdir(out)), ["area.csv", *FILES])
            found = {name: (out / name).read_bytes() for name in os.listdir(out)}
            kept = kept or found
            self.assertEqual(found, kept)
        rows = list(csv.DictReader((out / "area.csv").read_text().splitlines()))
        self.assertEqual(len(rows), 3 * 2 + 2 * 2)
        record = json.loads(kept["record.json"])["record"]
        self.assertIn("indicators/three.csv", [f["name"] for f in record["inputs"]])
        self.assertEqual(record["assumptions_by_level"][0], 2)

    def test_verify_notices_a_byte_of_the_data(self):
        world = self.own_patchwork()
        out = self.folder / "out"
        self.expect(0, "run", world / "studies/patchwork.toml", "--out", out)
        self.expect(0, "verify", out / "record.json", "--models", world)
        data = world / "indicators/three.csv"
        data.write_bytes(data.read_bytes().replace(b"93.5", b"93.6"))
        self.assertIn("indicators/three.csv", self.expect(1, "verify", out / "record.json", "--models", world).out)

    def test_an_arrangement_that_is_no_baseline_is_refused(self):
        world = self.own_patchwork()
        study = world / "studies/patchwork.toml"
        study.write_text(study.read_text().replace("as_of", 'baseline = "models.apart"\nas_of'))
        self.assertIn('"models.joined", which is no baseline', self.expect(1, "run", study).err)
        study.write_text(study.read_text().replace('"models.apart"', '["models.joined", "models.apart"]'))
        self.expect(0, "run", study)
        study.write_text(study.read_text().replace("as_of = 2024-02-01\n", ""))
        self.assertIn("no day on which their arrangements", self.expect(1, "run", study).err)


class Show(Patchwork):
    def test_the_year_asked_for_is_shown(self):
        asked = lambda year: json.loads(self.expect(0, "show", AREAS, "--year", year, "--format", "json").out)
        isles = lambda year: asked(year)["areas"][2]["arrangement"]
        self.assertEqual(isles(2016), [{"model": "models.apart", "probability": 0.5},
                                       {"model": "models.joined", "probability": 0.5}])
        self.assertEqual(isles(2015), [{"model": "models.apart", "probability": 0.75},
                                       {"model": "models.joined", "probability": 0.25}])

    def test_rows_of_an_area_an_indicator_or_both(self):
        rows = lambda *words: json.loads(self.expect(0, "show", INDICATORS, *words, "--format", "json").out)["rows"]
        self.assertIsNone(rows())
        self.assertEqual(len(rows("--area", "north")), 3)
        self.assertEqual(len(rows("--indicator", "attendance")), 3)
        self.assertEqual([r["year"] for r in rows("--area", "north", "--indicator", "attendance")], [2021, 2022])
        self.assertEqual(rows("--area", "south")[0]["note"], 'Revised, "twice"')

    def test_what_belongs_to_another_kind_of_file_is_refused(self):
        for words in (["models/apart.toml", "--year", "2020"], ["areas/three.toml", "--area", "north"],
                      ["indicators/three.toml", "--year", "2020"], ["areas/three.toml", "--as", "dot"]):
            self.assertIn("error[E411]", self.expect(1, "show", "patchwork/" + words[0], *words[1:]).err)
        self.assertIn('did you mean "north"?', self.expect(1, "show", INDICATORS, "--area", "nroth").err)
        self.assertIn('did you mean "children"?', self.expect(1, "show", INDICATORS, "--indicator", "childern").err)
        self.expect(2, "show", AREAS, "--year", "20")


class Data(Patchwork):
    NASTY = ['', ' ', ',', '"', '""', '"x"', 'a"b', 'a,b', 'a\nb', 'a\r\nb', '\n', "'", '=1+1', 'Ç é 日本 🎈', '\tx', ' x ', '#', '\\n']

    def rows(self, dice, count):
        cells = dice.sample([(a, y, i) for a in ("north", "south", "isles") for y in range(1950, 2050)
                             for i in ("attendance", "children")], count)
        units = {"attendance": "%", "children": "children"}
        note = lambda: "".join(dice.choice(self.NASTY) for _ in range(dice.randrange(4)))
        return [{"area": a, "year": str(y), "indicator": i, "value": repr(dice.uniform(-1, 1) * 10 ** dice.randrange(-20, 20)),
                 "unit": units[i], "source": "counts", "level": str(dice.randrange(5)), "period": note(), "note": note()}
                for a, y, i in cells]

    def test_whatever_python_writes_comes_back(self):
        world = self.own_patchwork()
        dice = random.Random(1)
        columns = ["area", "year", "indicator", "value", "unit", "source", "level", "period", "note"]
        for turn in range(25):
            rows = self.rows(dice, 40)
            dice.shuffle(columns)
            with open(world / "indicators/three.csv", "w", newline="", encoding=dice.choice(["utf-8", "utf-8-sig"])) as file:
                table = csv.DictWriter(file, columns, quoting=dice.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
                                       lineterminator=dice.choice(["\n", "\r\n"]))
                table.writeheader()
                table.writerows(rows)
            shown = []
            for area in {r["area"] for r in rows}:
                text = self.expect(0, "show", world / "indicators/three.toml", "--area", area, "--format", "json").out
                shown += json.loads(text)["rows"]
            key = lambda r: (r["area"], r["indicator"], int(r["year"]))
            self.assertEqual(len(shown), len(rows))
            for ours, theirs in zip(sorted(shown, key=key), sorted(rows, key=key)):
                self.assertEqual(ours["value"], float(theirs["value"]))
                self.assertEqual({k: ours[k] if ours[k] is not None else "" for k in ("unit", "period", "note")},
                                 {k: theirs[k] for k in ("unit", "period", "note")})

    def test_damaged_data_is_refused_or_read_and_never_more(self):
        world = self.own_patchwork()
        data = world / "indicators/three.csv"
        whole = data.read_bytes()
        dice = random.Random(2)
        codes = set()
        for turn in range(150):
            damaged = bytearray(whole)
            for _ in range(dice.randrange(1, 4)):
                at = dice.randrange(len(damaged))
                dice.choice([lambda: damaged.__setitem__(at, dice.randrange(256)), lambda: damaged.__delitem__(at),
                             lambda: damaged.insert(at, dice.choice(b'",\r\n\x000a'))])()
            data.write_bytes(damaged)
            ended = self.expect_either(world / "indicators/three.toml")
            codes.add(ended.code)
            if ended.code == 1:
                self.assertRegex(ended.err, r"three\.(csv|toml):\d+:\d+: error\[E\d+\]")
        self.assertEqual(codes, {0, 1})

    def expect_either(self, file):
        ended = run("check", file)
        self.assertIn(ended.code, (0, 1), ended.err)
        return ended


if __name__ == "__main__":
    unittest.main()

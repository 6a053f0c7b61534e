# SPDX-License-Identifier: Apache-2.0
"""`concordat diff` of two records: what went in, which input explains how much, and what came out."""
import csv
import io
import itertools
import json
import shutil
import unittest

from program import Case

STUDY = "studies/small.toml"


def edit(path, old, new):
    text = path.read_text()
    assert text.count(old) == 1, f"{path}: {old!r} stands {text.count(old)} times"
    path.write_text(text.replace(old, new))


def judge_higher(world):
    edit(world / STUDY, "{ low = 2, mode = 3, high = 4 }", "{ low = 3, mode = 4, high = 5 }")


def no_short_cut(world):
    edit(world / "reforms/direct.toml", 'from = "school", to = "charity", services = ["counselling"]',
         'from = "charity", to = "school", services = ["education"]')


def another_order(world):
    edit(world / "weights/reach.toml", '["reach", "trust", "one_body"]', '["trust", "one_body", "reach"]')


def steeper_reach(world):
    edit(world / "criteria/three.toml", '"reach_efficiency"\nunit = "index"\nsense = "higher"\n'
         'value = { shape = "linear", worst = 0.0, best = 1.0 }',
         '"reach_efficiency"\nunit = "index"\nsense = "higher"\n'
         'value = { shape = "piecewise", points = [[0.0, 0.0], [0.5, 0.25], [1.0, 1.0]] }')


class Records(Case):
    def setUp(self):
        super().setUp()
        self.before, self.after = self.own_world(), self.folder / "later"
        shutil.copytree(self.before, self.after)

    def run_in(self, world, out, *more):
        self.expect(0, "run", world / STUDY, "--samples", "4000", "--out", self.folder / out, *more)
        return self.folder / out / "record.json"

    def both(self, *more):
        return self.run_in(self.before, "a"), self.run_in(self.after, "b", *more)

    def ask(self, *words, code=0, form="json"):
        ended = self.expect(code, "diff", *words, "--format", form, cwd="/")
        return (json.loads(ended.out) if form == "json" and code == 0 else ended.out), ended.err

    def compare(self, *more):
        a, b = self.both(*more)
        found, err = self.ask(a, b, "--models-before", self.before, "--models", self.after)
        self.assertEqual(err, "")
        self.assertIsNone(found["why_no_shares"])
        return found

    def shares(self, found):
        return {" ".join(one["files"]): round(one["share"], 12) for one in found["shares"]["inputs"]}


class Shares(Records):
    def test_two_changes_by_hand(self):
        # Both move the option "direct" alone, and add up. Trust rises from (3-1)/4 to (4-1)/4, so by 1/4; reach falls
        # from 3/4, a mean of 1 and 1/2, to 2/3, a mean of 1 and 1/3, so by 1/12. Nobody's weights are a third each;
        # those of three in order are 11/18, 5/18 and 2/18, reach first and trust second. So trust moves the two values
        # by 1/12 and 5/72, reach by -1/36 and -11/216, both by 1/18 and 1/54.
        judge_higher(self.after)
        no_short_cut(self.after)
        found = self.compare()
        moved = {(v["weights"], v["option"]): v["after"] - v["before"] for v in found["shares"]["values"]}
        self.assertAlmostEqual(moved["weights.nobody", "direct"], 1 / 18)
        self.assertAlmostEqual(moved["weights.reach", "direct"], 1 / 54)
        self.assertEqual(moved["weights.reach", "now"], 0)
        shares = self.shares(found)
        self.assertAlmostEqual(shares[STUDY], 1.725)
        self.assertAlmostEqual(shares["reforms/direct.toml"], -0.725)
        self.assertEqual(found["shares"]["sets"], 4)
        raw = {(v["option"], v["criterion"]): (v["before"], v["after"]) for v in found["result"]["values"]}
        self.assertEqual(raw["direct", "trust"], ({"low": 2, "mode": 3, "high": 4}, {"low": 3, "mode": 4, "high": 5}))
        self.assertEqual(raw["direct", "reach"][0], 0.75)
        self.assertEqual(len(raw), 2)

    def test_shares_are_those_of_running_every_mixture(self):
        edits = {STUDY: judge_higher, "reforms/direct.toml": no_short_cut, "weights/reach.toml": another_order,
                 "criteria/three.toml": steeper_reach}
        for change in edits.values():
            change(self.after)
        found = self.compare("--seed", "3")

        def values(changed):
            mixed = self.folder / "mixed"
            shutil.rmtree(mixed, ignore_errors=True)
            shutil.copytree(self.before, mixed)
            for name in changed:
                shutil.copy(self.after / name, mixed / name)
            result = json.loads(self.expect(0, "run", mixed / STUDY, "--samples", "1", "--format", "json").out)
            return [option["overall"] for b in result["baselines"] for r in b["rankings"] for option in r["central"]]

        worth = {frozenset(changed): values(changed)
                 for size in range(5) for changed in itertools.combinations(edits, size)}
        whole = [b - a for a, b in zip(worth[frozenset()], worth[frozenset(edits)])]
        expected, orders = dict.fromkeys(edits, 0.0), list(itertools.permutations(edits))
        for order in orders:
            for at, name in enumerate(order):
                added = zip(worth[frozenset(order[:at])], worth[frozenset(order[:at + 1])], whole)
                expected[name] += sum((b - a) * d for a, b, d in added) / sum(d * d for d in whole) / len(orders)
        shares = self.shares(found)
        self.assertEqual(set(shares), set(edits))
        for name, share in expected.items():
            self.assertAlmostEqual(shares[name], share, places=9, msg=name)
        self.assertAlmostEqual(sum(shares.values()), 1)
        self.assertEqual(found["shares"]["settings_without_part"], ["seed"])

    def test_another_seed_alone_explains_no_expected_value(self):
        found = self.compare("--seed", "8")
        self.assertEqual([d["what"] for d in found["differences"] if d["part"] == "options"], ["seed"])
        self.assertFalse(found["shares"]["moved"])
        self.assertEqual(found["shares"]["inputs"], [])
        self.assertEqual(found["result"]["values"], [])
        moved = [f for f in found["result"]["first"] if f["difference"]["value"] != 0]
        self.assertGreater(len(moved), 0)
        for one in found["result"]["first"]:
            error = (one["before"]["standard_error"] ** 2 + one["after"]["standard_error"] ** 2) ** 0.5
            self.assertAlmostEqual(one["difference"]["standard_error"], error)
            self.assertEqual(one["beyond_two_standard_errors"], abs(one["difference"]["value"]) > 2 * error)

    def test_a_text_that_changes_no_value_has_no_share(self):
        edit(self.after / "claims/said.toml", "Letters to the council, 2023", "Letters to the council")
        judge_higher(self.after)
        found = self.compare()
        self.assertEqual(self.shares(found), {"claims/said.toml": 0, STUDY: 1})
        self.assertEqual([one["moves_values"] for one in found["shares"]["inputs"]], [False, True])

    def test_what_makes_no_study_alone_stands_together_and_says_why(self):
        new = self.after / "reforms/new.toml"
        new.write_text((self.after / "reforms/direct.toml").read_text().replace("reforms.direct", "reforms.new", 1))
        edit(self.after / STUDY, 'reforms = ["reforms.away"]', 'reforms = ["reforms.away", "reforms.new"]')
        another_order(self.after)
        found = self.compare()
        together, alone = found["shares"]["inputs"]
        self.assertEqual(together["files"], ["reforms/new.toml", STUDY])
        self.assertIn("error[E305]", together["together"][0])
        self.assertEqual(alone["files"], ["weights/reach.toml"])
        self.assertAlmostEqual(together["share"] + alone["share"], 1)
        self.assertEqual(found["shares"]["sets"], 4)

    def test_a_renamed_study_changes_as_one(self):
        (self.after / STUDY).rename(self.after / "studies/other.toml")
        edit(self.after / "studies/other.toml", '"studies.small"', '"studies.other"')
        edit(self.after / "studies/other.toml", "mode = 3", "mode = 2")
        a = self.run_in(self.before, "a")
        self.expect(0, "run", self.after / "studies/other.toml", "--samples", "4000", "--out", self.folder / "b")
        found, _ = self.ask(a, self.folder / "b/record.json", "--models-before", self.before, "--models", self.after)
        self.assertEqual(self.shares(found), {"studies/other.toml studies/small.toml": 1})
        self.assertEqual((found["before"]["study"], found["after"]["study"]), ("studies.small", "studies.other"))


class Results(Records):
    def test_a_run_does_not_differ_from_itself(self):
        a = self.run_in(self.before, "a")
        found, err = self.ask(a, a)  # inputs and result are found beside the record
        self.assertEqual(err, "")
        self.assertEqual(found["differences"], [])
        self.assertEqual(found["result"]["values"], [])
        self.assertFalse(any(f["difference"]["value"] for f in found["result"]["first"]))
        self.assertEqual(found["result"]["values_compared"], 9)
        text, _ = self.ask(a, a, form="table")
        self.assertIn("Nothing went in that differs.", text)
        self.assertIn("Every output file is the same", text)

    def test_probabilities_and_who_comes_first_are_those_of_the_two_results(self):
        judge_higher(self.after)
        found = self.compare()
        results = [json.loads((self.folder / out / "result.json").read_text()) for out in ("a", "b")]
        for one in found["result"]["first"]:
            kind = "with_missing" if one["missing_values"] == "as each criterion says" else "without_missing"
            for result, side in zip(results, ("before", "after")):
                ranking = next(r for r in result["baselines"][0]["rankings"] if r["weights"] == one["weights"])
                option = next(o for o in ranking[kind]["options"] if o["option"] == one["option"])
                self.assertEqual(option["first"], one[side])
        self.assertEqual(len(found["result"]["first"]), 2 * 2 * 3)
        for leader in found["result"]["most_often_first"]:
            self.assertEqual(leader["after"]["options"], ["direct"])
        for value, end in ((v, e) for v in found["shares"]["values"] for e in (0, 1)):
            ranking = next(r for r in results[end]["baselines"][0]["rankings"] if r["weights"] == value["weights"])
            central = next(o for o in ranking["central"] if o["option"] == value["option"])
            self.assertEqual(central["overall"], value[("before", "after")[end]])

    def test_a_result_that_is_gone_is_had_by_running_again(self):
        judge_higher(self.after)
        a, b = self.both()
        places = ("--models-before", self.before, "--models", self.after)
        whole, _ = self.ask(a, b, *places)
        (a.parent / "result.json").unlink()
        (b.parent / "result.json").write_text("{}")
        again, err = self.ask(a, b, *places)
        self.assertEqual(err, "")
        self.assertEqual((whole["before"].pop("result"), again["before"].pop("result")), ("recorded", "run again"))
        self.assertEqual((whole["after"].pop("result"), again["after"].pop("result")), ("recorded", "run again"))
        self.assertEqual(whole, again)

    def test_inputs_that_were_edited_in_place_leave_the_results_and_no_shares(self):
        a = self.run_in(self.before, "a")
        judge_higher(self.before)
        another_order(self.before)
        b = self.run_in(self.before, "b")
        found, err = self.ask(a, b)
        self.assertIsNone(found["shares"])
        for name in (STUDY, "weights/reach.toml"):
            self.assertIn(f'"{name}"', found["why_no_shares"])
            self.assertIn(f'"{name}"', err)
        self.assertIn("--models-before DIR", err)
        self.assertEqual([v["criterion"] for v in found["result"]["values"]], ["trust"])
        text, _ = self.ask(a, b, form="table")
        self.assertIn("There are no shares", text)
        # A copy of what it was mends it, and is found by --models alone where it is the same folder.
        shutil.rmtree(self.before)
        shutil.copytree(self.after, self.before)
        found, _ = self.ask(a, b, "--models-before", self.after)
        self.assertIn(str(b), found["why_no_shares"])

    def test_a_study_that_is_nowhere_leaves_the_results(self):
        judge_higher(self.after)
        a, b = self.both()
        shutil.rmtree(self.before)
        found, err = self.ask(a, b, "--models", self.after)
        self.assertIsNone(found["shares"])
        self.assertIn(str(a), err)
        self.assertEqual(len(found["result"]["first"]), 12)
        (a.parent / "result.json").unlink()
        found, err = self.ask(a, b, "--models", self.after)
        self.assertIsNone(found["result"])
        self.assertIn("cannot be run again", err)
        self.assertGreater(len(found["differences"]), 0)

    def test_one_folder_of_models_serves_both_where_both_ran_on_it(self):
        a, b = self.run_in(self.before, "x/a"), self.run_in(self.before, "x/b", "--seed", "9")
        moved = self.folder / "elsewhere/of/them"
        moved.parent.mkdir(parents=True)
        self.before.rename(moved)
        shutil.rmtree(self.after)
        found, err = self.ask(a, b, "--models", moved)
        self.assertEqual(err, "")
        self.assertIsNotNone(found["shares"])


class Forms(Records):
    def test_tables_say_what_a_reader_must_know(self):
        judge_higher(self.after)
        no_short_cut(self.after)
        a, b = self.both("--seed", "8")
        places = ("--models-before", self.before, "--models", self.after)
        for form in ("table", "md"):
            text, _ = self.ask(a, b, *places, form=form)
            flat = " ".join(text.replace("\\", "").split())
            for words in ("Shapley value", "A share below 0", "Settings have no part in an expected value",
                          "Structure alone does not determine outcomes", "every weighting counts as equally likely",
                          "illustrative", "about one probability in twenty", "1.725", "-0.725"):
                self.assertIn(words, flat)
            self.assertLess(flat.index("what is not the same"), flat.index("How much of the change"))
            self.assertLess(flat.index("How much of the change"), flat.index("comes first most often"))

    def test_csv_is_one_tidy_table(self):
        judge_higher(self.after)
        a, b = self.both()
        text, _ = self.ask(a, b, "--models-before", self.before, "--models", self.after, form="csv")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        parts = [row["part"] for row in rows]
        self.assertEqual(parts.count("first"), 12)
        self.assertEqual(parts.count("value"), 1)
        share = next(row for row in rows if row["part"] == "share")
        self.assertEqual((share["what"], round(float(share["share"]), 12)), (STUDY, 1))
        first = next(row for row in rows if row["part"] == "first" and row["weights"] == "weights.reach")
        self.assertEqual((first["elicitation"], first["illustrative"]), ("ordinal", "true"))

    def test_the_same_records_give_the_same_bytes(self):
        judge_higher(self.after)
        another_order(self.after)
        a, b = self.both()
        words = ("diff", a, b, "--models-before", self.before, "--models", self.after)
        for form in ("table", "json", "csv", "md"):
            first = self.expect(0, *words, "--format", form).out
            self.assertEqual(self.expect(0, *words, "--format", form, cwd="/").out, first)

    def test_what_is_not_two_records_is_refused(self):
        a = self.run_in(self.before, "a")
        model = self.before / "areas/north.toml"
        for words in ((a, model), (model, a), (a, a, a), (a, self.before / "reforms/direct.toml")):
            with self.subTest(words=words):
                refused = self.expect(1, "diff", *words)
                self.assertIn("error[E204]", refused.err)
                self.assertIn("the record of a run is compared with the record of one other run", refused.err)
        self.assertIn("error[E207]", self.expect(1, "diff", a, a, "--at", "2023-10-01").err)
        self.assertIn("error[E411]", self.expect(1, "diff", a, a, "--as", "gexf").err)
        self.assertIn("error[E207]", self.expect(1, "diff", model, model, "--models", self.before).err)
        other = self.folder / "other.json"
        other.write_text("{}")
        self.assertIn("the record lacks", self.expect(1, "diff", a, other).err)
        self.expect(3, "diff", a, self.folder / "none.json")
        text = a.read_text()
        a.write_text(text.replace('"seed": 7', '"seed": 8'))
        self.assertIn("error[E802]", self.expect(1, "diff", a, a).err)

    def test_records_alone_leave_what_went_in(self):
        a = self.run_in(self.before, "a")
        outside = self.folder / "outside"
        outside.mkdir()
        (outside / "record.json").write_text(a.read_text())
        shutil.rmtree(self.before)
        shutil.rmtree(self.after)
        found, err = self.ask(outside / "record.json", outside / "record.json")
        self.assertIsNone(found["result"])
        self.assertIn("result.json", err)


if __name__ == "__main__":
    unittest.main()

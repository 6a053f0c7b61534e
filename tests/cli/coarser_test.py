# SPDX-License-Identifier: Apache-2.0
"""Models on other days and at other resolutions, on the real files."""
import unittest

from program import Case, ROOT

MODELS = ROOT / "models"
POLICE = [MODELS / "police-and-fire/police-before.toml", MODELS / "police-and-fire/police.toml"]


class OtherDays(Case):
    def actors_on(self, day):
        return self.expect(0, "apply", *POLICE, "--at", day).out

    def test_a_transition_gives_the_model_of_any_day(self):
        eight, between, one = (self.actors_on(day) for day in ("2012-09-30", "2012-10-01", "2013-04-01"))
        for text, authority, strathclyde in ((eight, False, True), (between, True, True), (one, True, False)):
            self.assertEqual('key = "spa"' in text, authority)
            self.assertEqual('key = "strathclyde_police"' in text, strathclyde)
        self.assertIn("as_of = 2013-04-01", one)

    def test_without_a_day_a_transition_says_nothing(self):
        ended = self.expect(1, "apply", *POLICE)
        self.assertIn("--at YYYY-MM-DD", ended.err)
        self.assertIn("2012-13-01", self.expect(2, "apply", *POLICE, "--at", "2012-13-01").err)

    def test_what_it_changes_is_told_by_step(self):
        told = self.expect(0, "diff", *POLICE, "--at", "2013-04-01").out
        self.assertRegex(told, r"removed  actor +actor fife_police  .*police-and-fire.police,")


class Coarser(Case):
    def test_a_collapsed_model_is_one_that_every_command_reads(self):
        file = self.folder / "by-body.toml"
        self.expect(0, "collapse", MODELS / "scotland/full.toml", "--to", "body", "-o", file)
        self.assertIn('resolution = "body"', file.read_text())
        self.expect(0, "check", file)
        # No hand-over within a council is left to count.
        self.assertIn("reach_efficiency", self.expect(0, "measure", file, "GM01").out)

    def test_services_and_families_can_be_chosen(self):
        text = self.expect(0, "collapse", MODELS / "countries/finland/after.toml", "--to", "body", "--services",
                           "education,family_support", "--families", MODELS / "families/cross-country.toml").out
        self.assertIn("[[persona]]", text)
        self.assertNotIn('services = ["child_protection"]', text)

    def test_nothing_is_drawn_more_finely_and_no_service_is_guessed(self):
        self.assertIn("E407", self.expect(1, "collapse", MODELS / "countries/finland/after.toml", "--to", "team").err)
        wrong = self.expect(1, "collapse", MODELS / "scotland/full.toml", "--to", "body", "--services", "eduction")
        self.assertIn('did you mean "education"', wrong.err)


if __name__ == "__main__":
    unittest.main()

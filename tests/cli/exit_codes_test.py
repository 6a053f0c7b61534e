# SPDX-License-Identifier: Apache-2.0
"""Every exit code that can be provoked from outside, and that refusals say where and how on."""
import os
import signal
import subprocess
import time
import unittest

from program import Case, HERE, PROGRAM, hear_interrupts, start

STUDY = "world/studies/small.toml"
MODEL = "world/areas/north.toml"


class ExitCodes(Case):
    def test_done_is_0(self):
        self.expect(0, "check", MODEL, STUDY)

    def test_a_misspelt_key_is_1_with_its_place_and_the_nearest_name(self):
        world = self.own_world()
        text = (world / "areas/north.toml").read_text().replace('resolution = "team"', 'resolutoin = "team"')
        (world / "areas/north.toml").write_text(text)
        refused = self.expect(1, "check", world / "areas/north.toml")
        self.assertRegex(refused.err, r"areas/north\.toml:\d+:\d+: error\[E201\]: .*resolutoin")
        self.assertRegex(refused.err, r'hint: .*"resolution"')
        self.assertIn("refused", refused.out)

    def test_all_mistakes_of_a_file_are_told_at_once(self):
        world = self.own_world()
        text = (world / "areas/north.toml").read_text()
        (world / "areas/north.toml").write_text(text.replace('level = "frontline"', 'level = "front"'))
        refused = self.expect(1, "check", world / "areas/north.toml")
        self.assertGreaterEqual(refused.err.count("error[E403]"), 3)

    def test_a_file_that_another_names_and_that_is_not_there_is_1(self):
        world = self.own_world()
        (world / "reforms/away.toml").unlink()
        self.assertIn("error[E3", self.expect(1, "run", world / "studies/small.toml").err)

    def test_an_unknown_measure_option_or_criterion_is_1_and_names_the_nearest(self):
        self.assertIn('"reach_efficiency"', self.expect(1, "measure", MODEL, "reach_eficiency").err)
        self.assertIn('"direct"', self.expect(1, "explain", STUDY, "dirct", "reach").err)
        self.assertIn('"reach"', self.expect(1, "explain", STUDY, "direct", "reech").err)

    def test_a_model_where_a_study_is_asked_for_is_1(self):
        self.assertIn("error[E204]", self.expect(1, "run", MODEL).err)

    def test_an_unknown_command_is_2_and_names_the_nearest(self):
        self.assertIn('did you mean "measure"?', self.expect(2, "mesure", MODEL).err)

    def test_wrong_usage_is_2(self):
        for words in (
            [],
            ["run"],
            ["run", STUDY, "--sample", "3"],
            ["run", STUDY, "--samples", "-5"],
            ["run", STUDY, "--samples", "1e6"],
            ["run", STUDY, "--samples", "99999999999999999999999"],
            ["run", STUDY, "--seed", ""],
            ["run", STUDY, "--threads", "-1"],
            ["run", STUDY, "--format", "yaml"],
            ["rank", "world/tables/cars.toml", "--method", "guess"],
            ["show", MODEL, "--as", "png"],
            ["show", MODEL, "--as", "svg", "--layers", "trust"],
            ["diff", MODEL, MODEL, "--as", "svg", "--format", "csv"],
            ["show", MODEL, "--as", "dot", "--format", "json"],
            ["explain", STUDY, "now"],
            ["measure"],
        ):
            with self.subTest(words=words):
                wrong = self.expect(2, *words)
                self.assertEqual(wrong.out, "")
                self.assertIn("hint:", wrong.err)

    def test_what_is_no_file_is_3_without_waiting_for_it(self):
        fifo = self.folder / "pipe.toml"
        os.mkfifo(fifo)
        for path in (self.folder, fifo, "/dev/zero", self.folder / "absent.toml"):
            for command in (["check"], ["show"], ["run"], ["rank"], ["verify"]):
                with self.subTest(path=path, command=command):
                    self.expect(3, *command, path)

    def test_an_output_that_cannot_be_written_is_3(self):
        self.expect(3, "apply", MODEL, "world/reforms/direct.toml", "-o", self.folder / "no/such/place.toml")
        self.expect(3, "apply", MODEL, "world/reforms/direct.toml", "-o", self.folder)
        blocked = self.folder / "file"
        blocked.write_text("not a directory")
        self.expect(3, "run", STUDY, "--out", blocked)
        self.assertEqual(blocked.read_text(), "not a directory")

    def test_a_full_stdout_is_3(self):
        with open("/dev/full", "w") as full:
            self.assertIn("error[E602]", self.expect(3, "show", MODEL, stdout=full).err)

    def test_too_many_samples_and_too_large_a_file_are_4(self):
        self.assertIn("error[E701]", self.expect(4, "run", STUDY, "--samples", "18446744073709551615").err)
        self.assertIn("error[E701]", self.expect(4, "run", STUDY, "--samples", "1000000001").err)
        large = self.folder / "large.toml"
        large.write_text("# " + "x" * (9 << 20))
        self.assertIn("error[E701]", self.expect(4, "check", large).err)

    def test_ctrl_c_is_130_within_a_second_and_writes_nothing(self):
        out = self.folder / "out"
        process = start("run", STUDY, "--samples", "900000000", "--out", out)
        time.sleep(1.5)
        self.assertIsNone(process.poll(), "the work was over before it could be stopped")
        stopped = time.monotonic()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
        self.assertLess(time.monotonic() - stopped, 30 if os.environ.get("CONCORDAT_SLOW") else 1)
        self.assertEqual(process.returncode, 130)
        self.assertIn(b"error[E801]", err)
        self.assertFalse(out.exists())

    def test_a_shell_sees_130_too(self):
        script = f'timeout --signal=INT --preserve-status 1.5 "{PROGRAM}" run {STUDY} --samples 900000000; echo $?'
        shell = subprocess.run(
            ["sh", "-c", script], cwd=HERE, capture_output=True, text=True, timeout=60, preexec_fn=hear_interrupts
        )
        self.assertEqual(shell.stdout.split()[-1:], ["130"], shell.stderr)

    def test_whoever_wants_the_program_deaf_to_ctrl_c_is_heard(self):
        process = subprocess.Popen(
            [PROGRAM, "run", STUDY, "--samples", "1000000"],
            cwd=HERE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
        )
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=300), 0)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""Every file of models/ passes `check`, and every model means the same once it is written as one file."""
import pathlib
import tempfile
import unittest

from program import check, files, measure, run, together


def shown(model, folder):
    """The model as one file that extends nothing."""
    written = run("show", model.path, "--as", "toml")
    path = folder / f"{model.key}.toml"
    path.write_bytes(written.out.encode())
    return written, str(path)


class Models(unittest.TestCase):
    maxDiff = None

    def test_every_file_passes_check(self):
        paths = [file.path for file in files()]
        self.assertGreater(len(paths), 0)
        checked = check(paths)
        self.assertEqual(checked.code, 0, checked.err)

    def test_a_model_written_as_one_file_passes_check_and_measures_the_same(self):
        models = files("model")
        self.assertGreater(len(models), 0)
        with tempfile.TemporaryDirectory(prefix="concordat-world-") as folder:
            whole = together(lambda model: shown(model, pathlib.Path(folder)), models)
            self.assertEqual([written.err for written, _ in whole if written.code != 0], [])
            checked = check([path for _, path in whole])
            self.assertEqual(checked.code, 0, checked.err)
            before = together(measure, [model.path for model in models])
            after = together(measure, [path for _, path in whole])
        for model, one, other in zip(models, before, after):
            with self.subTest(model=model.key):
                self.assertEqual((one.code, other.code), (0, 0), one.err + other.err)
                self.assertEqual(one.out, other.out)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: Apache-2.0
"""Starts the program on the files of models/, several at once. CONCORDAT_PROGRAM names it.

Which files there are, and of which format, is found by reading them: a new one is tested without a word here.
"""
import collections
import concurrent.futures
import csv
import io
import os
import pathlib
import subprocess
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = os.environ["CONCORDAT_PROGRAM"]
SLOW = bool(os.environ.get("CONCORDAT_SLOW"))  # a build with sanitizers

File = collections.namedtuple("File", "key path content")
Ended = collections.namedtuple("Ended", "code out err")


def files(name=None):
    """The files of models/, in order: all, or those of one format without the parts that only others extend."""
    found = []
    for path in sorted((ROOT / "models").rglob("*.toml")):
        with open(path, "rb") as file:
            content = tomllib.load(file)
        if name is None or content["format"] == f"concordat/{name}@1" and not content.get("abstract"):
            found.append(File(content["key"], str(path.relative_to(ROOT)), content))
    return found


def run(*words):
    """Runs the program at the root of the project, so that messages name files as a reader would."""
    ended = subprocess.run([PROGRAM, *words], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    # As bytes, because CSV ends its lines as RFC 4180 says and Python would turn them.
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def together(work, things):
    """[work(thing), ...], several at a time."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(work, things))


def check(paths):
    """One call for all: the program reads what they share once."""
    return run("check", *paths)


def measure(path):
    return run("measure", path, "--format", "csv")


def rows(ended):
    return list(csv.DictReader(io.StringIO(ended.out, newline="")))

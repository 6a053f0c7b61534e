# SPDX-License-Identifier: Apache-2.0
"""What the program prints on a small world, byte for byte. golden/<name>.txt holds it; python3 golden_test.py --write
writes them anew, for somebody to read before they are believed."""
import sys
import unittest

from program import Case, HERE, run

GOLDEN = HERE / "golden"
CASES = {
    "check": ["check", "world/areas/north.toml", "world/reforms/direct.toml", "world/tables/cars.toml"],
    "show": ["show", "world/areas/north.toml"],
    "show.case": ["show", "world/cases/north.toml"],
    "show.cases": ["show", "world/cases/north.toml", "world/cases/south.toml"],
    "show.cases.csv": ["show", "world/cases/north.toml", "world/cases/south.toml", "--format", "csv"],
    "show.claims": ["show", "world/claims/said.toml"],
    "show.reform": ["show", "world/reforms/direct.toml"],
    "apply.md": ["apply", "world/areas/north.toml", "world/reforms/direct.toml", "--format", "md"],
    "apply": ["apply", "world/areas/north.toml", "world/reforms/away.toml"],
    "diff": ["diff", "world/areas/north.toml", "world/reforms/direct.toml", "world/reforms/away.toml"],
    "measure": ["measure", "world/areas/north.toml", "GM01", "common_accountable_body"],
    "run": ["run", "world/studies/small.toml"],
    "run.csv": ["run", "world/studies/small.toml", "--format", "csv", "--samples", "500", "--seed", "3"],
    "explain": ["explain", "world/studies/small.toml", "direct", "reach"],
    "explain.steps": ["explain", "world/studies/small.toml", "direct", "reach", "--steps"],
    "explain.judgement": ["explain", "world/studies/small.toml", "now", "trust"],
    "explain.given": ["explain", "world/studies/small.toml", "direct", "trust"],
    "run.areas": ["run", "patchwork/studies/patchwork.toml"],
    "run.areas.md": ["run", "patchwork/studies/patchwork.toml", "--format", "md"],
    "show.areas": ["show", "patchwork/areas/three.toml", "--year", "2023"],
    "show.areas.md": ["show", "patchwork/areas/three.toml", "--year", "2023", "--format", "md"],
    "show.areas.csv": ["show", "patchwork/areas/three.toml", "--format", "csv"],
    "show.indicators": ["show", "patchwork/indicators/three.toml"],
    "show.indicator": ["show", "patchwork/indicators/three.toml", "--indicator", "attendance"],
    "rank": ["rank", "world/tables/cars.toml"],
    "rank.vikor": ["rank", "world/tables/drina.toml"],
    "rank.smaa": ["rank", "world/tables/plants.toml", "--method", "smaa"],
}


class Golden(Case):
    def test_output_is_what_it_was(self):
        for name, words in CASES.items():
            with self.subTest(name=name):
                ended = self.expect(0, *words)
                self.assertEqual((GOLDEN / f"{name}.txt").read_bytes().decode(), seen(ended))


def seen(ended):
    return ended.out + (f"--- stderr\n{ended.err}" if ended.err else "")


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        for case, arguments in CASES.items():
            (GOLDEN / f"{case}.txt").write_bytes(seen(run(*arguments)).encode())
    else:
        unittest.main()

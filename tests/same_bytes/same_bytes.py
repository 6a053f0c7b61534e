# SPDX-License-Identifier: Apache-2.0
"""The same numbers from every build, for every number of threads, with instructions hidden, in every surrounding.

    python3 same_bytes.py OBJECTS PROGRAM...

The first program is the one that the others are held to. OBJECTS is the static library: nothing in it may call libm
where a rank is decided. The last program is built for the most able processor, and must not multiply and add in one
rounding for all that.
"""
import os
import re
import subprocess
import sys
import tempfile

# sqrt, floor and the like are exact by IEEE 754; these are as each library pleases.
PLEASING = {"exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos", "atan",
            "atan2", "sinh", "cosh", "tanh", "erf", "erfc", "tgamma", "lgamma", "cbrt", "hypot", "fma"}
HIDDEN = "glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX2_Usable,-FMA_Usable,-AVX512F"
SURROUNDINGS = [
    {"GLIBC_TUNABLES": HIDDEN},
    {"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Kathmandu"},
    {"LC_ALL": "tr_TR.UTF-8", "HOME": "/nonexistent"},
]


def printed(program, threads, **environment):
    done = subprocess.run([program, str(threads)], env={"PATH": os.environ["PATH"], **environment}, capture_output=True,
                          cwd=tempfile.gettempdir())
    if done.returncode != 0:
        sys.exit(f"{program} with {threads} threads ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def hold(what, seen, expected):
    if seen == expected:
        return
    lines = zip(expected.decode().splitlines(), seen.decode().splitlines())
    first = next((pair for pair in lines if pair[0] != pair[1]), ("the end", "the end"))
    sys.exit(f"{what}: {first[1]!r} in place of {first[0]!r}")


def check_calls(library):
    symbols = subprocess.run(["nm", "--undefined-only", library], check=True, capture_output=True, text=True).stdout
    called = {line.split()[-1].split("@")[0] for line in symbols.splitlines() if " U " in line}
    if called & PLEASING:
        sys.exit(f"the library calls {', '.join(sorted(called & PLEASING))}, which no two machines agree on")


def check_rounding(program):
    """Of a program that was built for processors which could."""
    code = subprocess.run(["objdump", "-d", "--no-show-raw-insn", program], check=True, capture_output=True, text=True)
    fused = re.search(r"\bvfn?m(add|sub)\w+", code.stdout)
    if fused:
        sys.exit(f"{program} multiplies and adds in one rounding: {fused.group(0)}")


def main(library, first, *others):
    expected = printed(first, 1)
    if expected.count(b"\n") < 1000:
        sys.exit("the program printed next to nothing")
    for program in (first, *others):
        for threads in (1, 2, 3, 7, 16):
            hold(f"{program}, {threads} threads", printed(program, threads), expected)
        for surrounding in SURROUNDINGS:
            hold(f"{program}, {surrounding}", printed(program, 2, **surrounding), expected)
    check_calls(library)
    check_rounding(others[-1])
    print(f"{len(others) + 1} programs, {5 + len(SURROUNDINGS)} runs each: the same {len(expected)} bytes")


if __name__ == "__main__":
    main(*sys.argv[1:])

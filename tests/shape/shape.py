# SPDX-License-Identifier: Apache-2.0
"""The shape of the code, tested like the code: layers, fences, sizes, mirrors, and what may not be written at all.

    python3 tests/shape/shape.py [ROOT]

Prints each break as file:line: rule: what was seen; exits 1 if there is any.
"""
import pathlib
import re
import subprocess
import sys

LAYERS = ["core", "decide", "model", "graph", "assess", "study", "io", "report"]
MAY_NOT_USE = {"model": {"decide"}, "graph": {"decide"}}  # below it, and still none of its business
FILE_LINES, FUNCTION_LINES, LINE_COLUMNS = 400, 60, 120

# Who may include what. Patterns are matched on the path below the root.
FENCES = [
    (r"toml\+\+|toml\.hpp", r"include/concordat/impl/read_\w+\.(ipp|hpp)$"),
    (r"boost/graph/", r"include/concordat/(graph/boost\.hpp|impl/graph_\w+\.ipp)$|^(tests|examples|bench)/"),
    (r"range/v3/", r"\.ipp$|^tests/"),
    (r"nlohmann/", r"include/concordat/impl/write_json\.ipp$|^tests/"),
    (r"Random123/", r"include/concordat/core/random\.hpp$|^tests/"),
    (r"^(thread|future)$", r"include/concordat/impl/core_executor\.ipp$|^(src/cli|tests|bench)/"),
    (r"openssl/", r"include/concordat/impl/io_hash\.ipp$"),
    (r"^(Clp|Cbc|Cgl|Coin|Osi)[A-Z]\w*\.h(pp)?$|coin/", r"include/concordat/impl/decide_linear_program\.ipp$"),
    (r"sqlite3\.h", r"include/concordat/impl/write_sqlite\.ipp$"),
    (r"xlsxwriter", r"include/concordat/impl/write_workbook\.ipp$"),
    (r"zlib\.h", r"include/concordat/impl/write_zip_check\.hpp$"),
    (r"tl/expected", r"include/concordat/core/error\.hpp$"),
    (r"CLI/", r"^src/cli/"),
    (r"^iostream$", r"^(src/cli|examples|tests|bench)/"),
]

BANNED = [
    (r"std::views|std::ranges::views", "std::views cannot be parsed by clang 14; use range-v3"),
    (r"\bvalue_or\(", "value_or may hide a wrong key"),
    (r"\b(TODO|FIXME|XXX)\b|not implemented", "unfinished mark"),
    (r"-ffast-math|-Ofast|-march=native|\blong double\b", "breaks 'same inputs, same bytes'"),
    (r"std::(uniform|normal|exponential|discrete|bernoulli)_\w*distribution|std::random_device|\bmt19937", "numbers come from core/random.hpp"),
    (r"std::(reduce|execution::)", "the shape of a reduction must be fixed"),
    (r"using namespace std", "names stay qualified"),
    (r"\b[Ii]nvalid\b|\bunexpected value\b", "say what is wrong and what was expected"),
]
# libm where a rank is decided; graph/money.hpp's entropy is a figure that decides none.
LIBM = re.compile(r"std::(exp|log|log2|pow|sin|cos|tan|tgamma|lgamma|erf|cbrt)\(")
LIBM_ALLOWED = re.compile(r"include/concordat/impl/graph_(money|accountability)\.ipp$")


def tracked(root):
    """Files git knows or would add, so that build folders never count."""
    out = subprocess.run(["git", "-C", str(root), "ls-files", "-co", "--exclude-standard"], capture_output=True, text=True)
    names = out.stdout.split("\n") if out.returncode == 0 else []
    return [pathlib.PurePosixPath(n) for n in names if n and (root / n).is_file()]


def layer_of(path):
    """The layer of a file of the library, from its folder or from the name of its body."""
    parts = path.parts
    if parts[:2] != ("include", "concordat"):
        return None
    if len(parts) == 4 and parts[2] in LAYERS:
        return parts[2]
    if len(parts) == 4 and parts[2] == "impl":
        first = parts[3].split("_")[0].split(".")[0]
        return "io" if first in ("read", "write", "io") else first
    return None


def includes(lines):
    for number, line in enumerate(lines, 1):
        found = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if found:
            yield number, found.group(1)


def check_layers(path, lines):
    mine = layer_of(path)
    if mine is None:
        return
    for number, target in includes(lines):
        theirs = layer_of(pathlib.PurePosixPath("include") / target) if target.startswith("concordat/") else None
        if theirs is None:
            continue
        if theirs not in LAYERS or mine not in LAYERS:
            yield number, "layers", f"{mine} or {theirs} is no layer of the house"
        elif LAYERS.index(theirs) > LAYERS.index(mine):
            yield number, "layers", f"{mine} includes {target}, which is above it"
        elif theirs in MAY_NOT_USE.get(mine, ()):
            yield number, "layers", f"{mine} may not know {theirs}: {target}"


def check_fences(path, lines):
    for number, target in includes(lines):
        for pattern, allowed in FENCES:
            if re.search(pattern, target) and not re.search(allowed, str(path)):
                yield number, "fences", f"<{target}> is not allowed here"


def check_sizes(path, lines):
    if len(lines) > FILE_LINES:
        yield len(lines), "sizes", f"{len(lines)} lines; a file holds one idea in at most {FILE_LINES}"
    for number, line in enumerate(lines, 1):
        if len(line) > LINE_COLUMNS:
            yield number, "sizes", f"{len(line)} columns; at most {LINE_COLUMNS}"
    yield from long_functions(lines)


def long_functions(lines):
    """Functions by indentation, which clang-format makes reliable: a line that opens a body, and the brace that closes it."""
    opened = []
    for number, line in enumerate(lines, 1):
        text = line.split("//")[0].rstrip()
        indent = len(line) - len(line.lstrip())
        if re.search(r"\)\s*(const|noexcept|override|mutable|->\s*[\w:<>&\s]+|\s)*\{$", text) and not re.match(
            r"\s*(if|for|while|switch|else|catch|\}|do)\b|\s*\}", text
        ):
            opened.append((indent, number))
        if text.strip() in ("}", "});", "};", "})") or re.match(r"\s*\}\)?[;,)]*$", text):
            while opened and opened[-1][0] >= indent:
                start = opened.pop()[1]
                if number - start + 1 > FUNCTION_LINES:
                    yield start, "sizes", f"a function of {number - start + 1} lines; at most {FUNCTION_LINES}"


def check_banned(path, lines):
    for number, line in enumerate(lines, 1):
        for pattern, why in BANNED:
            if re.search(pattern, line):
                yield number, "banned", f"{why}: {line.strip()[:80]}"
        if LIBM.search(line) and not LIBM_ALLOWED.search(str(path)):
            yield number, "banned", f"no libm on a path that decides a rank: {line.strip()[:80]}"


def check_tags(path, lines):
    if not any("SPDX-License-Identifier:" in line for line in lines[:3]):
        yield 1, "tags", "no SPDX-License-Identifier in the first three lines"


def check_tree(root, files):
    """Rules about the house as a whole."""
    headers = [f for f in files if f.suffix == ".hpp" and layer_of(f) and f.parts[2] != "impl"]
    bodies = [f for f in files if f.suffix == ".ipp"]
    have = set(map(str, files))
    for header in headers:
        test = f"tests/{header.parts[2]}/{header.stem}_test.cpp"
        if test not in have:
            yield header, 1, "mirror", f"no {test}"
            continue
        # A header that its test includes first stands on its own, or the test would not compile.
        first = next((target for _, target in includes((root / test).read_text().split("\n"))), None)
        if first != str(header.relative_to("include")):
            yield pathlib.PurePosixPath(test), 1, "mirror", f"its first include must be {header.name}, not {first}"
    umbrella = (root / "include/concordat/concordat.hpp").read_text()
    for header in headers:
        name = str(header.relative_to("include"))
        if name != "concordat/graph/boost.hpp" and f'"{name}"' not in umbrella:
            yield header, 1, "umbrella", "concordat.hpp does not include it"
    for body in bodies:
        # A large layer has several units, named after it: src/io.cpp, src/io_read.cpp.
        units = [u for u in (root / "src").glob("*.cpp") if u.stem.split("_")[0] == layer_of(body)]
        times = sum(unit.read_text().count(f'"concordat/impl/{body.name}"') for unit in units)
        if times != 1:
            yield body, 1, "bodies", f"{times} units of src/ compile it; exactly one must"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    files = tracked(root)
    code = [f for f in files if f.suffix in (".hpp", ".ipp", ".cpp", ".h")]
    breaks = []
    for path in code:
        lines = (root / path).read_text(encoding="utf-8").split("\n")
        rules = [check_layers, check_fences, check_sizes, check_tags]
        if path.parts[0] in ("include", "src"):
            rules.append(check_banned)
        for rule in rules:
            breaks += [(path, *found) for found in rule(path, lines)]
    for path in files:
        if path.suffix in (".toml", ".py", ".sh", ".cmake") or path.parts[0] == "scripts":
            lines = (root / path).read_text(encoding="utf-8", errors="replace").split("\n")
            if path.parts[:3] != ("tests", "io", "refused"):
                breaks += [(path, *found) for found in check_tags(path, lines)]
    breaks += list(check_tree(root, files))
    for path, number, rule, what in sorted(breaks, key=lambda b: (str(b[0]), b[1])):
        print(f"{path}:{number}: {rule}: {what}")
    print(f"shape: {len(code)} files of code, {len(breaks)} breaks")
    return 1 if breaks or not code else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""Reads models/coverage.csv, the ledger that says where each row of the tables of facts went.

Its columns: `facts` is the table, `row` the number of the record (1 is the first below the head), `what` the row in
short; then come either `file` and `object`, the key of a file of models/ and what in it encodes the row, or `reason`,
why nothing does. Where the two differ on purpose, `what` ends in " -- KIND: why" for each kind of difference that
facts.py knows.

The indicators are too many for a line each: there, `row` is `*`, and `what` is the indicator with the number of its
rows.

An object is written in one of these forms, and in no other. N counts the tables of that name in the file, from 1.

    actor KEY                        relation TYPE FROM TO            relation TYPE FROM TO SERVICE
    step N                           option KEY                       evaluation N
    event N                          finding N                        figure KEY
    claim KEY                        source KEY                       indicator KEY
    criterion KEY                    branch KEY                       gate KEY
    axis KEY                         area KEY                         delegation AREA SERVICE YEAR
    reform

`reform` is the whole file. An actor or a relation may stand in what the file extends. TO may be one of the keys of a
relation's list. SERVICE is given where relations of several services have the same type and ends. YEAR is the first of
that state, or `unknown`.
"""
import collections
import csv
import pathlib

from world import MODELS, one_or_more

LEDGER = MODELS / "coverage.csv"
COLUMNS = ["facts", "row", "what", "file", "object", "reason"]

Line = collections.namedtuple("Line", COLUMNS)


def read(path=LEDGER):
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        if next(rows) != COLUMNS:
            raise ValueError(f"{path.name}: the columns are not {', '.join(COLUMNS)}")
        return [Line(*row) for row in rows]


def values(path):
    """The values of indicators that stand beside their file."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def excused(line):
    """The kinds of difference that the line gives a reason for."""
    return {remark.partition(": ")[0] for remark in line.what.split(" -- ")[1:]}


def keyed(table):
    return lambda world, file, key: [t for t in world.files[file].get(table, []) if t.get("key") == key]


def numbered(table):
    return lambda world, file, n: world.files[file].get(table, [])[int(n) - 1 : int(n)] if int(n) > 0 else []


def inherited(world, file, table):
    return [t for link in world.chain(file) for t in world.files[link].get(table, [])]


def actors(world, file, key):
    return [a for a in inherited(world, file, "actor") if a["key"] == key]


def relations(world, file, kind, start, end, service=None):
    return [
        r for r in inherited(world, file, "relation")
        if r["type"] == kind and start in one_or_more(r["from"]) and end in one_or_more(r["to"])
        and (service is None or service in r.get("services", ["general"]))
    ]


def delegations(world, file, area, service, year):
    return [
        d for a in keyed("area")(world, file, area) for d in a.get("delegation", [])
        if d["service"] == service and str(d.get("from", "unknown")) == year
    ]


def whole(world, file):
    return [world.files[file]] if file in world.of_format("reform") else []


FORMS = {
    "reform": whole, "actor": actors, "relation": relations, "delegation": delegations, "option": keyed("options"),
    **{name: keyed(name) for name in "figure claim source indicator criterion branch gate axis area".split()},
    **{name: numbered(name) for name in "step event finding evaluation".split()},
}
WORDS = {"relation": (3, 4), "delegation": (3,), "reform": (0,)}


def found(world, line):
    """The tables of the models that a line of the ledger points at; an error where it is not written in a form."""
    form, *words = line.object.split(" ")
    if form not in FORMS or len(words) not in WORDS.get(form, (1,)):
        raise ValueError(f'"{line.object}" is not written in one of the forms')
    if line.file not in world.files:
        raise ValueError(f'no file has the key "{line.file}"')
    return FORMS[form](world, line.file, *words)


def name(line):
    return f"{pathlib.Path(line.facts).name} {line.row} ({line.what}): {line.file} {line.object}"

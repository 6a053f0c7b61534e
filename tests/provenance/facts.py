# SPDX-License-Identifier: Apache-2.0
"""The tables of facts, read as they are, and the ways in which a row can differ from what encodes it."""
import collections
import csv
import html
import re
import urllib.parse

import ledger
from world import cards_in, sources_of

MANY = "indicators.csv"  # a line of the ledger for each indicator and not for each row
CEILING = {"low": 1, "medium": 2}
HEADINGS = ("branch ",)  # of a format that gives them no evidence
STATES = {"yes": "delegated", "no": "not_delegated"}

# A line of the ledger, the row of the facts, and the tables that encode it.
Encoded = collections.namedtuple("Encoded", "line row objects")


def read(folder):
    tables = {}
    for path in sorted(folder.glob("*.csv")):
        with open(path, encoding="utf-8-sig", newline="") as file:
            tables[path.name] = list(csv.DictReader(file))
    return tables


def encoded(world, tables, lines):
    for line in lines:
        if line.object and line.facts != MANY:
            yield Encoded(line, tables[line.facts][int(line.row) - 1], ledger.found(world, line))


def ceiling(row):
    """The highest level that the confidence of a row allows; None where it sets none."""
    return CEILING.get(row.get("confidence", "").split(" ")[0])


def address(url):
    """One spelling of an address: a host has no case, and &amp; is how a page's own text writes &."""
    parts = urllib.parse.urlsplit(html.unescape(url))
    return parts._replace(netloc=parts.netloc.lower()).geturl()


def urls(row):
    """The addresses in the columns of a row that name sources."""
    text = " ".join(value for key, value in row.items() if key and "source" in key and value)
    return {address(url.rstrip(",;|")) for url in re.findall(r"https?://[^\s|]+", text)}


def asked(table):
    """The cards that say a thing is so; that it helps children is another question, which no row answers."""
    return [card for card in cards_in(table) if card.name != "benefit"]


def level_differs(world, item, ceilings):
    """Above what the confidence allows, or without a level. Where rows share an object, the surest of them counts."""
    if item.line.object.startswith(HEADINGS):
        return
    allowed = ceilings[item.line.file, item.line.object]
    for table in item.objects:
        levels = [world.level(item.line.file, card) for card in asked(table)]
        if not levels or None in levels:
            yield "no level"
        elif allowed is not None and max(levels) > allowed:
            yield f"level {max(levels)}, but the facts allow {allowed}"


def source_differs(world, item):
    """A source of the row that what encodes it does not cite."""
    if item.line.object.startswith(HEADINGS):
        return
    known = world.sources(item.line.file)
    cited = {source for table in item.objects for card in asked(table) for source in sources_of(card)}
    ours = {address(known[source].get("url", "")) for source in cited if source in known}
    yield from (f"{url} is not cited" for url in sorted(urls(item.row) - ours))


def ends_differ(world, item):
    """Another type of relation than the row's."""
    for table in item.objects if "relation" in item.row else []:
        drawn = table.get("type", table.get("relation", {}).get("type", table.get("op")))
        if drawn != item.row["relation"]:
            yield f"{drawn} for {item.row['relation']}"


def date_differs(world, item):
    for table in item.objects:
        stated = item.row.get("date", item.row.get("year") if item.line.object.startswith("figure ") else None)
        if stated is not None and "when" in table and table["when"] != stated:
            yield f"{table['when']} for {stated}"


def value_differs(world, item):
    for table in item.objects if item.line.object.startswith("figure ") and "metric" in item.row else []:
        if str(table["value"]) != item.row["value"] and f"{item.row['value']}.0" != str(table["value"]):
            yield f"{table['value']} for {item.row['value']}"


def state_differs(world, item):
    for table in item.objects if "delegated" in item.row else []:
        stated = STATES.get(item.row["delegated"], item.row["delegated"])
        if table["state"] != stated or str(table.get("from", "")) != item.row["from_year"]:
            yield f"{table['state']} for {stated}"


def ceilings_of(items):
    """For each object, the highest level that any of its rows allows: None where one of them sets no bound."""
    rows = collections.defaultdict(list)
    for item in items:
        rows[item.line.file, item.line.object].append(ceiling(item.row))
    return {key: None if None in bounds else max(bounds) for key, bounds in rows.items()}


def differences(world, items):
    """(line, kind, difference) for everything in which a row and its object differ."""
    ceilings = ceilings_of(items)
    kinds = {
        "level": lambda item: level_differs(world, item, ceilings),
        "source": lambda item: source_differs(world, item),
        "type": lambda item: ends_differ(world, item),
        "date": lambda item: date_differs(world, item),
        "value": lambda item: value_differs(world, item),
        "state": lambda item: state_differs(world, item),
    }
    for item in items:
        for kind, differ in kinds.items():
            yield from ((item.line, kind, difference) for difference in differ(item))

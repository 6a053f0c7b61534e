# SPDX-License-Identifier: Apache-2.0
"""Reads the folder that `run --out --also all` writes with programs that are not ours: Python's csv, sqlite3 and XML, and
openpyxl. Every reader gives the same: for each table its columns, and rows of None, bool, int, float and str."""
import csv
import json
import math
import re
import sqlite3
import xml.etree.ElementTree

import openpyxl

XMCDA = "{http://www.decision-deck.org/2019/XMCDA-3.1.1}XMCDA"
FORMULA = re.compile("^'[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def metadata_of(folder):
    """The tables of csv-metadata.json by name."""
    metadata = json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))
    return {table["url"].removesuffix(".csv"): table for table in metadata["tables"]}


def cell_of(column, text):
    """A cell of CSV by its description, after "Metadata Vocabulary for Tabular Data"; raises where it does not fit."""
    if text == "":
        assert not column["required"] and column["null"] == "", column["name"]
        return None
    datatype = column["datatype"]
    base, form = (datatype, None) if isinstance(datatype, str) else (datatype["base"], datatype.get("format"))
    if base == "boolean":
        return {"true": True, "false": False}[text]
    if base in ("integer", "double"):
        number = int(text) if base == "integer" else float(text)
        assert datatype.get("minimum", -math.inf) <= number <= datatype.get("maximum", math.inf), (column["name"], text)
        return number
    if base == "date":
        assert form == "yyyy-MM-dd" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text), text
        return text
    assert base == "string" and (form is None or re.search(form, text)), (column["name"], text)
    return text[1:] if FORMULA.match(text) else text


def read_csv(folder):
    tables = {}
    for name, table in metadata_of(folder).items():
        columns = table["tableSchema"]["columns"]
        text = (folder / table["url"]).read_bytes().decode("utf-8")
        head, *rows = csv.reader(text.split("\r\n") if '"' not in text else text.splitlines(keepends=True), strict=True)
        assert head == [column["name"] for column in columns], name
        tables[name] = head, [[cell_of(c, cell) for c, cell in zip(columns, row, strict=True)] for row in rows if row]
    return tables


def tuples(table, columns):
    head, rows = table
    places = [head.index(column) for column in columns]
    return [tuple(row[place] for place in places) for row in rows]


def check_keys(folder, tables):
    """No key twice, and every reference names a row."""
    for name, table in metadata_of(folder).items():
        schema = table["tableSchema"]
        keys = tuples(tables[name], schema["primaryKey"])
        assert len(set(keys)) == len(keys), name
        for reference in schema["foreignKeys"]:
            other = reference["reference"]
            known = set(tuples(tables[other["resource"].removesuffix(".csv")], other["columnReference"]))
            named = {key for key in tuples(tables[name], reference["columnReference"]) if None not in key}
            assert named <= known, (name, reference, named - known)


def read_sqlite(path, metadata):
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"CCDT", "big"),)
    tables = {}
    for name, in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        found = connection.execute(f'SELECT * FROM "{name}"')
        head = [column[0] for column in found.description]
        types = {}
        if name in metadata:
            types = {c["name"]: c["datatype"] for c in metadata[name]["tableSchema"]["columns"]}
        truths = [isinstance(types.get(column), dict) and types[column]["base"] == "boolean" for column in head]
        tables[name] = head, [[bool(cell) if truth and cell is not None else cell for truth, cell in zip(truths, row)]
                              for row in found]
    views = [name for name, in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")]
    return connection, tables, views


def read_workbook(path):
    """The tables of a workbook, None where the shorthand for a cell without a value stands, and the workbook."""
    book = openpyxl.load_workbook(path)
    tables = {}
    for sheet in book.worksheets:
        table, = sheet.tables.values()
        head, *rows = sheet[table.ref]
        for row in rows:
            for cell in row:
                assert cell.value is not None and cell.data_type != "f", (sheet.title, cell.coordinate)
        tables[table.name.removeprefix("table_")] = [cell.value for cell in head], [
            [None if cell.value in ("[x]", "[z]") else cell.value for cell in row] for row in rows]
    return book, tables


def read_xmcda(path):
    root = xml.etree.ElementTree.parse(path).getroot()
    assert root.tag == XMCDA
    return root


def xmcda_value(element):
    """The first value below; None for NA."""
    value = element.find("values/value")
    return None if value.find("NA") is not None else float(value.find("real").text)


def xmcda_performances(root, which):
    table = next(t for t in root.findall("performanceTable") if t.get("id") == which)
    return {(row.find("alternativeID").text, cell.find("criterionID").text): xmcda_value(cell)
            for row in table.findall("alternativePerformances") for cell in row.findall("performance")}


def xmcda_by_id(root, element, each, key, identifier):
    group = next(g for g in root.findall(element) if g.get("id") == identifier)
    return {one.find(key).text: xmcda_value(one) for one in group.findall(each)}

# SPDX-License-Identifier: Apache-2.0
"""Reads models/ as tables: which file names, extends and uses which. It knows nothing of what a model means."""
import collections
import pathlib
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MODELS = ROOT / "models"

# One place where evidence stands: the words that lead there, and the table itself.
Card = collections.namedtuple("Card", "where name content")


def one_or_more(value):
    return value if isinstance(value, list) else [value]


def cards_in(table, where=""):
    """Every evidence table below a table, with the path that leads to it."""
    if isinstance(table, list):
        for number, entry in enumerate(table, 1):
            yield from cards_in(entry, f"{where} {number}")
    elif isinstance(table, dict):
        for key, value in table.items():
            if (key.endswith("evidence") or key == "benefit") and isinstance(value, dict):
                yield Card(where.strip(), key, value)
            else:
                yield from cards_in(value, f"{where}.{key}" if where else key)


def sources_of(card):
    return one_or_more(card.content.get("source", []))


class World:
    """All files of a folder of models, by key."""

    def __init__(self, files):
        self.files = files

    @classmethod
    def read(cls, folder=MODELS):
        files = {}
        for path in sorted(folder.rglob("*.toml")):
            with open(path, "rb") as file:
                files[".".join(path.relative_to(folder).with_suffix("").parts)] = tomllib.load(file)
        return cls(files)

    def of_format(self, name):
        return {key: file for key, file in self.files.items() if file["format"] == f"concordat/{name}@1"}

    def chain(self, key):
        """The file, what it extends, what that extends, and so on."""
        while key is not None:
            yield key
            key = self.files[key].get("extends")

    def heirs(self, key):
        """The files that reach this one by extending, itself included."""
        return [other for other in self.files if key in self.chain(other)]

    def own_sources(self, key):
        return {source["key"]: source for source in self.files[key].get("source", [])}

    def lists_named(self, key):
        """The lists of sources that a file may cite: what it names, and what those that it extends name."""
        return {name for link in self.chain(key) for name in self.files[link].get("sources", [])}

    def sources(self, key):
        """Every source that a file may cite, by its key."""
        known = {}
        for link in self.chain(key):
            known.update(self.own_sources(link))
        for name in self.lists_named(key):
            known.update(self.own_sources(name) if name in self.files else {})
        return known

    def assumptions(self, key):
        return {a["key"]: a for link in self.chain(key) for a in self.files[link].get("assumption", [])}

    def level(self, key, card):
        """The level of a card: its own, or that of the assumption it rests on; None where it states neither."""
        if "assumption" in card.content:
            return self.assumptions(key).get(card.content["assumption"], {}).get("level")
        return card.content.get("level")

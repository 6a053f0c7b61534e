# SPDX-License-Identifier: Apache-2.0
"""Checks that the GraphML and the DOT of a model say what its JSON says, each read by a reader that is not ours.

    python3 tests/schemas/same_graph.py MODEL.show.json MODEL.graphml MODEL.dot

GraphML is read by NetworkX, DOT by the grammar of graphviz.org/doc/info/lang.html as far as the writer uses it.
"""
import json
import re
import sys

import networkx

# What no output may hold as it is; and, beyond that, what XML 1.0 cannot.
ACTS = re.compile("[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
NOT_XML = re.compile("[\ufffe\uffff]")


def evidence_of(thing):
    none = ["at", "level", "assumption", "sunset", "note"]
    card = thing["evidence"] or {"sources": [], **dict.fromkeys(none)}
    return {
        "sources": " ".join(card["sources"]) or None,
        "at": card["at"],
        "evidence_level": card["level"],
        "assumption": card["assumption"],
        "sunset": card["sunset"],
        "note": card["note"],
    }


def actor_attributes(actor):
    own = {key: value for key, value in actor.items() if key not in ("key", "evidence", "where")}
    return {**own, **evidence_of(actor)}


def relation_attributes(relation):
    ages = relation["ages"] or [None, None]
    amount = relation["amount"] or {"value": None, "unit": None, "year": None}
    same = ["identity", "type", "layer", "status", "holds", "basis", "role", "term", "ring_fenced", "standing"]
    return {
        **{key: relation[key] for key in same},
        "symmetric": relation["type"] in ("shares_information_with", "plans_jointly_with"),
        "services": " ".join(relation["services"]) or None,
        "ages_from": ages[0],
        "ages_to": ages[1],
        "in_force_from": relation["in_force"]["from"],
        "in_force_to": relation["in_force"]["to"],
        "amount": amount["value"],
        "amount_unit": amount["unit"],
        "amount_year": amount["year"],
        "lundy": " ".join(relation["lundy"]) or None,
        **evidence_of(relation),
    }


def escaped(found):
    return f"\\u{ord(found[0]):04x}"


def in_xml(value):
    """A text as GraphML shows it: tabs and newlines stay, what acts or cannot be is shown as \\u001b."""
    if not isinstance(value, str):
        return value
    return NOT_XML.sub(escaped, ACTS.sub(lambda found: found[0] if found[0] in "\t\n" else escaped(found), value))


def in_dot(value):
    """A value as DOT has it: all are texts, and a backslash is doubled."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return ACTS.sub(escaped, str(value)).replace("\\", "\\\\")


def stated(attributes, convert):
    return {key: convert(value) for key, value in attributes.items() if value is not None}


def check_graphml(model, path):
    graph = networkx.read_graphml(path, force_multigraph=True)
    nodes = {a["key"]: stated(actor_attributes(a), in_xml) for a in model["actors"]}
    edges = {r["id"]: (r["from"], r["to"], stated(relation_attributes(r), in_xml)) for r in model["relations"]}
    assert graph.is_directed() and graph.is_multigraph()
    assert dict(graph.nodes(data=True)) == nodes, "nodes differ"
    read = {data.pop("id", key): (start, end, data) for start, end, key, data in graph.edges(keys=True, data=True)}
    assert read == edges, "edges differ"
    head = {key: in_xml(model[key]) for key in ("key", "title", "as_of", "resolution")}
    assert {key: graph.graph[key] for key in head} == head, "the graph's own attributes differ"


TOKEN = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|([A-Za-z_][A-Za-z_0-9]*)|(->|[{}\[\];,=]))', re.S)


def dot_tokens(text):
    at = 0
    while text[at:].strip():
        found = TOKEN.match(text, at)
        assert found, f"no DOT at {text[at:at + 40]!r}"
        at = found.end()
        if found[1] is not None:
            yield "name", found[1].replace('\\"', '"')
        elif found[2] is not None:
            yield ("word", found[2]) if found[2] in ("digraph", "graph") else ("name", found[2])
        else:
            yield "sign", found[3]


def read_dot(text):
    tokens = list(dot_tokens(text))
    assert tokens[0] == ("word", "digraph") and tokens[1][0] == "name" and tokens[2] == ("sign", "{")
    nodes, edges, at = {}, [], 3
    while tokens[at] != ("sign", "}"):
        start, end = tokens[at], None
        at += 1
        if tokens[at] == ("sign", "->"):
            end = tokens[at + 1]
            at += 2
        attributes = {}
        assert tokens[at] == ("sign", "[")
        while tokens[at] != ("sign", "]"):
            (kind, key), equals, (_, value) = tokens[at + 1 : at + 4]
            assert kind == "name" and equals == ("sign", "=") and key not in attributes
            attributes[key] = value
            at += 4
            assert tokens[at] in (("sign", ","), ("sign", "]"))
        assert tokens[at + 1] == ("sign", ";")
        at += 2
        if end:
            edges.append((start[1], end[1], attributes))
        elif start[0] == "name":
            nodes[start[1]] = attributes
    assert at == len(tokens) - 1
    return nodes, edges


def check_dot(model, path):
    with open(path, encoding="utf-8") as file:
        nodes, edges = read_dot(file.read())
    assert list(nodes) == [a["key"] for a in model["actors"]], "nodes differ"
    for actor in model["actors"]:
        expected = stated(actor_attributes(actor), in_dot)
        assert expected.items() <= nodes[actor["key"]].items(), f"{actor['key']} differs"
        assert nodes[actor["key"]]["label"] == expected["name"]
    assert len(edges) == len(model["relations"])
    for relation, (start, end, attributes) in zip(model["relations"], edges):
        assert (start, end, attributes["id"]) == (relation["from"], relation["to"], relation["id"])
        assert stated(relation_attributes(relation), in_dot).items() <= attributes.items(), f"{relation['identity']} differs"


def main(arguments):
    show, graphml, dot = arguments
    with open(show, encoding="utf-8") as file:
        model = json.load(file)
    check_graphml(model, graphml)
    check_dot(model, dot)
    print(f"{len(model['actors'])} actors and {len(model['relations'])} relations: the same in all three")


if __name__ == "__main__":
    main(sys.argv[1:])

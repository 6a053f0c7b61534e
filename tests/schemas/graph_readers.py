# SPDX-License-Identifier: Apache-2.0
"""Checks that GEXF and GraphML say what the JSON of a model says, each read by programs that are not ours.

    python3 tests/schemas/graph_readers.py model MODEL.show.json MODEL.graphml MODEL.gexf
    python3 tests/schemas/graph_readers.py slices BEFORE.show.json AFTER.show.json BOTH.gexf

GraphML is read by igraph, GEXF by NetworkX. What a lenient reader would let pass is held against the rules of the GEXF
1.3 schema (gexf.net): which elements and attributes there are, in which order, and what refers to what.
"""
import json
import math
import sys
import xml.etree.ElementTree

import igraph
import networkx

from same_graph import actor_attributes, in_xml, relation_attributes, stated

NS = "{http://gexf.net/1.3}"
# NetworkX 2.8.8, which Debian 12 has, does not know this version yet; later ones have it in this table.
networkx.readwrite.gexf.GEXF.versions.setdefault(
    "1.3", {"NS_GEXF": "http://gexf.net/1.3", "NS_VIZ": "http://gexf.net/1.3/viz", "VERSION": "1.3", "SCHEMALOCATION": "",
            "NS_XSI": "http://www.w3.org/2001/XMLSchema-instance"})
TYPES = {"string": str, "boolean": lambda text: {"true": True, "false": False}[text], "integer": int, "double": float}
# By element: attributes that must be there, attributes that may be, and its children in order.
RULES = {
    "gexf": ({"version"}, {"variant"}, ["meta", "graph"]),
    "meta": (set(), {"lastmodifieddate"}, ["creator", "keywords", "description"]),
    "graph": (set(), {"timeformat", "start", "end", "timestamp", "mode", "timerepresentation", "timezone",
                      "defaultedgetype", "idtype"}, ["attributes", "nodes", "edges"]),
    "attributes": ({"class"}, {"mode"}, ["attribute"]),
    "attribute": ({"id", "title", "type"}, set(), ["default", "options"]),
    "nodes": (set(), {"count"}, ["node"]),
    "edges": (set(), {"count"}, ["edge"]),
    "node": ({"id"}, {"label", "start", "end"}, ["attvalues", "spells"]),
    "edge": ({"source", "target"}, {"id", "type", "kind", "label", "weight", "start", "end"}, ["attvalues", "spells"]),
    "attvalues": (set(), set(), ["attvalue"]),
    "attvalue": ({"for", "value"}, {"start", "end"}, []),
    "spells": (set(), set(), ["spell"]),
    "spell": (set(), {"start", "end"}, []),
    "creator": (set(), set(), []),
    "description": (set(), set(), []),
}


def check_rules(path):
    root = xml.etree.ElementTree.parse(path).getroot()
    for element in root.iter():
        name = element.tag.removeprefix(NS)
        required, optional, children = RULES[name]
        has = {key for key in element.keys() if not key.startswith("{")}
        assert required <= has <= required | optional, f"{name} has {has}"
        order = [children.index(child.tag.removeprefix(NS)) for child in element]
        assert order == sorted(order), f"children of {name} out of order"
    assert root.get("version") == "1.3"
    graph = root.find(f"{NS}graph")
    declared = {}
    for group in graph.findall(f"{NS}attributes"):
        for one in group:
            assert one.get("id") not in declared and one.get("type") in TYPES
            declared[one.get("id")] = (group.get("class"), one.get("type"), group.get("mode"))
    identifiers = {"node": [], "edge": []}
    lowest, highest = float(graph.get("start", 0)), float(graph.get("end", 0))
    for name, ids in identifiers.items():
        group = graph.find(f"{NS}{name}s")
        assert int(group.get("count")) == len(group)
        for element in group:
            ids.append(element.get("id"))
            for value in element.iter(f"{NS}attvalue"):
                owner, kind, mode = declared[value.get("for")]
                assert owner == name and ("start" in value.keys()) == (mode == "dynamic")
                TYPES[kind](value.get("value"))
            for span in [*element.iter(f"{NS}spell"), *element.iter(f"{NS}attvalue")]:
                if "start" in span.keys():
                    assert lowest <= float(span.get("start")) <= float(span.get("end")) <= highest
        assert len(set(ids)) == len(ids), "an identifier stands twice"
    nodes = set(identifiers["node"])
    kinds = [(e.get("source"), e.get("target"), e.get("kind")) for e in graph.find(f"{NS}edges")]
    assert {end for source, target, _ in kinds for end in (source, target)} <= nodes
    assert len(set(kinds)) == len(kinds), "parallel edges of one kind would be merged"
    assert len({e.get("type") for e in graph.find(f"{NS}edges")}) <= 1


def nodes_in(model):
    return {a["key"]: stated(actor_attributes(a), in_xml) for a in model["actors"]}


def edges_in(model):
    return {r["id"]: (r["from"], r["to"], stated(relation_attributes(r), in_xml)) for r in model["relations"]}


def read_gexf(path):
    check_rules(path)
    graph = networkx.read_gexf(path)
    graph = graph if graph.is_multigraph() else networkx.MultiDiGraph(graph)
    assert graph.is_directed()
    edges = {data["id"]: (start, end, data) for start, end, data in graph.edges(data=True)}
    assert len(edges) == graph.number_of_edges()
    return dict(graph.nodes(data=True)), edges


def without(data, *keys):
    return {key: value for key, value in data.items() if key not in keys}


def check_gexf(model, path):
    nodes, edges = read_gexf(path)
    expected = nodes_in(model)
    assert {key: without(data, "label") for key, data in nodes.items()} == expected, "nodes differ"
    assert all(data["label"] == expected[key]["name"] for key, data in nodes.items())
    read = {key: (start, end, without(data, "id", "label")) for key, (start, end, data) in edges.items()}
    assert read == edges_in(model), "edges differ"


def check_slices(before, after, path):
    """At every time of a slice, what is there and what it says is what that model has."""
    nodes, edges = read_gexf(path)
    elements = {**{("node", key): data for key, data in nodes.items()},
                **{("edge", key): {**data, "ends": (start, end)} for key, (start, end, data) in edges.items()}}

    def there(data, time):
        return any(start <= time <= end for start, end in data["spells"])

    def at(value, time):
        return next((v for v, start, end in value if start <= time <= end), None) if isinstance(value, list) else value

    for model, time in ((before, 0.5), (after, 2.5)):
        expected = {("node", key): data for key, data in nodes_in(model).items()}
        for key, (start, end, data) in edges_in(model).items():
            expected[("edge", key)] = {**data, "ends": (start, end)}
        read = {key: stated({name: at(value, time) for name, value in without(data, "id", "label", "spells").items()},
                            lambda value: value)
                for key, data in elements.items() if there(data, time)}
        assert read == expected, f"at {time} it differs"


def check_igraph(model, path):
    graph = igraph.Graph.Read_GraphML(path)
    assert graph.is_directed()

    def same(element, expected):
        for key, value in expected.items():
            found = element[key]
            assert found == value or (isinstance(value, float) and math.isclose(found, value)), (key, value, found)

    actors, relations = nodes_in(model), edges_in(model)
    assert {v["id"] for v in graph.vs} == set(actors) and len(graph.vs) == len(actors)
    for vertex in graph.vs:
        same(vertex, actors[vertex["id"]])
    by_identity = {data["identity"]: (start, end, data) for start, end, data in relations.values()}
    assert len(graph.es) == len(by_identity)
    for edge in graph.es:
        start, end, data = by_identity[edge["identity"]]
        assert (graph.vs[edge.source]["id"], graph.vs[edge.target]["id"]) == (start, end)
        same(edge, data)


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main(arguments):
    what, first, *others = arguments
    if what == "slices":
        check_slices(read(first), read(others[0]), others[1])
    else:
        check_igraph(read(first), others[0])
        check_gexf(read(first), others[1])
    print("the same, read by others")


if __name__ == "__main__":
    main(sys.argv[1:])

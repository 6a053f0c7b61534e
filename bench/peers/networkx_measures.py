# SPDX-License-Identifier: Apache-2.0
"""The engine's graph measures by NetworkX, on the edge lists that bench_dump writes.

    python3 bench/peers/networkx_measures.py GRAPHS

Prints measure, value and seconds per call. The graphs are built before the clock starts.
"""
import sys
import time

import networkx as nx

LEAST_SECONDS = 0.1  # of calls to one measure


class Words:
    def __init__(self, path):
        self.words = iter(open(path, encoding="ascii").read().split())

    def number(self):
        return int(next(self.words))

    def expect(self, word):
        seen = next(self.words)
        if seen != word:
            raise SystemExit(f"graphs.txt: {seen} where {word} was expected")

    def vertices(self):
        return [self.number() for _ in range(self.number())]

    def need(self):
        """Weight, web, doors, deliverers."""
        return float(next(self.words)), self.number(), self.vertices(), self.vertices()

    def graph(self, kind, with_cost=False):
        g = kind()
        vertices, edges = self.number(), self.number()
        g.add_nodes_from(range(vertices))
        for _ in range(edges):
            u, v = self.number(), self.number()
            cost = self.number() if with_cost else 0
            # Of parallel referrals the cheapest is enough, and NetworkX's plain graphs hold one.
            g.add_edge(u, v, weight=min(cost, g.edges[u, v]["weight"]) if g.has_edge(u, v) else cost)
        return g


class Graphs:
    def __init__(self, path):
        words = Words(path)
        words.expect("lines")
        self.lines = words.graph(nx.DiGraph)
        words.expect("tops")
        self.tops = words.vertices()
        words.expect("front")
        self.front = words.vertices()
        words.expect("ties")
        self.ties = words.graph(nx.Graph)
        words.expect("planning")
        self.planning = words.graph(nx.Graph)
        words.expect("webs")
        self.webs = [words.graph(nx.DiGraph, with_cost=True) for _ in range(words.number())]
        words.expect("needs")
        self.needs = [words.need() for _ in range(words.number())]
        self.below = self.lines.reverse(copy=True)
        self.root = len(self.below)
        self.below.add_edges_from((self.root, top) for top in self.tops)
        self.flows = [self.flow(*need) for need in self.needs if not set(need[2]) & set(need[3])]

    def flow(self, weight, web, doors, deliverers):
        """A need that takes a referral, as a network of links of capacity 1; without a capacity a link is endless."""
        family, help_ = len(self.webs[web]) - 2, len(self.webs[web]) - 1
        g = nx.DiGraph()
        g.add_nodes_from((family, help_))
        g.add_edges_from((u, v, {"capacity": 1}) for u, v in self.webs[web].edges if u != family)
        g.add_edges_from((family, door) for door in doors)
        g.add_edges_from((d, help_) for d in deliverers)
        return weight, g, family, help_


def reach_efficiency(graphs):
    distances = [nx.single_source_dijkstra_path_length(web, len(web) - 2) for web in graphs.webs]
    value = 0
    for weight, web, _, deliverers in graphs.needs:
        reached = [distances[web][d] for d in deliverers if d in distances[web]]
        if reached:
            value += weight / (1 + min(reached))
    return value


def disjoint_routes(graphs):
    flows = sum(weight * nx.maximum_flow_value(g, family, help_) for weight, g, family, help_ in graphs.flows)
    return flows / sum(weight for weight, *_ in graphs.flows)


def single_accountable_body(graphs):
    above = nx.immediate_dominators(graphs.below, graphs.root)
    return sum(above.get(p, graphs.root) != graphs.root for p in graphs.front) / len(graphs.front)


def governance_distance(graphs):
    nearest = []
    for p in graphs.front:
        hops = nx.single_source_shortest_path_length(graphs.lines, p)
        reached = [hops[top] for top in graphs.tops if top in hops]
        if reached:
            nearest.append(min(reached))
    return sum(nearest) / len(nearest)


def hierarchy(graphs):
    mutual = sum(len(c) * (len(c) - 1) // 2 for c in nx.strongly_connected_components(graphs.lines))
    ordered = sum(len(nx.descendants(graphs.lines, v)) for v in graphs.lines)
    return 1 - mutual / (ordered - mutual)


def planning_clustering(graphs):
    return nx.transitivity(graphs.planning)


def articulation_points(graphs):
    tied = sum(degree > 0 for _, degree in graphs.ties.degree)
    return len(set(nx.articulation_points(graphs.ties))) / tied


def hub_centralisation(graphs):
    part = graphs.ties.subgraph(max(nx.connected_components(graphs.ties), key=len))
    relative = nx.betweenness_centrality(part).values()
    return sum(max(relative) - b for b in relative) / (len(part) - 1)


def main():
    graphs = Graphs(sys.argv[1])
    for measure in (reach_efficiency, disjoint_routes, single_accountable_body, hierarchy, governance_distance,
                    planning_clustering, articulation_points, hub_centralisation):
        calls, start = 0, time.process_time()
        while (seconds := time.process_time() - start) < LEAST_SECONDS or calls == 0:
            value = measure(graphs)
            calls += 1
        print(measure.__name__, repr(value), seconds / calls)


if __name__ == "__main__":
    main()

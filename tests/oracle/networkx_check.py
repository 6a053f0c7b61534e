# SPDX-License-Identifier: Apache-2.0
"""A third opinion on the measures, by NetworkX: every value that it can compute, computed again from the model.

    graph_values > values.json; python3 networkx_check.py values.json

Prints each difference, and how many values of each measure agreed; exits 1 if there is any difference, or if a measure was
never compared.
"""
import collections
import json
import statistics
import sys

import networkx as nx

TOLERANCE = 1e-9
HELP, FAMILY, ROOT = "(help)", "(family)", "(root)"


def covers(relation, service):
    return not relation["services"] or service in relation["services"]


def within(ages, age):
    return ages[0] <= age < ages[1]


class Model:
    """A model of the file, with the graphs that several measures ask for."""

    def __init__(self, data):
        self.data = data
        self.findings = data["findings"]
        self.actors = {a["key"]: a for a in data["actors"]}
        self.front_line = [k for k, a in self.actors.items() if a["level"] == "frontline"]
        self.tops = [k for k, a in self.actors.items() if a["mandate"]]
        self.lines = self.graph("accountable_to")

    def of_type(self, kind):
        return [r for r in self.data["relations"] if r["type"] == kind]

    def graph(self, kind, kept=lambda r: True):
        g = nx.DiGraph()
        g.add_nodes_from(self.actors)
        g.add_edges_from((r["from"], r["to"]) for r in self.of_type(kind) if kept(r))
        return g

    def ties(self, *kinds):
        g = nx.Graph()
        g.add_edges_from((r["from"], r["to"]) for kind in kinds for r in self.of_type(kind))
        return g

    def deliverers(self, service, age):
        return {r["from"] for r in self.of_type("delivers")
                if covers(r, service) and within(r["ages"], age) and self.actors[r["to"]]["level"] == "public"}

    def team(self, family):
        return set().union(*(self.deliverers(n["service"], self.age_of(family, n)) for n in family["needs"]
                             if within(n["ages"], family["age"])))

    @staticmethod
    def age_of(family, need):
        return family["age"] if need["recipient_age"] is None else need["recipient_age"]

    def unit(self, key, boundary):
        actor = self.actors[key]
        entity = self.actors[actor["entity"]]
        if boundary == "team":
            return actor["team"] or key
        return entity["key"] if boundary == "organisation" else actor["sector"] or entity["sector"] or entity["key"]

    def needs(self):
        """Each need at its persona's age: persona, need, its share of the weight, doors, deliverers, referrals."""
        families = [(f, [n for n in f["needs"] if within(n["ages"], f["age"])]) for f in self.data["personas"]]
        total = sum(f["weight"] for f, needs in families if needs)
        for family, needs in families:
            doors = set(family["entries"]).union(*(self.deliverers(s, family["age"]) for s in self.data["universal"]))
            for need in needs:
                ages = (family["age"], self.age_of(family, need))
                web = self.graph("refers_to", lambda r: any(within(r["ages"], a) for a in ages))
                weight = family["weight"] / len(needs) / total
                yield family, need, weight, doors, self.deliverers(need["service"], ages[1]), web

    def hung(self, lines=None):
        """Lines read downwards from the virtual root above all tops."""
        g = (self.lines if lines is None else lines).reverse()
        g.add_edges_from((ROOT, top) for top in self.tops)
        return g


def with_ends(web, doors, deliverers):
    g = web.copy()
    g.add_edges_from((FAMILY, d) for d in doors)
    g.add_edges_from((d, HELP) for d in deliverers)
    g.add_nodes_from((FAMILY, HELP))
    return g


def dominators(g, root):
    """The chain of dominators of each vertex that the root reaches, the vertex itself first, without the root."""
    above = nx.immediate_dominators(g, root)
    chains = {}
    for v in above:
        chain, at = [], v
        while at != root:
            chain.append(at)
            at = above[at]
        chains[v] = chain
    return chains


def handoffs(m, web, doors, deliverers, boundary):
    g = with_ends(web, doors, deliverers)
    for a, b in g.edges:
        ends = {a, b} & {FAMILY, HELP}
        g[a][b]["cost"] = 0 if ends or m.unit(a, boundary) == m.unit(b, boundary) else 1
    try:
        return nx.dijkstra_path_length(g, FAMILY, HELP, weight="cost")
    except nx.NetworkXNoPath:
        return None


def access(m):
    """GM01, GM02 and the worst-off reach."""
    for boundary, name in (("team", "reach_efficiency"), ("organisation", "reach_efficiency by organisation"),
                           ("sector", "reach_efficiency by sector")):
        reach = near = at_all = steps = 0
        of_family = collections.defaultdict(list)
        any_need = False
        for family, _, weight, doors, deliverers, web in m.needs():
            any_need = True
            away = handoffs(m, web, doors, deliverers, boundary)
            of_family[family["key"]].append(0 if away is None else 1 / (1 + away))
            if away is None:
                continue
            reach += weight / (1 + away)
            near += weight if away <= 2 else 0
            at_all += weight
            steps += weight * away
        yield name, None, reach if any_need else None
        if at_all > 0:
            yield name, "mean hand-offs", steps / at_all
        if boundary == "team":
            yield "coverage", None, near if any_need else None
            yield "coverage at any distance", None, at_all if any_need else None
            yield "worst_off_reach", None, min(map(statistics.fmean, of_family.values())) if any_need else None


def dependence(m):
    """GM04, GM05 and GM06: dominators, flow, and taking actors out."""
    gates = reached = routes = by_referral = 0
    lost = collections.Counter()
    any_need = False
    for _, _, weight, doors, deliverers, web in m.needs():
        any_need = True
        g = with_ends(web, doors, deliverers)
        if not doors & deliverers:
            capacities = g.copy()
            nx.set_edge_attributes(capacities, {(a, b): 1 for a, b in web.edges}, "capacity")
            routes += weight * nx.maximum_flow_value(capacities, FAMILY, HELP)
            by_referral += weight
        if not nx.has_path(g, FAMILY, HELP):
            continue
        reached += weight
        gates += weight * len(set(dominators(g, FAMILY)[HELP]) - doors - deliverers - {HELP})
        for actor in m.actors:
            if not nx.has_path(g.subgraph(set(g) - {actor}), FAMILY, HELP):
                lost[actor] += weight
    yield "gatekeepers", None, gates / reached if reached else None
    yield "disjoint_routes", None, routes / by_referral if by_referral else None
    yield "failure_impact", None, max(lost.values(), default=0) if any_need else None
    for actor, share in lost.items():
        yield "failure_impact", actor, share


def teams(m):
    """GM07 and GM19."""
    size = weight = density = with_pairs = 0
    ties = m.ties("shares_information_with")
    for family in m.data["personas"]:
        team = m.team(family)
        if any(within(n["ages"], family["age"]) for n in family["needs"]):
            size += family["weight"] * len(team)
            weight += family["weight"]
        if len(team) < 2:
            continue
        around = nx.Graph()
        around.add_nodes_from(team)
        around.add_edges_from((r["from"], r["to"]) for r in m.of_type("shares_information_with")
                              if {r["from"], r["to"]} <= team and within(r["ages"], family["age"]))
        density += family["weight"] * nx.density(around)
        with_pairs += family["weight"]
    yield "practitioner_multiplicity", None, size / weight if weight else None
    if ties:
        yield "team_information_density", None, density / with_pairs if with_pairs else None


def accountability(m):
    """GM08, GM09, GM10, GM14 and GM15."""
    if not (m.lines.edges and m.tops and m.front_line):
        return
    reached = {p: (nx.descendants(m.lines, p) | {p}) & set(m.tops) for p in m.front_line}
    with_line = [p for p in m.front_line if reached[p]]
    condensed = nx.condensation(m.lines)
    component = condensed.graph["mapping"]
    paths = dict.fromkeys(condensed, 0)
    for top in m.tops:
        paths[component[top]] = 1
    for c in reversed(list(nx.topological_sort(condensed))):
        paths[c] += sum(paths[up] for up in condensed.successors(c))
    chains = dominators(m.hung(), ROOT)
    if with_line:
        yield "top_level_bodies", None, statistics.fmean(len(reached[p]) for p in with_line)
        yield "accountability_paths", None, statistics.fmean(paths[component[p]] for p in with_line)
        away = {p: nx.single_source_shortest_path_length(m.lines, p) for p in with_line}
        yield "governance_distance", None, statistics.fmean(min(away[p][t] for t in reached[p]) for p in with_line)
    single = sum(len(chains.get(p, ())) > 1 for p in m.front_line)
    yield "single_accountable_body", None, single / len(m.front_line)
    yield "span_of_control", None, statistics.median(d for _, d in m.lines.in_degree if d > 0)


def common_body(m):
    """GM11: the lowest common ancestor in the dominator tree, at the family's age."""
    if not (m.lines.edges and m.tops):
        return
    found = 0
    for family in m.data["personas"]:
        lines = m.graph("accountable_to", lambda r: within(r["ages"], family["age"]))
        chains = dominators(m.hung(lines), ROOT)
        team = m.team(family)
        if team and all(t in chains for t in team) and set.intersection(*(set(chains[t]) for t in team)):
            found += family["weight"]
    yield "common_accountable_body", None, found / sum(f["weight"] for f in m.data["personas"])


def order(m):
    """GM12 and GM13, by reachability."""
    above = {v: nx.descendants(m.lines, v) | {v} for v in m.lines}
    most = violations = 0
    for part in nx.weakly_connected_components(m.lines):
        most += (len(part) - 1) * (len(part) - 2) // 2
        for a in part:
            for b in part:
                bounds = above[a] & above[b]
                if a < b and not any(bounds <= above[u] for u in bounds):
                    violations += 1
    if most:
        yield "least_upper_bounds", None, 1 - violations / most
    if m.lines.edges:
        parts = [len(c) for c in nx.strongly_connected_components(m.lines)]
        mutual = sum(n * (n - 1) // 2 for n in parts)
        joined = sum(1 for a in above for b in above if a < b and (a in above[b] or b in above[a]))
        yield "hierarchy", None, 1 - mutual / joined
        yield "hierarchy", "circles", sum(n > 1 for n in parts)


def shape(m):
    """GM21, GM24 and GM25."""
    planning = m.ties("plans_jointly_with")
    if planning:
        yield "planning_clustering", "mean local", nx.average_clustering(planning)
        if any(d > 1 for _, d in planning.degree):
            yield "planning_clustering", None, nx.transitivity(planning)
    working = m.ties("accountable_to", "shares_information_with", "plans_jointly_with")
    if working:
        points = set(nx.articulation_points(working))
        yield "articulation_points", None, len(points) / len(working)
        yield "articulation_points", "components", nx.number_connected_components(working)
    for name, ties in (("hub_centralisation", working),
                       ("hub_centralisation of accountability", m.ties("accountable_to"))):
        sizes = sorted(map(len, nx.connected_components(ties)), reverse=True)
        if not sizes or sizes[0] < 3:
            yield name, None, None
            continue
        # Of equal components the one with the earliest actor.
        largest = min((c for c in nx.connected_components(ties) if len(c) == sizes[0]), key=min)
        between = nx.betweenness_centrality(ties.subgraph(largest))
        yield name, None, sum(max(between.values()) - b for b in between.values()) / (len(largest) - 1)


def differs(ours, theirs):
    if ours is None or theirs is None:
        return ours is not theirs
    return abs(ours - theirs) > TOLERANCE


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        models = json.load(file)
    agreed = collections.Counter()
    differences = 0
    for data in models:
        m = Model(data)
        for part in (access, dependence, teams, accountability, common_body, order, shape):
            for measure, figure, theirs in part(m):
                finding = m.findings[measure]
                ours = finding["value"] if figure is None else finding["figures"].get(figure)
                if differs(ours, theirs):
                    differences += 1
                    print(f"{data['title']}: {measure}{' ' + figure if figure else ''}: {ours}, NetworkX {theirs}")
                elif theirs is not None:
                    agreed[measure] += 1
    for measure, count in sorted(agreed.items()):
        print(f"{measure}: {count} values agree")
    print(f"{len(models)} models, {sum(agreed.values())} values agree, {differences} differ; NetworkX {nx.__version__}")
    expected = 23
    if len(agreed) < expected:
        print(f"only {len(agreed)} of {expected} measures and variants were compared")
    return 1 if differences or len(agreed) < expected else 0


if __name__ == "__main__":
    sys.exit(main())

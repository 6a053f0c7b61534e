// SPDX-License-Identifier: Apache-2.0
// The engine's graph measures by igraph's C library, on the edge lists that bench_dump writes: `igraph_measures GRAPHS`
// prints measure, value and seconds per call. The graphs are built before the clock starts. igraph stops the process
// itself when anything fails.
#include <igraph.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double least_seconds = 0.1;  // of calls to one measure

struct need {
    double weight;
    igraph_integer_t web;
    igraph_vector_int_t doors, deliverers;
    igraph_bool_t takes_referral;
    igraph_t flow;
    igraph_vector_t capacity;
};

struct graphs {
    igraph_t lines, below, ties, planning;
    igraph_vector_int_t tops, front;
    igraph_integer_t web_count, need_count;
    igraph_t* webs;
    igraph_vector_t* costs;
    struct need* needs;
};

static void stop(const char* what) {
    fprintf(stderr, "graphs.txt: %s was expected\n", what);
    exit(1);
}

static igraph_integer_t number(FILE* in) {
    long long n;
    if (fscanf(in, "%lld", &n) != 1) stop("a whole number");
    return (igraph_integer_t)n;
}

static void expect(FILE* in, const char* word) {
    char seen[32];
    if (fscanf(in, "%31s", seen) != 1 || strcmp(seen, word) != 0) stop(word);
}

static void read_vertices(FILE* in, igraph_vector_int_t* vertices) {
    const igraph_integer_t count = number(in);
    igraph_vector_int_init(vertices, count);
    for (igraph_integer_t i = 0; i < count; ++i) VECTOR(*vertices)[i] = number(in);
}

// `costs` is filled where it is not null.
static void read_graph(FILE* in, igraph_t* g, igraph_bool_t directed, igraph_vector_t* costs) {
    const igraph_integer_t vertices = number(in), count = number(in);
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, 2 * count);
    if (costs) igraph_vector_init(costs, count);
    for (igraph_integer_t e = 0; e < count; ++e) {
        VECTOR(ends)[2 * e] = number(in);
        VECTOR(ends)[2 * e + 1] = number(in);
        if (costs) VECTOR(*costs)[e] = (double)number(in);
    }
    igraph_create(g, &ends, vertices, directed);
    igraph_vector_int_destroy(&ends);
}

// The lines from above to below, and from one more vertex to each top.
static void hang_from_root(struct graphs* g) {
    const igraph_integer_t root = igraph_vcount(&g->lines);
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, 0);
    for (igraph_integer_t e = 0; e < igraph_ecount(&g->lines); ++e) {
        igraph_vector_int_push_back(&ends, IGRAPH_TO(&g->lines, e));
        igraph_vector_int_push_back(&ends, IGRAPH_FROM(&g->lines, e));
    }
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&g->tops); ++i) {
        igraph_vector_int_push_back(&ends, root);
        igraph_vector_int_push_back(&ends, VECTOR(g->tops)[i]);
    }
    igraph_create(&g->below, &ends, root + 1, IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&ends);
}

static void add_link(igraph_vector_int_t* ends, igraph_vector_t* capacity, igraph_integer_t from, igraph_integer_t to,
                     double value) {
    igraph_vector_int_push_back(ends, from);
    igraph_vector_int_push_back(ends, to);
    igraph_vector_push_back(capacity, value);
}

// The web's links with capacity 1, parallel ones once, and endless ones at both ends.
static void build_flow(struct need* need, const igraph_t* web) {
    const igraph_integer_t family = igraph_vcount(web) - 2, help = family + 1;
    igraph_t simple;
    igraph_copy(&simple, web);
    igraph_simplify(&simple, true, true, NULL);
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, 0);
    igraph_vector_init(&need->capacity, 0);
    const double plenty = (double)igraph_ecount(&simple);
    for (igraph_integer_t e = 0; e < igraph_ecount(&simple); ++e)
        if (IGRAPH_FROM(&simple, e) != family)
            add_link(&ends, &need->capacity, IGRAPH_FROM(&simple, e), IGRAPH_TO(&simple, e), 1);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&need->doors); ++i)
        add_link(&ends, &need->capacity, family, VECTOR(need->doors)[i], plenty);
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&need->deliverers); ++i)
        add_link(&ends, &need->capacity, VECTOR(need->deliverers)[i], help, plenty);
    igraph_create(&need->flow, &ends, help + 1, IGRAPH_DIRECTED);
    igraph_vector_int_destroy(&ends);
    igraph_destroy(&simple);
}

static void read_need(FILE* in, struct graphs* g, struct need* need) {
    if (fscanf(in, "%lf", &need->weight) != 1) stop("a weight");
    need->web = number(in);
    read_vertices(in, &need->doors);
    read_vertices(in, &need->deliverers);
    need->takes_referral = true;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&need->deliverers); ++i)
        if (igraph_vector_int_contains(&need->doors, VECTOR(need->deliverers)[i])) need->takes_referral = false;
    if (need->takes_referral) build_flow(need, &g->webs[need->web]);
}

static void read_graphs(FILE* in, struct graphs* g) {
    expect(in, "lines");
    read_graph(in, &g->lines, IGRAPH_DIRECTED, NULL);
    expect(in, "tops");
    read_vertices(in, &g->tops);
    expect(in, "front");
    read_vertices(in, &g->front);
    expect(in, "ties");
    read_graph(in, &g->ties, IGRAPH_UNDIRECTED, NULL);
    expect(in, "planning");
    read_graph(in, &g->planning, IGRAPH_UNDIRECTED, NULL);
    expect(in, "webs");
    g->web_count = number(in);
    g->webs = calloc((size_t)g->web_count, sizeof *g->webs);
    g->costs = calloc((size_t)g->web_count, sizeof *g->costs);
    if (!g->webs || !g->costs) stop("memory");
    for (igraph_integer_t w = 0; w < g->web_count; ++w) read_graph(in, &g->webs[w], IGRAPH_DIRECTED, &g->costs[w]);
    expect(in, "needs");
    g->need_count = number(in);
    g->needs = calloc((size_t)g->need_count, sizeof *g->needs);
    if (!g->needs) stop("memory");
    for (igraph_integer_t n = 0; n < g->need_count; ++n) read_need(in, g, &g->needs[n]);
    hang_from_root(g);
}

static double reach_efficiency(const struct graphs* g) {
    igraph_matrix_t* distances = calloc((size_t)g->web_count, sizeof *distances);
    if (!distances) stop("memory");
    for (igraph_integer_t w = 0; w < g->web_count; ++w) {
        igraph_matrix_init(&distances[w], 0, 0);
        igraph_distances_dijkstra(&g->webs[w], &distances[w], igraph_vss_1(igraph_vcount(&g->webs[w]) - 2),
                                  igraph_vss_all(), &g->costs[w], IGRAPH_OUT);
    }
    double value = 0;
    for (igraph_integer_t n = 0; n < g->need_count; ++n) {
        const struct need* need = &g->needs[n];
        double best = IGRAPH_INFINITY;
        for (igraph_integer_t i = 0; i < igraph_vector_int_size(&need->deliverers); ++i) {
            const double hops = MATRIX(distances[need->web], 0, VECTOR(need->deliverers)[i]);
            if (hops < best) best = hops;
        }
        value += need->weight / (1 + best);
    }
    for (igraph_integer_t w = 0; w < g->web_count; ++w) igraph_matrix_destroy(&distances[w]);
    free(distances);
    return value;
}

static double disjoint_routes(const struct graphs* g) {
    double sum = 0, weight = 0;
    for (igraph_integer_t n = 0; n < g->need_count; ++n) {
        const struct need* need = &g->needs[n];
        if (!need->takes_referral) continue;
        double flow = 0;
        const igraph_integer_t help = igraph_vcount(&need->flow) - 1;
        igraph_maxflow_value(&need->flow, &flow, help - 1, help, &need->capacity, NULL);
        sum += need->weight * flow;
        weight += need->weight;
    }
    return sum / weight;
}

// igraph marks the root and what it does not reach with negative numbers.
static double single_accountable_body(const struct graphs* g) {
    const igraph_integer_t root = igraph_vcount(&g->below) - 1;
    igraph_vector_int_t above;
    igraph_vector_int_init(&above, 0);
    igraph_dominator_tree(&g->below, root, &above, NULL, NULL, IGRAPH_OUT);
    double single = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&g->front); ++i) {
        const igraph_integer_t body = VECTOR(above)[VECTOR(g->front)[i]];
        if (body >= 0 && body != root) single += 1;
    }
    igraph_vector_int_destroy(&above);
    return single / (double)igraph_vector_int_size(&g->front);
}

static double hierarchy(const struct graphs* g) {
    igraph_vector_int_t sizes, reached;
    igraph_vector_int_init(&sizes, 0);
    igraph_vector_int_init(&reached, 0);
    igraph_connected_components(&g->lines, NULL, &sizes, NULL, IGRAPH_STRONG);
    igraph_neighborhood_size(&g->lines, &reached, igraph_vss_all(), igraph_vcount(&g->lines), IGRAPH_OUT, 1);
    double mutual = 0, ordered = 0;
    for (igraph_integer_t c = 0; c < igraph_vector_int_size(&sizes); ++c)
        mutual += (double)(VECTOR(sizes)[c] * (VECTOR(sizes)[c] - 1) / 2);
    for (igraph_integer_t v = 0; v < igraph_vector_int_size(&reached); ++v) ordered += (double)VECTOR(reached)[v];
    igraph_vector_int_destroy(&sizes);
    igraph_vector_int_destroy(&reached);
    return 1 - mutual / (ordered - mutual);
}

static double governance_distance(const struct graphs* g) {
    igraph_matrix_t hops;
    igraph_matrix_init(&hops, 0, 0);
    igraph_distances(&g->lines, &hops, igraph_vss_vector(&g->front), igraph_vss_vector(&g->tops), IGRAPH_OUT);
    double sum = 0, count = 0;
    for (igraph_integer_t i = 0; i < igraph_vector_int_size(&g->front); ++i) {
        double nearest = IGRAPH_INFINITY;
        for (igraph_integer_t t = 0; t < igraph_vector_int_size(&g->tops); ++t)
            if (MATRIX(hops, i, t) < nearest) nearest = MATRIX(hops, i, t);
        if (nearest == IGRAPH_INFINITY) continue;
        sum += nearest;
        count += 1;
    }
    igraph_matrix_destroy(&hops);
    return sum / count;
}

static double planning_clustering(const struct graphs* g) {
    double value = 0;
    igraph_transitivity_undirected(&g->planning, &value, IGRAPH_TRANSITIVITY_ZERO);
    return value;
}

static double articulation_points(const struct graphs* g) {
    igraph_vector_int_t points, degrees;
    igraph_vector_int_init(&points, 0);
    igraph_vector_int_init(&degrees, 0);
    igraph_articulation_points(&g->ties, &points);
    igraph_degree(&g->ties, &degrees, igraph_vss_all(), IGRAPH_ALL, IGRAPH_NO_LOOPS);
    double tied = 0;
    for (igraph_integer_t v = 0; v < igraph_vector_int_size(&degrees); ++v) tied += VECTOR(degrees)[v] > 0;
    const double value = (double)igraph_vector_int_size(&points) / tied;
    igraph_vector_int_destroy(&points);
    igraph_vector_int_destroy(&degrees);
    return value;
}

static double hub_centralisation(const struct graphs* g) {
    igraph_graph_list_t parts;
    igraph_graph_list_init(&parts, 0);
    igraph_decompose(&g->ties, &parts, IGRAPH_WEAK, -1, 3);
    const igraph_t* largest = igraph_graph_list_get_ptr(&parts, 0);
    for (igraph_integer_t p = 1; p < igraph_graph_list_size(&parts); ++p) {
        const igraph_t* part = igraph_graph_list_get_ptr(&parts, p);
        if (igraph_vcount(part) > igraph_vcount(largest)) largest = part;
    }
    double value = 0;
    igraph_centralization_betweenness(largest, NULL, false, &value, NULL, true);
    igraph_graph_list_destroy(&parts);
    return value;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void time_measure(const char* name, double (*measure)(const struct graphs*), const struct graphs* g) {
    double value = measure(g), seconds = 0;
    long calls = 0;
    const double start = now();
    for (; seconds < least_seconds; seconds = now() - start) {
        value = measure(g);
        ++calls;
    }
    printf("%s %.17g %.9g\n", name, value, seconds / (double)calls);
}

int main(int argc, char** argv) {
    FILE* in = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (!in) {
        fprintf(stderr, "usage: igraph_measures GRAPHS\n");
        return 2;
    }
    struct graphs g;
    read_graphs(in, &g);
    fclose(in);
    time_measure("reach_efficiency", reach_efficiency, &g);
    time_measure("disjoint_routes", disjoint_routes, &g);
    time_measure("single_accountable_body", single_accountable_body, &g);
    time_measure("hierarchy", hierarchy, &g);
    time_measure("governance_distance", governance_distance, &g);
    time_measure("planning_clustering", planning_clustering, &g);
    time_measure("articulation_points", articulation_points, &g);
    time_measure("hub_centralisation", hub_centralisation, &g);
    return 0;
}

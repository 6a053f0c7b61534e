// SPDX-License-Identifier: Apache-2.0
// Writes into a directory what the peers that are processes of their own read: `graphs.txt`, the graphs of
// scotland.full as edge lists, with the engine's values in `values.json`; and `tables.json`, the tables that are
// ranked, with the engine's rank counts.
//
// graphs.txt is words between spaces. `lines`, `ties` and `planning`: vertices, edges, then two ends for each edge.
// `tops` and `front`: how many, then the vertices. `webs`: how many, each as vertices, edges, then two ends and a cost
// for each edge. `needs`: how many, each as weight, position of its web, then doors and deliverers like tops. In a web
// the vertex before the last is the family, and the last stands for help.
#include "peers/boost_graphs.hpp"
#include "support.hpp"
#include "tables.hpp"

#include <fstream>
#include <iostream>

namespace {

using namespace concordat::bench;
using concordat::document;

template <class Vertices>
void write_vertices(std::ostream& out, const Vertices& vertices) {
    out << vertices.size();
    for (const auto v : vertices) out << ' ' << v;
    out << '\n';
}

template <class Graph>
void write_edges(std::ostream& out, const Graph& g, bool with_cost) {
    out << num_vertices(g) << ' ' << num_edges(g) << '\n';
    for (auto [e, end] = edges(g); e != end; ++e) {
        out << source(*e, g) << ' ' << target(*e, g);
        if constexpr (std::is_same_v<Graph, directed>)
            if (with_cost) out << ' ' << get(boost::edge_weight, g, *e);
        out << '\n';
    }
}

void write_webs(std::ostream& out, const concordat::model& m) {
    const auto families = webs_of(m);
    std::size_t webs = 0, needs = 0;
    for (const auto& family : families) {
        webs += family.webs.size();
        needs += family.needs.size();
    }
    out << "webs " << webs << '\n';
    for (const auto& family : families)
        for (const auto& [age, web] : family.webs) write_edges(out, web, true);
    out << "needs " << needs << '\n';
    std::size_t first_web = 0;
    for (const auto& family : families) {
        for (const auto& need : family.needs) {
            const auto web = std::distance(family.webs.begin(), family.webs.find(need.recipient_age));
            out << concordat::shortest(need.weight) << ' ' << first_web + static_cast<std::size_t>(web) << '\n';
            write_vertices(out, family.doors);
            write_vertices(out, need.deliverers);
        }
        first_web += family.webs.size();
    }
}

void write_graphs(std::ostream& out, const concordat::model& m) {
    using concordat::relation_type;
    out << "lines ";
    write_edges(out, graph_of<directed>(m, {relation_type::accountable_to}), false);
    out << "tops ";
    write_vertices(out, concordat::mandates(m));
    out << "front ";
    write_vertices(out, with_level(m, concordat::level::frontline));
    out << "ties ";
    write_edges(out,
                graph_of<undirected>(m, {relation_type::accountable_to, relation_type::shares_information_with,
                                         relation_type::plans_jointly_with}),
                false);
    out << "planning ";
    write_edges(out, graph_of<undirected>(m, {relation_type::plans_jointly_with}), false);
    write_webs(out, m);
}

document values_of(const concordat::model& m) {
    auto values = document::empty_object();
    for (const auto& info : concordat::catalogue()) {
        const auto found = concordat::make_measure(info.key, {}).value()(m);
        if (found.value) values.set(std::string(info.key), *found.value);
    }
    return values;
}

document described(const table_size& size) {
    const auto table = table_of(size);
    const auto ranks = concordat::rank_probability(table, nobody_was_asked(),
                                                   {.samples = samples, .seed = 1, .threads = 1, .progress = {}})
                           .value();
    auto low = document::array{}, middle = low, high = low, spread = low, counts = low;
    for (const auto& cell : table.cells) {
        const auto* normal = std::get_if<concordat::normal_value>(&cell);
        low.emplace_back(concordat::lowest(cell));
        middle.emplace_back(concordat::mean(cell));
        high.emplace_back(concordat::highest(cell));
        spread.emplace_back(normal ? normal->sd : 0.0);
    }
    for (std::size_t o = 0; o < size.options; ++o)
        for (std::size_t rank = 1; rank <= size.options; ++rank) counts.emplace_back(ranks.rank_count(o, rank));
    auto d = document::empty_object();
    d.set("name", size.name()).set("options", size.options).set("criteria", size.criteria).set("samples", samples);
    d.set("cells", size.kind_name()).set("low", std::move(low)).set("middle", std::move(middle));
    d.set("high", std::move(high)).set("sd", std::move(spread)).set("rank_counts", std::move(counts));
    return d;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: bench_dump DIRECTORY\n";
        return 2;
    }
    const std::string directory = argv[1];
    const auto m = scotland("full");
    std::ofstream graphs(directory + "/graphs.txt"), values(directory + "/values.json"),
        tables(directory + "/tables.json");
    write_graphs(graphs, m);
    values << concordat::to_json(values_of(m)).value();
    tables << concordat::to_json(document::list(table_sizes, described)).value();
    return graphs.flush() && values.flush() && tables.flush() ? 0 : 1;
}

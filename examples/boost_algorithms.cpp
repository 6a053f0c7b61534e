// SPDX-License-Identifier: Apache-2.0
// Boost.Graph's algorithms called directly on a model: a model's relations are a graph as they stand, nothing is
// copied.
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/strong_components.hpp>
#include <concordat/concordat.hpp>
#include <concordat/graph/boost.hpp>
#include <iostream>
#include <vector>

int main(int argc, char** argv) {
    const std::string models = argc > 1 ? argv[1] : "models";
    const auto model = concordat::load_model(models + "/scotland/full.toml").value();
    const auto lines = concordat::select(model, {.types = {concordat::relation_type::accountable_to}});
    const auto index = get(boost::vertex_index, lines);

    std::vector<int> component(lines.vertex_count());
    const int components = boost::strong_components(lines, boost::make_iterator_property_map(component.begin(), index));
    std::cout << components << " strong components among " << lines.vertex_count() << " actors\n";

    std::vector<int> distance(lines.vertex_count(), 0);
    const auto team = model.index_of("children_sw_team").value();
    boost::breadth_first_search(
        lines, team,
        boost::visitor(boost::make_bfs_visitor(boost::record_distances(
            boost::make_iterator_property_map(distance.begin(), index), boost::on_tree_edge()))));
    for (const auto* body : {"hscp_chief_officer", "ijb", "scottish_ministers"})
        std::cout << body << ": " << distance[model.index_of(body).value()] << " steps above the social work team\n";
}

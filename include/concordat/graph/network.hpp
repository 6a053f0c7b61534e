// SPDX-License-Identifier: Apache-2.0
/// Chosen relations of a model as compressed rows, in both directions: the form the measures walk.
#pragma once

#include "concordat/model/model.hpp"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace concordat {

/// One step along a relation. `relation` is its position in `model::relations()`.
struct arc {
    actor_index to = 0;
    std::uint32_t relation = 0;
};

/// Which relations: of these types, that hold on the model's day, that cover one of `services` (empty: any) and `age`.
struct selection {
    std::vector<relation_type> types;
    std::vector<std::string> services{};
    std::optional<double> age{};
};

/// A directed multigraph over all of a model's actors. A value; 8 bytes a relation and direction. Rows are in order of
/// the neighbour, then of the relation.
class network {
public:
    network() = default;
    network(std::size_t vertices, std::span<const std::pair<ends, std::uint32_t>> edges);

    [[nodiscard]] std::size_t vertex_count() const noexcept { return out_rows_.empty() ? 0 : out_rows_.size() - 1; }
    [[nodiscard]] std::size_t edge_count() const noexcept { return out_.size(); }
    [[nodiscard]] std::span<const arc> out(actor_index v) const noexcept {
        return {out_.data() + out_rows_[v], out_.data() + out_rows_[v + 1]};
    }
    [[nodiscard]] std::span<const arc> in(actor_index v) const noexcept {
        return {in_.data() + in_rows_[v], in_.data() + in_rows_[v + 1]};
    }

private:
    std::vector<std::uint32_t> out_rows_, in_rows_;
    std::vector<arc> out_, in_;
};

/// The chosen relations as they point. O(relations + actors).
[[nodiscard]] network select(const model&, const selection&);

/// The same pairs without direction, parallels or loops: each neighbour once in `out` (and `in`), with the first
/// relation that makes the tie. What articulation, clustering and centralisation need. O(E log E).
[[nodiscard]] network simple_undirected(const network&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_network.ipp"
#endif

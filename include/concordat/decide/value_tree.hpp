// SPDX-License-Identifier: Apache-2.0
/// The tree that weights are given along: branches of any depth, criteria as leaves. It holds keys only, so that
/// weights can be checked before anything is measured.
#pragma once

#include "concordat/core/error.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace concordat {

/// A tree holds at most so many criteria and branches (E701). No branch has more children than there are criteria.
inline constexpr std::size_t most_criteria = 64;
inline constexpr std::size_t most_branches = 256;

/// A branch of criteria. `parent` is another branch's key, or empty at the top.
struct table_branch {
    std::string key;
    std::string title;
    std::string parent;
    friend bool operator==(const table_branch&, const table_branch&) = default;
};

/// A criterion's place in the tree. `counted` false: it is left out, and its weight goes to its neighbours.
struct tree_leaf {
    std::string key;
    std::string parent;
    bool counted = true;
};

struct value_node {
    std::string key;                       ///< empty at the top
    std::size_t parent = 0;                ///< a position among the nodes; the top is its own parent
    std::vector<std::size_t> children;     ///< positions among the nodes, in order of key
    std::optional<std::size_t> criterion;  ///< of a leaf: its position in the list it came from
    bool counted = true;                   ///< of a branch: whether any leaf below it is
};

/// An immutable tree. Nodes stand parents first and neighbours in order of key, whatever the order of the lists they
/// came from: so the order of a file changes neither a sum nor a draw.
class value_tree {
public:
    /// All mistakes at once: keys used twice, by branches and criteria together (E206), circles of branches (E207),
    /// parents that are no branch (E301), keys of another form (E406), branches with nothing below them, no criterion
    /// at all or none that counts (E410), too many (E701).
    [[nodiscard]] static result<value_tree> make(std::span<const table_branch> branches,
                                                 std::span<const tree_leaf> leaves);

    /// Node 0 is the top.
    [[nodiscard]] const std::vector<value_node>& nodes() const& noexcept { return nodes_; }
    [[nodiscard]] std::vector<value_node> nodes() && noexcept { return std::move(nodes_); }
    /// How many leaves there are, counted or not.
    [[nodiscard]] std::size_t criterion_count() const noexcept { return criterion_count_; }
    /// The positions of the counted criteria, in order of key: the order of every sum over criteria.
    [[nodiscard]] std::vector<std::size_t> counted_criteria() const;
    /// The node of a branch (empty: the top) or of a criterion.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view key) const;

private:
    std::vector<value_node> nodes_;
    std::size_t criterion_count_ = 0;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_value_tree.ipp"
#endif

// SPDX-License-Identifier: Apache-2.0
/// Who stands above whom. Two questions about the lines of accountability: whom does *any* line of an actor reach (its
/// ancestors), and through whom does *every* line pass (its dominators)? The measures of accountability, advocacy and
/// scrutiny share both. Neither says whether a line is used.
#pragma once

#include "concordat/graph/network.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace concordat {

/// The `accountable_to` relations that hold, as they point: from who answers to who is answered to. Only those that
/// cover one of `services` (empty: any) and `age`. O(relations + actors).
[[nodiscard]] network lines_of_accountability(const model&, const std::vector<std::string>& services = {},
                                              std::optional<double> age = {});

/// The democratically accountable tops, ascending: Ministers, each council, boards with a mandate of their own.
[[nodiscard]] std::vector<actor_index> mandates(const model&);

/// Dominators over lines read downwards from a virtual root r* above all tops. Actor d dominates p when every line from
/// p to any top passes d. Councils and Ministers are separate mandates, so an actor whose lines share nobody below r*
/// has no single body to answer to. Lengauer & Tarjan (1979), O((V + E) log(V + E)).
class dominator_tree {
public:
    /// `tops` are positions below `lines.vertex_count()`.
    dominator_tree(const network& lines, std::span<const actor_index> tops);

    /// The virtual root's own position: one past the last actor.
    [[nodiscard]] actor_index root() const noexcept { return static_cast<actor_index>(above_.size()); }
    /// False where no line leads to a top: to be reported as such, never as independence. A top has a line.
    [[nodiscard]] bool has_line(actor_index a) const noexcept { return depth_[a] != 0; }
    /// The nearest other actor that every line passes, or `root()`. Asks for a line.
    [[nodiscard]] actor_index above(actor_index a) const noexcept {
        CONCORDAT_ASSERT(has_line(a));
        return above_[a];
    }
    /// Steps up the tree to the root, 1 or more; 0 without a line.
    [[nodiscard]] std::size_t depth(actor_index a) const noexcept { return depth_[a]; }
    /// The actor itself and its dominators, upwards, without the root; empty without a line.
    [[nodiscard]] std::vector<actor_index> chain(actor_index a) const;
    /// The lowest actor that dominates all of these, each counted as its own dominator; nothing when that is the root,
    /// when one of them has no line, or when there are none. O(actors · depth).
    [[nodiscard]] std::optional<actor_index> lowest_common(std::span<const actor_index> actors) const;

private:
    std::vector<actor_index> above_;
    std::vector<std::uint32_t> depth_;
};

/// For each actor the set of those whom some line of it reaches, itself included: an inspector of the body it answers
/// to shares that body. Bit rows; O(V (V + E)) time, V² / 8 bytes.
class ancestry {
public:
    explicit ancestry(const network& lines);

    [[nodiscard]] bool reaches(actor_index from, actor_index to) const noexcept {
        return (row(from)[to / 64] >> (to % 64) & 1U) != 0;
    }
    /// Those whom both reach, ascending.
    [[nodiscard]] std::vector<actor_index> shared(actor_index a, actor_index b) const;
    /// The one of those from whom all the others of them are reached: the least upper bound of a pair; the first where
    /// several stand in a circle, nothing where there is none.
    [[nodiscard]] std::optional<actor_index> least_shared(actor_index a, actor_index b) const;
    /// The set of one actor: bit v is set when it reaches v.
    [[nodiscard]] std::span<const std::uint64_t> row(actor_index a) const noexcept {
        return {bits_.data() + a * words_, words_};
    }

private:
    std::size_t words_ = 0;
    std::vector<std::uint64_t> bits_;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_dominance.ipp"
#endif

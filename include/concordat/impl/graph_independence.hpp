// SPDX-License-Identifier: Apache-2.0
/// Whether one actor is independent of another in the lines of accountability, and who stands in the way. Internal to
/// `impl/graph_*.ipp`.
#pragma once

#include "concordat/graph/dominance.hpp"
#include "concordat/impl/graph_showing.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace concordat::detail {

/// `strict` asks for no shared ancestor, `lenient` for no shared dominator; an actor is its own ancestor and dominator.
enum class independence : std::uint8_t { strict, lenient };

/// Where lines of accountability may end: at a mandate, and at an exempt actor that has no mandate above it. Parliament
/// is exempt and nobody gave it a mandate, and who answers to Parliament alone does have a line.
[[nodiscard]] inline std::vector<actor_index> ends_of_lines(const model& m, const ancestry& above,
                                                            const std::vector<bool>& exempt) {
    auto tops = mandates(m);
    const auto mandated = tops;
    for (actor_index a = 0; a < exempt.size(); ++a)
        if (exempt[a] && std::none_of(mandated.begin(), mandated.end(), [&](auto t) { return above.reaches(a, t); }))
            tops.push_back(a);
    std::sort(tops.begin(), tops.end());
    return tops;
}

/// Answers for one model and one list of exempt actors.
class independence_of_lines {
public:
    independence_of_lines(const model& m, const std::vector<std::string>& exempt)
        : lines_(lines_of_accountability(m)),
          exempt_(showing::marked(m, exempt)),
          above_(lines_),
          tree_(lines_, ends_of_lines(m, above_, exempt_)) {}

    /// Whether it answers, near or far, to a mandate or to an exempt actor.
    [[nodiscard]] bool has_line(actor_index a) const { return tree_.has_line(a); }
    [[nodiscard]] bool is_exempt(actor_index a) const { return exempt_[a]; }
    [[nodiscard]] const network& lines() const { return lines_; }
    [[nodiscard]] const ancestry& above() const { return above_; }

    /// The first shared superior that is not exempt; nothing where there is none.
    [[nodiscard]] std::optional<actor_index> shared(actor_index a, actor_index b, independence how) const {
        const auto both = how == independence::strict ? above_.shared(a, b) : shared_dominators(a, b);
        const auto found = std::find_if(both.begin(), both.end(), [&](auto s) { return !exempt_[s]; });
        return found == both.end() ? std::nullopt : std::optional(*found);
    }

    /// Both have a line, and no superior in common. Without a line nothing is known, so nothing is granted.
    [[nodiscard]] bool are_independent(actor_index a, actor_index b, independence how) const {
        return has_line(a) && has_line(b) && !shared(a, b, how);
    }

private:
    [[nodiscard]] std::vector<actor_index> shared_dominators(actor_index a, actor_index b) const {
        const auto of_a = tree_.chain(a), of_b = tree_.chain(b);
        std::vector<actor_index> both;
        for (const auto d : of_a)
            if (std::find(of_b.begin(), of_b.end(), d) != of_b.end()) both.push_back(d);
        return both;
    }

    network lines_;
    std::vector<bool> exempt_;
    ancestry above_;
    dominator_tree tree_;
};

}  // namespace concordat::detail

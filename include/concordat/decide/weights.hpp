// SPDX-License-Identifier: Apache-2.0
/// How much each criterion counts, whose view that is, and how it was asked for. Along a tree: at each branch the
/// children share the branch's weight, and a criterion's weight is the product of the shares on its way down.
///
/// Weights that nobody gave as numbers are not made up: they are all the weightings that agree with what was said, each
/// equally likely, and stand for themselves as a distribution to draw from (Lahdelma and Salminen, "SMAA-2: Stochastic
/// multicriteria acceptability analysis for group decision making", Operations Research 49, 2001).
///
/// A weight without a range means nothing: how much a criterion counts depends on how far it can move. `ranges` says
/// over which worst and best the weights were asked for. What a set was given for and what it is used with are compared
/// where criteria with value functions are at hand (`assess/ranges.hpp`).
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/random.hpp"
#include "concordat/decide/value_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

namespace detail {
struct share_region;
}

/// How the weights were asked for.
enum class elicitation : std::uint8_t {
    none,      ///< nobody was asked: every weighting counts as equally likely
    direct,    ///< as numbers; they are divided by their sum
    ordinal,   ///< as an order: every weighting in that order is equally likely
    swing,     ///< as points for swings from worst to best, or as ratios of two such swings
    interval,  ///< as bounds of each share: every weighting within them is equally likely
    linear,    ///< as inequalities between shares: every weighting that meets them is equally likely
};
[[nodiscard]] std::string_view name(elicitation) noexcept;
namespace detail {
inline constexpr std::string_view elicitation_words[] = {"none", "direct", "ordinal", "swing", "interval", "linear"};
}

struct given_weight {
    std::string key;
    double weight = 0;  ///< not negative
    friend bool operator==(const given_weight&, const given_weight&) = default;
};

/// The share of a child in its branch lies in [low, high], which lies in [0, 1].
struct share_bounds {
    std::string key;
    double low = 0;
    double high = 1;
    friend bool operator==(const share_bounds&, const share_bounds&) = default;
};

struct share_term {
    std::string key;
    double factor = 1;  ///< of the child's share; of any sign
    friend bool operator==(const share_term&, const share_term&) = default;
};

/// at_least <= sum of factor · share <= at_most, over children of one branch. Both alike: an equation.
struct share_constraint {
    std::vector<share_term> of;
    std::optional<double> at_least{};
    std::optional<double> at_most{};
    source_pos where{};
};

/// How much the step of a criterion from its worst to its best counts, where the step that counts most has 100 points.
struct swing_points {
    std::string key;
    double points = 0;
    friend bool operator==(const swing_points&, const swing_points&) = default;
};

/// "The step of `of` counts `times` as much as the step of `to`."
struct swing_ratio {
    std::string of;
    std::string to;
    double times = 1;
    source_pos where{};
};

/// What was said about one branch: `weights` of all its children with `direct`, their `order` with `ordinal`, `swings`
/// of them all or `ratios` that connect them all (or both) with `swing`, `bounds` of them all with `interval`, any
/// `constraints` with `linear`.
struct branch_preference {
    std::string parent;              ///< a branch's key; empty: the top
    std::vector<std::string> order;  ///< the first counts most
    std::vector<given_weight> weights;
    source_pos where;
    std::vector<swing_points> swings{};  ///< falling; the first has 100 points
    std::vector<swing_ratio> ratios{};   ///< may be redundant; see `replay` in `decide/swing.hpp`
    std::vector<share_bounds> bounds{};
    std::vector<share_constraint> constraints{};
};

/// From where to where a criterion was imagined to move when its weight was asked for, in the criterion's unit.
struct criterion_range {
    std::string key;
    double worst = 0;
    double best = 1;
    source_pos where{};
};

struct weight_set {
    std::string key;
    std::string title;
    std::string whose;          ///< whose view it is
    bool illustrative = false;  ///< nobody was asked; it shows how a viewpoint works
    elicitation how = elicitation::none;
    std::string criteria;  ///< key of the tree it was given for; not used here
    std::string note;
    std::vector<branch_preference> preferences;  ///< every branch exactly once, or none with `elicitation::none`
    source_pos where;
    std::vector<criterion_range> ranges{};  ///< not used here; see `assess/ranges.hpp`
};

/// A branch holds at most so many constraints, and its weightings may have at most so many corners (E701): 2^12 is what
/// "the first counts most" has with thirteen children.
inline constexpr std::size_t most_share_constraints = 64;
inline constexpr std::size_t most_share_corners = 4096;

/// The set, or all that does not fit the tree, each at its place: a branch that is not weighed (E202) or twice (E206),
/// parents and keys that are not there (E301), a child without a weight or place in the order (E202) or with two
/// (E206), an answer of another kind than `how` asks for (E207), weights that are negative (E401), not finite (E402) or
/// all zero (E404). A branch with one child has nothing to weigh, so it may be absent.
///
/// Of swings: points outside [0, 100], not falling or not from 100, a ratio outside [0.01, 100] (E401), children that
/// no chain of ratios connects (E202), an order that goes in a circle, with the circle (E207). Of bounds and
/// constraints: low above high (E405), outside [0, 1] (E401), a constraint without a limit (E202), and those that no
/// weighting meets (E404): bounds with their sum, constraints with a smallest set of them that contradict each other.
///
/// Constraints cost the enumeration of their corners; all else is linear in what was said.
[[nodiscard]] result<weight_set> check(weight_set, const value_tree&);

/// A weight set along a tree, ready to be drawn from. Criteria that do not count have weight 0, and their neighbours
/// are weighed as if they had not been asked about: `direct` and `swing` weights keep their proportions, orders and
/// simplices close up, and weightings within bounds or constraints are drawn whole and keep the proportions of what is
/// left. A branch with nothing that counts has weight 0 likewise.
///
/// Weightings within bounds or constraints form a polytope. It is cut out of the simplex corner by corner (Motzkin,
/// Raiffa, Thompson and Thrall, "The double description method", 1953), and split into simplices by pulling (Lee,
/// "Subdivisions and triangulations of polytopes", 1997), of which one is drawn by its volume and then a point in it:
/// exact, with at most as many uniforms as the branch has children. Points closer to a constraint than 1e-12 count as
/// on it, so equations hold to rounding and bounds exactly. What would take more than 32768 simplices is drawn by
/// rejection from exponentially tilted coordinates where there are bounds alone, which is exact too, and by hit-and-run
/// where there are constraints (Smith, Operations Research 32, 1984), which is not: see `exact`.
class weighting {
public:
    /// The mistakes of `check`, and direct weights that are all zero once the criteria left out are gone (E404).
    [[nodiscard]] static result<weighting> make(const weight_set&, value_tree);

    [[nodiscard]] const value_tree& tree() const& noexcept { return tree_; }
    /// Whether two draws can differ.
    [[nodiscard]] bool uncertain() const noexcept { return uncertain_; }
    /// Whether weightings are drawn from exactly the distribution they stand for. False where a branch has constraints
    /// that are too many to split: each draw is then where a walk of d^3 steps from the centre ends, 8000 at most, in d
    /// dimensions (as many as Tervonen, van Valkenhoef, Basturk and Postmus found enough, European Journal of
    /// Operational Research 224, 2013).
    [[nodiscard]] bool exact() const noexcept;
    /// A branch whose children are weighed against each other. For those who draw many weightings side by side.
    struct branch {
        std::size_t node = 0;
        std::vector<std::size_t> children;  ///< those that count; in order of preference when ordinal
        std::shared_ptr<const detail::share_region> region{};  ///< of bounds and constraints; never changed
    };
    /// Parents first.
    [[nodiscard]] std::span<const branch> branches() const& noexcept { return branches_; }
    [[nodiscard]] elicitation how() const noexcept { return how_; }
    /// The share of each node in its parent's weight at the centre of the distribution, which is its mean: equal shares
    /// with `none`, the shares given with `direct` and `swing`, rank-order centroids with `ordinal` (Barron and
    /// Barrett, "Decision quality using ranked attribute weights", Management Science 42, 1996), the centre of mass
    /// with `interval` and `linear`: in closed form from the simplices, and without them the mean of 2^12 draws. Where
    /// children of such a branch do not count, the shares of the others have the proportions of their means.
    [[nodiscard]] std::span<const double> central_shares() const& noexcept { return central_; }
    /// The central weight of each criterion in the order of the list the tree was made of; they sum to 1.
    [[nodiscard]] std::vector<double> central_weights() const;
    /// One weighting, by criterion as above; `weights` holds one number for each. Shares are uniform on the simplex, as
    /// the spacings of sorted uniforms (Devroye, "Non-uniform random variate generation", 1986, chapter V), and sum to
    /// 1 exactly; sorted with `ordinal`. Uses one uniform fewer than a branch has children that count, branches in the
    /// order of the nodes, children in order of key, or of preference. Shares within bounds or constraints are uniform
    /// on their polytope, and sum to 1 up to rounding.
    void draw(stream& source, std::span<double> weights) const;

private:
    void add(branch);

    value_tree tree_;
    std::vector<branch> branches_;  ///< parents first
    std::vector<double> central_;
    elicitation how_ = elicitation::none;
    std::size_t draws_ = 0;  ///< uniforms of all branches without a region
    bool uncertain_ = false;
};

/// `weighting::make(...)` and its central weights: for those who do not sample.
[[nodiscard]] result<std::vector<double>> central_weights(const weight_set&, const value_tree&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_weights.ipp"
#include "concordat/impl/decide_weights_check.ipp"
#endif

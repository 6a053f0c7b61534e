// SPDX-License-Identifier: Apache-2.0
/// How much each criterion counts, whose view that is, and how it was asked for. Along a tree: at each branch the
/// children share the branch's weight, and a criterion's weight is the product of the shares on its way down.
///
/// Weights that nobody gave as numbers are not made up: they are all the weightings that agree with what was said, each
/// equally likely, and stand for themselves as a distribution to draw from (Lahdelma and Salminen, "SMAA-2: Stochastic
/// multicriteria acceptability analysis for group decision making", Operations Research 49, 2001).
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/core/random.hpp"
#include "concordat/decide/value_tree.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace concordat {

/// How the weights were asked for.
enum class elicitation : std::uint8_t {
    none,     ///< nobody was asked: every weighting counts as equally likely
    direct,   ///< as numbers; they are divided by their sum
    ordinal,  ///< as an order: every weighting in that order is equally likely
};
[[nodiscard]] std::string_view name(elicitation) noexcept;

struct given_weight {
    std::string key;
    double weight = 0;  ///< not negative
    friend bool operator==(const given_weight&, const given_weight&) = default;
};

/// What was said about one branch: `weights` of all its children with `direct`, their `order` with `ordinal`.
struct branch_preference {
    std::string parent;              ///< a branch's key; empty: the top
    std::vector<std::string> order;  ///< the first counts most
    std::vector<given_weight> weights;
    source_pos where;
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
};

/// The set, or all that does not fit the tree, each at its place: a branch that is not weighed (E202) or twice (E206),
/// parents and keys that are not there (E301), a child without a weight or place in the order (E202) or with two
/// (E206), numbers where an order was expected or the other way round (E207), weights that are negative (E401), not
/// finite (E402) or all zero (E404). A branch with one child has nothing to weigh, so it may be absent.
[[nodiscard]] result<weight_set> check(weight_set, const value_tree&);

/// A weight set along a tree, ready to be drawn from. Criteria that do not count have weight 0, and their neighbours
/// are weighed as if they had not been asked about: `direct` weights keep their proportions, orders and simplices close
/// up. A branch with nothing that counts has weight 0 likewise.
class weighting {
public:
    /// The mistakes of `check`, and direct weights that are all zero once the criteria left out are gone (E404).
    [[nodiscard]] static result<weighting> make(const weight_set&, value_tree);

    [[nodiscard]] const value_tree& tree() const& noexcept { return tree_; }
    /// Whether two draws can differ.
    [[nodiscard]] bool uncertain() const noexcept { return draws_ > 0; }
    /// A branch whose children are weighed against each other. For those who draw many weightings side by side.
    struct branch {
        std::size_t node = 0;
        std::vector<std::size_t> children;  ///< those that count; in order of preference when ordinal
    };
    /// Parents first.
    [[nodiscard]] std::span<const branch> branches() const& noexcept { return branches_; }
    [[nodiscard]] elicitation how() const noexcept { return how_; }
    /// The share of each node in its parent's weight at the centre of the distribution, which is its mean: equal shares
    /// with `none`, the shares given with `direct`, rank-order centroids with `ordinal` (Barron and Barrett, "Decision
    /// quality using ranked attribute weights", Management Science 42, 1996).
    [[nodiscard]] std::span<const double> central_shares() const& noexcept { return central_; }
    /// The central weight of each criterion in the order of the list the tree was made of; they sum to 1.
    [[nodiscard]] std::vector<double> central_weights() const;
    /// One weighting, by criterion as above; `weights` holds one number for each. Shares are uniform on the simplex, as
    /// the spacings of sorted uniforms (Devroye, "Non-uniform random variate generation", 1986, chapter V), and sum to
    /// 1 exactly; sorted with `ordinal`. Uses one uniform fewer than a branch has children that count, branches in the
    /// order of the nodes, children in order of key, or of preference.
    void draw(stream& source, std::span<double> weights) const;

private:
    value_tree tree_;
    std::vector<branch> branches_;  ///< parents first
    std::vector<double> central_;
    elicitation how_ = elicitation::none;
    std::size_t draws_ = 0;
};

/// `weighting::make(...)` and its central weights: for those who do not sample.
[[nodiscard]] result<std::vector<double>> central_weights(const weight_set&, const value_tree&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/decide_weights.ipp"
#endif

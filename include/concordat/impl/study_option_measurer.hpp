// SPDX-License-Identifier: Apache-2.0
/// One option whose ties can be switched, and what its criteria say; what was measured once is remembered. Internal to
/// `impl/study_structure.ipp`.
#pragma once

#include "concordat/assess/criteria.hpp"
#include "concordat/graph/catalogue.hpp"
#include "concordat/model/relation_switch.hpp"
#include "concordat/study/structure.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace concordat::detail::structure {

/// What makes two relations the same fact: their assumption, or the place where they are declared. Relations made by a
/// program have no place, and are each a fact.
inline std::string fact_key(const model& m, const relation& r) {
    if (const auto* rests_on = r.evidence.assumption.empty() ? nullptr : m.find_assumption(r.evidence.assumption))
        return "assumption " + rests_on->key + '\n' + rests_on->text;
    if (!r.where.at.path.empty()) return r.where.at.path + ':' + std::to_string(r.where.at.line);
    return identity(r);
}

inline int level_of_fact(const model& m, const relation& r) {
    const auto stated = m.level_of(r.evidence);
    return stated ? *stated : 0;
}

/// The relations of a model by fact. `numbers` gives a fact's position by its key.
inline std::vector<std::vector<std::uint32_t>> relations_by_fact(const model& m,
                                                                 const std::map<std::string, std::size_t>& numbers) {
    std::vector<std::vector<std::uint32_t>> found(numbers.size());
    for (std::uint32_t at = 0; at < m.relations().size(); ++at) {
        const auto number = numbers.find(fact_key(m, m.relations()[at]));
        if (number != numbers.end()) found[number->second].push_back(at);
    }
    return found;
}

/// A model whose facts are so or not.
class switched_model {
public:
    switched_model(const model& m, const std::map<std::string, std::size_t>& numbers)
        : ties_(m), relations_(relations_by_fact(m, numbers)), so_(numbers.size(), true) {}

    [[nodiscard]] const model& now() const noexcept { return ties_.now(); }
    void set(const fact_set& so) {
        for (std::size_t fact = 0; fact < so_.size(); ++fact) {
            if (so_[fact] == so[fact]) continue;
            for (const auto at : relations_[fact]) ties_.set(at, so[fact]);
        }
        so_ = so;
    }
    /// Adds the facts that have a tie which counts in one of these layers.
    void collect(layer_set layers, std::set<std::size_t>& facts) const {
        for (std::size_t fact = 0; fact < relations_.size(); ++fact)
            for (const auto at : relations_[fact]) {
                const auto& r = ties_.now().relations()[at];
                if (layers.contains(layer_of(r.type)) && ties_.now().holds(r)) facts.insert(fact);
            }
    }

private:
    relation_switch ties_;
    std::vector<std::vector<std::uint32_t>> relations_;
    fact_set so_;
};

class option_measurer {
public:
    /// The criteria's measures, which have been made once before without a mistake.
    option_measurer(const criteria_tree& tree, const placed_option& placed,
                    const std::map<std::string, std::size_t>& numbers)
        : after_(placed.applied.after, numbers) {
        if (placed.before) before_.emplace(*placed.before, numbers);
        for (std::size_t c = 0; c < tree.criteria.size(); ++c) {
            const auto& criterion = tree.criteria[c];
            if (criterion.measure.empty()) continue;
            asked made{c, make_measure(criterion.measure, criterion.parameters, before()).value(), {}, {}};
            std::set<std::size_t> facts;
            after_.collect(made.measure.info.moved_by(), facts);
            if (before_) before_->collect(made.measure.info.moved_by(), facts);
            made.facts.assign(facts.begin(), facts.end());
            measures_.push_back(std::move(made));
        }
    }
    option_measurer(const option_measurer&) = delete;
    option_measurer& operator=(const option_measurer&) = delete;

    /// Overwrites what is measured in the option's row of a table.
    void measure(const fact_set& so, std::span<quantity> row) {
        after_.set(so);
        if (before_) before_->set(so);
        for (auto& one : measures_) row[one.criterion] = value_of(one, so);
    }
    [[nodiscard]] std::uint64_t evaluations() const noexcept { return evaluations_; }

private:
    struct asked {
        std::size_t criterion = 0;
        any_measure measure;
        std::vector<std::size_t> facts;  ///< those that can change it
        std::map<fact_set, quantity> known;
    };

    [[nodiscard]] const model* before() const noexcept { return before_ ? &before_->now() : nullptr; }

    const quantity& value_of(asked& one, const fact_set& so) {
        fact_set key;
        for (const auto fact : one.facts) key.push_back(so[fact]);
        const auto [at, is_new] = one.known.try_emplace(std::move(key));
        if (is_new) {
            ++evaluations_;
            if (const auto found = one.measure(after_.now()); found.value) at->second = exact_value{*found.value};
        }
        return at->second;
    }

    switched_model after_;
    std::optional<switched_model> before_;
    std::vector<asked> measures_;
    std::uint64_t evaluations_ = 0;
};

}  // namespace concordat::detail::structure

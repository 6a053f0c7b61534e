// SPDX-License-Identifier: Apache-2.0
/// Slow and obvious answers about the lines of accountability, to check quick ones by: a matrix of who reaches whom,
/// and dominators by taking actors away.
#pragma once

#include "concordat/graph/finding.hpp"
#include "concordat/graph/network.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::testing {

/// The figure of that name; the test fails where there is none.
[[nodiscard]] inline double figure_of(const finding& f, std::string_view name) {
    for (const auto& one : f.figures)
        if (one.name == name) return one.value;
    throw std::runtime_error("the finding has no figure " + std::string(name));
}

[[nodiscard]] inline bool has_figure(const finding& f, std::string_view name) {
    return std::any_of(f.figures.begin(), f.figures.end(), [&](const auto& one) { return one.name == name; });
}

/// Whether a witness has this in its text.
[[nodiscard]] inline bool tells(const finding& f, std::string_view text) {
    return std::any_of(f.witnesses.begin(), f.witnesses.end(),
                       [&](const auto& w) { return w.text.find(text) != std::string::npos; });
}

/// Every number finite, every witness within the model, and a reason for every value that is lacking.
[[nodiscard]] inline bool is_sound(const finding& f, const model& m) {
    const auto finite = [](double x) { return x - x == 0; };
    const auto within = [&](const auto& w) {
        return std::all_of(w.actors.begin(), w.actors.end(), [&](auto a) { return a < m.actors().size(); }) &&
               std::all_of(w.relations.begin(), w.relations.end(), [&](auto r) { return r < m.relations().size(); }) &&
               std::all_of(w.rights.begin(), w.rights.end(), [&](auto r) { return r < m.decision_rights().size(); });
    };
    return f.value.has_value() == f.missing.empty() && (!f.value || finite(*f.value)) &&
           std::all_of(f.figures.begin(), f.figures.end(), [&](const auto& x) { return finite(x.value); }) &&
           std::all_of(f.witnesses.begin(), f.witnesses.end(), within);
}

inline constexpr std::size_t nowhere = std::numeric_limits<std::size_t>::max() / 4;

/// Fewest lines from each actor to each other, by Floyd and Warshall; without `removed`, if any.
class all_ways {
public:
    explicit all_ways(const model& m, relation_type type = relation_type::accountable_to, std::size_t removed = nowhere)
        : n_(m.actors().size()), steps_(n_ * n_, nowhere) {
        for (std::size_t a = 0; a < n_; ++a)
            if (a != removed) at(a, a) = 0;
        for (const auto& r : m.relations(type)) {
            const auto from = *m.index_of(r.from), to = *m.index_of(r.to);
            if (m.holds(r) && from != removed && to != removed) at(from, to) = 1;
        }
        for (std::size_t k = 0; k < n_; ++k)
            for (std::size_t a = 0; a < n_; ++a)
                for (std::size_t b = 0; b < n_; ++b) at(a, b) = std::min(at(a, b), at(a, k) + at(k, b));
    }

    [[nodiscard]] std::size_t steps(std::size_t a, std::size_t b) const { return steps_[a * n_ + b]; }
    [[nodiscard]] bool reaches(std::size_t a, std::size_t b) const { return steps(a, b) < nowhere; }
    [[nodiscard]] std::size_t size() const { return n_; }

private:
    [[nodiscard]] std::size_t& at(std::size_t a, std::size_t b) { return steps_[a * n_ + b]; }
    std::size_t n_;
    std::vector<std::size_t> steps_;
};

/// Whether each actor has a line to a mandate, or to one of some others; without `removed`, if any.
[[nodiscard]] inline std::vector<bool> have_lines(const model& m, std::size_t removed = nowhere,
                                                  const std::set<std::size_t>& or_to = {}) {
    const all_ways ways(m, relation_type::accountable_to, removed);
    std::vector<bool> have(m.actors().size());
    for (std::size_t a = 0; a < have.size(); ++a)
        for (std::size_t top = 0; top < have.size(); ++top)
            if ((m.actors()[top].mandate || or_to.count(top)) && ways.reaches(a, top)) have[a] = true;
    return have;
}

/// Those of some actors that have no mandate above them.
[[nodiscard]] inline std::set<std::size_t> without_mandate(const model& m, const std::set<std::size_t>& actors) {
    const auto lines = have_lines(m);
    std::set<std::size_t> found;
    for (const auto a : actors)
        if (!lines[a]) found.insert(a);
    return found;
}

/// For each actor with a line, itself and those without whom it would have none.
[[nodiscard]] inline std::vector<std::vector<actor_index>> dominators(const model& m,
                                                                      const std::set<std::size_t>& or_to = {}) {
    const auto whole = have_lines(m, nowhere, or_to);
    std::vector<std::vector<actor_index>> found(m.actors().size());
    for (actor_index d = 0; d < found.size(); ++d) {
        const auto rest = have_lines(m, d, or_to);
        for (std::size_t a = 0; a < found.size(); ++a)
            if (whole[a] && !rest[a]) found[a].push_back(d);
    }
    return found;
}

}  // namespace concordat::testing

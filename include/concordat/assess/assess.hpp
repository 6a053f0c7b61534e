// SPDX-License-Identifier: Apache-2.0
/// Reads a criteria tree off models: options by criteria, in raw units, before any weight. Each cell keeps its witness
/// and the level of the facts it rests on; what is missing stays missing.
#pragma once

#include "concordat/assess/criteria.hpp"
#include "concordat/decide/quantity.hpp"
#include "concordat/decide/table.hpp"
#include "concordat/graph/finding.hpp"
#include "concordat/model/model.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace concordat {

/// An option as it stands on one baseline. Both models must outlive the assessing.
struct candidate {
    std::string key;
    std::string title;
    const model* after = nullptr;
    const model* before = nullptr;  ///< what disruption is measured from; null: disruption is missing
};

/// A value that comes from outside the graph: an indicator, a survey or a panel.
struct given_value {
    std::string option;
    std::string criterion;
    quantity value;
    std::string by;
    concordat::evidence evidence;
};

/// One option on one criterion, in raw units.
struct assessed_cell {
    quantity value;                       ///< missing where nothing says
    std::string missing;                  ///< why, when it is
    finding found;                        ///< of a graph criterion
    std::optional<int> level;             ///< of the weakest fact that the witness names; of the given value's evidence
    std::size_t facts_at_assumption = 0;  ///< relations of the witness at level 0 or unsourced
    std::string by;                       ///< who gave it, when it was given
};

/// The table as people read it and as `decide` takes it. Cells are option by option, in the order of the criteria.
struct assessment {
    std::vector<assessed_cell> cells;
    performance_table table;  ///< leaves in the order of the tree; value functions as the study decided

    [[nodiscard]] const assessed_cell& at(std::size_t option, std::size_t criterion) const {
        return cells[option * table.criteria.size() + criterion];
    }
};

/// Measures every candidate. `decided` gives a direction for each contested criterion. A criterion whose value is
/// missing and whose policy is `refuse` is an error (E410). O(candidates · measures).
[[nodiscard]] result<assessment> assess(const criteria_tree&, const std::map<std::string, sense, std::less<>>& decided,
                                        std::span<const candidate>, std::span<const given_value> given = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/assess_assess.ipp"
#endif

// SPDX-License-Identifier: Apache-2.0
/// A weight set as it was given and as it counts: whose it is, what each node of the tree weighs, over which range, and
/// how well judgements that say something twice agree.
#pragma once

#include "concordat/core/error.hpp"
#include "concordat/decide/swing.hpp"
#include "concordat/io/document.hpp"
#include "concordat/io/loaded.hpp"
#include "concordat/io/sheet.hpp"

#include <optional>
#include <string>
#include <vector>

namespace concordat {

/// One node's place in the tree, in the order of the tree.
struct weighed_node {
    std::string key;
    std::string parent;
    std::string title;
    double share = 0;                        ///< of its parent's weight, at the centre
    double weight = 0;                       ///< of everything, at the centre
    std::optional<criterion_range> range{};  ///< of a criterion, where the set states one
};

struct shown_weights {
    weight_set weights;
    std::vector<weighed_node> nodes;
    bool exact = true;                     ///< whether weightings are drawn from exactly what was said
    std::optional<swing_replay> replayed;  ///< of a set that was elicited by swings
};

/// The mistakes of `weighting::make`.
[[nodiscard]] result<shown_weights> look_at(const weights_of_criteria&);

/// `schemas/show_weights.schema.json`.
[[nodiscard]] document to_document(const shown_weights&);
/// Whose they are, the tree, and the judgements played back.
[[nodiscard]] std::vector<sheet> to_sheets(const shown_weights&);
/// A row for each node.
[[nodiscard]] sheet to_sheet(const shown_weights&);

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/io_show_weights.ipp"
#endif

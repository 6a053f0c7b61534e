// SPDX-License-Identifier: Apache-2.0
/// A model of which relations can be switched off and on again, for those who ask many times what a tie changes.
/// Nothing else of the model changes, so a switch costs no more than a bit.
#pragma once

#include "concordat/model/model.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace concordat {

/// Owns its model: what is switched here is switched nowhere else. Not for several threads at once.
class relation_switch {
public:
    explicit relation_switch(model stands) : switched_(std::move(stands)), stands_(switched_.holds_) {}

    /// The model as it is switched now. A relation that is off is there, and holds on no day.
    [[nodiscard]] const model& now() const& noexcept { return switched_; }
    [[nodiscard]] model now() && noexcept { return std::move(switched_); }

    /// `relation` is a position in `model::relations()`. On: it holds if it does in the model as it stands. O(1).
    void set(std::uint32_t relation, bool on) {
        CONCORDAT_ASSERT(relation < switched_.holds_.size());
        switched_.holds_[relation] = on && stands_[relation];
    }

private:
    model switched_;
    std::vector<bool> stands_;  ///< by relation: whether it holds in the model as it came
};

}  // namespace concordat

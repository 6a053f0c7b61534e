// SPDX-License-Identifier: Apache-2.0
/// Internal: the model that the steps of a reform work on, one after the other. Each step reads it as the earlier ones
/// left it. It is edited in place, and of each step only that is checked which the step touched: the rest was sound
/// before. So a step costs what it changes and not what the model holds.
#pragma once

#include "concordat/impl/model_bench.hpp"
#include "concordat/impl/model_changes.hpp"

#include <optional>
#include <string>
#include <vector>

namespace concordat::detail::reforming {

class workpiece {
public:
    explicit workpiece(model start) : now_(std::move(start)) {}

    [[nodiscard]] const model& now() const noexcept { return now_; }

    /// Takes in what the reform's evidence rests on.
    [[nodiscard]] status declare(const reform&);
    /// Carries out a step. An error leaves everything as it was. `edits`, where it is there, gets what the step did.
    /// True when it did anything, which can be that something was written anew with the same content.
    [[nodiscard]] result<bool> carry_out(const step&, std::vector<edit>* edits);
    /// Checked as a whole and frozen, under another key. The workpiece is used up.
    [[nodiscard]] result<model> finish(std::string key);

private:
    /// Puts in actors, personas and rights, and leaves in the outcome what they took the place of.
    void exchange(step_outcome&);
    [[nodiscard]] std::vector<error> mistakes_of(const step_outcome&, bool lost_keys) const;
    /// Puts in the relations, and gives back those that went. `placed` gets the positions of the new ones.
    std::vector<relation> place_relations(step_outcome&, std::vector<std::size_t>& placed);
    /// What the step did, from what went and from what is there now.
    [[nodiscard]] std::vector<edit> edits_since(const step_outcome& was, const std::vector<relation>& gone,
                                                const std::vector<std::size_t>& placed) const;

    model now_;
};

}  // namespace concordat::detail::reforming

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_workpiece.ipp"
#endif

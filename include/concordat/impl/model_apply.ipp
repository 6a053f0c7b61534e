// SPDX-License-Identifier: Apache-2.0
// The driver: steps in order, each on the model as the earlier ones left it.
#pragma once

#include "concordat/impl/model_bench.hpp"
#include "concordat/impl/model_workpiece.hpp"

namespace concordat::detail::reforming {

CONCORDAT_INLINE std::string key_after(const model& before, const reform& r) {
    return before.key() + '+' + r.key.substr(r.key.rfind('.') + 1);
}

CONCORDAT_INLINE result<model> carry_out(const reform& r, const model& before, std::vector<applied_step>* record) {
    workpiece piece(before);
    if (auto declared = piece.declare(r); !declared) return fail(std::move(declared).error());
    for (std::size_t i = 0; i < r.steps.size(); ++i) {
        std::vector<edit> edits;
        auto done = piece.carry_out(r.steps[i], record != nullptr ? &edits : nullptr);
        if (!done) return fail(std::move(done).error());
        if (record != nullptr) record->push_back({r.key, i, std::move(edits), r.steps[i].where, r.steps[i].part});
    }
    return piece.finish(key_after(before, r));
}

}  // namespace concordat::detail::reforming

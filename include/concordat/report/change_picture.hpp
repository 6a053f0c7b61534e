// SPDX-License-Identifier: Apache-2.0
/// What changes between two models as one drawing, laid out on both together so that nothing moves: what is added, what
/// ends, what changes, and the bodies that it concerns. Structure is all that it shows; a drawing with more lines, or
/// with fewer, is not the better one.
#pragma once

#include "concordat/model/diff.hpp"
#include "concordat/model/model.hpp"
#include "concordat/report/picture.hpp"

#include <cstdint>
#include <string>

namespace concordat {

/// How much of the two models is drawn.
enum class change_extent : std::uint8_t {
    changes,  ///< what changed, the bodies at its ends, and what joins those: small enough for a page of many options
    whole,    ///< every body and relation of the context too
};

struct change_view {
    std::string key = "change";  ///< of the picture
    std::string title{};         ///< what the change is called; empty: as the model after it
    change_extent extent = change_extent::changes;
    layer_set layers = every_layer();                                ///< whose changes are drawn
    layer_set context = {layer::accountability, layer::delegation};  ///< whose unchanged relations are drawn
    double row_width = 460;                                          ///< of the boxes side by side, about
};

/// A relation is added when it holds after and not before, and ended the other way round. Added is bold and has a `+`,
/// ended is dashed and has a `−`, changed is dashed and dotted and has a `~`; what stays is thin and has no words. The
/// table is `diff`: every change, with the reform's step that made it; what is no body and no relation (families,
/// decision rights, settings) is only there, and counted in the subtitle. Equal models give a picture that says so.
/// O(relations log relations), and `lay_out`.
[[nodiscard]] picture change_picture(const model& before, const model& after, const change_view& = {});
/// The same, with the steps.
[[nodiscard]] picture change_picture(const model& before, const application&, const change_view& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_change_picture.ipp"
#endif

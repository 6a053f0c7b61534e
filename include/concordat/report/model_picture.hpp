// SPDX-License-Identifier: Apache-2.0
/// A model as a drawing: bodies in swim-lanes by level, and lines for the relations of a few layers. All layers at once
/// would be a hairball, so a view chooses those that answer one question: who answers to whom, who pays whom, who
/// refers families to whom. It shows what the facts draw. It says nothing of trust or of how well people work together,
/// and more lines are not better.
#pragma once

#include "concordat/model/model.hpp"
#include "concordat/report/picture.hpp"

#include <string>

namespace concordat {

struct model_view {
    std::string key = "governance";  ///< of the picture
    layer_set layers = {layer::accountability, layer::delegation};
    double row_width = 860;  ///< of the boxes side by side, about
};

/// Relations of those layers that hold on the model's day, with the actors that they join. All relations between two
/// actors are one line, which lists their types; the commonest type alone needs no words, and the legend says which it
/// is. What rests on evidence below level 3 or on none is dotted. The headline counts; where the facts do not draw a
/// layer in full it says so first. Actors without such a relation, and relations that do not hold, are named or counted
/// in the notes. The table has every relation drawn, with its evidence. O(relations log relations), and `lay_out`.
[[nodiscard]] picture model_picture(const model&, const model_view& = {});

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/report_model_picture.ipp"
#endif

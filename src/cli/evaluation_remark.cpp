// SPDX-License-Identifier: Apache-2.0
#include "evaluation_remark.hpp"

#include "concordat/core/text.hpp"

namespace concordat::cli {

void append_evaluation_remark(std::vector<std::string>& remarks, const reform& r, const std::string& file) {
    const auto count = r.evaluations.size();
    if (count == 0) return;
    remarks.push_back(r.key + ": " + std::to_string(count) + " published evaluation" + (count == 1 ? "" : "s") +
                      " of the same done elsewhere; concordat show " + printable(file) + " prints " +
                      (count == 1 ? "it" : "them"));
}

}  // namespace concordat::cli

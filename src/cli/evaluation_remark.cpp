// SPDX-License-Identifier: Apache-2.0
#include "evaluation_remark.hpp"

#include "concordat/core/text.hpp"

namespace concordat::cli {

void append_evaluation_remarks(std::vector<std::string>& remarks, const std::vector<reform>& reforms,
                               const std::vector<std::string>& files) {
    for (std::size_t at = 0; at < reforms.size(); ++at) {
        const auto count = reforms[at].evaluations.size();
        if (count == 0) continue;
        remarks.push_back(reforms[at].key + ": " + std::to_string(count) + " published evaluation" +
                          (count == 1 ? "" : "s") + " of the same done elsewhere; concordat show " +
                          printable(files[at]) + " prints " + (count == 1 ? "it" : "them"));
    }
}

}  // namespace concordat::cli

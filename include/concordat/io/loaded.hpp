// SPDX-License-Identifier: Apache-2.0
/// What reading a file gives, where that is more than a value of the layers below. Plain values: nothing here opens a
/// file.
#pragma once

#include "concordat/decide/table.hpp"
#include "concordat/decide/weights.hpp"
#include "concordat/io/method_settings.hpp"
#include "concordat/model/vocabulary.hpp"
#include "concordat/study/study.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace concordat {

/// The term of an ontology that a key stands for: W3C ORG (`org:`) or CPSV-AP (`cpsv:`, `cv:`).
struct ontology_term {
    std::string key;
    std::string term;
    friend bool operator==(const ontology_term&, const ontology_term&) = default;
};

/// The open lists of words that models draw on.
struct vocabulary {
    std::string key;
    std::string title;
    std::vector<actor_kind> kinds;
    std::vector<service> services;
    std::vector<ontology_term> service_terms;
    std::vector<ontology_term> relation_terms;
};

/// A file as it was read, so that a run record fingerprints the bytes that were used and not those that lie there
/// later.
struct input_file {
    std::string key;  ///< the file's own; empty when it has none
    std::string path;
    std::string bytes;
    /// Below the root, of data beside the file of that key; empty for that file itself, which lies where its key says.
    std::string name{};
};

/// A weight set with the criteria that it was given for.
struct weights_of_criteria {
    weight_set weights;
    criteria_tree criteria;
};

/// A study and every file it was read from, itself first, then in the order of opening; each once.
struct loaded_study {
    concordat::study study;
    std::vector<input_file> inputs;
};

/// A table, how much each criterion counts, and what single methods want to know. Where a criterion has no value
/// function of its own, its scale is read off the table (`normalise`), so that another option can change what a point
/// is worth; a study stores its scales and is free of that.
struct ranking_table {
    std::string key;
    std::string title;
    performance_table table;  ///< with the value functions of the normalisation, or else of minmax
    /// What single weights are made of: those on the criteria, else what is said in `[method]`, else none at all.
    weight_set weights;
    /// What weightings are drawn from: the order or the constraints of `[method]`, else `weights`.
    weight_set sampled;
    std::vector<criterion_settings> criteria;  ///< in the table's order
    method_settings method;
};

}  // namespace concordat

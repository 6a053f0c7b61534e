// SPDX-License-Identifier: Apache-2.0
/// Where the money comes from: three measures of the `funds` relations (GM16 to GM18). They see amounts and ends, not
/// the conditions of a grant. Nothing is converted: amounts of different units are never added, and the price years are
/// taken as they stand. An amount that is not known is not guessed: where it would decide the value, the finding has
/// none, and says which relations lack it; figures of the providers that can be measured are given all the same.
///
/// `services` keeps to the money that covers one of them (empty: all). `unit` names the kind of money to measure; it
/// may be left empty where the model has only one.
#pragma once

#include "concordat/graph/finding.hpp"

#include <string>
#include <vector>

namespace concordat {

/// GM16. Effective number of funders of a provider, 1/HHI with HHI the sum of squared shares, from 1 to the number of
/// funders; mean over the front-line actors that are funded. One funder makes 1, whatever the amount. Figures: for each
/// provider HHI, 1/HHI, normalised HHI (1 with one funder) and entropy (0 with one funder; between 0 and 1, decides
/// nothing), for each funder the effective number of its providers, and the share of all that money promised for
/// `long_term` years or more (a term that is not known is no promise). O(E log E).
struct effective_funders {
    static constexpr measure_info info{
        .key = "effective_funders",
        .unit = "funders",
        .better = sense::contested,
        .id = "GM16",
        .title = "Funder concentration",
        .formula = "mean, over funded front-line actors, of 1 / sum of squared funder shares",
        .criticism =
            "Hides conditions and contract length; one funder is a dependence, and concentration is not coherence.",
        .source = "Herfindahl-Hirschman index, and its inverse as an effective number.",
        .reads = {layer::money}};
    std::vector<std::string> services{};
    std::string unit{};
    double long_term = 3.0;  ///< years
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM17. How many hands the money of the front line passed: hops of `funds` from a primary source (an actor that nobody
/// funds), traced in proportion to amounts and averaged over the front-line actors by the amount each receives. 1 or
/// more.
///
/// Money that goes round is netted first: while there is a circle of funding, the first one met in order of key loses
/// its smallest amount from each of its relations, so that what remains flows one way. The circles and what was netted
/// are witnesses, the total a figure. O(E (V + E)) with circles, O(V + E) without.
struct funding_layers {
    static constexpr measure_info info{.key = "funding_layers",
                                       .unit = "hops",
                                       .better = sense::lower,
                                       .id = "GM17",
                                       .title = "Funding layers",
                                       .formula =
                                           "mean number of funding relations between a primary source and the front "
                                           "line, weighted by amount, circular flows netted",
                                       .criticism = "Assumes that money mixes in proportion to amounts.",
                                       .source = "Proposed here; proportional tracing.",
                                       .reads = {layer::money}};
    std::vector<std::string> services{};
    std::string unit{};
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM18. Share of funding where the funded answers to the funder, directly or through others: by amount, or by number
/// of relations with `by_count`; both are figures. Between 0 and 1. `services` selects the money and the lines. O(V (V
/// + E)).
struct funding_accountability_alignment {
    static constexpr measure_info info{
        .key = "funding_accountability_alignment",
        .unit = "share",
        .better = sense::contested,
        .id = "GM18",
        .title = "Funding-accountability alignment",
        .formula =
            "share of the amount of funding relations whose payer stands above the paid in the lines of accountability",
        .criticism = "Councils are meant not to answer to Ministers; read it by type of pair.",
        .source = "Proposed here.",
        .reads = {layer::accountability, layer::money}};
    std::vector<std::string> services{};
    std::string unit{};
    bool by_count = false;
    [[nodiscard]] finding operator()(const model&) const;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_money.ipp"
#endif

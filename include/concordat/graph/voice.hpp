// SPDX-License-Identifier: Apache-2.0
/// Voice: how near families stand to those who decide (GM27), and whether somebody independent may speak for them
/// (GM28). Presence is not influence; a route counts only with all four elements of Lundy (2007), and nothing here says
/// what came of it.
#pragma once

#include "concordat/graph/finding.hpp"

#include <string>
#include <vector>

namespace concordat {

/// GM27. Mean, over the bodies that hold a decision right, of 1 / steps from the public to the body: a step is a
/// `participates_in` with space, voice, audience and influence, or `advocates_for` read backwards, from those spoken
/// for to who speaks. 0 for a body that no route reaches, 1 for the public's own rights. Between 0 and 1. The public is
/// every actor of level public, or the actors of the keys `from`. Figures: the share of bodies within two steps, and
/// the same mean without paid intermediaries, that is without passing anybody who is funded, commissioned or employed.
/// `services` keeps to the rights over one of them; `standing_only` to standing routes. O(V + E).
struct voice_reach {
    static constexpr measure_info info{
        .key = "voice_reach",
        .unit = "index",
        .better = sense::higher,
        .id = "GM27",
        .title = "Voice reach",
        .formula =
            "mean, over bodies with decision rights, of 1 / fewest steps of participation or advocacy from families to "
            "the body",
        .criticism = "Presence is not influence.",
        .source = "Lundy (2007), 'Voice' is not enough; closeness as the mean of inverse distances.",
        .reads = {layer::voice}};
    std::vector<std::string> services{};
    std::vector<std::string> from{};
    bool standing_only = false;
    [[nodiscard]] finding operator()(const model&) const;
};

/// GM28. Share of family types, by weight, with at least one advocate that is independent of every body that decides or
/// delivers for the family. Bodies: the team around the child, the holders of decision rights over what it needs, and
/// the legal entities of both, but not the advocate itself, so that delivering advocacy does not tell against it.
/// Independent: no shared ancestor in the lines of accountability (each counted as its own), and no money from the body
/// to the advocate or its legal entity; actors of the keys `exempt` count neither as shared nor as payers. An advocate
/// is an actor that `advocates_for` the public at that age; `services` keeps to advocacy that covers one of them, which
/// general advocacy does (empty: any). Advocates and bodies without any line, to a mandate or to an exempt actor, are
/// not taken as independent of each other: who answers to an exempt Parliament alone is. Between 0 and 1; the figure
/// `lenient` asks for no shared dominator instead. O(V (V + E) + personas · advocates · bodies · V / 64).
struct independent_advocacy {
    static constexpr measure_info info{.key = "independent_advocacy",
                                       .unit = "share",
                                       .better = sense::higher,
                                       .id = "GM28",
                                       .title = "Independent advocacy",
                                       .formula =
                                           "share of family types, by weight, with an advocate who shares no superior "
                                           "with any body that decides or delivers for them, and gets no money from it",
                                       .criticism = "National funding is common, so what is exempt must be stated.",
                                       .source = "The Promise (2020) on advocacy; independence as for scrutiny.",
                                       .reads = {layer::accountability, layer::money, layer::voice},
                                       .consults = {layer::delivery}};
    std::vector<std::string> exempt{};
    std::vector<std::string> services{};
    [[nodiscard]] finding operator()(const model&) const;
};

}  // namespace concordat

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/graph_voice.ipp"
#endif

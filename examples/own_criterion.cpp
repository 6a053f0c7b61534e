// SPDX-License-Identifier: Apache-2.0
// A criterion of one's own beside the built-in ones: how many bodies could say no to a front-line team, because they
// direct it or the one who does.
#include <concordat/concordat.hpp>

#include <iostream>

struct veto_points {
    static constexpr concordat::measure_info info{"veto_points", "bodies", concordat::sense::lower};

    concordat::finding operator()(const concordat::model& m) const {
        const auto directing = concordat::select(m, {.types = {concordat::relation_type::directs}});
        concordat::finding found;
        double bodies = 0, teams = 0;
        for (concordat::actor_index team = 0; team < m.actors().size(); ++team) {
            if (m.actors()[team].level != concordat::level::frontline) continue;
            ++teams;
            for (const auto& above : directing.in(team)) {
                bodies += 1 + static_cast<double>(directing.in(above.to).size());
                found.witnesses.push_back(
                    {m.actors()[above.to].key + " -> " + m.actors()[team].key, {above.relation}, {}});
            }
        }
        if (teams == 0)
            found.missing = "no team on the front line";
        else
            found.value = bodies / teams;
        return found;
    }
};
static_assert(concordat::measure<veto_points>);

int main(int argc, char** argv) {
    const std::string models = argc > 1 ? argv[1] : "models";
    for (const auto* area : {"full", "health-only", "none", "lead-agency"}) {
        const auto model = concordat::load_model(models + "/scotland/" + area + ".toml").value();
        const auto found = veto_points{}(model);
        std::cout << area << ": " << concordat::rounded(found.value.value(), 2) << ' ' << veto_points::info.unit
                  << '\n';
    }
}

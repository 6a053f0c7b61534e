// SPDX-License-Identifier: Apache-2.0
#include "concordat/study/assumption_effect.hpp"

#include "concordat/study/run.hpp"
#include "tests/study/small_study.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace concordat;

namespace {

const assumption at_school{"at-school", "The school would help by itself.", "Nobody says so.", 0, {}};
const assumption a_board{"a-board", "A board would be made.", "Nobody says so.", 1, {}};

evidence assuming(const assumption& a) { return {{}, {}, std::nullopt, a.key, {}}; }

reform reform_supposing(std::string key, std::vector<step> steps) {
    reform r;
    r.key = std::move(key);
    r.title = r.key;
    r.assumptions = {at_school, a_board};
    r.steps = std::move(steps);
    return r;
}

step relation_step(relation_type type, std::string from, std::string to, std::vector<std::string> services,
                   evidence card) {
    relate_step line;
    line.relation.type = type;
    line.relation.services = std::move(services);
    line.from = std::move(from);
    line.to = std::move(to);
    return {line, "a line", std::move(card), {}};
}

step board_step(evidence card) {
    create_step board;
    board.actor.key = board.actor.legal_entity = board.actor.team = "board";
    board.actor.name = "Board";
    board.actor.kind = "body";
    return {board, "a board", std::move(card), {}};
}

/// A family can walk into a school, and needs a help that a team gives, whom nobody sends anyone to. One criterion: how
/// well the family gets there. As it stands: not at all, 0. Refer: the school sends it on, 1/2. School: the school
/// helps by itself, as one assumption has it, 1. Board: as Refer, but the board sends it, which another assumption
/// makes.
study doubtful_helping_study() {
    study s;
    s.key = "studies.helping";
    s.title = "Who helps?";
    s.question = "Who?";
    s.seed = 3;
    s.baselines = {testing::draw(R"(
        model: helping
        sources: act
        assumptions: one-family(0) idle(0)
        actors: school(frontline, {act 4}) team(frontline) other(frontline) family(public)
        delivers: team -> family [help] {act 4}
        shares_information_with: school -- team {assuming one-family}
        personas: child(age 5, weight 1, needs help, entry school)
    )")};
    s.options = {{"base", "As it stands", {}, {}, {}},
                 {"refer", "Refer", {"reforms.refer"}, {}, {}},
                 {"school", "School", {"reforms.school"}, {}, {}},
                 {"board", "Board", {"reforms.board"}, {}, {}}};
    s.reforms.emplace(
        "reforms.refer",
        reform_supposing("reforms.refer", {relation_step(relation_type::refers_to, "school", "team", {"help"}, {})}));
    s.reforms.emplace("reforms.school",
                      reform_supposing("reforms.school", {relation_step(relation_type::delivers, "school", "family",
                                                                        {"help"}, assuming(at_school))}));
    s.reforms.emplace(
        "reforms.board",
        reform_supposing("reforms.board", {board_step(assuming(a_board)),
                                           relation_step(relation_type::refers_to, "school", "board", {"help"}, {}),
                                           relation_step(relation_type::refers_to, "board", "team", {"help"}, {})}));
    s.criteria.key = "criteria.small";
    s.criteria.title = "One criterion";
    s.criteria.criteria = {testing::graph_criterion("A1", "", "reach_efficiency", sense::higher, {0, 1})};
    s.weights = {testing::weights_of("weights.unknown", elicitation::none)};
    return s;
}

const assumption_effect& effect_of(const std::vector<assumption_effect>& all, const std::string& key) {
    const auto at = std::find_if(all.begin(), all.end(), [&](const auto& e) { return e.content.key == key; });
    REQUIRE(at != all.end());
    return *at;
}

}  // namespace

TEST_CASE("without an assumption, what rests on it is gone and the families that are left keep their proportions") {
    study s = doubtful_helping_study();
    auto parts = testing::draw_parts(R"(
        assumptions: guess(0)
        actors: board council team(frontline) family(public)
        accountable_to: team -> council {assuming guess}; team -> board
        delivers: team -> family [help]
        personas: child(age 5, weight 0.25, needs help) pupil(age 9, weight 0.25, needs help)
                  baby(age 0, weight 0.5, needs help)
        rights: start(board) stop(team)
    )");
    parts.personas.back().evidence = {{}, {}, std::nullopt, "guess", {}};
    parts.decision_rights.front().evidence = parts.personas.back().evidence;
    s.baselines = {model::make(std::move(parts)).value()};
    const auto guess = s.baselines.front().assumptions().front();
    const auto left = without_assumption(s, guess).value();
    const auto& m = left.baselines.front();
    REQUIRE(m.personas().size() == 2);
    CHECK(m.personas()[0].weight == 0.5);
    CHECK(m.personas()[1].weight == 0.5);
    CHECK(m.decision_rights().size() == 1);
    CHECK(m.relations(relation_type::accountable_to).size() == 1);
    CHECK(m.actors().size() == 4);

    auto same_key = guess;
    same_key.text = "Something else of the same key, in another file.";
    CHECK(without_assumption(s, same_key).value().baselines == s.baselines);
}

TEST_CASE("steps that rest on the assumption are not taken, and those of other assumptions are") {
    const auto left = without_assumption(doubtful_helping_study(), a_board).value();
    CHECK(left.reforms.at("reforms.board").steps.size() == 2);
    CHECK(left.reforms.at("reforms.school").steps.size() == 1);
}

TEST_CASE("removing an assumption can put another option first") {
    const auto effects = assumption_effects(doubtful_helping_study()).value();
    REQUIRE(effects.size() == 4);
    const auto& effect = effects.front();
    CHECK(effect.content == at_school);
    CHECK(effect.steps == 1);
    CHECK(effect.taken_away() == 1);
    REQUIRE(effect.baselines.size() == 1);
    const auto& on = effect.baselines.front();
    CHECK(on.cells == 4);
    CHECK(on.cells_changed == 1);
    CHECK(on.carries.empty());
    CHECK(on.refused.empty());
    REQUIRE(on.rankings.size() == 1);
    CHECK(on.rankings[0].first_before == std::vector<std::string>{"school"});
    CHECK(on.rankings[0].first_after == std::vector<std::string>{"refer"});
    CHECK(on.rankings[0].changed_option == "school");
    CHECK(on.rankings[0].largest_change == -1.0);
    CHECK_FALSE(on.rankings[0].probability_before);
    CHECK(effect.first_changes() == 1);
}

TEST_CASE("an assumption without which a step cannot be taken carries its option, with the engine's reason") {
    const auto effects = assumption_effects(doubtful_helping_study()).value();
    CHECK(effects[1].content == a_board);
    const auto& on = effects[1].baselines.front();
    REQUIRE(on.carries.size() == 1);
    CHECK(on.carries[0].option == "board");
    CHECK(on.carries[0].reason.find("board") != std::string::npos);
    CHECK(on.cells == 3);
    CHECK(on.cells_changed == 0);
    CHECK_FALSE(on.rankings[0].first_changes());
    CHECK(on.rankings[0].changed_option.empty());
}

TEST_CASE("an assumption that changes no value, and one that nothing rests on, come last and say so") {
    const auto effects = assumption_effects(doubtful_helping_study()).value();
    const auto& shared = effect_of(effects, "one-family");
    CHECK(shared.relations == 1);
    CHECK(shared.cells_changed() == 0);
    CHECK(shared.largest_change() == 0);
    const auto& idle = effect_of(effects, "idle");
    CHECK(idle.taken_away() == 0);
    CHECK(idle.baselines.empty());
}

TEST_CASE("what is reused where nothing changed is what a whole run of the reduced study comes to") {
    const auto s = doubtful_helping_study();
    const auto before = run(s, {.samples = 1}).value();
    for (const auto& effect : assumption_effects(s).value()) {
        auto reduced = without_assumption(s, effect.content).value();
        if (effect.carried() != 0) std::erase_if(reduced.options, [](const auto& o) { return o.key == "board"; });
        const auto after = run(reduced, {.samples = 1}).value();
        double largest = 0;
        for (std::size_t o = 0; o < reduced.options.size(); ++o) {
            const auto at = [&](const study_result& r, std::size_t row) {
                return r.baselines[0].rankings[0].central.options[row].overall;
            };
            largest = std::max(largest, std::abs(at(after, o) - at(before, o)));
        }
        CHECK(effect.largest_change() == largest);
    }
}

TEST_CASE("with samples, the probability that the first option is first is told before and after") {
    assumption_effect_options asked;
    asked.samples = 1000;
    const auto effects = assumption_effects(doubtful_helping_study(), asked).value();
    const auto& flipped = effects[0].baselines[0].rankings[0];
    CHECK(flipped.probability_before == 1.0);
    CHECK(flipped.probability_after == 0.0);
    CHECK(effects[1].baselines[0].rankings[0].probability_after == 1.0);
}

TEST_CASE("the effects are the same for any number of threads, and stop when asked to") {
    const auto s = doubtful_helping_study();
    const auto told = [](const std::vector<assumption_effect>& effects) {
        std::vector<std::string> keys;
        for (const auto& e : effects) keys.push_back(e.content.key + std::to_string(e.largest_change()));
        return keys;
    };
    assumption_effect_options asked;
    asked.threads = 1;
    const auto once = told(assumption_effects(s, asked).value());
    asked.threads = 4;
    CHECK(told(assumption_effects(s, asked).value()) == once);
    asked.progress = [](std::size_t, std::size_t) { return false; };
    const auto stopped = assumption_effects(s, asked);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == errc::interrupted);
}

TEST_CASE("a study whose option cannot be applied as it is has no effects to tell of") {
    auto s = doubtful_helping_study();
    s.reforms.at("reforms.board").steps.erase(s.reforms.at("reforms.board").steps.begin());
    const auto refused = assumption_effects(s);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == errc::step_cannot_apply);
    CHECK(refused.error().message.starts_with("option \"board\" on \"helping\": "));
}

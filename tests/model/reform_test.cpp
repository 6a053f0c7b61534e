// SPDX-License-Identifier: Apache-2.0
// Every step by example on the worked example. Stacks and properties are in reform_stack_test.cpp.
#include "concordat/model/reform.hpp"

#include "reforms.hpp"
#include "tests/worked_example.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace concordat;
using namespace concordat::testing;
using keys = std::vector<std::string>;

namespace {

model after(std::initializer_list<step_action> actions, const model& before = worked_example()) {
    return apply(reform_of("r", actions), before).value();
}
std::string refused(const step_action& action, const model& before = worked_example()) {
    return refusal(reform_of("r", {action}), before);
}
bool already_so(const step_action& action, const model& before = worked_example()) {
    const std::vector stack{reform_of("r", {action})};
    return apply_recorded(stack, before).value().steps.at(0).already_so();
}
double amount_of(const model& m, const std::string& wanted) {
    for (const auto& r : m.relations())
        if (identity(r) == wanted && r.amount) return r.amount->value;
    return -1;
}

/// A council area where every line names its service, as in the encoded models.
const std::string_view area = R"(
    model: example.area
    actors: council(mandate) board ministers(national, mandate) ncs chief(kind officer) family(public)
            social(frontline, of council) nurse(frontline, of board) charity(frontline)
    accountable_to: chief -> council; chief -> board; board -> ministers
                    social -> chief [care]; social -> council [justice]; nurse -> board [health]
                    charity -> chief [care]
    directs: chief -> social [care]
    employs: council -> social [workforce]; board -> nurse [workforce]
    funds: council -> social [care justice] 60; council -> charity [care] 10; ministers -> charity [care] 6
    delivers: social -> family [care justice]; nurse -> family [health]; charity -> family [care]
    rights: assess(council, weight 3, for care justice health) pay(council, for care) plan(board, for health)
)";
/// The same with care delegated to the board by the council.
model delegated() {
    return draw(std::string(area) + R"(
        delegates_to: council -> board [care]
        directs: board -> council [care]
        accountable_to: council -> board [care]
        funds: board -> council [care] 1; council -> board [care] 40; council -> board 7
    )");
}

}  // namespace

TEST_CASE("the words of the steps") {
    CHECK(name(step_action{create_step{}}) == "create");
    CHECK(name(step_action{return_step{}}) == "return");
    CHECK(name(step_action{revise_actor_step{}}) == "revise");
    CHECK(name(step_action{revise_relation_step{}}) == "revise");
}

TEST_CASE("create adds an actor with the step's evidence and place, and no relations") {
    auto r = reform_of("reforms.ncs.in", {create_step{body("ncs"), false}});
    r.sources.push_back({"bill", "The Bill", "", std::nullopt, std::nullopt, sourcing::official, {}});
    r.steps[0].evidence = {{"bill"}, "s.4", 3, "", ""};
    const auto before = worked_example();
    const auto m = apply(r, before).value();
    CHECK(m.key() == "worked.base+in");
    CHECK(m.find_actor("ncs")->evidence.at == "s.4");
    CHECK(m.find_actor("ncs")->where.at.line == 1);
    CHECK(m.find_source("bill") != nullptr);
    CHECK(identities(m) == identities(before));
    CHECK(already_so(create_step{body("sw"), true}));
    CHECK(refused(create_step{body("sw"), false}) ==
          "r.toml:1:1: error[E501]: actor \"sw\" stands already in worked.base, so it cannot be created\n"
          "  hint: if_absent = true lets it stand");
    auto odd = body("ncs");
    odd.kind = "bodi";
    CHECK(refused(create_step{odd, false}) ==
          "r.toml:1:1: error[E403]: kind of actor \"ncs\" = \"bodi\", but the vocabulary has no such kind\n"
          "  hint: did you mean \"body\"?");
}

TEST_CASE("abolish removes an actor and its relations, unless it still holds something") {
    const auto m = after({abolish_step{"ci", false}});
    CHECK(m.find_actor("ci") == nullptr);
    CHECK(m.relations(relation_type::inspects).empty());
    CHECK(already_so(abolish_step{"nobody", true}));
    CHECK(refused(abolish_step{"nobody", false}).find("actor = \"nobody\", but no actor of worked.base") !=
          std::string::npos);
    CHECK(refused(abolish_step{"ts", false}) ==
          "r.toml:1:1: error[E501]: \"ts\" delivers \"family_support\" in worked.base, so it cannot be abolished\n"
          "  hint: an earlier step has to pass that on");
    CHECK(refused(abolish_step{"advb", false}).find("is the legal entity of \"adv\"") != std::string::npos);
    const auto keeper = draw("actors: a b\nrights: start(a)");
    CHECK(refused(abolish_step{"a", false}, keeper).find("has the decision right \"start\"") != std::string::npos);
}

TEST_CASE("merge: one actor takes over relations, rights and teams; amounts add and inner ties go") {
    const auto m = after({merge_step{{"hb", "ijb"}, body("care", level::regional)}});
    CHECK(m.find_actor("hb") == nullptr);
    CHECK(m.actors().size() == 14);
    CHECK(amount_of(m, "funds cou -> care") == 60);
    CHECK(amount_of(m, "funds min -> care") == 300);
    CHECK_FALSE(has_relation(m, "accountable_to care -> care"));
    CHECK(has_relation(m, "accountable_to care -> cou"));
    CHECK(has_relation(m, "plans_jointly_with care -- cou"));
    CHECK(m.find_actor("hvt")->legal_entity == "care");
    CHECK(m.decision_rights()[2].holder == "care");
    const auto into = after({merge_step{{"sw", "ts"}, standing_actor("sw")}});
    CHECK(amount_of(into, "funds ijb -> sw") == 20);
    CHECK(amount_of(into, "funds cou -> sw") == 200);
    const auto money = after({merge_step{{"cou", "hb"}, body("one")}});
    CHECK(amount_of(money, "funds min -> one") == 1000);
    CHECK(amount_of(money, "funds one -> ijb") == 150);
    CHECK(already_so(merge_step{{"old1", "old2"}, standing_actor("sw")}));
    CHECK(refused(merge_step{{"hb", "old"}, body("care")}).find("actors = \"old\", but no actor") != std::string::npos);
    CHECK(refused(merge_step{{"hb", "ijb"}, body("cou")}).find("has this key already") != std::string::npos);
    CHECK(after({merge_step{{"sch", "ts"}, body("hub")}}).personas()[0].entries == keys{"hub"});
}

TEST_CASE("merge refuses to add amounts of different units") {
    const auto two = draw("actors: a b c\nfunds: a -> c 5; b -> c 6 unit GBP");
    CHECK(refused(merge_step{{"a", "b"}, body("ab")}, two) ==
          "r.toml:1:1: error[E501]: relation funds ab -> c would join 5 GBP_m/year of 2022 and 6 GBP of 2022, expected "
          "one "
          "unit and year\n  hint: amounts are never converted; revise one of them first");
    const auto unknown = draw("actors: a b c\nfunds: a -> c 5; b -> c");
    CHECK(amount_of(after({merge_step{{"a", "b"}, body("ab")}}, unknown), "funds ab -> c") == -1);
}

TEST_CASE("split: each service to its part, general relations to every part with equal amounts") {
    const auto before = draw(R"(
        actors: dept(of top) top fam(public) team(frontline, of dept) x
        accountable_to: dept -> top; team -> dept [care]
        funds: top -> dept 60; x -> dept [care justice] 10
        delivers: team -> fam [care]
        commissions: dept -> x [justice]
        rights: start(dept, for care)
        personas: p(age 1, entry dept)
    )");
    const split_step s{"dept", {{body("d1"), {"care"}}, {body("d2"), {"justice"}}}};
    const auto m = after({s}, before);
    CHECK(amount_of(m, "funds top -> d1") == 30);
    CHECK(amount_of(m, "funds top -> d2") == 30);
    CHECK(amount_of(m, "funds x -> d1 [care]") == 5);
    CHECK(has_relation(m, "accountable_to team -> d1 [care]"));
    CHECK(has_relation(m, "commissions d2 -> x [justice]"));
    CHECK(m.find_actor("team")->legal_entity == "d1");
    CHECK(m.decision_rights()[0].holder == "d1");
    CHECK(m.personas()[0].entries == keys{"d1", "d2"});
    CHECK(m.find_actor("dept") == nullptr);
    CHECK(already_so(s, m));
    CHECK(refused(split_step{"dept", {{body("d1"), {"care"}}, {body("d2"), {}}}}, before)
              .find("no part of \"dept\" has the service \"justice\" of relation") != std::string::npos);
    CHECK(refused(split_step{"dept", {{body("d1"), {"care"}}, {body("d2"), {"care"}}}}, before)
              .find("\"care\" stands in two parts") != std::string::npos);
    CHECK(refused(split_step{"dept", {{body("d1"), {"care"}}}}, before).find("expected at least two") !=
          std::string::npos);
    CHECK(refused(split_step{"hb", {{body("h1"), {"mental_health"}}, {body("h2"), {"health_visiting"}}}})
              .find("decision right \"set-thresholds\" of \"hb\" belongs to no single part") != std::string::npos);
}

TEST_CASE("rename keeps everything under another key or name, and there and back is nothing") {
    const auto before = worked_example();
    const auto m = after({rename_step{"sch", "school", "Schools"}});
    CHECK(m.find_actor("school")->name == "Schools");
    CHECK(has_relation(m, "accountable_to school -> edu"));
    CHECK(m.personas()[0].entries == keys{"school"});
    CHECK(already_so(rename_step{"sch", "school", ""}, m));
    CHECK(refused(rename_step{"sch", "sw", ""}).find("has this key already") != std::string::npos);
    CHECK(refused(rename_step{"schol", "x", ""}).find("no actor of worked.base has this key") != std::string::npos);
    auto back = after({rename_step{"cou", "council", ""}, rename_step{"council", "cou", ""}}).parts();
    back.key = before.key();
    CHECK(model::make(back).value() == before);
}

TEST_CASE("transfer of accountability ends the delegation and moves the teams' lines") {
    const auto m = after({transfer_step{"care", holding::accountable, "holder", "ncs"}}, delegated());
    CHECK(holders(m, "care", holding::accountable) == keys{"ncs"});
    CHECK(m.relations(relation_type::delegates_to).empty());
    CHECK_FALSE(has_relation(m, "directs board -> council [care]"));
    CHECK_FALSE(has_relation(m, "accountable_to council -> board [care]"));
    CHECK_FALSE(has_relation(m, "funds board -> council [care]"));
    CHECK_FALSE(has_relation(m, "funds council -> board [care]"));
    CHECK(amount_of(m, "funds council -> board") == 7);
    CHECK(has_relation(m, "accountable_to social -> ncs [care]"));
    CHECK(has_relation(m, "accountable_to social -> council [justice]"));
    CHECK(has_relation(m, "directs ncs -> social [care]"));
    CHECK_FALSE(has_relation(m, "directs chief -> social [care]"));
    CHECK(has_relation(m, "accountable_to chief -> board"));
}

TEST_CASE("transfer of accountability where nothing is delegated, from every holder, and what is already so") {
    const auto m =
        after({create_step{body("ncs"), false}, transfer_step{"social_work", holding::accountable, "holder", "ncs"}});
    CHECK(holders(m, "social_work", holding::accountable) == keys{"ncs"});
    // The social work team delivers aftercare too, so its general line is divided; adult care does nothing else.
    CHECK(has_relation(m, "accountable_to sw -> cou [aftercare, family_support]"));
    CHECK(has_relation(m, "accountable_to sw -> ncs [social_work]"));
    CHECK(has_relation(m, "accountable_to asc -> ncs"));
    CHECK(has_relation(m, "directs ncs -> asc [social_work]"));
    CHECK(already_so(transfer_step{"social_work", holding::accountable, "holder", "ncs"}, m));
    CHECK(already_so(transfer_step{"social_work", holding::accountable, "cou", "ncs"}, m));
    const auto one = after({transfer_step{"social_work", holding::accountable, "ijb", "cou"}});
    CHECK(holders(one, "social_work", holding::accountable) == keys{"cou"});
}

TEST_CASE("an officer who delivers a service itself moves like a team") {
    const auto before = draw(R"(
        actors: council ncs chief(kind officer, of council) family(public)
        accountable_to: chief -> council [care]
        delivers: chief -> family [care]
    )");
    const auto m = after({transfer_step{"care", holding::accountable, "holder", "ncs"}}, before);
    CHECK(holders(m, "care", holding::accountable) == keys{"ncs"});
}

TEST_CASE("a transfer that cannot be says why") {
    const auto a = draw(area);
    const auto transfer = [](const char* service, holding role, const char* from, const char* to) {
        return transfer_step{service, role, from, to};
    };
    CHECK(refused(transfer("workforce", holding::accountable, "holder", "ncs"), a) ==
          "r.toml:1:1: error[E501]: nobody holds \"workforce\" in example.area, so it cannot be transferred");
    CHECK(refused(transfer("care", holding::commissions, "holder", "ncs"), a) ==
          "r.toml:1:1: error[E501]: nobody commissions \"care\" in example.area, so it cannot be transferred");
    CHECK(refused(transfer("care", holding::accountable, "ministers", "ncs"), a) ==
          "r.toml:1:1: error[E501]: from = \"ministers\", but in example.area \"care\" is held by board and council\n"
          "  hint: from = \"holder\" means whoever does");
    CHECK(refused(transfer("cair", holding::accountable, "holder", "ncs"), a) ==
          "r.toml:1:1: error[E501]: service = \"cair\", but the vocabulary of example.area has no such service\n"
          "  hint: did you mean \"care\"?");
    CHECK(refused(transfer("care", holding::accountable, "holder", "ncx"), a) ==
          "r.toml:1:1: error[E501]: to = \"ncx\", but no actor of example.area has this key\n  hint: did you mean "
          "\"ncs\"?");
    CHECK(
        refused(transfer("mental_health", holding::accountable, "hb", "cou")) ==
        "r.toml:1:1: error[E501]: \"hb\" delivers \"mental_health\" itself in worked.base, so no line to it can move\n"
        "  hint: transfer its role \"delivers\" first");
}

TEST_CASE("transfer of delivery moves teams to another legal entity and employer, and what a body does itself") {
    const auto m = after({transfer_step{"care", holding::delivers, "council", "ncs"}}, draw(area));
    CHECK(m.find_actor("social")->legal_entity == "ncs");
    CHECK(has_relation(m, "employs ncs -> social [workforce]"));
    CHECK_FALSE(has_relation(m, "employs council -> social [workforce]"));
    CHECK(m.find_actor("charity")->legal_entity == "charity");
    CHECK(already_so(transfer_step{"care", holding::delivers, "council", "ncs"}, m));
    const auto own = after({transfer_step{"mental_health", holding::delivers, "hb", "ijb"}});
    CHECK(has_relation(own, "delivers ijb -> fam [mental_health] 18+"));
    CHECK(own.find_actor("camhs")->legal_entity == "ijb");
    CHECK(own.find_actor("hvt")->legal_entity == "hb");
    CHECK(has_relation(own, "employs ijb -> camhs"));
}

TEST_CASE("transfer of money and of decisions divides what is for several services") {
    const auto m = after({transfer_step{"care", holding::funds, "holder", "ncs"}}, draw(area));
    CHECK(amount_of(m, "funds council -> social [justice]") == 30);
    CHECK(amount_of(m, "funds ncs -> social [care]") == 30);
    CHECK(amount_of(m, "funds ncs -> charity [care]") == 16);
    CHECK(holders(m, "care", holding::funds) == keys{"ncs"});
    const auto d = after({transfer_step{"care", holding::decides, "council", "ncs"}}, draw(area));
    CHECK(holders(d, "care", holding::decides) == keys{"ncs"});
    double weight = 0;
    for (const auto& right : d.decision_rights()) weight += right.weight;
    CHECK(weight == 5);
    CHECK(d.decision_rights().back().key == "assess.care");
    CHECK(d.decision_rights().back().weight == 1);
    CHECK(d.decision_rights()[0].services == keys{"health", "justice"});
}

TEST_CASE("delegate, and return undoes it") {
    const auto before = draw(area);
    const delegate_step give{"health", "holder", "council"};
    const auto m = after({give}, before);
    CHECK(has_relation(m, "delegates_to board -> council [health]"));
    CHECK(has_relation(m, "directs council -> board [health]"));
    CHECK(has_relation(m, "accountable_to board -> council [health]"));
    CHECK(has_relation(m, "accountable_to nurse -> council [health]"));
    CHECK(holders(m, "health", holding::accountable) == keys{"council"});
    CHECK(already_so(give, m));
    CHECK(already_so(delegate_step{"health", "board", "council"}, m));
    CHECK(refused(delegate_step{"health", "holder", "board"}, m)
              .find("\"board\" has delegated \"health\" to \"council\"") != std::string::npos);
    CHECK(identities(after({return_step{"health", "holder"}}, m)) == identities(before));
    CHECK(identities(after({return_step{"health", "council"}}, m)) == identities(before));
    CHECK(already_so(return_step{"health", "holder"}, before));
    CHECK(already_so(return_step{"health", "council"}, before));
    CHECK(already_so(return_step{"health", "gone", true}, before));
    CHECK(refused(return_step{"health", "gone"}, before).find("from = \"gone\", but no actor of example.area") !=
          std::string::npos);
    CHECK(refused(return_step{"health", "board"}, before)
              .find("\"board\" holds \"health\" in example.area and nobody delegated it") != std::string::npos);
    CHECK(refused(delegate_step{"workforce", "holder", "ncs"}, before)
              .find("nobody holds \"workforce\" in example.area, so it cannot be delegated") != std::string::npos);
}

TEST_CASE("relate adds a tie, also for whoever holds something") {
    const auto m = after(
        {relate(relation_type::accountable_to, holder_of{"social_work", holding::delivers}, "hb", {"social_work"})});
    CHECK(has_relation(m, "accountable_to asc -> hb [social_work]"));
    CHECK(has_relation(m, "accountable_to sw -> hb [social_work]"));
    CHECK(already_so(relate(relation_type::plans_jointly_with, "hb", "cou")));
    // A step that leaves the amount open does not ask for there to be none.
    CHECK(already_so(relate(relation_type::funds, "cou", "sw")));
    auto other_amount = relate(relation_type::funds, "cou", "sw");
    other_amount.relation.amount = amount{7, "GBP_m/year", 2022};
    CHECK(refused(other_amount) ==
          "r.toml:1:1: error[E501]: relation funds cou -> sw stands already in worked.base with other attributes\n"
          "  hint: op = \"revise\" changes them");
    CHECK(refused(relate(relation_type::directs, holder_of{"education", holding::commissions}, "sw")) ==
          "r.toml:1:1: error[E501]: nobody commissions \"education\" in worked.base, so `from` means no actor");
    CHECK(refused(relate(relation_type::directs, "sw", "sw")).find("r.toml:1:1: error[E409]") == 0);
    const auto maybe = draw("actors: a b\ndirects: a -> b prospective");
    const auto now = after({relate(relation_type::directs, "a", "b")}, maybe);
    REQUIRE(now.relations().size() == 1);
    CHECK(now.holds(now.relations()[0]));
}

TEST_CASE("unrelate removes what agrees with everything stated") {
    CHECK(after({unrelate_step{{relation_type::inspects, "ci", std::nullopt, ""}, false}})
              .relations(relation_type::inspects)
              .empty());
    const auto part =
        after({unrelate_step{{relation_type::funds, std::nullopt, std::nullopt, "care"}, false}}, draw(area));
    CHECK(amount_of(part, "funds council -> social [justice]") == 30);
    CHECK(part.relations(relation_type::funds).size() == 1);
    CHECK_FALSE(has_relation(after({unrelate_step{{relation_type::plans_jointly_with, "hb", "cou", ""}, false}}),
                             "plans_jointly_with cou -- hb"));
    CHECK(already_so(unrelate_step{{relation_type::audits, "ci", "gone", ""}, true}));
    CHECK(refused(unrelate_step{{relation_type::audits, "ci", holder_of{"education", holding::delivers}, ""}, false}) ==
          "r.toml:1:1: error[E501]: no relation audits from ci to whoever delivers education stands in worked.base, so "
          "it "
          "cannot be removed\n  hint: if_present = true lets it be absent");
    CHECK(refused(unrelate_step{{std::nullopt, std::nullopt, std::nullopt, ""}, true}).find("states nothing") !=
          std::string::npos);
}

TEST_CASE("revise changes attributes of what stands, and leaves the rest") {
    actor_changes actor_set;
    actor_set.level = level::regional;
    const auto m = after({revise_actor_step{"ijb", actor_set}});
    CHECK(m.find_actor("ijb")->level == level::regional);
    CHECK(m.find_actor("ijb")->name == "ijb");
    CHECK(already_so(revise_actor_step{"ijb", actor_set}, m));
    right_changes right_set;
    right_set.holder = "ts";
    CHECK(after({revise_right_step{"start-help", right_set}}).decision_rights()[0].holder == "ts");
    CHECK(refused(revise_right_step{"start-halp", right_set}).find("did you mean \"start-help\"?") !=
          std::string::npos);
    relation_changes set;
    set.amount = amount{90, "GBP_m/year", 2022};
    const auto revised =
        after({revise_relation_step{{relation_type::funds, "council", "social", "care"}, set}}, draw(area));
    CHECK(amount_of(revised, "funds council -> social [care]") == 90);
    CHECK(amount_of(revised, "funds council -> social [justice]") == 30);
    CHECK(refused(revise_relation_step{{relation_type::audits, "ci", "sw", ""}, set})
              .find("no relation audits from ci to sw stands in worked.base, so it cannot be revised") !=
          std::string::npos);
    CHECK(
        refused(revise_relation_step{{relation_type::inspects, "ci", "sw", ""}, set}).find("r.toml:1:1: error[E207]") ==
        0);
}

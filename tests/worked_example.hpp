// SPDX-License-Identifier: Apache-2.0
/// The worked example that every measure has golden values for (criteria.md, section 4.5): fifteen actors around one
/// school-age child, and the same with Option X. A fictional toy, not a description of any council.
#pragma once

#include "draw.hpp"

#include <string>

namespace concordat::testing {

/// All of the example but the three lines of accountability that Option X is about.
inline constexpr std::string_view worked_example_common = R"(
    as_of: 2023-10-01
    resolution: team

    actors: min(national, mandate)  cou(local, mandate)  hb(regional)  ijb(local)  ci(national)  fam(public)
            edu(local, of cou)  sw(frontline, of cou)  sch(frontline, of cou)  asc(frontline, of cou)
            hvt(frontline, of hb)  camhs(frontline, of hb)  ts(frontline)
            advb(local, mandate)  adv(frontline, of advb)

    accountable_to: hb -> min; ijb -> cou; ijb -> hb; edu -> cou; sw -> cou; sch -> edu; hvt -> hb
                    asc -> ijb; ts -> sw; ci -> min; adv -> advb

    refers_to: sch -> sw; sch -> camhs; hvt -> sw; hvt -> camhs; sw -> ts; sw -> camhs; sw -> asc

    shares_information_with: hvt -- sw; sch -- sw; sw -- camhs; sw -- ts

    plans_jointly_with: cou -- hb; cou -- ijb; hb -- ijb; cou -- ts; edu -- sw

    funds: min -> cou 700; min -> hb 300; cou -> sw 200; cou -> edu 400; edu -> sch 400; cou -> ijb 60; hb -> ijb 90
           ijb -> camhs 70; ijb -> asc 60; sw -> ts 30; ijb -> ts 20; min -> ts 10
           min -> advb 5; advb -> adv 5; min -> ci 8

    inspects: ci -> sw; ci -> ts; ci -> asc; ci -> sch

    participates_in: fam -> sw standing lundy; adv -> cou standing lundy
    advocates_for: adv -> fam

    delivers: hvt -> fam [health_visiting] 0-5
              sch -> fam [education] 5-18
              sw -> fam [social_work] 0-18
              camhs -> fam [mental_health] 5-18
              ts -> fam [family_support] 0-18
              asc -> fam [social_work] 18+
              hb -> fam [mental_health] 18+
              sw -> fam [aftercare] 16-26

    personas: school-age-child(age 10, weight 1, needs education social_work mental_health family_support, entry sch)

    rights: start-help(sw)  set-budget(cou)  set-thresholds(hb)  plan-services(ijb)  make-rules(min)
            place-in-school(edu)
)";

/// As it stands: mental health and family support answer to the joint board, family support also to social work.
[[nodiscard]] inline model worked_example() {
    return draw("model: worked.base\n" + std::string(worked_example_common) +
                "accountable_to: camhs -> ijb; ts -> ijb\n");
}

/// Option X: they answer through the council only. `camhs -> ijb` becomes `camhs -> cou`, and `ts -> ijb` goes.
[[nodiscard]] inline model worked_example_option_x() {
    return draw("model: worked.option-x\n" + std::string(worked_example_common) + "accountable_to: camhs -> cou\n");
}

}  // namespace concordat::testing

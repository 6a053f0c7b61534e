// SPDX-License-Identifier: Apache-2.0
/// The items of the checklists, as data: what each asks, where that stands, and how sure that is.
#pragma once

#include "concordat/report/duties.hpp"

#include <span>

namespace concordat::detail::duty {

struct card {
    std::string_view key;
    std::string_view asks;
    duty_source source;
};

inline constexpr std::string_view act_2024 =
    "UNCRC (Incorporation) (Scotland) Act 2024 and its guidance for "
    "organisations: child rights and wellbeing impact assessment";
constexpr duty_source guidance(std::string_view at, std::string_view url) {
    return {act_2024, at, url, sourcing::official, "high"};
}
inline constexpr duty_source stage_1 = guidance(
    "stage 1",
    "https://gov.scot/publications/child-rights-wellbeing-impact-assessment-external-guidance-templates/pages/4");
inline constexpr duty_source stage_2 = guidance(
    "stage 2",
    "https://gov.scot/publications/child-rights-wellbeing-impact-assessment-external-guidance-templates/pages/5");
inline constexpr duty_source when_needed{
    "Scottish Government guidance on impact assessments: child rights and wellbeing", "2024 Act, section 17",
    "https://gov.scot/publications/masterplan-consent-areas-guidance-impact-assessments/pages/2", sourcing::official,
    "high"};

constexpr duty_source background(std::string_view title, std::string_view at, std::string_view url) {
    return {title, at, url, sourcing::background, "low"};
}
constexpr duty_source equality(std::string_view at) {
    return background("Equality Act 2010", at, "https://www.legislation.gov.uk/ukpga/2010/15/section/149");
}
constexpr duty_source fairer(std::string_view at) {
    return background("Equality Act 2010", at, "https://www.legislation.gov.uk/ukpga/2010/15/section/1");
}
constexpr duty_source island_act(std::string_view at) {
    return background("Islands (Scotland) Act 2018", at, "https://www.legislation.gov.uk/asp/2018/12/section/8");
}
constexpr duty_source data_law(std::string_view at) {
    return background("UK GDPR", at, "https://www.legislation.gov.uk/eur/2016/679/article/35");
}

inline constexpr card child_rights_items[] = {
    {"needed", "What is being decided, and does it need an assessment of children's rights and wellbeing?",
     when_needed},
    {"screening", "When did the screening begin? It should come early, with its date.", stage_1},
    {"numbers", "What is known in numbers, and what does it tell about children's rights?", stage_2},
    {"words", "What is known from research, experience and people's own accounts?", stage_2},
    {"views", "Whose views were asked among the children and young people whom the decision affects, and how?",
     stage_2},
    {"effects", "Which effects are positive and which negative, article by article?", stage_2},
    {"mitigation", "What is done about each negative effect?", stage_2},
    {"wellbeing",
     "What does the decision add to wellbeing: safe, healthy, achieving, nurtured, active, respected, responsible, "
     "included?",
     stage_2},
    {"influence", "How did what was learnt change the decision?", stage_2},
    {"accessible", "How will children and young people be able to read the assessment?", stage_2},
};

inline constexpr card equality_items[] = {
    {"discrimination", "How does the decision help to end discrimination, harassment and victimisation?",
     equality("section 149(1)(a)")},
    {"opportunity",
     "How does it advance equality of opportunity between people who share a protected characteristic and people who "
     "do not?",
     equality("section 149(1)(b)")},
    {"relations", "How does it foster good relations between them?", equality("section 149(1)(c)")},
    {"age", "Age: who is affected, and how?", equality("section 149(7)")},
    {"disability", "Disability: who is affected, and how?", equality("section 149(7)")},
    {"gender_reassignment", "Gender reassignment: who is affected, and how?", equality("section 149(7)")},
    {"pregnancy", "Pregnancy and maternity: who is affected, and how?", equality("section 149(7)")},
    {"race", "Race: who is affected, and how?", equality("section 149(7)")},
    {"belief", "Religion or belief: who is affected, and how?", equality("section 149(7)")},
    {"sex", "Sex: who is affected, and how?", equality("section 149(7)")},
    {"orientation", "Sexual orientation: who is affected, and how?", equality("section 149(7)")},
};

inline constexpr card fairer_items[] = {
    {"strategic", "Is this a decision of a strategic nature about how functions are exercised?",
     fairer("section 1(1)")},
    {"inequalities", "Which inequalities of outcome, that come from socio-economic disadvantage, can it change?",
     fairer("section 1(1)")},
    {"places", "Where do people live whom disadvantage touches most, and what does the decision mean there?",
     fairer("section 1(1)")},
    {"design", "How is it designed to reduce those inequalities?", fairer("section 1(1)")},
    {"guidance", "How was the guidance of the Scottish Ministers taken into account?", fairer("section 1(2) and (2A)")},
};

inline constexpr card island_items[] = {
    {"regard", "How were island communities had regard to?", island_act("section 7(1)")},
    {"different",
     "Is the effect on an island community likely to be significantly different from that on other communities?",
     island_act("section 8(1)")},
    {"describe", "If so, what is that different effect?", island_act("section 8(3)(a)")},
    {"improve", "How far can the decision be shaped or carried out so as to improve or mitigate it?",
     island_act("section 8(3)(b)")},
    {"reasons", "If no assessment is made although there is an effect, what are the reasons to be published?",
     island_act("section 8(4)")},
};

inline constexpr card data_items[] = {
    {"risk", "Is the processing likely to be a high risk to people's rights and freedoms?", data_law("article 35(1)")},
    {"description", "What is processed, by whom and for what? Which bodies would share more, or less?",
     data_law("article 35(7)(a)")},
    {"necessity", "Is it necessary, and in proportion to its purpose?", data_law("article 35(7)(b)")},
    {"risks", "What are the risks to the people whose data it is?", data_law("article 35(7)(c)")},
    {"measures", "What is done about those risks?", data_law("article 35(7)(d)")},
    {"advice", "What did the data protection officer advise?", data_law("article 35(2)")},
    {"views", "What do the people say whose data it is, or who speaks for them?", data_law("article 35(9)")},
};

struct list_card {
    std::string_view key;
    std::string_view title;
    std::span<const card> items;
};

inline constexpr list_card lists[] = {
    {"child_rights", "Child rights and wellbeing (UNCRC (Incorporation) (Scotland) Act 2024)", child_rights_items},
    {"equality", "Equality (Equality Act 2010, section 149)", equality_items},
    {"fairer_scotland", "Fairer Scotland Duty (Equality Act 2010, part 1)", fairer_items},
    {"islands", "Island communities (Islands (Scotland) Act 2018, section 8)", island_items},
    {"data_protection", "Data protection (UK GDPR, article 35)", data_items},
};

}  // namespace concordat::detail::duty

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/assess/criteria.hpp"
#include "concordat/core/text.hpp"
#include "concordat/impl/model_card.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace concordat {

namespace detail {

inline constexpr std::array<std::string_view, 4> value_source_words{"graph", "indicator", "survey", "judgement"};
inline constexpr std::array<std::string_view, 3> gap_rule_words{"refuse", "whole_scale", "leave_out"};
inline constexpr std::array<std::string_view, 2> article_reading_words{"same", "open"};

/// Collects what is wrong with a tree; one method a rule.
class criteria_check {
public:
    explicit criteria_check(const criteria_tree& tree) : tree_(tree) {
        for (const auto& b : tree.branches) branches_.push_back(b.key);
    }

    [[nodiscard]] std::vector<error> run() {
        keys();
        parents();
        for (const auto& c : tree_.criteria) criterion_rules(c);
        for (const auto& g : tree_.gates) evidence_rules(g.evidence, g.where, "gate \"" + g.key + "\"");
        for (const auto& a : tree_.axes) evidence_rules(a.evidence, a.where, "axis \"" + a.key + "\"");
        return std::move(problems_);
    }

private:
    void report(errc code, const origin& where, std::string message, std::string hint = {}) {
        problems_.push_back({code, std::move(message), std::move(hint), where.at, {}});
    }

    void key(const std::string& text, const origin& where) {
        if (!is_label(text))
            report(errc::bad_identifier, where, "\"" + text + "\" is no key; expected letters, digits, . _ and -");
        const auto [first, is_new] = seen_.emplace(text, &where);
        if (!is_new)
            report(errc::duplicate_key, where,
                   "\"" + text + "\" stands twice, first at line " + std::to_string(first->second->at.line));
    }

    void keys() {
        for (const auto& b : tree_.branches) key(b.key, b.where);
        for (const auto& c : tree_.criteria) key(c.key, c.where);
        for (const auto& g : tree_.gates) key(g.key, g.where);
        for (const auto& a : tree_.axes) key(a.key, a.where);
        if (tree_.criteria.empty()) report(errc::missing_value, {}, "\"" + tree_.key + "\" has no criterion");
    }

    void parents() {
        std::map<std::string, std::string, std::less<>> parent_of;
        std::set<std::string, std::less<>> used;
        for (const auto& b : tree_.branches) parent_of.emplace(b.key, b.parent);
        const auto known = [&](const std::string& parent, const std::string& child, const origin& where) {
            used.insert(parent);
            if (!parent.empty() && !parent_of.contains(parent))
                report(errc::dangling_reference, where,
                       child + ": parent = \"" + parent + "\", but no branch has this key", suggest(parent, branches_));
        };
        for (const auto& b : tree_.branches) known(b.parent, "branch \"" + b.key + "\"", b.where);
        for (const auto& c : tree_.criteria) known(c.parent, "criterion \"" + c.key + "\"", c.where);
        for (const auto& b : tree_.branches) {
            if (!used.contains(b.key))
                report(errc::missing_value, b.where, "branch \"" + b.key + "\" holds no criterion");
            std::string at = b.parent;
            for (std::size_t steps = 0; !at.empty() && parent_of.contains(at); at = parent_of.find(at)->second)
                if (at == b.key || ++steps > parent_of.size()) {
                    report(errc::extends_cycle, b.where, "branch \"" + b.key + "\" is its own ancestor");
                    break;
                }
        }
    }

    void criterion_rules(const criterion& c) {
        const std::string who = "criterion \"" + c.key + "\"";
        const bool of_graph = c.needs == value_source::graph;
        if (of_graph && c.measure.empty())
            report(errc::missing_key, c.where, who + " needs the graph, but names no measure");
        if (!of_graph && !c.measure.empty())
            report(
                errc::conflicting_keys, c.where,
                who + " needs " + std::string(name(c.needs)) + ", so it cannot have the measure \"" + c.measure + "\"");
        if (of_graph && !c.measure.empty())
            if (const auto made = make_measure(c.measure, c.parameters); !made) {
                error problem = made.error();
                problem.where = c.where.at;
                problem.message = who + ": " + problem.message;
                problems_.push_back(std::move(problem));
            }
        if (!of_graph && !c.missing)
            report(errc::missing_key, c.where, who + " can be missing, but does not say what then",
                   "add missing = \"whole_scale\", \"leave_out\" or \"refuse\"");
        evidence_rules(c.evidence, c.where, who);
        evidence_rules(c.benefit, c.where, who + ", benefit");
        article_rules(c, who);
    }

    void article_rules(const criterion& c, const std::string& who) {
        std::set<int> seen;
        for (const auto& link : c.articles) {
            const std::string which = who + ", article " + std::to_string(link.number);
            if (link.number < 1 || link.number > last_article_of_rights)
                report(errc::out_of_range, link.where,
                       which + ": expected 1 to " + std::to_string(last_article_of_rights) +
                           ", the articles of the UNCRC that say what children have a right to");
            if (!seen.insert(link.number).second) report(errc::duplicate_key, link.where, which + " stands twice");
            if (link.evidence.sources.empty())
                report(errc::missing_key, link.where, which + " names no source that says so",
                       "add evidence = { source = \"...\" }, or leave the article out");
            evidence_rules(link.evidence, link.where, which);
        }
    }

    void evidence_rules(const evidence& card, const origin& where, const std::string& who) {
        carding::check_references(
            card, tree_.sources, tree_.assumptions,
            [&](std::string_view part) { return who + ": evidence." + std::string(part); },
            [&](errc code, std::string message, std::string hint) {
                report(code, where, std::move(message), std::move(hint));
            });
        if (card.level && (*card.level < 0 || *card.level > 4))
            report(errc::out_of_range, where, who + ": level = " + std::to_string(*card.level) + ", expected 0 to 4");
    }

    const criteria_tree& tree_;
    std::vector<std::string> branches_;
    std::map<std::string, const origin*, std::less<>> seen_;
    std::vector<error> problems_;
};

}  // namespace detail

CONCORDAT_INLINE std::string_view name(value_source s) noexcept {
    return detail::value_source_words[static_cast<std::size_t>(s)];
}
CONCORDAT_INLINE std::string_view name(gap_rule p) noexcept {
    return detail::gap_rule_words[static_cast<std::size_t>(p)];
}
CONCORDAT_INLINE std::string_view name(article_reading r) noexcept {
    return detail::article_reading_words[static_cast<std::size_t>(r)];
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<article_reading>() noexcept {
    return detail::article_reading_words;
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<value_source>() noexcept {
    return detail::value_source_words;
}
template <>
CONCORDAT_INLINE std::span<const std::string_view> words<gap_rule>() noexcept {
    return detail::gap_rule_words;
}

CONCORDAT_INLINE result<criteria_tree> check(criteria_tree tree) {
    auto problems = detail::criteria_check(tree).run();
    if (!problems.empty()) return fail(gather(std::move(problems)));
    return tree;
}

}  // namespace concordat

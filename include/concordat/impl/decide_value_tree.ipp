// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/decide/value_tree.hpp"

#include "concordat/core/text.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace concordat {

namespace detail {

/// Branches first, then leaves, as one list of keys and parents.
struct tree_entry {
    std::string_view key;
    std::string_view parent;
    bool is_branch = true;
    std::size_t criterion = 0;
    bool counted = true;
};

using entry_places = std::map<std::string_view, std::size_t, std::less<>>;

inline std::vector<tree_entry> tree_entries(std::span<const table_branch> branches, std::span<const tree_leaf> leaves) {
    std::vector<tree_entry> entries;
    for (const auto& branch : branches) entries.push_back({branch.key, branch.parent});
    for (std::size_t i = 0; i < leaves.size(); ++i)
        entries.push_back({leaves[i].key, leaves[i].parent, false, i, leaves[i].counted});
    return entries;
}

inline std::string called(const tree_entry& entry) {
    return (entry.is_branch ? "branch \"" : "criterion \"") + std::string(entry.key) + "\"";
}

/// Keys of the wrong form or used twice, and parents that are no branch.
inline entry_places check_entries(const std::vector<tree_entry>& entries, std::vector<error>& problems) {
    entry_places places;
    std::vector<std::string> branch_keys;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& entry = entries[i];
        if (!is_label(entry.key))
            problems.push_back({errc::bad_identifier,
                                called(entry) + " has a key of another form than letters, digits, \".\", \"_\" and "
                                                "\"-\", at most 64, the first a letter or digit",
                                {},
                                {},
                                {}});
        const auto [first, is_new] = places.emplace(entry.key, i);
        if (!is_new)
            problems.push_back({errc::duplicate_key,
                                called(entry) + " has the key of " + called(entries[first->second]) +
                                    "; branches and criteria share their keys, each used once",
                                {},
                                {},
                                {}});
        if (entry.is_branch) branch_keys.emplace_back(entry.key);
    }
    for (const auto& entry : entries) {
        if (entry.parent.empty()) continue;
        const auto parent = places.find(entry.parent);
        if (parent != places.end() && entries[parent->second].is_branch) continue;
        problems.push_back({errc::dangling_reference,
                            called(entry) + " has the parent \"" + std::string(entry.parent) + "\", which is no branch",
                            suggest(entry.parent, branch_keys),
                            {},
                            {}});
    }
    return places;
}

/// The branches on the way up from one entry that meet again, as "a -> b -> a"; empty when the way ends at the top.
inline std::string circle_from(const std::vector<tree_entry>& entries, const entry_places& places, std::size_t start) {
    std::string chain(entries[start].key);
    std::size_t at = start;
    for (std::size_t steps = 0; steps <= entries.size() && !entries[at].parent.empty(); ++steps) {
        at = places.at(entries[at].parent);
        chain += " -> " + std::string(entries[at].key);
        if (at == start) return chain;
    }
    return {};
}

/// Each circle is told once, from its branch with the first key. Needs parents that are known.
inline void check_circles(const std::vector<tree_entry>& entries, const entry_places& places,
                          std::vector<error>& problems) {
    std::vector<bool> told(entries.size());
    for (const auto& [key, start] : places) {
        if (told[start]) continue;
        const std::string chain = circle_from(entries, places, start);
        if (chain.empty()) continue;
        for (std::size_t at = start; !told[at]; at = places.at(entries[at].parent)) told[at] = true;
        problems.push_back(
            {errc::conflicting_keys, "the branches form a circle: " + chain, "leave out one of the parents", {}, {}});
    }
}

inline value_node node_of(const tree_entry& entry, std::size_t parent) {
    value_node node{std::string(entry.key), parent, {}, std::nullopt, entry.counted};
    if (!entry.is_branch) node.criterion = entry.criterion;
    return node;
}

/// Breadth first from the top, so that parents stand before their children. A sorted map gives the order of keys.
inline std::vector<value_node> grown(const std::vector<tree_entry>& entries, const entry_places& places) {
    std::map<std::string_view, std::vector<std::size_t>, std::less<>> below;
    for (const auto& [key, place] : places) below[entries[place].parent].push_back(place);
    std::vector<value_node> nodes{value_node{}};
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        if (nodes[at].criterion) continue;
        const auto found = below.find(nodes[at].key);
        if (found == below.end()) continue;
        for (const std::size_t child : found->second) {
            nodes[at].children.push_back(nodes.size());
            nodes.push_back(node_of(entries[child], at));
        }
    }
    return nodes;
}

/// A branch counts when anything below it does; children stand behind their parents, so one pass from the end is
/// enough.
inline void mark_counted(std::vector<value_node>& nodes) {
    for (std::size_t at = nodes.size(); at-- > 0;) {
        const auto counts = [&](std::size_t child) { return nodes[child].counted; };
        if (!nodes[at].criterion)
            nodes[at].counted = std::any_of(nodes[at].children.begin(), nodes[at].children.end(), counts);
    }
}

}  // namespace detail

CONCORDAT_INLINE result<value_tree> value_tree::make(std::span<const table_branch> branches,
                                                     std::span<const tree_leaf> leaves) {
    std::vector<error> problems;
    if (leaves.empty()) problems.push_back({errc::missing_value, "no criteria; at least one was expected", {}, {}, {}});
    if (leaves.size() > most_criteria || branches.size() > most_branches)
        return fail(errc::limit_exceeded, std::to_string(leaves.size()) + " criteria in " +
                                              std::to_string(branches.size()) + " branches; at most " +
                                              std::to_string(most_criteria) + " in " + std::to_string(most_branches) +
                                              " can be weighed");
    const auto entries = detail::tree_entries(branches, leaves);
    const auto places = detail::check_entries(entries, problems);
    if (problems.empty()) detail::check_circles(entries, places, problems);
    if (!problems.empty()) return fail(gather(std::move(problems)));

    value_tree tree;
    tree.criterion_count_ = leaves.size();
    tree.nodes_ = detail::grown(entries, places);
    for (const auto& node : tree.nodes_)
        if (!node.criterion && node.children.empty())
            problems.push_back({errc::missing_value,
                                "branch \"" + node.key + "\" has nothing below it",
                                "give it a criterion, or take it out",
                                {},
                                {}});
    if (!problems.empty()) return fail(gather(std::move(problems)));
    detail::mark_counted(tree.nodes_);
    if (!tree.nodes_.front().counted)
        return fail(errc::missing_value, "every criterion is left out; at least one has to count");
    return tree;
}

CONCORDAT_INLINE std::vector<std::size_t> value_tree::counted_criteria() const {
    std::vector<std::pair<std::string_view, std::size_t>> found;
    for (const auto& node : nodes_)
        if (node.criterion && node.counted) found.emplace_back(node.key, *node.criterion);
    std::sort(found.begin(), found.end());
    std::vector<std::size_t> positions;
    for (const auto& [key, position] : found) positions.push_back(position);
    return positions;
}

CONCORDAT_INLINE std::optional<std::size_t> value_tree::find(std::string_view key) const {
    const auto found = std::find_if(nodes_.begin(), nodes_.end(), [&](const auto& node) { return node.key == key; });
    if (found == nodes_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - nodes_.begin());
}

}  // namespace concordat

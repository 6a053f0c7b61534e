// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/switch_point_picture.hpp"

#include "concordat/impl/report_message.hpp"
#include "concordat/impl/report_sensed.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace concordat {

namespace detail::drawing {

/// How far a share would have to move; nothing when it may be anything.
inline std::optional<double> distance_of(const weight_stability& one) {
    std::optional<double> least;
    if (one.lower) least = one.central.share - one.lower->share;
    if (one.upper) least = std::min(least ? *least : 1.0, one.upper->share - one.central.share);
    return least;
}

/// Those that switch, the nearest first, then those that never do.
inline std::vector<const weight_stability*> by_distance(const weighed_sensitivity& under) {
    std::vector<const weight_stability*> order;
    for (const auto& one : under.weight_switches) order.push_back(&one);
    const auto far = [](const weight_stability* one) {
        const auto distance = distance_of(*one);
        return distance ? *distance : 2.0;
    };
    std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) { return far(a) < far(b); });
    return order;
}

/// The options that come first as weights are now.
inline std::vector<std::size_t> first_now(const weighed_sensitivity& under) {
    std::vector<std::size_t> first;
    for (std::size_t o = 0; o < under.central.options.size(); ++o)
        if (under.central.options[o].rank == 1) first.push_back(o);
    return first;
}

/// Which way the nearest switch lies, and who is first beyond it.
struct nearest_switch {
    bool above = false;
    double share = 0;
    std::vector<std::size_t> first;
};

inline nearest_switch nearest_of(const weight_stability& one) {
    const bool above =
        one.upper && (!one.lower || one.upper->share - one.central.share <= one.central.share - one.lower->share);
    const double share = above ? one.upper->share : one.lower->share;
    nearest_switch found{above, share, {}};
    for (const auto& piece : one.pieces) {
        if (above && piece.from.share >= share && found.first.empty()) found.first = piece.first;
        if (!above && piece.to.share <= share) found.first = piece.first;
    }
    return found;
}

/// What a share is a share of.
inline std::string whole_of(const sensed_ranking& s, std::size_t node) {
    const auto parent = s.under.central.tree.nodes()[node].parent;
    return parent == 0 ? std::string("all weight") : quoted(s.node_title(parent));
}

inline std::string switch_finding(const sensed_ranking& s, const std::vector<const weight_stability*>& order) {
    if (s.on.table.options.size() == 1) return "There is one option, " + s.option(0) + ": nothing is compared.";
    const auto first = first_now(s.under);
    const std::string now = s.options(first) + (first.size() == 1 ? " stays" : " stay") + " first";
    if (order.empty() || !distance_of(*order.front()))
        return "No weight alone changes which option comes first: " + now + ", at expected values.";
    const auto& one = *order.front();
    const auto next = nearest_of(one);
    if (first.size() > 1) return s.options(first) + " are level, so any change of some weights decides between them.";
    const int digits = telling_digits({next.share, one.central.share});
    return now + " at expected values until the weight of " + quoted(s.node_title(one.node)) +
           (next.above ? " rises above " : " falls below ") + percent(next.share, digits) + " of " +
           whole_of(s, one.node) + " (now " + percent(one.central.share, digits) + "): then " + s.options(next.first) +
           ".";
}

inline sheet switch_table(const sensed_ranking& s, const std::vector<const weight_stability*>& order) {
    sheet out{"Where a weight alone switches the first option",
              {{"weight of"},
               {"title"},
               {"share now", alignment::right},
               {"from", alignment::right},
               {"to", alignment::right},
               {"first"},
               {"holds now"}},
              {}};
    for (const auto* one : order)
        for (const auto& piece : one->pieces) {
            const bool now = piece.from.share <= one->central.share && one->central.share <= piece.to.share;
            std::vector<std::string> keys;
            for (const auto o : piece.first) keys.push_back(s.option(o));
            out.rows.push_back({s.node_key(one->node), s.node_title(one->node), number_cell(one->central.share),
                                number_cell(piece.from.share), number_cell(piece.to.share), joined(keys, " "),
                                now ? "yes" : "no"});
        }
    out.notes = notes_of(s.asked, s.weights());
    return out;
}

/// `now 12% of all weight; to 31%: O11; from 31%: O1`, which says what the strip shows.
inline std::string strip_words(const sensed_ranking& s, const weight_stability& one) {
    std::vector<double> shares{one.central.share};
    for (const auto& piece : one.pieces) shares.insert(shares.end(), {piece.from.share, piece.to.share});
    const int digits = telling_digits(shares);
    std::string text = "now " + percent(one.central.share, digits) + " of " + whole_of(s, one.node);
    for (const auto& piece : one.pieces) {
        const double from = piece.from.share, to = piece.to.share;
        text += from > 0 ? "; from " + percent(from, digits) : "; to " + percent(to, digits);
        text += ": " + s.options(piece.first);
    }
    return text;
}

inline void draw_strip(canvas& on, const sensed_ranking& s, const weight_stability& one, const scale& along, double y) {
    constexpr double height = 16;
    constexpr std::array kinds = {hatch::rising, hatch::falling, hatch::upright, hatch::crossed};
    const auto holders = first_now(s.under);
    std::vector<std::vector<std::size_t>> others;  // each has a hatch of its own, in the order they appear
    for (const auto& piece : one.pieces) {
        const double left = along.at(piece.from.share), width = along.at(piece.to.share) - left;
        std::string fill(pale_blue);
        if (piece.first != holders) {
            auto seen = std::find(others.begin(), others.end(), piece.first);
            if (seen == others.end()) seen = others.insert(others.end(), piece.first);
            fill = hatched(on, kinds[static_cast<std::size_t>(seen - others.begin()) % kinds.size()], vermilion);
        }
        draw_box(on, {left, y, width, height}, {fill, std::string(ink), 1, {}});
        const std::string words = s.options(piece.first);
        const double room = text_width(words, small_size);
        if (room + 12 > width) continue;
        const double middle = left + width / 2;
        draw_ground(on, {middle - room / 2 - 3, y + 2, room + 6, height - 4}, paper);
        draw_text(on, {middle, y + 12}, words, {small_size, side::middle});
    }
    draw_mark(on, mark::triangle_down, {along.at(one.central.share), y - 6}, 5, filled(ink));
}

inline void draw_strips(canvas& on, const sensed_ranking& s, const std::vector<const weight_stability*>& order,
                        std::size_t drawn) {
    constexpr double margin = 14;
    constexpr int steps = 5;
    const scale along{0, 1, margin, on.width - margin - 14};
    double y = 8;
    draw_mark(on, mark::triangle_down, {margin + 4, y + 6}, 5, filled(ink));
    draw_text(on, {margin + 16, y + 10}, "weight now; hatched: another option comes first",
              {small_size, side::start, quiet});
    y += 22;
    for (std::size_t i = 0; i < drawn; ++i) {
        const auto& one = *order[i];
        const auto lines = wrapped(s.node_title(one.node), on.width - 2 * margin, letter_size, 2);
        y = draw_lines(on, {margin, y + letter_size}, lines) - letter_size + 12;
        draw_strip(on, s, one, along, y);
        y = draw_lines(on, {margin, y + 16 + 14}, wrapped(strip_words(s, one), on.width - 2 * margin, small_size, 2),
                       {small_size, side::start, quiet}) -
            2;
    }
    draw_axis(on, along, y, steps, axis_numbers::percents);
    on.height = y + axis_height + 4;
}

inline document switch_specification(const picture& p) {
    const auto title = channel("title", "nominal", {{"sort", nullptr}, {"title", nullptr}});
    const auto from = channel("from", "quantitative", {{"title", "share of its branch's weight"}});
    const auto first = channel("first", "nominal", {{"title", "first"}});
    const document strips = document::object{
        {"mark", document::object{{"type", "bar"}, {"tooltip", true}}},
        {"encoding", document::object{{"x", from}, {"x2", document::object{{"field", "to"}}}, {"color", first}}}};
    const document now =
        document::object{{"mark", document::object{{"type", "tick"}, {"color", ink}, {"thickness", 3}}},
                         {"encoding", document::object{{"x", channel("share now", "quantitative")}}}};
    return vega_lite(p, {{"encoding", document::object{{"y", title}}}, {"layer", document::array{strips, now}}});
}

}  // namespace detail::drawing

CONCORDAT_INLINE picture switch_point_picture(std::string key, const study& s, const sensitivity& found,
                                              const sensitivity_choice& which) {
    using namespace detail::drawing;
    const auto sensed = chosen_sensitivity(s, found, which);
    const auto order = by_distance(sensed.under);
    const auto switching = static_cast<std::size_t>(
        std::count_if(order.begin(), order.end(), [](const auto* one) { return distance_of(*one).has_value(); }));
    picture made;
    made.headline = switch_finding(sensed, order);
    made.subtitle =
        "Which option comes first as the weight of one criterion or branch goes from none to all of its "
        "branch, the others keeping their proportions, at expected values; " +
        sensed.words() + ".";
    made.table = switch_table(sensed, order);
    if (order.size() > switching)
        made.table.notes.insert(made.table.notes.begin(),
                                counted(order.size() - switching, "weight", "weights") +
                                    " may alone be anything without changing who comes first.");
    canvas on{std::move(key)};
    if (switching == 0) {
        made.alternative = made.headline;
        draw_message(on, made.headline);
    } else {
        std::vector<std::string> words;
        for (std::size_t i = 0; i < switching; ++i)
            words.push_back(sensed.node_title(order[i]->node) + " (" + strip_words(sensed, *order[i]) + ")");
        made.alternative =
            "A strip from 0% to 100% for each weight, nearest to a switch first: " + some_of(std::move(words), 6) + ".";
        if (switching > most_rows_drawn) made.table.notes.insert(made.table.notes.begin(), rows_left_out(switching));
        draw_strips(on, sensed, order, std::min(switching, most_rows_drawn));
    }
    finish(made, on);
    made.specification = switch_specification(made);
    return made;
}

}  // namespace concordat

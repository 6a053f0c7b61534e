// SPDX-License-Identifier: Apache-2.0
#include "run_report.hpp"

#include "run_areas.hpp"
#include "run_ranking.hpp"

#include "concordat/core/text.hpp"
#include "concordat/io/write_published.hpp"
#include "concordat/io/write_result.hpp"
#include "concordat/model/facts.hpp"
#include "presentation.hpp"

#include <algorithm>
#include <utility>

namespace concordat::cli {

namespace {

/// A value that would round to nothing gets as many digits as it takes to be seen.
cell value_cell(double value, int digits) {
    constexpr int most_digits = 8;
    while (value != 0 && digits < most_digits && rounded(value, digits) == "0") ++digits;
    return number_cell(value, digits);
}

cell raw_cell(const quantity& q, int digits) {
    if (is_missing(q)) return "-";
    if (!is_uncertain(q)) return value_cell(mean(q), digits);
    return rounded(lowest(q), digits) + ".." + rounded(highest(q), digits);
}

/// A baseline in a column of its own.
std::string baseline_words(const baseline_result& b) { return b.baseline.empty() ? "own models" : b.baseline; }

/// What every model was brought to before it was measured.
std::string comparable_words(const comparability& by) {
    std::vector<std::string> words;
    if (by.resolution) words.push_back("drawn by " + std::string(name(*by.resolution)));
    if (!by.services.empty()) words.push_back("for " + joined(by.services, ", "));
    if (by.families) words.push_back("asked about the families of " + by.families->key);
    return joined(words, "; ");
}

/// How many graphs were drawn, and by which odds.
std::string structure_words(const study& s) {
    if (!s.structure) return "as stated; no tie is taken to be uncertain";
    std::vector<std::string> odds;
    for (const auto& p : s.presence) odds.push_back(rounded(p.odds.value, 2) + " at level " + std::to_string(p.level));
    return std::to_string(s.graphs) + " graphs; a tie is there with odds of " + listed(odds) +
           ". Values and sums below are as stated, probabilities are over graphs, values and weights";
}

sheet question_sheet(const study& s, const study_result& found) {
    const auto limits = standing_limitation();
    sheet out{s.title, {{"study"}, {s.key}}, {}};
    const auto line = [&](const char* what, std::string text) { out.rows.push_back({what, std::move(text)}); };
    line("question", s.question);
    line("read first",
         std::string(limits.text) + " (" + std::string(limits.source) + "; " + std::string(limits.url) + ")");
    line("asked by", s.commissioner);
    for (const auto& b : s.baselines) line("baseline", b.key() + ": " + b.title());
    if (s.as_of) line("as of", to_string(*s.as_of));
    if (!s.comparable.empty()) line("comparable", comparable_words(s.comparable));
    line("structure", structure_words(s));
    line("sampling", std::to_string(found.samples) + " samples, seed " + std::to_string(found.seed));
    return out;
}

sheet options_sheet(const study& s) {
    sheet out{"Options and gates", {{"option"}, {"title"}}, {}};
    for (const auto& g : s.criteria.gates) {
        out.columns.push_back({g.key});
        out.notes.push_back(g.key + ": " + g.title +
                            ". A gate is never traded against a value; nothing stated is unknown.");
    }
    for (const auto& o : s.options) {
        auto& row = out.rows.emplace_back();
        row.assign({o.key, o.title});
        for (const auto& g : s.criteria.gates) {
            auto state = gate_state::unknown;
            for (const auto& stated : s.gates)
                if (stated.option == o.key && stated.gate == g.key) state = stated.state;
            row.emplace_back(name(state));
        }
    }
    return out;
}

/// The level that a card stands for, as a person reads it.
std::string level_words(const evidence& card, const std::vector<assumption>& assumptions) {
    if (card.level) return std::to_string(*card.level);
    for (const auto& a : assumptions)
        if (a.key == card.assumption) return std::to_string(a.level);
    return "none";
}

sheet criteria_sheet(const study& s) {
    sheet out{"Criteria",
              {{"key"},
               {"title"},
               {"unit"},
               {"better"},
               {"from"},
               {"asked for", alignment::right},
               {"helps", alignment::right}},
              {}};
    for (const auto& c : s.criteria.criteria) {
        const auto chosen = s.contested.find(c.key);
        const bool contested = chosen != s.contested.end();
        out.rows.push_back({c.key, c.title, c.unit,
                            std::string(name(contested ? chosen->second : c.better)) + (contested ? ", chosen" : ""),
                            c.measure.empty() ? std::string(name(c.needs)) : c.measure,
                            level_words(c.evidence, s.criteria.assumptions),
                            level_words(c.benefit, s.criteria.assumptions)});
        if (c.theory_of_change.empty()) out.notes.push_back(c.key + " has no stated mechanism.");
    }
    out.notes.insert(
        out.notes.begin(),
        "asked for: level of the evidence, 0 to 4, that somebody asks for it; helps: that it helps children. "
        "chosen: the criterion is contested, and the study chose which way is better.");
    out.notes.emplace_back(
        "In the tables of performance below, weakest is the lowest level of the facts that a column's values rest on: "
        "0 "
        "assumed, 4 in force and in primary text.");
    return out;
}

sheet weights_sheet(const study& s) {
    sheet out{"Weight sets", {{"no.", alignment::right}, {"key"}, {"whose"}, {"asked how"}}, {}};
    for (std::size_t w = 0; w < s.weights.size(); ++w)
        out.rows.push_back({count_cell(w + 1), s.weights[w].key, s.weights[w].whose, name(s.weights[w].how)});
    out.notes = watermarks(s);
    if (s.weights.empty()) {
        out.notes.emplace_back("None: the study gives no weights, so values are measured and nothing is ranked.");
        return out;
    }
    out.notes.emplace_back(
        "In the rankings below, n first, n last3 and n rank are, under weight set n, the probability of being first, "
        "the "
        "probability of being among the worst three, and the expected rank.");
    return out;
}

std::string note_of(const char* what, const std::vector<std::string>& keys) {
    return keys.empty() ? std::string() : std::string(what) + listed(keys) + ".";
}

std::vector<std::string> notes_on_leaves(const leaf_report& leaves) {
    std::vector<std::string> notes;
    notes.push_back(note_of("Without any value: ", leaves.without_values));
    notes.push_back(note_of("The same for every option: ", leaves.not_separating));
    std::vector<std::string> pairs;
    for (const auto& p : leaves.correlated) pairs.push_back(p.first + "/" + p.second + " " + rounded(p.correlation, 2));
    notes.push_back(note_of("Say nearly the same over these options, so that counting both counts twice: ", pairs));
    std::erase(notes, std::string());
    return notes;
}

sheet performance_of(const study& s, const baseline_result& b, const report_style& style) {
    const auto& table = b.assessment.table;
    sheet out{place_words(b) + ": performance in raw units (units above; - is missing)", {{"option"}}, {}};
    std::vector<cell> weakest{cell("weakest")};
    for (std::size_t c = 0; c < table.criteria.size(); ++c) {
        out.columns.push_back({table.criteria[c].key, alignment::right});
        std::optional<int> level;
        for (std::size_t o = 0; o < s.options.size(); ++o)
            if (const auto& each = b.assessment.at(o, c); each.level)
                level = level ? std::min(*level, *each.level) : *each.level;
        weakest.push_back(level ? number_cell(*level) : cell("-"));
    }
    for (std::size_t o = 0; o < s.options.size(); ++o) {
        auto& row = out.rows.emplace_back();
        row.emplace_back(s.options[o].key);
        for (std::size_t c = 0; c < table.criteria.size(); ++c)
            row.push_back(raw_cell(b.assessment.at(o, c).value, style.digits));
    }
    out.rows.push_back(std::move(weakest));
    out.notes = notes_on_leaves(b.leaves);
    return out;
}

sheet missing_sheet(const study& s, const study_result& found) {
    sheet out{"What is missing", {{"criterion"}, {"why"}, {"counts as"}, {"cells", alignment::right}}, {}};
    for (std::size_t c = 0; c < s.criteria.criteria.size(); ++c) {
        std::size_t cells = 0;
        std::string why;
        for (const auto& b : found.baselines)
            for (std::size_t o = 0; o < s.options.size(); ++o)
                if (const auto& each = b.assessment.at(o, c); is_missing(each.value)) {
                    if (cells++ == 0) why = each.missing;
                }
        const auto& asked = s.criteria.criteria[c];
        if (cells != 0)
            out.rows.push_back({asked.key + " " + asked.title, why, asked.missing ? name(*asked.missing) : "refuse",
                                count_cell(cells)});
    }
    if (out.rows.empty()) out.notes.emplace_back("Nothing: every option has a value on every criterion.");
    return out;
}

/// "12", or "12..19" over the options.
std::string range_over(const std::vector<evidence_count>& counts, auto figure) {
    std::size_t low = figure(counts.front()), high = low;
    for (const auto& each : counts) {
        low = std::min(low, figure(each));
        high = std::max(high, figure(each));
    }
    return low == high ? std::to_string(low) : std::to_string(low) + ".." + std::to_string(high);
}

sheet assumptions_sheet(const study_result& found) {
    sheet out{"What the models rest on", {{"baseline"}}, {}};
    for (const auto* heading :
         {"facts", "level 4", "3", "2", "1", "0", "unsourced", "assumptions at 1", "at 0", "conflicts"})
        out.columns.push_back({heading, alignment::right});
    for (const auto& b : found.baselines) {
        if (b.evidence.empty()) continue;
        auto& row = out.rows.emplace_back();
        row.emplace_back(baseline_words(b));
        row.emplace_back(range_over(b.evidence, [](const auto& e) { return e.facts(); }));
        for (std::size_t level = 5; level-- > 0;)
            row.emplace_back(range_over(b.evidence, [&](const auto& e) { return e.by_level[level]; }));
        row.emplace_back(range_over(b.evidence, [](const auto& e) { return e.unsourced; }));
        for (std::size_t level = 2; level-- > 0;)
            row.emplace_back(range_over(b.evidence, [&](const auto& e) { return e.assumptions_by_level[level]; }));
        row.emplace_back(range_over(b.evidence, [](const auto& e) { return e.conflicts; }));
    }
    out.notes.emplace_back(
        "A range runs over the options. Levels: 4 in force and in primary text, 3 official guidance or "
        "scheme, 2 local or secondary, 1 inferred, prospective or background, 0 assumed.");
    return out;
}

bool same_shares(const weighed_ranking& a, const weighed_ranking& b) {
    return std::equal(a.shares.begin(), a.shares.end(), b.shares.begin(), b.shares.end(),
                      [](const auto& x, const auto& y) { return x.what == y.what && x.share == y.share; });
}

/// A row a weight set where all baselines agree, else a row for each baseline.
sheet shares_sheet(const study& s, const study_result& found) {
    sheet out{"Share of weight by what it rests on", {{"weights"}, {"baseline"}}, {}};
    const auto add = [&](const std::string& baseline, const weighed_ranking& ranking) {
        auto& row = out.rows.emplace_back();
        row.assign({s.weights[ranking.weights].key, baseline});
        for (const auto& each : ranking.shares) row.push_back(number_cell(100 * each.share, 1));
    };
    if (found.baselines.empty()) return out;
    const auto& first = found.baselines.front().rankings;
    for (std::size_t w = 0; w < first.size(); ++w) {
        if (w == 0)
            for (const auto& each : first[w].shares) out.columns.push_back({each.what, alignment::right, "%"});
        const bool alike = std::all_of(found.baselines.begin(), found.baselines.end(),
                                       [&](const auto& b) { return same_shares(b.rankings[w], first[w]); });
        if (alike)
            add("each", first[w]);
        else
            for (const auto& b : found.baselines) add(baseline_words(b), b.rankings[w]);
    }
    out.notes.emplace_back("missing: weight of criteria of which a value is missing; it is part of the others.");
    return out;
}

/// What others published about the options. A terminal gets the counts, and where to read on.
void append_published(std::vector<sheet>& sheets, const study& s, const report_style& style) {
    const auto found = published_on(s);
    const auto events = history(s, s.as_of);
    auto counts = published_count_sheet(s, found);
    if (!style.in_full && !counts.rows.empty())
        counts.notes.emplace_back("explain prints those about one option, and --out writes all of them to result.md.");
    std::vector<sheet> published{std::move(counts)};
    if (style.in_full) {
        published.push_back(claims_sheet(found));
        published.push_back(evaluations_sheet(found));
        published.push_back(history_sheet(events, s.as_of));
    }
    for (auto& each : published)
        if (!each.rows.empty()) sheets.push_back(std::move(each));
}

void append_split(std::vector<sheet>& sheets, const sheet& table, std::size_t width) {
    for (auto& part : split_to_width(table, width)) sheets.push_back(std::move(part));
}

}  // namespace

std::string place_words(const baseline_result& b) {
    return b.baseline.empty() ? "Each on its own model" : "On " + b.baseline;
}

std::vector<sheet> report(const study& s, const study_result& found, const report_style& style) {
    std::vector<sheet> sheets{question_sheet(s, found), options_sheet(s), criteria_sheet(s), weights_sheet(s)};
    for (const auto& b : found.baselines) {
        append_split(sheets, performance_of(s, b, style), style.width);
        for (auto& part : ranking_of(s, b, style)) sheets.push_back(std::move(part));
    }
    for (auto& part : areas_of(s, found, style)) sheets.push_back(std::move(part));
    sheets.push_back(missing_sheet(s, found));
    sheets.push_back(assumptions_sheet(found));
    sheets.push_back(shares_sheet(s, found));
    append_published(sheets, s, style);
    return sheets;
}

}  // namespace concordat::cli

// SPDX-License-Identifier: Apache-2.0
#include "check.hpp"

#include "concordat/io/check.hpp"
#include "concordat/io/load.hpp"
#include "concordat/io/show.hpp"
#include "concordat/model/review.hpp"

#include <optional>
#include <utility>

namespace concordat::cli {

namespace {

/// Counts cards that stand in no model, as those of a reform's steps.
class card_counter {
public:
    explicit card_counter(const std::vector<assumption>& assumptions) : assumptions_(assumptions) {
        for (const auto& each : assumptions)
            if (each.level == 0 || each.level == 1) ++count_.assumptions_by_level[static_cast<std::size_t>(each.level)];
    }

    template <class Facts>
    void add(const Facts& facts) {
        for (const auto& fact : facts) add_card(fact.evidence);
    }
    [[nodiscard]] evidence_count count() const { return count_; }

private:
    void add_card(const evidence& card) {
        std::optional<int> level = card.level;
        for (const auto& each : assumptions_)
            if (each.key == card.assumption) level = each.level;
        if (!card.assumption.empty()) ++count_.resting_on_assumptions;
        if (!card.stated() || !level)
            ++count_.unsourced;
        else
            ++count_.by_level[static_cast<std::size_t>(*level)];
    }

    const std::vector<assumption>& assumptions_;
    evidence_count count_;
};

std::optional<evidence_count> count_of_reform(const std::string& file) {
    const auto read = load_reform(file);
    if (!read) return std::nullopt;
    card_counter counter(read->assumptions);
    counter.add(read->steps);
    counter.add(read->evaluations);
    return counter.count();
}

std::optional<evidence_count> count_of_case(const std::string& file) {
    const auto read = load_case(file);
    if (!read) return std::nullopt;
    card_counter counter(read->assumptions);
    counter.add(read->events);
    counter.add(read->findings);
    counter.add(read->figures);
    return counter.count();
}

std::optional<evidence_count> count_of_claims(const std::string& file) {
    const auto read = load_claims(file);
    if (!read) return std::nullopt;
    card_counter counter(read->assumptions);
    counter.add(read->claims);
    counter.add(read->events);
    return counter.count();
}

std::optional<evidence_count> count_of_criteria(const std::string& file) {
    const auto read = load_criteria(file);
    if (!read) return std::nullopt;
    card_counter counter(read->assumptions);
    counter.add(read->criteria);
    counter.add(read->gates);
    counter.add(read->axes);
    return counter.count();
}

std::optional<evidence_count> count_of_study(const std::string& file) {
    const auto read = load_study(file);
    if (!read) return std::nullopt;
    card_counter counter(read->study.assumptions);
    counter.add(read->study.options);
    counter.add(read->study.judgements);
    counter.add(read->study.gates);
    return counter.count();
}

/// What the facts of a sound file rest on; nothing for formats that state none, and for parts of models.
std::optional<evidence_count> count_of(const check_report& report) {
    if (!report.passed()) return std::nullopt;
    if (report.format == "concordat/reform@1") return count_of_reform(report.path);
    if (report.format == "concordat/case@1") return count_of_case(report.path);
    if (report.format == "concordat/claims@1") return count_of_claims(report.path);
    if (report.format == "concordat/criteria@1") return count_of_criteria(report.path);
    if (report.format == "concordat/study@1") return count_of_study(report.path);
    if (report.format != "concordat/model@1") return std::nullopt;
    const auto read = load_model(report.path);
    return read ? std::optional(count_evidence(*read)) : std::nullopt;
}

sheet empty_sheet() {
    sheet out{"", {{"file"}, {"result"}, {"format"}}, {}};
    for (const auto* heading : {"facts", "level 4", "3", "2", "1", "0", "unsourced", "warnings"})
        out.columns.push_back({heading, alignment::right});
    return out;
}

std::vector<cell> row_of(const check_report& report, const std::optional<evidence_count>& count) {
    std::vector<cell> row{report.path, report.passed() ? "ok" : "refused", report.format};
    row.push_back(count ? count_cell(count->facts()) : cell("-"));
    for (std::size_t level = 5; level-- > 0;) row.push_back(count ? count_cell(count->by_level[level]) : cell("-"));
    row.push_back(count ? count_cell(count->unsourced) : cell("-"));
    row.push_back(count_cell(report.warnings.size()));
    return row;
}

}  // namespace

result<answer> perform(const check_arguments& asked, const session&) {
    answer out;
    out.output.tidy = empty_sheet();
    document files = document::array{};
    for (const auto& file : asked.files) {
        const auto report = check_file(file);
        const auto count = count_of(report);
        for (const auto& problem : report.errors) out.remarks.push_back(to_string(problem));
        for (const auto& warning : report.warnings) out.remarks.push_back(describe(warning, "warning"));
        if (!report.passed() && out.code == exit_code::done) out.code = exit_code_of(report.errors.front());
        out.output.tidy.rows.push_back(row_of(report, count));
        files.push(document::object{{"path", report.path},
                                    {"format", report.format.empty() ? document() : document(report.format)},
                                    {"check", to_document(check_outcome{report.errors, report.warnings, count})}});
    }
    out.output.sheets = {out.output.tidy};
    out.output.content = document::object{
        {"format", "concordat/checks@1"}, {"sound", out.code == exit_code::done}, {"files", std::move(files)}};
    return out;
}

}  // namespace concordat::cli

// SPDX-License-Identifier: Apache-2.0
#include "draw.hpp"

#include "draw_tokens.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace concordat::testing {

namespace {

/// Reads one drawing from left to right, a statement of a head at a time.
class drawing_reader {
public:
    explicit drawing_reader(std::string_view drawing) : tokens_(tokens_of(drawing)) {}

    model_parts read() {
        parts_.key = "drawn";
        parts_.title = "Drawn for a test";
        parts_.as_of = {2023, 10, 1};
        while (!at_end()) {
            if (take(";")) continue;
            if (at_ + 1 < tokens_.size() && tokens_[at_ + 1].text == ":") {
                head_ = tokens_[at_];
                at_ += 2;
                if (word<relation_type>(head_.text)) continue;
            }
            statement();
        }
        declare_what_is_used();
        return std::move(parts_);
    }

private:
    [[nodiscard]] bool at_end() const { return at_ == tokens_.size(); }
    [[nodiscard]] const token& peek() const { return tokens_[std::min(at_, tokens_.size() - 1)]; }
    [[nodiscard]] bool sees(std::string_view text) const { return !at_end() && tokens_[at_].text == text; }
    bool take(std::string_view text) {
        if (!sees(text)) return false;
        ++at_;
        return true;
    }
    void expect(std::string_view text) {
        if (!take(text)) refuse(peek(), "`" + std::string(text) + "`");
    }
    token next() {
        if (at_end()) refuse(peek(), "more");
        return tokens_[at_++];
    }
    std::string next_word() {
        if (std::string_view("()[]{},;:").find(peek().text) != std::string_view::npos) refuse(peek(), "a word");
        return std::string(next().text);
    }
    double next_number() {
        const token seen = next();
        const auto value = number_in(seen.text);
        if (!value) refuse(seen, "a number");
        return *value;
    }
    date next_date() {
        const token seen = next();
        const std::string_view text = seen.text;
        if (text.size() != 10 || text[4] != '-' || text[7] != '-') refuse(seen, "a day as 2015-04-01");
        const auto part = [&](std::size_t from, std::size_t size) {
            const auto value = number_in(text.substr(from, size));
            if (!value) refuse(seen, "a day as 2015-04-01");
            return *value;
        };
        return {static_cast<std::int16_t>(part(0, 4)), static_cast<std::uint8_t>(part(5, 2)),
                static_cast<std::uint8_t>(part(8, 2))};
    }
    template <class Word>
    Word next_of() {
        const token seen = next();
        const auto value = word<Word>(seen.text);
        if (!value) refuse(seen, "one of its closed words");
        return *value;
    }
    [[nodiscard]] bool at_word() const {
        return !at_end() && std::string_view("()[]{},;:").find(peek().text) == std::string_view::npos;
    }

    void statement() {
        const std::string_view head = head_.text;
        if (word<relation_type>(head)) return relations(*word<relation_type>(head));
        if (head == "actors") return actor_statement();
        if (head == "personas") return persona_statement();
        if (head == "rights") return right_statement();
        if (head == "sources") return source_statement();
        if (head == "assumptions") return assumption_statement();
        if (head == "model") {
            parts_.key = next_word();
        } else if (head == "as_of") {
            parts_.as_of = next_date();
        } else if (head == "resolution") {
            parts_.resolution = next_of<concordat::resolution>();
        } else if (head == "universal") {
            while (at_word()) parts_.services.push_back({next_word(), {}, true});
        } else {
            refuse(head_.text.empty() ? peek() : head_, "a head that draw.hpp names");
        }
    }

    void actor_statement() {
        actor drawn;
        drawn.where.at = peek().where;
        drawn.key = drawn.name = next_word();
        drawn.kind = "body";
        if (take("(")) {
            while (!take(")")) {
                if (take(",") || take(";")) continue;
                if (sees("{")) {
                    drawn.evidence = evidence_card();
                    continue;
                }
                attribute_of(drawn);
            }
        }
        parts_.actors.push_back(std::move(drawn));
    }
    void attribute_of(actor& drawn) {
        const token seen = next();
        if (const auto level = word<concordat::level>(seen.text))
            drawn.level = *level;
        else if (seen.text == "mandate")
            drawn.mandate = true;
        else if (seen.text == "statutory")
            drawn.statutory = true;
        else if (seen.text == "of")
            drawn.legal_entity = next_word();
        else if (seen.text == "kind")
            drawn.kind = next_word();
        else if (seen.text == "team")
            drawn.team = next_word();
        else if (seen.text == "sector")
            drawn.sector = next_word();
        else if (seen.text == "locality")
            drawn.locality = next_word();
        else if (seen.text == "name")
            drawn.name = next_word();
        else
            refuse(seen, "an attribute of an actor");
    }

    void relations(relation_type type) {
        relation drawn;
        drawn.type = type;
        drawn.where.at = peek().where;
        const auto from = keys_between_commas();
        if (!take("->") && !take("--")) refuse(peek(), "`->` or `--`");
        const auto to = keys_between_commas();
        while (!take(";")) attribute_of(drawn);
        for (const auto& a : from)
            for (const auto& b : to) {
                drawn.from = a;
                drawn.to = b;
                parts_.relations.push_back(drawn);
            }
    }
    std::vector<std::string> keys_between_commas() {
        std::vector<std::string> keys{next_word()};
        while (take(",")) keys.push_back(next_word());
        return keys;
    }
    void attribute_of(relation& drawn) {
        if (sees("{")) {
            drawn.evidence = evidence_card();
            return;
        }
        const token seen = next();
        if (seen.text == "[") {
            while (!take("]")) drawn.services.push_back(next_word());
        } else if (const auto ages = ages_in(seen.text)) {
            drawn.ages = *ages;
        } else if (const auto value = number_in(seen.text)) {
            drawn.amount = amount{*value, "GBP_m/year", 2022};
        } else if (const auto status = word<standing>(seen.text)) {
            drawn.status = *status;
        } else if (const auto basis = word<concordat::basis>(seen.text)) {
            drawn.basis = *basis;
        } else {
            named_attribute_of(drawn, seen);
        }
    }
    void named_attribute_of(relation& drawn, const token& seen) {
        if (seen.text == "unit" && drawn.amount)
            drawn.amount->unit = next_word();
        else if (seen.text == "term")
            drawn.term = next_number();
        else if (seen.text == "ring_fenced")
            drawn.ring_fenced = true;
        else if (seen.text == "as")
            drawn.role = next_of<practice_role>();
        else if (seen.text == "from")
            drawn.in_force.from = next_date();
        else if (seen.text == "until")
            drawn.in_force.to = next_date();
        else if (seen.text == "standing")
            drawn.standing_route = true;
        else if (seen.text == "lundy")
            drawn.lundy = elements();
        else
            refuse(seen, "an attribute of a relation");
    }
    lundy_elements elements() {
        if (!take("(")) return {true, true, true, true};
        lundy_elements some;
        while (!take(")")) {
            const token seen = next();
            if (seen.text == "space")
                some.space = true;
            else if (seen.text == "voice")
                some.voice = true;
            else if (seen.text == "audience")
                some.audience = true;
            else if (seen.text == "influence")
                some.influence = true;
            else
                refuse(seen, "one of Lundy's four elements");
        }
        return some;
    }

    evidence evidence_card() {
        evidence card;
        expect("{");
        while (!take("}")) {
            if (take("assuming")) {
                card.assumption = next_word();
            } else if (const auto level = number_in(peek().text)) {
                card.level = static_cast<int>(*level);
                ++at_;
            } else {
                card.sources.push_back(next_word());
            }
        }
        return card;
    }

    void persona_statement() {
        persona drawn;
        drawn.where.at = peek().where;
        drawn.key = drawn.title = next_word();
        drawn.weight = 1;
        expect("(");
        while (!take(")")) {
            if (take(",") || take(";")) continue;
            const token seen = next();
            if (seen.text == "age")
                drawn.age = next_number();
            else if (seen.text == "weight")
                drawn.weight = next_number();
            else if (seen.text == "needs")
                needs_of(drawn);
            else if (seen.text == "entry")
                while (at_word()) drawn.entries.push_back(next_word());
            else
                refuse(seen, "an attribute of a persona");
        }
        parts_.personas.push_back(std::move(drawn));
    }
    void needs_of(persona& drawn) {
        while (at_word()) {
            if (take("of")) {
                if (drawn.needs.empty()) refuse(peek(), "a service before `of`");
                drawn.needs.back().recipient_age = next_number();
            } else if (const auto ages = ages_in(peek().text); ages && !drawn.needs.empty()) {
                drawn.needs.back().ages = *ages;
                ++at_;
            } else {
                drawn.needs.push_back({next_word(), {}, {}});
            }
        }
    }

    void right_statement() {
        decision_right drawn;
        drawn.where.at = peek().where;
        drawn.key = drawn.title = next_word();
        expect("(");
        drawn.holder = next_word();
        while (!take(")")) {
            if (take(",") || take(";")) continue;
            const token seen = next();
            if (seen.text == "weight")
                drawn.weight = next_number();
            else if (seen.text == "for")
                while (at_word()) drawn.services.push_back(next_word());
            else
                refuse(seen, "an attribute of a decision right");
        }
        parts_.decision_rights.push_back(std::move(drawn));
    }

    void source_statement() {
        source drawn;
        drawn.where.at = peek().where;
        drawn.key = drawn.title = next_word();
        drawn.quality = sourcing::official;
        if (take("(")) {
            drawn.quality = next_of<sourcing>();
            expect(")");
        }
        parts_.sources.push_back(std::move(drawn));
    }
    void assumption_statement() {
        assumption drawn;
        drawn.where.at = peek().where;
        drawn.key = drawn.text = next_word();
        if (take("(")) {
            drawn.level = static_cast<int>(next_number());
            expect(")");
        }
        parts_.assumptions.push_back(std::move(drawn));
    }

    void declare_what_is_used() {
        const auto use = [&](const std::string& key) {
            const auto same = [&](const service& s) { return s.key == key; };
            if (std::none_of(parts_.services.begin(), parts_.services.end(), same))
                parts_.services.push_back({key, {}, false});
        };
        for (const auto& r : parts_.relations) std::for_each(r.services.begin(), r.services.end(), use);
        for (const auto& d : parts_.decision_rights) std::for_each(d.services.begin(), d.services.end(), use);
        for (const auto& p : parts_.personas)
            for (const auto& n : p.needs) use(n.service);
        for (const auto& a : parts_.actors) {
            const auto same = [&](const actor_kind& k) { return k.key == a.kind; };
            if (std::none_of(parts_.kinds.begin(), parts_.kinds.end(), same)) parts_.kinds.push_back({a.kind, {}, {}});
        }
    }

    std::vector<token> tokens_;
    std::size_t at_ = 0;
    token head_{};
    model_parts parts_;
};

}  // namespace

model_parts draw_parts(std::string_view drawing) { return drawing_reader(drawing).read(); }

model draw(std::string_view drawing) { return model::make(draw_parts(drawing)).value(); }

}  // namespace concordat::testing

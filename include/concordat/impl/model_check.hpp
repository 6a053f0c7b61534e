// SPDX-License-Identifier: Apache-2.0
/// Internal: everything that one model can be wrong about. Each mistake names the value seen, what was expected, and
/// the nearest known name, at the place where the offending thing was written.
#pragma once

#include "concordat/impl/model_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::checking {

/// What a message is about, put into words only when there is something to say: checking a sound model builds no text.
class label {
public:
    label(std::string_view field, std::string_view kind, std::string_view key)
        : field_(field), kind_(kind), key_(key) {}
    label(std::string_view field, const relation& r) : field_(field), relation_(&r) {}
    /// The same thing, another field of it.
    [[nodiscard]] label of(std::string_view field) const {
        label other = *this;
        other.field_ = field;
        return other;
    }
    /// `from of relation funds council -> ijb`; without a field, the thing alone.
    [[nodiscard]] std::string text() const {
        const std::string thing = relation_ != nullptr ? "relation " + identity(*relation_)
                                                       : std::string(kind_) + ' ' + modelling::in_quotes(key_);
        return field_.empty() ? thing : std::string(field_) + " of " + thing;
    }

private:
    std::string_view field_;
    std::string_view kind_{};
    std::string_view key_{};
    const relation* relation_ = nullptr;
};

/// Collects mistakes; the checks that several kinds of things share.
struct inspection {
    const model_parts& parts;
    std::vector<error> found{};

    void report(errc code, std::string message, std::string hint, const origin& where);
    /// The form of every key: a lower-case letter or digit, then letters, digits and `. _ -`.
    void identifier(const label& whose, std::string_view seen, const origin& where);
    void actor(const label& whose, std::string_view key, const origin& where);
    void service(const label& whose, std::string_view key, const origin& where);
    void services(const label& whose, const std::vector<std::string>& sorted, const origin& where);
    void ages(const label& whose, const age_span& ages, const origin& where);
    void age(const label& whose, double age, const origin& where);
    /// At least 0 and a number.
    void not_negative(const label& whose, double value, std::string_view unit, const origin& where);
    void card(const label& whose, const concordat::evidence& card, const origin& where);
};

/// The parts must be in the order of a frozen model (`freeze_order`).
std::vector<error> mistakes_in(const model_parts& parts);

/// What a step touched of parts that were sound before: what else is there needs no second look.
struct touched_parts {
    bool actors = false;
    std::vector<const relation*> relations;  ///< no two of the same identity, in the order of a frozen model
    bool personas = false;
    bool decision_rights = false;
};
/// The mistakes that the whole would have, in the same order, when only that was touched. The relations need not stand
/// in `parts`.
std::vector<error> mistakes_in(const model_parts& parts, const touched_parts&);
/// The same when sources, assumptions or conflicts were added.
std::vector<error> mistakes_in_sources(const model_parts& parts);

void check_keys(inspection&);
void check_actors(inspection&);
void check_relations(inspection&);
void check_personas(inspection&);
void check_rights(inspection&);
void check_sources(inspection&);

}  // namespace concordat::detail::checking

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_check.ipp"
#include "concordat/impl/model_check_shared.ipp"
#endif

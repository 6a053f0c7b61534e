// SPDX-License-Identifier: Apache-2.0
/// Internal: where one step of a reform works. It reads the model before the step and leaves it as it is: relations
/// that go are marked, new ones are put aside, and the other parts are copied when they are edited. What comes out is
/// checked and put into the model by the workpiece, so a step can leave nothing half done.
#pragma once

#include "concordat/impl/model_holding.hpp"
#include "concordat/impl/model_text.hpp"
#include "concordat/model/reform.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::detail::reforming {

/// One service taken out of a relation: the part that is for it, and what stays for the other services.
struct shares {
    relation part;
    std::optional<relation> rest;
};

/// A relation that names several services is divided, its amount in proportion to their number. A general relation
/// stands for `whole`, the services it can be about; when that is this service alone, all of it is the part.
[[nodiscard]] shares divide(const relation& r, std::string_view service, const std::vector<std::string>& whole);

/// What a step leaves of the model that it found.
struct step_outcome {
    std::vector<bool> gone;  ///< by position among the relations before
    std::vector<relation>
        added;  ///< in the order of a frozen model; one that took others in is gone, and here as it is now
    std::optional<std::vector<actor>> actors;  ///< where they were edited, as the next two
    std::optional<std::vector<persona>> personas;
    std::optional<std::vector<decision_right>> decision_rights;
};

class bench {
public:
    bench(const model& standing, const step& asked)
        : before(standing),
          now(asked),
          edited_{std::vector<bool>(standing.relations().size(), false), {}, {}, {}, {}} {}

    const model& before;
    const step& now;

    /// What to edit, copied when first asked for: most steps on most baselines are already so, and few edit all.
    [[nodiscard]] std::vector<actor>& actors() { return copied(edited_.actors, before.parts().actors); }
    [[nodiscard]] std::vector<persona>& personas() { return copied(edited_.personas, before.parts().personas); }
    [[nodiscard]] std::vector<decision_right>& decision_rights() {
        return copied(edited_.decision_rights, before.parts().decision_rights);
    }
    /// Whether the step has left everything as it is.
    [[nodiscard]] bool untouched() const {
        return !edited_.actors && !edited_.personas && !edited_.decision_rights && added_.empty() &&
               std::find(edited_.gone.begin(), edited_.gone.end(), true) == edited_.gone.end();
    }

    /// `r` is a relation of `before`.
    void drop(const relation& r) { edited_.gone[static_cast<std::size_t>(&r - before.relations().data())] = true; }
    [[nodiscard]] bool is_gone(const relation& r) const {
        return edited_.gone[static_cast<std::size_t>(&r - before.relations().data())];
    }
    /// Adds a relation, as this step's doing. One that stands already takes it in: amounts add.
    void put(relation r);
    /// The same without the step's place and evidence.
    void put_as_it_is(relation r) { added_.push_back(std::move(r)); }
    /// Adds a plain relation for one service, unless one that holds covers it already.
    void ensure(relation_type type, const std::string& from, const std::string& to, const std::string& service);
    /// Takes one service out of a relation of `before`, leaves the rest standing, and gives back the part.
    relation take(const relation& r, std::string_view service, const std::vector<std::string>& whole);

    /// The step's place, and its evidence where a thing has none of its own.
    template <class Thing>
    void sign(Thing& thing) const {
        thing.where = now.where;
        if (!thing.evidence.stated()) thing.evidence = now.evidence;
    }
    [[nodiscard]] actor* edit_actor(std::string_view key) { return modelling::find_by_key(actors(), key); }

    /// Every service of the vocabulary: what a general relation is about when nothing narrows it.
    [[nodiscard]] std::vector<std::string> all_services() const;
    /// What an actor delivers, and those on the front line who answer to it: what its general lines are about.
    [[nodiscard]] std::vector<std::string> services_below(std::string_view key) const;

    [[nodiscard]] tl::unexpected<error> cannot(std::string message, std::string hint = {}) const {
        return fail(errc::step_cannot_apply, std::move(message), std::move(hint), now.where.at);
    }
    /// `field` is the step's own word for it: `to`, `actor`.
    [[nodiscard]] status needs_actor(std::string_view field, std::string_view key) const;
    [[nodiscard]] status needs_service(std::string_view key) const;
    /// Whom an end of a relation means; nobody is an error.
    [[nodiscard]] result<std::vector<std::string>> resolve(std::string_view field, const endpoint& end) const;

    /// What came of the step. Once, at the end.
    [[nodiscard]] result<step_outcome> finish();

private:
    template <class Things>
    [[nodiscard]] static Things& copied(std::optional<Things>& edited, const Things& standing) {
        if (!edited) edited = standing;
        return *edited;
    }
    [[nodiscard]] status unite(relation& standing, const relation& incoming) const;
    /// The relation of the same identity that stands after the step so far, where it can be changed; null without one.
    [[nodiscard]] relation* twin_of(const relation& r);

    step_outcome edited_;
    std::vector<relation> added_;
};

/// What somebody who holds it does: `nobody funds "x"`.
[[nodiscard]] std::string_view verb_of(holding role) noexcept;
/// The same of the service: `"x" is funded by`.
[[nodiscard]] std::string_view passive_of(holding role) noexcept;

status carry_out(bench&, const create_step&);
status carry_out(bench&, const abolish_step&);
status carry_out(bench&, const merge_step&);
status carry_out(bench&, const split_step&);
status carry_out(bench&, const rename_step&);
status carry_out(bench&, const transfer_step&);
status carry_out(bench&, const delegate_step&);
status carry_out(bench&, const return_step&);
status carry_out(bench&, const relate_step&);
status carry_out(bench&, const unrelate_step&);
status carry_out(bench&, const revise_actor_step&);
status carry_out(bench&, const revise_right_step&);
status carry_out(bench&, const revise_relation_step&);

/// Moves the lines of a service that run from teams to `from` or its officers, so that they run to `to`; of several, to
/// the team's own legal entity. With `also_directs` the new ends direct those teams.
void move_lines(bench&, const std::string& service, const std::string& from, const std::vector<std::string>& to,
                bool also_directs);
/// Ends the delegation of a service to `delegate`, with what made it. Gives back who had delegated it, in order of key.
std::vector<std::string> end_delegation(bench&, const std::string& service, const std::string& delegate);

/// The key of what a reform makes of a model.
[[nodiscard]] std::string key_after(const model& before, const reform&);

/// A reform on one model, and what each step did when `record` is there.
result<model> carry_out(const reform&, const model& before, std::vector<applied_step>* record);

/// Conflicts between the reforms of a stack, empty when there are none. See model_conflict.ipp.
std::vector<error> conflicts_between(std::span<const reform> stack, const model& before);

}  // namespace concordat::detail::reforming

#if CONCORDAT_HEADER_ONLY
#include "concordat/impl/model_apply.ipp"
#include "concordat/impl/model_bench.ipp"
#include "concordat/impl/model_conflict.ipp"
#include "concordat/impl/model_step_actor.ipp"
#include "concordat/impl/model_step_delegate.ipp"
#include "concordat/impl/model_step_merge.ipp"
#include "concordat/impl/model_step_relation.ipp"
#include "concordat/impl/model_step_split.ipp"
#include "concordat/impl/model_step_transfer.ipp"
#include "concordat/impl/model_workpiece.ipp"
#endif

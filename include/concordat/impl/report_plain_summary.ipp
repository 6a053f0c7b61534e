// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "concordat/report/plain_summary.hpp"

#include "concordat/impl/report_plain_change.hpp"
#include "concordat/impl/report_plain_compared.hpp"
#include "concordat/impl/report_plain_found.hpp"
#include "concordat/impl/report_plain_limits.hpp"

#include <utility>

namespace concordat {

CONCORDAT_INLINE prose plain_summary(const study& s, const study_result& found, const sensitivity* tested) {
    namespace telling = detail::telling;
    telling::prose_writer out("plain-summary");
    out.heading(1, {telling::ours("In plain words: "), telling::title_or_key(s.title, s.key)});
    telling::tell_question(out, s);
    telling::tell_compared(out, s, found);
    telling::tell_found(out, s, found);
    telling::tell_sureness(out, s, found);
    telling::tell_unseen(out, s, found);
    telling::tell_limitation(out);
    telling::tell_not_meant(out, s);
    telling::tell_who(out, s, found);
    telling::tell_changes(out, s, found, tested);
    telling::tell_more(out, s);
    return std::move(out).take();
}

}  // namespace concordat

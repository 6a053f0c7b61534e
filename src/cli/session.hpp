// SPDX-License-Identifier: Apache-2.0
/// What surrounds the program: the terminal it writes to, the user's wish for colour, the time, and Ctrl-C. Everything
/// below the faces knows none of these.
#pragma once

#include "concordat/core/executor.hpp"
#include "concordat/io/sheet.hpp"
#include "concordat/model/date.hpp"

#include <chrono>
#include <csignal>
#include <cstddef>

namespace concordat::cli {

/// Both streams as they are when the program starts.
struct session {
    std::size_t width = 0;  ///< columns for tables on stdout
    text_style style;       ///< of stdout: plain unless it is a terminal, and never against NO_COLOR
    date today;             ///< in UTC, so that it does not depend on where the machine stands
    bool watched = false;   ///< whether stderr is a terminal, so that somebody sees progress
};
[[nodiscard]] session look_around();

/// A day of the standard library's calendar as one of ours.
[[nodiscard]] date calendar_day(std::chrono::year_month_day);

/// While one lives, Ctrl-C asks the work to stop instead of ending the program; a second Ctrl-C ends it. On a terminal,
/// work of more than a second shows how far it is. One at a time.
class long_work {
public:
    explicit long_work(const session&);
    long_work(const long_work&) = delete;
    long_work& operator=(const long_work&) = delete;
    ~long_work();

    /// For the work to call. Must not outlive this.
    [[nodiscard]] progress_callback progress();
    [[nodiscard]] static bool interrupted() noexcept;

private:
    void show(std::size_t done, std::size_t total);

    bool watched_;
    bool shown_ = false;
    struct sigaction before_ {};
    std::chrono::steady_clock::time_point last_shown_;
};

}  // namespace concordat::cli

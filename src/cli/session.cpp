// SPDX-License-Identifier: Apache-2.0
#include "session.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace concordat::cli {

namespace {

/// A signal handler can reach nothing else.
std::atomic<bool> stop_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void ask_to_stop(int) { stop_asked.store(true); }

/// https://no-color.org: present and not empty, whatever its value.
bool colour_is_unwanted() {
    const char* wish = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    return (wish != nullptr && *wish != '\0') || terminal == nullptr || std::string_view(terminal) == "dumb";
}

std::size_t terminal_width() {
    constexpr std::size_t narrowest = 60, widest = 160;
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
    return std::clamp(static_cast<std::size_t>(size.ws_col), narrowest, widest);
}

}  // namespace

session look_around() {
    session seen;
    const bool terminal = isatty(STDOUT_FILENO) == 1;
    seen.width = terminal ? terminal_width() : 120;  // a file or pipe gets the same bytes everywhere
    seen.style.colour = terminal && !colour_is_unwanted();
    seen.today = calendar_day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
    seen.watched = isatty(STDERR_FILENO) == 1;
    return seen;
}

date calendar_day(std::chrono::year_month_day day) {
    return {static_cast<std::int16_t>(static_cast<int>(day.year())),
            static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
            static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

long_work::long_work(const session& around) : watched_(around.watched), last_shown_(std::chrono::steady_clock::now()) {
    stop_asked.store(false);
    sigaction(SIGINT, nullptr, &before_);
    if (before_.sa_handler == SIG_IGN) return;  // whoever started the program wants it deaf
    struct sigaction once {};
    once.sa_handler = ask_to_stop;
    once.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    sigaction(SIGINT, &once, nullptr);
}

long_work::~long_work() {
    sigaction(SIGINT, &before_, nullptr);
    if (shown_) std::cerr << "\r\x1b[K" << std::flush;
}

bool long_work::interrupted() noexcept { return stop_asked.load(); }

progress_callback long_work::progress() {
    return [this](std::size_t done, std::size_t total) {
        if (watched_ && total != 0) show(done, total);
        return !interrupted();
    };
}

void long_work::show(std::size_t done, std::size_t total) {
    constexpr std::chrono::milliseconds before_first(1000), between(100);
    const auto now = std::chrono::steady_clock::now();
    if (now - last_shown_ < (shown_ ? between : before_first)) return;
    last_shown_ = now;
    shown_ = true;
    std::cerr << "\r\x1b[K" << 100 * done / total << " % done, Ctrl-C stops" << std::flush;
}

}  // namespace concordat::cli

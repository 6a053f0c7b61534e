// SPDX-License-Identifier: Apache-2.0
#include "exit_code.hpp"

namespace concordat::cli {

exit_code exit_code_of(const error& e) noexcept {
    // A file that the user named and that is not there is the disk's matter; one that another file names is that
    // file's.
    if (e.code == errc::no_such_file) return e.where.line == 0 ? exit_code::files : exit_code::refused;
    const auto number = static_cast<unsigned>(e.code);
    if (e.code == errc::interrupted) return exit_code::interrupted;
    if (number >= 900) return exit_code::internal;
    if (number >= 800) return exit_code::refused;
    if (number >= 700) return exit_code::limit;
    if (number >= 600) return exit_code::files;
    return exit_code::refused;
}

}  // namespace concordat::cli

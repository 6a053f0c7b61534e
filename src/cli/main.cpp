// SPDX-License-Identifier: Apache-2.0
/// The program `concordat`: a thin face. Commands make a presentation, this prints it, and nothing else writes to
/// stdout.
#include "arguments.hpp"
#include "exit_code.hpp"
#include "presentation.hpp"
#include "session.hpp"

#include "concordat/core/error.hpp"

#include <exception>
#include <iostream>
#include <new>
#include <variant>

namespace concordat::cli {

namespace {

exit_code refuse(const error& cause) {
    std::cerr << to_string(cause) << std::endl;
    return exit_code_of(cause);
}

/// A full disk behind a pipe is known only after the last byte has left.
exit_code print(const std::string& text, exit_code otherwise) {
    std::cout << text << std::flush;
    if (std::cout) return otherwise;
    return refuse({errc::cannot_write, "stdout takes no more; what was printed is not whole", {}, {}, {}});
}

exit_code perform_and_print(const command_line& line) {
    const session around = look_around();
    const auto went = std::visit([&](const auto& arguments) { return perform(arguments, around); }, line.command);
    if (!went) return refuse(went.error());
    for (const auto& remark : went->remarks) std::cerr << remark << '\n';
    std::cerr << std::flush;
    const auto text = rendered(went->output, line.format, around.width, around.style);
    if (!text) return refuse(text.error());
    return print(*text, went->code);
}

exit_code start(int count, const char* const* words) {
    const auto read = read_arguments(count, words);
    if (const auto* line = std::get_if<command_line>(&read)) return perform_and_print(*line);
    const auto& bye = std::get<farewell>(read);
    if (bye.code == exit_code::done) return print(bye.text, exit_code::done);
    std::cerr << bye.text << std::flush;
    return bye.code;
}

}  // namespace

}  // namespace concordat::cli

int main(int count, char** words) {
    using concordat::cli::exit_code;
    auto code = exit_code::internal;
    try {
        code = concordat::cli::start(count, words);
    } catch (const concordat::failure& refused) {
        std::cerr << refused.what() << std::endl;
        code = concordat::cli::exit_code_of(refused.cause());
    } catch (const std::bad_alloc&) {
        std::cerr << "error[E701]: out of memory" << std::endl;
        code = exit_code::limit;
    } catch (const std::exception& fault) {
        std::cerr << "error[E901]: a fault of the program: " << fault.what() << std::endl;
    } catch (...) {
        std::cerr << "error[E901]: a fault of the program" << std::endl;
    }
    return static_cast<int>(code);
}

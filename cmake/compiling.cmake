# SPDX-License-Identifier: Apache-2.0
# How our own files are compiled. The floating-point rules are part of the promise "same inputs, same bytes": no
# contraction, no fast-math, no machine-dependent instruction set.
function(concordat_compile_rules target)
    target_compile_features(${target} PUBLIC cxx_std_20)
    set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor
                                             $<$<BOOL:${PROJECT_IS_TOP_LEVEL}>:-Werror>)
    # GCC 12 sees overlaps in std::string's operator+ that are not there (its bug 105651).
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
    target_compile_options(${target} PUBLIC -ffp-contract=off)
    # Nobody reads errno or the flags of exceptions, and without them branches are worked out several at once: no bit
    # of a result changes.
    target_compile_options(${target} PRIVATE -fno-math-errno -fno-trapping-math)
    if(CONCORDAT_SANITIZE)
        target_compile_options(${target} PUBLIC -fsanitize=${CONCORDAT_SANITIZE} -fno-omit-frame-pointer
                                                -fno-sanitize-recover=all)
        target_link_options(${target} PUBLIC -fsanitize=${CONCORDAT_SANITIZE})
        # What the address sanitizer says of its checks holds millions of addresses; a program at a fixed place need not
        # write them anew whenever it starts, and starts in half the time.
        if(CONCORDAT_SANITIZE MATCHES address)
            target_link_options(${target} PUBLIC -no-pie)
        endif()
        # A hundred thousand samples of a sanitized loop take minutes unless it is optimised.
        set(sources ${PROJECT_SOURCE_DIR}/src)
        set_source_files_properties(${sources}/decide.cpp ${sources}/decide_sampling.cpp ${sources}/decide_what_if.cpp
                                    PROPERTIES COMPILE_OPTIONS -O2)
        # So do the measures of hundreds of graphs.
        set_source_files_properties(${sources}/graph.cpp PROPERTIES COMPILE_OPTIONS -O1)
    endif()
endfunction()

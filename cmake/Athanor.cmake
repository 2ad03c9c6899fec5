# SPDX-License-Identifier: GPL-3.0-or-later
# How Athanor's targets are made: one static library a folder, one executable a test.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
if(CCACHE)
    # The settings that precompiled headers and several checkouts side by side need.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()

# A link of ours takes the usual linker half a minute with debug information, and there are as many as tests.
find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()

add_library(athanor_options INTERFACE)
target_include_directories(athanor_options INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(athanor_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_FOREACH QT_NO_KEYWORDS
    QT_USE_QSTRINGBUILDER ATHANOR_VERSION="${PROJECT_VERSION}")
target_compile_options(athanor_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -Wno-sign-conversion -fno-omit-frame-pointer)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(athanor_options INTERFACE -fpch-preprocess)
endif()
if(ATHANOR_WARNINGS_ARE_ERRORS)
    target_compile_options(athanor_options INTERFACE -Werror)
endif()
if(ATHANOR_SANITIZE)
    add_compile_options(-fsanitize=${ATHANOR_SANITIZE} -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${ATHANOR_SANITIZE})
endif()

if(ATHANOR_BUILD_FUZZERS)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# athanor_add_library(NAME SOURCES … [DEPENDS …] [PRIVATE …]): a static library; the first one of each kind (core, ui)
# owns the precompiled header, the others use it again.
function(athanor_add_library name)
    cmake_parse_arguments(arg "" "PCH_FROM" "SOURCES;DEPENDS;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC athanor_options Qt6::Core ${arg_DEPENDS} PRIVATE ${arg_PRIVATE})
    if(arg_PCH_FROM)
        target_precompile_headers(${name} REUSE_FROM ${arg_PCH_FROM})
    elseif(NOT name STREQUAL "athanor_base" AND NOT name MATCHES "^athanor_ui_")
        target_precompile_headers(${name} REUSE_FROM athanor_base)
    endif()
endfunction()

# athanor_use_allocator(PROGRAM): reading scripts makes many small objects on several threads, which takes mimalloc,
# where it is installed, a third less time than the C library. Sanitizers bring an allocator of their own.
find_package(mimalloc QUIET)
function(athanor_use_allocator program)
    if(mimalloc_FOUND AND NOT ATHANOR_SANITIZE)
        target_link_libraries(${program} PRIVATE mimalloc)
    endif()
endfunction()

# athanor_add_test(tst_x [LABEL unit|db|cli|gui] DEPENDS …): tst_x.cpp, linked with libraries, never with their sources.
function(athanor_add_test name)
    cmake_parse_arguments(arg "" "LABEL;TIMEOUT" "DEPENDS;SOURCES" ${ARGN})
    if(NOT arg_LABEL)
        set(arg_LABEL unit)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    if(arg_LABEL STREQUAL "gui")
        # Qt's QTRY_ macros narrow their time-out to an int in our own lines.
        set_source_files_properties(${name}.cpp PROPERTIES COMPILE_OPTIONS -Wno-conversion)
    endif()
    target_link_libraries(${name} PRIVATE athanor_options athanor_test_support Qt6::Test ${arg_DEPENDS})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS ${arg_LABEL} TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;ASAN_OPTIONS=detect_leaks=0")
endfunction()

// SPDX-License-Identifier: GPL-3.0-or-later
// Modules that need nothing of the machine are written in Python, in the folder source, and run by the
// evaluator that asks for them.
#pragma once

#include "core/evaluator/host.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace athanor::python {

/// A name as a template argument.
template<std::size_t N>
struct NameLiteral
{
    consteval NameLiteral(const char (&characters)[N]) { std::ranges::copy(characters, text); } // NOLINT
    constexpr std::string_view view() const { return {text, N - 1}; }

    char text[N] = {};
};

/// A name of source/FILE.py. The file is parsed once in a process, and run once in an evaluator, as the
/// module `module`.
Evaluated fromSource(Evaluator &evaluator, std::string_view file, std::string_view module,
                     std::string_view name);

template<NameLiteral File, NameLiteral Module, NameLiteral Name>
Evaluated written(Evaluator &evaluator)
{
    return fromSource(evaluator, File.view(), Module.view(), Name.view());
}

/// The rows of a NativeModule for these names of a file.
template<NameLiteral File, NameLiteral Module, NameLiteral... Names>
inline constexpr std::array<NativeName, sizeof...(Names)> writtenNames{
    NativeName{.name = Names.view(), .make = written<File, Module, Names>}...};

} // namespace athanor::python

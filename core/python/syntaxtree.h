// SPDX-License-Identifier: GPL-3.0-or-later
// A module's syntax tree: immutable nodes in the module's arena.
#pragma once

#include "core/python/expression.h"
#include "core/python/pattern.h"
#include "core/python/statement.h"

#include <string>

namespace athanor::python {

struct Module : Node
{
    Block body = {};
};

/// The string a body begins with, as it is written; nullptr when it begins with something else.
const String *docstringNode(Block body);

/// The docstring as Python 3.13 keeps it: the indentation that all lines but the first share is taken away,
/// as are the first line's leading blanks (CPython's _PyCompile_CleanDoc).
std::string cleanedDocstring(std::string_view text);

} // namespace athanor::python

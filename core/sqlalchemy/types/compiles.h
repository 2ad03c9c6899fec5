// SPDX-License-Identifier: GPL-3.0-or-later
// sqlalchemy.ext.compiler.
#pragma once

#include "core/sqlalchemy/objects.h"

namespace athanor::sqlalchemy {

/// Whether the script has registered any function with @compiles.
bool hasCompiledFunctions(python::Evaluator &evaluator);

/// The second argument of a @compiles function for a type: the dialect's type compiler, with process() and
/// its visit_X().
python::Value typeCompiler(python::Evaluator &evaluator);

/// The module sqlalchemy.ext.compiler.
std::span<const python::NativeName> compilerNames();

} // namespace athanor::sqlalchemy

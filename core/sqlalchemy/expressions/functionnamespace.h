// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlalchemy/expressionobject.h"

namespace athanor::sqlalchemy {

/// The class of `func`.
extern const python::NativeClass functionNamespaceClass;

/// The functions of sqlalchemy.sql.functions by name.
std::span<const python::NativeName> functionNames();

/// The arguments of over() as the script gave them; None where it did not.
struct WindowArguments
{
    python::Value partitionBy, orderBy, rows, range, groups;
};
python::Evaluated overClause(python::Evaluator &evaluator, const sql::Clause &element,
                             const WindowArguments &window);

} // namespace athanor::sqlalchemy

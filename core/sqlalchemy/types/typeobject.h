// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sqlalchemy/objects.h"

namespace athanor::sqlalchemy {

/// What the object's class makes of it, without its variants and whatever @compiles says.
python::Outcome<sql::Type> valueWithoutCompiles(python::Evaluator &evaluator, TypeObject &object);

/// Another object of the same class with the same attributes.
TypeObject *copyOf(python::Evaluator &evaluator, const TypeObject &object);

/// The text of a type in a dialect; an exception where it has none.
python::Outcome<std::string> textOf(python::Evaluator &evaluator, const sql::Type &type,
                                    dialect::DialectName dialect);

/// The dialect that a script hands over: of this library, or anything with a name.
python::Outcome<dialect::DialectName> dialectFrom(python::Evaluator &evaluator, python::Value value);

} // namespace athanor::sqlalchemy

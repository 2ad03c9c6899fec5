// SPDX-License-Identifier: GPL-3.0-or-later
// The builtin functions, for their table in functionnames.cpp. Each is what Python's documentation of the
// function of this name says.
#pragma once

#include "core/evaluator/object.h"

namespace athanor::python::functions {

// numberfunctions.cpp
Evaluated abs(Evaluator &evaluator, const Arguments &arguments);
Evaluated bin(Evaluator &evaluator, const Arguments &arguments);
Evaluated chr(Evaluator &evaluator, const Arguments &arguments);
Evaluated divmod(Evaluator &evaluator, const Arguments &arguments);
Evaluated hex(Evaluator &evaluator, const Arguments &arguments);
Evaluated oct(Evaluator &evaluator, const Arguments &arguments);
Evaluated ord(Evaluator &evaluator, const Arguments &arguments);
Evaluated pow(Evaluator &evaluator, const Arguments &arguments);
Evaluated round(Evaluator &evaluator, const Arguments &arguments);

// itemfunctions.cpp
Evaluated all(Evaluator &evaluator, const Arguments &arguments);
Evaluated any(Evaluator &evaluator, const Arguments &arguments);
Evaluated iter(Evaluator &evaluator, const Arguments &arguments);
Evaluated len(Evaluator &evaluator, const Arguments &arguments);
Evaluated max(Evaluator &evaluator, const Arguments &arguments);
Evaluated min(Evaluator &evaluator, const Arguments &arguments);
Evaluated next(Evaluator &evaluator, const Arguments &arguments);
Evaluated sorted(Evaluator &evaluator, const Arguments &arguments);
Evaluated sum(Evaluator &evaluator, const Arguments &arguments);

// objectfunctions.cpp
Evaluated ascii(Evaluator &evaluator, const Arguments &arguments);
Evaluated callable(Evaluator &evaluator, const Arguments &arguments);
Evaluated delattr(Evaluator &evaluator, const Arguments &arguments);
Evaluated format(Evaluator &evaluator, const Arguments &arguments);
Evaluated getattr(Evaluator &evaluator, const Arguments &arguments);
Evaluated hasattr(Evaluator &evaluator, const Arguments &arguments);
Evaluated hash(Evaluator &evaluator, const Arguments &arguments);
Evaluated id(Evaluator &evaluator, const Arguments &arguments);
Evaluated isinstance(Evaluator &evaluator, const Arguments &arguments);
Evaluated issubclass(Evaluator &evaluator, const Arguments &arguments);
Evaluated repr(Evaluator &evaluator, const Arguments &arguments);
Evaluated setattr(Evaluator &evaluator, const Arguments &arguments);

// scopefunctions.cpp
Evaluated dir(Evaluator &evaluator, const Arguments &arguments);
Evaluated exit(Evaluator &evaluator, const Arguments &arguments);
Evaluated globals(Evaluator &evaluator, const Arguments &arguments);
Evaluated importModule(Evaluator &evaluator, const Arguments &arguments);
Evaluated locals(Evaluator &evaluator, const Arguments &arguments);
Evaluated print(Evaluator &evaluator, const Arguments &arguments);
Evaluated vars(Evaluator &evaluator, const Arguments &arguments);

} // namespace athanor::python::functions

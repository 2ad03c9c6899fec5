// SPDX-License-Identifier: GPL-3.0-or-later
// The methods of str, for its table in stringclass.cpp. Each is what Python's documentation of the method of
// this name says.
#pragma once

#include "core/evaluator/builtins/arguments.h"

namespace athanor::python::stringmethods {

// stringsearch.cpp
Evaluated count(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated find(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated rfind(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated index(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated rindex(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated startswith(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated endswith(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated removeprefix(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated removesuffix(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated replace(Evaluator &evaluator, const StringObject &self, const Arguments &arguments);

// stringsplit.cpp
Evaluated split(Evaluator &evaluator, const StringObject &self, const Arguments &arguments);
Evaluated rsplit(Evaluator &evaluator, const StringObject &self, const Arguments &arguments);
Evaluated splitlines(Evaluator &evaluator, const StringObject &self, const Arguments &arguments);
Evaluated partition(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated rpartition(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated join(Evaluator &evaluator, const StringObject &self, Values arguments);

// stringpad.cpp
Evaluated strip(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated lstrip(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated rstrip(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated center(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated ljust(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated rjust(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated zfill(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated expandtabs(Evaluator &evaluator, const StringObject &self, const Arguments &arguments);

// stringconvert.cpp
Evaluated encode(Evaluator &evaluator, const StringObject &self, const Arguments &arguments);
Evaluated format(Evaluator &evaluator, const StringObject &self, const Arguments &arguments);
Evaluated formatMap(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated translate(Evaluator &evaluator, const StringObject &self, Values arguments);
Evaluated maketrans(Evaluator &evaluator, Values arguments);

} // namespace athanor::python::stringmethods

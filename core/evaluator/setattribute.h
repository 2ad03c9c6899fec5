// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/evaluator.h"

namespace athanor::python {

/// object.__setattr__: what happens where a class defines none of its own.
Done setPlainAttribute(Evaluator &evaluator, Value object, std::string_view name, Value value);

} // namespace athanor::python

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/evaluator.h"

namespace athanor::python {

/// True where a `try` or `with` is open around what the script does now: what is raised here may be seen by
/// the script before it ends.
bool isCatching(Evaluator &evaluator);

} // namespace athanor::python

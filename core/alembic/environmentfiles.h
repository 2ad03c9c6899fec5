// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/evaluator.h"

namespace athanor::alembic {

/// Lets open() give a text in memory where env.py wants to write: the template of several databases sends the
/// SQL of each into a file of its own. Nothing is written, and reading stays refused.
void keepWrittenFilesInMemory(python::Evaluator &evaluator);

} // namespace athanor::alembic

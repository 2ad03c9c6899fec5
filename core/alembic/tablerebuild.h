// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/batch.h"

namespace athanor::alembic {

/// What a batch becomes where its table is made anew from copy_from=: the statements that PostgreSQL needs
/// before, and the rebuild.
python::Outcome<QList<operation::Change>> rebuildOf(python::Evaluator &evaluator, const BatchObject &batch);

} // namespace athanor::alembic

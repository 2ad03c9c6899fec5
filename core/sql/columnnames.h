// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sql/clause.h"

#include <QStringList>

namespace athanor::sql {

/// The columns that an expression names, each once, in the order in which they stand in it. What text() names
/// nobody knows, and queries inside the expression are not looked into.
QStringList columnNames(const Clause &clause);

} // namespace athanor::sql

// SPDX-License-Identifier: GPL-3.0-or-later
// Where parentheses go, and what NOT makes of a condition.
#pragma once

#include "core/sql/clausenode.h"

namespace athanor::sql {

/// `operation` with its sides set and grouped; a chain of one associative operator becomes a flat list.
Clause typedBinary(const Clause &left, const Clause &right, Binary operation, Boxed<Type> type);

/// AND or OR of conditions: constants that decide nothing are left out, one that decides everything stays
/// alone, inner lists of the same operator are taken up.
Clause joined(Operator op, const QList<Clause> &conditions);

/// The conditions of WHERE or HAVING as one; none for an empty list. Unlike joined() it takes no inner lists
/// up.
Clause whereClause(const QList<Clause> &conditions);

} // namespace athanor::sql

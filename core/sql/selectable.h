// SPDX-License-Identifier: GPL-3.0-or-later
// What can be selected from: its columns, and which things an expression selects from.
#pragma once

#include "core/sql/clausenode.h"

namespace athanor::sql {

/// A SELECT, UNION, textual SELECT or a data changing statement with RETURNING: in parentheses inside of
/// others.
bool isQuery(const Clause &clause);
/// Something that FROM takes.
bool isFrom(const Clause &clause);

/// The columns that a thing to select from has: a table's own, a query's by the names it gives them.
QList<TableColumn> exportedColumns(const Clause &from);
/// Columns and tables of a SELECT's list as single columns.
QList<Clause> expandedColumns(const QList<Clause> &columns);

/// True where both were made as one thing.
bool isSameFrom(const Clause &a, const Clause &b);
bool contains(const QList<Clause> &froms, const Clause &from);
/// What a clause selects from, in order, each once; for a join itself and its sides.
QList<Clause> fromsOf(const Clause &clause);
/// The columns that an expression names.
QList<Clause> columnsIn(const Clause &clause);

/// `left.x = right.y` by the foreign keys between the two; none where there are none.
Clause joinCondition(const Clause &left, const Clause &right);

/// The name that SQLAlchemy derives a label from: a column's, a function's; empty for those without one.
QString labelBase(const Clause &clause);
/// A column's or label's own name; empty for those that need one made.
QString ownName(const Clause &clause);

} // namespace athanor::sql

// SPDX-License-Identifier: GPL-3.0-or-later
// Clauses as C++ makes them; scripts make theirs through core/sqlalchemy, which uses the same functions.
#pragma once

#include "core/sql/clausenode.h"

namespace athanor::sql {

/// text('…'): binds (:name) are read when it is written.
Clause text(const QString &text);
Clause column(const Identifier &name, Boxed<Type> type = {});
/// A column of `table`, which is a Table or an Alias.
Clause column(const Clause &table, const TableColumn &column);
/// literal_column('…'): written as it is.
Clause literalColumn(const QString &text, Boxed<Type> type = {});
Clause table(const Identifier &name, const QList<TableColumn> &columns = {}, const Identifier &schema = {});

Clause null();
Clause trueClause();
Clause falseClause();

/// A value with the type it has by itself: text is String, a whole number Integer …
Clause literal(Literal value);
Clause literal(Literal value, Boxed<Type> type);
/// The type that a value has by itself.
Boxed<Type> literalType(const Literal &value);
/// One shared box for each type without arguments.
Boxed<Type> plainType(TypeKind kind);

/// func.name(…); a dotted name is split.
Clause function(const QString &name, const QList<Clause> &arguments = {});
/// With the parts of its name one by one, and a type where the script gives one.
Clause function(QList<Identifier> path, const QList<Clause> &arguments, const Boxed<Type> &type);
Clause cast(const Clause &element, Boxed<Type> type);
/// Left and right in parentheses where the operator asks for it, with the type that SQLAlchemy gives the
/// result.
Clause binary(Operator op, const Clause &left, const Clause &right);
Clause unary(Operator op, const Clause &element);
Clause conjunction(const QList<Clause> &conditions);
Clause disjunction(const QList<Clause> &conditions);
Clause negation(const Clause &condition);
/// `element` as it stands beside `against`: in parentheses where its own operator binds less.
Clause grouped(const Clause &element, Operator against, int customPrecedence = 0);

} // namespace athanor::sql

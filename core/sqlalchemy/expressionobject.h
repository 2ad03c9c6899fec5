// SPDX-License-Identifier: GPL-3.0-or-later
// The C++ sides of ColumnElement and FromClause: what Column and Table derive from, and what holds clauses
// that scripts put together.
#pragma once

#include "core/sql/clausenode.h"
#include "core/sqlalchemy/objects.h"

namespace athanor::sqlalchemy {

/// What an object holds. Refuses one that holds nothing, since a script has called the class itself and not
/// the function that makes such objects.
python::Outcome<sql::Clause> heldClause(python::Evaluator &evaluator, const ClauseObject &object,
                                        const sql::Clause &held);

/// An expression: its operators and methods are those of columnElementClass. Column overrides what it
/// knows better.
class ColumnElementObject : public ClauseObject
{
public:
    using ClauseObject::ClauseObject;

    python::Outcome<sql::Clause> clause(python::Evaluator &evaluator) override
    {
        return heldClause(evaluator, *this, value);
    }

    sql::Clause value = {}; ///< of those that hold one
};
/// `column('x')`: class `ColumnClause`, the base of Column.
extern const python::NativeClass columnClauseClass;

/// A column with the name that `.c` knows it by.
struct KeyedColumn
{
    std::string key;
    python::Value column;
};

/// Something to select from. `.c`, `.alias()`, `.select()`, `.insert()` … are members of fromClauseClass and
/// tableClauseClass and ask these functions.
class FromObject : public ClauseObject
{
public:
    using ClauseObject::ClauseObject;

    python::Outcome<sql::Clause> clause(python::Evaluator &evaluator) override
    {
        return heldClause(evaluator, *this, value);
    }
    /// Its columns in order; always the same objects.
    virtual python::Outcome<std::vector<KeyedColumn>> columns(python::Evaluator &evaluator);

    sql::Clause value = {}; ///< of those that hold one

private:
    std::vector<KeyedColumn> m_columns = {};
    bool m_hasColumns = false;
};
/// `table('t', …)`: class `TableClause`, the base of Table, with .insert(), .update(), .delete().
extern const python::NativeClass tableClauseClass;

/// Any other clause: a statement, text(), a list.
class PlainClauseObject : public ClauseObject
{
public:
    using ClauseObject::ClauseObject;

    python::Outcome<sql::Clause> clause(python::Evaluator &evaluator) override
    {
        return heldClause(evaluator, *this, value);
    }

    sql::Clause value = {};
};

/// The type of a column whose type can't be known: values of the column can't be written in place, anything
/// else can.
Boxed<sql::Type> unknownType();

/// The value of a type object, in one box each: clauses remember by it which object their type came from.
python::Outcome<Boxed<sql::Type>> boxedType(python::Evaluator &evaluator, TypeObject *type);
/// A type or its class, or an empty box for None.
python::Outcome<Boxed<sql::Type>> boxedTypeFrom(python::Evaluator &evaluator, python::Value value,
                                                std::string_view purpose);
/// The object that the type of a clause came from; nullptr where there is none.
TypeObject *typeObjectOf(python::Evaluator &evaluator, const Boxed<sql::Type> &type);

/// A number that no other thing of this evaluation has, for tables and aliases.
sql::Identity newIdentity(python::Evaluator &evaluator);

/// A value of a script as it goes into a statement; None too. What has no SQL form is kept with its repr(),
/// so that the writer can refuse it in SQLAlchemy's words.
python::Outcome<sql::Literal> literalFrom(python::Evaluator &evaluator, python::Value value);
/// The same for a value that meets a column of `type`: the type's own processing is applied first.
python::Outcome<sql::Literal> literalFrom(python::Evaluator &evaluator, python::Value value,
                                          const Boxed<sql::Type> &type);
/// A clause, or a value of the script as a bind; op.inline_literal(), rows of op.bulk_insert().
python::Outcome<sql::Clause> clauseOrLiteral(python::Evaluator &evaluator, python::Value value,
                                             const Boxed<sql::Type> &type = {});

} // namespace athanor::sqlalchemy

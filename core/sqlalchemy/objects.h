// SPDX-License-Identifier: GPL-3.0-or-later
// The objects of `sqlalchemy` that several of its modules hand each other. Each is an Instance of a native
// class; what a script may change stays in the object, and a value of sql/ or schema/ is made when it is
// needed.
#pragma once

#include "core/evaluator/evaluator.h"
#include "core/operation/operation.h"

namespace athanor::sqlalchemy {

/// A type: sa.String(30), a TypeDecorator subclass's instance. Class `TypeEngine`.
class TypeObject : public python::Instance
{
public:
    using Instance::Instance;

    /// The value; for application types this may run their load_dialect_impl() or get_col_spec(), with the
    /// dialect of the evaluation.
    virtual python::Outcome<sql::Type> type(python::Evaluator &evaluator);

    sql::Type arguments = {}; ///< as the constructor was given them
};
extern const python::NativeClass typeEngineClass;

/// A type where a script may hand over the class instead of an instance: sa.String for sa.String(). Refuses
/// what is no type, with `purpose` in the message.
python::Outcome<sql::Type> typeFrom(python::Evaluator &evaluator, python::Value value,
                                    std::string_view purpose);
/// The type's object, made from the class where needed.
python::Outcome<TypeObject *> typeObjectFrom(python::Evaluator &evaluator, python::Value value,
                                             std::string_view purpose);

/// Anything that can stand in a SQL text: class `ClauseElement`.
class ClauseObject : public python::Instance
{
public:
    using Instance::Instance;

    /// The value as it is now.
    virtual python::Outcome<sql::Clause> clause(python::Evaluator &evaluator) = 0;
};
extern const python::NativeClass clauseElementClass;
/// An expression with operators (==, +, &, .in_() …): class `ColumnElement`, of which Column is one.
extern const python::NativeClass columnElementClass;
/// Something to select from (Table, alias, subquery): class `FromClause`.
extern const python::NativeClass fromClauseClass;

/// A clause from what a script hands over: a ClauseObject, something with __clause_element__; `literal`s are
/// up to the caller. Empty when it is none of these.
python::Outcome<std::optional<sql::Clause>> clauseFrom(python::Evaluator &evaluator, python::Value value);
/// The object for a clause that a native has made.
ClauseObject *clauseObject(python::Evaluator &evaluator, sql::Clause clause);

/// sa.Column: an expression and a schema item. Class `Column`.
class ColumnObject; // columnobject.h
/// sa.Table. Class `Table`.
class TableObject;    // tableobject.h
class MetaDataObject; // metadataobject.h

/// Which dialect the evaluation is for, and where statements of `x.create(bind)`, `metadata.create_all(bind)`
/// go.
class Target
{
public:
    virtual ~Target() = default;
    virtual QStringView dialect() const = 0; ///< "postgresql"
    virtual python::Done record(python::Evaluator &evaluator, operation::Change change) = 0;
};

/// The evaluation's target; set once by whoever makes the evaluator.
struct TargetSlot
{
    Target *target = nullptr;
};

/// The native modules "sqlalchemy", "sqlalchemy.types", "sqlalchemy.dialects.postgresql" … in their parts.
std::span<const python::NativeModule> typeModules();       // types.cpp
std::span<const python::NativeModule> expressionModules(); // expressions
std::span<const python::NativeModule> schemaModules();     // Column, Table, constraints …

} // namespace athanor::sqlalchemy

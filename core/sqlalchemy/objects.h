// SPDX-License-Identifier: GPL-3.0-or-later
// The objects of `sqlalchemy` that several of its modules hand each other. Each is an Instance of a native
// class; what a script may change stays in the object, and a value of sql/ or schema/ is made when it is
// needed.
#pragma once

#include "core/dialect/dialect.h"
#include "core/evaluator/evaluator.h"
#include "core/operation/operation.h"

namespace athanor::sqlalchemy {

struct TypeClass; // types/typeclass.h

/// A type: sa.String(30), a TypeDecorator subclass's instance. Class `TypeEngine`. What the constructor was
/// given are its attributes, by the names that scripts know.
class TypeObject : public python::Instance
{
public:
    explicit TypeObject(python::ClassObject *pythonClass_);

    python::ClassObject *pythonClass() const { return Instance::type; }
    /// The value as the object is now; for application types this may run their load_dialect_impl() or
    /// get_col_spec(), or a function of @compiles, with the dialect of the evaluation.
    python::Outcome<sql::Type> type(python::Evaluator &evaluator);

    /// A parameter's value as it goes into a statement, before SQL text is made of it: what the type's
    /// process_literal_param() or process_bind_param() make of it, an Enum's name for its member. Other
    /// values come back unchanged.
    python::Evaluated literalValue(python::Evaluator &evaluator, python::Value value);

    struct Variant
    {
        std::string dialect;
        TypeObject *type = nullptr;
    };

    const TypeClass *const row;         ///< the table of SQLAlchemy's class; nullptr: of TypeEngine itself
    std::vector<Variant> variants = {}; ///< with_variant()
    bool isAdapted = false;             ///< came through dialect.type_descriptor()
};
extern const python::NativeClass typeEngineClass;

/// A type where a script may hand over the class instead of an instance: sa.String for sa.String(). Refuses
/// what is no type, with `purpose` in the message.
python::Outcome<sql::Type> typeFrom(python::Evaluator &evaluator, python::Value value,
                                    std::string_view purpose);
/// The type's object, made from the class where needed.
python::Outcome<TypeObject *> typeObjectFrom(python::Evaluator &evaluator, python::Value value,
                                             std::string_view purpose);

/// The dialect as scripts see it (bind.dialect, the argument of load_dialect_impl()): the evaluation's, or
/// that of postgresql.dialect() and the like.
python::Value dialectValue(python::Evaluator &evaluator);
python::Value dialectValue(python::Evaluator &evaluator, dialect::DialectName name);
/// The evaluation's dialect; PostgreSQL where there is no target.
dialect::DialectName targetDialect(python::Evaluator &evaluator);

/// What @compiles registered for the object's class and the evaluation's dialect makes of it, with
/// `compiler` as its second argument. Empty where nothing is registered.
python::Outcome<std::optional<std::string>> compiledText(python::Evaluator &evaluator,
                                                         python::Instance &element, python::Value compiler);

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

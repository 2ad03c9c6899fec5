// SPDX-License-Identifier: GPL-3.0-or-later
// How Column, Table, constraints and what belongs to them become values of schema/, for those who write
// operations (core/alembic) and read models.
#pragma once

#include "core/schema/naming.h"
#include "core/sqlalchemy/objects.h"

#include <span>

namespace athanor::sqlalchemy {

/// A name from a str, quoted_name() or conv() (what op.f() gives). None is an empty name. `purpose` is for
/// the message when it is something else.
python::Outcome<schema::Name> nameFrom(python::Evaluator &evaluator, python::Value value,
                                       std::string_view purpose);
/// The other way round: a str that remembers that it is final or to be quoted. op.f(x) is
/// `nameValue({x, true})`. An empty name is None.
python::Value nameValue(python::Evaluator &evaluator, const schema::Name &name);

/// What Table(name, metadata, *items, **keywords) and op.create_table(name, *items, **keywords) take.
struct TableArguments
{
    schema::QualifiedName name = {};
    std::span<const python::Value> items = {};         ///< columns, constraints, indexes
    std::span<const python::NamedValue> keywords = {}; ///< comment, prefixes, info, dialect options …
    /// Of target_metadata; nullptr: SQLAlchemy's own.
    const schema::NamingConvention *convention = nullptr;
};

/// A Table in a new MetaData with the convention, as Alembic makes one for each operation; the items become
/// its own. Give the result to the script, and its value to the operation.
python::Outcome<python::Value> newTable(python::Evaluator &evaluator, const TableArguments &arguments);
/// The value of a Table object as it is now: with all constraints and indexes, in the order in which
/// SQLAlchemy writes them, names given. Refuses what is no Table.
python::Outcome<schema::Table> tableFrom(python::Evaluator &evaluator, python::Value table);

/// The value of a Column object, its own foreign keys and checks with it. Refuses what is no Column.
python::Outcome<schema::Column> columnFrom(python::Evaluator &evaluator, python::Value column);
/// A column with the constraints and indexes that it brings into the table, names given. Only `table`,
/// `column`, `constraints` and `indexes` are set.
python::Outcome<operation::AddColumn> addColumnFrom(python::Evaluator &evaluator,
                                                    const schema::QualifiedName &table, python::Value column,
                                                    const schema::NamingConvention &convention);

/// What a type with create_constraint=True brings for a column of `table`: Boolean's and Enum's CHECK.
/// Empty when it brings none.
python::Outcome<QList<schema::Constraint>> typeConstraints(python::Evaluator &evaluator,
                                                           const schema::QualifiedName &table,
                                                           const schema::Name &column, const sql::Type &type,
                                                           const schema::NamingConvention &convention);

/// The value of a constraint object, as it was written (no convention applied); ForeignKeyConstraint,
/// UniqueConstraint, CheckConstraint, PrimaryKeyConstraint, ExcludeConstraint. Refuses anything else.
python::Outcome<schema::Constraint> constraintFrom(python::Evaluator &evaluator, python::Value constraint);
/// The value of an Index object, its name given by its table's convention.
python::Outcome<schema::Index> indexFrom(python::Evaluator &evaluator, python::Value index);
/// A column's name (str), a Column, text() or another expression.
python::Outcome<schema::IndexElement> indexElementFrom(python::Evaluator &evaluator, python::Value value);
/// The condition of a CHECK or of an index: text as it is, or an expression.
python::Outcome<sql::Clause> conditionFrom(python::Evaluator &evaluator, python::Value value,
                                           std::string_view purpose);
/// (expression, operator) pairs of an EXCLUDE constraint; the expressions are column names, or clauses.
python::Outcome<QList<schema::ExcludeElement>> excludeElementsFrom(python::Evaluator &evaluator,
                                                                   std::span<const python::Value> elements);

/// server_default=: str, text(), func.x(), literal, Computed, Identity, FetchedValue, DefaultClause. Empty
/// for None. ("Not given", False in Alembic, is up to the caller.)
python::Outcome<std::optional<schema::ServerDefault>> serverDefaultFrom(python::Evaluator &evaluator,
                                                                        python::Value value);
python::Outcome<schema::Sequence> sequenceFrom(python::Evaluator &evaluator, python::Value sequence);

/// The dialects' own keywords (postgresql_using=…) of a call. What has no dialect's prefix raises
/// the TypeError that SQLAlchemy raises.
python::Outcome<schema::Options> optionsFrom(python::Evaluator &evaluator,
                                             std::span<const python::NamedValue> keywords,
                                             std::string_view purpose);

/// What executing CreateTable(…), DropIndex(…), DDL(…) … of sqlalchemy.schema does; empty for anything else.
python::Outcome<std::optional<operation::Change>> ddlChangeFrom(python::Evaluator &evaluator,
                                                                python::Value value);

/// The naming_convention of a MetaData (or of anything that has such an attribute; of a list of them the
/// first); SQLAlchemy's own otherwise.
python::Outcome<schema::NamingConvention> namingConventionFrom(python::Evaluator &evaluator,
                                                               python::Value metadata);

} // namespace athanor::sqlalchemy

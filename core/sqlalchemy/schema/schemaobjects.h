// SPDX-License-Identifier: GPL-3.0-or-later
// The objects behind sa.Column, sa.Table and what they consist of. They refer to each other as SQLAlchemy's
// do; values of schema/ are made from them when they are asked for.
#pragma once

#include "core/sqlalchemy/expressionobject.h"
#include "core/sqlalchemy/schema/arguments.h"

#include <memory>
#include <vector>

namespace athanor::sqlalchemy {

class ColumnObject;
class TableObject;
class MetaDataObject;

/// Class `ForeignKey`.
class ForeignKeyObject : public python::Instance
{
public:
    using Instance::Instance;

    schema::ForeignKey value = {}; ///< its end as text, where the script gave one
    ColumnObject *end = nullptr;   ///< where it gave a Column
    ColumnObject *parent = nullptr;
    bool isOfConstraint = false; ///< a ForeignKeyConstraint has made it
};

/// Classes `PrimaryKeyConstraint`, `UniqueConstraint`, `CheckConstraint`, `ForeignKeyConstraint` and
/// `ExcludeConstraint`: which one is said by the value.
class ConstraintObject : public python::Instance
{
public:
    using Instance::Instance;

    schema::Constraint value = {};           ///< without the columns
    std::vector<python::Value> columns = {}; ///< names or Columns
    std::vector<python::Value> ends = {};    ///< of a foreign key: texts or Columns
    ForeignKeyObject *foreignKey = nullptr;  ///< the one in a Column that it was made for
    TableObject *table = nullptr;
    ColumnObject *column = nullptr; ///< of a CHECK inside a Column
    quint64 number = 0;             ///< in the order in which they were made
    bool isOfFlag = false;          ///< made for unique=True, or for a type
};

/// Class `Index`.
class IndexObject : public python::Instance
{
public:
    using Instance::Instance;

    schema::Name name = {};
    std::vector<python::Value> elements = {};
    bool isUnique = false;
    bool isOfFlag = false; ///< made for index=True
    schema::Options options = {};
    TableObject *table = nullptr;
    quint64 number = 0;
};

/// What makes a column's values: Sequence, Identity, Computed, FetchedValue, DefaultClause, ColumnDefault.
enum class GeneratorKind : std::uint8_t {
    Sequence,
    Identity,
    Computed,
    Fetched,
    DefaultClause,
    ColumnDefault
};

class GeneratorObject : public python::Instance
{
public:
    using Instance::Instance;

    GeneratorKind kind = GeneratorKind::Fetched;
    schema::Sequence sequence = {};
    schema::Identity identity = {};
    schema::Computed computed = {};
    python::Value argument = {}; ///< of DefaultClause and ColumnDefault
    bool isForUpdate = false;
};

/// Class `Column`.
class ColumnObject : public ColumnElementObject
{
public:
    using ColumnElementObject::ColumnElementObject;

    python::Outcome<sql::Clause> clause(python::Evaluator &evaluator) override;
    const QString &key() const { return definition.key.isEmpty() ? definition.name.text : definition.key; }

    schema::Column definition = {}; ///< without the type, foreign keys and checks
    python::Value typeValue = {};   ///< TypeObject or its class; None: not given
    std::vector<ForeignKeyObject *> foreignKeys = {};
    std::vector<ConstraintObject *> checks = {};
    TableObject *table = nullptr;
    python::Value defaultValue = {}, onUpdate = {}, serverDefault = {}, serverOnUpdate = {}, info = {},
                  doc = {};
    /// What expressions have of the column from before it has a name, as in the body of a model: the name is
    /// filled in when it is known.
    std::shared_ptr<sql::ClauseNode> unnamed = {};

    void setName(const schema::Name &name);
};

/// Class `Table`.
class TableObject : public FromObject
{
public:
    using FromObject::FromObject;

    python::Outcome<sql::Clause> clause(python::Evaluator &evaluator) override;
    python::Outcome<std::vector<KeyedColumn>> columns(python::Evaluator &evaluator) override;
    ColumnObject *column(const QString &key) const;
    ColumnObject *columnByName(const QString &name) const;
    schema::ColumnKeys keys() const;
    /// Makes the column and what it brings the table's own.
    python::Done append(python::Evaluator &evaluator, ColumnObject *column);
    python::Done append(python::Evaluator &evaluator, ConstraintObject *constraint);
    python::Done append(python::Evaluator &evaluator, IndexObject *index);
    python::Outcome<schema::Table> definition(python::Evaluator &evaluator);
    python::Outcome<QList<schema::Constraint>> constraintValues(python::Evaluator &evaluator);
    python::Outcome<QList<schema::Index>> indexValues(python::Evaluator &evaluator);

    schema::QualifiedName name = {};
    MetaDataObject *metadata = nullptr;
    std::vector<ColumnObject *> items = {};
    std::vector<ConstraintObject *> constraints = {};
    std::vector<IndexObject *> indexes = {};
    ConstraintObject *primaryKey = nullptr; ///< where one was given as an object
    std::optional<QString> comment = {};
    QStringList prefixes = {};
    schema::Options options = {};
    python::Value info = {};
    sql::Identity identity = {};

private:
    python::Done appendOwn(python::Evaluator &evaluator, ColumnObject *column);
};

/// Class `MetaData`.
class MetaDataObject : public python::Instance
{
public:
    using Instance::Instance;

    TableObject *table(const QString &key) const;

    schema::NamingConvention convention = schema::defaultConvention();
    python::Value conventionValue = {};
    schema::Name schema = {};
    std::vector<std::pair<QString, TableObject *>> tables = {}; ///< by "schema.table"
    std::vector<GeneratorObject *> sequences = {};
    python::Value info = {};
};

extern const python::NativeClass schemaItemClass;
extern const python::NativeClass columnClass;
extern const python::NativeClass tableClass;
extern const python::NativeClass metaDataClass;
extern const python::NativeClass foreignKeyClass;
extern const python::NativeClass constraintClass;
extern const python::NativeClass primaryKeyConstraintClass;
extern const python::NativeClass uniqueConstraintClass;
extern const python::NativeClass checkConstraintClass;
extern const python::NativeClass foreignKeyConstraintClass;
extern const python::NativeClass excludeConstraintClass;
extern const python::NativeClass indexClass;
extern const python::NativeClass sequenceClass;
extern const python::NativeClass identityClass;
extern const python::NativeClass computedClass;
extern const python::NativeClass fetchedValueClass;
extern const python::NativeClass defaultClauseClass;
extern const python::NativeClass columnDefaultClass;

/// The Table that a clause's columns belong to; nullptr where there is none.
TableObject *tableOf(python::Evaluator &evaluator, const sql::Clause &clause);

/// "schema.table", or "table".
QString tableKey(const schema::QualifiedName &name);

/// Another Column of the same definition, in no table.
ColumnObject *copyOf(python::Evaluator &evaluator, const ColumnObject &column);
ConstraintObject *copyOf(python::Evaluator &evaluator, const ConstraintObject &constraint);

/// The name of the column that a constraint or index was given as a str (a key of the table) or as a Column.
python::Outcome<schema::Name> columnNameFrom(python::Evaluator &evaluator, const TableObject *table,
                                             python::Value column, std::string_view purpose);
/// Where a foreign key ends: its table and column by their names.
python::Outcome<schema::ForeignKey> endOf(python::Evaluator &evaluator, const ForeignKeyObject &key);
/// The value of a constraint with the names of its columns; no convention applied.
python::Outcome<schema::Constraint> valueOf(python::Evaluator &evaluator, const ConstraintObject &constraint);
python::Outcome<schema::Index> valueOf(python::Evaluator &evaluator, const IndexObject &index);
/// The type of a column; where none is given, that of what its foreign key ends at.
python::Outcome<sql::Type> typeOf(python::Evaluator &evaluator, const ColumnObject &column);
/// The same for clauses; an empty box where it is not known.
python::Outcome<Boxed<sql::Type>> boxedTypeOf(python::Evaluator &evaluator, const ColumnObject &column);

template<typename T>
python::Value listOf(python::Evaluator &evaluator, const std::vector<T *> &objects)
{
    std::vector<python::Value> items;
    items.reserve(objects.size());
    for (T *object : objects)
        items.emplace_back(object);
    return evaluator.heap().list(std::move(items));
}

/// sa.Table(...) with a MetaData that is there already.
python::Outcome<TableObject *> makeTable(python::Evaluator &evaluator, TableObject *table,
                                         MetaDataObject *metadata, const TableArguments &arguments);

} // namespace athanor::sqlalchemy

// SPDX-License-Identifier: GPL-3.0-or-later
// How a Table takes in its columns, constraints and indexes, and what it is as a value.
#include "core/dialect/tableframe.h"
#include "core/sql/build.h"
#include "core/sqlalchemy/schema/schemaobjects.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using namespace python;

namespace {

/// The CHECK of a Boolean or Enum with create_constraint=True; which dialects write it they know themselves.
std::optional<schema::CheckConstraint> typeCheck(const schema::Name &column, const sql::Type &type)
{
    const bool isBoolean = type.kind == sql::TypeKind::Boolean || type.kind == sql::TypeKind::SqlBoolean;
    if (!type.createsConstraint || (!isBoolean && type.kind != sql::TypeKind::Enum))
        return std::nullopt;
    schema::CheckConstraint check;
    check.name = {.text = type.name, .isFinal = type.isNameFinal && !type.name.isEmpty()};
    check.ofType = type;
    check.ofColumn = column.text;
    const sql::Clause named = sql::column({.text = column.text, .isQuoted = column.isQuoted});
    QList<sql::Clause> values;
    if (isBoolean) {
        values = {sql::literal({qint64(0)}), sql::literal({qint64(1)})};
    } else {
        for (const QString &value : type.values)
            values.append(sql::literal({value}));
    }
    sql::Binary membership;
    membership.left = named;
    membership.right = sql::makeClause(sql::Grouping{sql::makeClause(sql::ClauseList{.items = values})});
    membership.op = sql::Operator::In;
    check.condition = sql::makeClause(membership, sql::plainType(sql::TypeKind::Boolean));
    return check;
}

ConstraintObject *newConstraint(Evaluator &evaluator, const NativeClass &type, schema::Constraint value)
{
    auto *object = evaluator.instance<ConstraintObject>(type);
    object->value = std::move(value);
    object->number = nextNumber(evaluator);
    object->isOfFlag = true;
    return object;
}

ConstraintObject *foreignKeyConstraint(Evaluator &evaluator, ColumnObject *column, ForeignKeyObject *key)
{
    schema::ForeignKeyConstraint value;
    value.name = key->value.constraint;
    value.onDelete = key->value.onDelete;
    value.onUpdate = key->value.onUpdate;
    value.match = key->value.match;
    value.initially = key->value.initially;
    value.isDeferrable = key->value.isDeferrable;
    value.usesAlter = key->value.usesAlter;
    value.comment = key->value.comment;
    value.options = key->value.options;
    ConstraintObject *object = newConstraint(evaluator, foreignKeyConstraintClass, std::move(value));
    object->columns = {Value(column)};
    object->foreignKey = key;
    return object;
}

} // namespace

QString tableKey(const schema::QualifiedName &name)
{
    return name.schema.isEmpty() ? name.name.text : QString(name.schema.text + u'.' + name.name.text);
}

ColumnObject *TableObject::column(const QString &key) const
{
    for (ColumnObject *column : items) {
        if (column->key() == key)
            return column;
    }
    return nullptr;
}

ColumnObject *TableObject::columnByName(const QString &text) const
{
    for (ColumnObject *column : items) {
        if (column->definition.name.text == text)
            return column;
    }
    return nullptr;
}

schema::ColumnKeys TableObject::keys() const
{
    schema::ColumnKeys keys;
    for (const ColumnObject *column : items) {
        if (!column->definition.key.isEmpty())
            keys.insert(column->definition.name.text, column->definition.key);
    }
    return keys;
}

Done TableObject::append(Evaluator &evaluator, ColumnObject *column)
{
    if (column->definition.name.isEmpty()) {
        return raiseSqlAlchemy(
            evaluator, "ArgumentError",
            "Column must be constructed with a non-blank name or assign a non-blank .name before "
            "adding to a Table.");
    }
    if (column->table && column->table != this) {
        return raiseSqlAlchemy(evaluator, "ArgumentError",
                               "Column object '" + column->key().toStdString()
                                   + "' already assigned to Table '"
                                   + column->table->name.name.text.toStdString() + "'");
    }
    if (ColumnObject *existing = this->column(column->key())) {
        if (existing == column)
            return {};
        std::erase_if(constraints, [existing](const ConstraintObject *constraint) {
            return constraint->foreignKey && constraint->foreignKey->parent == existing;
        });
        std::ranges::replace(items, existing, column);
    } else {
        items.push_back(column);
    }
    column->table = this;
    value = {}; // made anew with the column
    return appendOwn(evaluator, column);
}

/// What the column brings: a UNIQUE or an index by its flags, foreign keys, the CHECK of its type.
Done TableObject::appendOwn(Evaluator &evaluator, ColumnObject *column)
{
    const Value key = textValue(evaluator, column->key());
    if (column->definition.isIndexed.value_or(false)) {
        auto *index = evaluator.instance<IndexObject>(indexClass);
        index->elements = {key};
        index->isUnique = column->definition.isUnique;
        index->isOfFlag = true;
        index->table = this;
        index->number = nextNumber(evaluator);
        indexes.push_back(index);
    } else if (column->definition.isUnique) {
        ConstraintObject *unique =
            newConstraint(evaluator, uniqueConstraintClass, schema::UniqueConstraint{});
        unique->columns = {key};
        unique->table = this;
        constraints.push_back(unique);
    }
    for (ForeignKeyObject *foreignKey : column->foreignKeys) {
        if (foreignKey->isOfConstraint)
            continue;
        ConstraintObject *constraint = foreignKeyConstraint(evaluator, column, foreignKey);
        constraint->table = this;
        constraints.push_back(constraint);
    }
    if (column->typeValue.as<OpaqueObject>() || column->typeValue.isNone())
        return {};
    const Outcome<sql::Type> known = typeOf(evaluator, *column);
    if (!known)
        return std::unexpected(known.error());
    if (auto check = typeCheck(column->definition.name, *known)) {
        ConstraintObject *constraint = newConstraint(evaluator, checkConstraintClass, *std::move(check));
        constraint->table = this;
        constraints.push_back(constraint);
    }
    return {};
}

Done TableObject::append(Evaluator &evaluator, ConstraintObject *constraint)
{
    constraint->table = this;
    if (std::holds_alternative<schema::PrimaryKey>(constraint->value)) {
        if (constraint->columns.empty()) {
            for (ColumnObject *column : items) {
                if (column->definition.isPrimaryKey)
                    constraint->columns.emplace_back(column);
            }
        }
        std::erase(constraints, primaryKey);
        primaryKey = constraint;
        for (const Value given : constraint->columns) {
            ColumnObject *column = given.as<ColumnObject>();
            if (const auto *text = given.as<StringObject>())
                column = this->column(QString::fromStdString(text->utf8));
            if (column)
                column->definition.isPrimaryKey = true;
        }
    }
    // A foreign key of the table is one of its columns too: what a column counts by asks for it.
    if (!std::ranges::contains(constraints, constraint))
        constraints.push_back(constraint);
    const Outcome<schema::Constraint> checked = valueOf(evaluator, *constraint);
    if (!checked && !std::holds_alternative<schema::ForeignKeyConstraint>(constraint->value))
        return std::unexpected(checked.error());
    return {};
}

Done TableObject::append(Evaluator &evaluator, IndexObject *index)
{
    index->table = this;
    if (!std::ranges::contains(indexes, index))
        indexes.push_back(index);
    const Outcome<schema::Index> checked = valueOf(evaluator, *index);
    if (!checked)
        return std::unexpected(checked.error());
    return {};
}

Outcome<QList<schema::Constraint>> TableObject::constraintValues(Evaluator &evaluator)
{
    std::vector<ConstraintObject *> ordered = constraints;
    std::ranges::stable_sort(ordered, {}, &ConstraintObject::number);
    const schema::NamingConvention convention = metadata ? metadata->convention : schema::defaultConvention();
    QList<schema::Constraint> values;
    bool hasPrimaryKey = false;
    for (const ConstraintObject *constraint : ordered) {
        Outcome<schema::Constraint> made = valueOf(evaluator, *constraint);
        if (!made)
            return std::unexpected(made.error());
        if (const Result<void> named = schema::applyConvention(convention, name, *made, keys()); !named)
            return raiseError(evaluator, named.error());
        hasPrimaryKey = hasPrimaryKey || std::holds_alternative<schema::PrimaryKey>(*made);
        values.append(*std::move(made));
    }
    if (hasPrimaryKey)
        return values;
    schema::PrimaryKey implicit;
    implicit.isImplicit = true;
    for (const ColumnObject *column : items) {
        if (column->definition.isPrimaryKey)
            implicit.columns.append(column->definition.name);
    }
    if (implicit.columns.isEmpty())
        return values;
    schema::Constraint own = implicit;
    if (const Result<void> named = schema::applyConvention(convention, name, own, keys()); !named)
        return raiseError(evaluator, named.error());
    values.prepend(std::move(own));
    return values;
}

Outcome<QList<schema::Index>> TableObject::indexValues(Evaluator &evaluator)
{
    QList<schema::Index> values;
    for (IndexObject *index : indexes) {
        Outcome<schema::Index> made = indexFrom(evaluator, index);
        if (!made)
            return std::unexpected(made.error());
        values.append(*std::move(made));
    }
    return values;
}

Outcome<schema::Table> TableObject::definition(Evaluator &evaluator)
{
    schema::Table result{.name = name, .comment = comment, .prefixes = prefixes, .options = options};
    for (ColumnObject *column : items) {
        Outcome<schema::Column> made = columnFrom(evaluator, column);
        if (!made)
            return std::unexpected(made.error());
        const schema::NamingConvention convention =
            metadata ? metadata->convention : schema::defaultConvention();
        for (schema::ColumnCheck &check : made->checks) {
            const Result<schema::Name> named = schema::conventionName(
                convention, name, {.kind = u"ck"_s, .name = check.name, .columns = {made->name.text}});
            if (!named)
                return raiseError(evaluator, named.error());
            check.name = *named;
        }
        result.columns.append(*std::move(made));
    }
    Outcome<QList<schema::Constraint>> constraintList = constraintValues(evaluator);
    if (!constraintList)
        return std::unexpected(constraintList.error());
    result.constraints = *std::move(constraintList);
    Outcome<QList<schema::Index>> indexList = indexValues(evaluator);
    if (!indexList)
        return std::unexpected(indexList.error());
    result.indexes = *std::move(indexList);
    return result;
}

namespace {

/// What a statement puts into a column that it leaves out: default= or onupdate= of the column as a clause. A
/// value that Python would hand over when the statement is executed is a bind that has none.
Outcome<sql::Clause> defaultClause(Evaluator &evaluator, Value value, const Boxed<sql::Type> &type)
{
    if (const auto *generator = value.as<GeneratorObject>()) {
        if (generator->kind == GeneratorKind::Sequence) {
            const schema::QualifiedName &name = generator->sequence.name;
            return sql::makeClause(
                sql::NextValue{.schema = {.text = name.schema.text, .isQuoted = name.schema.isQuoted},
                               .sequence = {.text = name.name.text, .isQuoted = name.name.isQuoted}});
        }
        value = generator->argument;
    }
    if (value.isNone())
        return sql::Clause();
    Outcome<std::optional<sql::Clause>> clause = clauseFrom(evaluator, value);
    if (!clause)
        return std::unexpected(clause.error());
    return *clause ? Outcome<sql::Clause>(**clause) : clauseOrLiteral(evaluator, Value(), type);
}

bool isIdentity(Value serverDefault)
{
    const auto *generator = serverDefault.as<GeneratorObject>();
    return generator && generator->kind == GeneratorKind::Identity;
}

/// What joins can follow: foreign keys whose end can be found.
QList<sql::ForeignColumn> foreignColumns(Evaluator &evaluator, const ColumnObject &column)
{
    QList<sql::ForeignColumn> ends;
    for (const ForeignKeyObject *key : column.foreignKeys) {
        const Outcome<schema::ForeignKey> end = endOf(evaluator, *key);
        if (!end)
            continue;
        const schema::QualifiedName &table = end->table;
        ends.append({.schema = {.text = table.schema.text, .isQuoted = table.schema.isQuoted},
                     .table = {.text = table.name.text, .isQuoted = table.name.isQuoted},
                     .column = end->column});
    }
    return ends;
}

/// The key that the database numbers; empty where there is none.
QString numberedColumn(const TableObject &table, const QList<sql::TableColumn> &columns)
{
    schema::Table keys{.name = table.name};
    for (qsizetype at = 0; at < columns.size(); ++at) {
        const ColumnObject &column = *table.items[std::size_t(at)];
        if (!column.definition.isPrimaryKey || !columns[at].type)
            continue;
        schema::Column key{.name = column.definition.name,
                           .type = *columns[at].type,
                           .isPrimaryKey = true,
                           .autoincrement = column.definition.autoincrement,
                           .hasClientDefault = !columns[at].insertDefault.isNull()};
        if (sql::as<sql::NextValue>(columns[at].insertDefault))
            key.defaultSequence = schema::Sequence{};
        if (columns[at].hasServerDefault)
            key.serverDefault = schema::FetchedValue{};
        if (!column.foreignKeys.empty())
            key.foreignKeys.append(schema::ForeignKey{});
        keys.columns.append(std::move(key));
    }
    const Result<dialect::TableFrame> frame = dialect::TableFrame::of(keys);
    for (const schema::Column &key : keys.columns) {
        if (frame && frame->isAutoincrement(key))
            return key.name.text;
    }
    return {};
}

} // namespace

Outcome<sql::Clause> TableObject::clause(Evaluator &evaluator)
{
    if (!value.isNull())
        return value;
    sql::Table table{.schema = {.text = name.schema.text, .isQuoted = name.schema.isQuoted},
                     .name = {.text = name.name.text, .isQuoted = name.name.isQuoted},
                     .identity = identity};
    for (const ColumnObject *column : items) {
        const Outcome<Boxed<sql::Type>> known = boxedTypeOf(evaluator, *column);
        if (!known)
            return std::unexpected(known.error());
        const Outcome<sql::Clause> onInsert = defaultClause(evaluator, column->defaultValue, *known);
        if (!onInsert)
            return onInsert;
        const Outcome<sql::Clause> onUpdate = defaultClause(evaluator, column->onUpdate, *known);
        if (!onUpdate)
            return onUpdate;
        const schema::Column &own = column->definition;
        table.columns.append(
            {.name = {.text = own.name.text, .isQuoted = own.name.isQuoted},
             .key = own.key,
             .type = *known,
             .isPrimaryKey = own.isPrimaryKey,
             .insertDefault = *onInsert,
             .updateDefault = *onUpdate,
             .hasServerDefault = !column->serverDefault.isNone() && !isIdentity(column->serverDefault),
             .references = foreignColumns(evaluator, *column)});
    }
    const QString numbered = numberedColumn(*this, table.columns);
    for (sql::TableColumn &column : table.columns)
        column.isAutoincrement = !numbered.isEmpty() && column.name.text == numbered;
    value = sql::makeClause(std::move(table));
    return value;
}

Outcome<std::vector<KeyedColumn>> TableObject::columns(Evaluator &)
{
    std::vector<KeyedColumn> result;
    result.reserve(items.size());
    for (ColumnObject *column : items)
        result.push_back({column->key().toStdString(), column});
    return result;
}

Outcome<schema::Table> tableFrom(Evaluator &evaluator, Value table)
{
    if (auto *object = table.as<TableObject>())
        return object->definition(evaluator);
    if (const auto *opaque = table.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a table");
    return evaluator.refuse("a table", "a Table object");
}

Outcome<QList<schema::Constraint>> typeConstraints(Evaluator &evaluator, const schema::QualifiedName &table,
                                                   const schema::Name &column, const sql::Type &type,
                                                   const schema::NamingConvention &convention)
{
    auto check = typeCheck(column, type);
    if (!check)
        return QList<schema::Constraint>();
    schema::Constraint constraint = *std::move(check);
    if (const Result<void> named = schema::applyConvention(convention, table, constraint); !named)
        return raiseError(evaluator, named.error());
    return QList<schema::Constraint>{constraint};
}

Outcome<operation::AddColumn> addColumnFrom(Evaluator &evaluator, const schema::QualifiedName &table,
                                            Value column, const schema::NamingConvention &convention)
{
    const Value items[] = {column};
    const Outcome<Value> made =
        newTable(evaluator, {.name = table, .items = items, .convention = &convention});
    if (!made)
        return std::unexpected(made.error());
    Outcome<schema::Table> value = made->as<TableObject>()->definition(evaluator);
    if (!value)
        return std::unexpected(value.error());
    if (value->columns.size() != 1)
        return evaluator.refuse("add_column()", "a Column object");
    return operation::AddColumn{.table = table,
                                .column = value->columns.constFirst(),
                                .constraints = value->constraints,
                                .indexes = value->indexes};
}

} // namespace athanor::sqlalchemy

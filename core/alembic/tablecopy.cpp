// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/tablecopy.h"

#include "core/sql/affinity.h"
#include "core/sql/build.h"
#include "core/stdlib/native.h"

#include <algorithm>

namespace athanor::alembic {

using namespace python;

namespace {

/// Dropping a column takes it out of the primary key of the script's own Table, for good.
struct LostKeys
{
    std::vector<std::pair<const sqlalchemy::TableObject *, QString>> columns;
};

std::unexpected<Raised> raiseKeyError(Evaluator &evaluator, const QString &key)
{
    return evaluator.raiseWith("KeyError", {string(evaluator, key.toStdString())});
}

const QString &nameOf(const schema::Constraint &constraint)
{
    return std::visit(
        [](const schema::ConstraintCommon &common) -> const QString & { return common.name.text; },
        constraint);
}

bool isOfType(const schema::Constraint &constraint)
{
    const auto *check = std::get_if<schema::CheckConstraint>(&constraint);
    return check && check->ofType;
}

sql::Identifier identifier(const schema::Name &name)
{
    return {.text = name.text, .isQuoted = name.isQuoted};
}

sql::Clause sourceOf(const schema::Table &table, const schema::Column &column)
{
    const sql::TableColumn own{.name = identifier(column.name), .type = column.type};
    return sql::column(sql::table(identifier(table.name.name), {own}, identifier(table.name.schema)), own);
}

} // namespace

Outcome<TableCopy> TableCopy::of(Evaluator &evaluator, sqlalchemy::TableObject &table,
                                 QList<QStringList> reordering)
{
    auto definition = table.definition(evaluator);
    if (!definition)
        return std::unexpected(definition.error());
    TableCopy copy;
    copy.m_table = &table;
    copy.m_before = *std::move(definition);
    copy.m_reordering = std::move(reordering);
    for (const schema::Column &column : std::as_const(copy.m_before.columns)) {
        if (!column.key.isEmpty() && column.key != column.name.text)
            return evaluator.refuse("batch_alter_table(copy_from=…) with a Column that has another key=",
                                    "columns that are called by their names");
        CopiedColumn &own = copy.m_columns.emplace_back(
            column.name.text, column, sourceOf(copy.m_before, column), column.isNullable.has_value());
        own.column.foreignKeys.clear();
        copy.m_existing.append(column.name.text);
    }
    schema::Constraint primaryKey = schema::PrimaryKey{};
    for (schema::Constraint constraint : std::as_const(copy.m_before.constraints)) {
        if (auto *key = std::get_if<schema::PrimaryKey>(&constraint)) {
            key->isImplicit = false;
            for (const schema::Name &name : std::as_const(key->columns)) {
                if (CopiedColumn *column = copy.find(name.text))
                    column->column.isPrimaryKey = true;
            }
            primaryKey = constraint;
        } else if (!isOfType(constraint)) {
            (nameOf(constraint).isEmpty() ? copy.m_unnamed : copy.m_named).append(constraint);
        }
    }
    (nameOf(primaryKey).isEmpty() ? copy.m_unnamed : copy.m_named).prepend(primaryKey);
    for (const auto &[owner, column] : evaluator.state<LostKeys>().columns) {
        if (owner == &table)
            copy.ownKey()->columns.removeIf([&](const schema::Name &name) { return name.text == column; });
    }
    for (qsizetype at = 0; at < copy.m_before.indexes.size(); ++at)
        copy.m_indexes.append({copy.m_before.indexes[at], table.indexes[std::size_t(at)]->isOfFlag});
    return copy;
}

const CopiedColumn *TableCopy::column(const QString &key) const
{
    const auto found = std::ranges::find(m_columns, key, &CopiedColumn::key);
    return found == m_columns.end() ? nullptr : &*found;
}

CopiedColumn *TableCopy::find(const QString &key)
{
    const auto found = std::ranges::find(m_columns, key, &CopiedColumn::key);
    return found == m_columns.end() ? nullptr : &*found;
}

/// The primary key that the table had, as long as it is there.
schema::PrimaryKey *TableCopy::ownKey()
{
    for (QList<schema::Constraint> *list : {&m_named, &m_unnamed}) {
        for (schema::Constraint &constraint : *list) {
            if (auto *key = std::get_if<schema::PrimaryKey>(&constraint))
                return key;
        }
    }
    return nullptr;
}

namespace {

/// What applies one kind of change; the others do nothing to the copy.
template<typename... Handlers>
struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};

} // namespace

Done TableCopy::apply(Evaluator &evaluator, const QueuedOperation &queued)
{
    return std::visit(
        Overloaded{
            [&](const operation::AddColumn &change) { return addColumn(evaluator, change, queued); },
            [&](const operation::DropColumn &change) {
                return dropColumn(evaluator, change.column.text, queued.typeName);
            },
            [&](const operation::AlterColumn &change) { return alterColumn(evaluator, change); },
            [&](const operation::AddConstraint &change) {
                return addConstraint(evaluator, change.constraint);
            },
            [&](const operation::DropConstraint &change) { return dropConstraint(evaluator, change); },
            [&](const operation::CreateIndex &change) {
                addIndex(change.index);
                return Done();
            },
            [&](const operation::DropIndex &change) { return dropIndex(evaluator, change.name.text); },
            [](const auto &) { return Done(); },
        },
        queued.operation.change);
}

Done TableCopy::addColumn(Evaluator &evaluator, const operation::AddColumn &change,
                          const QueuedOperation &queued)
{
    const QString key = change.column.name.text;
    const Done placed = place(evaluator, key, queued);
    if (!placed)
        return placed;
    CopiedColumn added{.key = key, .column = change.column};
    added.hasOwnNullability = change.column.isNullable.has_value();
    added.column.foreignKeys.clear();
    if (CopiedColumn *known = find(key))
        *known = added;
    else
        m_columns.append(added);
    for (const schema::Constraint &constraint : change.constraints) {
        const auto *foreignKey = std::get_if<schema::ForeignKeyConstraint>(&constraint);
        const bool isInline = foreignKey && change.hasInlineReferences
                              && change.column.foreignKeys.size() == 1 && foreignKey->columns.size() == 1;
        if (isInline || std::holds_alternative<schema::PrimaryKey>(constraint))
            continue;
        const Done done = addConstraint(evaluator, constraint);
        if (!done)
            return done;
    }
    for (const schema::Index &index : change.indexes)
        addIndex(index);
    return {};
}

Done TableCopy::dropColumn(Evaluator &evaluator, const QString &key, const QString &typeName)
{
    const auto found = std::ranges::find(m_columns, key, &CopiedColumn::key);
    if (found == m_columns.end())
        return raiseKeyError(evaluator, key);
    if (!m_existing.contains(key))
        return evaluator.raise("ValueError", "list.remove(x): x not in list");
    for (const schema::Constraint &constraint : std::as_const(m_before.constraints)) {
        const auto *own = std::get_if<schema::PrimaryKey>(&constraint);
        if (!own || !std::ranges::contains(own->columns, key, &schema::Name::text))
            continue;
        if (schema::PrimaryKey *primaryKey = ownKey())
            primaryKey->columns.removeIf([&](const schema::Name &name) { return name.text == key; });
        evaluator.state<LostKeys>().columns.emplace_back(m_table, key);
    }
    m_columns.erase(found);
    m_existing.removeAll(key);
    removeNamed(typeName);
    return {};
}

namespace {

/// Where Alembic asks a type for a name that it does not have.
bool isWithoutName(const sql::Type &type)
{
    return type.kind == sql::TypeKind::Interval || sql::isArray(type.kind);
}

bool isSameAffinity(const sql::Type &left, const sql::Type &right)
{
    const sql::Affinity affinity = sql::affinityOf(left.kind);
    if (affinity != sql::affinityOf(right.kind))
        return false;
    return affinity != sql::Affinity::Other
           || (left.kind == right.kind && left.pythonName == right.pythonName && left.text == right.text);
}

/// CAST(…) where the new type is another kind of thing.
Done castSource(Evaluator &evaluator, const sql::Type &type, CopiedColumn &column)
{
    if (isSameAffinity(column.column.type, type))
        return {};
    if (contextOf(evaluator).dialectName == dialect::DialectName::Sqlite && sql::isJson(type.kind)) {
        if (type.pythonName.isEmpty())
            return {};
        return evaluator.refuse("a change to the type " + type.pythonName.toStdString()
                                    + " in a table that is made anew",
                                "one of SQLAlchemy's own JSON types");
    }
    if (!column.source.isNull())
        column.source = sql::cast(column.source, type);
    return {};
}

/// A generated column stays one, whatever its default is set to.
Done setDefault(Evaluator &evaluator, const std::optional<schema::ServerDefault> &value,
                schema::Column &column)
{
    const bool isGenerated = column.serverDefault
                             && (std::holds_alternative<schema::Computed>(*column.serverDefault)
                                 || std::holds_alternative<schema::Identity>(*column.serverDefault));
    if (!value) {
        if (!isGenerated)
            column.serverDefault = std::nullopt;
        return {};
    }
    if (!std::holds_alternative<QString>(*value) && !std::holds_alternative<sql::Clause>(*value))
        return sqlalchemy::raiseSqlAlchemy(
            evaluator, "ArgumentError",
            "Argument 'arg' is expected to be a string or an expression, got a generated default");
    if (isGenerated)
        return evaluator.refuse("server_default= for a generated column in a table that is made anew",
                                "a column without Computed() or Identity()");
    column.serverDefault = value;
    return {};
}

} // namespace

Done TableCopy::alterColumn(Evaluator &evaluator, const operation::AlterColumn &change)
{
    CopiedColumn *own = find(change.column.text);
    if (!own)
        return raiseKeyError(evaluator, change.column.text);
    if (change.newName && change.newName->text != change.column.text) {
        own->column.name = *change.newName;
        if (change.existingType) {
            if (isWithoutName(*change.existingType) || !change.existingType->pythonName.isEmpty())
                return evaluator.refuse("new_column_name= with this existing_type= in a table that is made "
                                        "anew",
                                        "a type that Alembic can ask for its name");
            removeNamed(change.existingType->name);
        }
    }
    if (change.type) {
        const Done cast = castSource(evaluator, *change.type, *own);
        if (!cast)
            return cast;
        own->column.type = *change.type;
        own->column.type.createsType = false; // neither the type nor its CHECK comes with the column
        own->hasTypeCheck = false;
    }
    if (change.isNullable)
        own->column.isNullable = change.isNullable;
    if (change.serverDefault) {
        const Done set = setDefault(evaluator, *change.serverDefault, own->column);
        if (!set)
            return set;
    }
    if (change.autoincrement)
        own->column.autoincrement =
            *change.autoincrement ? schema::Autoincrement::Yes : schema::Autoincrement::No;
    if (change.comment)
        own->column.comment = *change.comment;
    return {};
}

Done TableCopy::addConstraint(Evaluator &evaluator, const schema::Constraint &constraint)
{
    const QString &name = nameOf(constraint);
    if (name.isEmpty() && !isOfType(constraint))
        return evaluator.raise("ValueError", "Constraint must have a name");
    if (std::holds_alternative<schema::PrimaryKey>(constraint))
        m_unnamed.removeIf([](const schema::Constraint &other) {
            return std::holds_alternative<schema::PrimaryKey>(other);
        });
    if (name.isEmpty()) {
        m_unnamed.append(constraint);
        return {};
    }
    const auto known =
        std::ranges::find_if(m_named, [&](const auto &other) { return nameOf(other) == name; });
    if (known == m_named.end())
        m_named.append(constraint);
    else
        *known = constraint;
    return {};
}

Done TableCopy::dropConstraint(Evaluator &evaluator, const operation::DropConstraint &change)
{
    const QString &name = change.name.text;
    if (name.isEmpty())
        return change.ofType ? Done() : evaluator.raise("ValueError", "Constraint must have a name");
    for (CopiedColumn &column : m_columns) {
        const auto isMeant = [&](const schema::ColumnCheck &check) { return check.name.text == name; };
        if (column.column.checks.removeIf(isMeant) > 0)
            return {};
    }
    const auto found =
        std::ranges::find_if(m_named, [&](const auto &other) { return nameOf(other) == name; });
    if (found == m_named.end())
        return change.ofType
                   ? Done()
                   : evaluator.raise("ValueError", "No such constraint: '" + name.toStdString() + "'");
    if (const auto *key = std::get_if<schema::PrimaryKey>(&*found)) {
        for (const schema::Name &part : key->columns) {
            CopiedColumn *column = find(part.text);
            if (!column)
                return raiseKeyError(evaluator, part.text);
            column->column.isPrimaryKey = false;
            column->column.isNullable = column->column.isNullable.value_or(false);
        }
    }
    m_named.erase(found);
    return {};
}

void TableCopy::removeNamed(const QString &name)
{
    if (!name.isEmpty())
        m_named.removeIf([&](const schema::Constraint &other) { return nameOf(other) == name; });
}

void TableCopy::addIndex(const schema::Index &index)
{
    const auto known = std::ranges::find(m_newIndexes, index.name.text,
                                         [](const schema::Index &other) { return other.name.text; });
    if (known == m_newIndexes.end())
        m_newIndexes.append(index);
    else
        *known = index;
}

Done TableCopy::dropIndex(Evaluator &evaluator, const QString &name)
{
    if (m_indexes.removeIf([&](const CopiedIndex &other) { return other.index.name.text == name; }) == 0)
        return evaluator.raise("ValueError", "No such index: '" + name.toStdString() + "'");
    return {};
}

} // namespace athanor::alembic

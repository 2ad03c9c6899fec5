// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/tablerebuild.h"

#include "core/alembic/arguments.h"
#include "core/alembic/tablecopy.h"
#include "core/evaluator/dictionary.h"
#include "core/sql/columnnames.h"
#include "core/stdlib/native.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::alembic {

using namespace python;

namespace {

schema::QualifiedName temporaryName(const schema::QualifiedName &table)
{
    return {.schema = table.schema, .name = {.text = QString(u"_alembic_tmp_"_s + table.name.text).left(50)}};
}

/// The new table while it is put together. What a script named a column by stays good for it in constraints
/// and indexes, also after the column was renamed.
class NewTable
{
public:
    NewTable(Evaluator &evaluator, const TableCopy &copy)
        : m_evaluator(evaluator)
        , m_copy(copy)
    {
        m_table.name = temporaryName(copy.before().name);
    }

    Done readKeywords(const BatchObject &batch);
    Done readArguments(const BatchObject &batch);
    Done addColumns();
    Done addConstraints();
    Outcome<QList<schema::Index>> indexes() const;
    schema::Table take();

private:
    Done readArgument(Value item);
    Done addOwn(const CopiedColumn &column);
    Done add(schema::Constraint constraint, bool isNew);
    void setPrimaryKey(schema::PrimaryKey key);
    bool hasColumns(const schema::Constraint &constraint) const;
    bool isRenamed(const QString &key) const;
    std::unexpected<Raised> refuseRenamed() const;
    schema::Name nameOf(const schema::Name &key) const;
    Done rename(schema::Index &index) const;

    Evaluator &m_evaluator;
    const TableCopy &m_copy;
    schema::Table m_table = {};
    std::optional<schema::PrimaryKey> m_key = {};
};

schema::Name NewTable::nameOf(const schema::Name &key) const
{
    const CopiedColumn *column = m_copy.column(key.text);
    return column ? column->column.name : key;
}

bool NewTable::isRenamed(const QString &key) const
{
    const CopiedColumn *column = m_copy.column(key);
    return column && column->column.name.text != key;
}

std::unexpected<Raised> NewTable::refuseRenamed() const
{
    return m_evaluator.refuse("an expression over a renamed column in a table that is made anew",
                              "text(), or the column's own name");
}

/// What the script asks of the new table, and the dialects' options of the old one.
Done NewTable::readKeywords(const BatchObject &batch)
{
    std::vector<NamedValue> keywords;
    if (const auto *given = batch.tableKeywords.as<DictionaryObject>()) {
        for (std::size_t at = 0; const auto *entry = given->table.next(at);) {
            const auto *name = entry->key.as<StringObject>();
            if (!name)
                return m_evaluator.raise("TypeError", "keywords must be strings");
            keywords.push_back({name->utf8, entry->value});
        }
    }
    const auto made = sqlalchemy::newTable(m_evaluator, {.name = m_table.name, .keywords = keywords});
    if (!made)
        return std::unexpected(made.error());
    auto value = sqlalchemy::tableFrom(m_evaluator, *made);
    if (!value)
        return std::unexpected(value.error());
    m_table.comment = value->comment;
    m_table.prefixes = value->prefixes;
    m_table.options = value->options;
    for (const auto &option : std::as_const(m_copy.before().options)) {
        if (!schema::option(m_table.options, option.first))
            m_table.options.append(option);
    }
    return {};
}

/// They are older than what the columns bring, and stand before it.
Done NewTable::readArguments(const BatchObject &batch)
{
    if (batch.tableArguments.isNone())
        return {};
    const QList<schema::Constraint> ofColumns = std::exchange(m_table.constraints, {});
    const Done read =
        m_evaluator.iterate(batch.tableArguments, [this](Value item) { return readArgument(item); });
    m_table.constraints += ofColumns;
    return read;
}

Done NewTable::readArgument(Value item)
{
    if (auto *index = item.as<sqlalchemy::IndexObject>()) {
        auto value = sqlalchemy::valueOf(m_evaluator, *index);
        if (!value)
            return std::unexpected(value.error());
        value->table = m_table.name;
        const auto named = schema::applyConvention(schema::defaultConvention(), *value);
        if (!named)
            return raised(m_evaluator, named.error());
        m_table.indexes.append(*std::move(value));
        return rename(m_table.indexes.last());
    }
    const auto constraint = sqlalchemy::constraintFrom(m_evaluator, item);
    if (!constraint)
        return std::unexpected(constraint.error());
    if (!hasColumns(*constraint))
        return sqlalchemy::raiseSqlAlchemy(m_evaluator, "ConstraintColumnNotFoundError",
                                           "table_args names a column that the new table does not have");
    return add(*constraint, true);
}

Done NewTable::addColumns()
{
    for (const CopiedColumn &column : m_copy.columns()) {
        m_table.columns.append(column.column);
        m_table.columns.last().isIndexed = std::nullopt;
        m_table.columns.last().isUnique = false;
        const Done own = addOwn(column);
        if (!own)
            return own;
    }
    return {};
}

/// The index or UNIQUE that a new column brings by its flags, and the CHECK of a column's type. Indexes are
/// named after the table's temporary name.
Done NewTable::addOwn(const CopiedColumn &column)
{
    const schema::Column &own = column.column;
    if (column.source.isNull() && own.isIndexed.value_or(false)) {
        schema::Index index{.table = m_table.name, .elements = {own.name}, .isUnique = own.isUnique};
        const auto named = schema::applyConvention(schema::defaultConvention(), index);
        if (!named)
            return raised(m_evaluator, named.error());
        m_table.indexes.append(index);
    } else if (column.source.isNull() && own.isUnique) {
        schema::UniqueConstraint unique;
        unique.columns = {own.name};
        m_table.constraints.append(unique);
    }
    if (!column.hasTypeCheck)
        return {};
    const auto checks = sqlalchemy::typeConstraints(m_evaluator, m_table.name, own.name, own.type,
                                                    schema::defaultConvention());
    if (!checks)
        return std::unexpected(checks.error());
    m_table.constraints += *checks;
    return {};
}

bool NewTable::hasColumns(const schema::Constraint &constraint) const
{
    const auto has = [this](const schema::Name &name) { return m_copy.column(name.text) != nullptr; };
    if (const auto *key = std::get_if<schema::PrimaryKey>(&constraint))
        return std::ranges::all_of(key->columns, has);
    if (const auto *unique = std::get_if<schema::UniqueConstraint>(&constraint))
        return std::ranges::all_of(unique->columns, has);
    if (const auto *foreignKey = std::get_if<schema::ForeignKeyConstraint>(&constraint))
        return std::ranges::all_of(foreignKey->columns, has);
    if (const auto *check = std::get_if<schema::CheckConstraint>(&constraint))
        return std::ranges::all_of(sql::columnNames(check->condition),
                                   [this](const QString &name) { return m_copy.column(name) != nullptr; });
    return true;
}

Done NewTable::add(schema::Constraint constraint, bool isNew)
{
    const auto rename = [this](QList<schema::Name> &columns) {
        for (schema::Name &column : columns)
            column = nameOf(column);
    };
    if (auto *key = std::get_if<schema::PrimaryKey>(&constraint)) {
        rename(key->columns);
        setPrimaryKey(*key);
        return {};
    }
    if (auto *unique = std::get_if<schema::UniqueConstraint>(&constraint)) {
        rename(unique->columns);
    } else if (auto *foreignKey = std::get_if<schema::ForeignKeyConstraint>(&constraint)) {
        rename(foreignKey->columns);
    } else if (const auto *check = std::get_if<schema::CheckConstraint>(&constraint)) {
        // One that the batch itself makes stays as it is written.
        const QStringList names = sql::columnNames(check->condition);
        if (!isNew && std::ranges::any_of(names, [this](const QString &name) { return isRenamed(name); }))
            return refuseRenamed();
    } else {
        return m_evaluator.refuse("an EXCLUDE constraint in a table that is made anew",
                                  "a constraint of another kind");
    }
    m_table.constraints.append(std::move(constraint));
    return {};
}

/// The last one counts; one without columns takes those with primary_key=True.
void NewTable::setPrimaryKey(schema::PrimaryKey key)
{
    key.isImplicit = false;
    for (schema::Column &column : m_table.columns) {
        const bool isNamed = std::ranges::contains(key.columns, column.name.text, &schema::Name::text);
        if (isNamed) {
            column.isPrimaryKey = true;
            const auto copied = std::ranges::find(m_copy.columns(), column.name.text,
                                                  [](const CopiedColumn &c) { return c.column.name.text; });
            if (!copied->hasOwnNullability)
                column.isNullable = false;
        }
    }
    if (key.columns.isEmpty()) {
        for (const schema::Column &column : std::as_const(m_table.columns)) {
            if (column.isPrimaryKey)
                key.columns.append(column.name);
        }
    }
    m_key = std::move(key);
}

Done NewTable::addConstraints()
{
    const QList<schema::Constraint> &old = m_copy.before().constraints;
    for (const QList<schema::Constraint> *list : {&m_copy.named(), &m_copy.unnamed()}) {
        for (const schema::Constraint &constraint : *list) {
            if (!hasColumns(constraint))
                continue;
            const Done added = add(constraint, !old.contains(constraint));
            if (!added)
                return added;
        }
    }
    return {};
}

schema::Table NewTable::take()
{
    if (m_key && !m_key->columns.isEmpty())
        m_table.constraints.prepend(*m_key);
    return std::move(m_table);
}

Done NewTable::rename(schema::Index &index) const
{
    for (schema::IndexElement &element : index.elements) {
        if (auto *name = std::get_if<schema::Name>(&element)) {
            *name = nameOf(*name);
            continue;
        }
        const QStringList names = sql::columnNames(std::get<sql::Clause>(element));
        if (std::ranges::any_of(names, [this](const QString &name) { return isRenamed(name); }))
            return refuseRenamed();
    }
    return {};
}

/// Those that are made when the table has its own name again.
Outcome<QList<schema::Index>> NewTable::indexes() const
{
    QList<schema::Index> result;
    for (const CopiedIndex &copied : m_copy.indexes()) {
        if (copied.isOfFlag)
            continue;
        result.append(copied.index);
        const Done renamed = rename(result.last());
        if (!renamed)
            return std::unexpected(renamed.error());
    }
    for (schema::Index index : m_copy.newIndexes()) {
        for (const schema::IndexElement &element : std::as_const(index.elements)) {
            const auto *name = std::get_if<schema::Name>(&element);
            const auto *text = name ? nullptr : sql::as<sql::Text>(std::get<sql::Clause>(element));
            if (!name && !text)
                return m_evaluator.refuse("an index of an expression in a table that is made anew",
                                          "an index of columns");
            const QString key = name ? name->text : text->text;
            if (!m_copy.column(key))
                return m_evaluator.raiseWith("KeyError", {string(m_evaluator, key.toStdString())});
        }
        index.table = m_copy.before().name;
        const Done renamed = rename(index);
        if (!renamed)
            return std::unexpected(renamed.error());
        result.append(std::move(index));
    }
    return result;
}

Outcome<QList<QStringList>> readReordering(Evaluator &evaluator, Value given)
{
    QList<QStringList> result;
    if (given.isNone())
        return result;
    const Done read = evaluator.iterate(given, [&](Value part) -> Done {
        QStringList names;
        const Done inner = evaluator.iterate(part, [&](Value item) -> Done {
            const auto name = textOf(evaluator, item, "partial_reordering=");
            if (!name)
                return std::unexpected(name.error());
            names.append(*name);
            return {};
        });
        result.append(names);
        return inner;
    });
    if (!read)
        return std::unexpected(read.error());
    return result;
}

/// PostgreSQL has constraints by name beside the tables: the old ones go first.
QList<operation::Change> droppedFirst(const ScriptContext &context, const TableCopy &copy)
{
    QList<operation::Change> result;
    if (context.dialectName != dialect::DialectName::PostgreSql)
        return result;
    const auto nameOf = [](const schema::Constraint &constraint) {
        return std::visit([](const schema::ConstraintCommon &common) { return common.name; }, constraint);
    };
    for (const schema::Constraint &constraint : copy.before().constraints) {
        const schema::Name name = nameOf(constraint);
        const bool isKept = !name.isEmpty() && std::ranges::any_of(copy.named(), [&](const auto &other) {
            return nameOf(other).text == name.text;
        });
        if (isKept)
            result.append(operation::DropConstraint{.table = copy.before().name, .name = name});
    }
    return result;
}

} // namespace

Outcome<QList<operation::Change>> rebuildOf(Evaluator &evaluator, const BatchObject &batch)
{
    auto *table = batch.copyFrom.as<sqlalchemy::TableObject>();
    if (const auto *opaque = batch.copyFrom.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "copy_from=");
    if (!table)
        return evaluator.refuse("copy_from=", "a Table");
    auto reordering = readReordering(evaluator, batch.partialReordering);
    if (!reordering)
        return std::unexpected(reordering.error());
    auto copy = TableCopy::of(evaluator, *table, *std::move(reordering));
    if (!copy)
        return std::unexpected(copy.error());
    for (const QueuedOperation &queued : batch.queue) {
        const Done applied = copy->apply(evaluator, queued);
        if (!applied)
            return std::unexpected(applied.error());
    }
    Done done = copy->order(evaluator);
    NewTable made(evaluator, *copy);
    if (done)
        done = made.readKeywords(batch);
    if (done)
        done = made.addColumns();
    if (done)
        done = made.readArguments(batch);
    if (done)
        done = made.addConstraints();
    if (!done)
        return std::unexpected(done.error());
    auto indexes = made.indexes();
    if (!indexes)
        return std::unexpected(indexes.error());
    QList<operation::Change> result = droppedFirst(contextOf(evaluator), *copy);
    operation::RebuildTable change{
        .before = copy->before(), .after = made.take(), .indexes = *std::move(indexes)};
    for (const CopiedColumn &column : copy->columns()) {
        if (!column.source.isNull())
            change.sources.append({column.column.name, column.source});
    }
    result.append(std::move(change));
    return result;
}

} // namespace athanor::alembic

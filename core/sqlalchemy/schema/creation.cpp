// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/schema/creation.h"

#include "core/dialect/dialect.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using namespace python;

namespace {

/// Where the statements go, and what the dialect can do.
struct Sink
{
    Evaluator &evaluator;
    Target *target = nullptr;
    dialect::DialectName name = dialect::DialectName::PostgreSql;

    Done record(operation::Change change) const { return target->record(evaluator, std::move(change)); }
    const dialect::Capabilities &capabilities() const { return dialect::dialectOf(name).capabilities; }
};

Outcome<Sink> sinkOf(Evaluator &evaluator, std::string_view method)
{
    Target *target = evaluator.state<TargetSlot>().target;
    const auto name = target ? dialect::dialectName(target->dialect()) : std::nullopt;
    if (!name)
        return evaluator.refuse(method, "a dialect, and a place for its statements");
    return Sink{.evaluator = evaluator, .target = target, .name = *name};
}

/// The enum or domain that PostgreSQL creates for a column.
const sql::Type *namedType(const sql::Type &type)
{
    const sql::Type &own = sql::resolved(type, "postgresql"_L1);
    if ((own.kind == sql::TypeKind::Array || own.kind == sql::TypeKind::PgArray) && own.item)
        return namedType(*own.item);
    if (own.kind == sql::TypeKind::PgEnum || own.kind == sql::TypeKind::PgDomain)
        return &own;
    return own.kind == sql::TypeKind::Enum && own.isNative ? &own : nullptr;
}

QList<sql::Type> namedTypes(const Sink &sink, const schema::Table &table)
{
    QList<sql::Type> types;
    if (sink.name != dialect::DialectName::PostgreSql)
        return types;
    for (const schema::Column &column : table.columns) {
        const sql::Type *type = namedType(column.type);
        if (!type || !type->createsType)
            continue;
        const bool isThere = std::ranges::any_of(types, [type](const sql::Type &other) {
            return other.name == type->name && other.schema == type->schema;
        });
        if (!isThere)
            types.append(*type);
    }
    return types;
}

template<typename Change>
Done recordTypes(const Sink &sink, const QList<sql::Type> &types)
{
    for (const sql::Type &type : types) {
        if (const Done done = sink.record(Change{.type = type}); !done)
            return done;
    }
    return {};
}

template<typename Change>
Done recordSequences(const Sink &sink, const schema::Table &table)
{
    for (const schema::Column &column : table.columns) {
        if (!column.defaultSequence || !sink.capabilities().hasSequences)
            continue;
        // PostgreSQL does without an optional one.
        if (column.defaultSequence->isOptional && sink.name == dialect::DialectName::PostgreSql)
            continue;
        if (const Done done = sink.record(Change{.sequence = *column.defaultSequence}); !done)
            return done;
    }
    return {};
}

Done createOne(const Sink &sink, const schema::Table &table)
{
    if (const Done done = recordSequences<operation::CreateSequence>(sink, table); !done)
        return done;
    return sink.record(operation::CreateTable{.table = table, .parts = operation::TableParts::WithoutTypes});
}

Done dropOne(const Sink &sink, const schema::Table &table)
{
    if (const Done done = sink.record(operation::DropTable{.table = table.name}); !done)
        return done;
    return recordSequences<operation::DropSequence>(sink, table);
}

Outcome<std::vector<TableObject *>> chosen(Evaluator &evaluator, const MetaDataObject &metadata, Value only)
{
    std::vector<TableObject *> tables;
    if (only.isNone()) {
        for (const auto &[key, table] : metadata.tables)
            tables.push_back(table);
        return tables;
    }
    const Outcome<std::vector<Value>> items = evaluator.items(only);
    if (!items)
        return std::unexpected(items.error());
    for (const Value item : *items) {
        auto *table = item.as<TableObject>();
        if (!table)
            return evaluator.refuse("create_all(tables=)", "Table objects");
        tables.push_back(table);
    }
    return tables;
}

Outcome<QList<schema::Table>> values(Evaluator &evaluator, const std::vector<TableObject *> &tables)
{
    QList<schema::Table> result;
    for (TableObject *table : tables) {
        Outcome<schema::Table> value = table->definition(evaluator);
        if (!value)
            return std::unexpected(value.error());
        result.append(*std::move(value));
    }
    return result;
}

/// The types of all tables, each once.
QList<sql::Type> namedTypes(const Sink &sink, const QList<schema::Table> &tables)
{
    schema::Table all;
    for (const schema::Table &table : tables)
        all.columns += table.columns;
    return namedTypes(sink, all);
}

} // namespace

Done recordCreate(Evaluator &evaluator, TableObject &table, TypeCreation types)
{
    const Outcome<Sink> sink = sinkOf(evaluator, "Table.create()");
    if (!sink)
        return std::unexpected(sink.error());
    const Outcome<schema::Table> value = table.definition(evaluator);
    if (!value)
        return std::unexpected(value.error());
    if (types == TypeCreation::WithTable) {
        if (const Done done = recordTypes<operation::CreateType>(*sink, namedTypes(*sink, *value)); !done)
            return done;
    }
    return createOne(*sink, *value);
}

Done recordDrop(Evaluator &evaluator, TableObject &table, TypeCreation types)
{
    const Outcome<Sink> sink = sinkOf(evaluator, "Table.drop()");
    if (!sink)
        return std::unexpected(sink.error());
    const Outcome<schema::Table> value = table.definition(evaluator);
    if (!value)
        return std::unexpected(value.error());
    if (const Done done = dropOne(*sink, *value); !done)
        return done;
    return types == TypeCreation::WithTable
               ? recordTypes<operation::DropType>(*sink, namedTypes(*sink, *value))
               : Done();
}

Outcome<std::vector<TableObject *>> sortedTables(Evaluator &evaluator, std::vector<TableObject *> tables)
{
    std::vector<TableObject *> sorted;
    std::vector<std::pair<TableObject *, QSet<QString>>> waiting;
    for (TableObject *table : tables) {
        QSet<QString> needed;
        for (const ConstraintObject *constraint : table->constraints) {
            const auto *key = std::get_if<schema::ForeignKeyConstraint>(&constraint->value);
            if (!key || key->usesAlter)
                continue;
            const Outcome<schema::Constraint> value = valueOf(evaluator, *constraint);
            if (!value)
                return std::unexpected(value.error());
            const QString end = tableKey(std::get<schema::ForeignKeyConstraint>(*value).referredTable);
            const auto isEnd = [&end](const TableObject *other) { return tableKey(other->name) == end; };
            if (end != tableKey(table->name) && std::ranges::any_of(tables, isEnd))
                needed.insert(end);
        }
        waiting.emplace_back(table, std::move(needed));
    }
    while (!waiting.empty()) {
        QSet<QString> done;
        for (auto &[table, needed] : waiting) {
            if (needed.isEmpty()) {
                sorted.push_back(table);
                done.insert(tableKey(table->name));
            }
        }
        if (done.isEmpty()) {
            return evaluator.refuse("tables whose foreign keys form a circle ('"
                                        + waiting.front().first->name.name.text.toStdString() + "')",
                                    "use_alter=True in one of them");
        }
        std::erase_if(waiting, [](const auto &entry) { return entry.second.isEmpty(); });
        for (auto &[table, needed] : waiting)
            needed.subtract(done);
    }
    return sorted;
}

Done recordCreateAll(Evaluator &evaluator, MetaDataObject &metadata, Value only)
{
    const Outcome<Sink> sink = sinkOf(evaluator, "MetaData.create_all()");
    if (!sink)
        return std::unexpected(sink.error());
    Outcome<std::vector<TableObject *>> tables = chosen(evaluator, metadata, only);
    if (tables)
        tables = sortedTables(evaluator, *tables);
    if (!tables)
        return std::unexpected(tables.error());
    const Outcome<QList<schema::Table>> list = values(evaluator, *tables);
    if (!list)
        return std::unexpected(list.error());
    if (const Done done = recordTypes<operation::CreateType>(*sink, namedTypes(*sink, *list)); !done)
        return done;
    if (sink->capabilities().hasSequences) {
        for (const GeneratorObject *sequence : metadata.sequences) {
            if (const Done done = sink->record(operation::CreateSequence{.sequence = sequence->sequence});
                !done)
                return done;
        }
    }
    for (const schema::Table &table : *list) {
        if (const Done done = createOne(*sink, table); !done)
            return done;
    }
    for (const schema::Table &table : *list) {
        for (const schema::Constraint &constraint : table.constraints) {
            const auto *key = std::get_if<schema::ForeignKeyConstraint>(&constraint);
            if (!key || !key->usesAlter || !sink->capabilities().canAlterConstraints)
                continue;
            if (const Done done =
                    sink->record(operation::AddConstraint{.table = table.name, .constraint = *key});
                !done)
                return done;
        }
    }
    return {};
}

Done recordDropAll(Evaluator &evaluator, MetaDataObject &metadata, Value only)
{
    const Outcome<Sink> sink = sinkOf(evaluator, "MetaData.drop_all()");
    if (!sink)
        return std::unexpected(sink.error());
    Outcome<std::vector<TableObject *>> tables = chosen(evaluator, metadata, only);
    if (tables)
        tables = sortedTables(evaluator, *tables);
    if (!tables)
        return std::unexpected(tables.error());
    std::ranges::reverse(*tables);
    const Outcome<QList<schema::Table>> list = values(evaluator, *tables);
    if (!list)
        return std::unexpected(list.error());
    for (const schema::Table &table : *list) {
        if (const Done done = dropOne(*sink, table); !done)
            return done;
    }
    return recordTypes<operation::DropType>(*sink, namedTypes(*sink, *list));
}

} // namespace athanor::sqlalchemy

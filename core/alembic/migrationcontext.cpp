// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/migrationcontext.h"

#include "core/alembic/arguments.h"
#include "core/alembic/configobject.h"
#include "core/alembic/connection.h"
#include "core/alembic/directives.h"
#include "core/evaluator/dictionary.h"
#include "core/stdlib/native.h"

namespace athanor::alembic {

using namespace python;

namespace {

struct MigrationObjects
{
    Value context;
    Value impl;
    Value options;
};

// Context managers.

Evaluated enterNothing(Evaluator &, Instance &, const Arguments &)
{
    return Value();
}

Evaluated exitNothing(Evaluator &, Instance &, const Arguments &)
{
    return Value(false);
}

constexpr NativeMember nullContextMembers[] = {
    {"__enter__", MemberKind::Method, method<enterNothing>},
    {"__exit__", MemberKind::Method, method<exitNothing>},
};
const NativeClass nullContextClass{"nullcontext", "contextlib", {}, nullContextMembers};

Evaluated enterAutocommit(Evaluator &evaluator, Instance &, const Arguments &)
{
    const Done done = contextOf(evaluator).record(evaluator, operation::BeginAutocommit());
    if (!done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated exitAutocommit(Evaluator &evaluator, Instance &, const Arguments &)
{
    const Done done = contextOf(evaluator).record(evaluator, operation::EndAutocommit());
    if (!done)
        return std::unexpected(done.error());
    return Value(false);
}

constexpr NativeMember autocommitMembers[] = {
    {"__enter__", MemberKind::Method, method<enterAutocommit>},
    {"__exit__", MemberKind::Method, method<exitAutocommit>},
};
const NativeClass autocommitClass{"autocommit_block", "alembic.runtime.migration", {}, autocommitMembers};

// The context itself.

Evaluated autocommitBlock(Evaluator &evaluator, Instance &, const Arguments &)
{
    return evaluator.instance<Instance>(autocommitClass);
}

Evaluated beginTransaction(Evaluator &evaluator, Instance &, const Arguments &)
{
    return nullContextValue(evaluator);
}

Evaluated contextExecute(Evaluator &evaluator, Instance &, const Arguments &arguments)
{
    static const Signature signature("execute", "sql, execution_options=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const Done done = executeStatement(evaluator, given->value(0));
    if (!done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated contextDialect(Evaluator &evaluator, Instance &, const Arguments &)
{
    return sqlalchemy::dialectValue(evaluator);
}

Evaluated contextConnection(Evaluator &evaluator, Instance &, const Arguments &)
{
    return connectionValue(evaluator);
}

Evaluated contextImpl(Evaluator &evaluator, Instance &, const Arguments &)
{
    return implValue(evaluator);
}

Evaluated contextConfig(Evaluator &evaluator, Instance &, const Arguments &)
{
    return configValue(evaluator);
}

Evaluated alwaysTrue(Evaluator &, Instance &, const Arguments &)
{
    return Value(true);
}

Evaluated currentHeads(Evaluator &evaluator, Instance &, const Arguments &)
{
    std::vector<Value> heads;
    for (const QString &id : contextOf(evaluator).startingRevisions)
        heads.push_back(string(evaluator, id.toStdString()));
    return evaluator.heap().tuple(std::move(heads));
}

Evaluated currentRevision(Evaluator &evaluator, Instance &, const Arguments &)
{
    const QStringList &heads = contextOf(evaluator).startingRevisions;
    return heads.isEmpty() ? Value() : string(evaluator, heads.first().toStdString());
}

Evaluated options(Evaluator &evaluator, Instance &, const Arguments &)
{
    Value &slot = evaluator.state<MigrationObjects>().options;
    if (!slot.isNone())
        return slot;
    const Settings &settings = contextOf(evaluator).settings;
    auto *made = evaluator.heap().make<DictionaryObject>();
    made->table.set(evaluator.heap(), "as_sql", Value(true));
    made->table.set(evaluator.heap(), "literal_binds", Value(settings.hasLiteralBinds));
    made->table.set(evaluator.heap(), "render_as_batch", Value(settings.rendersAsBatch));
    made->table.set(evaluator.heap(), "include_schemas", Value(settings.includesSchemas));
    made->table.set(evaluator.heap(), "version_table",
                    string(evaluator, settings.versionTable.toStdString()));
    if (!settings.versionTableSchema.isEmpty())
        made->table.set(evaluator.heap(), "version_table_schema",
                        string(evaluator, settings.versionTableSchema.toStdString()));
    slot = made;
    return slot;
}

Evaluated script(Evaluator &evaluator, Instance &, const Arguments &)
{
    return evaluator.opaque("context.script", "the other revisions are not read for a script");
}

Evaluated versionTable(Evaluator &evaluator, Instance &, const Arguments &)
{
    return string(evaluator, contextOf(evaluator).settings.versionTable.toStdString());
}

Evaluated versionTableSchema(Evaluator &evaluator, Instance &, const Arguments &)
{
    const QString &schema = contextOf(evaluator).settings.versionTableSchema;
    return schema.isEmpty() ? Value() : string(evaluator, schema.toStdString());
}

constexpr NativeMember contextMembers[] = {
    {"autocommit_block", MemberKind::Method, method<autocommitBlock>},
    {"begin_transaction", MemberKind::Method, method<beginTransaction>},
    {"execute", MemberKind::Method, method<contextExecute>},
    {"get_current_revision", MemberKind::Method, method<currentRevision>},
    {"get_current_heads", MemberKind::Method, method<currentHeads>},
    {"dialect", MemberKind::Getter, method<contextDialect>},
    {"bind", MemberKind::Getter, method<contextConnection>},
    {"connection", MemberKind::Getter, method<contextConnection>},
    {"impl", MemberKind::Getter, method<contextImpl>},
    {"config", MemberKind::Getter, method<contextConfig>},
    {"as_sql", MemberKind::Getter, method<alwaysTrue>},
    {"opts", MemberKind::Getter, method<options>},
    {"script", MemberKind::Getter, method<script>},
    {"version_table", MemberKind::Getter, method<versionTable>},
    {"version_table_schema", MemberKind::Getter, method<versionTableSchema>},
};

// The implementation of the dialect.

Evaluated hasTransactionalDdl(Evaluator &evaluator, Instance &, const Arguments &)
{
    const ScriptContext &context = contextOf(evaluator);
    const bool byDialect = dialect::dialectOf(context.dialectName).capabilities.hasTransactionalDdl;
    return Value(context.settings.hasTransactionalDdl.value_or(byDialect));
}

Evaluated implCreateTable(Evaluator &evaluator, Instance &, const Arguments &arguments)
{
    static const Signature signature("create_table", "table");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto table = sqlalchemy::tableFrom(evaluator, given->value(0));
    if (!table)
        return std::unexpected(table.error());
    const Done done = contextOf(evaluator).record(evaluator, operation::CreateTable{*std::move(table)});
    return done ? Evaluated(Value()) : std::unexpected(done.error());
}

Evaluated implDropTable(Evaluator &evaluator, Instance &, const Arguments &arguments)
{
    static const Signature signature("drop_table", "table");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const auto table = sqlalchemy::tableFrom(evaluator, given->value(0));
    if (!table)
        return std::unexpected(table.error());
    const Done done = contextOf(evaluator).record(evaluator, operation::DropTable{.table = table->name});
    return done ? Evaluated(Value()) : std::unexpected(done.error());
}

constexpr NativeMember implMembers[] = {
    {"create_table", MemberKind::Method, method<implCreateTable>},
    {"drop_table", MemberKind::Method, method<implDropTable>},
    {"execute", MemberKind::Method, method<contextExecute>},
    {"_exec", MemberKind::Method, method<contextExecute>},
    {"dialect", MemberKind::Getter, method<contextDialect>},
    {"bind", MemberKind::Getter, method<contextConnection>},
    {"connection", MemberKind::Getter, method<contextConnection>},
    {"as_sql", MemberKind::Getter, method<alwaysTrue>},
    {"transactional_ddl", MemberKind::Getter, method<hasTransactionalDdl>},
};
const NativeClass implClass{"DefaultImpl", "alembic.ddl.impl", {}, implMembers};

} // namespace

const NativeClass migrationContextClass{"MigrationContext", "alembic.runtime.migration", {}, contextMembers};

Value migrationContextValue(Evaluator &evaluator)
{
    Value &slot = evaluator.state<MigrationObjects>().context;
    if (slot.isNone())
        slot = evaluator.instance<Instance>(migrationContextClass);
    return slot;
}

Value implValue(Evaluator &evaluator)
{
    Value &slot = evaluator.state<MigrationObjects>().impl;
    if (slot.isNone())
        slot = evaluator.instance<Instance>(implClass);
    return slot;
}

Value nullContextValue(Evaluator &evaluator)
{
    return evaluator.instance<Instance>(nullContextClass);
}

} // namespace athanor::alembic

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/arguments.h"
#include "core/alembic/configobject.h"
#include "core/alembic/connection.h"
#include "core/alembic/directives.h"
#include "core/alembic/exceptions.h"
#include "core/alembic/migrationcontext.h"
#include "core/alembic/operations.h"
#include "core/alembic/opmodule.h"
#include "core/stdlib/native.h"

namespace athanor::alembic {

using namespace python;

namespace {

Evaluated alwaysTrue(Evaluator &, const Arguments &)
{
    return Value(true);
}

Evaluated alwaysFalse(Evaluator &, const Arguments &)
{
    return Value(false);
}

Evaluated tagArgument(Evaluator &evaluator, const Arguments &)
{
    const ScriptContext &context = contextOf(evaluator);
    const std::optional<QString> &tag = context.config.tag ? context.config.tag : context.settings.tag;
    return tag ? string(evaluator, tag->toStdString()) : Value();
}

Evaluated revisionArgument(Evaluator &evaluator, const Arguments &)
{
    return string(evaluator, contextOf(evaluator).destination.toStdString());
}

Evaluated startingRevisionArgument(Evaluator &evaluator, const Arguments &)
{
    const QStringList &starting = contextOf(evaluator).startingRevisions;
    return starting.isEmpty() ? Value() : string(evaluator, starting.first().toStdString());
}

Evaluated beginTransaction(Evaluator &evaluator, const Arguments &)
{
    return nullContextValue(evaluator);
}

Evaluated isTransactionalDdl(Evaluator &evaluator, const Arguments &)
{
    const ScriptContext &context = contextOf(evaluator);
    const bool byDialect = dialect::dialectOf(context.dialectName).capabilities.hasTransactionalDdl;
    return Value(context.settings.hasTransactionalDdl.value_or(byDialect));
}

Evaluated executeInContext(Evaluator &evaluator, const Arguments &arguments)
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

Evaluated configure(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("configure", "connection=, url=, dialect_name=, dialect_opts=, **kw");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    EnvironmentCalls *environment = contextOf(evaluator).environment;
    if (!environment)
        return evaluator.refuse("context.configure() in a revision", "nothing: it belongs into env.py");
    std::vector<NamedValue> keywords = given->variadicKeywords;
    static constexpr std::string_view names[] = {"connection", "url", "dialect_name", "dialect_opts"};
    for (std::size_t i = 0; i < std::size(names); ++i) {
        if ((*given)[i])
            keywords.push_back({names[i], *(*given)[i]});
    }
    const Done done = environment->configure(evaluator, keywords);
    if (!done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated runMigrations(Evaluator &evaluator, const Arguments &arguments)
{
    EnvironmentCalls *environment = contextOf(evaluator).environment;
    if (!environment)
        return evaluator.refuse("context.run_migrations() in a revision", "nothing: it belongs into env.py");
    const Done done = environment->runMigrations(evaluator, arguments.keywords);
    if (!done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated staticOutput(Evaluator &evaluator, const Arguments &)
{
    return evaluator.refuse("context.static_output()", "text that is no statement among the statements");
}

Evaluated headRevision(Evaluator &evaluator, const Arguments &)
{
    return Value(
        evaluator.opaque("context.get_head_revision()", "the other revisions are not read for a script"));
}

Evaluated getImpl(Evaluator &evaluator, const Arguments &)
{
    return implValue(evaluator);
}

Evaluated makeConfig(Evaluator &evaluator)
{
    return configValue(evaluator);
}

Evaluated makeScript(Evaluator &evaluator)
{
    return Value(evaluator.opaque("context.script", "the other revisions are not read for a script"));
}

constexpr NativeName names[] = {
    {.name = "config", .make = makeConfig},
    {.name = "script", .make = makeScript},
    {.name = "configure", .call = configure},
    {.name = "run_migrations", .call = runMigrations},
    {.name = "begin_transaction", .call = beginTransaction},
    {.name = "is_offline_mode", .call = alwaysTrue},
    {.name = "is_transactional_ddl", .call = isTransactionalDdl},
    {.name = "requires_connection", .call = alwaysFalse},
    {.name = "get_x_argument", .call = xArguments},
    {.name = "get_tag_argument", .call = tagArgument},
    {.name = "get_revision_argument", .call = revisionArgument},
    {.name = "get_starting_revision_argument", .call = startingRevisionArgument},
    {.name = "get_head_revision", .call = headRevision},
    {.name = "get_head_revisions", .call = headRevision},
    {.name = "get_context", .call = getContext},
    {.name = "get_bind", .call = getBind},
    {.name = "get_impl", .call = getImpl},
    {.name = "execute", .call = executeInContext},
    {.name = "static_output", .call = staticOutput},
};

} // namespace

std::span<const NativeName> contextNames()
{
    return names;
}

} // namespace athanor::alembic

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/batch.h"

#include "core/alembic/arguments.h"
#include "core/alembic/directives.h"
#include "core/alembic/exceptions.h"
#include "core/alembic/operations.h"
#include "core/alembic/tablerebuild.h"
#include "core/stdlib/native.h"

namespace athanor::alembic {

using namespace python;

Done BatchObject::add(Evaluator &, operation::Operation operation)
{
    queue.append({.operation = std::move(operation)});
    return {};
}

namespace {

/// Directs what is made to a batch's queue for as long as one of its directives runs.
class QueueGuard
{
public:
    QueueGuard(ScriptContext &context, Sink &queue)
        : m_context(context)
        , m_before(std::exchange(context.sink, &queue))
    {
    }
    ~QueueGuard() { m_context.sink = m_before; }
    Q_DISABLE_COPY_MOVE(QueueGuard)

private:
    ScriptContext &m_context;
    Sink *m_before;
};

/// How a directive of op takes the table that a batch leaves out.
struct TableParameter
{
    std::size_t position = 0;
    std::string_view table = "table_name";
    std::string_view schema = "schema";
};
constexpr TableParameter firstTable{};
constexpr TableParameter secondTable{1};
constexpr TableParameter sourceTable{1, "source_table", "source_schema"};

Evaluated callDirective(Evaluator &evaluator, BatchObject &batch, const Arguments &arguments,
                        const TableParameter &parameter, Directive directive)
{
    std::vector<Value> positional(arguments.positional.begin(), arguments.positional.end());
    std::vector<NamedValue> keywords = without(arguments.keywords, {"insert_before", "insert_after"});
    if (positional.size() >= parameter.position)
        positional.insert(positional.begin() + std::ptrdiff_t(parameter.position), batch.table);
    else
        keywords.push_back({parameter.table, batch.table});
    if (!batch.schema.isNone())
        keywords.push_back({parameter.schema, batch.schema});
    const QueueGuard guard(contextOf(evaluator), batch);
    return directive(evaluator, {positional, keywords});
}

template<Directive directive, const TableParameter &parameter>
Evaluated batched(Evaluator &evaluator, BatchObject &batch, const Arguments &arguments)
{
    return callDirective(evaluator, batch, arguments, parameter, directive);
}

template<Directive directive>
Evaluated unbatched(Evaluator &evaluator, BatchObject &, const Arguments &arguments)
{
    return directive(evaluator, arguments);
}

/// The text of a keyword that only a rebuild of the table looks at.
Outcome<QString> columnOf(Evaluator &evaluator, const Arguments &arguments, std::string_view name)
{
    return textOf(evaluator, keyword(arguments.keywords, name), "the name of a column");
}

Evaluated batchAddColumn(Evaluator &evaluator, BatchObject &batch, const Arguments &arguments)
{
    const auto before = columnOf(evaluator, arguments, "insert_before");
    if (!before)
        return std::unexpected(before.error());
    const auto after = columnOf(evaluator, arguments, "insert_after");
    if (!after)
        return std::unexpected(after.error());
    const bool isPlaced = !before->isEmpty() || !after->isEmpty();
    const dialect::Dialect &target = dialect::dialectOf(contextOf(evaluator).dialectName);
    if (isPlaced && !needsRebuild(target, batch.recreate, batch.queue))
        return evaluator.raise(commandErrorClass,
                               "Can't specify insert_before or insert_after when using ALTER; please specify "
                               "recreate='always'");
    const qsizetype queued = batch.queue.size();
    const Evaluated added = callDirective(evaluator, batch, arguments, firstTable, addColumn);
    if (batch.queue.size() > queued) {
        batch.queue[queued].insertBefore = *before;
        batch.queue[queued].insertAfter = *after;
    }
    return added;
}

Evaluated batchDropColumn(Evaluator &evaluator, BatchObject &batch, const Arguments &arguments)
{
    const Given existingType = keyword(arguments.keywords, "existing_type");
    QString typeName;
    if (isGiven(existingType)) {
        const auto type = sqlalchemy::typeFrom(evaluator, *existingType, "drop_column()");
        if (!type)
            return std::unexpected(type.error());
        typeName = type->name;
    }
    const qsizetype queued = batch.queue.size();
    const Evaluated dropped = callDirective(evaluator, batch, arguments, firstTable, dropColumn);
    if (batch.queue.size() > queued)
        batch.queue[queued].typeName = typeName;
    return dropped;
}

/// What the operation does is queued like the batch's own directives.
Evaluated batchInvoke(Evaluator &evaluator, BatchObject &batch, const Arguments &arguments)
{
    std::vector<Value> positional{&batch};
    positional.insert(positional.end(), arguments.positional.begin(), arguments.positional.end());
    const QueueGuard guard(contextOf(evaluator), batch);
    return invoke(evaluator, {positional, arguments.keywords});
}

Evaluated enter(Evaluator &, BatchObject &batch, const Arguments &)
{
    return &batch;
}

/// What Alembic says where a table has to be read from a database before it can be made anew.
std::string needsConnection(const ScriptContext &context, const BatchObject &batch)
{
    const std::string dialect = dialect::dialectOf(context.dialectName).text.toString().toStdString();
    return "This operation cannot proceed in --sql mode; batch mode with dialect " + dialect
           + " requires a live database connection with which to reflect the table \""
           + batch.name.name.text.toStdString()
           + "\". To generate a batch SQL migration script using table \"move and copy\", a complete Table "
             "object should be passed to the \"copy_from\" argument of the batch_alter_table() method so "
             "that "
             "table reflection can be skipped.";
}

Done makeAnew(Evaluator &evaluator, BatchObject &batch)
{
    ScriptContext &context = contextOf(evaluator);
    if (batch.copyFrom.isNone())
        return evaluator.raise(commandErrorClass, needsConnection(context, batch));
    auto changes = rebuildOf(evaluator, batch);
    if (!changes)
        return std::unexpected(changes.error());
    for (operation::Change &change : *changes) {
        const Done done = context.record(evaluator, std::move(change));
        if (!done)
            return done;
    }
    return {};
}

Done flush(Evaluator &evaluator, BatchObject &batch)
{
    ScriptContext &context = contextOf(evaluator);
    if (needsRebuild(dialect::dialectOf(context.dialectName), batch.recreate, batch.queue))
        return makeAnew(evaluator, batch);
    for (QueuedOperation &queued : std::exchange(batch.queue, {})) {
        const Done done = context.add(evaluator, std::move(queued.operation));
        if (!done)
            return done;
    }
    return {};
}

Evaluated exit(Evaluator &evaluator, BatchObject &batch, const Arguments &arguments)
{
    const bool hasFailed = !arguments.positional.empty() && !arguments.positional.front().isNone();
    if (hasFailed)
        return Value(false);
    const Done done = flush(evaluator, batch);
    if (!done)
        return std::unexpected(done.error());
    return Value(false);
}

constexpr NativeMember members[] = {
    {"__enter__", MemberKind::Method, method<enter>},
    {"__exit__", MemberKind::Method, method<exit>},
    {"add_column", MemberKind::Method, method<batchAddColumn>},
    {"alter_column", MemberKind::Method, method<batched<alterColumn, firstTable>>},
    {"drop_column", MemberKind::Method, method<batchDropColumn>},
    {"create_primary_key", MemberKind::Method, method<batched<createPrimaryKey, secondTable>>},
    {"create_unique_constraint", MemberKind::Method, method<batched<createUniqueConstraint, secondTable>>},
    {"create_check_constraint", MemberKind::Method, method<batched<createCheckConstraint, secondTable>>},
    {"create_exclude_constraint", MemberKind::Method, method<batched<createExcludeConstraint, secondTable>>},
    {"create_foreign_key", MemberKind::Method, method<batched<createForeignKey, sourceTable>>},
    {"drop_constraint", MemberKind::Method, method<batched<dropConstraint, secondTable>>},
    {"create_index", MemberKind::Method, method<batched<createIndex, secondTable>>},
    {"drop_index", MemberKind::Method, method<batched<dropIndex, secondTable>>},
    {"create_table_comment", MemberKind::Method, method<batched<createTableComment, firstTable>>},
    {"drop_table_comment", MemberKind::Method, method<batched<dropTableComment, firstTable>>},
    {"execute", MemberKind::Method, method<unbatched<execute>>},
    {"f", MemberKind::Method, method<unbatched<finalName>>},
    {"inline_literal", MemberKind::Method, method<unbatched<inlineLiteral>>},
    {"run_async", MemberKind::Method, method<unbatched<runAsync>>},
    {"get_bind", MemberKind::Method, method<unbatched<getBind>>},
    {"get_context", MemberKind::Method, method<unbatched<getContext>>},
    {"batch_alter_table", MemberKind::Method, method<unbatched<batchAlterTable>>},
    {"invoke", MemberKind::Method, method<batchInvoke>},
    {"register_operation", MemberKind::ClassMethod, registerOperation},
    {"implementation_for", MemberKind::ClassMethod, implementationFor},
};

Done readRecreate(Evaluator &evaluator, const Given &argument, BatchObject &batch)
{
    if (!argument)
        return {};
    const auto text = textOf(evaluator, argument, "recreate=");
    if (!text)
        return std::unexpected(text.error());
    if (*text == QLatin1StringView("always"))
        batch.recreate = Recreate::Always;
    else if (*text == QLatin1StringView("never"))
        batch.recreate = Recreate::Never;
    else if (*text != QLatin1StringView("auto"))
        return evaluator.raise("ValueError", "recreate may be one of 'auto', 'always', or 'never'.");
    return {};
}

} // namespace

const NativeClass batchOperationsClass{
    "BatchOperations", "alembic.operations.base", {}, members, allocateAs<BatchObject>};

Evaluated batchAlterTable(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "batch_alter_table", "table_name, schema=, recreate=, partial_reordering=, copy_from=, table_args=, "
                             "table_kwargs=, reflect_args=, reflect_kwargs=, naming_convention=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto name = tableOf(evaluator, (*given)[0], (*given)[1], "the name of a table");
    if (!name)
        return std::unexpected(name.error());
    auto *batch = evaluator.instance<BatchObject>(batchOperationsClass);
    batch->table = given->value(0);
    batch->schema = given->value(1);
    batch->name = std::move(*name);
    const Done recreate = readRecreate(evaluator, (*given)[2], *batch);
    if (!recreate)
        return std::unexpected(recreate.error());
    batch->partialReordering = given->value(3);
    batch->copyFrom = given->value(4);
    batch->tableArguments = given->value(5);
    batch->tableKeywords = given->value(6);
    return batch;
}

} // namespace athanor::alembic

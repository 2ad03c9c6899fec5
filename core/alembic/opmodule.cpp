// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/opmodule.h"

#include "core/alembic/connection.h"
#include "core/alembic/directives.h"
#include "core/alembic/migrationcontext.h"
#include "core/alembic/operations.h"
#include "core/stdlib/source.h"

namespace athanor::alembic {

using namespace python;

static Evaluated invokeFromModule(Evaluator &evaluator, const Arguments &arguments)
{
    std::vector<Value> positional{operationsValue(evaluator)};
    positional.insert(positional.end(), arguments.positional.begin(), arguments.positional.end());
    return invoke(evaluator, {positional, arguments.keywords});
}

static Evaluated makeImpl(Evaluator &evaluator)
{
    return implValue(evaluator);
}

static Evaluated makeOperations(Evaluator &evaluator)
{
    return operationsValue(evaluator);
}

static Evaluated makeContext(Evaluator &evaluator)
{
    return migrationContextValue(evaluator);
}

static constexpr NativeName names[] = {
    {.name = "create_table", .call = createTable},
    {.name = "drop_table", .call = dropTable},
    {.name = "rename_table", .call = renameTable},
    {.name = "create_table_comment", .call = createTableComment},
    {.name = "drop_table_comment", .call = dropTableComment},
    {.name = "add_column", .call = addColumn},
    {.name = "drop_column", .call = dropColumn},
    {.name = "alter_column", .call = alterColumn},
    {.name = "create_primary_key", .call = createPrimaryKey},
    {.name = "create_unique_constraint", .call = createUniqueConstraint},
    {.name = "create_check_constraint", .call = createCheckConstraint},
    {.name = "create_foreign_key", .call = createForeignKey},
    {.name = "create_exclude_constraint", .call = createExcludeConstraint},
    {.name = "drop_constraint", .call = dropConstraint},
    {.name = "create_index", .call = createIndex},
    {.name = "drop_index", .call = dropIndex},
    {.name = "execute", .call = execute},
    {.name = "bulk_insert", .call = bulkInsert},
    {.name = "f", .call = finalName},
    {.name = "inline_literal", .call = inlineLiteral},
    {.name = "run_async", .call = runAsync},
    {.name = "batch_alter_table", .call = batchAlterTable},
    {.name = "get_bind", .call = getBind},
    {.name = "get_context", .call = getContext},
    {.name = "invoke", .call = invokeFromModule},
    {.name = "sync_enum_values",
     .make = written<"alembic/postgresql_enum", "alembic_postgresql_enum", "sync_enum_values">},
    {.name = "_proxy", .make = makeOperations},
    {.name = "impl", .make = makeImpl},
    {.name = "migration_context", .make = makeContext},
};

std::span<const NativeName> opNames()
{
    return names;
}

} // namespace athanor::alembic

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/schema/nameobject.h"
#include "core/sqlalchemy/schema/schemaobjects.h"
#include "core/sqlalchemy/schema/statements.h"

namespace athanor::sqlalchemy {

using namespace python;

namespace {

/// event.listens_for(target, name): nothing listens here, the function stays as it is.
Evaluated keepFunction(Evaluator &, const Arguments &arguments)
{
    return arguments.positional.empty() ? Value() : arguments.positional.front();
}

Evaluated listensFor(Evaluator &evaluator, const Arguments &)
{
    evaluator.note("ATH-SA-001", "an event listener is not called: what it does to statements is missing");
    return Value(evaluator.heap().make<NativeFunction>("listens_for", keepFunction));
}

Evaluated listen(Evaluator &evaluator, const Arguments &)
{
    evaluator.note("ATH-SA-001", "an event listener is not called: what it does to statements is missing");
    return Value();
}

Evaluated makeNamingDefault(Evaluator &)
{
    return Value();
}

constexpr NativeName itemNames[] = {
    {.name = "Column", .type = &columnClass},
    {.name = "Table", .type = &tableClass},
    {.name = "MetaData", .type = &metaDataClass},
    {.name = "ForeignKey", .type = &foreignKeyClass},
    {.name = "Constraint", .type = &constraintClass},
    {.name = "PrimaryKeyConstraint", .type = &primaryKeyConstraintClass},
    {.name = "UniqueConstraint", .type = &uniqueConstraintClass},
    {.name = "CheckConstraint", .type = &checkConstraintClass},
    {.name = "ForeignKeyConstraint", .type = &foreignKeyConstraintClass},
    {.name = "Index", .type = &indexClass},
    {.name = "Sequence", .type = &sequenceClass},
    {.name = "Identity", .type = &identityClass},
    {.name = "Computed", .type = &computedClass},
    {.name = "FetchedValue", .type = &fetchedValueClass},
    {.name = "DefaultClause", .type = &defaultClauseClass},
    {.name = "ColumnDefault", .type = &columnDefaultClass},
    {.name = "quoted_name", .call = callQuotedName},
};
constexpr NativeName nameNames[] = {
    {.name = "conv", .call = callConv},
    {.name = "quoted_name", .call = callQuotedName},
    {.name = "_NONE_NAME", .make = makeNamingDefault},
};
constexpr NativeName ddlNames[] = {
    {.name = "SchemaItem", .type = &schemaItemClass},
};
constexpr NativeName postgresqlNames[] = {
    {.name = "ExcludeConstraint", .type = &excludeConstraintClass},
};
constexpr NativeName eventNames[] = {
    {.name = "listens_for", .call = listensFor},
    {.name = "listen", .call = listen},
};

} // namespace

const NativeClass schemaItemClass = {.name = "SchemaItem", .module = "sqlalchemy.sql.schema"};

std::span<const NativeModule> schemaModules()
{
    static const NativeModule modules[] = {
        {"sqlalchemy", itemNames},
        {"sqlalchemy", ddlStatementNames().subspan(14, 1)},
        {"sqlalchemy.schema", itemNames},
        {"sqlalchemy.schema", nameNames},
        {"sqlalchemy.schema", ddlNames},
        {"sqlalchemy.schema", ddlStatementNames()},
        {"sqlalchemy.sql.schema", itemNames},
        {"sqlalchemy.sql.schema", nameNames},
        {"sqlalchemy.sql.schema", ddlNames},
        {"sqlalchemy.sql.ddl", ddlStatementNames()},
        {"sqlalchemy.sql.elements", nameNames},
        {"sqlalchemy.sql.naming", nameNames},
        {"sqlalchemy.sql", nameNames},
        {"sqlalchemy.dialects.postgresql", postgresqlNames},
        {"sqlalchemy.dialects.postgresql.ext", postgresqlNames},
        {"sqlalchemy.dialects.postgresql", typeStatementNames()},
        {"sqlalchemy.dialects.postgresql.base", typeStatementNames()},
        {"sqlalchemy.dialects.postgresql.named_types", typeStatementNames()},
        {"sqlalchemy.event", eventNames},
    };
    return modules;
}

} // namespace athanor::sqlalchemy

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/arguments.h"
#include "core/alembic/directives.h"
#include "core/dialect/ddlwriter.h"

namespace athanor::alembic {

using namespace python;

Evaluated addColumn(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "add_column",
        "table_name, column, *, schema=, if_not_exists=, inline_references=, inline_primary_key=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const auto table = tableOf(evaluator, (*given)[0], (*given)[2], "the name of a table");
    if (!table)
        return std::unexpected(table.error());
    auto change = sqlalchemy::addColumnFrom(evaluator, *table, given->value(1),
                                            contextOf(evaluator).settings.convention);
    if (!change)
        return std::unexpected(change.error());
    bool *const flags[] = {&change->ifNotExists, &change->hasInlineReferences, &change->hasInlinePrimaryKey};
    for (std::size_t i = 0; i < std::size(flags); ++i) {
        const auto flag = truthOf(evaluator, (*given)[3 + i]);
        if (!flag)
            return std::unexpected(flag.error());
        *flags[i] = *flag;
    }
    return emitChange(evaluator, std::move(*change));
}

Evaluated dropColumn(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("drop_column", "table_name, column_name, *, schema=, if_exists=, **kw");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto table = tableOf(evaluator, (*given)[0], (*given)[2], "the name of a table");
    if (!table)
        return std::unexpected(table.error());
    auto column = nameOf(evaluator, (*given)[1], "the name of a column");
    if (!column)
        return std::unexpected(column.error());
    const auto ifExists = truthOf(evaluator, (*given)[3]);
    if (!ifExists)
        return std::unexpected(ifExists.error());
    // Alembic passes keywords on that only SQL Server looks at; what nobody knows is ignored.
    auto options =
        sqlalchemy::optionsFrom(evaluator, dialectKeywords(given->variadicKeywords), "drop_column()");
    if (!options)
        return std::unexpected(options.error());
    return emitChange(evaluator, operation::DropColumn{std::move(*table), std::move(*column), *ifExists,
                                                       std::move(*options)});
}

namespace {

/// The parameters of alter_column(), in the order of its signature.
enum AlterParameter : std::size_t {
    TableName,
    ColumnName,
    Nullable,
    Comment,
    ServerDefault,
    NewColumnName,
    NewType,
    ExistingType,
    ExistingServerDefault,
    ExistingNullable,
    ExistingComment,
    Schema,
};

/// False is "not given" for some arguments, as None has a meaning there.
bool isFalse(const Given &argument)
{
    return !argument || (argument->isBoolean() && !argument->boolean());
}

Outcome<std::optional<std::optional<schema::ServerDefault>>> defaultOf(Evaluator &evaluator,
                                                                       const Given &argument)
{
    if (isFalse(argument))
        return std::nullopt;
    auto value = sqlalchemy::serverDefaultFrom(evaluator, *argument);
    if (!value)
        return std::unexpected(value.error());
    return std::optional(std::move(*value));
}

Outcome<std::optional<sql::Type>> typeOf(Evaluator &evaluator, const Given &argument)
{
    if (!isGiven(argument))
        return std::nullopt;
    auto type = sqlalchemy::typeFrom(evaluator, *argument, "alter_column()");
    if (!type)
        return std::unexpected(type.error());
    return std::move(*type);
}

Done readNames(Evaluator &evaluator, const BoundArguments &given, operation::AlterColumn &change)
{
    auto table = tableOf(evaluator, given[TableName], given[Schema], "the name of a table");
    if (!table)
        return std::unexpected(table.error());
    change.table = std::move(*table);
    auto column = nameOf(evaluator, given[ColumnName], "the name of a column");
    if (!column)
        return std::unexpected(column.error());
    change.column = std::move(*column);
    if (!isGiven(given[NewColumnName]))
        return {};
    auto newName = nameOf(evaluator, given[NewColumnName], "the new name of a column");
    if (!newName)
        return std::unexpected(newName.error());
    change.newName = std::move(*newName);
    return {};
}

Done readTypes(Evaluator &evaluator, const BoundArguments &given, operation::AlterColumn &change)
{
    auto type = typeOf(evaluator, given[NewType]);
    if (!type)
        return std::unexpected(type.error());
    change.type = std::move(*type);
    auto existing = typeOf(evaluator, given[ExistingType]);
    if (!existing)
        return std::unexpected(existing.error());
    change.existingType = std::move(*existing);
    const Given &decisive = isGiven(given[NewType]) ? given[NewType] : given[ExistingType];
    change.isTypeAClass = isGiven(decisive) && decisive->as<ClassObject>();
    return {};
}

Done readDefaults(Evaluator &evaluator, const BoundArguments &given, operation::AlterColumn &change)
{
    auto serverDefault = defaultOf(evaluator, given[ServerDefault]);
    if (!serverDefault)
        return std::unexpected(serverDefault.error());
    change.serverDefault = std::move(*serverDefault);
    auto existing = defaultOf(evaluator, given[ExistingServerDefault]);
    if (!existing)
        return std::unexpected(existing.error());
    change.existingServerDefault = std::move(*existing);
    return {};
}

Done readNullability(Evaluator &evaluator, const BoundArguments &given, operation::AlterColumn &change)
{
    const auto nullable = flagOf(evaluator, given[Nullable]);
    if (!nullable)
        return std::unexpected(nullable.error());
    change.isNullable = *nullable;
    const auto existing = flagOf(evaluator, given[ExistingNullable]);
    if (!existing)
        return std::unexpected(existing.error());
    change.existingNullable = *existing;
    return {};
}

Done readComments(Evaluator &evaluator, const BoundArguments &given, operation::AlterColumn &change)
{
    if (!isFalse(given[Comment])) {
        const auto text = textOf(evaluator, given[Comment], "a column's comment");
        if (!text)
            return std::unexpected(text.error());
        change.comment = isGiven(given[Comment]) ? std::optional(*text) : std::optional<QString>();
    }
    if (!isGiven(given[ExistingComment]))
        return {};
    const auto existing = textOf(evaluator, given[ExistingComment], "a column's comment");
    if (!existing)
        return std::unexpected(existing.error());
    change.existingComment = *existing;
    return {};
}

/// Keywords that Alembic hands to the dialect; those that nobody knows are ignored.
Done readKeywords(Evaluator &evaluator, const BoundArguments &given, operation::AlterColumn &change)
{
    const auto autoincrement = flagOf(evaluator, keyword(given.variadicKeywords, "autoincrement"));
    if (!autoincrement)
        return std::unexpected(autoincrement.error());
    change.autoincrement = *autoincrement;
    const auto existing = flagOf(evaluator, keyword(given.variadicKeywords, "existing_autoincrement"));
    if (!existing)
        return std::unexpected(existing.error());
    change.existingAutoincrement = *existing;
    if (keyword(given.variadicKeywords, "name"))
        return evaluator.raise("TypeError", "alter_column() got multiple values for keyword argument 'name'");
    auto options =
        sqlalchemy::optionsFrom(evaluator, dialectKeywords(given.variadicKeywords), "alter_column()");
    if (!options)
        return std::unexpected(options.error());
    change.options = std::move(*options);
    return {};
}

/// The CHECKs that a type with create_constraint=True brings, where the dialect has any. SQLite has them in
/// tables only: one that is made anew gets them.
Outcome<QList<schema::Constraint>> checksOf(Evaluator &evaluator, const operation::AlterColumn &change,
                                            const sql::Type &type)
{
    const ScriptContext &context = contextOf(evaluator);
    auto checks = sqlalchemy::typeConstraints(evaluator, change.table, change.column, type,
                                              context.settings.convention);
    if (!checks)
        return checks;
    if (context.dialectName == dialect::DialectName::Sqlite)
        return checks;
    const dialect::DdlWriter &writer = dialect::dialectOf(context.dialectName).ddl;
    checks->removeIf([&](const schema::Constraint &check) {
        const auto written = writer.statements(operation::AddConstraint{change.table, check}, {});
        return written && written->isEmpty();
    });
    return checks;
}

/// Takes the old type's CHECKs away; Alembic leaves them on MySQL and MariaDB.
Done dropChecks(Evaluator &evaluator, const operation::AlterColumn &change)
{
    const dialect::DialectName name = contextOf(evaluator).dialectName;
    if (name == dialect::DialectName::MySql || name == dialect::DialectName::MariaDb)
        return {};
    const auto checks = checksOf(evaluator, change, *change.existingType);
    if (!checks)
        return std::unexpected(checks.error());
    for (const schema::Constraint &check : *checks) {
        const schema::Name constraint =
            std::visit([](const schema::ConstraintCommon &c) { return c.name; }, check);
        const auto dropped =
            emitChange(evaluator, operation::DropConstraint{.table = change.table,
                                                            .name = constraint,
                                                            .kind = operation::ConstraintKind::Check,
                                                            .ofType = change.existingType});
        if (!dropped)
            return std::unexpected(dropped.error());
    }
    return {};
}

Done addChecks(Evaluator &evaluator, const operation::AlterColumn &change)
{
    const auto checks = checksOf(evaluator, change, *change.type);
    if (!checks)
        return std::unexpected(checks.error());
    for (const schema::Constraint &check : *checks) {
        const auto added = emitChange(evaluator, operation::AddConstraint{change.table, check});
        if (!added)
            return std::unexpected(added.error());
    }
    return {};
}

/// What is asked of the column; options for the dialect change nothing by themselves.
bool changesSomething(const operation::AlterColumn &change)
{
    return change.isNullable || change.comment || change.serverDefault || change.newName || change.type
           || change.autoincrement;
}

/// alter_column('t', Column('c', …)): Alembic does not look into the name before it writes a statement, and
/// writes none where nothing is asked of the column.
Evaluated alterNothing(Evaluator &evaluator, const BoundArguments &given)
{
    operation::AlterColumn change;
    for (const auto read : {readTypes, readDefaults, readNullability, readComments, readKeywords}) {
        const Done done = read(evaluator, given, change);
        if (!done)
            return std::unexpected(done.error());
    }
    if (changesSomething(change) || isGiven(given[NewColumnName]))
        return evaluator.refuse("a Column as the name of a column", "a string");
    evaluator.note("ATH-ALB-010", "alter_column() is given a Column as a name, and changes nothing");
    return Value();
}

} // namespace

Evaluated alterColumn(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "alter_column",
        "table_name, column_name, *, nullable=, comment=, server_default=, new_column_name=, type_=, "
        "existing_type=, existing_server_default=, existing_nullable=, existing_comment=, schema=, **kw");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    if (evaluator.isInstance(given->value(ColumnName), sqlalchemy::columnElementClass))
        return alterNothing(evaluator, *given);
    operation::AlterColumn change;
    for (const auto read :
         {readNames, readTypes, readDefaults, readNullability, readComments, readKeywords}) {
        const Done done = read(evaluator, *given, change);
        if (!done)
            return std::unexpected(done.error());
    }
    if (change.type && change.existingType) {
        const Done dropped = dropChecks(evaluator, change);
        if (!dropped)
            return std::unexpected(dropped.error());
    }
    const Evaluated altered = emitChange(evaluator, change);
    if (!altered || !change.type)
        return altered;
    const Done added = addChecks(evaluator, change);
    if (!added)
        return std::unexpected(added.error());
    return Value();
}

} // namespace athanor::alembic

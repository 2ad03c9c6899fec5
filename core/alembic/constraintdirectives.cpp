// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/arguments.h"
#include "core/alembic/directives.h"

namespace athanor::alembic {

using namespace Qt::StringLiterals;
using namespace python;

namespace {

/// A constraint of a table, named by the convention, to the sink.
Evaluated addConstraint(Evaluator &evaluator, schema::QualifiedName table, schema::Constraint constraint)
{
    const auto named = schema::applyConvention(contextOf(evaluator).settings.convention, table, constraint);
    if (!named)
        return raised(evaluator, named.error());
    return emitChange(evaluator, operation::AddConstraint{std::move(table), std::move(constraint)});
}

/// What constraints take beside their own arguments; dialect keywords that SQLAlchemy does not know are its
/// TypeError.
Done readCommon(Evaluator &evaluator, const BoundArguments &given, const Given &name,
                std::string_view function, schema::ConstraintCommon &common)
{
    auto ownName = nameOf(evaluator, name, "the name of a constraint");
    if (!ownName)
        return std::unexpected(ownName.error());
    common.name = std::move(*ownName);
    const std::span<const NamedValue> keywords = given.variadicKeywords;
    const auto deferrable = flagOf(evaluator, keyword(keywords, "deferrable"));
    if (!deferrable)
        return std::unexpected(deferrable.error());
    common.isDeferrable = *deferrable;
    const auto initially = textOf(evaluator, keyword(keywords, "initially"), "initially");
    if (!initially)
        return std::unexpected(initially.error());
    common.initially = *initially;
    const auto rest = without(keywords, {"deferrable", "initially", "info", "comment", "use_alter",
                                         "link_to_name", "_create_rule", "_type_bound"});
    auto options = sqlalchemy::optionsFrom(evaluator, rest, function);
    if (!options)
        return std::unexpected(options.error());
    common.options = std::move(*options);
    return {};
}

/// PRIMARY KEY and UNIQUE, which differ only in what they are called.
template<typename T>
Evaluated createColumnConstraint(Evaluator &evaluator, const BoundArguments &given, std::string_view function)
{
    auto table = tableOf(evaluator, given[1], given[3], "the name of a table");
    if (!table)
        return std::unexpected(table.error());
    T constraint;
    const Done common = readCommon(evaluator, given, given[0], function, constraint);
    if (!common)
        return std::unexpected(common.error());
    auto columns = namesOf(evaluator, given[2], "the name of a column");
    if (!columns)
        return std::unexpected(columns.error());
    constraint.columns = std::move(*columns);
    return addConstraint(evaluator, std::move(*table), std::move(constraint));
}

} // namespace

Evaluated createPrimaryKey(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("create_primary_key",
                                     "constraint_name, table_name, columns, *, schema=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    return createColumnConstraint<schema::PrimaryKey>(evaluator, *given, "create_primary_key()");
}

Evaluated createUniqueConstraint(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("create_unique_constraint",
                                     "constraint_name, table_name, columns, *, schema=, **kw");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    return createColumnConstraint<schema::UniqueConstraint>(evaluator, *given, "create_unique_constraint()");
}

Evaluated createCheckConstraint(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("create_check_constraint",
                                     "constraint_name, table_name, condition, *, schema=, **kw");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto table = tableOf(evaluator, (*given)[1], (*given)[3], "the name of a table");
    if (!table)
        return std::unexpected(table.error());
    schema::CheckConstraint constraint;
    const Done common = readCommon(evaluator, *given, (*given)[0], "create_check_constraint()", constraint);
    if (!common)
        return std::unexpected(common.error());
    auto condition = sqlalchemy::conditionFrom(evaluator, given->value(2), "the condition of a CHECK");
    if (!condition)
        return std::unexpected(condition.error());
    constraint.condition = std::move(*condition);
    return addConstraint(evaluator, std::move(*table), std::move(constraint));
}

namespace {

/// The parameters of create_foreign_key(), in the order of its signature.
enum ForeignKeyParameter : std::size_t {
    ConstraintName,
    SourceTable,
    ReferentTable,
    LocalColumns,
    RemoteColumns,
    OnUpdate,
    OnDelete,
    Match,
    SourceSchema,
    ReferentSchema,
};

Done readReference(Evaluator &evaluator, const BoundArguments &given,
                   schema::ForeignKeyConstraint &constraint)
{
    auto columns = namesOf(evaluator, given[LocalColumns], "the name of a column");
    if (!columns)
        return std::unexpected(columns.error());
    constraint.columns = std::move(*columns);
    auto referred = tableOf(evaluator, given[ReferentTable], given[ReferentSchema], "the name of a table");
    if (!referred)
        return std::unexpected(referred.error());
    constraint.referredTable = std::move(*referred);
    auto referredColumns = namesOf(evaluator, given[RemoteColumns], "the name of a column");
    if (!referredColumns)
        return std::unexpected(referredColumns.error());
    constraint.referredColumns = std::move(*referredColumns);
    return {};
}

Done readRules(Evaluator &evaluator, const BoundArguments &given, schema::ForeignKeyConstraint &constraint)
{
    const std::pair<ForeignKeyParameter, QString *> texts[] = {
        {OnUpdate, &constraint.onUpdate}, {OnDelete, &constraint.onDelete}, {Match, &constraint.match}};
    for (const auto &[parameter, text] : texts) {
        auto value = textOf(evaluator, given[parameter], "a rule of a foreign key");
        if (!value)
            return std::unexpected(value.error());
        *text = std::move(*value);
    }
    return {};
}

} // namespace

Evaluated createForeignKey(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "create_foreign_key", "constraint_name, source_table, referent_table, local_cols, remote_cols, *, "
                              "onupdate=, ondelete=, match=, source_schema=, referent_schema=, **dialect_kw");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto table = tableOf(evaluator, (*given)[SourceTable], (*given)[SourceSchema], "the name of a table");
    if (!table)
        return std::unexpected(table.error());
    schema::ForeignKeyConstraint constraint;
    Done read = readCommon(evaluator, *given, (*given)[ConstraintName], "create_foreign_key()", constraint);
    if (read)
        read = readReference(evaluator, *given, constraint);
    if (read)
        read = readRules(evaluator, *given, constraint);
    if (!read)
        return std::unexpected(read.error());
    return addConstraint(evaluator, std::move(*table), std::move(constraint));
}

Evaluated createExcludeConstraint(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("create_exclude_constraint",
                                     "constraint_name, table_name, *elements, **kw");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const Given space = keyword(given->variadicKeywords, "schema");
    auto table = tableOf(evaluator, (*given)[1], space, "the name of a table");
    if (!table)
        return std::unexpected(table.error());
    schema::ExcludeConstraint constraint;
    const Given where = keyword(given->variadicKeywords, "where");
    const auto method = textOf(evaluator, keyword(given->variadicKeywords, "using"), "using");
    if (!method)
        return std::unexpected(method.error());
    constraint.method = *method;
    if (isGiven(where)) {
        auto condition = sqlalchemy::conditionFrom(evaluator, *where, "the condition of an EXCLUDE");
        if (!condition)
            return std::unexpected(condition.error());
        constraint.where = std::move(*condition);
    }
    auto elements = sqlalchemy::excludeElementsFrom(evaluator, given->variadic);
    if (!elements)
        return std::unexpected(elements.error());
    constraint.elements = std::move(*elements);
    BoundArguments rest = *given;
    rest.variadicKeywords = without(given->variadicKeywords, {"schema", "where", "using", "ops"});
    const Done common = readCommon(evaluator, rest, (*given)[0], "create_exclude_constraint()", constraint);
    if (!common)
        return std::unexpected(common.error());
    return addConstraint(evaluator, std::move(*table), std::move(constraint));
}

namespace {

struct DroppedKind
{
    QLatin1StringView text;
    operation::ConstraintKind kind;
    QLatin1StringView convention;
};
constexpr DroppedKind droppedKinds[] = {
    {"foreignkey"_L1, operation::ConstraintKind::ForeignKey, "fk"_L1},
    {"primary"_L1, operation::ConstraintKind::PrimaryKey, "pk"_L1},
    {"unique"_L1, operation::ConstraintKind::Unique, "uq"_L1},
    {"check"_L1, operation::ConstraintKind::Check, "ck"_L1},
};

Done readDroppedKind(Evaluator &evaluator, const Given &type, operation::DropConstraint &change)
{
    if (!isGiven(type))
        return {};
    const auto text = textOf(evaluator, type, "the type of a constraint");
    if (!text)
        return std::unexpected(text.error());
    for (const DroppedKind &known : droppedKinds) {
        if (known.text != *text)
            continue;
        change.kind = known.kind;
        auto name = schema::conventionName(contextOf(evaluator).settings.convention, change.table,
                                           {.kind = known.convention, .name = change.name});
        if (!name)
            return raised(evaluator, name.error());
        change.name = std::move(*name);
        return {};
    }
    return evaluator.raise("TypeError",
                           "'type' can be one of 'check', 'foreignkey', 'primary', 'unique', None");
}

} // namespace

Evaluated dropConstraint(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("drop_constraint",
                                     "constraint_name, table_name, type_=, *, schema=, if_exists=");
    const auto given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    operation::DropConstraint change;
    auto table = tableOf(evaluator, (*given)[1], (*given)[3], "the name of a table");
    if (!table)
        return std::unexpected(table.error());
    change.table = std::move(*table);
    auto name = nameOf(evaluator, (*given)[0], "the name of a constraint");
    if (!name)
        return std::unexpected(name.error());
    change.name = std::move(*name);
    const auto ifExists = truthOf(evaluator, (*given)[4]);
    if (!ifExists)
        return std::unexpected(ifExists.error());
    change.ifExists = *ifExists;
    const Done kind = readDroppedKind(evaluator, (*given)[2], change);
    if (!kind)
        return std::unexpected(kind.error());
    return emitChange(evaluator, std::move(change));
}

} // namespace athanor::alembic

// SPDX-License-Identifier: GPL-3.0-or-later
// sqlalchemy.schema: CreateTable(…), DropIndex(…), DDL(…) … as things to execute.
#include "core/sqlalchemy/schema/statements.h"

#include "core/sql/build.h"
#include "core/sqlalchemy/objects.h"
#include "core/sqlalchemy/schema/schemaobjects.h"
#include "core/sqlalchemy/schemaitems.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using namespace python;

namespace {

class StatementObject : public PlainClauseObject
{
public:
    using PlainClauseObject::PlainClauseObject;

    std::optional<operation::Change> change = {};
};

/// How a statement is made of the object that it is about.
using Maker = Outcome<operation::Change> (*)(Evaluator &, Value element, const BoundArguments &given);

enum Parameter : std::size_t { Self, Element, IfNotExists, IfExists, Cascade };

Outcome<bool> flag(Evaluator &evaluator, const BoundArguments &given, std::size_t place)
{
    return evaluator.truth(given.value(place));
}

template<Maker maker>
Evaluated initialise(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("DDLElement", "self, element, if_not_exists=, if_exists=, cascade=, "
                                                   "include_foreign_key_constraints=, isolate_from_table=");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    Outcome<operation::Change> change = maker(evaluator, given->value(Element), *given);
    if (!change)
        return std::unexpected(change.error());
    given->value(Self).as<StatementObject>()->change = *std::move(change);
    return Value();
}

Outcome<operation::Change> createTable(Evaluator &evaluator, Value element, const BoundArguments &given)
{
    Outcome<schema::Table> table = tableFrom(evaluator, element);
    if (!table)
        return std::unexpected(table.error());
    const Outcome<bool> ifNotExists = flag(evaluator, given, IfNotExists);
    if (!ifNotExists)
        return std::unexpected(ifNotExists.error());
    return operation::CreateTable{
        .table = *std::move(table), .ifNotExists = *ifNotExists, .parts = operation::TableParts::TableOnly};
}

Outcome<operation::Change> dropTable(Evaluator &evaluator, Value element, const BoundArguments &given)
{
    const auto *table = element.as<TableObject>();
    if (!table)
        return evaluator.refuse("DropTable()", "a Table object");
    const Outcome<bool> ifExists = flag(evaluator, given, IfExists);
    if (!ifExists)
        return std::unexpected(ifExists.error());
    return operation::DropTable{.table = table->name, .ifExists = *ifExists};
}

Outcome<operation::Change> createIndex(Evaluator &evaluator, Value element, const BoundArguments &given)
{
    Outcome<schema::Index> index = indexFrom(evaluator, element);
    if (!index)
        return std::unexpected(index.error());
    const Outcome<bool> ifNotExists = flag(evaluator, given, IfNotExists);
    if (!ifNotExists)
        return std::unexpected(ifNotExists.error());
    return operation::CreateIndex{.index = *std::move(index), .ifNotExists = *ifNotExists};
}

Outcome<operation::Change> dropIndex(Evaluator &evaluator, Value element, const BoundArguments &given)
{
    const Outcome<schema::Index> index = indexFrom(evaluator, element);
    if (!index)
        return std::unexpected(index.error());
    const Outcome<bool> ifExists = flag(evaluator, given, IfExists);
    if (!ifExists)
        return std::unexpected(ifExists.error());
    return operation::DropIndex{
        .name = index->name, .table = index->table, .ifExists = *ifExists, .options = index->options};
}

/// A constraint of a table with the name that it has there.
Outcome<std::pair<schema::QualifiedName, schema::Constraint>> constraintOf(Evaluator &evaluator,
                                                                           Value element)
{
    const auto *object = element.as<ConstraintObject>();
    if (!object || !object->table)
        return evaluator.refuse("AddConstraint() or DropConstraint()",
                                "a constraint that belongs to a table");
    Outcome<schema::Constraint> value = valueOf(evaluator, *object);
    if (!value)
        return std::unexpected(value.error());
    const schema::QualifiedName &table = object->table->name;
    if (const auto named = schema::applyConvention(object->table->metadata->convention, table, *value,
                                                   object->table->keys());
        !named)
        return raiseError(evaluator, named.error());
    return std::pair(table, *std::move(value));
}

Outcome<operation::Change> addConstraint(Evaluator &evaluator, Value element, const BoundArguments &)
{
    Outcome<std::pair<schema::QualifiedName, schema::Constraint>> found = constraintOf(evaluator, element);
    if (!found)
        return std::unexpected(found.error());
    return operation::AddConstraint{.table = found->first, .constraint = found->second};
}

struct KindOf
{
    using Kind = operation::ConstraintKind;
    Kind operator()(const schema::PrimaryKey &) const { return Kind::PrimaryKey; }
    Kind operator()(const schema::UniqueConstraint &) const { return Kind::Unique; }
    Kind operator()(const schema::CheckConstraint &) const { return Kind::Check; }
    Kind operator()(const schema::ForeignKeyConstraint &) const { return Kind::ForeignKey; }
    Kind operator()(const schema::ExcludeConstraint &) const { return Kind::Unknown; }
};

Outcome<operation::Change> dropConstraint(Evaluator &evaluator, Value element, const BoundArguments &given)
{
    const Outcome<std::pair<schema::QualifiedName, schema::Constraint>> found =
        constraintOf(evaluator, element);
    if (!found)
        return std::unexpected(found.error());
    const Outcome<bool> ifExists = flag(evaluator, given, IfExists);
    const Outcome<bool> cascade = flag(evaluator, given, Cascade);
    if (!ifExists || !cascade)
        return std::unexpected(ifExists ? cascade.error() : ifExists.error());
    const schema::Name name =
        std::visit([](const schema::ConstraintCommon &common) { return common.name; }, found->second);
    return operation::DropConstraint{.table = found->first,
                                     .name = name,
                                     .kind = std::visit(KindOf{}, found->second),
                                     .ifExists = *ifExists,
                                     .cascades = *cascade};
}

Outcome<operation::Change> createSequence(Evaluator &evaluator, Value element, const BoundArguments &given)
{
    Outcome<schema::Sequence> sequence = sequenceFrom(evaluator, element);
    if (!sequence)
        return std::unexpected(sequence.error());
    const Outcome<bool> ifNotExists = flag(evaluator, given, IfNotExists);
    if (!ifNotExists)
        return std::unexpected(ifNotExists.error());
    return operation::CreateSequence{.sequence = *std::move(sequence), .ifNotExists = *ifNotExists};
}

Outcome<operation::Change> dropSequence(Evaluator &evaluator, Value element, const BoundArguments &given)
{
    Outcome<schema::Sequence> sequence = sequenceFrom(evaluator, element);
    if (!sequence)
        return std::unexpected(sequence.error());
    const Outcome<bool> ifExists = flag(evaluator, given, IfExists);
    if (!ifExists)
        return std::unexpected(ifExists.error());
    return operation::DropSequence{.sequence = *std::move(sequence), .ifExists = *ifExists};
}

/// PostgreSQL's statements about an enum or a domain.
template<typename Change>
Outcome<operation::Change> ofType(Evaluator &evaluator, Value element, const BoundArguments &)
{
    auto *type = element.as<TypeObject>();
    if (!type)
        return evaluator.refuse("a statement about a type", "an ENUM or DOMAIN object");
    const Outcome<sql::Type> value = type->type(evaluator);
    if (!value)
        return std::unexpected(value.error());
    return Change{.type = sql::resolved(*value, u"postgresql")};
}

Outcome<operation::Change> setTableComment(Evaluator &evaluator, Value element, const BoundArguments &)
{
    const auto *table = element.as<TableObject>();
    if (!table)
        return evaluator.refuse("SetTableComment()", "a Table object");
    return operation::SetTableComment{.table = table->name, .comment = table->comment.value_or(QString())};
}

Outcome<operation::Change> dropTableComment(Evaluator &evaluator, Value element, const BoundArguments &)
{
    const auto *table = element.as<TableObject>();
    if (!table)
        return evaluator.refuse("DropTableComment()", "a Table object");
    return operation::SetTableComment{.table = table->name};
}

Outcome<operation::Change> setColumnComment(Evaluator &evaluator, Value element, const BoundArguments &)
{
    const auto *column = element.as<ColumnObject>();
    if (!column || !column->table)
        return evaluator.refuse("SetColumnComment()", "a Column of a table");
    Outcome<schema::Column> value = columnFrom(evaluator, element);
    if (!value)
        return std::unexpected(value.error());
    return operation::SetColumnComment{.table = column->table->name, .column = *std::move(value)};
}

Outcome<operation::Change> dropColumnComment(Evaluator &evaluator, Value element, const BoundArguments &given)
{
    Outcome<operation::Change> change = setColumnComment(evaluator, element, given);
    if (change)
        std::get<operation::SetColumnComment>(*change).column.comment.reset();
    return change;
}

Outcome<operation::Change> createSchema(Evaluator &evaluator, Value element, const BoundArguments &given)
{
    const Outcome<schema::Name> name = nameFrom(evaluator, element, "CreateSchema()");
    const Outcome<bool> ifNotExists = flag(evaluator, given, IfNotExists);
    if (!name || !ifNotExists)
        return std::unexpected(name ? ifNotExists.error() : name.error());
    return operation::CreateSchema{.name = *name, .ifNotExists = *ifNotExists};
}

Evaluated initialiseDropSchema(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("DropSchema", "self, name, cascade=, if_exists=");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    const Outcome<schema::Name> name = nameFrom(evaluator, given->value(1), "DropSchema()");
    const Outcome<bool> cascade = flag(evaluator, *given, 2);
    const Outcome<bool> ifExists = flag(evaluator, *given, 3);
    if (!name)
        return std::unexpected(name.error());
    if (!cascade || !ifExists)
        return std::unexpected(cascade ? ifExists.error() : cascade.error());
    given->value(0).as<StatementObject>()->change =
        operation::DropSchema{.name = *name, .ifExists = *ifExists, .cascades = *cascade};
    return Value();
}

/// DDL("…") is %-formatted, with nothing to fill in here: "%%" becomes "%".
Evaluated initialiseDdl(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("DDL", "self, statement, context=");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    Outcome<QString> text = textFrom(evaluator, given->value(1), "DDL()");
    if (!text)
        return std::unexpected(text.error());
    if (QString(*text).remove("%%"_L1).contains(u'%'))
        return evaluator.refuse("DDL() with %-placeholders", "the table that it is listened to by");
    text->replace("%%"_L1, "%"_L1);
    given->value(0).as<StatementObject>()->change =
        operation::Execute{.statement = sql::makeClause(sql::CustomText{.text = *text})};
    return Value();
}

constexpr const NativeClass *elementBases[] = {&clauseElementClass};
constexpr const NativeClass *bases[] = {&ddlElementClass};

template<Maker maker>
constexpr NativeMember membersOf[] = {{"__init__", MemberKind::Method, initialise<maker>}};
constexpr NativeMember dropSchemaMembers[] = {{"__init__", MemberKind::Method, initialiseDropSchema}};
constexpr NativeMember ddlMembers[] = {{"__init__", MemberKind::Method, initialiseDdl}};
constexpr std::string_view module = "sqlalchemy.sql.ddl";

const NativeClass createTableClass = {"CreateTable", module, bases, membersOf<createTable>};
const NativeClass dropTableClass = {"DropTable", module, bases, membersOf<dropTable>};
const NativeClass createIndexClass = {"CreateIndex", module, bases, membersOf<createIndex>};
const NativeClass dropIndexClass = {"DropIndex", module, bases, membersOf<dropIndex>};
const NativeClass addConstraintClass = {"AddConstraint", module, bases, membersOf<addConstraint>};
const NativeClass dropConstraintClass = {"DropConstraint", module, bases, membersOf<dropConstraint>};
const NativeClass createSequenceClass = {"CreateSequence", module, bases, membersOf<createSequence>};
const NativeClass dropSequenceClass = {"DropSequence", module, bases, membersOf<dropSequence>};
const NativeClass setTableCommentClass = {"SetTableComment", module, bases, membersOf<setTableComment>};
const NativeClass dropTableCommentClass = {"DropTableComment", module, bases, membersOf<dropTableComment>};
const NativeClass setColumnCommentClass = {"SetColumnComment", module, bases, membersOf<setColumnComment>};
const NativeClass dropColumnCommentClass = {"DropColumnComment", module, bases, membersOf<dropColumnComment>};
const NativeClass createSchemaClass = {"CreateSchema", module, bases, membersOf<createSchema>};
const NativeClass dropSchemaClass = {"DropSchema", module, bases, dropSchemaMembers};
const NativeClass ddlClass = {"DDL", module, bases, ddlMembers};

constexpr std::string_view namedTypes = "sqlalchemy.dialects.postgresql.named_types";
const NativeClass createEnumClass = {"CreateEnumType", namedTypes, bases,
                                     membersOf<ofType<operation::CreateType>>};
const NativeClass dropEnumClass = {"DropEnumType", namedTypes, bases, membersOf<ofType<operation::DropType>>};
const NativeClass createDomainClass = {"CreateDomainType", namedTypes, bases,
                                       membersOf<ofType<operation::CreateType>>};
const NativeClass dropDomainClass = {"DropDomainType", namedTypes, bases,
                                     membersOf<ofType<operation::DropType>>};

constexpr NativeName typeNames[] = {
    {.name = "CreateEnumType", .type = &createEnumClass},
    {.name = "DropEnumType", .type = &dropEnumClass},
    {.name = "CreateDomainType", .type = &createDomainClass},
    {.name = "DropDomainType", .type = &dropDomainClass},
};

constexpr NativeName names[] = {
    {.name = "CreateTable", .type = &createTableClass},
    {.name = "DropTable", .type = &dropTableClass},
    {.name = "CreateIndex", .type = &createIndexClass},
    {.name = "DropIndex", .type = &dropIndexClass},
    {.name = "AddConstraint", .type = &addConstraintClass},
    {.name = "DropConstraint", .type = &dropConstraintClass},
    {.name = "CreateSequence", .type = &createSequenceClass},
    {.name = "DropSequence", .type = &dropSequenceClass},
    {.name = "SetTableComment", .type = &setTableCommentClass},
    {.name = "DropTableComment", .type = &dropTableCommentClass},
    {.name = "SetColumnComment", .type = &setColumnCommentClass},
    {.name = "DropColumnComment", .type = &dropColumnCommentClass},
    {.name = "CreateSchema", .type = &createSchemaClass},
    {.name = "DropSchema", .type = &dropSchemaClass},
    {.name = "DDL", .type = &ddlClass},
    {.name = "DDLElement", .type = &ddlElementClass},
    {.name = "ExecutableDDLElement", .type = &ddlElementClass},
};

} // namespace

const NativeClass ddlElementClass = {.name = "ExecutableDDLElement",
                                     .module = "sqlalchemy.sql.ddl",
                                     .bases = elementBases,
                                     .allocate = allocateAs<StatementObject>};

std::span<const NativeName> ddlStatementNames()
{
    return names;
}

std::span<const NativeName> typeStatementNames()
{
    return typeNames;
}

Outcome<std::optional<operation::Change>> ddlChangeFrom(Evaluator &, Value value)
{
    const auto *object = value.as<StatementObject>();
    return object ? object->change : std::nullopt;
}

} // namespace athanor::sqlalchemy

// SPDX-License-Identifier: GPL-3.0-or-later
// PostgreSQL's types with a name of their own: ENUM and DOMAIN.
#include "core/dialect/clausewriter.h"
#include "core/dialect/identifiers.h"
#include "core/sqlalchemy/types/enumtype.h"
#include "core/sqlalchemy/types/postgresqltypes.h"
#include "core/sqlalchemy/types/schematype.h"
#include "core/sqlalchemy/types/sqltypes.h"

#include <algorithm>

namespace athanor::sqlalchemy {

using namespace python;
using sql::Type;
using sql::TypeKind;

namespace {

constexpr std::string_view module = "sqlalchemy.dialects.postgresql.named_types";

Evaluated initEnumClass(Evaluator &evaluator, const Arguments &arguments)
{
    auto *self = arguments.positional.empty() ? nullptr : arguments.positional.front().as<TypeObject>();
    if (self == nullptr)
        return evaluator.raise("TypeError", "ENUM.__init__() needs an ENUM");
    std::vector<NamedValue> keywords(arguments.keywords.begin(), arguments.keywords.end());
    Value createsType(true);
    if (const auto given = std::ranges::find(keywords, "create_type", &NamedValue::name);
        given != keywords.end())
        createsType = given->value;
    if (const Done done = initEnum(evaluator, *self, arguments.positional.subspan(1), keywords); !done)
        return std::unexpected(done.error());
    self->attributes.set("native_enum", Value(true));
    self->attributes.set("create_type", createsType);
    return Value();
}

constexpr NativeMember enumMembers[] = {{"__init__", MemberKind::Method, initEnumClass}};

constexpr auto domainArguments = typeArguments<
    "name, data_type, *, collation=None, default=None, constraint_name=None, not_null=None, check=None, "
    "create_type=True, schema=None, metadata=None, inherit_schema=False, quote=None",
    "name, data_type">;

Evaluated initDomain(Evaluator &evaluator, const Arguments &arguments)
{
    if (const Done done = domainArguments().store(evaluator, arguments); !done)
        return std::unexpected(done.error());
    auto *self = arguments.positional.front().as<Instance>();
    const Value *given = self->attributes.find("data_type");
    const Outcome<TypeObject *> type =
        typeObjectFrom(evaluator, given ? *given : Value(), "the type of a DOMAIN");
    if (!type)
        return std::unexpected(type.error());
    self->attributes.set("data_type", Value(*type));
    return Value();
}

constexpr NativeMember domainMembers[] = {{"__init__", MemberKind::Method, initDomain}};

/// A default or check: text as it stands, or an expression; a default's plain text is a literal.
enum class PlainText : std::uint8_t { Literal, Sql };

Outcome<QString> sqlOf(Evaluator &evaluator, Value value, PlainText plain)
{
    const dialect::ClauseWriter &clauses = dialect::dialectOf(dialect::DialectName::PostgreSql).clauses;
    if (const auto *text = value.as<StringObject>()) {
        const QString string = QString::fromStdString(text->utf8);
        return plain == PlainText::Literal ? clauses.stringLiteral(string) : string;
    }
    auto *expression = value.as<ClauseObject>();
    if (expression == nullptr)
        return evaluator.refuse("the default or check of a DOMAIN", "a str or an expression");
    const Outcome<sql::Clause> clause = expression->clause(evaluator);
    if (!clause)
        return std::unexpected(clause.error());
    const Result<QString> text = clauses.text(*clause, {.includesTable = false});
    if (!text)
        return evaluator.refuse("the default or check of a DOMAIN", text.error().message.toStdString());
    return *text;
}

/// Everything after the type in CREATE DOMAIN.
Outcome<QString> domainOptions(Evaluator &evaluator, const TypeObject &object)
{
    const dialect::Identifiers &identifiers =
        dialect::dialectOf(dialect::DialectName::PostgreSql).identifiers;
    QStringList options;
    const auto find = [&](std::string_view name) {
        const Value *value = object.attributes.find(name);
        return value ? *value : Value();
    };
    if (const auto *collation = find("collation").as<StringObject>())
        options += u"COLLATE " + identifiers.quoted(QString::fromStdString(collation->utf8));
    if (const Value value = find("default"); !value.isNone()) {
        const Outcome<QString> text = sqlOf(evaluator, value, PlainText::Literal);
        if (!text)
            return text;
        options += u"DEFAULT " + *text;
    }
    if (const auto *name = find("constraint_name").as<StringObject>())
        options += u"CONSTRAINT " + identifiers.quoted(QString::fromStdString(name->utf8));
    const Outcome<bool> isNotNull = evaluator.truth(find("not_null"));
    if (!isNotNull)
        return std::unexpected(isNotNull.error());
    if (*isNotNull)
        options += QStringLiteral("NOT NULL");
    if (const Value check = find("check"); !check.isNone()) {
        const Outcome<QString> text = sqlOf(evaluator, check, PlainText::Sql);
        if (!text)
            return text;
        options += u"CHECK (" + *text + u')';
    }
    return options.join(u' ');
}

Outcome<Type> domainValue(Evaluator &evaluator, TypeObject &object)
{
    const Value *data = object.attributes.find("data_type");
    Outcome<Type> inside = typeFrom(evaluator, data ? *data : Value(), "the type of a DOMAIN");
    if (!inside)
        return inside;
    const Outcome<QString> options = domainOptions(evaluator, object);
    if (!options)
        return std::unexpected(options.error());
    Type type = {.kind = TypeKind::PgDomain, .item = std::move(*inside), .constraintText = *options};
    const Value *creates = object.attributes.find("create_type");
    const Outcome<bool> truth = evaluator.truth(creates ? *creates : Value(true));
    if (!truth)
        return std::unexpected(truth.error());
    type.createsType = *truth;
    if (const Done done = setSchemaArguments(evaluator, object, type); !done)
        return std::unexpected(done.error());
    return type;
}

} // namespace

constinit const TypeClass namedType =
    typeClass("NamedType", basesOf<typeEngineClass>, TypeKind::Null, noArguments, module, schemaTypeMembers);

constinit const TypeClass postgresqlEnum = typeClass("ENUM", basesOf<namedType, enumType>, TypeKind::PgEnum,
                                                     noArguments, module, enumMembers, enumValue);

constinit const TypeClass postgresqlDomain =
    typeClass("DOMAIN", basesOf<namedType, schemaType>, TypeKind::PgDomain, domainArguments, module,
              domainMembers, domainValue);

} // namespace athanor::sqlalchemy

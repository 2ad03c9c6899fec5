// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/types/schematype.h"

#include "core/sqlalchemy/types/sqltypes.h"

namespace athanor::sqlalchemy {

using namespace python;
using sql::Type;
using sql::TypeKind;

namespace {

/// PostgreSQL alone keeps enums and domains as objects of their own.
bool isCreated(const Type &type, dialect::DialectName dialect)
{
    if (dialect != dialect::DialectName::PostgreSql)
        return false;
    return type.kind == TypeKind::PgEnum || type.kind == TypeKind::PgDomain
           || (type.kind == TypeKind::Enum && type.isNative);
}

template<typename Change>
Evaluated record(Evaluator &evaluator, const Arguments &arguments, std::string_view function)
{
    static const Signature signature("create", "self, bind, checkfirst=, **kw");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<TypeObject>();
    if (self == nullptr)
        return evaluator.raise("TypeError", std::string(function) + "() needs a type");
    if (given->value(1).isNone())
        return evaluator.raise("AttributeError", "'NoneType' object has no attribute 'dialect'");
    Target *target = evaluator.state<TargetSlot>().target;
    if (target == nullptr)
        return evaluator.refuse("type." + std::string(function) + "()", "a place for its statement");
    const Outcome<Type> type = self->type(evaluator);
    if (!type)
        return std::unexpected(type.error());
    const dialect::DialectName dialect = targetDialect(evaluator);
    Type seen = sql::resolved(*type, dialect::dialectOf(dialect).text);
    if (!isCreated(seen, dialect))
        return Value();
    if (const Done done = target->record(evaluator, Change{.type = std::move(seen)}); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated create(Evaluator &evaluator, const Arguments &arguments)
{
    return record<operation::CreateType>(evaluator, arguments, "create");
}

Evaluated drop(Evaluator &evaluator, const Arguments &arguments)
{
    return record<operation::DropType>(evaluator, arguments, "drop");
}

QString textAttribute(const TypeObject &object, std::string_view name)
{
    const Value *value = object.attributes.find(name);
    const auto *text = value == nullptr ? nullptr : value->as<StringObject>();
    return text == nullptr ? QString() : QString::fromStdString(text->utf8);
}

} // namespace

constinit const std::array<NativeMember, 2> schemaTypeMembers = {{
    {"create", MemberKind::Method, create},
    {"drop", MemberKind::Method, drop},
}};

Done setSchemaArguments(Evaluator &evaluator, const TypeObject &object, Type &type)
{
    type.name = textAttribute(object, "name");
    if (const QString schema = textAttribute(object, "schema"); !schema.isEmpty())
        type.schema = schema;
    if (const Value *quote = object.attributes.find("quote"); quote != nullptr && quote->isBoolean())
        type.isNameQuoted = quote->boolean();
    if (const Value *inherits = object.attributes.find("inherit_schema")) {
        const Outcome<bool> truth = evaluator.truth(*inherits);
        if (!truth)
            return std::unexpected(truth.error());
        type.isSchemaInherited = *truth;
    }
    const Value *metadata = object.attributes.find("metadata");
    if (metadata == nullptr || metadata->isNone())
        return {};
    type.isOfMetadata = true;
    if (type.schema)
        return {};
    const Outcome<std::optional<Value>> schema = evaluator.findAttribute(*metadata, "schema");
    if (!schema)
        return std::unexpected(schema.error());
    if (const auto *text = *schema ? (*schema)->as<StringObject>() : nullptr)
        type.schema = QString::fromStdString(text->utf8);
    return {};
}

} // namespace athanor::sqlalchemy

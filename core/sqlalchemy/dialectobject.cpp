// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/dialectobject.h"

#include "core/dialect/identifiers.h"
#include "core/sqlalchemy/types/typeobject.h"

namespace athanor::sqlalchemy {

using namespace python;
using dialect::Capabilities;
using dialect::DialectName;

namespace {

std::string textOf(QLatin1StringView text)
{
    return {text.data(), static_cast<std::size_t>(text.size())};
}

Outcome<DialectObject *> selfOf(Evaluator &evaluator, const Arguments &arguments)
{
    auto *self = arguments.positional.empty() ? nullptr : arguments.positional.front().as<DialectObject>();
    if (self == nullptr)
        return evaluator.raise("TypeError", "a method of a dialect needs one");
    return self;
}

template<QLatin1StringView dialect::Dialect::*Text>
Evaluated text(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<DialectObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return Value(evaluator.heap().string(textOf((*self)->value().*Text)));
}

template<auto Capability>
Evaluated capability(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<DialectObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto value = (*self)->value().capabilities.*Capability;
    if constexpr (std::is_same_v<decltype(value), const bool>)
        return Value(value);
    else
        return Value(std::int64_t(value));
}

Evaluated typeDescriptor(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() != 2)
        return evaluator.raise("TypeError",
                               "type_descriptor() missing 1 required positional argument: 'typeobj'");
    const Outcome<TypeObject *> type =
        typeObjectFrom(evaluator, arguments.positional[1], "type_descriptor()");
    if (!type)
        return std::unexpected(type.error());
    TypeObject *adapted = copyOf(evaluator, **type);
    adapted->isAdapted = true;
    return Value(adapted);
}

Evaluated isMariaDb(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<DialectObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    return Value((*self)->name == DialectName::MariaDb);
}

/// The driver's own way to mark parameters, which Alembic keeps unless env.py says paramstyle=named.
Evaluated paramstyle(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<DialectObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    static constexpr std::string_view styles[] = {"pyformat", "format", "format", "qmark", "named", "named"};
    return Value(evaluator.heap().string(styles[static_cast<std::size_t>((*self)->name)]));
}

Evaluated preparer(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<DialectObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    auto *made = evaluator.instance<PreparerObject>(identifierPreparerClass);
    made->name = (*self)->name;
    return Value(made);
}

Evaluated none(Evaluator &, const Arguments &)
{
    return Value();
}

Evaluated asksServer(Evaluator &evaluator, const Arguments &)
{
    return evaluator.refuse("a question to the database through its dialect", "a connection");
}

constexpr NativeMember dialectMembers[] = {
    {"__init__", MemberKind::Method, none},
    {"dbapi", MemberKind::Getter, none},
    {"default_schema_name", MemberKind::Getter, none},
    {"driver", MemberKind::Getter, text<&dialect::Dialect::driver>},
    {"get_columns", MemberKind::Method, asksServer},
    {"get_table_names", MemberKind::Method, asksServer},
    {"has_index", MemberKind::Method, asksServer},
    {"has_schema", MemberKind::Method, asksServer},
    {"has_sequence", MemberKind::Method, asksServer},
    {"has_table", MemberKind::Method, asksServer},
    {"has_type", MemberKind::Method, asksServer},
    {"identifier_preparer", MemberKind::Getter, preparer},
    {"inline_comments", MemberKind::Getter, capability<&Capabilities::hasInlineComments>},
    {"is_mariadb", MemberKind::Getter, isMariaDb},
    {"max_identifier_length", MemberKind::Getter, capability<&Capabilities::maximumIdentifierLength>},
    {"name", MemberKind::Getter, text<&dialect::Dialect::text>},
    {"paramstyle", MemberKind::Getter, paramstyle},
    {"server_version_info", MemberKind::Getter, none},
    {"supports_alter", MemberKind::Getter, capability<&Capabilities::canAlterConstraints>},
    {"supports_comments", MemberKind::Getter, capability<&Capabilities::hasComments>},
    {"supports_identity_columns", MemberKind::Getter, capability<&Capabilities::hasIdentityColumns>},
    {"supports_native_boolean", MemberKind::Getter, capability<&Capabilities::hasNativeBoolean>},
    {"supports_native_enum", MemberKind::Getter, capability<&Capabilities::hasNativeEnum>},
    {"supports_native_uuid", MemberKind::Getter, capability<&Capabilities::hasNativeUuid>},
    {"supports_sequences", MemberKind::Getter, capability<&Capabilities::hasSequences>},
    {"type_descriptor", MemberKind::Method, typeDescriptor},
};

enum class Quoting : std::uint8_t { AsNeeded, Always, Schema };

template<Quoting How>
Evaluated quote(Evaluator &evaluator, const Arguments &arguments)
{
    const Outcome<DialectObject *> self = selfOf(evaluator, arguments);
    if (!self)
        return std::unexpected(self.error());
    const auto *name = arguments.positional.size() < 2 ? nullptr : arguments.positional[1].as<StringObject>();
    if (name == nullptr)
        return evaluator.refuse("quoting something else than a str", "a name");
    const QString given = QString::fromStdString(name->utf8);
    const dialect::Identifiers &identifiers = (*self)->value().identifiers;
    const QString quoted = How == Quoting::Always   ? identifiers.inQuotes(given)
                           : How == Quoting::Schema ? identifiers.quotedSchema({.text = given})
                                                    : identifiers.quoted(given);
    return Value(evaluator.heap().string(quoted.toStdString()));
}

constexpr NativeMember preparerMembers[] = {
    {"quote", MemberKind::Method, quote<Quoting::AsNeeded>},
    {"quote_identifier", MemberKind::Method, quote<Quoting::Always>},
    {"quote_schema", MemberKind::Method, quote<Quoting::Schema>},
};

template<typename T>
Instance *allocateAs(Heap &heap, ClassObject *type)
{
    return heap.make<T>(type);
}

} // namespace

constinit const NativeClass dialectClass = {.name = "DefaultDialect",
                                            .module = "sqlalchemy.engine.default",
                                            .members = dialectMembers,
                                            .allocate = allocateAs<DialectObject>};
constinit const NativeClass identifierPreparerClass = {.name = "IdentifierPreparer",
                                                       .module = "sqlalchemy.sql.compiler",
                                                       .members = preparerMembers,
                                                       .allocate = allocateAs<PreparerObject>};

DialectName targetDialect(Evaluator &evaluator)
{
    const Target *target = evaluator.state<TargetSlot>().target;
    return target == nullptr ? DialectName::PostgreSql
                             : dialect::dialectName(target->dialect()).value_or(DialectName::PostgreSql);
}

Value dialectValue(Evaluator &evaluator)
{
    return dialectValue(evaluator, targetDialect(evaluator));
}

Value dialectValue(Evaluator &evaluator, DialectName name)
{
    return Value(evaluator.instance<DialectObject>(dialectClassOf(name)));
}

Outcome<DialectName> dialectFrom(Evaluator &evaluator, Value value)
{
    if (const auto *object = value.as<DialectObject>())
        return object->name;
    const Evaluated name = evaluator.attribute(value, "name");
    if (!name)
        return std::unexpected(name.error());
    const auto *text = name->as<StringObject>();
    const std::optional<DialectName> known =
        text == nullptr ? std::nullopt : dialect::dialectName(QString::fromStdString(text->utf8));
    if (!known)
        return evaluator.refuse("a dialect of another name",
                                "one of postgresql, mysql, mariadb, sqlite, mssql, oracle");
    return *known;
}

} // namespace athanor::sqlalchemy

// SPDX-License-Identifier: GPL-3.0-or-later
// Sequence, Identity, Computed, FetchedValue, DefaultClause and ColumnDefault.
#include "core/dialect/dialect.h"
#include "core/sql/build.h"
#include "core/sqlalchemy/schema/schemaobjects.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using namespace python;

namespace {

GeneratorObject *selfOf(const Arguments &arguments)
{
    return arguments.positional[0].as<GeneratorObject>();
}

/// start, increment, minvalue, maxvalue, nominvalue, nomaxvalue, cycle, cache, order: from `first` on.
template<typename T>
Done readOptions(Evaluator &evaluator, const BoundArguments &given, std::size_t first, T &options)
{
    std::optional<qint64> *const numbers[] = {&options.start, &options.increment, &options.minValue,
                                              &options.maxValue, &options.cache};
    const std::size_t places[] = {0, 1, 2, 3, 7};
    for (std::size_t i = 0; i < std::size(places); ++i) {
        const auto number = numberFrom(evaluator, given.value(first + places[i]), "an option of a sequence");
        if (!number)
            return std::unexpected(number.error());
        *numbers[i] = *number;
    }
    const auto noMinimum = flagFrom(evaluator, given.value(first + 4));
    const auto noMaximum = flagFrom(evaluator, given.value(first + 5));
    const auto cycle = flagFrom(evaluator, given.value(first + 6));
    const auto order = flagFrom(evaluator, given.value(first + 8));
    for (const auto *flag : {&noMinimum, &noMaximum, &cycle, &order}) {
        if (!*flag)
            return std::unexpected(flag->error());
    }
    // SQLAlchemy writes NO MINVALUE for False too: it asks only whether one was given.
    options.hasNoMinValue = noMinimum->has_value();
    options.hasNoMaxValue = noMaximum->has_value();
    options.cycles = *cycle;
    options.isOrdered = *order;
    return {};
}

Evaluated initialiseSequence(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "Sequence", "self, name, start=, increment=, minvalue=, maxvalue=, nominvalue=, nomaxvalue=, "
                    "cycle=, cache=, order=, schema=, data_type=, optional=, quote=, metadata=, "
                    "quote_schema=, for_update=");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<GeneratorObject>();
    self->kind = GeneratorKind::Sequence;
    if (const Done read = readOptions(evaluator, *given, 2, self->sequence); !read)
        return std::unexpected(read.error());
    const Outcome<schema::Name> name = nameFrom(evaluator, given->value(1), "Sequence()");
    const Outcome<schema::Name> schema = nameFrom(evaluator, given->value(11), "Sequence(schema=)");
    const auto optional = flagFrom(evaluator, given->value(13));
    const auto quote = flagFrom(evaluator, given->value(14));
    if (!name || !schema)
        return std::unexpected(name ? schema.error() : name.error());
    if (!optional || !quote)
        return std::unexpected(optional ? quote.error() : optional.error());
    self->sequence.name = {.schema = *schema, .name = *name};
    if (*quote)
        self->sequence.name.name.isQuoted = *quote;
    self->sequence.isOptional = optional->value_or(false);
    if (!given->value(12).isNone()) {
        Outcome<sql::Type> type = typeFrom(evaluator, given->value(12), "Sequence(data_type=)");
        if (!type)
            return std::unexpected(type.error());
        self->sequence.dataType = *std::move(type);
    }
    if (auto *metadata = given->value(15).as<MetaDataObject>()) {
        metadata->sequences.push_back(self);
        if (self->sequence.name.schema.isEmpty())
            self->sequence.name.schema = metadata->schema;
    }
    return Value();
}

template<typename Change>
Evaluated recordSequence(Evaluator &evaluator, const Arguments &arguments, std::string_view method)
{
    Target *target = evaluator.state<TargetSlot>().target;
    if (!target)
        return evaluator.refuse("Sequence." + std::string(method) + "()", "a place for its statement");
    const auto name = dialect::dialectName(target->dialect());
    if (!name || !dialect::dialectOf(*name).capabilities.hasSequences)
        return Value();
    if (const Done done = target->record(evaluator, Change{.sequence = selfOf(arguments)->sequence}); !done)
        return std::unexpected(done.error());
    return Value();
}

Evaluated createSequence(Evaluator &evaluator, const Arguments &arguments)
{
    return recordSequence<operation::CreateSequence>(evaluator, arguments, "create");
}

Evaluated dropSequence(Evaluator &evaluator, const Arguments &arguments)
{
    return recordSequence<operation::DropSequence>(evaluator, arguments, "drop");
}

Evaluated nextValue(Evaluator &evaluator, const Arguments &arguments)
{
    const schema::QualifiedName &name = selfOf(arguments)->sequence.name;
    return clauseObject(evaluator,
                        sql::makeClause(
                            sql::NextValue{
                                .schema = {.text = name.schema.text, .isQuoted = name.schema.isQuoted},
                                .sequence = {.text = name.name.text, .isQuoted = name.name.isQuoted},
                            },
                            sql::plainType(sql::TypeKind::Integer)));
}

Evaluated getSequenceName(Evaluator &evaluator, const Arguments &arguments)
{
    return nameValue(evaluator, selfOf(arguments)->sequence.name.name);
}

Evaluated getSequenceSchema(Evaluator &evaluator, const Arguments &arguments)
{
    return nameValue(evaluator, selfOf(arguments)->sequence.name.schema);
}

Evaluated initialiseIdentity(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature(
        "Identity", "self, always=, on_null=, start=, increment=, minvalue=, maxvalue=, nominvalue=, "
                    "nomaxvalue=, cycle=, cache=, order=, **dialect_kw");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<GeneratorObject>();
    self->kind = GeneratorKind::Identity;
    if (const Done read = readOptions(evaluator, *given, 3, self->identity); !read)
        return std::unexpected(read.error());
    const auto always = flagFrom(evaluator, given->value(1));
    const auto onNull = flagFrom(evaluator, given->value(2));
    if (!always || !onNull)
        return std::unexpected(always ? onNull.error() : always.error());
    self->identity.isAlways = always->value_or(false);
    self->identity.onNull = *onNull;
    return Value();
}

Evaluated initialiseComputed(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("Computed", "self, sqltext, persisted=");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<GeneratorObject>();
    self->kind = GeneratorKind::Computed;
    Outcome<sql::Clause> expression = conditionFrom(evaluator, given->value(1), "Computed()");
    if (!expression)
        return std::unexpected(expression.error());
    const auto persisted = flagFrom(evaluator, given->value(2));
    if (!persisted)
        return std::unexpected(persisted.error());
    self->computed = {.expression = *std::move(expression), .isPersisted = *persisted};
    return Value();
}

Evaluated initialiseFetched(Evaluator &evaluator, const Arguments &arguments)
{
    static const Signature signature("FetchedValue", "self, for_update=");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<GeneratorObject>();
    self->kind = GeneratorKind::Fetched;
    const auto forUpdate = flagFrom(evaluator, given->value(1));
    if (!forUpdate)
        return std::unexpected(forUpdate.error());
    self->isForUpdate = forUpdate->value_or(false);
    return Value();
}

Evaluated initialiseDefault(Evaluator &evaluator, const Arguments &arguments, GeneratorKind kind)
{
    static const Signature signature("DefaultClause", "self, arg, for_update=, _reflected=");
    const Outcome<BoundArguments> given = signature.bind(evaluator, arguments);
    if (!given)
        return std::unexpected(given.error());
    auto *self = given->value(0).as<GeneratorObject>();
    self->kind = kind;
    self->argument = given->value(1);
    const auto forUpdate = flagFrom(evaluator, given->value(2));
    if (!forUpdate)
        return std::unexpected(forUpdate.error());
    self->isForUpdate = forUpdate->value_or(false);
    return Value();
}

Evaluated initialiseDefaultClause(Evaluator &evaluator, const Arguments &arguments)
{
    return initialiseDefault(evaluator, arguments, GeneratorKind::DefaultClause);
}

Evaluated initialiseColumnDefault(Evaluator &evaluator, const Arguments &arguments)
{
    return initialiseDefault(evaluator, arguments, GeneratorKind::ColumnDefault);
}

Evaluated getArgument(Evaluator &, const Arguments &arguments)
{
    return selfOf(arguments)->argument;
}

Evaluated getPersisted(Evaluator &, const Arguments &arguments)
{
    return flagValue(selfOf(arguments)->computed.isPersisted);
}

Evaluated getSqlText(Evaluator &evaluator, const Arguments &arguments)
{
    return clauseObject(evaluator, selfOf(arguments)->computed.expression);
}

constexpr const NativeClass *bases[] = {&schemaItemClass};
constexpr const NativeClass *fetchedBases[] = {&fetchedValueClass};
constexpr NativeMember sequenceMembers[] = {
    {"__init__", MemberKind::Method, initialiseSequence}, {"create", MemberKind::Method, createSequence},
    {"drop", MemberKind::Method, dropSequence},           {"next_value", MemberKind::Method, nextValue},
    {"name", MemberKind::Getter, getSequenceName},        {"schema", MemberKind::Getter, getSequenceSchema},
};
constexpr NativeMember identityMembers[] = {{"__init__", MemberKind::Method, initialiseIdentity}};
constexpr NativeMember computedMembers[] = {{"__init__", MemberKind::Method, initialiseComputed},
                                            {"persisted", MemberKind::Getter, getPersisted},
                                            {"sqltext", MemberKind::Getter, getSqlText}};
constexpr NativeMember fetchedMembers[] = {{"__init__", MemberKind::Method, initialiseFetched}};
constexpr NativeMember defaultClauseMembers[] = {{"__init__", MemberKind::Method, initialiseDefaultClause},
                                                 {"arg", MemberKind::Getter, getArgument}};
constexpr NativeMember columnDefaultMembers[] = {{"__init__", MemberKind::Method, initialiseColumnDefault},
                                                 {"arg", MemberKind::Getter, getArgument}};

constexpr std::string_view module = "sqlalchemy.sql.schema";

} // namespace

const NativeClass sequenceClass = {"Sequence", module, bases, sequenceMembers, allocateAs<GeneratorObject>};
const NativeClass fetchedValueClass = {"FetchedValue", module, bases, fetchedMembers,
                                       allocateAs<GeneratorObject>};
const NativeClass identityClass = {"Identity", module, fetchedBases, identityMembers,
                                   allocateAs<GeneratorObject>};
const NativeClass computedClass = {"Computed", module, fetchedBases, computedMembers,
                                   allocateAs<GeneratorObject>};
const NativeClass defaultClauseClass = {"DefaultClause", module, fetchedBases, defaultClauseMembers,
                                        allocateAs<GeneratorObject>};
const NativeClass columnDefaultClass = {"ColumnDefault", module, bases, columnDefaultMembers,
                                        allocateAs<GeneratorObject>};

Outcome<schema::Sequence> sequenceFrom(Evaluator &evaluator, Value sequence)
{
    const auto *object = sequence.as<GeneratorObject>();
    if (object && object->kind == GeneratorKind::Sequence)
        return object->sequence;
    return evaluator.refuse("a sequence", "a Sequence object");
}

Outcome<std::optional<schema::ServerDefault>> serverDefaultFrom(Evaluator &evaluator, Value value)
{
    if (value.isNone())
        return std::nullopt;
    if (const auto *text = value.as<StringObject>()) {
        return schema::ServerDefault(
            QString::fromUtf8(text->utf8.data(), static_cast<qsizetype>(text->utf8.size())));
    }
    if (const auto *object = value.as<GeneratorObject>()) {
        switch (object->kind) {
        case GeneratorKind::Identity:
            return schema::ServerDefault(object->identity);
        case GeneratorKind::Computed:
            return schema::ServerDefault(object->computed);
        case GeneratorKind::Fetched:
            return schema::ServerDefault(schema::FetchedValue{});
        case GeneratorKind::DefaultClause:
            return serverDefaultFrom(evaluator, object->argument);
        case GeneratorKind::Sequence:
        case GeneratorKind::ColumnDefault:
            break;
        }
        return raiseSqlAlchemy(evaluator, "ArgumentError",
                               "Argument 'arg' is expected to be one of type '<class 'str'>' or '<class "
                               "'sqlalchemy.sql.elements.ClauseElement'>' or '<class "
                               "'sqlalchemy.sql.elements.TextClause'>', got another default");
    }
    Outcome<std::optional<sql::Clause>> clause = clauseFrom(evaluator, value);
    if (!clause)
        return std::unexpected(clause.error());
    if (*clause)
        return schema::ServerDefault(**clause);
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "server_default");
    const Outcome<std::string> shown = evaluator.repr(value);
    if (!shown)
        return std::unexpected(shown.error());
    const ClassObject *type = evaluator.typeOf(value);
    return raiseSqlAlchemy(evaluator, "ArgumentError",
                           "Argument 'arg' is expected to be one of type '<class 'str'>' or '<class "
                           "'sqlalchemy.sql.elements.ClauseElement'>' or '<class "
                           "'sqlalchemy.sql.elements.TextClause'>', got '<class '"
                               + type->name + "'>'");
}

} // namespace athanor::sqlalchemy

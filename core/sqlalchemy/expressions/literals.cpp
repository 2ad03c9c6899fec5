// SPDX-License-Identifier: GPL-3.0-or-later
// Values of a script as they go into statements. The classes of the standard library are known by their names
// and asked for their attributes, so that classes derived from them count as well.
#include "core/evaluator/biginteger.h"
#include "core/evaluator/dictionary.h"
#include "core/sqlalchemy/expressionobject.h"
#include "core/sqlalchemy/expressions/operands.h"

using namespace Qt::StringLiterals;

namespace athanor::sqlalchemy {

using python::Evaluator;
using python::Outcome;
using python::Value;

namespace {

enum class KnownClass : std::uint8_t { None, Date, DateTime, Time, Interval, Uuid, Decimal, Enum };

KnownClass knownClass(Evaluator &evaluator, Value value)
{
    const python::ClassObject *type = evaluator.typeOf(value);
    for (const python::ClassObject *each : type->order) {
        const std::string_view name = each->name;
        const std::string_view module = each->module;
        if (module == "datetime") {
            if (name == "datetime")
                return KnownClass::DateTime;
            if (name == "date")
                return KnownClass::Date;
            if (name == "time")
                return KnownClass::Time;
            if (name == "timedelta")
                return KnownClass::Interval;
        }
        if (name == "UUID" && module == "uuid")
            return KnownClass::Uuid;
        if (name == "Decimal" && (module == "decimal" || module == "_decimal"))
            return KnownClass::Decimal;
        if (name == "Enum" && module == "enum")
            return KnownClass::Enum;
    }
    return KnownClass::None;
}

Outcome<qint64> integerAttribute(Evaluator &evaluator, Value object, std::string_view name)
{
    const auto value = evaluator.attribute(object, name);
    if (!value)
        return std::unexpected(value.error());
    return value->isInteger() ? value->integer() : 0;
}

/// Reads several integer attributes into ints; the first failure ends it.
class AttributeReader
{
public:
    AttributeReader(Evaluator &evaluator, Value object)
        : m_evaluator(evaluator)
        , m_object(object)
    {
    }

    qint64 read(std::string_view name)
    {
        if (!m_done)
            return 0;
        const auto value = integerAttribute(m_evaluator, m_object, name);
        if (!value) {
            m_done = std::unexpected(value.error());
            return 0;
        }
        return *value;
    }
    int readInt(std::string_view name) { return static_cast<int>(read(name)); }
    const python::Done &done() const { return m_done; }

private:
    Evaluator &m_evaluator;
    Value m_object;
    python::Done m_done = {};
};

sql::Date readDate(AttributeReader &reader)
{
    return {reader.readInt("year"), reader.readInt("month"), reader.readInt("day")};
}

Outcome<sql::Time> readTime(Evaluator &evaluator, AttributeReader &reader, Value value)
{
    sql::Time time{reader.readInt("hour"),
                   reader.readInt("minute"),
                   reader.readInt("second"),
                   reader.readInt("microsecond"),
                   {}};
    const auto offset = evaluator.callMethod(value, "utcoffset");
    if (!offset)
        return std::unexpected(offset.error());
    if (!offset->isNone()) {
        AttributeReader span(evaluator, *offset);
        time.offset =
            (span.read("days") * 86400 + span.read("seconds")) * 1'000'000 + span.read("microseconds");
        if (!span.done())
            return std::unexpected(span.done().error());
    }
    return time;
}

Outcome<sql::Literal> readMoment(Evaluator &evaluator, Value value, KnownClass kind)
{
    AttributeReader reader(evaluator, value);
    sql::Literal literal;
    if (kind == KnownClass::Interval) {
        literal.value =
            sql::Interval{reader.read("days"), reader.readInt("seconds"), reader.readInt("microseconds")};
    } else if (kind == KnownClass::Date) {
        literal.value = readDate(reader);
    } else {
        sql::DateTime moment;
        if (kind == KnownClass::DateTime)
            moment.date = readDate(reader);
        const auto time = readTime(evaluator, reader, value);
        if (!time)
            return std::unexpected(time.error());
        moment.time = *time;
        if (kind == KnownClass::DateTime)
            literal.value = moment;
        else
            literal.value = moment.time;
    }
    if (!reader.done())
        return std::unexpected(reader.done().error());
    return literal;
}

Outcome<sql::Literal> readObject(Evaluator &evaluator, Value value)
{
    const KnownClass kind = knownClass(evaluator, value);
    switch (kind) {
    case KnownClass::Date:
    case KnownClass::DateTime:
    case KnownClass::Time:
    case KnownClass::Interval:
        return readMoment(evaluator, value, kind);
    case KnownClass::Uuid:
    case KnownClass::Decimal: {
        const auto text = evaluator.str(value);
        if (!text)
            return std::unexpected(text.error());
        if (kind == KnownClass::Uuid)
            return sql::Literal{sql::Uuid{QString::fromStdString(*text)}};
        return sql::Literal{sql::Number{QString::fromStdString(*text), true}};
    }
    case KnownClass::Enum:
    case KnownClass::None:
        break;
    }
    const auto text = evaluator.repr(value);
    if (!text)
        return std::unexpected(text.error());
    return sql::Literal{sql::PythonObject{QString::fromStdString(*text)}};
}

Outcome<sql::Literal> readList(Evaluator &evaluator, Value value, bool isTuple)
{
    const auto items = evaluator.items(value);
    if (!items)
        return std::unexpected(items.error());
    sql::LiteralList list{.isTuple = isTuple};
    for (const Value item : *items) {
        auto literal = literalFrom(evaluator, item);
        if (!literal)
            return std::unexpected(literal.error());
        list.items += *std::move(literal);
    }
    return sql::Literal{std::move(list)};
}

} // namespace

Outcome<sql::Literal> literalFrom(Evaluator &evaluator, Value value)
{
    switch (value.kind()) {
    case python::ValueKind::None:
        return sql::Literal{};
    case python::ValueKind::Boolean:
        return sql::Literal{value.boolean()};
    case python::ValueKind::Integer:
        return sql::Literal{qint64(value.integer())};
    case python::ValueKind::Float:
        return sql::Literal{value.number()};
    case python::ValueKind::Ellipsis:
    case python::ValueKind::NotImplemented:
        return sql::Literal{sql::PythonObject{u"Ellipsis"_s}};
    case python::ValueKind::Object:
        break;
    }
    if (const auto *opaque = value.as<python::OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "a statement's value");
    if (value.object()->kind() == python::ObjectKind::Instance) {
        // A str Enum's member is a str and an Enum: what it is in the database is up to the column's type.
        if (const auto *text = value.as<python::StringObject>())
            return sql::Literal{QString::fromStdString(text->utf8)};
        return readObject(evaluator, value);
    }
    if (const auto *text = value.as<python::StringObject>())
        return sql::Literal{QString::fromStdString(text->utf8)};
    if (const auto *bytes = value.as<python::BytesObject>())
        return sql::Literal{QByteArray::fromStdString(bytes->bytes)};
    if (const auto *big = value.as<python::BigIntegerObject>())
        return sql::Literal{sql::Number{QString::fromStdString(big->value.text()), false}};
    if (value.as<python::ListObject>() || value.as<python::SetObject>()
        || value.as<python::FrozenSetObject>())
        return readList(evaluator, value, false);
    if (value.as<python::TupleObject>())
        return readList(evaluator, value, true);
    return readObject(evaluator, value);
}

Outcome<sql::Literal> literalFrom(Evaluator &evaluator, Value value, const Boxed<sql::Type> &type)
{
    TypeObject *object = typeObjectOf(evaluator, type);
    if (!object)
        return literalFrom(evaluator, value);
    const auto processed = boundValue(evaluator, *object, value);
    if (!processed)
        return std::unexpected(processed.error());
    return literalFrom(evaluator, *processed);
}

} // namespace athanor::sqlalchemy

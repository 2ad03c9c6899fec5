// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sqlalchemy/schema/arguments.h"

namespace athanor::sqlalchemy {

using namespace python;

Value textValue(Evaluator &evaluator, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return evaluator.heap().string(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

Outcome<QString> textFrom(Evaluator &evaluator, Value value, std::string_view purpose)
{
    if (const auto *text = value.as<StringObject>())
        return QString::fromUtf8(text->utf8.data(), static_cast<qsizetype>(text->utf8.size()));
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, purpose);
    const Outcome<std::string> shown = evaluator.repr(value);
    if (!shown)
        return std::unexpected(shown.error());
    return evaluator.refuse(std::string(purpose) + ": " + *shown, "a string");
}

Outcome<QString> textOrNothing(Evaluator &evaluator, Value value, std::string_view purpose)
{
    return value.isNone() ? Outcome<QString>(QString()) : textFrom(evaluator, value, purpose);
}

Outcome<std::optional<bool>> flagFrom(Evaluator &evaluator, Value value)
{
    if (value.isNone())
        return std::nullopt;
    if (value.isBoolean())
        return value.boolean();
    const Outcome<bool> truth = evaluator.truth(value);
    if (!truth)
        return std::unexpected(truth.error());
    return *truth;
}

Outcome<std::optional<qint64>> numberFrom(Evaluator &evaluator, Value value, std::string_view purpose)
{
    if (value.isNone())
        return std::nullopt;
    if (value.isInteger())
        return value.integer();
    if (value.isBoolean())
        return value.boolean() ? 1 : 0;
    if (const auto *opaque = value.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, purpose);
    return evaluator.refuse(purpose, "a whole number of 64 bits");
}

Value flagValue(const std::optional<bool> &flag)
{
    return flag ? Value(*flag) : Value();
}

Value numberValue(const std::optional<qint64> &number)
{
    return number ? Value(static_cast<std::int64_t>(*number)) : Value();
}

std::unexpected<Raised> raiseSqlAlchemy(Evaluator &evaluator, std::string_view type, std::string_view message)
{
    // The module may be there without the class where a program leaves the expressions out.
    const Evaluated module = evaluator.import("sqlalchemy.exc");
    if (!module)
        return evaluator.raise("ValueError", message);
    const auto found = evaluator.findAttribute(*module, type);
    if (!found || !*found || !(*found)->as<ClassObject>())
        return evaluator.raise("ValueError", message);
    const Evaluated exception = evaluator.call(**found, {Value(evaluator.heap().string(message))});
    if (!exception)
        return std::unexpected(exception.error());
    return std::unexpected(Raised{.exception = *exception});
}

std::unexpected<Raised> raiseError(Evaluator &evaluator, const Error &error)
{
    return raiseSqlAlchemy(evaluator, "InvalidRequestError", error.message.toStdString());
}

quint64 nextNumber(Evaluator &evaluator)
{
    struct Counter
    {
        quint64 last = 0;
    };
    return ++evaluator.state<Counter>().last;
}

} // namespace athanor::sqlalchemy

// SPDX-License-Identifier: GPL-3.0-or-later
// Truth, length and hash of values.
#include "core/evaluator/biginteger.h"
#include "core/evaluator/dictionary.h"
#include "core/evaluator/iteration.h"
#include "core/evaluator/runtime.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace athanor::python {

namespace {

/// The number of items of builtin containers; empty for anything else.
std::optional<std::int64_t> builtinLength(Value value)
{
    if (!value.isObject())
        return std::nullopt;
    const auto count = [](std::size_t size) { return static_cast<std::int64_t>(size); };
    Object *object = value.object();
    switch (object->kind()) {
    case ObjectKind::String: {
        const auto *text = static_cast<StringObject *>(object);
        if (text->isAscii)
            return count(text->utf8.size());
        return std::ranges::count_if(text->utf8, [](char c) { return (c & 0xC0) != 0x80; });
    }
    case ObjectKind::Bytes:
        return count(static_cast<BytesObject *>(object)->bytes.size());
    case ObjectKind::List:
        return count(static_cast<ListObject *>(object)->items.size());
    case ObjectKind::Tuple:
        return count(static_cast<TupleObject *>(object)->items.size());
    case ObjectKind::Dictionary:
        return count(static_cast<DictionaryObject *>(object)->table.size());
    case ObjectKind::Set:
        return count(static_cast<SetObject *>(object)->table.size());
    case ObjectKind::FrozenSet:
        return count(static_cast<FrozenSetObject *>(object)->table.size());
    case ObjectKind::Range:
        return static_cast<RangeObject *>(object)->length();
    default:
        return std::nullopt;
    }
}

std::size_t mixed(std::size_t seed, std::size_t hash)
{
    return (seed ^ hash) * 0x9E3779B97F4A7C15U + (seed << 6) + (seed >> 2);
}

std::size_t floatHash(double number)
{
    if (std::trunc(number) == number && std::fabs(number) < 9.2e18)
        return static_cast<std::size_t>(static_cast<std::int64_t>(number));
    if (std::trunc(number) == number && std::isfinite(number))
        return stringHash(BigInteger::fromDouble(number).text());
    return std::hash<double>()(number);
}

} // namespace

Outcome<bool> Evaluator::truth(Value value)
{
    switch (value.kind()) {
    case ValueKind::None:
        return false;
    case ValueKind::Boolean:
        return value.boolean();
    case ValueKind::Integer:
        return value.integer() != 0;
    case ValueKind::Float:
        return value.number() != 0;
    case ValueKind::Ellipsis:
        return true;
    case ValueKind::NotImplemented:
        return raise("TypeError", "NotImplemented should not be used in a boolean context");
    case ValueKind::Object:
        break;
    }
    if (const auto length = builtinLength(value))
        return *length != 0;
    if (const auto *unknown = value.as<OpaqueObject>())
        return refuseOpaque(*unknown, "a condition");
    const ObjectKind kind = value.object()->kind();
    if (kind != ObjectKind::Instance && kind != ObjectKind::Class)
        return true;
    const auto answer = m_runtime->callSpecial(value, "__bool__");
    if (!answer)
        return std::unexpected(answer.error());
    if (*answer) {
        if (!(*answer)->isBoolean())
            return raise("TypeError", "__bool__ should return bool, returned " + typeName(*this, **answer));
        return (*answer)->boolean();
    }
    const auto length = m_runtime->callSpecial(value, "__len__");
    if (!length)
        return std::unexpected(length.error());
    if (*length)
        return truth(**length);
    const Value inner = plain(value);
    return inner.isSame(value) ? Outcome<bool>(true) : truth(inner);
}

Outcome<std::int64_t> Evaluator::length(Value value)
{
    if (const auto length = builtinLength(value))
        return *length;
    if (const auto *unknown = value.as<OpaqueObject>())
        return refuseOpaque(*unknown, "its length");
    if (!m_runtime->isPlainObject(value)) {
        const auto answer = m_runtime->callSpecial(value, "__len__");
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer && plain(**answer).isInteger())
            return plain(**answer).integer();
        if (const Value inner = plain(value); !inner.isSame(value))
            return length(inner);
    }
    return raise("TypeError", "object of type '" + typeName(*this, value) + "' has no len()");
}

Outcome<std::size_t> Evaluator::hash(Value value)
{
    switch (value.kind()) {
    case ValueKind::Boolean:
        return value.boolean() ? 1 : 0;
    case ValueKind::Integer:
        return static_cast<std::size_t>(value.integer());
    case ValueKind::Float:
        return floatHash(value.number());
    case ValueKind::Object:
        break;
    default:
        return static_cast<std::size_t>(value.kind()) + 0x517CC1B7U;
    }
    Object *object = value.object();
    switch (object->kind()) {
    case ObjectKind::String:
        return stringHash(static_cast<StringObject *>(object)->utf8);
    case ObjectKind::Bytes:
        return stringHash(static_cast<BytesObject *>(object)->bytes);
    case ObjectKind::BigInteger:
        return stringHash(static_cast<BigIntegerObject *>(object)->value.text());
    case ObjectKind::Tuple: {
        std::size_t result = 0x345678;
        for (const Value &item : static_cast<TupleObject *>(object)->items) {
            const auto part = hash(item);
            if (!part)
                return part;
            result = mixed(result, *part);
        }
        return result;
    }
    case ObjectKind::FrozenSet: {
        std::size_t result = 0x5A17;
        const HashTable &table = static_cast<FrozenSetObject *>(object)->table;
        for (std::size_t at = 0; const auto *entry = table.next(at);)
            result ^= mixed(0, entry->hash);
        return result;
    }
    case ObjectKind::Range: {
        const auto *range = static_cast<RangeObject *>(object);
        return mixed(static_cast<std::size_t>(range->length()), static_cast<std::size_t>(range->start));
    }
    case ObjectKind::BoundMethod: {
        const auto *method = static_cast<BoundMethod *>(object);
        return mixed(std::hash<const Object *>()(method->self.isObject() ? method->self.object() : nullptr),
                     std::hash<const Object *>()(method->function.object()));
    }
    case ObjectKind::Opaque:
        return refuseOpaque(*static_cast<OpaqueObject *>(object), "a key");
    case ObjectKind::List:
    case ObjectKind::Dictionary:
    case ObjectKind::Set:
    case ObjectKind::Slice:
        return raise("TypeError", "unhashable type: '" + typeName(*this, value) + '\'');
    case ObjectKind::Instance:
    case ObjectKind::Class:
        return m_runtime->objectHash(value);
    default:
        return std::hash<const Object *>()(object);
    }
}

Outcome<std::size_t> Evaluator::Runtime::objectHash(Value value)
{
    const auto method = special(value, "__hash__");
    if (!method)
        return std::unexpected(method.error());
    if (*method && (*method)->isNone())
        return evaluator.raise("TypeError", "unhashable type: '" + typeName(evaluator, value) + '\'');
    if (*method) {
        const Evaluated result = evaluator.call(**method, {});
        if (!result)
            return std::unexpected(result.error());
        if (!Evaluator::plain(*result).isInteger() && !result->as<BigIntegerObject>())
            return evaluator.raise("TypeError", "__hash__ method should return an integer");
        return evaluator.hash(Evaluator::plain(*result));
    }
    if (const Value inner = Evaluator::plain(value); !inner.isSame(value))
        return evaluator.hash(inner);
    return std::hash<const Object *>()(value.object());
}

} // namespace athanor::python

// SPDX-License-Identifier: GPL-3.0-or-later
// str(), repr() and format() of values.
#include "core/evaluator/biginteger.h"
#include "core/evaluator/builtins/builtins.h"
#include "core/evaluator/dictionary.h"
#include "core/evaluator/iteration.h"
#include "core/evaluator/runtime.h"
#include "core/python/dump.h"

#include <algorithm>
#include <format>

namespace athanor::python {

namespace {

/// repr() of a container inside itself is "[...]".
class PrintingGuard
{
public:
    PrintingGuard(std::vector<const Object *> &printing, const Object *object)
        : m_printing(printing)
    {
        m_printing.push_back(object);
    }
    ~PrintingGuard() { m_printing.pop_back(); }
    PrintingGuard(const PrintingGuard &) = delete;
    PrintingGuard &operator=(const PrintingGuard &) = delete;

private:
    std::vector<const Object *> &m_printing;
};

Outcome<std::string> joined(Evaluator &evaluator, const std::vector<Value> &items)
{
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto part = evaluator.repr(items[i]);
        if (!part)
            return part;
        text += i > 0 ? ", " + *part : *part;
        if (Done done = evaluator.runtime().reserve(text.size()); !done)
            return std::unexpected(done.error());
    }
    return text;
}

Outcome<std::string> dictionaryText(Evaluator &evaluator, const HashTable &table)
{
    std::string text = "{";
    for (std::size_t at = 0; const auto *entry = table.next(at);) {
        const auto key = evaluator.repr(entry->key);
        if (!key)
            return key;
        const auto value = evaluator.repr(entry->value);
        if (!value)
            return value;
        if (text.size() > 1)
            text += ", ";
        text += *key + ": " + *value;
    }
    return text + '}';
}

Outcome<std::string> setText(Evaluator &evaluator, const HashTable &table, std::string_view type)
{
    const auto items = joined(evaluator, setItems(table));
    if (!items)
        return items;
    if (type.empty())
        return table.isEmpty() ? "set()" : '{' + *items + '}';
    return std::string(type) + (table.isEmpty() ? "()" : "({" + *items + "})");
}

Outcome<std::string> containerText(Evaluator &evaluator, Object *object)
{
    std::vector<const Object *> &printing = evaluator.runtime().printing;
    const bool isInside = std::ranges::find(printing, object) != printing.end();
    const PrintingGuard guard(printing, object);
    switch (object->kind()) {
    case ObjectKind::List: {
        if (isInside)
            return "[...]";
        const auto items = joined(evaluator, static_cast<ListObject *>(object)->items);
        return items ? '[' + *items + ']' : items;
    }
    case ObjectKind::Tuple: {
        if (isInside)
            return "(...)";
        const auto &values = static_cast<TupleObject *>(object)->items;
        const auto items = joined(evaluator, values);
        return items ? '(' + *items + (values.size() == 1 ? ",)" : ")") : items;
    }
    case ObjectKind::Dictionary:
        if (isInside)
            return "{...}";
        return dictionaryText(evaluator, static_cast<DictionaryObject *>(object)->table);
    case ObjectKind::Set:
        return setText(evaluator, static_cast<SetObject *>(object)->table, {});
    default:
        return setText(evaluator, static_cast<FrozenSetObject *>(object)->table, "frozenset");
    }
}

std::string rangeText(const RangeObject &range)
{
    std::string text = "range(" + std::to_string(range.start) + ", " + std::to_string(range.stop);
    return text + (range.step != 1 ? ", " + std::to_string(range.step) : std::string()) + ')';
}

Outcome<std::string> sliceText(Evaluator &evaluator, const SliceObject &slice)
{
    const auto parts = joined(evaluator, {slice.start, slice.stop, slice.step});
    return parts ? "slice(" + *parts + ')' : parts;
}

/// Addresses would differ from run to run: what has no text of its own says what it is.
std::string plainText(Evaluator &evaluator, Value value)
{
    if (const auto *type = value.as<ClassObject>())
        return "<class '" + (type->module == "builtins" ? type->name : type->module + '.' + type->name)
               + "'>";
    if (const auto *function = value.as<FunctionObject>())
        return "<function " + function->qualifiedName + '>';
    if (const auto *native = value.as<NativeFunction>())
        return "<built-in function " + native->name + '>';
    if (const auto *module = value.as<ModuleObject>())
        return "<module '" + module->name + "'>";
    const ClassObject *type = evaluator.typeOf(value);
    return '<' + (type->module == "builtins" ? type->name : type->module + '.' + type->name) + " object>";
}

Outcome<std::string> stringResult(Evaluator &evaluator, Value value, std::string_view method)
{
    if (const auto *text = value.as<StringObject>())
        return text->utf8;
    return evaluator.raise("TypeError", std::string(method) + " returned non-string (type "
                                            + typeName(evaluator, value) + ')');
}

Outcome<std::string> builtinRepr(Evaluator &evaluator, Value value)
{
    switch (value.kind()) {
    case ValueKind::None:
        return "None";
    case ValueKind::Ellipsis:
        return "Ellipsis";
    case ValueKind::NotImplemented:
        return "NotImplemented";
    case ValueKind::Boolean:
        return value.boolean() ? "True" : "False";
    case ValueKind::Integer:
        return std::to_string(value.integer());
    case ValueKind::Float:
        return reprFloat(value.number());
    case ValueKind::Object:
        break;
    }
    Object *object = value.object();
    switch (object->kind()) {
    case ObjectKind::String:
        return reprText(static_cast<StringObject *>(object)->utf8);
    case ObjectKind::Bytes:
        return reprBytes(static_cast<BytesObject *>(object)->bytes);
    case ObjectKind::BigInteger:
        return static_cast<BigIntegerObject *>(object)->value.text();
    case ObjectKind::List:
    case ObjectKind::Tuple:
    case ObjectKind::Dictionary:
    case ObjectKind::Set:
    case ObjectKind::FrozenSet:
        return containerText(evaluator, object);
    case ObjectKind::Range:
        return rangeText(*static_cast<RangeObject *>(object));
    case ObjectKind::Slice:
        return sliceText(evaluator, *static_cast<SliceObject *>(object));
    default:
        return plainText(evaluator, value);
    }
}

} // namespace

Outcome<std::string> Evaluator::repr(Value value)
{
    if (Done done = step(); !done)
        return std::unexpected(done.error());
    if (const auto *unknown = value.as<OpaqueObject>())
        return refuseOpaque(*unknown, "a text");
    if (m_runtime->isPlainObject(value))
        return builtinRepr(*this, value);
    const auto answer = m_runtime->callSpecial(value, "__repr__");
    if (!answer)
        return std::unexpected(answer.error());
    if (*answer)
        return stringResult(*this, **answer, "__repr__");
    return builtinRepr(*this, plain(value));
}

Outcome<std::string> Evaluator::str(Value value)
{
    if (const auto *text = value.isObject() && value.object()->kind() == ObjectKind::String
                               ? static_cast<StringObject *>(value.object())
                               : nullptr)
        return text->utf8;
    if (const auto *unknown = value.as<OpaqueObject>())
        return refuseOpaque(*unknown, "a text");
    if (m_runtime->isPlainObject(value))
        return repr(value);
    const auto answer = m_runtime->callSpecial(value, "__str__");
    if (!answer)
        return std::unexpected(answer.error());
    if (*answer)
        return stringResult(*this, **answer, "__str__");
    const auto *derived = value.as<ValueInstance>();
    const auto own = m_runtime->special(value, "__repr__");
    if (derived && own && !*own)
        return str(derived->value);
    return repr(value);
}

Outcome<std::string> Evaluator::format(Value value, std::string_view specification)
{
    if (const auto *unknown = value.as<OpaqueObject>())
        return refuseOpaque(*unknown, "a text");
    if (specification.empty() && (m_runtime->isPlainObject(value)))
        return str(value);
    if (!m_runtime->isPlainObject(value)) {
        const auto answer = m_runtime->callSpecial(value, "__format__", {heap().string(specification)});
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer)
            return stringResult(*this, **answer, "__format__");
        if (specification.empty())
            return str(value);
        if (plain(value).isSame(value))
            return raise("TypeError",
                         "unsupported format string passed to " + typeName(*this, value) + ".__format__");
    }
    return formatBuiltin(*this, plain(value), specification);
}

} // namespace athanor::python

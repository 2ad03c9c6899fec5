// SPDX-License-Identifier: GPL-3.0-or-later
// object[index]
#include "core/evaluator/subscript.h"

#include "core/evaluator/biginteger.h"
#include "core/evaluator/dictionary.h"
#include "core/evaluator/iteration.h"
#include "core/evaluator/runtime.h"

#include <limits>

namespace athanor::python {

namespace {

template<typename T>
std::vector<Value> sliced(const T &sequence, const SliceBounds &bounds)
{
    std::vector<Value> items;
    items.reserve(static_cast<std::size_t>(bounds.count));
    for (std::int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step)
        items.push_back(sequence.items[static_cast<std::size_t>(at)]);
    return items;
}

/// Where each code point begins, and the end.
std::vector<std::size_t> characterStarts(const std::string &text)
{
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((text[i] & 0xC0) != 0x80)
            starts.push_back(i);
    }
    starts.push_back(text.size());
    return starts;
}

Evaluated textItem(Evaluator &evaluator, Value object, const StringObject &text, Value index)
{
    const auto length = evaluator.length(object);
    if (!length)
        return std::unexpected(length.error());
    Heap &heap = evaluator.heap();
    if (const auto *slice = index.as<SliceObject>()) {
        const auto bounds = sliceBounds(evaluator, *slice, *length);
        if (!bounds)
            return std::unexpected(bounds.error());
        if (text.isAscii && bounds->step == 1)
            return heap.string(std::string_view(text.utf8).substr(static_cast<std::size_t>(bounds->start),
                                                                  static_cast<std::size_t>(bounds->count)));
        const auto starts = characterStarts(text.utf8);
        std::string result;
        for (std::int64_t i = 0, at = bounds->start; i < bounds->count; ++i, at += bounds->step) {
            const std::size_t begin = starts[static_cast<std::size_t>(at)];
            result.append(text.utf8, begin, starts[static_cast<std::size_t>(at) + 1] - begin);
        }
        return heap.string(result);
    }
    const auto number = indexValue(evaluator, index);
    if (!number)
        return std::unexpected(number.error());
    if (!*number)
        return evaluator.raise("TypeError",
                               "string indices must be integers, not '" + typeName(evaluator, index) + '\'');
    const auto at = place(evaluator, object, index, *length, "string index");
    if (!at)
        return std::unexpected(at.error());
    if (text.isAscii)
        return heap.string(std::string_view(text.utf8).substr(*at, 1));
    const auto starts = characterStarts(text.utf8);
    return heap.string(std::string_view(text.utf8).substr(starts[*at], starts[*at + 1] - starts[*at]));
}

Evaluated bytesItem(Evaluator &evaluator, Value object, const BytesObject &bytes, Value index)
{
    const auto length = static_cast<std::int64_t>(bytes.bytes.size());
    if (const auto *slice = index.as<SliceObject>()) {
        const auto bounds = sliceBounds(evaluator, *slice, length);
        if (!bounds)
            return std::unexpected(bounds.error());
        std::string result;
        for (std::int64_t i = 0, at = bounds->start; i < bounds->count; ++i, at += bounds->step)
            result += bytes.bytes[static_cast<std::size_t>(at)];
        evaluator.heap().count(result.size());
        return evaluator.heap().make<BytesObject>(std::move(result));
    }
    const auto at = place(evaluator, object, index, length, "index");
    if (!at)
        return std::unexpected(at.error());
    return Value(std::int64_t{static_cast<unsigned char>(bytes.bytes[*at])});
}

template<typename T>
Evaluated sequenceItem(Evaluator &evaluator, Value object, const T &sequence, Value index,
                       std::string_view what, Value (*make)(Heap &, std::vector<Value>))
{
    const auto length = static_cast<std::int64_t>(sequence.items.size());
    if (const auto *slice = index.as<SliceObject>()) {
        const auto bounds = sliceBounds(evaluator, *slice, length);
        if (!bounds)
            return std::unexpected(bounds.error());
        return make(evaluator.heap(), sliced(sequence, *bounds));
    }
    const auto at = place(evaluator, object, index, length, what);
    if (!at)
        return std::unexpected(at.error());
    return sequence.items[*at];
}

Evaluated rangeItem(Evaluator &evaluator, Value object, const RangeObject &range, Value index)
{
    if (const auto *slice = index.as<SliceObject>()) {
        const auto bounds = sliceBounds(evaluator, *slice, range.length());
        if (!bounds)
            return std::unexpected(bounds.error());
        return evaluator.heap().make<RangeObject>(range.at(bounds->start), range.at(bounds->stop),
                                                  range.step * bounds->step);
    }
    const auto at = place(evaluator, object, index, range.length(), "range object index");
    if (!at)
        return std::unexpected(at.error());
    return Value(range.at(static_cast<std::int64_t>(*at)));
}

Evaluated dictionaryItem(Evaluator &evaluator, Value object, DictionaryObject &dictionary, Value key)
{
    const auto found = dictionary.table.find(evaluator, key);
    if (!found)
        return std::unexpected(found.error());
    if (*found)
        return **found;
    if (object.object()->kind() == ObjectKind::Instance) {
        const auto answer = evaluator.runtime().callSpecial(object, "__missing__", {key});
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer)
            return **answer;
    }
    return evaluator.raiseWith("KeyError", {key});
}

/// Whether an instance of a class that derives from dict has no __getitem__ of its own: then __missing__ is
/// asked with the instance, which the dict itself does not know.
bool usesItemsOfDictionary(Evaluator &evaluator, Value object)
{
    if (!object.as<DictionaryObject>())
        return false;
    const Value *method = evaluator.typeOf(object)->find("__getitem__");
    const auto *native = method ? method->as<NativeFunction>() : nullptr;
    return native && native->owner && native->owner->native == &dictionaryClass;
}

/// list[int], Model[T]: the class itself, unless it says something else.
Evaluated classItem(Evaluator &evaluator, ClassObject &type, Value index)
{
    const auto byMetaclass = evaluator.runtime().callSpecial(&type, "__getitem__", {index});
    if (!byMetaclass)
        return std::unexpected(byMetaclass.error());
    if (*byMetaclass)
        return **byMetaclass;
    const auto method = evaluator.findAttribute(&type, "__class_getitem__");
    if (!method)
        return std::unexpected(method.error());
    if (*method)
        return evaluator.call(**method, {index});
    if (type.native)
        return &type;
    return evaluator.raise("TypeError", "type '" + type.name + "' is not subscriptable");
}

} // namespace

Outcome<std::size_t> place(Evaluator &evaluator, Value sequence, Value index, std::int64_t length,
                           std::string_view what)
{
    const auto number = indexValue(evaluator, index);
    if (!number)
        return std::unexpected(number.error());
    if (!*number)
        return evaluator.raise("TypeError", typeName(evaluator, sequence)
                                                + " indices must be integers or slices, not "
                                                + typeName(evaluator, index));
    const std::int64_t at = **number < 0 ? **number + length : **number;
    if (at < 0 || at >= length)
        return evaluator.raise("IndexError", std::string(what) + " out of range");
    return static_cast<std::size_t>(at);
}

Outcome<std::optional<std::int64_t>> indexValue(Evaluator &evaluator, Value value)
{
    const Value plain = Evaluator::plain(value);
    if (plain.isInteger())
        return plain.integer();
    if (plain.isBoolean())
        return plain.boolean() ? 1 : 0;
    if (const auto *large = plain.as<BigIntegerObject>())
        return large->value.isNegative() ? std::numeric_limits<std::int64_t>::min() / 2
                                         : std::numeric_limits<std::int64_t>::max() / 2;
    if (evaluator.runtime().isPlainObject(value))
        return std::nullopt;
    const auto answer = evaluator.runtime().callSpecial(value, "__index__");
    if (!answer)
        return std::unexpected(answer.error());
    return *answer && (*answer)->isInteger() ? std::optional((*answer)->integer()) : std::nullopt;
}

Evaluated Evaluator::Runtime::builtinItem(Value object, Value index)
{
    if (auto *dictionary = object.as<DictionaryObject>())
        return dictionaryItem(evaluator, object, *dictionary, index);
    if (const auto *list = object.as<ListObject>())
        return sequenceItem(
            evaluator, object, *list, index, "list index",
            [](Heap &to, std::vector<Value> items) -> Value { return to.list(std::move(items)); });
    if (const auto *tuple = object.as<TupleObject>())
        return sequenceItem(
            evaluator, object, *tuple, index, "tuple index",
            [](Heap &to, std::vector<Value> items) -> Value { return to.tuple(std::move(items)); });
    if (const auto *text = object.as<StringObject>())
        return textItem(evaluator, object, *text, index);
    if (const auto *bytes = object.as<BytesObject>())
        return bytesItem(evaluator, object, *bytes, index);
    if (const auto *range = object.as<RangeObject>())
        return rangeItem(evaluator, object, *range, index);
    return evaluator.raise("TypeError", '\'' + typeName(evaluator, object) + "' object is not subscriptable");
}

Evaluated Evaluator::item(Value object, Value index)
{
    if (Done done = step(); !done)
        return std::unexpected(done.error());
    if (const auto *unknown = object.as<OpaqueObject>())
        return opaque(unknown->what + "[…]", unknown->reason);
    if (auto *type = object.as<ClassObject>())
        return classItem(*this, *type, index);
    if (!m_runtime->isPlainObject(object) && !usesItemsOfDictionary(*this, object)) {
        const auto answer = m_runtime->callSpecial(object, "__getitem__", {index});
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer)
            return **answer;
    }
    if (const auto *unknown = index.as<OpaqueObject>())
        return refuseOpaque(*unknown, "an index");
    return m_runtime->builtinItem(object, index);
}

} // namespace athanor::python

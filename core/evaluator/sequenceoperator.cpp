// SPDX-License-Identifier: GPL-3.0-or-later
// Operators of texts, lists, tuples, sets and dictionaries.
#include "core/evaluator/arithmetic.h"
#include "core/evaluator/builtins/builtins.h"
#include "core/evaluator/dictionary.h"
#include "core/evaluator/runtime.h"

#include <algorithm>

namespace athanor::python {

namespace {

std::optional<std::int64_t> countOf(Value value)
{
    if (value.isInteger())
        return value.integer();
    if (value.isBoolean())
        return value.boolean() ? 1 : 0;
    return std::nullopt;
}

std::string repeated(std::string_view text, std::int64_t count)
{
    std::string result;
    result.reserve(text.size() * static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i)
        result += text;
    return result;
}

std::vector<Value> repeated(const std::vector<Value> &items, std::int64_t count)
{
    std::vector<Value> result;
    result.reserve(items.size() * static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i)
        result.insert(result.end(), items.begin(), items.end());
    return result;
}

std::uint64_t product(std::size_t size, std::int64_t count)
{
    std::uint64_t result = 0;
    if (__builtin_mul_overflow(static_cast<std::uint64_t>(size), static_cast<std::uint64_t>(count), &result))
        return ~std::uint64_t{0};
    return result;
}

Evaluated repeat(Evaluator &evaluator, Value sequence, std::int64_t times)
{
    const std::int64_t count = std::max<std::int64_t>(times, 0);
    Heap &heap = evaluator.heap();
    const auto *text = sequence.as<StringObject>();
    const auto *bytes = sequence.as<BytesObject>();
    const auto *list = sequence.as<ListObject>();
    const auto *tuple = sequence.as<TupleObject>();
    const std::size_t size = text    ? text->utf8.size()
                             : bytes ? bytes->bytes.size()
                             : list  ? list->items.size() * sizeof(Value)
                                     : tuple->items.size() * sizeof(Value);
    if (Done done = evaluator.runtime().reserve(product(size, count)); !done)
        return std::unexpected(done.error());
    if (size == 0 || count == 0) {
        // Nothing to repeat, however often.
        return text    ? Value(heap.string({}))
               : bytes ? Value(heap.make<BytesObject>(std::string()))
               : list  ? Value(heap.list({}))
                       : Value(heap.tuple({}));
    }
    if (text)
        return heap.string(repeated(text->utf8, count));
    if (bytes)
        return heap.make<BytesObject>(repeated(bytes->bytes, count));
    if (list)
        return heap.list(repeated(list->items, count));
    return heap.tuple(repeated(tuple->items, count));
}

bool isSequence(Value value)
{
    return value.as<StringObject>() || value.as<BytesObject>() || value.as<ListObject>()
           || value.as<TupleObject>();
}

template<typename T>
std::vector<Value> chained(const T &left, const T &right)
{
    std::vector<Value> result;
    result.reserve(left.items.size() + right.items.size());
    result.insert(result.end(), left.items.begin(), left.items.end());
    result.insert(result.end(), right.items.begin(), right.items.end());
    return result;
}

Evaluated concatenated(Evaluator &evaluator, Value left, Value right)
{
    Heap &heap = evaluator.heap();
    if (const auto *first = left.as<StringObject>()) {
        const auto *second = right.as<StringObject>();
        return second ? Value(heap.string(first->utf8 + second->utf8)) : Value::notImplemented();
    }
    if (const auto *first = left.as<ListObject>()) {
        const auto *second = right.as<ListObject>();
        return second ? Value(heap.list(chained(*first, *second))) : Value::notImplemented();
    }
    if (const auto *first = left.as<TupleObject>()) {
        const auto *second = right.as<TupleObject>();
        return second ? Value(heap.tuple(chained(*first, *second))) : Value::notImplemented();
    }
    const auto *first = left.as<BytesObject>();
    const auto *second = right.as<BytesObject>();
    if (!first || !second)
        return Value::notImplemented();
    heap.count(first->bytes.size() + second->bytes.size());
    return heap.make<BytesObject>(first->bytes + second->bytes);
}

HashTable *tableOf(Value value)
{
    if (auto *set = value.as<SetObject>())
        return &set->table;
    if (auto *frozen = value.as<FrozenSetObject>())
        return &frozen->table;
    return nullptr;
}

Done addAll(Evaluator &evaluator, HashTable &target, const HashTable &from, HashTable *other, bool isIn)
{
    for (std::size_t at = 0; const auto *next = from.next(at);) {
        const HashTable::Entry entry = *next; // a script's == may change the table
        if (Done done = evaluator.step(); !done)
            return done;
        if (other) {
            const auto found = other->find(evaluator, entry.key);
            if (!found)
                return std::unexpected(found.error());
            if ((*found != nullptr) != isIn)
                continue;
        }
        if (Done done = target.set(evaluator, entry.key, entry.value); !done)
            return done;
    }
    return {};
}

} // namespace

Evaluated sequenceBinary(Evaluator &evaluator, BinaryOperator op, Value left, Value right)
{
    if (op == BinaryOperator::Modulo && (left.as<StringObject>() || left.as<BytesObject>()))
        return percentFormat(evaluator, left, right);
    if (op == BinaryOperator::Add && isSequence(left))
        return concatenated(evaluator, left, right);
    if (op != BinaryOperator::Multiply)
        return Value::notImplemented();
    if (const auto count = countOf(right); count && isSequence(left))
        return repeat(evaluator, left, *count);
    if (const auto count = countOf(left); count && isSequence(right))
        return repeat(evaluator, right, *count);
    return Value::notImplemented();
}

Evaluated setBinary(Evaluator &evaluator, BinaryOperator op, Value left, Value right)
{
    if (op == BinaryOperator::BitOr && left.as<DictionaryObject>() && right.as<DictionaryObject>()) {
        auto *result = evaluator.heap().make<DictionaryObject>();
        for (const Value &each : {left, right}) {
            if (Done done =
                    addAll(evaluator, result->table, each.as<DictionaryObject>()->table, nullptr, true);
                !done)
                return std::unexpected(done.error());
        }
        return result;
    }
    HashTable *first = tableOf(left);
    HashTable *second = tableOf(right);
    if (!first || !second)
        return Value::notImplemented();
    HashTable table;
    Done done;
    if (op == BinaryOperator::BitAnd)
        done = addAll(evaluator, table, *first, second, true);
    else if (op == BinaryOperator::Subtract || op == BinaryOperator::BitXor)
        done = addAll(evaluator, table, *first, second, false);
    else if (op == BinaryOperator::BitOr)
        done = addAll(evaluator, table, *first, nullptr, true);
    else
        return Value::notImplemented();
    if (done && op == BinaryOperator::BitXor)
        done = addAll(evaluator, table, *second, first, false);
    if (done && op == BinaryOperator::BitOr)
        done = addAll(evaluator, table, *second, nullptr, true);
    if (!done)
        return std::unexpected(done.error());
    if (left.as<FrozenSetObject>()) {
        auto *result = evaluator.heap().make<FrozenSetObject>();
        result->table = std::move(table);
        return result;
    }
    auto *result = evaluator.heap().make<SetObject>();
    result->table = std::move(table);
    return result;
}

Evaluated Evaluator::Runtime::builtinBinary(BinaryOperator op, Value left, Value right)
{
    Evaluated result = numberBinary(evaluator, op, left, right);
    if (!result || !result->isNotImplemented())
        return result;
    result = sequenceBinary(evaluator, op, left, right);
    if (!result || !result->isNotImplemented())
        return result;
    return setBinary(evaluator, op, left, right);
}

} // namespace athanor::python

// SPDX-License-Identifier: GPL-3.0-or-later
// Comparing values of the builtin kinds; `in`.
#include "core/evaluator/biginteger.h"
#include "core/evaluator/dictionary.h"
#include "core/evaluator/iteration.h"
#include "core/evaluator/runtime.h"

#include <cmath>

namespace athanor::python {

namespace {

bool holds(ComparisonOperator op, std::partial_ordering order)
{
    switch (op) {
    case ComparisonOperator::Equal:
        return order == 0;
    case ComparisonOperator::NotEqual:
        return order != 0;
    case ComparisonOperator::Less:
        return order < 0;
    case ComparisonOperator::LessEqual:
        return order <= 0;
    case ComparisonOperator::Greater:
        return order > 0;
    default:
        return order >= 0;
    }
}

bool isNumber(Value value)
{
    return value.isInteger() || value.isBoolean() || value.isFloat()
           || (value.isObject() && value.object()->kind() == ObjectKind::BigInteger);
}

/// Exact: an int is not rounded to compare it with a float.
std::partial_ordering compareNumbers(Value left, Value right)
{
    if (left.isInteger() && right.isInteger())
        return left.integer() <=> right.integer();
    if (left.isFloat() && right.isFloat())
        return left.number() <=> right.number();
    if (!left.isFloat() && !right.isFloat())
        return *bigInteger(left) <=> *bigInteger(right);
    if (left.isFloat()) {
        const std::partial_ordering turned = compareNumbers(right, left);
        return 0 <=> turned;
    }
    const double number = right.number();
    if (std::isnan(number))
        return std::partial_ordering::unordered;
    if (std::isinf(number))
        return number > 0 ? std::partial_ordering::less : std::partial_ordering::greater;
    const BigInteger whole = BigInteger::fromDouble(number);
    const auto order = *bigInteger(left) <=> whole;
    if (order != 0)
        return order;
    return 0.0 <=> number - std::trunc(number);
}

Evaluated compareItems(Evaluator &evaluator, ComparisonOperator op, const std::vector<Value> &left,
                       const std::vector<Value> &right)
{
    const bool isEquality = op == ComparisonOperator::Equal || op == ComparisonOperator::NotEqual;
    if (isEquality && left.size() != right.size())
        return Value(op == ComparisonOperator::NotEqual);
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        if (Done done = evaluator.step(); !done)
            return std::unexpected(done.error());
        const auto same = evaluator.equal(left[i], right[i]);
        if (!same)
            return std::unexpected(same.error());
        if (!*same)
            return isEquality ? Evaluated(Value(op == ComparisonOperator::NotEqual))
                              : evaluator.compare(op, left[i], right[i]);
    }
    return Value(holds(op, left.size() <=> right.size()));
}

Outcome<bool> equalTables(Evaluator &evaluator, HashTable &left, HashTable &right)
{
    if (left.size() != right.size())
        return false;
    for (std::size_t at = 0; const auto *entry = left.next(at);) {
        const Value value = entry->value;
        const auto other = right.find(evaluator, entry->key);
        if (!other)
            return std::unexpected(other.error());
        if (!*other)
            return false;
        const auto same = evaluator.equal(value, **other);
        if (!same || !*same)
            return same;
    }
    return true;
}

HashTable *setTable(Value value)
{
    if (auto *set = value.as<SetObject>())
        return &set->table;
    if (auto *frozen = value.as<FrozenSetObject>())
        return &frozen->table;
    return nullptr;
}

/// Sets are ordered by inclusion.
Evaluated compareSets(Evaluator &evaluator, ComparisonOperator op, HashTable &left, HashTable &right)
{
    if (op == ComparisonOperator::Greater || op == ComparisonOperator::GreaterEqual)
        return compareSets(evaluator,
                           op == ComparisonOperator::Greater ? ComparisonOperator::Less
                                                             : ComparisonOperator::LessEqual,
                           right, left);
    if (op == ComparisonOperator::Equal || op == ComparisonOperator::NotEqual) {
        const auto same = equalTables(evaluator, left, right);
        if (!same)
            return std::unexpected(same.error());
        return Value(*same == (op == ComparisonOperator::Equal));
    }
    if (op == ComparisonOperator::Less ? left.size() >= right.size() : left.size() > right.size())
        return Value(false);
    for (std::size_t at = 0; const auto *entry = left.next(at);) {
        const auto found = right.find(evaluator, entry->key);
        if (!found)
            return std::unexpected(found.error());
        if (!*found)
            return Value(false);
    }
    return Value(true);
}

Evaluated equalDictionaries(Evaluator &evaluator, ComparisonOperator op, Value left, Value right)
{
    if (op != ComparisonOperator::Equal && op != ComparisonOperator::NotEqual)
        return Value::notImplemented();
    const auto same =
        equalTables(evaluator, left.as<DictionaryObject>()->table, right.as<DictionaryObject>()->table);
    if (!same)
        return std::unexpected(same.error());
    return Value(*same == (op == ComparisonOperator::Equal));
}

bool equalRanges(const RangeObject &left, const RangeObject &right)
{
    const std::int64_t length = left.length();
    return length == right.length()
           && (length == 0 || (left.start == right.start && (length == 1 || left.step == right.step)));
}

Outcome<bool> containsText(Evaluator &evaluator, const StringObject &text, Value item)
{
    const auto *part = item.as<StringObject>();
    if (!part)
        return evaluator.raise("TypeError", "'in <string>' requires string as left operand, not "
                                                + typeName(evaluator, item));
    return text.utf8.find(part->utf8) != std::string::npos;
}

Outcome<bool> containsBytes(Evaluator &evaluator, const BytesObject &bytes, Value item)
{
    if (item.isInteger())
        return bytes.bytes.find(static_cast<char>(item.integer())) != std::string::npos;
    const auto *part = item.as<BytesObject>();
    if (!part)
        return evaluator.raise("TypeError",
                               "a bytes-like object is required, not '" + typeName(evaluator, item) + '\'');
    return bytes.bytes.find(part->bytes) != std::string::npos;
}

Outcome<bool> containsItem(Evaluator &evaluator, const std::vector<Value> &items, Value item)
{
    // A script's == may change the list: its size is asked anew.
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (Done done = evaluator.step(); !done)
            return std::unexpected(done.error());
        const auto same = evaluator.equal(items[i], item);
        if (!same || *same)
            return same;
    }
    return false;
}

Outcome<bool> containsKey(Evaluator &evaluator, HashTable &table, Value key)
{
    const auto found = table.find(evaluator, key);
    if (!found)
        return std::unexpected(found.error());
    return *found != nullptr;
}

bool rangeContains(const RangeObject &range, std::int64_t number)
{
    if (range.step > 0 ? number < range.start || number >= range.stop
                       : number > range.start || number <= range.stop)
        return false;
    const auto first = static_cast<std::uint64_t>(range.start);
    const auto place = static_cast<std::uint64_t>(number);
    if (range.step > 0)
        return (place - first) % static_cast<std::uint64_t>(range.step) == 0;
    return (first - place) % (0 - static_cast<std::uint64_t>(range.step)) == 0;
}

Outcome<bool> containsByIteration(Evaluator &evaluator, Value container, Value item)
{
    const Evaluated iterator = evaluator.iterator(container);
    if (!iterator)
        return std::unexpected(iterator.error());
    for (;;) {
        const auto next = evaluator.next(*iterator);
        if (!next)
            return std::unexpected(next.error());
        if (!*next)
            return false;
        const auto same = evaluator.equal(**next, item);
        if (!same || *same)
            return same;
    }
}

} // namespace

Evaluated Evaluator::Runtime::builtinCompare(ComparisonOperator op, Value left, Value right)
{
    if (isNumber(left) && isNumber(right))
        return Value(holds(op, compareNumbers(left, right)));
    if (!left.isObject() || !right.isObject())
        return Value::notImplemented();
    if (Done done = step(); !done)
        return std::unexpected(done.error());
    if (const auto *first = left.as<StringObject>()) {
        const auto *second = right.as<StringObject>();
        return second ? Value(holds(op, first->utf8 <=> second->utf8)) : Value::notImplemented();
    }
    if (const auto *first = left.as<BytesObject>()) {
        const auto *second = right.as<BytesObject>();
        return second ? Value(holds(op, first->bytes <=> second->bytes)) : Value::notImplemented();
    }
    if (left.as<ListObject>() && right.as<ListObject>())
        return compareItems(evaluator, op, left.as<ListObject>()->items, right.as<ListObject>()->items);
    if (left.as<TupleObject>() && right.as<TupleObject>())
        return compareItems(evaluator, op, left.as<TupleObject>()->items, right.as<TupleObject>()->items);
    if (left.as<DictionaryObject>() && right.as<DictionaryObject>())
        return equalDictionaries(evaluator, op, left, right);
    if (setTable(left) && setTable(right))
        return compareSets(evaluator, op, *setTable(left), *setTable(right));
    const bool isEquality = op == ComparisonOperator::Equal || op == ComparisonOperator::NotEqual;
    if (isEquality && left.as<RangeObject>() && right.as<RangeObject>())
        return Value(equalRanges(*left.as<RangeObject>(), *right.as<RangeObject>())
                     == (op == ComparisonOperator::Equal));
    if (isEquality && left.as<BoundMethod>() && right.as<BoundMethod>()) {
        const auto *first = left.as<BoundMethod>();
        const auto *second = right.as<BoundMethod>();
        const bool isSame = first->self.isSame(second->self) && first->function.isSame(second->function);
        return Value(isSame == (op == ComparisonOperator::Equal));
    }
    return Value::notImplemented();
}

Outcome<bool> Evaluator::contains(Value container, Value item)
{
    if (const auto *unknown = container.as<OpaqueObject>())
        return refuseOpaque(*unknown, "a test for membership");
    if (!m_runtime->isPlainObject(container)) {
        const auto answer = m_runtime->callSpecial(container, "__contains__", {item});
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer)
            return truth(**answer);
        for (const std::string_view name : {"__iter__", "__getitem__"}) {
            const auto method = m_runtime->special(container, name);
            if (!method)
                return std::unexpected(method.error());
            if (*method)
                return containsByIteration(*this, container, item);
        }
    }
    if (const auto *text = container.as<StringObject>())
        return containsText(*this, *text, item);
    if (const auto *bytes = container.as<BytesObject>())
        return containsBytes(*this, *bytes, item);
    if (const auto *list = container.as<ListObject>())
        return containsItem(*this, list->items, item);
    if (const auto *tuple = container.as<TupleObject>())
        return containsItem(*this, tuple->items, item);
    if (auto *dictionary = container.as<DictionaryObject>())
        return containsKey(*this, dictionary->table, item);
    if (HashTable *table = setTable(container))
        return containsKey(*this, *table, item);
    if (const auto *range = container.as<RangeObject>(); range && plain(item).isInteger())
        return rangeContains(*range, plain(item).integer());
    if (container.isObject() && !m_runtime->isPlainObject(container) && plain(container).isSame(container))
        return raise("TypeError", "argument of type '" + typeName(*this, container) + "' is not iterable");
    if (!container.isObject())
        return raise("TypeError", "argument of type '" + typeName(*this, container) + "' is not iterable");
    return containsByIteration(*this, container, item);
}

} // namespace athanor::python

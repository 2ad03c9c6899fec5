// SPDX-License-Identifier: GPL-3.0-or-later
// enumerate, filter, map, reversed and zip: classes whose instances make their items when they are asked for.
#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/classes.h"
#include "core/evaluator/builtins/dictionaryviews.h"
#include "core/evaluator/builtins/names.h"
#include "core/evaluator/signature.h"

#include <format>

namespace athanor::python {

namespace {

using Next = Outcome<std::optional<Value>>;

class EnumerateIterator : public IteratorObject
{
public:
    EnumerateIterator(Value source, BigInteger number)
        : IteratorObject(&enumerateClass)
        , m_source(source)
        , m_number(std::move(number))
    {
    }

    Next next(Evaluator &evaluator) override
    {
        const Next item = evaluator.next(m_source);
        if (!item || !*item)
            return item;
        const Value number = integerValue(evaluator.heap(), m_number);
        m_number = m_number + BigInteger(1);
        return Value(evaluator.heap().tuple({number, **item}));
    }

private:
    const Value m_source;
    BigInteger m_number;
};

class FilterIterator : public IteratorObject
{
public:
    FilterIterator(Value function, Value source)
        : IteratorObject(&filterClass)
        , m_function(function)
        , m_source(source)
    {
    }

    Next next(Evaluator &evaluator) override
    {
        for (;;) {
            const Next item = evaluator.next(m_source);
            if (!item || !*item)
                return item;
            const Evaluated answer =
                m_function.isNone() ? Evaluated(**item) : evaluator.call(m_function, {**item});
            if (!answer)
                return std::unexpected(answer.error());
            const Outcome<bool> isKept = evaluator.truth(*answer);
            if (!isKept)
                return std::unexpected(isKept.error());
            if (*isKept)
                return item;
        }
    }

private:
    const Value m_function;
    const Value m_source;
};

class MapIterator : public IteratorObject
{
public:
    MapIterator(Value function, std::vector<Value> sources)
        : IteratorObject(&mapClass)
        , m_function(function)
        , m_sources(std::move(sources))
    {
    }

    Next next(Evaluator &evaluator) override
    {
        std::vector<Value> items;
        for (const Value source : m_sources) {
            const Next item = evaluator.next(source);
            if (!item || !*item)
                return item;
            items.push_back(**item);
        }
        const Evaluated result = evaluator.call(m_function, {items, {}});
        if (!result)
            return std::unexpected(result.error());
        return *result;
    }

private:
    const Value m_function;
    const std::vector<Value> m_sources;
};

class ZipIterator : public IteratorObject
{
public:
    enum class Lengths : std::uint8_t { Any, Equal };

    ZipIterator(std::vector<Value> sources, Lengths lengths)
        : IteratorObject(&zipClass)
        , m_sources(std::move(sources))
        , m_lengths(lengths)
    {
    }

    Next next(Evaluator &evaluator) override
    {
        std::vector<Value> items;
        for (std::size_t i = 0; i < m_sources.size(); ++i) {
            const Next item = evaluator.next(m_sources[i]);
            if (!item)
                return item;
            if (!*item)
                return atEnd(evaluator, i);
            items.push_back(**item);
        }
        if (items.empty())
            return std::nullopt;
        return Value(evaluator.heap().tuple(std::move(items)));
    }

private:
    Next atEnd(Evaluator &evaluator, std::size_t ended)
    {
        if (m_lengths == Lengths::Any)
            return std::nullopt;
        if (ended > 0)
            return unequal(evaluator, ended, "shorter");
        for (std::size_t i = 1; i < m_sources.size(); ++i) {
            const Next item = evaluator.next(m_sources[i]);
            if (!item)
                return item;
            if (*item)
                return unequal(evaluator, i, "longer");
        }
        return std::nullopt;
    }

    static std::unexpected<Raised> unequal(Evaluator &evaluator, std::size_t index, std::string_view how)
    {
        const std::string others = index == 1 ? "argument 1" : std::format("arguments 1-{}", index);
        return evaluator.raise("ValueError",
                               std::format("zip() argument {} is {} than {}", index + 1, how, others));
    }

    const std::vector<Value> m_sources;
    const Lengths m_lengths;
};

/// Goes over what has a length and items by index, from the end.
class SequenceReverser : public IteratorObject
{
public:
    SequenceReverser(Value sequence, std::int64_t length)
        : IteratorObject(&reversedClass)
        , m_sequence(sequence)
        , m_left(length)
    {
    }

    Next next(Evaluator &evaluator) override
    {
        if (m_left <= 0)
            return std::nullopt;
        const Evaluated item = evaluator.item(m_sequence, Value(--m_left));
        if (!item)
            return std::unexpected(item.error());
        return *item;
    }

private:
    const Value m_sequence;
    std::int64_t m_left;
};

Outcome<std::vector<Value>> iteratorsOf(Evaluator &evaluator, Values iterables)
{
    std::vector<Value> result;
    for (const Value iterable : iterables) {
        const Evaluated iterator = evaluator.iterator(iterable);
        if (!iterator)
            return std::unexpected(iterator.error());
        result.push_back(*iterator);
    }
    return result;
}

Evaluated makeEnumerate(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.size() + arguments.keywords.size() < 2)
        return evaluator.raise("TypeError", "enumerate() missing required argument 'iterable'");
    static const Signature signature("enumerate", "type, /, iterable, start=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const auto start = integerArgument(evaluator, bound->value(2, Value(std::int64_t(0))));
    if (!start)
        return std::unexpected(start.error());
    const Evaluated source = evaluator.iterator(bound->value(1));
    if (!source)
        return source;
    return evaluator.heap().make<EnumerateIterator>(*source, *start);
}

Evaluated makeFilter(Evaluator &evaluator, const Arguments &arguments)
{
    const Values given = arguments.positional.subspan(1);
    const Done checked =
        checkCall(evaluator, "filter", {2, 2, CallWording::Expected}, given.size(), arguments);
    if (!checked)
        return std::unexpected(checked.error());
    const Evaluated source = evaluator.iterator(given[1]);
    if (!source)
        return source;
    return evaluator.heap().make<FilterIterator>(given[0], *source);
}

Evaluated makeMap(Evaluator &evaluator, const Arguments &arguments)
{
    const Values given = arguments.positional.subspan(1);
    if (given.size() < 2)
        return evaluator.raise("TypeError", "map() must have at least two arguments.");
    if (!arguments.keywords.empty())
        return evaluator.raise("TypeError", "map() takes no keyword arguments");
    auto sources = iteratorsOf(evaluator, given.subspan(1));
    if (!sources)
        return std::unexpected(sources.error());
    return evaluator.heap().make<MapIterator>(given[0], *std::move(sources));
}

Evaluated makeZip(Evaluator &evaluator, const Arguments &arguments)
{
    ZipIterator::Lengths lengths = ZipIterator::Lengths::Any;
    for (const NamedValue &keyword : arguments.keywords) {
        if (keyword.name != "strict") {
            return evaluator.raise(
                "TypeError", std::format("zip() got an unexpected keyword argument '{}'", keyword.name));
        }
        const Outcome<bool> isStrict = evaluator.truth(keyword.value);
        if (!isStrict)
            return std::unexpected(isStrict.error());
        lengths = *isStrict ? ZipIterator::Lengths::Equal : ZipIterator::Lengths::Any;
    }
    auto sources = iteratorsOf(evaluator, arguments.positional.subspan(1));
    if (!sources)
        return std::unexpected(sources.error());
    return evaluator.heap().make<ZipIterator>(*std::move(sources), lengths);
}

Evaluated makeReversed(Evaluator &evaluator, const Arguments &arguments)
{
    const Values given = arguments.positional.subspan(1);
    const Done checked =
        checkCall(evaluator, "reversed", {1, 1, CallWording::Expected}, given.size(), arguments);
    if (!checked)
        return std::unexpected(checked.error());
    const Value sequence = given[0];
    if (const auto *opaque = sequence.as<OpaqueObject>())
        return evaluator.refuseOpaque(*opaque, "its items");
    const auto special = callSpecialMethod(evaluator, sequence, "__reversed__");
    if (!special)
        return std::unexpected(special.error());
    if (*special)
        return **special;
    if (auto *dictionary = sequence.as<DictionaryObject>())
        return reversedKeys(evaluator, *dictionary);
    const auto itemMethod = evaluator.findAttribute(evaluator.typeOf(sequence), "__getitem__");
    if (!itemMethod)
        return std::unexpected(itemMethod.error());
    if (!*itemMethod) {
        return evaluator.raise("TypeError",
                               std::format("'{}' object is not reversible", typeNameOf(evaluator, sequence)));
    }
    const auto length = evaluator.length(sequence);
    if (!length)
        return std::unexpected(length.error());
    return evaluator.heap().make<SequenceReverser>(sequence, *length);
}

constexpr NativeMember enumerateMembers[] = {{"__new__", MemberKind::StaticMethod, makeEnumerate}};
constexpr NativeMember filterMembers[] = {{"__new__", MemberKind::StaticMethod, makeFilter}};
constexpr NativeMember mapMembers[] = {{"__new__", MemberKind::StaticMethod, makeMap}};
constexpr NativeMember reversedMembers[] = {{"__new__", MemberKind::StaticMethod, makeReversed}};
constexpr NativeMember zipMembers[] = {{"__new__", MemberKind::StaticMethod, makeZip}};
constexpr const NativeClass *bases[] = {&iteratorClass};

} // namespace

const NativeClass enumerateClass{
    .name = "enumerate", .module = "builtins", .bases = bases, .members = enumerateMembers};
const NativeClass filterClass{
    .name = "filter", .module = "builtins", .bases = bases, .members = filterMembers};
const NativeClass mapClass{.name = "map", .module = "builtins", .bases = bases, .members = mapMembers};
const NativeClass reversedClass{
    .name = "reversed", .module = "builtins", .bases = bases, .members = reversedMembers};
const NativeClass zipClass{.name = "zip", .module = "builtins", .bases = bases, .members = zipMembers};

} // namespace athanor::python

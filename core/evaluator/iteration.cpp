// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/iteration.h"

#include "core/evaluator/builtiniterator.h"
#include "core/evaluator/generator.h"
#include "core/evaluator/runtime.h"

#include <algorithm>
#include <limits>

namespace athanor::python {

namespace {

/// Objects with __getitem__ alone, from 0 until IndexError.
class ItemIterator : public IteratorObject
{
public:
    explicit ItemIterator(Value object)
        : m_object(object)
    {
    }

    Outcome<std::optional<Value>> next(Evaluator &evaluator) override
    {
        const Evaluated found = evaluator.item(m_object, Value(m_at++));
        if (found)
            return *found;
        const bool isEnd = !found.error().isStop()
                           && (evaluator.isInstance(found.error().exception, indexErrorClass)
                               || evaluator.isInstance(found.error().exception, stopIterationClass));
        if (isEnd)
            return std::nullopt;
        return std::unexpected(found.error());
    }

private:
    Value m_object;
    std::int64_t m_at = 0;
};

/// One of a slice's numbers as it stands; None gives `otherwise`.
Outcome<std::int64_t> sliceNumber(Evaluator &evaluator, Value value, std::int64_t otherwise)
{
    if (value.isNone())
        return otherwise;
    const auto number = indexValue(evaluator, value);
    if (!number)
        return std::unexpected(number.error());
    if (!*number)
        return evaluator.raise("TypeError",
                               "slice indices must be integers or None or have an __index__ method");
    return **number;
}

} // namespace

std::int64_t RangeObject::length() const
{
    if (step > 0 ? start >= stop : start <= stop)
        return 0;
    // Differences of 64-bit numbers need all 64 bits, and no sign.
    const auto first = static_cast<std::uint64_t>(start);
    const auto last = static_cast<std::uint64_t>(stop);
    const std::uint64_t distance = step > 0 ? last - first : first - last;
    const std::uint64_t width =
        step > 0 ? static_cast<std::uint64_t>(step) : 0 - static_cast<std::uint64_t>(step);
    constexpr std::uint64_t Most = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::min((distance - 1) / width + 1, Most));
}

Outcome<SliceBounds> sliceBounds(Evaluator &evaluator, const SliceObject &slice, std::int64_t length)
{
    const auto step = sliceNumber(evaluator, slice.step, 1);
    if (!step)
        return std::unexpected(step.error());
    if (*step == 0)
        return evaluator.raise("ValueError", "slice step cannot be zero");
    const bool isBackward = *step < 0;
    const std::int64_t lowest = isBackward ? -1 : 0;
    const std::int64_t highest = isBackward ? length - 1 : length;
    const auto clamped = [&](std::int64_t number) {
        return std::clamp(number < 0 ? number + length : number, lowest, highest);
    };
    // What is left out is no number from the end.
    const auto start = sliceNumber(evaluator, slice.start, 0);
    if (!start)
        return std::unexpected(start.error());
    const auto stop = sliceNumber(evaluator, slice.stop, 0);
    if (!stop)
        return std::unexpected(stop.error());
    SliceBounds bounds;
    bounds.step = std::clamp(*step, -(length + 1), length + 1);
    bounds.start = !slice.start.isNone() ? clamped(*start) : isBackward ? highest : lowest;
    bounds.stop = !slice.stop.isNone() ? clamped(*stop) : isBackward ? lowest : highest;
    if (isBackward ? bounds.start > bounds.stop : bounds.start < bounds.stop) {
        const std::int64_t distance = isBackward ? bounds.start - bounds.stop : bounds.stop - bounds.start;
        const std::int64_t width = isBackward ? -bounds.step : bounds.step;
        bounds.count = (distance + width - 1) / width;
    }
    return bounds;
}

Outcome<std::optional<Value>> ValuesIterator::next(Evaluator &)
{
    if (m_at >= m_values.size())
        return std::nullopt;
    return m_values[m_at++];
}

Evaluated Evaluator::iterator(Value iterable)
{
    if (Done done = step(); !done)
        return std::unexpected(done.error());
    if (const auto *unknown = iterable.as<OpaqueObject>())
        return refuseOpaque(*unknown, "a loop over it");
    if (iterable.as<IteratorObject>() || iterable.as<GeneratorObject>())
        return iterable;
    if (m_runtime->isPlainObject(iterable)) {
        if (IteratorObject *made = builtinIterator(heap(), iterable))
            return made;
    } else {
        const auto answer = m_runtime->callSpecial(iterable, "__iter__");
        if (!answer)
            return std::unexpected(answer.error());
        if (*answer)
            return **answer;
        if (IteratorObject *made = builtinIterator(heap(), plain(iterable)))
            return made;
        const auto items = m_runtime->special(iterable, "__getitem__");
        if (!items)
            return std::unexpected(items.error());
        if (*items)
            return heap().make<ItemIterator>(iterable);
    }
    return raise("TypeError", '\'' + typeName(*this, iterable) + "' object is not iterable");
}

Outcome<std::optional<Value>> Evaluator::next(Value iterator)
{
    if (Done done = step(); !done)
        return std::unexpected(done.error());
    if (auto *native = iterator.as<IteratorObject>())
        return native->next(*this);
    if (auto *generator = iterator.as<GeneratorObject>())
        return generator->next(*this);
    if (m_runtime->isPlainObject(iterator))
        return raise("TypeError", '\'' + typeName(*this, iterator) + "' object is not an iterator");
    auto answer = m_runtime->callSpecial(iterator, "__next__");
    if (!answer && !answer.error().isStop() && isInstance(answer.error().exception, stopIterationClass))
        return std::nullopt;
    if (answer && !*answer)
        return raise("TypeError", '\'' + typeName(*this, iterator) + "' object is not an iterator");
    return answer;
}

Done Evaluator::iterate(Value iterable, const std::function<Done(Value)> &each)
{
    if (auto *generator = iterable.as<GeneratorObject>(); generator && generator->isFreshExpression())
        return generator->runThrough(*this, each);
    const Evaluated from = iterator(iterable);
    if (!from)
        return std::unexpected(from.error());
    for (;;) {
        const auto item = next(*from);
        if (!item)
            return std::unexpected(item.error());
        if (!*item)
            return {};
        if (Done done = each(**item); !done)
            return done;
    }
}

Outcome<std::vector<Value>> Evaluator::items(Value iterable)
{
    if (m_runtime->isPlainObject(iterable)) {
        if (const auto *list = iterable.as<ListObject>())
            return list->items;
        if (const auto *tuple = iterable.as<TupleObject>())
            return tuple->items;
    }
    std::vector<Value> result;
    const Done done = iterate(iterable, [&](Value item) -> Done {
        heap().count(sizeof(Value));
        result.push_back(item);
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return result;
}

} // namespace athanor::python

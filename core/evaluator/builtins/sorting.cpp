// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/sorting.h"

#include "core/evaluator/evaluator.h"

#include <algorithm>

namespace athanor::python {

namespace {

struct Keyed
{
    Value key;
    Value value;
};

/// A merge sort of its own: the library's ones may leave their range when '<' contradicts itself.
class Sorter
{
public:
    explicit Sorter(Evaluator &evaluator)
        : m_evaluator(evaluator)
    {
    }

    Done sort(std::vector<Keyed> &items)
    {
        m_buffer.resize(items.size());
        return sort(items, 0, items.size());
    }

private:
    Outcome<bool> isLess(const Keyed &left, const Keyed &right)
    {
        if (left.key.isInteger() && right.key.isInteger())
            return left.key.integer() < right.key.integer();
        const Evaluated answer = m_evaluator.compare(ComparisonOperator::Less, left.key, right.key);
        if (!answer)
            return std::unexpected(answer.error());
        return m_evaluator.truth(*answer);
    }

    Done sort(std::vector<Keyed> &items, std::size_t begin, std::size_t end)
    {
        if (end - begin < 2)
            return {};
        const std::size_t middle = begin + (end - begin) / 2;
        if (const Done done = sort(items, begin, middle); !done)
            return done;
        if (const Done done = sort(items, middle, end); !done)
            return done;
        return merge(items, begin, middle, end);
    }

    Done merge(std::vector<Keyed> &items, std::size_t begin, std::size_t middle, std::size_t end)
    {
        std::size_t left = begin;
        std::size_t right = middle;
        for (std::size_t to = begin; to < end; ++to) {
            bool takesRight = left == middle;
            if (!takesRight && right < end) {
                const Outcome<bool> isRightLess = isLess(items[right], items[left]);
                if (!isRightLess)
                    return std::unexpected(isRightLess.error());
                takesRight = *isRightLess;
            }
            m_buffer[to] = items[takesRight ? right++ : left++];
        }
        const auto from = static_cast<std::ptrdiff_t>(begin);
        std::copy(m_buffer.begin() + from, m_buffer.begin() + static_cast<std::ptrdiff_t>(end),
                  items.begin() + from);
        return {};
    }

    Evaluator &m_evaluator;
    std::vector<Keyed> m_buffer;
};

} // namespace

Done sortValues(Evaluator &evaluator, std::vector<Value> &values, Value key, SortOrder order)
{
    if (const Done done = evaluator.step(values.size()); !done)
        return done;
    std::vector<Keyed> items;
    items.reserve(values.size());
    for (const Value value : values) {
        const Evaluated keyOf = key.isNone() ? Evaluated(value) : evaluator.call(key, {value});
        if (!keyOf)
            return std::unexpected(keyOf.error());
        items.push_back({*keyOf, value});
    }
    // Descending keeps the order of equal ones too.
    if (order == SortOrder::Descending)
        std::ranges::reverse(items);
    if (const Done done = Sorter(evaluator).sort(items); !done)
        return done;
    if (order == SortOrder::Descending)
        std::ranges::reverse(items);
    std::ranges::transform(items, values.begin(), &Keyed::value);
    return {};
}

} // namespace athanor::python

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/builtins/arguments.h"
#include "core/evaluator/builtins/convert.h"
#include "core/evaluator/builtins/functions.h"
#include "core/evaluator/builtins/sorting.h"
#include "core/evaluator/generator.h"
#include "core/evaluator/signature.h"

#include <cmath>
#include <format>

namespace athanor::python::functions {

namespace {

/// iter(callable, sentinel).
class SentinelIterator : public IteratorObject
{
public:
    SentinelIterator(Value function, Value sentinel)
        : m_function(function)
        , m_sentinel(sentinel)
    {
    }

    Outcome<std::optional<Value>> next(Evaluator &evaluator) override
    {
        if (m_isAtEnd)
            return std::nullopt;
        const Evaluated item = evaluator.call(m_function, {});
        if (!item)
            return std::unexpected(item.error());
        const Outcome<bool> isEnd = evaluator.equal(*item, m_sentinel);
        if (!isEnd)
            return std::unexpected(isEnd.error());
        m_isAtEnd = *isEnd;
        return m_isAtEnd ? std::nullopt : std::optional(*item);
    }

private:
    const Value m_function;
    const Value m_sentinel;
    bool m_isAtEnd = false;
};

/// Whether an item has that truth; looks no further than the first one.
Evaluated hasItem(Evaluator &evaluator, const Arguments &arguments, std::string_view name, bool wanted)
{
    const std::size_t given = arguments.positional.size();
    if (const Done done = checkCall(evaluator, name, {1, 1}, given, arguments); !done)
        return std::unexpected(done.error());
    const Evaluated iterator = evaluator.iterator(arguments.positional[0]);
    if (!iterator)
        return iterator;
    for (;;) {
        const auto item = evaluator.next(*iterator);
        if (!item)
            return std::unexpected(item.error());
        if (!*item)
            return Value(false);
        const Outcome<bool> truth = evaluator.truth(**item);
        if (!truth)
            return std::unexpected(truth.error());
        if (*truth == wanted)
            return Value(true);
    }
}

/// min() and max().
class Extreme
{
public:
    Extreme(Evaluator &evaluator, std::string_view name, ComparisonOperator better)
        : m_evaluator(evaluator)
        , m_name(name)
        , m_better(better)
    {
    }

    Evaluated find(const Arguments &arguments)
    {
        for (const NamedValue &keyword : arguments.keywords) {
            if (keyword.name == "key") {
                m_key = keyword.value;
            } else if (keyword.name == "default") {
                m_default = keyword.value;
            } else {
                return m_evaluator.raise(
                    "TypeError",
                    std::format("{}() got an unexpected keyword argument '{}'", m_name, keyword.name));
            }
        }
        const Values given = arguments.positional;
        if (given.empty()) {
            return m_evaluator.raise("TypeError",
                                     std::format("{} expected at least 1 argument, got 0", m_name));
        }
        if (given.size() > 1 && m_default) {
            return m_evaluator.raise("TypeError",
                                     std::format("Cannot specify a default for {}() with multiple positional "
                                                 "arguments",
                                                 m_name));
        }
        const Done done =
            given.size() > 1
                ? takeAll(given)
                : m_evaluator.iterate(given[0], [this](Value item) -> Done { return take(item); });
        if (!done)
            return std::unexpected(done.error());
        if (m_best)
            return *m_best;
        if (m_default)
            return *m_default;
        return m_evaluator.raise("ValueError", std::format("{}() iterable argument is empty", m_name));
    }

private:
    Done takeAll(Values items)
    {
        for (const Value item : items) {
            if (const Done done = take(item); !done)
                return done;
        }
        return {};
    }

    Done take(Value item)
    {
        const Evaluated key = m_key.isNone() ? Evaluated(item) : m_evaluator.call(m_key, {item});
        if (!key)
            return std::unexpected(key.error());
        if (m_best) {
            const Evaluated answer = m_evaluator.compare(m_better, *key, m_bestKey);
            if (!answer)
                return std::unexpected(answer.error());
            const Outcome<bool> isBetter = m_evaluator.truth(*answer);
            if (!isBetter)
                return std::unexpected(isBetter.error());
            if (!*isBetter)
                return {};
        }
        m_best = item;
        m_bestKey = *key;
        return {};
    }

    Evaluator &m_evaluator;
    const std::string_view m_name;
    const ComparisonOperator m_better;
    Value m_key;
    std::optional<Value> m_default;
    std::optional<Value> m_best;
    Value m_bestKey;
};

/// Sums of floats are compensated (Neumaier), as Python's are since 3.12: sum([0.1] * 10) is 1.0.
class Summation
{
public:
    Summation(Evaluator &evaluator, Value start)
        : m_evaluator(evaluator)
        , m_total(start)
    {
    }

    Done add(Value item)
    {
        const bool isSmallNumber = item.isFloat() || item.isInteger();
        if (m_total.isFloat() && isSmallNumber) {
            addFloat(item.isFloat() ? item.number() : static_cast<double>(item.integer()));
            return {};
        }
        m_total = total();
        m_compensation = 0;
        const Evaluated sum = m_evaluator.binary(BinaryOperator::Add, m_total, item);
        if (!sum)
            return std::unexpected(sum.error());
        m_total = *sum;
        return {};
    }

    Value total() const
    {
        if (m_total.isFloat() && m_compensation != 0 && std::isfinite(m_compensation))
            return Value(m_total.number() + m_compensation);
        return m_total;
    }

private:
    void addFloat(double item)
    {
        const double total = m_total.number();
        const double sum = total + item;
        if (std::abs(total) >= std::abs(item))
            m_compensation += (total - sum) + item;
        else
            m_compensation += (item - sum) + total;
        m_total = Value(sum);
    }

    Evaluator &m_evaluator;
    Value m_total;
    double m_compensation = 0;
};

} // namespace

Evaluated all(Evaluator &evaluator, const Arguments &arguments)
{
    const Evaluated hasFalse = hasItem(evaluator, arguments, "all", false);
    if (!hasFalse)
        return hasFalse;
    return Value(!hasFalse->boolean());
}

Evaluated any(Evaluator &evaluator, const Arguments &arguments)
{
    return hasItem(evaluator, arguments, "any", true);
}

Evaluated iter(Evaluator &evaluator, const Arguments &arguments)
{
    const std::size_t given = arguments.positional.size();
    const Done checked = checkCall(evaluator, "iter", {1, 2, CallWording::Expected}, given, arguments);
    if (!checked)
        return std::unexpected(checked.error());
    if (given == 1)
        return evaluator.iterator(arguments.positional[0]);
    return evaluator.heap().make<SentinelIterator>(arguments.positional[0], arguments.positional[1]);
}

Evaluated len(Evaluator &evaluator, const Arguments &arguments)
{
    const std::size_t given = arguments.positional.size();
    if (const Done done = checkCall(evaluator, "len", {1, 1}, given, arguments); !done)
        return std::unexpected(done.error());
    const auto length = evaluator.length(arguments.positional[0]);
    if (!length)
        return std::unexpected(length.error());
    return Value(*length);
}

Evaluated max(Evaluator &evaluator, const Arguments &arguments)
{
    return Extreme(evaluator, "max", ComparisonOperator::Greater).find(arguments);
}

Evaluated min(Evaluator &evaluator, const Arguments &arguments)
{
    return Extreme(evaluator, "min", ComparisonOperator::Less).find(arguments);
}

Evaluated next(Evaluator &evaluator, const Arguments &arguments)
{
    const std::size_t given = arguments.positional.size();
    const Done checked = checkCall(evaluator, "next", {1, 2, CallWording::Expected}, given, arguments);
    if (!checked)
        return std::unexpected(checked.error());
    const auto *generator = arguments.positional[0].as<GeneratorObject>();
    const bool isEnding = generator != nullptr && !generator->isFinished();
    const auto item = evaluator.next(arguments.positional[0]);
    if (!item)
        return std::unexpected(item.error());
    if (*item)
        return **item;
    if (given > 1)
        return arguments.positional[1];
    if (isEnding && !generator->returned.isNone())
        return evaluator.raiseWith("StopIteration", {generator->returned});
    return evaluator.raiseWith("StopIteration", {});
}

Evaluated sorted(Evaluator &evaluator, const Arguments &arguments)
{
    const std::size_t given = arguments.positional.size();
    const Done checked =
        checkCall(evaluator, "sorted", {1, 1, CallWording::Expected}, given, {arguments.positional, {}});
    if (!checked)
        return std::unexpected(checked.error());
    static const Signature signature("sort", "iterable, /, *, key=, reverse=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    auto items = evaluator.items(bound->value(0));
    if (!items)
        return std::unexpected(items.error());
    const Outcome<bool> isReverse = evaluator.truth(bound->value(2, Value(false)));
    if (!isReverse)
        return std::unexpected(isReverse.error());
    const Done done = sortValues(evaluator, *items, bound->value(1),
                                 *isReverse ? SortOrder::Descending : SortOrder::Ascending);
    if (!done)
        return std::unexpected(done.error());
    return evaluator.heap().list(*std::move(items));
}

Evaluated sum(Evaluator &evaluator, const Arguments &arguments)
{
    if (arguments.positional.empty())
        return evaluator.raise("TypeError", "sum() takes at least 1 positional argument (0 given)");
    static const Signature signature("sum", "iterable, /, start=");
    const auto bound = signature.bind(evaluator, arguments);
    if (!bound)
        return std::unexpected(bound.error());
    const Value start = bound->value(1, Value(std::int64_t(0)));
    if (start.as<StringObject>() != nullptr)
        return evaluator.raise("TypeError", "sum() can't sum strings [use ''.join(seq) instead]");
    if (start.as<BytesObject>() != nullptr)
        return evaluator.raise("TypeError", "sum() can't sum bytes [use b''.join(seq) instead]");
    Summation summation(evaluator, start);
    const Done done =
        evaluator.iterate(bound->value(0), [&](Value item) -> Done { return summation.add(item); });
    if (!done)
        return std::unexpected(done.error());
    return summation.total();
}

} // namespace athanor::python::functions

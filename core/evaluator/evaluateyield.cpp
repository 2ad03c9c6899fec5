// SPDX-License-Identifier: GPL-3.0-or-later
// yield and await.
#include "core/evaluator/frame.h"
#include "core/evaluator/generator.h"

namespace athanor::python {

Evaluated Frame::yield(const Yield &node)
{
    Evaluated value = Value();
    if (node.value)
        value = evaluate(*node.value);
    if (!value)
        return value;
    at = &node;
    if (!generator)
        return m_evaluator.refuse("yield here", "a function around it");
    return generator->yield(m_evaluator, *value);
}

Evaluated Frame::yieldFrom(const YieldFrom &node)
{
    const Evaluated value = evaluate(*node.value);
    if (!value)
        return value;
    at = &node;
    if (!generator)
        return m_evaluator.refuse("yield from here", "a function around it");
    const Evaluated iterator = m_evaluator.iterator(*value);
    if (!iterator)
        return iterator;
    auto *inner = iterator->as<GeneratorObject>();
    Value sent;
    for (;;) {
        const auto item = inner ? inner->send(m_evaluator, sent) : m_evaluator.next(*iterator);
        if (!item)
            return std::unexpected(item.error());
        if (!*item)
            return inner ? inner->returned : Value();
        Evaluated answer = generator->yield(m_evaluator, **item);
        if (!answer && inner && !answer.error().isStop()) {
            const auto thrown = inner->throwInto(m_evaluator, answer.error());
            if (!thrown)
                return std::unexpected(thrown.error());
            if (!*thrown)
                return inner->returned;
            answer = generator->yield(m_evaluator, **thrown);
        }
        if (!answer)
            return answer;
        sent = *answer;
    }
}

/// Coroutines run where they are awaited: a call of one is its result already.
Evaluated Frame::await(const Await &node)
{
    const Evaluated value = evaluate(*node.value);
    if (!value)
        return value;
    at = &node;
    if (value->isObject() && !m_runtime.isPlainObject(*value) && !value->as<OpaqueObject>()) {
        const auto awaited = m_runtime.special(*value, "__await__");
        if (!awaited)
            return std::unexpected(awaited.error());
        if (*awaited)
            return m_evaluator.refuse("an object with __await__", "a call of an async function");
    }
    return value;
}

} // namespace athanor::python

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/frame.h"

namespace athanor::python {

/// A chain of elif is as deep as it is long: it is walked with a loop.
Outcome<Flow> Frame::executeIf(const If &node)
{
    const If *branch = &node;
    for (;;) {
        const Evaluated condition = evaluate(*branch->condition);
        if (!condition)
            return std::unexpected(condition.error());
        at = branch->condition;
        const auto truth = m_evaluator.truth(*condition);
        if (!truth)
            return std::unexpected(truth.error());
        if (*truth)
            return execute(branch->body);
        if (branch->orElse.size() != 1 || !branch->orElse[0]->as<If>())
            return execute(branch->orElse);
        branch = branch->orElse[0]->as<If>();
    }
}

Outcome<Flow> Frame::executeWhile(const While &node)
{
    for (;;) {
        const Evaluated condition = evaluate(*node.condition);
        if (!condition)
            return std::unexpected(condition.error());
        at = node.condition;
        const auto truth = m_evaluator.truth(*condition);
        if (!truth)
            return std::unexpected(truth.error());
        if (!*truth)
            return execute(node.orElse);
        const auto flow = execute(node.body);
        if (!flow || *flow == Flow::Return)
            return flow;
        if (*flow == Flow::Break)
            return Flow::Next;
    }
}

Outcome<Flow> Frame::executeFor(const For &node)
{
    const Evaluated iterable = evaluate(*node.iterable);
    if (!iterable)
        return std::unexpected(iterable.error());
    at = node.iterable;
    if (node.isAsync)
        return m_evaluator.refuse("async for", "a plain for");
    const Evaluated iterator = m_evaluator.iterator(*iterable);
    if (!iterator)
        return std::unexpected(iterator.error());
    for (;;) {
        at = node.iterable;
        const auto item = m_evaluator.next(*iterator);
        if (!item)
            return std::unexpected(item.error());
        if (!*item)
            return execute(node.orElse);
        if (Done done = assign(*node.target, **item); !done)
            return std::unexpected(done.error());
        const auto flow = execute(node.body);
        if (!flow || *flow == Flow::Return)
            return flow;
        if (*flow == Flow::Break)
            return Flow::Next;
    }
}

} // namespace athanor::python

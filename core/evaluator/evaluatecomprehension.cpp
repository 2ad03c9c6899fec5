// SPDX-License-Identifier: GPL-3.0-or-later
// Comprehensions and generator expressions: their targets have a scope of their own.
#include "core/evaluator/dictionary.h"
#include "core/evaluator/frame.h"
#include "core/evaluator/generator.h"

namespace athanor::python {

namespace {

NodeList<ComprehensionClause> clausesOf(const Expression &expression)
{
    if (const auto *list = expression.as<ListComprehension>())
        return list->clauses;
    if (const auto *set = expression.as<SetComprehension>())
        return set->clauses;
    if (const auto *dictionary = expression.as<DictionaryComprehension>())
        return dictionary->clauses;
    return expression.as<Generator>()->clauses;
}

} // namespace

/// `iterable` is what the first clause goes over; the inner ones are evaluated each time.
Done Frame::clauses(NodeList<ComprehensionClause> nodes, std::size_t index, const Value *iterable,
                    const std::function<Done()> &each)
{
    if (index == nodes.size())
        return each();
    const ComprehensionClause &clause = *nodes[index];
    Evaluated from = Value();
    if (iterable)
        from = *iterable;
    else
        from = evaluate(*clause.iterable);
    if (!from)
        return std::unexpected(from.error());
    at = clause.iterable;
    if (clause.isAsync)
        return m_evaluator.refuse("async for", "a plain for");
    return m_evaluator.iterate(*from, [&](Value item) -> Done {
        if (Done done = assign(*clause.target, item); !done)
            return done;
        for (const Expression *condition : clause.conditions) {
            const Evaluated value = evaluate(*condition);
            if (!value)
                return std::unexpected(value.error());
            at = condition;
            const auto truth = m_evaluator.truth(*value);
            if (!truth)
                return std::unexpected(truth.error());
            if (!*truth)
                return {};
        }
        return clauses(nodes, index + 1, nullptr, each);
    });
}

Evaluated Frame::comprehension(const Expression &expression)
{
    const NodeList<ComprehensionClause> nodes = clausesOf(expression);
    const Evaluated first = evaluate(*nodes[0]->iterable);
    if (!first)
        return first;
    Scope *const outer = m_scope;
    m_scope = m_runtime.newScope(ScopeKind::Comprehension, outer);
    Heap &heap = m_runtime.heap;
    std::vector<Value> items;
    auto *set = expression.as<SetComprehension>() ? heap.make<SetObject>() : nullptr;
    auto *dictionary = expression.as<DictionaryComprehension>() ? heap.make<DictionaryObject>() : nullptr;
    const Value iterable = *first;
    const Done done = clauses(nodes, 0, &iterable, [&]() -> Done {
        if (const auto *node = expression.as<DictionaryComprehension>()) {
            const Evaluated key = evaluate(*node->key);
            if (!key)
                return std::unexpected(key.error());
            const Evaluated value = evaluate(*node->value);
            if (!value)
                return std::unexpected(value.error());
            return dictionary->table.set(m_evaluator, *key, *value);
        }
        const auto *list = expression.as<ListComprehension>();
        const Evaluated value = evaluate(list ? *list->element : *expression.as<SetComprehension>()->element);
        if (!value)
            return std::unexpected(value.error());
        if (set)
            return set->table.set(m_evaluator, *value, {});
        heap.count(sizeof(Value));
        items.push_back(*value);
        return {};
    });
    m_scope = outer;
    if (!done)
        return std::unexpected(done.error());
    if (set)
        return set;
    if (dictionary)
        return dictionary;
    return heap.list(std::move(items));
}

Evaluated Frame::generatorExpression(const Generator &node)
{
    const Evaluated first = evaluate(*node.clauses[0]->iterable);
    if (!first)
        return first;
    at = node.clauses[0]->iterable;
    const Evaluated iterator = m_evaluator.iterator(*first);
    if (!iterator)
        return iterator;
    Scope *scope = m_runtime.newScope(ScopeKind::Comprehension, m_scope);
    return m_runtime.heap.make<GeneratorObject>(node, *iterator, scope, module, source);
}

Done Frame::generate(const Generator &expression, Value first, const std::function<Done(Value)> &each)
{
    return clauses(expression.clauses, 0, &first, [&]() -> Done {
        const Evaluated value = evaluate(*expression.element);
        if (!value)
            return std::unexpected(value.error());
        return each(*value);
    });
}

} // namespace athanor::python

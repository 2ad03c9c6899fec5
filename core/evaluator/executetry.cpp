// SPDX-License-Identifier: GPL-3.0-or-later
// raise, try and with. A stop is nothing that a script can catch: not even `finally` runs then.
#include "core/evaluator/frame.h"

#include <utility>

namespace athanor::python {

namespace {

/// Counts the bodies whose exceptions somebody waits for.
class CatchingGuard
{
public:
    explicit CatchingGuard(int &count)
        : m_count(count)
    {
        ++count;
    }
    ~CatchingGuard() { --m_count; }
    CatchingGuard(const CatchingGuard &) = delete;
    CatchingGuard &operator=(const CatchingGuard &) = delete;

private:
    int &m_count;
};

struct ContextNames
{
    std::string_view enter;
    std::string_view exit;
};

constexpr ContextNames PlainNames = {"__enter__", "__exit__"};
constexpr ContextNames AsyncNames = {"__aenter__", "__aexit__"};

struct ContextMethods
{
    Value enter;
    std::optional<Value> exit; ///< none where the object is not known
};

Outcome<ContextMethods> contextMethods(Evaluator::Runtime &runtime, Value context, const ContextNames &names)
{
    Evaluator &evaluator = runtime.evaluator;
    if (const auto *unknown = context.as<OpaqueObject>()) {
        if (runtime.purpose == Purpose::Running)
            return evaluator.refuseOpaque(*unknown, "a with statement");
        const Evaluated enter = evaluator.attribute(context, names.enter);
        if (!enter)
            return std::unexpected(enter.error());
        return ContextMethods{*enter, std::nullopt};
    }
    const auto enter = runtime.special(context, names.enter);
    if (!enter)
        return std::unexpected(enter.error());
    const auto exit = runtime.special(context, names.exit);
    if (!exit)
        return std::unexpected(exit.error());
    if (*enter && *exit)
        return ContextMethods{**enter, *exit};
    return evaluator.raise(
        "TypeError", '\'' + typeName(evaluator, context)
                         + "' object does not support the context manager protocol"
                         + (*enter ? " (missed " + std::string(names.exit) + " method)" : std::string()));
}

} // namespace

/// What stands behind `raise`: an exception, or a class of them, which is called.
Evaluated Frame::exceptionOf(Value value)
{
    Evaluated made = value;
    if (const auto *unknown = value.as<OpaqueObject>())
        return m_evaluator.refuseOpaque(*unknown, "raising it");
    if (value.as<ClassObject>())
        made = m_evaluator.call(value, {});
    if (made && !m_evaluator.isInstance(*made, baseExceptionClass)) {
        if (made->as<Instance>() && m_evaluator.typeOf(*made)->hasOpaqueBase)
            return m_evaluator.refuse("raising " + typeName(m_evaluator, *made), "all of its base classes");
        return m_evaluator.raise("TypeError", "exceptions must derive from BaseException");
    }
    return made;
}

Done Frame::executeRaise(const Raise &node)
{
    if (!node.exception) {
        if (m_runtime.handled.isNone())
            return m_evaluator.raise("RuntimeError", "No active exception to reraise");
        return std::unexpected(Raised{m_runtime.handled, {}});
    }
    const Evaluated value = evaluate(*node.exception);
    if (!value)
        return std::unexpected(value.error());
    at = &node;
    const Evaluated made = exceptionOf(*value);
    if (!made)
        return std::unexpected(made.error());
    auto *exception = made->as<ExceptionObject>();
    if (node.cause) {
        const Evaluated cause = evaluate(*node.cause);
        if (!cause)
            return std::unexpected(cause.error());
        const Evaluated known = cause->isNone() ? cause : exceptionOf(*cause);
        if (!known)
            return std::unexpected(known.error());
        exception->cause = *known;
        exception->suppressesContext = true;
    }
    at = &node;
    if (!m_runtime.handled.isSame(*made))
        exception->context = m_runtime.handled;
    if (exception->raisedAt == SourceRange{})
        exception->raisedAt = m_evaluator.where();
    return std::unexpected(Raised{*made, {}});
}

Outcome<bool> Frame::matches(const ExceptHandler &handler, Value exception)
{
    if (!handler.type)
        return true;
    const Evaluated type = evaluate(*handler.type);
    if (!type)
        return std::unexpected(type.error());
    at = handler.type;
    const auto isException = [&](Value value) {
        const auto *known = value.as<ClassObject>();
        return value.as<OpaqueObject>() || (known && known->hasOpaqueBase)
               || (known && known->isSubclassOf(m_evaluator.classOf(baseExceptionClass)));
    };
    std::vector<Value> all = {*type};
    if (const auto *tuple = type->as<TupleObject>())
        all = tuple->items;
    for (const Value &each : all) {
        if (!isException(each))
            return m_evaluator.raise(
                "TypeError", "catching classes that do not inherit from BaseException is not allowed");
    }
    // What is known goes first: an unknown class matters only where no known one matches.
    for (const Value &each : all) {
        if (const auto *known = each.as<ClassObject>();
            known && m_evaluator.typeOf(exception)->isSubclassOf(known))
            return true;
    }
    for (const Value &each : all) {
        if (const auto *unknown = each.as<OpaqueObject>())
            return m_evaluator.refuseOpaque(*unknown, "an except clause");
    }
    return false;
}

Outcome<Flow> Frame::executeHandler(const ExceptHandler &handler, Value exception)
{
    if (!handler.name.empty()) {
        if (Done done = store(handler.name, exception); !done)
            return std::unexpected(done.error());
    }
    const Value before = std::exchange(m_runtime.handled, exception);
    const auto flow = execute(handler.body);
    m_runtime.handled = before;
    if (!handler.name.empty())
        namespaceFor(handler.name)->remove(handler.name);
    return flow;
}

Outcome<Flow> Frame::handle(const Try &node, const Raised &raised)
{
    if (node.isGroup)
        return m_evaluator.refuse("except*", "plain except clauses");
    // What the clauses' types raise has this exception as its context.
    const Value before = std::exchange(m_runtime.handled, raised.exception);
    for (const ExceptHandler *handler : node.handlers) {
        const auto isMatch = matches(*handler, raised.exception);
        if (isMatch && !*isMatch)
            continue;
        m_runtime.handled = before;
        if (!isMatch)
            return std::unexpected(isMatch.error());
        return executeHandler(*handler, raised.exception);
    }
    m_runtime.handled = before;
    return std::unexpected(raised);
}

Outcome<Flow> Frame::executeTry(const Try &node)
{
    Outcome<Flow> flow = Flow::Next;
    {
        const CatchingGuard guard(m_catching);
        flow = execute(node.body);
        if (flow && *flow == Flow::Next)
            flow = execute(node.orElse);
        else if (!flow && !flow.error().isStop())
            flow = handle(node, Raised(flow.error()));
    }
    if (node.finally.empty() || (!flow && flow.error().isStop()))
        return flow;
    const Value kept = returned;
    const Value before = m_runtime.handled;
    if (!flow)
        m_runtime.handled = flow.error().exception;
    const auto last = execute(node.finally);
    m_runtime.handled = before;
    if (!last || *last != Flow::Next)
        return last;
    returned = kept;
    return flow;
}

/// Calls __exit__: true when it wants the exception forgotten.
Outcome<bool> Frame::exitContext(Value exit, const Outcome<Flow> &outcome)
{
    Evaluated answer = Value();
    if (outcome) {
        answer = m_evaluator.call(exit, {Value(), Value(), Value()});
    } else {
        const Value exception = outcome.error().exception;
        const Value before = std::exchange(m_runtime.handled, exception);
        answer = m_evaluator.call(exit, {m_evaluator.typeOf(exception), exception, Value()});
        m_runtime.handled = before;
    }
    if (!answer)
        return std::unexpected(answer.error());
    if (outcome)
        return false;
    return m_evaluator.truth(*answer);
}

Outcome<Flow> Frame::executeWith(const With &node, std::size_t index)
{
    if (index == node.items.size()) {
        const CatchingGuard guard(m_catching);
        return execute(node.body);
    }
    const WithItem &item = *node.items[index];
    const Evaluated context = evaluate(*item.context);
    if (!context)
        return std::unexpected(context.error());
    at = item.context;
    const auto methods = contextMethods(m_runtime, *context, node.isAsync ? AsyncNames : PlainNames);
    if (!methods)
        return std::unexpected(methods.error());
    const Evaluated entered = m_evaluator.call(methods->enter, {});
    if (!entered)
        return std::unexpected(entered.error());
    Outcome<Flow> flow = Flow::Next;
    if (item.target) {
        const CatchingGuard guard(m_catching);
        if (Done done = assign(*item.target, *entered); !done)
            flow = std::unexpected(done.error());
    }
    if (flow)
        flow = executeWith(node, index + 1);
    if (!methods->exit || (!flow && flow.error().isStop()))
        return flow;
    const Value kept = returned;
    at = item.context;
    const auto isForgotten = exitContext(*methods->exit, flow);
    if (!isForgotten)
        return std::unexpected(isForgotten.error());
    returned = kept;
    return *isForgotten ? Outcome<Flow>(Flow::Next) : flow;
}

} // namespace athanor::python

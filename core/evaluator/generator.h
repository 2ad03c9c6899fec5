// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluator/evaluator.h"
#include "core/evaluator/fiber.h"
#include "core/evaluator/function.h"

#include <memory>
#include <optional>

namespace athanor::python {

class Frame;

/// A call of a function with `yield`, or a generator expression: its body runs in a fiber of its own, from
/// the first next() on.
class GeneratorObject : public ObjectOf<ObjectKind::Generator>
{
public:
    GeneratorObject(const FunctionObject &function, Scope *scope);
    /// A generator expression; `first` is its first iterable's iterator.
    GeneratorObject(const Generator &expression, Value first, Scope *scope, ModuleObject *module,
                    const ParsedModule *source);

    Outcome<std::optional<Value>> next(Evaluator &evaluator) { return send(evaluator, {}); }
    /// Empty when the body has ended; `returned` is then what it returned.
    Outcome<std::optional<Value>> send(Evaluator &evaluator, Value value);
    /// Raises the exception where the body waits.
    Outcome<std::optional<Value>> throwInto(Evaluator &evaluator, const Raised &raised);
    Done close(Evaluator &evaluator);

    bool isStarted() const { return m_state != State::Fresh; }
    bool isFinished() const { return m_state == State::Finished; }
    bool isRunning() const { return m_state == State::Running; }
    /// A generator expression that nobody has begun with: it needs no fiber to be gone through at once.
    bool isFreshExpression() const { return m_expression && m_state == State::Fresh; }
    Done runThrough(Evaluator &evaluator, const std::function<Done(Value)> &each);

    /// From the body: hands over a value, and gives what it is gone on with.
    Evaluated yield(Evaluator &evaluator, Value value);
    /// Ends the body without running any more of the script.
    void unwind(Evaluator::Runtime &runtime);

    Value returned;

private:
    enum class State : std::uint8_t { Fresh, Waiting, Running, Finished };

    void start(Evaluator &evaluator);
    Outcome<std::optional<Value>> resume(Evaluator &evaluator);
    Done runBody(Evaluator &evaluator);
    void finish(Evaluator::Runtime &runtime);

    const FunctionObject *m_function = nullptr;
    const Generator *m_expression = nullptr;
    Value m_first;
    Scope *m_scope;
    ModuleObject *m_module;
    const ParsedModule *m_source;
    State m_state = State::Fresh;
    std::unique_ptr<Fiber> m_fiber;
    std::optional<Value> m_yielded;
    Value m_sent;
    std::optional<Raised> m_thrown; ///< to be raised in the body
    Done m_ended;                   ///< how the body ended
    Frame *m_frame = nullptr;
    Value m_handled;
    int m_depth = 0;
};

} // namespace athanor::python

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/generator.h"

#include "core/evaluator/frame.h"

#include <utility>

namespace athanor::python {

GeneratorObject::GeneratorObject(const FunctionObject &function, Scope *scope)
    : m_function(&function)
    , m_scope(scope)
    , m_module(function.module)
    , m_source(function.source)
{
}

GeneratorObject::GeneratorObject(const Generator &expression, Value first, Scope *scope, ModuleObject *module,
                                 const ParsedModule *source)
    : m_expression(&expression)
    , m_first(first)
    , m_scope(scope)
    , m_module(module)
    , m_source(source)
{
}

Done GeneratorObject::runBody(Evaluator &evaluator)
{
    Frame body(evaluator.runtime(), *m_scope, m_module, m_source);
    body.generator = this;
    m_frame = &body;
    Done done;
    if (m_thrown) {
        done = std::unexpected(*std::exchange(m_thrown, std::nullopt));
    } else if (m_expression) {
        done = body.generate(*m_expression, m_first, [&](Value value) -> Done {
            const Evaluated sent = yield(evaluator, value);
            return sent ? Done{} : Done(std::unexpected(sent.error()));
        });
    } else if (const Statement *const *statements =
                   m_function->statement ? m_function->statement->body.data() : nullptr) {
        const auto flow = body.execute(Block(statements, m_function->statement->body.size()));
        if (!flow)
            done = std::unexpected(flow.error());
        returned = body.returned;
    } else {
        const Evaluated result = body.evaluate(*m_function->lambda->body);
        if (!result)
            done = std::unexpected(result.error());
        else
            returned = *result;
    }
    m_frame = nullptr;
    return done;
}

void GeneratorObject::start(Evaluator &evaluator)
{
    Evaluator::Runtime &runtime = evaluator.runtime();
    runtime.heap.count(64 * 1024);
    runtime.generators.push_back(this);
    m_fiber = std::make_unique<Fiber>([this, &evaluator] { m_ended = runBody(evaluator); });
}

void GeneratorObject::finish(Evaluator::Runtime &runtime)
{
    m_state = State::Finished;
    m_fiber.reset();
    std::erase(runtime.generators, this);
}

Outcome<std::optional<Value>> GeneratorObject::resume(Evaluator &evaluator)
{
    Evaluator::Runtime &runtime = evaluator.runtime();
    if (!m_fiber)
        start(evaluator);
    m_state = State::Running;
    m_yielded.reset();
    Frame *const caller = runtime.frame;
    const int depth = runtime.depth;
    const char *const stackEnd = std::exchange(runtime.stackEnd, m_fiber->stackEnd());
    if (m_frame) {
        m_frame->caller = caller;
        runtime.frame = m_frame;
    }
    runtime.depth = depth + m_depth + 1;
    std::swap(runtime.handled, m_handled);
    m_fiber->resume();
    std::swap(runtime.handled, m_handled);
    m_depth = runtime.depth - depth - 1;
    runtime.depth = depth;
    runtime.stackEnd = stackEnd;
    runtime.frame = caller;
    if (!m_fiber->isDone()) {
        m_state = State::Waiting;
        return m_yielded;
    }
    finish(runtime);
    if (m_ended)
        return std::nullopt;
    const Raised raised = m_ended.error();
    if (!raised.isStop() && evaluator.isInstance(raised.exception, stopIterationClass))
        return evaluator.raise("RuntimeError", "generator raised StopIteration");
    return std::unexpected(raised);
}

Outcome<std::optional<Value>> GeneratorObject::send(Evaluator &evaluator, Value value)
{
    if (m_state == State::Finished)
        return std::nullopt;
    if (m_state == State::Running)
        return evaluator.raise("ValueError", "generator already executing");
    if (m_state == State::Fresh && !value.isNone())
        return evaluator.raise("TypeError", "can't send non-None value to a just-started generator");
    if (evaluator.runtime().depth >= evaluator.runtime().limits.depth)
        return evaluator.runtime().stopAtBound();
    m_sent = value;
    return resume(evaluator);
}

Outcome<std::optional<Value>> GeneratorObject::throwInto(Evaluator &evaluator, const Raised &raised)
{
    if (m_state == State::Running)
        return evaluator.raise("ValueError", "generator already executing");
    if (m_state == State::Finished || m_state == State::Fresh) {
        m_state = State::Finished;
        return std::unexpected(raised);
    }
    m_thrown = raised;
    return resume(evaluator);
}

Done GeneratorObject::close(Evaluator &evaluator)
{
    if (m_state != State::Waiting) {
        if (m_state == State::Fresh)
            m_state = State::Finished;
        return {};
    }
    const Raised leaving = evaluator.raiseWith("GeneratorExit", {}).error();
    const auto result = throwInto(evaluator, leaving);
    if (result && *result)
        return evaluator.raise("RuntimeError", "generator ignored GeneratorExit");
    if (result
        || (!result.error().isStop() && evaluator.isInstance(result.error().exception, generatorExitClass)))
        return {};
    return std::unexpected(result.error());
}

Done GeneratorObject::runThrough(Evaluator &evaluator, const std::function<Done(Value)> &each)
{
    m_state = State::Running;
    Frame body(evaluator.runtime(), *m_scope, m_module, m_source);
    const Done done = body.generate(*m_expression, m_first, each);
    m_state = State::Finished;
    return done;
}

Evaluated GeneratorObject::yield(Evaluator &evaluator, Value value)
{
    if (evaluator.runtime().isEnding)
        return std::unexpected(m_thrown.value_or(Raised{}));
    m_yielded = value;
    m_fiber->suspend();
    if (m_thrown)
        return std::unexpected(*std::exchange(m_thrown, std::nullopt));
    return std::exchange(m_sent, Value());
}

void GeneratorObject::unwind(Evaluator::Runtime &runtime)
{
    if (m_state != State::Waiting) {
        finish(runtime);
        return;
    }
    m_thrown = runtime.stop("ATH-EVAL-003", "the generator was left", {}).error();
    resume(runtime.evaluator);
    finish(runtime);
}

} // namespace athanor::python

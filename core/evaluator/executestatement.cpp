// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluator/frame.h"

namespace athanor::python {

namespace {

Outcome<Flow> next(const Done &done)
{
    if (!done)
        return std::unexpected(done.error());
    return Flow::Next;
}

} // namespace

Outcome<Flow> Frame::execute(Block statements)
{
    for (const Statement *statement : statements) {
        const auto flow = refusal == Refusal::Stops ? execute(*statement) : executeLeniently(*statement);
        if (!flow || *flow != Flow::Next)
            return flow;
    }
    return Flow::Next;
}

Outcome<Flow> Frame::execute(const Statement &statement)
{
    if (Done done = m_runtime.step(); !done)
        return std::unexpected(done.error());
    at = &statement;
    switch (statement.kind) {
    case StatementKind::If:
        return executeIf(static_cast<const If &>(statement));
    case StatementKind::While:
        return executeWhile(static_cast<const While &>(statement));
    case StatementKind::For:
        return executeFor(static_cast<const For &>(statement));
    case StatementKind::With:
        return executeWith(static_cast<const With &>(statement), 0);
    case StatementKind::Try:
        return executeTry(static_cast<const Try &>(statement));
    case StatementKind::Match:
        return executeMatch(static_cast<const Match &>(statement));
    case StatementKind::Function:
        return next(executeFunction(static_cast<const Function &>(statement)));
    case StatementKind::Class:
        return next(executeClass(static_cast<const Class &>(statement)));
    default:
        return executeSimple(statement);
    }
}

Outcome<Flow> Frame::executeSimple(const Statement &statement)
{
    switch (statement.kind) {
    case StatementKind::Expression: {
        const Expression &expression = *static_cast<const ExpressionStatement &>(statement).value;
        if (expression.kind == ExpressionKind::String)
            return Flow::Next;
        const Evaluated value = evaluate(expression);
        if (!value)
            return std::unexpected(value.error());
        return Flow::Next;
    }
    case StatementKind::Assignment:
        return next(executeAssignment(static_cast<const Assignment &>(statement)));
    case StatementKind::AnnotatedAssignment:
        return next(executeAnnotated(static_cast<const AnnotatedAssignment &>(statement)));
    case StatementKind::AugmentedAssignment:
        return next(executeAugmented(static_cast<const AugmentedAssignment &>(statement)));
    case StatementKind::Delete:
        for (const Expression *target : static_cast<const Delete &>(statement).targets) {
            if (Done done = executeDelete(*target); !done)
                return std::unexpected(done.error());
        }
        return Flow::Next;
    case StatementKind::Break:
        return Flow::Break;
    case StatementKind::Continue:
        return Flow::Continue;
    case StatementKind::Return:
        return executeReturn(static_cast<const Return &>(statement));
    case StatementKind::Raise:
        return next(executeRaise(static_cast<const Raise &>(statement)));
    case StatementKind::Assert:
        return next(executeAssert(static_cast<const Assert &>(statement)));
    case StatementKind::Import:
        return next(executeImport(static_cast<const Import &>(statement)));
    case StatementKind::ImportFrom:
        return next(executeImportFrom(static_cast<const ImportFrom &>(statement)));
    case StatementKind::TypeAlias: {
        const std::string name(static_cast<const TypeAlias &>(statement).name->id);
        return next(store(name, m_evaluator.opaque(name, "type aliases are not evaluated")));
    }
    default:
        return Flow::Next; // pass, global and nonlocal say nothing more here
    }
}

/// A statement of an imported module that can't be read makes opaque what it would have set.
Outcome<Flow> Frame::executeLeniently(const Statement &statement)
{
    const auto flow = execute(statement);
    if (flow)
        return flow;
    const Raised &raised = flow.error();
    const bool isBound = raised.isStop() && raised.stop->code == QLatin1String("ATH-EVAL-003");
    if (isBound || m_runtime.isEnding)
        return flow;
    if (!raised.isStop() && (m_catching > 0 || m_evaluator.isInstance(raised.exception, importErrorClass)))
        return flow;
    if (Done done = makeOpaque(statement, raised); !done)
        return std::unexpected(done.error());
    return Flow::Next;
}

Done Frame::makeOpaque(const Statement &statement, const Raised &raised)
{
    at = &statement;
    const Error error = m_evaluator.error(raised);
    const std::string reason = error.text().toStdString();
    for (const std::string_view name : namesBoundBy(statement)) {
        const std::string whole = module->name + '.' + std::string(name);
        if (Done done = store(name, m_evaluator.opaque(whole, reason)); !done)
            return done;
    }
    for (const std::string_view name : namesChangedBy(statement)) {
        Value *value = m_scope->names->find(name);
        if (value && !value->as<ModuleObject>() && !value->as<OpaqueObject>())
            *value = m_evaluator.opaque(module->name + '.' + std::string(name), reason);
    }
    return {};
}

Outcome<Flow> Frame::executeReturn(const Return &node)
{
    returned = Value();
    if (node.value) {
        const Evaluated value = evaluate(*node.value);
        if (!value)
            return std::unexpected(value.error());
        returned = *value;
    }
    return Flow::Return;
}

Done Frame::executeAssert(const Assert &node)
{
    const Evaluated condition = evaluate(*node.condition);
    if (!condition)
        return std::unexpected(condition.error());
    at = node.condition;
    const auto truth = m_evaluator.truth(*condition);
    if (!truth)
        return std::unexpected(truth.error());
    if (*truth)
        return {};
    if (!node.message)
        return m_evaluator.raiseWith("AssertionError", {});
    const Evaluated message = evaluate(*node.message);
    if (!message)
        return std::unexpected(message.error());
    at = &node;
    return m_evaluator.raiseWith("AssertionError", {*message});
}

} // namespace athanor::python

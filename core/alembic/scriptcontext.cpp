// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alembic/scriptcontext.h"

#include "core/alembic/writtenoperation.h"
#include "core/evaluator/catching.h"

namespace athanor::alembic {

using namespace python;

namespace {

struct ContextSlot
{
    ScriptContext *context = nullptr;
};

} // namespace

ScriptContext::ScriptContext(QString script_, dialect::DialectName dialect)
    : script(std::move(script_))
    , dialectName(dialect)
    , m_dialect(dialect::dialectOf(dialect).text)
{
}

QStringView ScriptContext::dialect() const
{
    return m_dialect;
}

Done ScriptContext::record(Evaluator &evaluator, operation::Change change)
{
    return add(evaluator, {std::move(change), evaluator.where(script)});
}

Done ScriptContext::add(Evaluator &evaluator, operation::Operation operation)
{
    // Whoever catches nothing needs no answer yet: the operation is written once, when the script has ended.
    if (isCatching(evaluator))
        return addWritten(evaluator, *this, std::move(operation));
    operations.append(std::move(operation));
    return {};
}

ScriptContext &contextOf(Evaluator &evaluator)
{
    ScriptContext *context = evaluator.state<ContextSlot>().context;
    Q_ASSERT(context);
    return *context;
}

void setContext(Evaluator &evaluator, ScriptContext &context)
{
    evaluator.state<ContextSlot>().context = &context;
    evaluator.state<sqlalchemy::TargetSlot>().target = &context;
}

Evaluated emitChange(Evaluator &evaluator, operation::Change change)
{
    ScriptContext &context = contextOf(evaluator);
    const Done done = context.sink->add(evaluator, {std::move(change), evaluator.where(context.script)});
    if (!done)
        return std::unexpected(done.error());
    return Value();
}

} // namespace athanor::alembic

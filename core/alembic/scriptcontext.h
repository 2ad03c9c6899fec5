// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/settings.h"
#include "core/operation/operation.h"
#include "core/sqlalchemy/objects.h"

namespace athanor::alembic {

/// Where directives put what they make: the script's own list, or the queue of a batch.
class Sink
{
public:
    virtual ~Sink() = default;
    virtual python::Done add(python::Evaluator &evaluator, operation::Operation operation) = 0;
};

/// What env.py asks of context while it runs.
class EnvironmentCalls
{
public:
    virtual ~EnvironmentCalls() = default;
    virtual python::Done configure(python::Evaluator &evaluator,
                                   std::span<const python::NamedValue> keywords) = 0;
    virtual python::Done runMigrations(python::Evaluator &evaluator,
                                       std::span<const python::NamedValue> keywords) = 0;
};

/// What the natives of `alembic` know of the evaluation that they are in: its dialect and settings, and the
/// list that its operations go to.
class ScriptContext final : public sqlalchemy::Target, public Sink
{
public:
    ScriptContext(QString script, dialect::DialectName dialect);

    const QString script; ///< the revision's file; places are given in it
    const dialect::DialectName dialectName;
    Settings settings = {};
    ConfigValues config = {};
    QStringList startingRevisions = {}; ///< what get_current_heads() answers
    QString destination = {};
    QList<operation::Operation> operations = {};
    bool hasAskedConnection = false;         ///< something was executed on the stand-in connection
    Sink *sink = this;                       ///< a batch's queue while one of its directives runs
    EnvironmentCalls *environment = nullptr; ///< set while env.py runs

    QStringView dialect() const override;
    /// At once, whatever batch is open.
    python::Done record(python::Evaluator &evaluator, operation::Change change) override;
    python::Done add(python::Evaluator &evaluator, operation::Operation operation) override;

private:
    QString m_dialect;
};

/// The context of an evaluation; made by whoever made the evaluator (setContext).
ScriptContext &contextOf(python::Evaluator &evaluator);
void setContext(python::Evaluator &evaluator, ScriptContext &context);

/// Hands an operation to the current sink, with the place where the script is.
python::Evaluated emitChange(python::Evaluator &evaluator, operation::Change change);

} // namespace athanor::alembic

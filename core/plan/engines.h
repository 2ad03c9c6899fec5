// SPDX-License-Identifier: GPL-3.0-or-later
// The databases of the multidb template, which its scripts call engines.
#pragma once

#include "core/alembic/environment.h"

namespace athanor::plan {

bool isEngineParameter(const QString &name);
/// The engine that env.py names in the arguments of its revisions; empty where it names none.
QString engineOf(const QList<alembic::FunctionArgument> &arguments);
/// NAME of `-x engine=NAME`; empty where it is not given.
QString chosenEngine(const QStringList &xArguments);
/// Whether SQL for `engine` is asked for; what belongs to no engine always is.
bool isChosen(const QString &engine, const QStringList &xArguments);
/// Fails where env.py names engines, and the chosen one is none of them.
Result<void> checkChosenEngine(const QList<alembic::EnvironmentRun> &runs, const QStringList &xArguments);

} // namespace athanor::plan

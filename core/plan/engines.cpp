// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/engines.h"

namespace athanor::plan {

using namespace Qt::StringLiterals;

bool isEngineParameter(const QString &name)
{
    return name == "engine_name"_L1 || name == "engine"_L1;
}

QString engineOf(const QList<alembic::FunctionArgument> &arguments)
{
    for (const alembic::FunctionArgument &argument : arguments) {
        const QString *text = std::get_if<QString>(&argument.value);
        if (text && isEngineParameter(argument.name))
            return *text;
    }
    return {};
}

QString chosenEngine(const QStringList &xArguments)
{
    QString engine;
    for (const QString &argument : xArguments) {
        if (argument.startsWith("engine="_L1))
            engine = argument.sliced(7);
    }
    return engine;
}

bool isChosen(const QString &engine, const QStringList &xArguments)
{
    const QString chosen = chosenEngine(xArguments);
    return chosen.isEmpty() || engine.isEmpty() || engine == chosen;
}

Result<void> checkChosenEngine(const QList<alembic::EnvironmentRun> &runs, const QStringList &xArguments)
{
    const QString chosen = chosenEngine(xArguments);
    QStringList engines;
    SourceRange where;
    for (const alembic::EnvironmentRun &run : runs) {
        if (const QString engine = engineOf(run.arguments); !engine.isEmpty()) {
            engines.append(engine);
            where = run.where;
        }
    }
    if (chosen.isEmpty() || engines.isEmpty() || engines.contains(chosen))
        return {};
    return std::unexpected(Error{u"ATH-PLN-002"_s, u"env.py runs no engine '%1'"_s.arg(chosen), where,
                                 u"name one of %1 with -x engine=NAME"_s.arg(engines.join(", "_L1))});
}

} // namespace athanor::plan

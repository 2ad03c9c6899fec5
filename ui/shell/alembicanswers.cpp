// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alembicanswers.h"

#include "core/plan/externalalembic.h"

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

const Revision *revisionOf(const Project &project, const QString &path)
{
    const RevisionGraph &graph = project.graph();
    for (int i = 0; i < graph.size(); ++i) {
        if (graph.at(i).path == path)
            return &graph.at(i);
    }
    return nullptr;
}

Result<SqlScript> answerTo(const AlembicQuestion &question, const CancelToken &token)
{
    const Revision *revision = revisionOf(*question.project, question.path);
    if (!revision)
        return std::unexpected(
            Error{u"ATH-UI-006"_s, u"the script belongs to no revision of the project"_s, {question.path}});
    const auto way = plan::wayOf(*revision, question.direction);
    if (!way)
        return std::unexpected(way.error());
    const bool isUpgrade = question.direction == alembic::Direction::Upgrade;
    const auto call =
        plan::offlineCall(*question.project, isUpgrade ? u"upgrade"_s : u"downgrade"_s, *way, {});
    if (!call)
        return std::unexpected(call.error());
    const auto sql = plan::ask(*call, [&] { return token.isCancelled(); });
    if (!sql)
        return std::unexpected(sql.error());
    SqlScript script;
    script.terminator.clear();
    script.statements = {{.sql = sql->trimmed(), .where = {}}};
    script.writtenBy = call->text();
    return script;
}

} // namespace

AlembicAnswers::AlembicAnswers(QObject *parent)
    : QObject(parent)
{
}

bool AlembicAnswers::canAsk(const Project &project, const QString &path)
{
    return !project.settings().scripts.alembicCommand.isEmpty() && revisionOf(project, path);
}

void AlembicAnswers::ask(const AlembicQuestion &question)
{
    m_runner.run(
        this, [question](const CancelToken &token) { return answerTo(question, token); },
        [this, question](const Result<SqlScript> &answer) {
            SqlScript script = answer.value_or(question.unread);
            if (!answer)
                script.stop = answer.error();
            Q_EMIT answered(question.direction, script);
        });
}

void AlembicAnswers::cancel()
{
    m_runner.cancel();
}

} // namespace athanor

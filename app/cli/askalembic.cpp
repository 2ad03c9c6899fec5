// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/askalembic.h"

#include "core/plan/externalalembic.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

Result<AlembicSql> asked(Session &session, const Project &project, const QString &command, const QString &way)
{
    const auto call = plan::offlineCall(project, command, way, session.options().x);
    if (!call)
        return std::unexpected(call.error());
    Result<QString> sql;
    session.withApplication([&] { sql = plan::ask(*call); });
    if (!sql)
        return std::unexpected(sql.error());
    return AlembicSql{*sql, call->text()};
}

} // namespace

Result<void> checkAlembic(Session &session, const Project &project)
{
    if (!session.options().dialect.isEmpty())
        return std::unexpected(Error{u"ATH-CLI-002"_s,
                                     u"--with-alembic and --dialect exclude each other"_s,
                                     {},
                                     u"Alembic writes for the database of env.py only"_s,
                                     ErrorKind::Usage});
    const auto call = plan::offlineCall(project, u"upgrade"_s, u"head"_s, {});
    if (!call)
        return std::unexpected(call.error());
    return {};
}

Result<AlembicSql> askAlembic(Session &session, const Project &project, const plan::RevisionTurn &turn)
{
    const auto way = plan::wayOf(project.graph().at(turn.revision), turn.direction);
    if (!way)
        return std::unexpected(way.error());
    const bool isUpgrade = turn.direction == alembic::Direction::Upgrade;
    return asked(session, project, isUpgrade ? u"upgrade"_s : u"downgrade"_s, *way);
}

QString alembicMark(const QString &call)
{
    return u"-- Not read by Athanor: written by the project's own Alembic, `%1`\n\n"_s.arg(call);
}

Diagnostics alembicNote(const Project &project)
{
    if (project.settings().scripts.alembicCommand.isEmpty())
        return {};
    return {{Severity::Note,
             u"ATH-EXT-007"_s,
             u"the project's own Alembic can be asked"_s,
             {},
             u"add --with-alembic"_s}};
}

Result<void> writeAlembicSql(Session &session, const QString &command, const QString &target)
{
    const auto project = session.project();
    if (!project)
        return std::unexpected(project.error());
    if (const auto fine = checkAlembic(session, **project); !fine)
        return fine;
    const auto answer = asked(session, **project, command, target);
    if (!answer)
        return std::unexpected(answer.error());
    session.out().text(alembicMark(answer->call) + answer->sql);
    return {};
}

} // namespace athanor::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/offlinesql.h"

#include "app/cli/askalembic.h"
#include "core/plan/engines.h"
#include "core/plan/offlinescript.h"
#include "core/project/projecturl.h"
#include "core/revision/resolve.h"

namespace athanor::cli {

using namespace Qt::StringLiterals;

Result<std::optional<dialect::DialectName>> chosenDialect(const GlobalOptions &options)
{
    if (options.dialect.isEmpty())
        return std::nullopt;
    if (const auto name = dialect::dialectName(options.dialect))
        return name;
    return std::unexpected(Error{u"ATH-CLI-006"_s,
                                 u"there is no dialect '%1'"_s.arg(options.dialect),
                                 {},
                                 u"use postgresql, mysql, mariadb, sqlite, mssql or oracle"_s,
                                 ErrorKind::Usage});
}

Result<plan::ReaderOptions> readerOptions(Session &session)
{
    const auto project = session.project();
    if (!project)
        return std::unexpected(project.error());
    const auto dialect = chosenDialect(session.options());
    if (!dialect)
        return std::unexpected(dialect.error());
    plan::ReaderOptions options;
    options.dialect = *dialect;
    options.xArguments = session.options().x;
    options.url = session.options().url;
    if (options.url.isEmpty()) {
        const Project &found = **project;
        options.url =
            databaseUrl(found.config(), found.dotenv(), QProcessEnvironment::systemEnvironment()).url;
    }
    return options;
}

namespace {

/// FROM:TO, or TO alone.
struct Range
{
    QString from = {};
    QString to = {};
    bool hasStart = false;
};

Result<Range> rangeOf(const OfflineCommand &command)
{
    const QString &target = command.targets.first();
    const qsizetype colon = target.indexOf(u':');
    if (colon < 0 && command.direction == Direction::Downgrade)
        return std::unexpected(Error{
            u"ATH-CLI-007"_s, u"downgrade with --sql requires <fromrev>:<torev>"_s, {}, u"name both"_s});
    if (colon < 0)
        return Range{{}, target};
    return Range{target.first(colon), target.mid(colon + 1), true};
}

Result<QStringList> rowsOf(const RevisionGraph &graph, const QString &start)
{
    QStringList rows;
    if (start.isEmpty() || start == "base"_L1)
        return rows;
    const auto revision = resolveRevision(graph, start);
    if (!revision)
        return std::unexpected(revision.error());
    if (*revision)
        rows += graph.id(**revision);
    return rows;
}

Result<RevisionPath> pathOf(const RevisionGraph &graph, const OfflineCommand &command,
                            const QStringList &rows, const QString &target)
{
    switch (command.direction) {
    case Direction::Upgrade:
        return upgradePath(graph, rows, {target});
    case Direction::Downgrade:
        return downgradePath(graph, rows, target);
    case Direction::Stamp:
        break;
    }
    return stampPath(graph, rows, {target});
}

QList<plan::RevisionTurn> turnsOf(const RevisionPath &path, int run)
{
    QList<plan::RevisionTurn> turns;
    for (const PathStep &step : path.steps) {
        if (step.direction != Direction::Stamp)
            turns.append({step.revision,
                          step.direction == Direction::Upgrade ? alembic::Direction::Upgrade
                                                               : alembic::Direction::Downgrade,
                          run});
    }
    return turns;
}

/// The names that the results have as engines, in order; one without a name where there are none.
QStringList enginesOf(const QList<plan::TurnResult> &results)
{
    QStringList engines;
    for (const plan::TurnResult &result : results) {
        if (!result.engine.isEmpty() && !engines.contains(result.engine))
            engines += result.engine;
    }
    return engines.isEmpty() ? QStringList{QString()} : engines;
}

/// Writes one run of env.py, once for each engine.
class RunWriter
{
public:
    RunWriter(Session &session, plan::ProjectReader &reader, const plan::OfflineRequest &request, int run)
        : m_session(session)
        , m_reader(reader)
        , m_request(request)
        , m_run(run)
    {
    }

    Result<void> write()
    {
        const QList<plan::TurnResult> results = m_reader.render(turnsOf(m_request.path, m_run));
        for (const QString &engine : enginesOf(results)) {
            if (const auto written = writeEngine(results, engine); !written)
                return written;
        }
        return {};
    }

private:
    Result<void> writeEngine(const QList<plan::TurnResult> &results, const QString &engine)
    {
        QHash<int, const plan::RenderedRevision *> byRevision;
        for (const plan::TurnResult &result : results) {
            if (result.engine.isEmpty() || result.engine == engine)
                byRevision.insert(result.turn.revision, &result.rendered);
        }
        const auto revisionOf = [&](qsizetype step) {
            const plan::RenderedRevision *found = byRevision.value(m_request.path.steps.at(step).revision);
            return found ? *found : plan::RenderedRevision();
        };
        const plan::OfflineScript script = plan::offlineScript(m_request, m_reader.format(m_run), revisionOf);
        // The statements of several databases one below the other.
        if (!engine.isEmpty() && plan::chosenEngine(m_session.options().x).isEmpty())
            m_session.out().text(u"-- Engine %1\n\n"_s.arg(engine));
        m_session.out().text(script.text);
        m_session.report(script.notes);
        if (!script.error)
            return {};
        m_session.report(alembicNote(**m_session.project()));
        m_session.out().text(u"-- Incomplete: %1\n"_s.arg(script.error->text().replace(u'\n', u' ')));
        return std::unexpected(*script.error);
    }

    Session &m_session;
    plan::ProjectReader &m_reader;
    const plan::OfflineRequest &m_request;
    const int m_run;
};

Result<void> writeRuns(Session &session, plan::ProjectReader &reader, const RevisionPath &path,
                       const QStringList &rows)
{
    const Project &project = **session.project();
    for (int run = 0; run < reader.runCount(); ++run) {
        const QString engine = plan::engineOf(reader.environment().runs.at(run).arguments);
        if (!plan::isChosen(engine, session.options().x))
            continue;
        const plan::OfflineRequest request{project.graph(), path, rows, reader.settings(run),
                                           reader.environment().runs.at(run).hasTransaction};
        if (const auto written = RunWriter(session, reader, request, run).write(); !written)
            return written;
    }
    return {};
}

} // namespace

Result<void> writeOfflineSql(Session &session, const OfflineCommand &command)
{
    if (command.direction != Direction::Stamp)
        session.keepTrees();
    const auto project = session.wholeProject(u"offline SQL"_s);
    if (!project)
        return std::unexpected(project.error());
    const auto range = rangeOf(command);
    if (!range)
        return std::unexpected(range.error());
    const RevisionGraph &graph = (*project)->graph();
    const auto rows = rowsOf(graph, range->from);
    if (!rows)
        return std::unexpected(rows.error());
    const auto path = pathOf(graph, command, *rows, range->to);
    if (!path)
        return std::unexpected(path.error());
    auto options = readerOptions(session);
    if (!options)
        return std::unexpected(options.error());
    options->startingRevisions = *rows;
    options->destination = range->to;
    if (!command.tag.isEmpty())
        options->tag = command.tag;
    plan::ProjectReader reader(**project, *options);
    if (const auto opened = reader.open(); !opened)
        return opened;
    session.report(reader.environment().notes);
    return writeRuns(session, reader, *path, *rows);
}

} // namespace athanor::cli

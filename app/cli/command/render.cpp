// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/askalembic.h"
#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/offlinesql.h"
#include "core/plan/previewreport.h"
#include "core/revision/resolve.h"

#include <QJsonArray>

#include <algorithm>

namespace athanor::cli {

using namespace Qt::StringLiterals;

namespace {

struct RenderOptions
{
    QString revisions;
    bool all = false;
    bool withAlembic = false;
};

Result<std::vector<int>> rangeOf(const RevisionGraph &graph, const QString &from, const QString &to)
{
    QStringList rows;
    if (!from.isEmpty() && from != "base"_L1) {
        const auto start = resolveRevisions(graph, from);
        if (!start)
            return std::unexpected(start.error());
        for (const int revision : *start)
            rows += graph.id(revision);
    }
    const auto path = upgradePath(graph, rows, {to.isEmpty() ? u"heads"_s : to});
    if (!path)
        return std::unexpected(path.error());
    std::vector<int> revisions;
    for (const PathStep &step : path->steps)
        revisions.push_back(step.revision);
    return revisions;
}

/// In the order in which an upgrade runs them.
Result<std::vector<int>> chosenRevisions(const RevisionGraph &graph, const RenderOptions &options)
{
    if (options.all == !options.revisions.isEmpty())
        return std::unexpected(Error{u"ATH-CLI-002"_s,
                                     u"render wants a revision, a range or --all"_s,
                                     {},
                                     u"see `athanor render --help`"_s,
                                     ErrorKind::Usage});
    if (options.all) {
        std::vector<int> revisions = graph.newestFirst();
        std::ranges::reverse(revisions);
        return revisions;
    }
    const qsizetype colon = options.revisions.indexOf(u':');
    if (colon < 0)
        return resolveRevisions(graph, options.revisions);
    return rangeOf(graph, options.revisions.first(colon), options.revisions.mid(colon + 1));
}

/// Both directions of each revision.
QList<plan::RevisionTurn> turnsOf(const std::vector<int> &revisions, const plan::ProjectReader &reader)
{
    QList<plan::RevisionTurn> turns;
    for (const int revision : revisions)
        turns += plan::turnsOf(reader, revision);
    return turns;
}

QString directionName(alembic::Direction direction)
{
    return direction == alembic::Direction::Upgrade ? u"upgrade"_s : u"downgrade"_s;
}

QJsonObject resultObject(const RevisionGraph &graph, const plan::TurnResult &result, const QString &sql)
{
    const Revision &revision = graph.at(result.turn.revision);
    const std::optional<Error> &error = result.rendered.error;
    const SourceRange where = error && !error->where.file.isEmpty() ? error->where : revision.where();
    QJsonObject object{
        {u"revision"_s, revision.id},
        {u"down_revision"_s, revisionObject(graph, result.turn.revision).value(u"down_revision"_s)},
        {u"direction"_s, directionName(result.turn.direction)},
        {u"ok"_s, !error},
        {u"error"_s, error ? QJsonValue(error->text()) : QJsonValue::Null},
        {u"file"_s, where.file},
        {u"line"_s, where.line},
        {u"sql"_s, sql},
    };
    if (!result.engine.isEmpty())
        object.insert(u"engine"_s, result.engine);
    return object;
}

/// What Athanor itself says of a direction; or, where it can't and was allowed to ask, the project's Alembic.
struct Answer
{
    plan::TurnResult result = {};
    QString sql = {};
    QString call = {}; ///< of the project's Alembic, whose answer it is
};

Answer answerOf(Session &session, const Project &project, const plan::TurnResult &result,
                const plan::ProjectReader &reader, const RenderOptions &options)
{
    Answer answer{result, result.rendered.sql(reader.format(result.turn.run)), {}};
    if (!options.withAlembic || !result.rendered.error)
        return answer;
    auto asked = askAlembic(session, project, result.turn);
    if (!asked) {
        answer.result.rendered.error = asked.error();
        return answer;
    }
    answer.result.rendered.error.reset();
    answer.sql = asked->sql;
    answer.call = asked->call;
    return answer;
}

/// "-- Upgrade a -> b (engine1): message"
QString heading(const RevisionGraph &graph, const plan::TurnResult &result)
{
    const Revision &revision = graph.at(result.turn.revision);
    const bool isUpgrade = result.turn.direction == alembic::Direction::Upgrade;
    const QString below = revision.downRevisions.isEmpty() ? u"base"_s : revision.downRevisions.join(", "_L1);
    QString line = u"-- %1 %2 -> %3"_s.arg(isUpgrade ? u"Upgrade"_s : u"Downgrade"_s,
                                           isUpgrade ? below : revision.id, isUpgrade ? revision.id : below);
    if (!result.engine.isEmpty())
        line += u" (%1)"_s.arg(result.engine);
    if (const QString message = revision.message(); !message.isEmpty())
        line += u": "_s + message.section(u'\n', 0, 0);
    return line;
}

void print(Session &session, const RevisionGraph &graph, const Answer &answer)
{
    const std::optional<Error> &error = answer.result.rendered.error;
    session.out().line(heading(graph, answer.result));
    session.out().line({});
    if (!answer.call.isEmpty())
        session.out().text(alembicMark(answer.call));
    session.out().text(answer.sql);
    if (!error)
        return;
    session.out().line(u"-- Incomplete: "_s + error->text().replace(u'\n', u' '));
    session.out().line({});
}

QJsonObject answerObject(const RevisionGraph &graph, const Answer &answer)
{
    QJsonObject object = resultObject(graph, answer.result, answer.sql);
    if (!answer.call.isEmpty())
        object.insert(u"asked"_s, answer.call);
    return object;
}

Result<void> render(Session &session, const RenderOptions &options)
{
    if (options.all)
        session.keepTrees();
    const auto project = session.project();
    if (!project)
        return std::unexpected(project.error());
    const RevisionGraph &graph = (*project)->graph();
    const auto revisions = chosenRevisions(graph, options);
    if (!revisions)
        return std::unexpected(revisions.error());
    if (options.withAlembic) {
        if (const auto fine = checkAlembic(session, **project); !fine)
            return fine;
    }
    const auto readerOptions = cli::readerOptions(session);
    if (!readerOptions)
        return std::unexpected(readerOptions.error());
    plan::ProjectReader reader(**project, *readerOptions);
    if (const auto opened = reader.open(); !opened)
        return opened;
    if (!readerOptions->dialect)
        session.report(reader.environment().notes);
    for (const plan::TurnResult &result : reader.render(turnsOf(*revisions, reader))) {
        const Answer answer = answerOf(session, **project, result, reader, options);
        if (session.options().json)
            session.out().bytes(jsonLine(answerObject(graph, answer)));
        else
            print(session, graph, answer);
        if (const auto &error = answer.result.rendered.error)
            session.report({Diagnostic::fromError(*error)});
    }
    if (!options.withAlembic && session.hasErrors())
        session.report(alembicNote(**project));
    return {};
}

} // namespace

void addRender(CommandLine &line)
{
    const auto options = std::make_shared<RenderOptions>();
    line.add("render", "Show the SQL of revisions, each by itself, upgrade and downgrade.")
        .details(
            "Without the version table's statements. A revision that can't be read does not keep the others "
            "from being shown: what comes before the place is shown, and the exit code is 1. With --dialect "
            "the "
            "SQL is that for another database, written as the env.py of `alembic init` would.")
        .argument("REV", options->revisions, "A revision, or FROM:TO for the ones between two",
                  Presence::Optional)
        .flag("--all", options->all, "Every revision of the project")
        .flag("--with-alembic", options->withAlembic,
              "Ask the project's own Alembic, as athanor.toml names it, for what can't be read")
        .example("athanor render head", "what the newest revision does")
        .example("athanor render ae10:head --dialect sqlite", "the ones after ae10, for SQLite")
        .example("athanor render --all --json", "one JSON object a line")
        .run([options](Session &session) { return render(session, *options); });
}

} // namespace athanor::cli

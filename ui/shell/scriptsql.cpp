// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scriptsql.h"

#include "core/plan/previewreport.h"
#include "core/project/projecturl.h"

#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

QString dialectOf(const plan::ProjectReader &reader)
{
    return reader.format(0).dialect().text.toString();
}

/// Statements with their terminators. Where env.py runs several databases, each one's begin with its name.
void append(SqlScript &script, const plan::TurnResult &result)
{
    bool isFirst = true;
    for (const plan::RenderedStatement &statement : result.rendered.statements) {
        const bool isNamed = isFirst && !result.engine.isEmpty();
        script.statements.append(
            {.sql = isNamed ? u"-- %1\n%2"_s.arg(result.engine, statement.text) : statement.text,
             .where = statement.where,
             .canRunInTransaction = statement.canRunInTransaction});
        isFirst = false;
    }
    if (!script.stop)
        script.stop = result.rendered.error;
    for (const Diagnostic &note : result.rendered.notes) {
        if (!script.notes.contains(note))
            script.notes.append(note);
    }
}

} // namespace

std::shared_ptr<plan::ProjectReader> openReader(const Project &project,
                                                std::optional<dialect::DialectName> dialect)
{
    plan::ReaderOptions options;
    options.dialect = dialect;
    options.url =
        databaseUrl(project.config(), project.dotenv(), QProcessEnvironment::systemEnvironment()).url;
    auto reader = std::make_shared<plan::ProjectReader>(project, options);
    return reader->open() ? reader : nullptr;
}

ScriptSql::ScriptSql() = default;
ScriptSql::~ScriptSql() = default;

std::shared_ptr<plan::ProjectReader> ScriptSql::readerFor(const ScriptRequest &request,
                                                          const QString &dialect)
{
    const std::scoped_lock lock(m_mutex);
    if (m_project != request.project) {
        m_readers.clear();
        m_project = request.project;
    }
    std::shared_ptr<plan::ProjectReader> &reader = m_readers[dialect];
    if (!reader)
        reader = openReader(*m_project, dialect.isEmpty() ? std::nullopt : dialect::dialectName(dialect));
    return reader;
}

void ScriptSql::read(const ScriptRequest &request, const python::ParsedModule &script, ScriptReading &reading)
{
    // The project's own dialect comes with the settings of its env.py.
    std::shared_ptr<plan::ProjectReader> reader = readerFor(request, {});
    if (!reader || (!request.dialect.isEmpty() && request.dialect != dialectOf(*reader)))
        reader = readerFor(request, request.dialect.isEmpty() ? u"postgresql"_s : request.dialect);
    if (!reader)
        return;
    reading.dialect = dialectOf(*reader);
    const QString separator = reader->format(0).separator();
    for (SqlScript *side : {&reading.upgrade, &reading.downgrade}) {
        side->terminator.clear();
        side->separator = separator;
    }
    for (const plan::TurnResult &result : reader->render(plan::turnsOf(*reader, -1), script))
        append(result.turn.direction == alembic::Direction::Upgrade ? reading.upgrade : reading.downgrade,
               result);
}

} // namespace athanor

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scriptandsql.h"

#include "core/dialect/dialect.h"
#include "ui/script/scriptpage.h"
#include "ui/shell/alembicanswers.h"
#include "ui/sql/sqlpage.h"
#include "ui/sql/sqlside.h"

#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

QList<std::pair<QString, QString>> knownDialects()
{
    using enum dialect::DialectName;
    const auto entry = [](dialect::DialectName name, const QString &title) {
        return std::pair(dialect::dialectOf(name).text.toString(), title);
    };
    return {entry(PostgreSql, u"PostgreSQL"_s), entry(MySql, u"MySQL"_s),      entry(MariaDb, u"MariaDB"_s),
            entry(Sqlite, u"SQLite"_s),         entry(MsSql, u"SQL Server"_s), entry(Oracle, u"Oracle"_s)};
}

/// Statements of both directions, by the lines of the calls that make them.
QHash<int, int> countsOf(const ScriptReading &reading, const QString &path)
{
    QHash<int, int> counts;
    for (const SqlScript *script : {&reading.upgrade, &reading.downgrade}) {
        for (const SqlStatement &statement : script->statements) {
            if (statement.where.file == path && statement.where.line > 0)
                ++counts[statement.where.line];
        }
    }
    return counts;
}

/// What stopped the reading, and what was noted on the way, is seen in the script too.
Diagnostics diagnosticsOf(const ScriptReading &reading, const QString &path)
{
    Diagnostics found = reading.diagnostics;
    const auto add = [&](const Diagnostic &diagnostic) {
        if (diagnostic.where.file == path && !found.contains(diagnostic))
            found.append(diagnostic);
    };
    for (const SqlScript *script : {&reading.upgrade, &reading.downgrade}) {
        if (script->stop)
            add(Diagnostic::fromError(*script->stop));
        for (const Diagnostic &note : script->notes)
            add(note);
    }
    return found;
}

} // namespace

ScriptAndSql::ScriptAndSql(QWidget *parent)
    : QWidget(parent)
    , m_splitter(new QSplitter(this))
    , m_script(new ScriptPage(m_splitter))
    , m_sql(new SqlPage(m_splitter))
    , m_previews(new SqlPreviews(coreReader(), this))
    , m_answers(new AlembicAnswers(this))
{
    m_splitter->setObjectName(u"scriptAndSqlSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({1, 1});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    m_sql->setDialects(knownDialects());
    m_sql->showNothing(tr("Select a revision to see its SQL."));
    setView(View::Script);

    connect(m_script, &ScriptPage::textChanged, this, [this] {
        const bool isTyped = m_script->hasText() && m_script->path() == m_readPath;
        ask(isTyped ? SqlPreviews::When::AfterTyping : SqlPreviews::When::Now);
    });
    connect(m_script, &ScriptPage::settled, this, &ScriptAndSql::settled);
    connect(m_script->editor(), &ScriptEditor::lineChanged, this, &ScriptAndSql::followScript);
    connect(m_sql, &SqlPage::dialectChosen, this, &ScriptAndSql::setDialect);
    connect(m_sql, &SqlPage::placeActivated, this, &ScriptAndSql::light);
    connect(m_sql, &SqlPage::placeOpened, this, [this](const SourceRange &where) {
        Q_EMIT scriptRequested();
        showPlace(where);
        m_script->setFocus();
    });
    connect(m_previews, &SqlPreviews::ready, this, &ScriptAndSql::show);
    for (const auto &[side, direction] : {std::pair(m_sql->upgrade(), alembic::Direction::Upgrade),
                                          std::pair(m_sql->downgrade(), alembic::Direction::Downgrade)}) {
        connect(side, &SqlSide::alembicRequested, this, [this, direction] { askAlembic(direction); });
        connect(m_answers, &AlembicAnswers::answered, this,
                [this, side, direction](alembic::Direction which, const SqlScript &answer) {
                    if (which == direction)
                        side->setScript(answer, m_sql->dialect());
                });
    }
    connect(m_answers, &AlembicAnswers::answered, this, &ScriptAndSql::settled);
}

void ScriptAndSql::askAlembic(alembic::Direction direction)
{
    SqlSide *side = direction == alembic::Direction::Upgrade ? m_sql->upgrade() : m_sql->downgrade();
    side->showAsking();
    m_answers->ask({m_project, m_readPath, direction, side->script()});
}

void ScriptAndSql::setView(View view)
{
    m_view = view;
    m_script->setVisible(view != View::Sql);
    m_sql->setVisible(view != View::Script);
}

void ScriptAndSql::setProject(std::shared_ptr<const Project> project)
{
    m_project = std::move(project);
    if (m_script->hasText())
        ask(SqlPreviews::When::Now);
}

void ScriptAndSql::setDialect(const QString &dialect)
{
    m_dialect = dialect;
    if (m_script->hasText())
        ask(SqlPreviews::When::Now);
}

bool ScriptAndSql::isBusy() const
{
    return m_script->isBusy() || m_previews->isBusy() || m_answers->isBusy();
}

void ScriptAndSql::ask(SqlPreviews::When when)
{
    if (!m_script->hasText() || !m_project) {
        m_previews->cancel();
        m_readPath.clear();
        m_sql->showNothing(m_script->path().isEmpty() ? tr("Select a revision to see its SQL.") : QString());
        Q_EMIT scriptRead({}, {});
        return;
    }
    const Result<QByteArray> bytes = m_script->bytes();
    if (!bytes) {
        m_previews->cancel();
        m_script->setReading({Diagnostic::fromError(bytes.error())});
        return;
    }
    m_previews->request({m_project, m_script->path(), *bytes, m_dialect}, when);
}

void ScriptAndSql::show(const ScriptRequest &request, const ScriptReading &reading)
{
    m_readPath = request.path;
    m_answers->cancel();
    // Alembic reads what is on the disk, and writes for the database of env.py only.
    const bool canBeAsked = m_answers->canAsk(*request.project, request.path)
                            && !m_script->editor()->isModified() && request.dialect.isEmpty();
    for (SqlSide *side : {m_sql->upgrade(), m_sql->downgrade()})
        side->setOffer(canBeAsked ? SqlSide::Offer::OwnAlembic : SqlSide::Offer::Nothing);
    m_script->setReading(diagnosticsOf(reading, request.path));
    m_script->editor()->setStatementCounts(countsOf(reading, request.path));
    if (!reading.dialect.isEmpty())
        m_sql->setDialect(reading.dialect);
    if (reading.refusal.isEmpty())
        m_sql->setScripts(reading.upgrade, reading.downgrade);
    else
        m_sql->showNothing(reading.refusal);
    followScript(m_script->editor()->currentLine());
    Q_EMIT scriptRead(request.path, previewState(reading));
    Q_EMIT settled();
}

void ScriptAndSql::showPlace(const SourceRange &where)
{
    m_script->showFile(where.file, where.line);
    if (m_script->path() == m_readPath)
        followScript(where.line);
}

void ScriptAndSql::light(const SourceRange &where)
{
    // A statement of a module that the script imports leaves the script where it is.
    if (where.file != m_script->path()) {
        m_script->editor()->setLit(0, 0);
        return;
    }
    m_script->editor()->goToLine(where.line);
    m_script->editor()->setLit(where.line, std::max(where.line, where.endLine));
}

void ScriptAndSql::followScript(int line)
{
    const SourceRange call = m_sql->pickScriptLine(m_script->path(), line);
    m_script->editor()->setLit(call.line, std::max(call.line, call.endLine));
}

void ScriptAndSql::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation orientation = width() >= WidthForBoth ? Qt::Horizontal : Qt::Vertical;
    if (orientation == m_splitter->orientation())
        return;
    m_splitter->setOrientation(orientation);
    m_splitter->setSizes({width(), width()});
}

} // namespace athanor

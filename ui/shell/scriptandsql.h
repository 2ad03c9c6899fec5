// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alembic/settings.h"
#include "ui/shell/sqlpreviews.h"

#include <QWidget>

class QSplitter;

namespace athanor {

class AlembicAnswers;
class ScriptPage;
class SqlPage;

/// A script and the SQL that it makes, alone or beside each other: each leads to the other, and the SQL
/// follows the text as it is typed.
class ScriptAndSql : public QWidget
{
    Q_OBJECT

public:
    enum class View { Script, Sql, Both };
    /// From this width on, script and SQL stand side by side, below it one above the other.
    static constexpr int WidthForBoth = 760;

    explicit ScriptAndSql(QWidget *parent = nullptr);

    void setView(View view);
    View view() const { return m_view; }
    /// What scripts are read with; asks for the SQL anew.
    void setProject(std::shared_ptr<const Project> project);
    /// Empty for the project's own.
    void setDialect(const QString &dialect);
    /// Shows a place of the script, or another one's.
    void showPlace(const SourceRange &where);

    ScriptPage *script() const { return m_script; }
    SqlPage *sql() const { return m_sql; }
    SqlPreviews *previews() const { return m_previews; }
    bool isBusy() const;

Q_SIGNALS:
    void settled();
    /// The shown script was read; the path is empty when none is shown.
    void scriptRead(const QString &path, const athanor::PreviewState &state);
    /// A statement's place is to be looked at in the script.
    void scriptRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void ask(SqlPreviews::When when);
    void show(const ScriptRequest &request, const ScriptReading &reading);
    void light(const SourceRange &where);
    void followScript(int line);
    void askAlembic(alembic::Direction direction);

    QSplitter *m_splitter = nullptr;
    ScriptPage *m_script = nullptr;
    SqlPage *m_sql = nullptr;
    SqlPreviews *m_previews = nullptr;
    AlembicAnswers *m_answers = nullptr;
    std::shared_ptr<const Project> m_project;
    QString m_dialect;  ///< as chosen; empty: the project's own
    QString m_readPath; ///< of the script whose SQL is shown
    View m_view = View::Script;
};

} // namespace athanor

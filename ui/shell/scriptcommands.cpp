// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scriptcommands.h"

#include "ui/script/scriptpage.h"
#include "ui/shell/actions.h"
#include "ui/shell/detailspane.h"
#include "ui/shell/pickers.h"
#include "ui/shell/scriptandsql.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"
#include "ui/sql/sqlpage.h"
#include "ui/widgets/banner.h"

#include <QAction>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

void updateActions(const Actions *actions, const ScriptPage *script)
{
    const QStringList unsaved = script->unsavedPaths();
    const bool isUnsaved = unsaved.contains(script->path());
    actions->saveScript->setEnabled(isUnsaved);
    actions->revertScript->setEnabled(isUnsaved);
    actions->saveAllScripts->setEnabled(!unsaved.isEmpty());
    actions->undo->setEnabled(script->hasText() && script->editor()->canUndo());
    actions->redo->setEnabled(script->hasText() && script->editor()->canRedo());
    actions->replace->setEnabled(script->hasText() && !script->editor()->isReadOnly());
}

void connectEditing(Actions *actions, DetailsPane *details)
{
    ScriptPage *script = details->script();
    QObject::connect(actions->saveScript, &QAction::triggered, script, [script] { (void)script->save(); });
    QObject::connect(actions->saveAllScripts, &QAction::triggered, script,
                     [script] { (void)script->saveAll(); });
    QObject::connect(actions->revertScript, &QAction::triggered, script, &ScriptPage::revert);
    QObject::connect(actions->undo, &QAction::triggered, script->editor(), &ScriptEditor::undo);
    QObject::connect(actions->redo, &QAction::triggered, script->editor(), &ScriptEditor::redo);
    QObject::connect(actions->replace, &QAction::triggered, script, [details, script] {
        details->setTab(DetailsPane::Tab::Script);
        script->openReplaceBar();
    });
    const auto update = [actions, script] { updateActions(actions, script); };
    QObject::connect(script, &ScriptPage::unsavedChanged, actions, update);
    QObject::connect(script, &ScriptPage::textChanged, actions, update);
    update();
}

void saveSql(const DetailsPane *details, Settings *settings, QWidget *window)
{
    const QFileInfo script(details->script()->path());
    const QString name = u"%1/%2.sql"_s.arg(settings->lastFolder(), script.completeBaseName());
    pickSqlFile(window, name, [details, settings](const QString &path) {
        settings->setLastFolder(QFileInfo(path).path());
        const Result<void> written = writeScriptFile(path, details->sql()->text().toUtf8());
        if (!written)
            details->sql()->showProblem(written.error());
    });
}

void connectSql(Actions *actions, DetailsPane *details, Settings *settings, QWidget *window)
{
    SqlPage *sql = details->sql();
    QObject::connect(actions->showSql, &QAction::triggered, details, [details, sql] {
        details->setTab(DetailsPane::Tab::Sql);
        sql->setFocus();
    });
    QObject::connect(actions->scriptAndSql, &QAction::toggled, details, [details, settings](bool isTogether) {
        details->setArrangement(isTogether ? DetailsPane::Arrangement::Together
                                           : DetailsPane::Arrangement::Apart);
        settings->setScriptAndSqlTogether(isTogether);
    });
    QObject::connect(actions->copySql, &QAction::triggered, sql, &SqlPage::copy);
    QObject::connect(actions->saveSql, &QAction::triggered, details,
                     [=] { saveSql(details, settings, window); });
    QObject::connect(sql, &SqlPage::saveRequested, actions->saveSql, &QAction::trigger);
    QObject::connect(sql, &SqlPage::textChanged, actions, [actions, sql] {
        for (QAction *action : {actions->copySql, actions->saveSql})
            action->setEnabled(!sql->text().isEmpty());
    });
    QObject::connect(sql, &SqlPage::orientationChosen, settings, &Settings::setSqlOrientation);
    sql->setOrientation(settings->sqlOrientation());
    details->addCornerAction(actions->scriptAndSql);
    actions->scriptAndSql->setChecked(settings->isScriptAndSqlTogether());
    actions->copySql->setEnabled(false);
    actions->saveSql->setEnabled(false);
}

} // namespace

void connectScriptCommands(Actions *actions, DetailsPane *details, Workspace *workspace, Settings *settings,
                           QWidget *window)
{
    connectEditing(actions, details);
    connectSql(actions, details, settings, window);
    QObject::connect(details->sql(), &SqlPage::dialectChosen, settings,
                     [workspace, settings](const QString &dialect) {
                         settings->setDialect(workspace->location(), dialect);
                     });
    const auto takeProject = [=] {
        details->scriptAndSql()->setProject(workspace->project());
        details->scriptAndSql()->setDialect(settings->dialect(workspace->location()));
    };
    QObject::connect(workspace, &Workspace::opened, details, takeProject);
    QObject::connect(workspace, &Workspace::reloaded, details, takeProject);
}

} // namespace athanor

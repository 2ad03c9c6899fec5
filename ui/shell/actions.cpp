// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/widgets/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QDir>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace athanor {

Actions::Actions(QObject *parent)
    : QObject(parent)
    , recentMenu(new QMenu)
    , m_appearance(new QActionGroup(this))
{
    makeProjectActions();
    makeScriptActions();
    makeRevisionActions();
    makeDatabaseActions();
    makeAppearanceActions();
    connect(this, &QObject::destroyed, recentMenu, &QObject::deleteLater);
}

QAction *Actions::add(const QString &name, const QString &text, const QKeySequence &shortcut,
                      const QString &tip, const QString &icon)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setStatusTip(tip);
    const QString keys = shortcut.toString(QKeySequence::NativeText);
    action->setToolTip(keys.isEmpty() ? tip : u"%1 (%2)"_s.arg(tip, keys));
    if (!icon.isEmpty())
        action->setIcon(symbolicIcon(icon));
    return action;
}

void Actions::makeProjectActions()
{
    openFolder = add(u"openFolder"_s, tr("Open &Folder…"), QKeySequence::Open,
                     tr("Open the folder of an Alembic project"), u"folder"_s);
    openFolder->setIconText(tr("Open"));
    openFile = add(u"openFile"_s, tr("Open F&ile…"), QKeySequence(u"Ctrl+Shift+O"_s),
                   tr("Open an alembic.ini, pyproject.toml or athanor.toml"), u"file"_s);
    reload = add(u"reload"_s, tr("&Reload"), QKeySequence(Qt::Key_F5),
                 tr("Read the project and the positions of its databases again"), u"reload"_s);
    clearRecent = add(u"clearRecent"_s, tr("&Clear List"), {}, tr("Forget the projects opened before"));
    quit = add(u"quit"_s, tr("&Quit"), QKeySequence::Quit, tr("Close the window"));
    quit->setMenuRole(QAction::QuitRole);
    nextPane = add(u"nextPane"_s, tr("&Next Pane"), QKeySequence(Qt::Key_F6),
                   tr("Go from the history to the script, and on from pane to pane"));
    previousPane = add(u"previousPane"_s, tr("&Previous Pane"), QKeySequence(Qt::SHIFT | Qt::Key_F6),
                       tr("Go back from pane to pane"));
    resetLayout = add(u"resetLayout"_s, tr("&Reset Layout"), QKeySequence(u"Ctrl+Shift+0"_s),
                      tr("Put all panes back to where they were at first"));
    about = add(u"about"_s, tr("&About Athanor"), QKeySequence(Qt::SHIFT | Qt::Key_F1),
                tr("Which version this is"));
    about->setMenuRole(QAction::AboutRole);
}

void Actions::makeScriptActions()
{
    saveScript = add(u"saveScript"_s, tr("&Save Script"), QKeySequence::Save,
                     tr("Write the script to its file"), u"save"_s);
    saveAllScripts = add(u"saveAllScripts"_s, tr("Save &All Scripts"), QKeySequence(u"Ctrl+Shift+S"_s),
                         tr("Write every script that has changes"));
    revertScript = add(u"revertScript"_s, tr("Re&vert Script"), QKeySequence(u"Ctrl+Alt+R"_s),
                       tr("Read the script from its file again; undo brings the changes back"));
    undo = add(u"undo"_s, tr("&Undo"), QKeySequence::Undo, tr("Take back the last change of the script"));
    redo = add(u"redo"_s, tr("Re&do"), QKeySequence(u"Ctrl+Shift+Z"_s),
               tr("Make the change of the script again"));
    find = add(u"find"_s, tr("&Find…"), QKeySequence::Find,
               tr("Filter the history, or find text in the script when it has the focus"), u"search"_s);
    replace = add(u"replace"_s, tr("Rep&lace…"), QKeySequence(u"Ctrl+H"_s),
                  tr("Find text in the script and replace it"));
    showScript = add(u"showScript"_s, tr("&Show in Script"), QKeySequence(u"Ctrl+Return"_s),
                     tr("Go to the revision's script"), u"script"_s);
    showSql = add(u"showSql"_s, tr("Show S&QL"), QKeySequence(u"Ctrl+Shift+Return"_s),
                  tr("Go to the SQL that the revision runs"));
    scriptAndSql = add(u"scriptAndSql"_s, tr("Script &and SQL Together"), QKeySequence(u"Ctrl+\\"_s),
                       tr("Show the script and its SQL beside each other"), u"columns"_s);
    scriptAndSql->setCheckable(true);
    copySql = add(u"copySql"_s, tr("Copy S&QL"), QKeySequence(u"Ctrl+Alt+C"_s),
                  tr("Copy the SQL of both directions"), u"copy"_s);
    saveSql = add(u"saveSql"_s, tr("Save S&QL As…"), QKeySequence(u"Ctrl+Alt+S"_s),
                  tr("Write the SQL of both directions to a file"));
}

void Actions::makeRevisionActions()
{
    copyId = add(u"copyId"_s, tr("&Copy Revision Id"), QKeySequence(u"Ctrl+Shift+C"_s),
                 tr("Copy the revision's id"), u"copy"_s);
    copyMessage = add(u"copyMessage"_s, tr("Copy &Message"), QKeySequence(u"Ctrl+Shift+M"_s),
                      tr("Copy the revision's message"));
    copyPath = add(u"copyPath"_s, tr("Copy &Path"), QKeySequence(u"Ctrl+Shift+P"_s),
                   tr("Copy the path of the script"));
    goToParent = add(u"goToParent"_s, tr("Go to &Parent"), QKeySequence(Qt::Key_Left),
                     tr("Select the revision that this one follows"), u"down"_s);
    goToChild = add(u"goToChild"_s, tr("Go to &Child"), QKeySequence(Qt::Key_Right),
                    tr("Select the revision that follows this one"), u"up"_s);
    previousPending = add(u"previousPending"_s, tr("P&revious Pending"), QKeySequence(Qt::Key_BracketLeft),
                          tr("Select the nearest pending revision above"));
    nextPending = add(u"nextPending"_s, tr("&Next Pending"), QKeySequence(Qt::Key_BracketRight),
                      tr("Select the nearest pending revision below"));
    revealCurrent = add(u"revealCurrent"_s, tr("Reveal C&urrent Database"), QKeySequence(u"Ctrl+0"_s),
                        tr("Select the revision at which the chosen database stands"), u"target"_s);
    openContainingFolder =
        add(u"openContainingFolder"_s, tr("Open Containing &Folder"), QKeySequence(u"Ctrl+Shift+E"_s),
            tr("Open the folder of the script in the file manager"), u"folder"_s);
    // Plain keys belong to the history, where nothing is typed.
    for (QAction *action : {goToParent, goToChild, previousPending, nextPending})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

void Actions::makeDatabaseActions()
{
    connectFile = add(u"connectFile"_s, tr("Connect to SQLite &File…"), QKeySequence(u"Ctrl+D"_s),
                      tr("Show where an SQLite file stands"), u"database"_s);
    connectFile->setIconText(tr("Connect"));
    connectUrl = add(u"connectUrl"_s, tr("Connect to &URL…"), QKeySequence(u"Ctrl+Shift+D"_s),
                     tr("Show where a database on a server stands"));
    refreshDatabases = add(u"refreshDatabases"_s, tr("&Refresh Positions"), QKeySequence(u"Shift+F5"_s),
                           tr("Read the positions of all connected databases again"));
}

void Actions::makeAppearanceActions()
{
    const auto choice = [this](const QString &name, const QString &text, const QString &keys,
                               const QString &tip, AppearanceChoice value) {
        QAction *action = add(name, text, QKeySequence(keys), tip);
        action->setCheckable(true);
        action->setData(QVariant::fromValue(value));
        m_appearance->addAction(action);
    };
    choice(u"appearanceSystem"_s, tr("As the &System"), u"Ctrl+Alt+0"_s,
           tr("Follow the system's light or dark scheme"), AppearanceChoice::System);
    choice(u"appearanceLight"_s, tr("&Light"), u"Ctrl+Alt+1"_s, tr("Always light"), AppearanceChoice::Light);
    choice(u"appearanceDark"_s, tr("&Dark"), u"Ctrl+Alt+2"_s, tr("Always dark"), AppearanceChoice::Dark);
    connect(m_appearance, &QActionGroup::triggered, this, [this](const QAction *action) {
        Q_EMIT appearanceTriggered(action->data().value<AppearanceChoice>());
    });
}

void Actions::fillMenus(QMenuBar *bar, const QList<QAction *> &panes)
{
    QMenu *project = bar->addMenu(tr("&Project"));
    project->addActions({openFolder, openFile});
    recentMenu->setTitle(tr("Open &Recent"));
    project->addMenu(recentMenu);
    project->addSeparator();
    project->addActions({saveScript, saveAllScripts, revertScript});
    project->addSeparator();
    project->addAction(saveSql);
    project->addSeparator();
    project->addAction(reload);
    project->addSeparator();
    project->addAction(quit);

    QMenu *edit = bar->addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({copyId, copyMessage, copyPath, copySql});
    edit->addSeparator();
    edit->addActions({find, replace});

    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions(panes);
    view->addActions({nextPane, previousPane});
    view->addSeparator();
    view->addAction(scriptAndSql);
    view->addSeparator();
    view->addMenu(tr("&Appearance"))->addActions(m_appearance->actions());
    view->addAction(resetLayout);

    QMenu *revision = bar->addMenu(tr("&Revision"));
    revision->addActions({goToParent, goToChild});
    revision->addSeparator();
    revision->addActions({previousPending, nextPending, revealCurrent});
    revision->addSeparator();
    revision->addActions({showScript, showSql, openContainingFolder});

    QMenu *database = bar->addMenu(tr("&Database"));
    database->addActions({connectFile, connectUrl});
    database->addSeparator();
    database->addAction(refreshDatabases);

    bar->addMenu(tr("&Help"))->addAction(about);
}

void Actions::setRecentProjects(const QStringList &paths)
{
    recentMenu->clear();
    for (const QString &path : paths) {
        QAction *action = recentMenu->addAction(QDir::toNativeSeparators(path));
        action->setStatusTip(tr("Open %1").arg(path));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentProjectTriggered(path); });
    }
    recentMenu->addSeparator();
    recentMenu->addAction(clearRecent);
    recentMenu->setEnabled(!paths.isEmpty());
}

void Actions::setAppearance(AppearanceChoice choice)
{
    const QList<QAction *> choices = m_appearance->actions();
    for (QAction *action : choices)
        action->setChecked(action->data().value<AppearanceChoice>() == choice);
}

void Actions::setEnabledFor(bool project, bool revision, bool script)
{
    for (QAction *action : {reload, find, previousPending, nextPending, revealCurrent, connectFile,
                            connectUrl, refreshDatabases})
        action->setEnabled(project);
    for (QAction *action : {copyId, goToParent, goToChild})
        action->setEnabled(revision);
    for (QAction *action : {copyMessage, copyPath, showScript, showSql, openContainingFolder})
        action->setEnabled(script);
}

QList<QAction *> Actions::contextActions() const
{
    return {goToParent, goToChild,   showScript, showSql,         openContainingFolder,
            copyId,     copyMessage, copyPath,   previousPending, nextPending};
}

} // namespace athanor

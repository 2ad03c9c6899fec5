// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/appearance.h"

#include <QObject>

class QAction;
class QActionGroup;
class QMenu;
class QMenuBar;

namespace athanor {

/// Every command of the window, with its words, shortcut and picture; what they do, the window decides.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    QAction *openFolder = nullptr;
    QAction *openFile = nullptr;
    QAction *reload = nullptr;
    QAction *clearRecent = nullptr;
    QAction *quit = nullptr;

    QAction *saveScript = nullptr;
    QAction *saveAllScripts = nullptr;
    QAction *revertScript = nullptr;
    QAction *saveSql = nullptr;

    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *find = nullptr;
    QAction *replace = nullptr;
    QAction *copySql = nullptr;
    QAction *copyId = nullptr;
    QAction *copyMessage = nullptr;
    QAction *copyPath = nullptr;

    QAction *scriptAndSql = nullptr;
    QAction *nextPane = nullptr;
    QAction *previousPane = nullptr;
    QAction *resetLayout = nullptr;

    QAction *goToParent = nullptr;
    QAction *goToChild = nullptr;
    QAction *previousPending = nullptr;
    QAction *nextPending = nullptr;
    QAction *revealCurrent = nullptr;
    QAction *showScript = nullptr;
    QAction *showSql = nullptr;
    QAction *openContainingFolder = nullptr;

    QAction *connectFile = nullptr;
    QAction *connectUrl = nullptr;
    QAction *refreshDatabases = nullptr;

    QAction *about = nullptr;

    QMenu *recentMenu = nullptr;

    /// Fills the menu bar; `panes` are the actions that show and hide the window's panes.
    void fillMenus(QMenuBar *bar, const QList<QAction *> &panes);
    void setRecentProjects(const QStringList &paths);
    void setAppearance(AppearanceChoice choice);
    /// Switches what needs a project, a revision, or one that has a script.
    void setEnabledFor(bool project, bool revision, bool script);
    QList<QAction *> contextActions() const;

Q_SIGNALS:
    void recentProjectTriggered(const QString &path);
    void appearanceTriggered(athanor::AppearanceChoice choice);

private:
    QAction *add(const QString &name, const QString &text, const QKeySequence &shortcut, const QString &tip,
                 const QString &icon = {});
    void makeProjectActions();
    void makeScriptActions();
    void makeRevisionActions();
    void makeDatabaseActions();
    void makeAppearanceActions();

    QActionGroup *m_appearance = nullptr;
};

} // namespace athanor

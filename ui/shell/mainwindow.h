// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/shell/detailspane.h"
#include "ui/widgets/appearance.h"

#include <QMainWindow>

class QLineEdit;
class QStackedWidget;

namespace athanor {

class Actions;
class Banner;
class HistoryPage;
class Panes;
class ProblemsPane;
class Settings;
class Sidebar;
class StartPage;
class StatusLine;
class Workspace;

/// The window: its panes and how they hear of each other.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Settings *settings, Appearance *appearance, QWidget *parent = nullptr);

    void openProject(const ProjectLocation &location);
    /// Shows a revision as soon as the history has it.
    void selectRevision(const QString &id);
    const Actions *commands() const { return m_actions; }
    Workspace *workspace() const { return m_workspace; }
    HistoryPage *history() const { return m_history; }
    DetailsPane *details() const { return m_details; }

    /// Whether something is being read, connected to or laid out.
    bool isBusy() const;

Q_SIGNALS:
    /// Nothing is under way any more.
    void settled();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void makePanes();
    void connectActions();
    void connectPanes();
    void connectWorkspace();

    void showProject();
    void showDatabases();
    void showRevision(const QString &id);
    void showTitles();
    void showPlace(const SourceRange &where);
    void showError(const QString &message);
    void updateStatus();
    void revealCurrent();
    void startFinding();
    void openPicked(const QString &path);
    void announceIfSettled();

    Settings *m_settings = nullptr;
    Appearance *m_appearance = nullptr;
    Actions *m_actions = nullptr;
    Workspace *m_workspace = nullptr;

    bool m_placed = false; ///< the project's first revision to show has been found
    Panes *m_panes = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_pages = nullptr;
    StartPage *m_start = nullptr;
    HistoryPage *m_history = nullptr;
    Sidebar *m_sidebar = nullptr;
    DetailsPane *m_details = nullptr;
    ProblemsPane *m_problems = nullptr;
    StatusLine *m_status = nullptr;
    QLineEdit *m_filter = nullptr;
    QDockWidget *m_sidebarDock = nullptr;
    QDockWidget *m_detailsDock = nullptr;
    QDockWidget *m_problemsDock = nullptr;
};

} // namespace athanor

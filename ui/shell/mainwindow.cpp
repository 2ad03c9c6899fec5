// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/history/historypage.h"
#include "ui/history/historyview.h"
#include "ui/history/revisiondetails.h"
#include "ui/script/scriptpage.h"
#include "ui/shell/actions.h"
#include "ui/shell/connectdialog.h"
#include "ui/shell/databasecommands.h"
#include "ui/shell/panes.h"
#include "ui/shell/pickers.h"
#include "ui/shell/previewstates.h"
#include "ui/shell/problemspane.h"
#include "ui/shell/projectdrop.h"
#include "ui/shell/revisioncommands.h"
#include "ui/shell/scriptandsql.h"
#include "ui/shell/scriptcommands.h"
#include "ui/shell/settings.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/startpage.h"
#include "ui/shell/statusline.h"
#include "ui/shell/toolbar.h"
#include "ui/shell/unsaved.h"
#include "ui/shell/workspace.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/icons.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenuBar>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace athanor {

namespace {

constexpr QSize FirstSize{1280, 800};
constexpr int SidebarWidth = 208;
constexpr int DetailsWidth = 452;
constexpr int ProblemsHeight = 160;

} // namespace

MainWindow::MainWindow(Settings *settings, Appearance *appearance, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_appearance(appearance)
    , m_actions(new Actions(this))
    , m_workspace(new Workspace(this))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Athanor"_s);
    setWindowIcon(productIcon());
    setContextMenuPolicy(Qt::NoContextMenu);
    makePanes();
    m_filter = addMainToolBar(this, m_actions);
    m_actions->fillMenus(menuBar(), m_panes->toggleActions());
    m_actions->setAppearance(appearance->choice());
    m_actions->setEnabledFor(false, false, false);
    connectActions();
    connectPanes();
    connectWorkspace();

    resize(FirstSize);
    m_panes->keepFirstLayout();
    restoreGeometry(settings->windowGeometry());
    m_panes->setLayout(settings->windowState());
    m_panes->hide();
    m_start->setFocus();
    const auto showRecent = [this] {
        m_actions->setRecentProjects(m_settings->recentProjects());
        m_start->setRecentProjects(m_settings->recentProjects());
    };
    connect(settings, &Settings::recentProjectsChanged, this, showRecent);
    showRecent();
}

void MainWindow::makePanes()
{
    auto *centre = new QWidget(this);
    m_banner = new Banner(centre);
    m_pages = new QStackedWidget(centre);
    m_start = new StartPage(m_pages);
    m_history = new HistoryPage(m_pages);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_history);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    setCentralWidget(centre);

    m_sidebar = new Sidebar(this);
    m_details = new DetailsPane(this);
    m_problems = new ProblemsPane(this);
    m_panes = new Panes(this);
    m_sidebarDock =
        m_panes->add(u"sidebarDock"_s, tr("Project"), m_sidebar, Qt::LeftDockWidgetArea, SidebarWidth);
    m_detailsDock =
        m_panes->add(u"detailsDock"_s, tr("Revision"), m_details, Qt::RightDockWidgetArea, DetailsWidth);
    m_problemsDock =
        m_panes->add(u"problemsDock"_s, tr("Problems"), m_problems, Qt::BottomDockWidgetArea, ProblemsHeight);
    m_problemsDock->hide();
    m_status = new StatusLine(this);
    setStatusBar(m_status);
}

void MainWindow::connectActions()
{
    const Actions *a = m_actions;
    const auto opens = [this](auto picker) {
        return [this, picker] {
            picker(this, m_settings->lastFolder(), [this](const QString &path) { openPicked(path); });
        };
    };
    connect(a->openFolder, &QAction::triggered, this, opens(&pickProjectFolder));
    connect(a->openFile, &QAction::triggered, this, opens(&pickProjectFile));
    connect(a->reload, &QAction::triggered, m_workspace, &Workspace::reload);
    connect(a->clearRecent, &QAction::triggered, m_settings, &Settings::clearRecentProjects);
    connect(a->quit, &QAction::triggered, this, &QWidget::close);
    connect(a->find, &QAction::triggered, this, &MainWindow::startFinding);
    connect(a->resetLayout, &QAction::triggered, m_panes, &Panes::reset);
    connect(a->revealCurrent, &QAction::triggered, this, &MainWindow::revealCurrent);
    connect(a->showScript, &QAction::triggered, this, [this] {
        m_detailsDock->show();
        m_details->setTab(DetailsPane::Tab::Script);
        m_details->script()->setFocus();
    });
    connect(a->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(a, &Actions::recentProjectTriggered, this, [this](const QString &path) { openProject({path}); });
    connect(a, &Actions::appearanceTriggered, this, [this](AppearanceChoice choice) {
        m_appearance->setChoice(choice);
        m_settings->setAppearance(choice);
    });
    connect(a->showSql, &QAction::triggered, m_detailsDock, &QWidget::show);
    connect(a->scriptAndSql, &QAction::triggered, this, [this](bool together) {
        m_detailsDock->show();
        if (together)
            m_panes->widen(m_detailsDock, ScriptAndSql::WidthForBoth);
    });
    connect(a->nextPane, &QAction::triggered, m_panes, [this] { m_panes->moveFocus(Panes::Step::Next); });
    connect(a->previousPane, &QAction::triggered, m_panes,
            [this] { m_panes->moveFocus(Panes::Step::Previous); });
    connectRevisionCommands(m_actions, m_history->view());
    connectScriptCommands(m_actions, m_details, m_workspace, m_settings, this);
    connectDatabaseCommands(m_actions, m_workspace, this);
}

void MainWindow::connectPanes()
{
    connect(new ProjectDrop(this), &ProjectDrop::dropped, this,
            [this](const QString &path) { openProject({path}); });
    connect(m_start, &StartPage::openFolderRequested, m_actions->openFolder, &QAction::trigger);
    connect(m_start, &StartPage::projectChosen, this, &MainWindow::openProject);
    connect(m_start, &StartPage::backRequested, this, &MainWindow::showProject);
    connect(m_filter, &QLineEdit::textChanged, m_history, &HistoryPage::setFilter);
    connect(m_filter, &QLineEdit::returnPressed, m_history, qOverload<>(&QWidget::setFocus));
    connect(m_history, &HistoryPage::filterDropped, m_filter, &QLineEdit::clear);
    connect(m_history, &HistoryPage::settled, this, &MainWindow::updateStatus);
    connect(m_history->view(), &HistoryView::revisionSelected, this, &MainWindow::showRevision);
    connect(m_sidebar, &Sidebar::databaseActivated, this,
            [this](int index) { activateDatabase(m_workspace->databases(), index, this); });
    connect(m_sidebar, &Sidebar::revisionActivated, m_history, &HistoryPage::reveal);
    connect(m_details->details(), &RevisionDetails::revisionActivated, m_history, &HistoryPage::reveal);
    connect(m_details->details(), &RevisionDetails::scriptActivated, this,
            [this](const QString &path, int line) { showPlace({path, line}); });
    connect(m_details->scriptAndSql(), &ScriptAndSql::settled, this, &MainWindow::announceIfSettled);
    connect(m_details->script(), &ScriptPage::unsavedChanged, this, &MainWindow::showTitles);
    connect(m_problems, &ProblemsPane::placeActivated, this, &MainWindow::showPlace);
    connect(m_status, &StatusLine::problemsRequested, this,
            [this] { m_problemsDock->setVisible(!m_problemsDock->isVisible()); });
}

void MainWindow::connectWorkspace()
{
    connect(m_workspace, &Workspace::opened, this, [this] {
        m_filter->clear();
        m_settings->addRecentProject(m_workspace->location());
        m_history->view()->forgetSelection();
        m_placed = false;
        showProject();
    });
    connect(m_workspace, &Workspace::reloaded, this, [this] {
        showProject();
        m_details->script()->reload();
    });
    connect(m_workspace, &Workspace::severalFound, this, [this](const QList<ProjectLocation> &choices) {
        m_panes->hide();
        m_pages->setCurrentWidget(m_start);
        m_start->showChoice(choices, m_workspace->project() ? m_workspace->project()->name() : QString());
        announceIfSettled();
    });
    connect(m_workspace, &Workspace::failed, this, &MainWindow::showError);
    auto *previews = new PreviewStates(this);
    const auto readPreviews = [this, previews] { previews->setProject(m_workspace->project()); };
    connect(m_workspace, &Workspace::opened, previews, readPreviews);
    connect(m_workspace, &Workspace::reloaded, previews, readPreviews);
    connect(previews, &PreviewStates::found, m_history->view(), &HistoryView::setPreviews);
    connect(m_workspace->databases(), &Databases::changed, this, &MainWindow::showDatabases);
    connect(m_workspace->databases(), &Databases::failed, this,
            [this](const QString &name, const QString &problem) {
                // A dialog that is open says it itself.
                if (!findChild<ConnectDialog *>())
                    showError(u"%1: %2"_s.arg(name, problem));
            });
}

void MainWindow::openProject(const ProjectLocation &location)
{
    settleUnsaved(m_details->script(), this, [this, location] {
        m_banner->clear();
        m_workspace->open(location);
    });
}

void MainWindow::selectRevision(const QString &id)
{
    m_placed = true;
    m_history->reveal(id);
}

bool MainWindow::isBusy() const
{
    return m_workspace->isBusy() || m_history->isBusy() || m_details->scriptAndSql()->isBusy();
}

void MainWindow::announceIfSettled()
{
    if (!isBusy())
        Q_EMIT settled();
}

void MainWindow::showProject()
{
    const Project &project = *m_workspace->project();
    m_banner->clear();
    setWindowTitle(u"%1[*] — Athanor"_s.arg(project.name()));
    m_sidebarDock->setWindowTitle(project.name());
    m_status->setProject(m_workspace->location());
    m_status->setProblemCount(int(project.diagnostics().size()));
    m_problems->setDiagnostics(project.diagnostics(), project.config().folder());
    m_details->script()->setDiagnostics(project.diagnostics());
    m_pages->setCurrentWidget(m_history);
    m_panes->show();
    m_history->setGraph(m_workspace->graph());
    showDatabases();
    if (!m_filter->hasFocus())
        m_history->setFocus();
}

void MainWindow::showDatabases()
{
    const Databases *databases = m_workspace->databases();
    const auto graph = m_workspace->graph();
    m_sidebar->setContent(graph.get(), databases->entries(), databases->chosen());
    m_history->setDatabases(databases->positions(), databases->chosenPosition());
    m_details->details()->showRevision(graph, m_history->view()->selectedRevision(), databases->positions());
    announceIfSettled();
}

void MainWindow::showRevision(const QString &id)
{
    const auto graph = m_workspace->graph();
    const auto index = graph && !id.isEmpty() ? graph->find(id) : std::nullopt;
    m_details->showRevision(graph, id, m_workspace->databases()->positions());
    showTitles();
    m_actions->setEnabledFor(m_workspace->project() != nullptr, !id.isEmpty(), index.has_value());
    announceIfSettled();
}

void MainWindow::showTitles()
{
    const QString id = m_history->view()->selectedRevision();
    const auto graph = m_workspace->graph();
    const auto index = graph && !id.isEmpty() ? graph->find(id) : std::nullopt;
    const QStringList unsaved = m_details->script()->unsavedPaths();
    QString title = index          ? u"%1  %2"_s.arg(id, graph->at(*index).message())
                    : id.isEmpty() ? tr("Revision")
                                   : id;
    if (index && unsaved.contains(graph->at(*index).path))
        title += u" •"_s;
    m_detailsDock->setWindowTitle(title);
    setWindowModified(!unsaved.isEmpty());
}

void MainWindow::showPlace(const SourceRange &where)
{
    m_detailsDock->show();
    m_details->showPlace(where);
}

void MainWindow::showError(const QString &message)
{
    m_banner->showMessage(Banner::Tone::Error, message);
    announceIfSettled();
}

void MainWindow::updateStatus()
{
    HistoryView *view = m_history->view();
    const HistoryRows &rows = view->historyModel().history();
    if (!rows.graph)
        return;
    m_status->setCounts(int(rows.rows.size()), rows.total, int(rows.graph->heads().size()));
    if (!m_placed && m_history->filter().isEmpty()) {
        m_placed = !m_workspace->isBusy();
        revealCurrent();
        if (view->selectedRevision().isEmpty() && !rows.rows.empty())
            view->selectRevision(rows.rows.front().id);
    }
    showRevision(view->selectedRevision());
}

void MainWindow::revealCurrent()
{
    const Databases *databases = m_workspace->databases();
    if (databases->chosenPosition() < 0)
        return;
    const QStringList rows = databases->entries().at(databases->chosen()).rows;
    if (!rows.isEmpty())
        m_history->reveal(rows.first());
}

void MainWindow::startFinding()
{
    ScriptPage *script = m_details->script();
    if (script->isAncestorOf(focusWidget())) {
        script->openFindBar();
        return;
    }
    m_filter->setFocus();
    m_filter->selectAll();
}

void MainWindow::openPicked(const QString &path)
{
    m_settings->setLastFolder(QFileInfo(path).isDir() ? path : QFileInfo(path).path());
    openProject({path});
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_details->script()->unsavedPaths().isEmpty()) {
        event->ignore();
        settleUnsaved(m_details->script(), this, [this] { close(); });
        return;
    }
    m_settings->setWindowGeometry(saveGeometry());
    m_settings->setWindowState(m_panes->layout());
    QMainWindow::closeEvent(event);
}

} // namespace athanor

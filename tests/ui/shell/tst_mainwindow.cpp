// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "tests/support/temporaryproject.h"
#include "ui/history/historypage.h"
#include "ui/history/historyview.h"
#include "ui/script/scripteditor.h"
#include "ui/script/scriptpage.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"

#include <QClipboard>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>
#include <QToolButton>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void startsWithAHint();
    void opensAProject();
    void filtersAndComesBack();
    void walksWithTheKeyboard();
    void showsTheScriptOfTheSelection();
    void copiesTheId();
    void connectsToTheProjectsOwnDatabase();
    void connectsToAFileAndShowsAGhost();
    void refusedConnectionIsExplainedInTheDialog();
    void brokenScriptIsAProblem();
    void brokenProjectIsExplained();
    void severalProjectsAreOffered();
    void sectionsOfAnIniAreOffered();
    void droppedFolderIsOpened();
    void recentProjectsAreListed();
    void changedFilesAreReadAgain();
    void panesComeBack();
    void everyActionIsReachableAndExplained();
    void severalSizesHoldTogether_data();
    void severalSizesHoldTogether();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    QAction *action(const QString &name) const { return child<QAction>(name); }
    HistoryView *view() const { return m_window->history()->view(); }
    void open(const QString &path);
    void makeChain() const;
    QString makeDatabase(const QString &name, const QString &version) const;

    std::unique_ptr<TemporaryProject> m_project;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    m_project = std::make_unique<TemporaryProject>();
    m_home = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_home->filePath(u"settings.ini"_s));
    m_appearance = std::make_unique<Appearance>();
    m_window = std::make_unique<MainWindow>(m_settings.get(), m_appearance.get());
    m_window->show();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_settings.reset();
}

void TestMainWindow::open(const QString &path)
{
    m_window->openProject({path});
    QTRY_VERIFY(m_window->workspace()->project());
    QTRY_VERIFY(!m_window->isBusy());
}

void TestMainWindow::makeChain() const
{
    m_project->addRevision({.id = u"aaa1"_s, .message = u"first tables"_s});
    m_project->addRevision({.id = u"bbb2"_s, .down = {u"aaa1"_s}, .message = u"add orders"_s});
    m_project->addRevision({.id = u"ccc3"_s, .down = {u"bbb2"_s}, .message = u"index orders"_s});
}

QString TestMainWindow::makeDatabase(const QString &name, const QString &version) const
{
    const QString path = m_project->filePath(name);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"scratch"_s);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("can't make a database for the test");
        QSqlQuery query(database);
        query.exec(u"CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"_s);
        query.exec(u"INSERT INTO alembic_version VALUES ('%1')"_s.arg(version));
    }
    QSqlDatabase::removeDatabase(u"scratch"_s);
    return path;
}

void TestMainWindow::startsWithAHint()
{
    QVERIFY(child<QWidget>(u"startPage"_s)->isVisible());
    QVERIFY(child<QPushButton>(u"openProject"_s)->isVisible());
    QVERIFY(!child<QDockWidget>(u"sidebarDock"_s)->isVisible());
    QVERIFY(!action(u"reload"_s)->isEnabled());
}

void TestMainWindow::opensAProject()
{
    makeChain();
    open(m_project->folder());
    QVERIFY(view()->isVisible());
    QCOMPARE(view()->historyModel().rowCount(), 3);
    QCOMPARE(view()->selectedRevision(), u"ccc3"_s);
    QVERIFY(child<QDockWidget>(u"sidebarDock"_s)->isVisible());
    QVERIFY(child<QLabel>(u"statusCounts"_s)->text().contains(u"3"_s));
    QVERIFY(m_window->windowTitle().contains(QFileInfo(m_project->folder()).fileName()));
}

void TestMainWindow::filtersAndComesBack()
{
    makeChain();
    open(m_project->folder());
    action(u"find"_s)->trigger();
    auto *filter = child<QLineEdit>(u"filterField"_s);
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"orders"_s);
    QTRY_COMPARE(view()->historyModel().rowCount(), 2);
    QVERIFY(child<QLabel>(u"statusCounts"_s)->text().contains(u"2"_s));
    QTest::keyClicks(filter, u" zzz"_s);
    QTRY_VERIFY(child<QWidget>(u"emptyResult"_s)->isVisible());
    QTest::mouseClick(child<QPushButton>(u"clearFilter"_s), Qt::LeftButton);
    QTRY_COMPARE(view()->historyModel().rowCount(), 3);
    QVERIFY(filter->text().isEmpty());
}

void TestMainWindow::walksWithTheKeyboard()
{
    makeChain();
    open(m_project->folder());
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Left);
    QCOMPARE(view()->selectedRevision(), u"bbb2"_s);
    QTest::keyClick(view(), Qt::Key_Left);
    QCOMPARE(view()->selectedRevision(), u"aaa1"_s);
    QTest::keyClick(view(), Qt::Key_Right);
    QCOMPARE(view()->selectedRevision(), u"bbb2"_s);
    QTest::keyClick(view(), Qt::Key_Up);
    QCOMPARE(view()->selectedRevision(), u"ccc3"_s);
}

void TestMainWindow::showsTheScriptOfTheSelection()
{
    makeChain();
    open(m_project->folder());
    QVERIFY(view()->selectRevision(u"bbb2"_s));
    QTRY_VERIFY(m_window->details()->script()->editor()->text().contains(u"add orders"_s));
    QCOMPARE(child<QDockWidget>(u"detailsDock"_s)->windowTitle(), u"bbb2  add orders"_s);
}

void TestMainWindow::copiesTheId()
{
    makeChain();
    open(m_project->folder());
    view()->selectRevision(u"bbb2"_s);
    action(u"copyId"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"bbb2"_s);
    action(u"copyMessage"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"add orders"_s);
    action(u"copyPath"_s)->trigger();
    QVERIFY(QFileInfo::exists(QGuiApplication::clipboard()->text()));
}

void TestMainWindow::connectsToTheProjectsOwnDatabase()
{
    makeChain();
    QFile ini(m_project->iniPath());
    QVERIFY(ini.open(QIODevice::ReadOnly));
    const QByteArray text = ini.readAll();
    ini.close();
    m_project->write(
        u"alembic.ini"_s,
        QByteArray(text).replace("[alembic]", "[alembic]\nsqlalchemy.url = sqlite:///%(here)s/own.db"));
    makeDatabase(u"own.db"_s, u"bbb2"_s);
    open(m_project->folder());
    QCOMPARE(view()->selectedRevision(), u"bbb2"_s);
    const HistoryModel &model = view()->historyModel();
    QCOMPARE(model.rowAt(model.rowOf(u"bbb2"_s)).state, RevisionState::Current);
    QCOMPARE(model.rowAt(model.rowOf(u"ccc3"_s)).state, RevisionState::Pending);
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_BracketLeft);
    QCOMPARE(view()->selectedRevision(), u"ccc3"_s);
    action(u"revealCurrent"_s)->trigger();
    QCOMPARE(view()->selectedRevision(), u"bbb2"_s);
}

void TestMainWindow::connectsToAFileAndShowsAGhost()
{
    makeChain();
    open(m_project->folder());
    Target target;
    target.name = u"other"_s;
    target.url = u"sqlite:///"_s + makeDatabase(u"other.db"_s, u"gone9"_s);
    m_window->workspace()->databases()->connectTo(target);
    QTRY_COMPARE(view()->historyModel().rowOf(u"gone9"_s), 0);
    QCOMPARE(view()->historyModel().rowAt(0).state, RevisionState::Ghost);
    QCOMPARE(view()->historyModel().rowAt(0).pills.first().text, u"other"_s);
}

void TestMainWindow::refusedConnectionIsExplainedInTheDialog()
{
    makeChain();
    open(m_project->folder());
    action(u"connectUrl"_s)->trigger();
    auto *dialog = child<QDialog>(u"connectDialog"_s);
    QVERIFY(dialog);
    auto *url = dialog->findChild<QLineEdit *>(u"url"_s);
    auto *message = dialog->findChild<QLabel *>(u"bannerText"_s);
    QTest::keyClicks(url, u"nonsense"_s);
    QTest::keyClick(url, Qt::Key_Return);
    QTRY_VERIFY(message->isVisible());

    url->clear();
    QTest::keyClicks(url, u"sqlite:///"_s + m_project->filePath(u"nowhere.db"_s));
    QTest::keyClick(url, Qt::Key_Return);
    QTRY_VERIFY(message->text().contains(u"nowhere.db"_s));
    QVERIFY(dialog->isVisible());
    QVERIFY(!QFileInfo::exists(m_project->filePath(u"nowhere.db"_s)));

    makeDatabase(u"nowhere.db"_s, u"aaa1"_s);
    QPointer<QDialog> guard(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>(u"connect"_s), Qt::LeftButton);
    QTRY_VERIFY(!guard || !guard->isVisible());
    QTRY_VERIFY(!view()->historyModel().rowAt(view()->historyModel().rowOf(u"aaa1"_s)).pills.isEmpty());
}

void TestMainWindow::brokenScriptIsAProblem()
{
    makeChain();
    const QString broken = m_project->write(u"migrations/versions/ddd4_broken.py"_s, "revision = (\n");
    open(m_project->folder());
    QCOMPARE(view()->historyModel().rowCount(), 3);
    auto *problems = child<QToolButton>(u"statusProblems"_s);
    QTRY_VERIFY(problems->isVisible());
    QTest::mouseClick(problems, Qt::LeftButton);
    auto *list = child<QAbstractItemView>(u"problemsView"_s);
    QTRY_VERIFY(list->isVisible());
    QVERIFY(list->model()->rowCount() >= 1);
    Q_EMIT list->activated(list->model()->index(0, 0));
    QTRY_COMPARE(m_window->details()->script()->path(), broken);
    QTRY_COMPARE(m_window->details()->script()->editor()->text(), u"revision = (\n"_s);
}

void TestMainWindow::brokenProjectIsExplained()
{
    const QTemporaryDir empty;
    m_window->openProject({empty.path()});
    auto *message = child<QLabel>(u"bannerText"_s);
    QTRY_VERIFY(message->isVisible());
    QVERIFY(!message->text().isEmpty());
    QVERIFY(child<QWidget>(u"startPage"_s)->isVisible());
    QTest::mouseClick(child<QToolButton>(u"bannerClose"_s), Qt::LeftButton);
    QVERIFY(!message->isVisible());
}

void TestMainWindow::sectionsOfAnIniAreOffered()
{
    makeChain();
    const QString path = m_project->filePath(u"sections.ini"_s);
    QFile ini(path);
    QVERIFY(ini.open(QIODevice::WriteOnly));
    ini.write("[core]\nscript_location = %(here)s/none\n[tenant]\nscript_location = %(here)s/migrations\n");
    ini.close();
    m_window->openProject({path});
    auto *list = child<QListWidget>(u"projectList"_s);
    QTRY_COMPARE(list->count(), 2);
    QTRY_VERIFY(list->isVisible());
    QVERIFY(list->item(1)->text().endsWith(u"sections.ini [tenant]"_s));
    const QPoint tenant = list->visualItemRect(list->item(1)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, tenant);
    QTRY_VERIFY(view()->isVisible());
    QTRY_COMPARE(view()->historyModel().rowCount(), 3);
}

void TestMainWindow::severalProjectsAreOffered()
{
    const QTemporaryDir repository;
    for (const QString &name : {u"one"_s, u"two"_s}) {
        QDir(repository.path()).mkpath(name + u"/migrations/versions"_s);
        QFile ini(repository.filePath(name + u"/alembic.ini"_s));
        QVERIFY(ini.open(QIODevice::WriteOnly));
        ini.write("[alembic]\nscript_location = %(here)s/migrations\n");
    }
    makeChain();
    open(m_project->folder());
    m_window->openProject({repository.path()});
    auto *list = child<QListWidget>(u"projectList"_s);
    QTRY_COMPARE(list->count(), 2);
    QTRY_VERIFY(list->isVisible());
    QVERIFY(!view()->isVisible());
    QTest::mouseClick(child<QPushButton>(u"back"_s), Qt::LeftButton);
    QTRY_VERIFY(view()->isVisible());

    m_window->openProject({repository.path()});
    QTRY_VERIFY(list->isVisible());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
    QTRY_COMPARE(m_window->workspace()->project()->name(), u"two"_s);
}

void TestMainWindow::droppedFolderIsOpened()
{
    makeChain();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(m_project->folder())});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE(view()->historyModel().rowCount(), 3);
}

void TestMainWindow::recentProjectsAreListed()
{
    makeChain();
    open(m_project->folder());
    QCOMPARE(m_settings->recentProjects(), QStringList{m_window->workspace()->location()});
    m_window = std::make_unique<MainWindow>(m_settings.get(), m_appearance.get());
    m_window->show();
    auto *list = child<QListWidget>(u"projectList"_s);
    QCOMPARE(list->count(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QTRY_VERIFY(m_window->workspace()->project());
    QTRY_COMPARE(view()->historyModel().rowCount(), 3);
}

void TestMainWindow::changedFilesAreReadAgain()
{
    makeChain();
    open(m_project->folder());
    view()->selectRevision(u"bbb2"_s);
    m_project->addRevision({.id = u"ddd4"_s, .down = {u"ccc3"_s}, .message = u"one more"_s});
    QTRY_COMPARE(view()->historyModel().rowCount(), 4);
    QCOMPARE(view()->selectedRevision(), u"bbb2"_s);
}

void TestMainWindow::panesComeBack()
{
    makeChain();
    open(m_project->folder());
    auto *sidebar = child<QDockWidget>(u"sidebarDock"_s);
    sidebar->hide();
    m_window->close();
    m_window = std::make_unique<MainWindow>(m_settings.get(), m_appearance.get());
    m_window->show();
    open(m_project->folder());
    sidebar = child<QDockWidget>(u"sidebarDock"_s);
    QVERIFY(!sidebar->isVisible());
    QVERIFY(child<QDockWidget>(u"detailsDock"_s)->isVisible());
    action(u"resetLayout"_s)->trigger();
    QVERIFY(sidebar->isVisible());
}

void TestMainWindow::everyActionIsReachableAndExplained()
{
    QSet<QString> shortcuts;
    const auto visit = [&](const auto &self, QMenu *menu) -> void {
        for (QAction *action : menu->actions()) {
            if (action->isSeparator())
                continue;
            if (action->menu()) {
                self(self, action->menu());
                continue;
            }
            QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->text()));
            const QString keys = action->shortcut().toString();
            QVERIFY2(keys.isEmpty() || !shortcuts.contains(keys), qPrintable(action->text() + u' ' + keys));
            shortcuts.insert(keys);
        }
    };
    for (QAction *action : m_window->menuBar()->actions())
        visit(visit, action->menu());
    QVERIFY(shortcuts.size() > 20);
    for (const QAbstractItemView *list : m_window->findChildren<QAbstractItemView *>()) {
        if (!list->objectName().startsWith(u"qt_"_s) && !list->objectName().isEmpty())
            QVERIFY2(!list->accessibleName().isEmpty(), qPrintable(list->objectName()));
    }
}

void TestMainWindow::severalSizesHoldTogether_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("small") << QSize(800, 500);
    QTest::newRow("usual") << QSize(1280, 800);
    QTest::newRow("large") << QSize(2560, 1440);
}

void TestMainWindow::severalSizesHoldTogether()
{
    QFETCH(QSize, size);
    makeChain();
    m_window->resize(size);
    open(m_project->folder());
    QCoreApplication::processEvents();
    // The window may ask for a little more than the smallest size.
    QVERIFY(m_window->width() <= std::max(size.width(), 960));
    QVERIFY(view()->width() >= 200);
    QVERIFY(view()->columnWidth(HistoryModel::Message) >= 60);
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/scriptandsql.h"

#include "tests/support/temporaryproject.h"
#include "ui/history/historypage.h"
#include "ui/history/historyview.h"
#include "ui/history/revisiondetails.h"
#include "ui/script/scriptpage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings.h"
#include "ui/shell/workspace.h"
#include "ui/sql/sqlpage.h"
#include "ui/sql/sqlside.h"
#include "ui/widgets/banner.h"

#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSemaphore>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>

using namespace athanor;
using namespace athanor::test;
using namespace Qt::StringLiterals;

namespace {

/// Every line with "op." makes a statement that names its dialect; one with "rows" can't be read.
ScriptReading fakeReading(const ScriptRequest &request)
{
    ScriptReading reading;
    reading.dialect = request.dialect.isEmpty() ? u"sqlite"_s : request.dialect;
    SqlScript *script = &reading.upgrade;
    const QList<QByteArray> lines = request.bytes.split('\n');
    for (int i = 0; i < lines.size(); ++i) {
        const SourceRange where{request.path, i + 1, 5, i + 1, 20};
        if (lines.at(i).contains("def downgrade"))
            script = &reading.downgrade;
        if (lines.at(i).contains("op."))
            script->statements.append(
                {.sql = u"-- %1\n%2"_s.arg(reading.dialect, QString::fromUtf8(lines.at(i).trimmed())),
                 .where = where});
        if (lines.at(i).contains("rows"))
            script->stop = Error{u"ATH-ALB-001"_s, u"rows are asked for"_s, where};
    }
    return reading;
}

} // namespace

class TestScriptAndSql : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatTheReaderFindsIsShownAsOneTypes();
    void sqlFollowsTheText();
    void theCoreReadsTheText();
    void ownAlembicIsAskedForWhatCannotBeRead();
    void onlyRevisionsMakeSql();
    void aStatementLeadsToItsLine();
    void theCursorLeadsToItsStatements();
    void theNewestTextWins();
    void dialectIsThatOfTheProjectAndIsRemembered();
    void bothAreSeenTogether();
    void detailsSayWhetherSqlCanBeShown();
    void historySaysWhetherSqlCanBeShown();
    void sqlIsSaved();
    void savingShowsInTheTitles();
    void changedFilesAreAskedAbout();
    void closingAsks();
    void openingAnotherProjectAsks();
    void everyPaneIsReachedByKeyboard();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    ScriptAndSql *both() const { return m_window->details()->scriptAndSql(); }
    ScriptEditor *editor() const { return both()->script()->editor(); }
    SqlView *upgrade() const { return both()->sql()->upgrade()->view(); }
    void makeWindow();
    void open(const QString &path) const;
    void type(const QString &text) const;
    void trigger(const QString &action) const { child<QAction>(action)->trigger(); }
    void answer(QMessageBox::StandardButton button) const;
    QByteArray onDisk() const;

    std::unique_ptr<TemporaryProject> m_project;
    QString m_script;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindow> m_window;
};

void TestScriptAndSql::init()
{
    m_project = std::make_unique<TemporaryProject>();
    m_project->addRevision({.id = u"aaa1"_s, .message = u"first tables"_s});
    m_script = m_project->write(u"migrations/versions/bbb2_.py"_s, "revision = 'bbb2'\n"
                                                                   "down_revision = 'aaa1'\n"
                                                                   "def upgrade():\n"
                                                                   "    op.one()\n"
                                                                   "    op.two()\n"
                                                                   "def downgrade():\n"
                                                                   "    op.three()\n");
    m_home = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_home->filePath(u"settings.ini"_s));
    m_appearance = std::make_unique<Appearance>();
    makeWindow();
}

void TestScriptAndSql::cleanup()
{
    m_window.reset();
    m_appearance.reset();
    m_settings.reset();
}

void TestScriptAndSql::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_settings.get(), m_appearance.get());
    both()->previews()->setReader(&fakeReading);
    m_window->show();
    open(m_project->folder());
    QTRY_COMPARE(both()->script()->path(), m_script);
    QTRY_VERIFY(!m_window->isBusy());
}

void TestScriptAndSql::open(const QString &path) const
{
    m_window->openProject({path});
    QTRY_VERIFY(m_window->workspace()->project());
    QTRY_VERIFY(!m_window->isBusy());
}

void TestScriptAndSql::type(const QString &text) const
{
    both()->script()->setFocus();
    QTest::keyClicks(child<QWidget>(u"scriptText"_s), text);
}

void TestScriptAndSql::answer(QMessageBox::StandardButton button) const
{
    auto *box = child<QMessageBox>(u"unsavedQuestion"_s);
    QVERIFY(box && box->isVisible());
    QTest::mouseClick(box->button(button), Qt::LeftButton);
}

QByteArray TestScriptAndSql::onDisk() const
{
    QFile file(m_script);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
}

void TestScriptAndSql::whatTheReaderFindsIsShownAsOneTypes()
{
    both()->previews()->setReader(coreReader());
    type(u"("_s);
    QTRY_VERIFY(!editor()->noteAt(1).isEmpty());
    QTest::keyClick(child<QWidget>(u"scriptText"_s), Qt::Key_Backspace);
    QTRY_COMPARE(editor()->noteAt(1), QString());
    QVERIFY(!both()->sql()->upgrade()->view()->toPlainText().contains(u"op.one()"_s));
}

void TestScriptAndSql::sqlFollowsTheText()
{
    QVERIFY(upgrade()->toPlainText().contains(u"op.one()"_s));
    QCOMPARE(both()->sql()->downgrade()->view()->sql().blocks.size(), 1);
    QCOMPARE(editor()->countAt(4), u"1"_s);
    QCOMPARE(editor()->countAt(3), QString());
    editor()->goToLine(5);
    type(u"    op.new()#"_s);
    QTRY_VERIFY(upgrade()->toPlainText().contains(u"op.new()"_s));
    QVERIFY(m_window->history()->view()->selectRevision(u"aaa1"_s));
    QTRY_VERIFY(!upgrade()->toPlainText().contains(u"op.new()"_s));
}

void TestScriptAndSql::theCoreReadsTheText()
{
    both()->previews()->setReader(coreReader());
    const QString path = m_project->write(u"migrations/versions/ccc3_.py"_s,
                                          "from alembic import op\n"
                                          "import sqlalchemy as sa\n"
                                          "revision = 'ccc3'\n"
                                          "down_revision = 'bbb2'\n"
                                          "def upgrade():\n"
                                          "    op.create_table(\n"
                                          "        't', sa.Column('id', sa.Integer(), primary_key=True),\n"
                                          "    )\n"
                                          "def downgrade():\n"
                                          "    op.drop_table('t')\n");
    QTRY_VERIFY(m_window->history()->view()->selectRevision(u"ccc3"_s));
    QTRY_COMPARE(both()->script()->path(), path);
    QTRY_VERIFY(!m_window->isBusy());
    both()->showPlace({path, 7});
    QTRY_VERIFY(upgrade()->toPlainText().startsWith(u"CREATE TABLE t ("_s));
    QCOMPARE(both()->sql()->downgrade()->view()->toPlainText(), u"DROP TABLE t;\n\n"_s);
    QCOMPARE(both()->sql()->dialect(), u"sqlite"_s);
    QCOMPARE(editor()->countAt(6), u"1"_s);
    QCOMPARE(upgrade()->picked(), QList<int>{0});
    QCOMPARE(editor()->litLine(), 6);

    both()->setDialect(u"postgresql"_s);
    QTRY_VERIFY(upgrade()->toPlainText().contains(u"SERIAL"_s));
    editor()->goToLine(10);
    type(u"    raise ValueError('nonsense')#"_s);
    QTRY_VERIFY(editor()->noteAt(10).contains(u"nonsense"_s));
    QVERIFY(both()->sql()->downgrade()->findChild<Banner *>()->message().contains(u"ccc3_.py:10"_s));
    QVERIFY(upgrade()->toPlainText().contains(u"SERIAL"_s));
    type(u"("_s);
    QTRY_VERIFY(!editor()->noteAt(10).isEmpty());
}

void TestScriptAndSql::ownAlembicIsAskedForWhatCannotBeRead()
{
    const QString program = m_project->write(
        u"alembic.sh"_s,
        "case \"$*\" in *downgrade*) echo 'no such driver' >&2; exit 1;; esac; echo \"SELECT '$*';\"\n");
    m_project->write(u"athanor.toml"_s, "alembic = [\"sh\", \"" + program.toUtf8() + "\"]\n");
    m_script = m_project->write(u"migrations/versions/ccc3_.py"_s, "revision = 'ccc3'\n"
                                                                   "down_revision = 'bbb2'\n"
                                                                   "def upgrade():\n"
                                                                   "    op.one() # rows\n"
                                                                   "def downgrade():\n"
                                                                   "    op.two() # rows\n");
    makeWindow();
    QTRY_VERIFY(upgrade()->toPlainText().contains(u"op.one()"_s));
    const auto press = [&](const SqlSide *side) {
        auto *button = side->findChild<QAbstractButton *>(u"askAlembic"_s);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
    };
    press(both()->sql()->upgrade());
    QTRY_VERIFY(upgrade()->toPlainText().contains(u"upgrade bbb2:ccc3 --sql';"_s));
    QVERIFY(!upgrade()->toPlainText().contains(u"op.one()"_s));
    QVERIFY(both()->sql()->upgrade()->findChild<Banner *>()->message().contains(u"own Alembic"_s));

    press(both()->sql()->downgrade());
    const auto *refused = both()->sql()->downgrade()->findChild<Banner *>();
    QTRY_VERIFY(refused->message().contains(u"no such driver"_s));
    QVERIFY(both()->sql()->downgrade()->view()->toPlainText().contains(u"op.two()"_s));

    // What is not saved is nothing that Alembic could read.
    type(u"#"_s);
    QTRY_VERIFY(upgrade()->toPlainText().contains(u"op.one()"_s));
    QTRY_VERIFY(!both()->sql()->upgrade()->findChild<QAbstractButton *>(u"askAlembic"_s));
}

void TestScriptAndSql::onlyRevisionsMakeSql()
{
    both()->previews()->setReader(coreReader());
    m_window->details()->setTab(DetailsPane::Tab::Sql);
    both()->showPlace({m_project->filePath(u"migrations/env.py"_s), 1});
    QTRY_VERIFY(upgrade()->placeholderText().contains(u"Only revisions"_s));
    QCOMPARE(editor()->noteAt(1), QString());
    both()->showPlace({m_project->iniPath(), 1});
    QTRY_VERIFY(upgrade()->placeholderText().contains(u"Only scripts"_s));
    QCOMPARE(editor()->noteAt(1), QString());
    QVERIFY(!child<QAction>(u"saveSql"_s)->isEnabled());
}

void TestScriptAndSql::aStatementLeadsToItsLine()
{
    m_window->details()->setTab(DetailsPane::Tab::Sql);
    QVERIFY(upgrade()->isVisible());
    QCoreApplication::processEvents();
    const QTextBlock line = upgrade()->document()->findBlockByNumber(upgrade()->sql().blocks.at(1).firstLine);
    const QPoint place = upgrade()->cursorRect(QTextCursor(line)).center();
    QTest::mouseClick(upgrade()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(editor()->currentLine(), 5);
    QCOMPARE(editor()->litLine(), 5);
    QCOMPARE(upgrade()->picked(), QList<int>{1});
    QVERIFY(!editor()->isVisible());
    QTest::keyClick(upgrade(), Qt::Key_Return);
    QVERIFY(editor()->isVisible());
    QCOMPARE(m_window->details()->tab(), DetailsPane::Tab::Script);
    QCOMPARE(editor()->currentLine(), 5);
}

void TestScriptAndSql::theCursorLeadsToItsStatements()
{
    m_window->details()->setArrangement(DetailsPane::Arrangement::Together);
    editor()->goToLine(3);
    QTest::keyClick(child<QWidget>(u"scriptText"_s), Qt::Key_Down);
    QTRY_COMPARE(upgrade()->picked(), QList<int>{0});
    QCOMPARE(editor()->litLine(), 4);
    QTest::keyClick(child<QWidget>(u"scriptText"_s), Qt::Key_Down);
    QTRY_COMPARE(upgrade()->picked(), QList<int>{1});
    for (int i = 0; i < 2; ++i)
        QTest::keyClick(child<QWidget>(u"scriptText"_s), Qt::Key_Down);
    QTRY_COMPARE(both()->sql()->downgrade()->view()->picked(), QList<int>{0});
    QCOMPARE(upgrade()->picked(), QList<int>());
    QCOMPARE(editor()->litLine(), 7);
}

void TestScriptAndSql::theNewestTextWins()
{
    auto gate = std::make_shared<QSemaphore>();
    both()->previews()->setReader([gate](const ScriptRequest &request) {
        if (request.bytes.contains("op.slow") && !request.bytes.contains("op.slower"))
            gate->acquire();
        return fakeReading(request);
    });
    editor()->goToLine(4);
    type(u"op.slow"_s);
    QTRY_VERIFY(both()->previews()->isBusy());
    type(u"er"_s);
    QTRY_VERIFY(upgrade()->toPlainText().contains(u"op.slower"_s));
    gate->release(10);
    QTRY_VERIFY(!m_window->isBusy());
    QVERIFY(upgrade()->toPlainText().contains(u"op.slower"_s));
}

void TestScriptAndSql::dialectIsThatOfTheProjectAndIsRemembered()
{
    QCOMPARE(both()->sql()->dialect(), u"sqlite"_s);
    auto *box = child<QComboBox>(u"sqlDialect"_s);
    m_window->details()->setTab(DetailsPane::Tab::Sql);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Up);
    QTRY_VERIFY(upgrade()->toPlainText().contains(u"-- mariadb"_s));
    QTRY_VERIFY(!m_window->isBusy());
    m_window.reset();
    makeWindow();
    QCOMPARE(both()->sql()->dialect(), u"mariadb"_s);
    QVERIFY(upgrade()->toPlainText().contains(u"-- mariadb"_s));

    const TemporaryProject other;
    other.addRevision({.id = u"fff1"_s});
    m_window->openProject({other.folder()});
    QTRY_COMPARE(both()->sql()->dialect(), u"sqlite"_s);
}

void TestScriptAndSql::bothAreSeenTogether()
{
    m_window->resize(1700, 900);
    QVERIFY(editor()->isVisible());
    QVERIFY(!upgrade()->isVisible());
    trigger(u"scriptAndSql"_s);
    QVERIFY(editor()->isVisible());
    QVERIFY(upgrade()->isVisible());
    QTRY_VERIFY(both()->width() >= ScriptAndSql::WidthForBoth);
    QTRY_VERIFY(upgrade()->mapTo(m_window.get(), QPoint()).x()
                > editor()->mapTo(m_window.get(), QPoint()).x());
    auto *tabs = child<QTabBar>(u"detailsTabs"_s);
    QVERIFY(!tabs->isTabVisible(1));
    m_window.reset();
    makeWindow();
    QVERIFY(child<QAction>(u"scriptAndSql"_s)->isChecked());
    QVERIFY(upgrade()->isVisible());
    trigger(u"scriptAndSql"_s);
    QVERIFY(!upgrade()->isVisible());
    trigger(u"showSql"_s);
    QVERIFY(upgrade()->isVisible());
    QVERIFY(!editor()->isVisible());
}

void TestScriptAndSql::historySaysWhetherSqlCanBeShown()
{
    const HistoryModel &model = m_window->history()->view()->historyModel();
    const auto cell = [&](int role) {
        return model.index(model.rowOf(u"bbb2"_s), HistoryModel::Message).data(role);
    };
    QTRY_VERIFY(!cell(Qt::DecorationRole).isNull());
    QVERIFY(cell(Qt::ToolTipRole).toString().contains(u"NameError"_s));
    QVERIFY(cell(Qt::AccessibleTextRole).toString().contains(u"NameError"_s));
    m_project->write(u"migrations/versions/bbb2_.py"_s,
                     "revision = 'bbb2'\ndown_revision = 'aaa1'\n"
                     "def upgrade():\n    pass\ndef downgrade():\n    pass\n");
    QTRY_VERIFY(cell(Qt::DecorationRole).isNull());
}

void TestScriptAndSql::detailsSayWhetherSqlCanBeShown()
{
    RevisionDetails *details = m_window->details()->details();
    QVERIFY(details->toPlainText().contains(u"both directions can be shown"_s));
    editor()->goToLine(5);
    type(u"rows#"_s);
    QTRY_VERIFY(details->toPlainText().contains(u"only with a connection: rows are asked for line 5"_s));
    QVERIFY(details->toPlainText().contains(u"Downgrade: can be shown"_s));
    QVERIFY(both()->sql()->upgrade()->findChild<Banner *>()->message().contains(u"bbb2_.py:5"_s));
    QVERIFY(editor()->noteAt(5).contains(u"rows are asked for"_s));
    m_window->history()->view()->selectRevision(u"aaa1"_s);
    QTRY_VERIFY(details->toPlainText().contains(u"both directions can be shown"_s));
}

void TestScriptAndSql::sqlIsSaved()
{
    const auto save = [this](const QString &path) {
        trigger(u"saveSql"_s);
        auto *dialog = child<QFileDialog>(u"filePicker"_s);
        QVERIFY(dialog);
        QVERIFY(dialog->selectedFiles().value(0).endsWith(u"bbb2_.sql"_s));
        Q_EMIT dialog->fileSelected(path);
        delete dialog;
    };
    const QString path = m_project->filePath(u"out.sql"_s);
    save(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), both()->sql()->text());
    m_window->details()->setTab(DetailsPane::Tab::Sql);
    auto *banner = both()->sql()->findChild<Banner *>(Qt::FindDirectChildrenOnly);
    QVERIFY(!banner->isVisible());
    save(m_project->filePath(u"nowhere/out.sql"_s));
    QVERIFY(banner->isVisible());
    QVERIFY(banner->message().contains(u"nowhere/out.sql"_s));
}

void TestScriptAndSql::savingShowsInTheTitles()
{
    auto *tabs = child<QTabBar>(u"detailsTabs"_s);
    auto *dock = child<QDockWidget>(u"detailsDock"_s);
    auto *save = child<QAction>(u"saveScript"_s);
    QVERIFY(!save->isEnabled());
    QVERIFY(!tabs->tabText(0).contains(u'•'));
    type(u"#"_s);
    QVERIFY(save->isEnabled());
    QVERIFY(tabs->tabText(0).contains(u'•'));
    QVERIFY(dock->windowTitle().contains(u'•'));
    QVERIFY(m_window->isWindowModified());
    m_window->history()->view()->selectRevision(u"aaa1"_s);
    QTRY_VERIFY(!tabs->tabText(0).contains(u'•'));
    QVERIFY(m_window->isWindowModified());
    QVERIFY(!save->isEnabled());
    m_window->history()->view()->selectRevision(u"bbb2"_s);
    QTRY_VERIFY(tabs->tabText(0).contains(u'•'));
    QTest::keyClick(child<QWidget>(u"scriptText"_s), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(onDisk().startsWith("#revision"));
    QVERIFY(!tabs->tabText(0).contains(u'•'));
    QVERIFY(!m_window->isWindowModified());
}

void TestScriptAndSql::changedFilesAreAskedAbout()
{
    type(u"# mine "_s);
    m_project->write(u"migrations/versions/bbb2_.py"_s, "revision = 'bbb2'\ndown_revision = 'aaa1'\n");
    QTRY_VERIFY(child<QPushButton>(u"keepMine"_s));
    QVERIFY(editor()->text().startsWith(u"# mine "_s));
    QTest::mouseClick(child<QPushButton>(u"takeTheirs"_s), Qt::LeftButton);
    QCOMPARE(editor()->text(), u"revision = 'bbb2'\ndown_revision = 'aaa1'\n"_s);
    QTRY_VERIFY(upgrade()->sql().blocks.isEmpty());
}

void TestScriptAndSql::closingAsks()
{
    type(u"# mine "_s);
    QVERIFY(!m_window->close());
    answer(QMessageBox::Cancel);
    QVERIFY(m_window->isVisible());
    QVERIFY(editor()->text().startsWith(u"# mine "_s));

    // Someone else's change is not overwritten on the way out.
    m_project->write(u"migrations/versions/bbb2_.py"_s, "theirs = 1\n");
    QVERIFY(!m_window->close());
    answer(QMessageBox::SaveAll);
    QVERIFY(m_window->isVisible());
    QCOMPARE(onDisk(), QByteArray("theirs = 1\n"));
    QTRY_VERIFY(child<QPushButton>(u"keepMine"_s));
    QTest::mouseClick(child<QPushButton>(u"keepMine"_s), Qt::LeftButton);
    QVERIFY(!m_window->close());
    answer(QMessageBox::SaveAll);
    QVERIFY(!m_window->isVisible());
    QVERIFY(onDisk().startsWith("# mine "));

    m_window->show();
    type(u"# more "_s);
    QVERIFY(!m_window->close());
    answer(QMessageBox::Discard);
    QVERIFY(!m_window->isVisible());
    QVERIFY(!onDisk().contains("# more "));
}

void TestScriptAndSql::openingAnotherProjectAsks()
{
    const TemporaryProject other;
    other.addRevision({.id = u"fff1"_s});
    const QString name = m_window->workspace()->project()->name();
    type(u"# mine "_s);
    m_window->openProject({other.folder()});
    answer(QMessageBox::Cancel);
    QTRY_VERIFY(!m_window->isBusy());
    QCOMPARE(m_window->workspace()->project()->name(), name);
    m_window->openProject({other.folder()});
    answer(QMessageBox::SaveAll);
    QTRY_VERIFY(m_window->workspace()->project()->name() != name);
    QVERIFY(onDisk().startsWith("# mine "));
}

void TestScriptAndSql::everyPaneIsReachedByKeyboard()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->history()->setFocus();
    QSet<QWidget *> seen;
    for (int i = 0; i < 3; ++i) {
        seen.insert(m_window->focusWidget());
        trigger(u"nextPane"_s);
    }
    QCOMPARE(seen.size(), 3);
    QVERIFY(seen.contains(m_window->focusWidget()));
    const QWidget *before = m_window->focusWidget();
    trigger(u"nextPane"_s);
    trigger(u"previousPane"_s);
    QCOMPARE(m_window->focusWidget(), before);
}

QTEST_MAIN(TestScriptAndSql)
#include "tst_scriptandsql.moc"

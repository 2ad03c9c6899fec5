// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sql/sqlpage.h"

#include "ui/sql/sqlside.h"
#include "ui/widgets/banner.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace athanor;
using namespace Qt::StringLiterals;

namespace {

SqlStatement statement(const QString &sql, int line)
{
    return {.sql = sql, .where = {.file = u"a.py"_s, .line = line}};
}

SqlScript twoTables()
{
    return {.statements = {statement(u"CREATE TABLE a (\n    id INTEGER\n)"_s, 10),
                           statement(u"CREATE INDEX ix ON a (id)"_s, 10),
                           statement(u"CREATE TABLE b (\n    id INTEGER\n)"_s, 12)}};
}

} // namespace

class TestSqlPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layOutHasALineForEachStatement();
    void whatRunsOutsideATransactionSaysSo();
    void separatorsHaveLinesOfTheirOwn();
    void aClickLeadsToTheScript();
    void aScriptLineLeadsToItsStatements();
    void anIncompleteScriptSaysWhy();
    void copiesBothDirections();
    void choosesADialect();
    void turnsTheDirections();
};

void TestSqlPage::layOutHasALineForEachStatement()
{
    const SqlText sql = laidOut(twoTables());
    QCOMPARE(sql.text, u"CREATE TABLE a (\n    id INTEGER\n);\n\nCREATE INDEX ix ON a (id);\n\n"
                       "CREATE TABLE b (\n    id INTEGER\n);\n\n"_s);
    const QStringList lines = sql.text.split(u'\n');
    QCOMPARE(sql.blocks.size(), 3);
    QCOMPARE(lines.at(sql.blocks.at(1).firstLine), u"CREATE INDEX ix ON a (id);"_s);
    QCOMPARE(lines.at(sql.blocks.at(2).lastLine), u");"_s);
    QCOMPARE(sql.blockAt(0), 0);
    QCOMPARE(sql.blockAt(3), 0);
    QCOMPARE(sql.blockAt(sql.blocks.at(2).firstLine), 2);
    QCOMPARE(sql.blocksOf(u"a.py"_s, 10), (QList<int>{0, 1}));
    QCOMPARE(sql.blocksOf(u"b.py"_s, 10), QList<int>());
    QCOMPARE(laidOut({}).blockAt(0), -1);
}

void TestSqlPage::whatRunsOutsideATransactionSaysSo()
{
    SqlScript script = twoTables();
    script.statements[1].canRunInTransaction = false;
    const SqlText sql = laidOut(script);
    QVERIFY(sql.text.contains("-- outside of a transaction\nCREATE INDEX"_L1));
    QCOMPARE(sql.blocks.at(1).lastLine, sql.blocks.at(1).firstLine + 1);
}

void TestSqlPage::separatorsHaveLinesOfTheirOwn()
{
    SqlScript script{.statements = {statement(u"DROP TABLE a"_s, 1), statement(u"DROP TABLE b"_s, 2)}};
    script.separator = u"GO"_s;
    QCOMPARE(laidOut(script).text, u"DROP TABLE a;\nGO\n\nDROP TABLE b;\nGO\n\n"_s);
}

void TestSqlPage::aClickLeadsToTheScript()
{
    SqlPage page;
    page.resize(500, 600);
    page.setScripts(twoTables(), {});
    page.show();
    QSignalSpy places(&page, &SqlPage::placeActivated);
    SqlView *view = page.upgrade()->view();
    const QTextBlock line = view->document()->findBlockByNumber(view->sql().blocks.at(2).firstLine);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->cursorRect(QTextCursor(line)).center());
    QCOMPARE(places.size(), 1);
    QCOMPARE(places.first().first().value<SourceRange>().line, 12);
    QCOMPARE(view->picked(), QList<int>{2});
    QVERIFY(!view->extraSelections().isEmpty());
}

void TestSqlPage::aScriptLineLeadsToItsStatements()
{
    SqlPage page;
    page.setScripts(twoTables(), {.statements = {statement(u"DROP TABLE a"_s, 20)}});
    QSignalSpy places(&page, &SqlPage::placeActivated);
    page.pickScriptLine(u"a.py"_s, 10);
    QCOMPARE(page.upgrade()->view()->picked(), (QList<int>{0, 1}));
    QCOMPARE(page.downgrade()->view()->picked(), QList<int>());
    page.pickScriptLine(u"a.py"_s, 20);
    QCOMPARE(page.upgrade()->view()->picked(), QList<int>());
    QCOMPARE(page.downgrade()->view()->picked(), QList<int>{0});
    QCOMPARE(places.size(), 0);
}

void TestSqlPage::anIncompleteScriptSaysWhy()
{
    SqlPage page;
    SqlScript script = twoTables();
    script.stop =
        Error{u"ATH-EVAL-001"_s, u"flask.current_app can't be known"_s, {.file = u"/p/a.py"_s, .line = 14}};
    page.setScripts(script, {});
    auto *banner = page.upgrade()->findChild<Banner *>();
    QVERIFY(banner->message().contains("flask.current_app can't be known"_L1));
    QVERIFY(banner->message().contains("a.py:14"_L1));
    QVERIFY(!banner->message().contains("/p/"_L1));
    QVERIFY(page.upgrade()->view()->toPlainText().contains("CREATE INDEX"_L1));
    page.setScripts(twoTables(), {});
    QVERIFY(banner->message().isEmpty());
}

void TestSqlPage::copiesBothDirections()
{
    SqlPage page;
    page.setScripts({}, {});
    QVERIFY(!page.findChild<QToolButton *>(u"copySql"_s)->isEnabled());
    page.setScripts({.statements = {statement(u"SELECT 1"_s, 1)}},
                    {.statements = {statement(u"SELECT 2"_s, 2)}});
    page.findChild<QToolButton *>(u"copySql"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             u"-- upgrade\n\nSELECT 1;\n\n-- downgrade\n\nSELECT 2;\n\n"_s);
    QSignalSpy saves(&page, &SqlPage::saveRequested);
    page.findChild<QToolButton *>(u"saveSql"_s)->click();
    QCOMPARE(saves.size(), 1);
}

void TestSqlPage::choosesADialect()
{
    SqlPage page;
    page.setDialects({{u"postgresql"_s, u"PostgreSQL"_s}, {u"sqlite"_s, u"SQLite"_s}});
    page.setDialect(u"sqlite"_s);
    QCOMPARE(page.dialect(), u"sqlite"_s);
    QSignalSpy chosen(&page, &SqlPage::dialectChosen);
    page.show();
    auto *box = page.findChild<QComboBox *>(u"sqlDialect"_s);
    QTest::keyClick(box, Qt::Key_Up);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"postgresql"_s);
    page.setDialect(u"unknown"_s);
    QCOMPARE(page.dialect(), u"postgresql"_s);
}

void TestSqlPage::turnsTheDirections()
{
    SqlPage page;
    QCOMPARE(page.orientation(), Qt::Vertical);
    QSignalSpy turned(&page, &SqlPage::orientationChosen);
    page.findChild<QToolButton *>(u"sqlBeside"_s)->click();
    QCOMPARE(page.orientation(), Qt::Horizontal);
    QCOMPARE(turned.size(), 1);
}

QTEST_MAIN(TestSqlPage)
#include "tst_sqlpage.moc"
